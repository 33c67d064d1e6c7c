"""Names replaced in one cable, wherever and however they stand in it.

Matching is done on a copy of the text in which every character is a lower-case letter without diacritics,
at the same offsets; between two letters of a name a line may break, with or without hyphen, and a page
banner may stand in the break; between two words there may also be punctuation.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from generator.model import Block, Cable, Citation, PersonFound, Span
from generator.people.resolve.fold import plain
from generator.people.resolve.names import name_form

REDACTION = "XXXXXXXXXXXX"
"""The corpus' own mark of a name taken out."""

_BANNER = r"[a-z][a-z .]{1,30} \d{5,8} +\d{3}(?:\.\d)? of \d{3}"
"""``ASTANA 00000275 002 OF 003``, as it stands between the halves of a sentence cut by a page's end."""

_BREAK = rf"(?:-?[ \t]*(?:\r?\n|\\n)[\s>]*(?:{_BANNER}[ \t]*(?:(?:\r?\n|\\n)\s*)?)?)"
_IN_WORD = rf"(?:['`]|-?{_BREAK})?"
_BETWEEN = rf"(?:[\s.,'`-]|{_BREAK}|{_BANNER}){{0,8}}"

Edit = tuple[int, int]
"""Start and end of a stretch to be replaced by REDACTION."""


class _Letters(dict[int, str]):
    """For str.translate: each character to one character without case and diacritics."""

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFKD", chr(code))[0].casefold()[0]
        self[code] = "'" if base in "\u2019\u2018\u02bc\u00b4" else base
        return self[code]


def _letters() -> _Letters:
    return _Letters(
        {ord(a): b for a, b in zip("\u00f0\u0111\u00f8\u0142\u0131\u0259", "ddolia", strict=True)}
    )


