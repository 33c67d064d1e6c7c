"""Where a name stands in a text, however it is printed there.

A name is looked for by its letters alone: ``Ivan Petrenko`` is ``ivanpetrenko`` in the letters of the text.
What stands between two letters then decides: between two words of the name almost anything that is no letter,
within a word only what a line's end or a typist leaves there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import compress, pairwise
from typing import Final, NamedTuple

from generator.names.letters import Look, first_look, fold_text

Words = tuple[str, ...]
"""A name as plain words in small letters, given name first."""

_WORD: Final = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
_IN_WORD: Final = re.compile(r"|'|-?\s{0,40}\n\s{0,40}|-\s?")
"""Between two letters of one word: nothing, an apostrophe, a hyphen, a line's end with or without one."""
_BETWEEN: Final = re.compile(r"[^a-z0-9;:!?]{0,40}")
"""Between two words: a line's end with its indentation, marks, but no end of what is said of one."""
_LONG_ENOUGH: Final = 5
"""Letters from which on a name is recognised glued to others (ipetrenko@), and inflected."""

_TAILS: Final = frozenset(
    """
    s es a u y e i o om em ov ova ovi ovo ove owi owa owie ego emu ym in ina ja n en nin ni na ne lar ler im
    am ami ach go mu m w ch ju jo oj ou ie ki ka ku ke
    ist ists ite ites ian ians ism isms esque sche schen scher led ish
    """.split()  # noqa: SIM905 - a table of endings reads better as text
)
"""Endings that a language puts to a name: possessive and plural, the cases of Slavic languages, German and
Turkish plurals, the adjectives of English."""

_UMLAUTS: Final = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))
"""Mueller and Muller, both for Müller; Oersted and Orsted for Ørsted."""


@lru_cache(maxsize=1 << 14)
def name_words(name: str) -> Words:
    """The plain words of a printed name, the surname last: ``PETRENKO, Ivan`` gives ``ivan petrenko``.

    A hyphen parts words; an apostrophe does not.
    """
    last, comma, rest = name.partition(",")
    ordered = f"{rest} {last}" if comma and rest.strip() else name
    return tuple(word.replace("'", "") for word in _WORD.findall(fold_text(ordered).text))


def spellings(name: str) -> frozenset[Words]:
    """A printed name as :func:`name_words` gives it, and with umlauts as two letters: Müller, Mueller."""
    return frozenset({name_words(name), name_words(name.translate(_AS_TWO))})


_AS_TWO: Final = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ø": "oe",
        "å": "aa",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "Ø": "Oe",
        "Å": "Aa",
    }
)


@dataclass(frozen=True, slots=True, order=True)
class _Form:
    """One way of printing one name."""

    letters: str
    joints: tuple[int, ...]
    """Offsets in ``letters`` at which a new word begins."""
    turned: bool = False
    """Whether the surname comes first."""
    words: Words = ()
    """The name that it prints."""
    stem: bool = False
    """Whether the last vowel is left out, to which an ending must be put: Petrenk-y, Petrenk-ou."""