@dataclass(frozen=True, slots=True)
class _Flat:
    """A text made comparable, with the way back to its own offsets."""

    text: str
    starts: Sequence[int] | None
    """Offset in the original of each character; None where offsets are the same."""
    ends: Sequence[int] | None

    def back(self, start: int, end: int) -> Edit:
        """The stretch of the original."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


_MARKUP = re.compile(r"&#?\w{1,10};|</?[a-zA-Z][^<>]{0,300}>|\\u[0-9a-fA-F]{4}|.", re.DOTALL)


def _flat(text: str) -> _Flat:
    table = _letters()
    if not re.search(r"&#?\w{1,10};|</?[a-zA-Z]|\\u[0-9a-fA-F]{4}", text):
        return _Flat(text.translate(table), None, None)
    kept = [(piece, *found.span()) for found in _MARKUP.finditer(text) if (piece := _read(found.group()))]
    return _Flat(
        "".join(piece for piece, _, _ in kept).translate(table),
        [start for _, start, _ in kept],
        [end for _, _, end in kept],
    )


def _read(piece: str) -> str:
    """The one character that a piece of HTML or JSON stands for; tags are nothing, line breaks a newline."""
    if len(piece) == 1:
        return piece
    if piece[0] == "<":
        return "\n" if re.match(r"</?(?:br|p|div|pre|li|td|tr)\b", piece, re.IGNORECASE) else ""
    if piece[0] == "\\":
        return chr(int(piece.removeprefix("\\u"), base=16))
    decoded = html.unescape(piece)
    return decoded[0] if decoded != piece else "&"


@lru_cache(maxsize=256)
def _pattern(forms: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    """Any of the names; longer ones first."""
    one_each = sorted(set(forms), key=lambda words: (-sum(map(len, words)), words))
    body = "|".join(_BETWEEN.join(_IN_WORD.join(word) for word in words) for words in one_each)
    return re.compile(rf"(?<![^\W_])(?:{body})(?![^\W_])")


def _words(name: str) -> tuple[str, ...]:
    return tuple(plain(name).split())


def spellings(names: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Word sequences to look for: each name as it stands, and with the surname first."""
    found: set[tuple[str, ...]] = set()
    for words in map(_words, names):
        if words:
            found.add(words)
            found.add((words[-1], *words[:-1]))
    return frozenset(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Whom to mask in one cable."""

    people: frozenset[int] = frozenset()
    """Indexes into ``Cable.people``."""
    names: tuple[str, ...] = ()
    """Further names and spellings, each wherever it stands."""


def mask_cable(cable: Cable, target: Target | Iterable[str]) -> Cable:
    """Replace names by REDACTION in every text the cable carries, its original included.

    A masked person's full names go wherever they stand. The surname alone goes too, but not where it names
    somebody else of the cable: inside that one's longer name, or where a mention of that one stands. Masked
    people stay in ``people`` at their index, with REDACTION for a name and nothing else that tells of them.

    Args:
        cable: With its people found, so that namesakes can be told apart.
        target: Whom; names alone may be given too.
    """
    whom = target if isinstance(target, Target) else Target(names=tuple(target))
    mask = _Mask(cable, whom)
    return mask.applied() if mask.wanted else cable


def scrubbed(text: str, names: Iterable[str]) -> str:
    """A text that belongs to no cable (a role, a remark) with names replaced by REDACTION."""
    forms = tuple(sorted(spellings(names)))
    flat = _flat(text)
    return _replaced(text, _joined(_matches(flat, forms)))


def same_bearers(people: Sequence[PersonFound], indexes: Iterable[int]) -> frozenset[int]:
    """These people of a cable, and the surnames standing apart in it that can only be theirs.

    A surname alone that the finder left apart is taken for the one person of the cable who bears it in full;
    where two do, it is left: a doubt is decided for protection, but not against a relative.
    """
    chosen = frozenset(indexes)
    bearers: dict[str, set[int]] = {}
    for index, person in enumerate(people):
        form = name_form(person.name)
        if not form.alone:
            bearers.setdefault(form.tokens[-1], set()).add(index)
    return chosen | {
        index
        for index, person in enumerate(people)
        if (form := name_form(person.name)).alone and (full := bearers.get(form.tokens[0])) and full <= chosen
    }


class _Mask:
    """The work on one cable."""

    def __init__(self, cable: Cable, target: Target) -> None:
        self.cable = cable
        named = {index for index, person in enumerate(cable.people) if _named(person, target.names)}
        self.people = same_bearers(cable.people, target.people | named)
        self.others = [person for index, person in enumerate(cable.people) if index not in self.people]
        masked = [cable.people[index] for index in sorted(self.people)]
        forms = spellings([*target.names, *(each for person in masked for each in _forms(person))])
        alone = {words for words in forms if len(words) == 1 and words not in spellings(target.names)}
        self.wanted = bool(forms)
        self.everywhere = tuple(sorted(forms - alone))
        self.alone = tuple(sorted(alone))
        self.namesakes = self._namesakes()
        self.judged: list[tuple[bool, str]] = []

    def _namesakes(self) -> tuple[tuple[str, ...], ...]:
        """Longer names of others that hold a word to be masked: those stay."""
        words = {word for (word,) in self.alone}
        forms = spellings(each for person in self.others for each in _forms(person))
        return tuple(sorted(form for form in forms if len(form) > 1 and words & set(form)))

    def applied(self) -> Cable:
        cable = self.cable
        subject, spans = self._with_spans(cable.subject or "", -1)
        shifts = {-1: spans}
        blocks: list[Block] = []
        for number, block in enumerate(cable.blocks):
            text, shifts[number] = self._with_spans(block.text, number)
            blocks.append(replace(block, text=text))
        return replace(
            self._loose(),
            subject=subject if cable.subject is not None else None,
            blocks=tuple(blocks),
            citations=tuple(_moved_citation(each, shifts) for each in cable.citations),
            people=tuple(self._person(index, each, shifts) for index, each in enumerate(cable.people)),
            protected=tuple(name for name in cable.protected if self.scrub(name) == name),
        )

    def _loose(self) -> Cable:
        """The cable with the fields done that no span points into; after the body, whose verdicts count."""
        cable, scrub = self.cable, self.scrub
        stated = cable.stated
        return replace(
            cable,
            attention=tuple(map(scrub, cable.attention)),
            classified_by=_maybe(cable.classified_by, scrub),
            signed_by=_maybe(cable.signed_by, scrub),
            tag_people=tuple(map(scrub, cable.tag_people)),
            references=tuple(replace(each, text=scrub(each.text)) for each in cable.references),
            stated=replace(
                stated,
                subject=_maybe(stated.subject, scrub),
                references=tuple(map(scrub, stated.references)),
                tags=tuple(map(scrub, stated.tags)),
            ),
            source=replace(cable.source, original=scrub(cable.source.original)),
            warnings=tuple(replace(each, message=scrub(each.message)) for each in cable.warnings),
        )

    def _with_spans(self, text: str, block: int) -> tuple[str, list[Edit]]:
        """A text with its names replaced, and the stretches that were."""
        kept = [(s.start, s.end) for each in self.others for s in each.spans if s.block == block]
        own = [
            (s.start, s.end)
            for index in self.people
            for s in self.cable.people[index].spans
            if s.block == block
        ]
        flat = _flat(text)
        alone = []
        for start, end in _matches(flat, self.alone):
            stays = _inside((start, end), kept) or _inside((start, end), _matches(flat, self.namesakes))
            self.judged.append((stays, _around(flat.text, start, end)))
            if not stays:
                alone.append((start, end))
        edits = _joined([*own, *alone, *_matches(flat, self.everywhere)])
        return _replaced(text, edits), edits

    def scrub(self, text: str) -> str:
        """A text without spans: where a namesake stands too, each surname is told by the words around it."""
        flat = _flat(text)
        longer = [flat.back(*each) for each in _plain_matches(flat, self.namesakes)]
        edits = [flat.back(*each) for each in _plain_matches(flat, self.everywhere)]
        for start, end in _plain_matches(flat, self.alone):
            edit = flat.back(start, end)
            if not _inside(edit, longer) and not self._stays(_around(flat.text, start, end)):
                edits.append(edit)
        return _replaced(text, _joined(edits))

    def _stays(self, around: str) -> bool:
        """Whether the mention that reads most like this one was judged a namesake's; in doubt it goes."""
        if not any(stays for stays, _ in self.judged):
            return False
        best = max(_alike(around, other) for _, other in self.judged)
        return all(stays for stays, other in self.judged if _alike(around, other) == best)

    def _person(self, index: int, person: PersonFound, shifts: dict[int, list[Edit]]) -> PersonFound:
        if index in self.people:
            return PersonFound(name=REDACTION, slug="", mentions=(), where=person.where, protected=True)
        return replace(
            person,
            roles=tuple(map(self.scrub, person.roles)),
            spans=tuple(_moved(span, shifts) for span in person.spans),
        )


def _named(person: PersonFound, names: Iterable[str]) -> bool:
    wanted = {name_form(name).text for name in names}
    return bool(wanted) and any(name_form(each).text in wanted for each in _forms(person))


def _forms(person: PersonFound) -> tuple[str, ...]:
    """Every form of a name in the cable; the last word of the full one too, where none stands alone."""
    form = name_form(person.name)
    return (person.name, *person.mentions, form.tokens[-1])


def _maybe(text: str | None, scrub: Callable[[str], str]) -> str | None:
    return None if text is None else scrub(text)


def _plain_matches(flat: _Flat, forms: tuple[tuple[str, ...], ...]) -> list[Edit]:
    return [found.span() for found in _pattern(forms).finditer(flat.text)] if forms else []


def _matches(flat: _Flat, forms: tuple[tuple[str, ...], ...]) -> list[Edit]:
    return [flat.back(*each) for each in _plain_matches(flat, forms)]


def _inside(edit: Edit, others: Iterable[Edit]) -> bool:
    return any(start <= edit[0] and edit[1] <= end for start, end in others)


def _around(flat: str, start: int, end: int) -> str:
    """Four words before and after, with the name between them left out."""
    before = re.findall(r"\w+", flat[max(0, start - 80) : start])[-4:]
    after = re.findall(r"\w+", flat[end : end + 80])[:4]
    return f"{' '.join(before)}|{' '.join(after)}"


def _alike(one: str, other: str) -> int:
    """Number of words that agree, counted outwards from the name."""
    (a, b), (c, d) = one.split("|"), other.split("|")
    return _agreeing(a.split()[::-1], c.split()[::-1]) + _agreeing(b.split(), d.split())


def _agreeing(one: Sequence[str], other: Sequence[str]) -> int:
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _joined(edits: Iterable[Edit]) -> list[Edit]:
    """Overlapping stretches made one; in order."""
    merged: list[Edit] = []
    for start, end in sorted(edits):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _replaced(text: str, edits: Sequence[Edit]) -> str:
    if not edits:
        return text
    bounds = [(0, 0), *edits, (len(text), len(text))]
    return REDACTION.join(text[end:start] for (_, end), (start, _) in pairwise(bounds))


def _moved(span: Span, shifts: dict[int, list[Edit]]) -> Span:
    """The span in the new text; one that overlaps a redaction covers the redaction."""
    start, end = span.start, span.end
    for edit_start, edit_end in reversed(shifts.get(span.block, [])):
        grown = len(REDACTION) - (edit_end - edit_start)
        if edit_end <= span.start:
            start, end = start + grown, end + grown
        elif edit_start < span.end:
            start = min(start, edit_start)
            end = max(end, edit_end) + grown
    return Span(block=span.block, start=start, end=end)


def _moved_citation(citation: Citation, shifts: dict[int, list[Edit]]) -> Citation:
    return replace(citation, span=_moved(citation.span, shifts))