class NameSearch:
    """Finds names of several words, or single words as they stand alone."""

    def __init__(self, names: Iterable[Words]) -> None:
        """Args: names: Each as :func:`name_words` gives it; a name of one word is looked for as it is."""
        self.names = tuple(sorted({words for words in names if words and "".join(words)}))
        self._by_key: dict[str, list[_Form]] = {}
        for words in self.names:
            for form in sorted({replace(form, words=words) for form in _forms(words)}):
                self._by_key.setdefault(_key(form), []).append(form)

    def __bool__(self) -> bool:
        return bool(self._by_key)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Stretches of ``text`` that print one of the names; in no order, they may overlap."""
        return ((start, end) for start, end, _ in self._printed(text))

    def may_find(self, text: str) -> bool:
        """Whether a first look does not rule out that ``text`` prints one of the names: quick."""
        look = first_look(text)
        return any(_may_stand(key, forms, look) for key, forms in self._by_key.items())

    def named(self, text: str) -> frozenset[Words]:
        """Those of the names that ``text`` prints."""
        return frozenset(words for _, _, words in self._printed(text))

    def _printed(self, text: str) -> Iterator[tuple[int, int, Words]]:
        """Start, end and name of each stretch."""
        look = first_look(text) if self._by_key else None
        if look is None:
            return
        letters = look.letters
        keys = [key for key in self._by_key if key in letters]  # for nearly every text there is none
        forms = [
            form for key in keys if _may_stand(key, self._by_key[key], look) for form in self._by_key[key]
        ]
        if not forms:
            return
        folded = fold_text(text)
        stream = LetterStream(folded.text)
        straight = [place for form in forms if not form.turned for place in stream.places(form)]
        turned = [place for form in forms if form.turned for place in stream.places(form)]
        for place in (*straight, *(stretch for stretch in turned if not _straddles(stretch, straight))):
            start, end = folded.back(place.start, place.end)
            if not place.torn or text[start].isupper():
                yield start, end, place.words


class _Place(NamedTuple):
    """Where a name is printed."""

    start: int
    end: int
    words: Words
    torn: bool
    """Whether white space stands within a word: then it is rather two words that happen to follow each other,
    unless the first begins with a capital."""


def _straddles(place: _Place, others: Iterable[_Place]) -> bool:
    """Whether a name with the surname first is made of two names: "Ivan Petrenko, Ivan Petrenko"."""
    return any(other.start < place.end and place.start < other.end for other in others)


def _key(form: _Form) -> str:
    """The longest word of a form: where the text lacks it, the form is not looked for."""
    bounds = (0, *form.joints, len(form.letters))
    return max((form.letters[a:b] for a, b in pairwise(bounds)), key=len)


def _may_stand(key: str, forms: Iterable[_Form], look: Look) -> bool:
    """Whether a text can print one of these forms, by a first look: most print none."""
    if key not in look.letters:
        return False
    if f" {key}" in look.words or f" {key}" in look.joined:
        return True
    return look.spaced or len(key) > _LONG_ENOUGH or any(f" {form.letters}" in look.words for form in forms)


def _forms(words: Words) -> Iterator[_Form]:
    """The name in full, with initials, with the surname first; also without what stands in the middle."""
    for spelled in _spellings(words):
        yield (full := _form(spelled))
        if len(spelled[-1]) > _LONG_ENOUGH and spelled[-1][-1] in _VOWELS:
            yield replace(full, letters=full.letters[:-1], stem=True)
        if len(spelled) == 1:
            continue
        *given, last = spelled
        initials = tuple(word[0] for word in given)
        shorter: set[Words] = {
            tuple(given),
            (given[0],),
            (given[0], *initials[1:]),
            initials,
            (initials[0],),
            ("".join(initials),),
        }
        for before in shorter:
            if any(len(word) > 1 for word in (*before, last)):
                yield _form((*before, last))
                yield _form((last, *before), turned=True)


def _spellings(words: Words) -> set[Words]:
    """As printed, and with the two letters that stand for an umlaut as one."""
    plain = words
    for pair, vowel in _UMLAUTS:
        plain = tuple(word.replace(pair, vowel) if len(word) >= _LONG_ENOUGH else word for word in plain)
    return {words, plain}


def _form(words: Words, *, turned: bool = False) -> _Form:
    joints, at = [], 0
    for word in words[:-1]:
        at += len(word)
        joints.append(at)
    return _Form("".join(words), tuple(joints), turned)


def _ends(form: _Form, tail: str) -> bool:
    """Whether letters behind the last one are an ending that the name may have."""
    if form.stem:
        return tail in _TAILS and tail[:1] in _VOWELS
    return tail in ("", "s") or (tail in _TAILS and len(form.letters) >= _LONG_ENOUGH)


_VOWELS: Final = frozenset("aeiouy")


_IS_LETTER: Final = bytes(chr(code).isalnum() and code < ord("\x80") for code in range(256))
"""For ``bytes.translate``: 1 for a letter or digit, 0 for the rest."""


class LetterStream:
    """The letters and digits of a folded text, and where each stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        marks = text.encode("ascii").translate(_IS_LETTER)
        self.places_of = list(compress(range(len(text)), marks))
        """By place in ``letters``, where each stands in ``text``."""
        self.letters = "".join(compress(text, marks))

    def places(self, form: _Form) -> Iterator[_Place]:
        """Where a form is printed, as stretches of the text."""
        at = self.letters.find(form.letters)
        while at >= 0:
            end = at + len(form.letters)
            if stretch := self._printed(form, at, end):
                yield stretch
            at = self.letters.find(form.letters, at + 1)

    def _printed(self, form: _Form, at: int, end: int) -> _Place | None:
        begins = at == 0 or self.places_of[at - 1] + 1 < self.places_of[at]
        tail = self._tail(end)
        if not begins or not _ends(form, tail):
            return None
        gaps = [self.text[self.places_of[k - 1] + 1 : self.places_of[k]] for k in range(at + 1, end)]
        if not (self._worded(form, gaps) or self._spaced(gaps)):
            return None
        joints = {joint - 1 for joint in form.joints}
        torn = any(gap.isspace() for number, gap in enumerate(gaps) if number not in joints)
        return _Place(
            self.places_of[at],
            self.places_of[end - 1] + 1 + len(tail),
            form.words,
            torn and not self._spaced(gaps),
        )

    def _tail(self, end: int) -> str:
        """Letters that go on without a gap behind the last one."""
        first = self.places_of[end - 1] + 1
        last = first
        while last < len(self.text) and last - first <= _LONGEST_TAIL and self.text[last].isalnum():
            last += 1
        return self.text[first:last]

    @staticmethod
    def _worded(form: _Form, gaps: Sequence[str]) -> bool:
        joints = {joint - 1 for joint in form.joints}
        within = [gap for number, gap in enumerate(gaps) if number not in joints]
        torn = [gap for gap in within if gap == " "]
        if not all(_BETWEEN.fullmatch(gaps[joint]) for joint in joints):
            return False
        if not all(_IN_WORD.fullmatch(gap) or gap == " " for gap in within):
            return False
        if len(torn) > 1 or (torn and len(form.letters) <= _LONG_ENOUGH):
            return False
        glued = any(gaps[joint] == "" for joint in joints)
        return not glued or len(form.letters) > _LONG_ENOUGH

    @staticmethod
    def _spaced(gaps: Sequence[str]) -> bool:
        """``P E T R E N K O``: something between any two letters, and as good as the same everywhere."""
        return len(gaps) >= _LONG_ENOUGH - 1 and all(
            0 < len(gap) <= _SPACED and not gap.isalnum() for gap in gaps
        )


_LONGEST_TAIL: Final = max(map(len, _TAILS))
_SPACED: Final = 4
