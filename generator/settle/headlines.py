"""A telegram's subject as a title: without its marking, in headline case, no longer than a few lines.

Telegrams print subjects in capitals. How a word is written otherwise, the telegram's own text says first:
``OSCE`` where it stands in capitals among small letters, ``McCain``, ``budget``. Then come the acronyms of
:func:`generator.tables.capital_words` and the rules of titles (The Chicago Manual of Style, 8.159).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from generator.model import Block
from generator.tables import capital_words

LONGEST: Final = 240
"""Characters of a title: three lines on a wide screen; the longest subject has 10,773."""

LONGEST_ACRONYM: Final = 8
"""Letters from which a word in capitals is no acronym unless it is known as one."""

_MARKING = re.compile(
    r"""\s*(?:\((?:U|C|S|TS|SBU|LOU|OUO|FOUO|UNCLASSIFIED|CONFIDENTIAL|SECRET)
    (?:[/ ,-]{1,2}(?:NF|NOFORN|REL|FOUO|SBU)[A-Z, ]{0,40})?\)\s*[-:]?\s*)+""",
    re.IGNORECASE | re.VERBOSE,
)
"""Portion markings before a subject (5 FAH-1 H-210): ``(C)``, ``(S/NF)``, ``(SBU)``."""

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
"""Letters and digits, apostrophes within: ``KAZAKHSTAN'S``, ``O'BRIEN``."""
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")
"""``U.S.``, which stays as it is."""
_PIECE = re.compile(rf"{_DOTTED.pattern}|{_WORD.pattern}")
_RUNNING = re.compile(r"[a-z,;\u2019][\"'(\u201c]{0,2}\s[\"'(\u201c]?([^\W\d_]+)(?![^\W_])")
"""A word in running text, behind a small letter or a comma: no sentence and no heading begins with it."""

_SMALL_WORDS = """
    a an and as at but by d de del der du en et for from in into le nor of on onto or per the to v van vs via
    von with y
"""
_SMALL = frozenset(_SMALL_WORDS.split())
"""Articles, conjunctions and short prepositions, in small letters within a title."""
_PARTICLES = frozenset({"al", "el", "ul", "bin", "bint", "ibn", "ben", "ould", "ter", "den", "di", "da"})
"""Parts of names that stay small where the text has them so."""
_OPENS = re.compile(r"[:;?!.\u2013\u2014]['\"\u201d)]*\s+['\"\u201c(]*\Z|--\s*['\"\u201c(]*\Z|['\"\u201c]\Z")
"""What stands before a word that begins a part of a title."""
_ROMAN = re.compile(r"(?=[IVX]{2,})X{0,3}(?:IX|IV|V?I{0,3})")
_REDACTED = re.compile(r"X{4,}")
_NO_PLURALS = frozenset({"as", "goes", "is", "its", "us", "dos", "gas", "mas", "was"})
"""Words that are no acronym with an ``s``."""
_CONSONANTS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,5}")
"""A word without a vowel is none."""
_GOVERNMENT = re.compile(r"GO(?!D\b|T\b)[A-Z]")
"""``GOI``: the government of a country by its initial, which nobody could list."""
_MC = re.compile(r"MC[A-Z]{3,}")
_BEGINNING = re.compile(r"([OD])['\u2019](\w{3,})")
"""``O'BRIEN``, ``D'AMATO``."""
_ENDINGS = ("S", "T", "D", "LL", "RE", "VE", "M")
"""Behind an apostrophe: ``KAZAKHSTAN'S``, ``DON'T``."""


def title(subject: str, passages: Iterable[str], *, headline_case: bool = True) -> str:
    """The subject as pages show it.

    Args:
        subject: As it is published; on one line or several.
        passages: The telegram's text.
        headline_case: Whether a subject in capitals alone, or in small letters alone, gets headline case.

    Returns:
        Empty only where the subject is.
    """
    spaced = " ".join(subject.split())
    shown = spaced[_marked(spaced) :] or spaced
    short = _shortened(shown)
    return headline(short, passages) if headline_case and _is_of_one_case(short) else short


def headings(blocks: Sequence[Block]) -> tuple[tuple[int, str], ...]:
    """Headings of one case in headline case, with the number of their block.

    None whose length would be another: links are counted in its letters.
    """
    printed = [
        (at, block.text)
        for at, block in enumerate(blocks)
        if block.kind == "heading" and _is_of_one_case(block.text)
    ]
    if not printed:
        return ()
    usual = _usual(set().union(*(_words(text) for _, text in printed)), (block.text for block in blocks))
    shown = ((at, text, _cased(text, usual)) for at, text in printed)
    return tuple((at, cased) for at, text, cased in shown if cased != text and len(cased) == len(text))


def _marked(subject: str) -> int:
    """Where a subject begins behind its marking."""
    marking = _MARKING.match(subject)
    return marking.end() if marking else 0


def _shortened(text: str) -> str:
    """At most :data:`LONGEST` characters, cut at a word."""
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:-") + " …"


def _is_of_one_case(text: str) -> bool:
    """Whether nine of ten letters are capitals, or small ones."""
    large = sum(letter.isupper() for letter in text)
    small = sum(letter.islower() for letter in text)
    return max(large, small) >= 9 * min(large, small) and large + small > 0


def headline(text: str, passages: Iterable[str]) -> str:
    """Text in one case as a headline.

    Args:
        text: One line.
        passages: Running text that has the same words in both cases; it may be none.
    """
    return _cased(text, _usual(_words(text), passages))


def _words(text: str) -> set[str]:
    """The words of a text, with and without what an apostrophe adds to them, in small letters."""
    words = {piece.group().casefold() for piece in _PIECE.finditer(text)}
    return words | {re.split("['\u2019]", word)[0] for word in words}


def _cased(text: str, usual: Mapping[str, str]) -> str:
    """Text as a headline, its words as running text has them."""
    pieces = list(_PIECE.finditer(text))
    parts: list[str] = []
    done = 0
    for index, piece in enumerate(pieces):
        before = text[max(piece.start() - 8, 0) : piece.start()]
        first = index == 0 or _OPENS.search(before) is not None
        last = index == len(pieces) - 1
        parts.append(text[done : piece.start()])
        parts.append(_written(piece.group(), usual, within=not first and not last))
        done = piece.end()
    parts.append(text[done:])
    return "".join(parts)


def _usual(words: set[str], passages: Iterable[str]) -> Mapping[str, str]:
    """How running text mostly writes each of the words, by the word in small letters."""
    forms: dict[str, Counter[str]] = {}
    for passage in passages:
        for found in _RUNNING.finditer(passage):
            word = found[1]
            key = word.casefold()
            if key in words:
                forms.setdefault(key, Counter())[word] += 1
    return {key: min(found, key=lambda form: (-found[form], form)) for key, found in forms.items()}


def _written(word: str, usual: Mapping[str, str], *, within: bool) -> str:
    """One word of a headline."""
    lower = word.casefold()
    if within and lower in _SMALL:
        return lower
    if _stays(word):
        return word
    stem, mark, ending = _parted(word)
    if mark:
        return f"{_written(stem, usual, within=False)}{mark}{ending.lower()}"
    form = usual.get(lower)
    if form is None:
        return _by_rule(word)
    if form == lower and lower in _PARTICLES:
        return lower
    return _capitalised(word) if form == lower or _is_emphasis(form) else form


def _is_emphasis(form: str) -> bool:
    """Whether capitals are a habit of the sender's, who prints surnames so, rather than an acronym."""
    stressed = len(form) >= LONGEST_ACRONYM or form in _STRESSED
    return form.isupper() and stressed and form.casefold() not in capital_words()


_STRESSED: Final = frozenset(
    {"ALL", "ANY", "ARE", "EVERY", "IS", "MUST", "NEVER", "NO", "NOT", "ONLY", "VERY", "WILL"}
)
"""Short words that senders stress with capitals."""


def _stays(word: str) -> bool:
    """Whether a word is as it should be: dotted, redacted, with capitals within, or with digits (G8, F16)."""
    if _DOTTED.fullmatch(word) or _REDACTED.fullmatch(word):
        return True
    if word[0].isdigit():
        return not re.fullmatch(r"\d+(?:ST|ND|RD|TH|S)", word)
    return any(sign.isdigit() for sign in word) or (
        len(word) > 1 and not word.isupper() and not word.islower()
    )


def _parted(word: str) -> tuple[str, str, str]:
    """A word and what an apostrophe adds to it; the sign is empty where it adds nothing."""
    for mark in ("'", "\u2019"):
        stem, found, ending = word.rpartition(mark)
        if found and ending.upper() in _ENDINGS:
            return stem, mark, ending
    return word, "", ""


def _by_rule(word: str) -> str:
    """A word that the telegram's text does not have."""
    large = word.upper()
    lower = word.casefold()
    known = capital_words()
    if lower in known or len(word) == 1 or _ROMAN.fullmatch(large):
        return large
    if lower.endswith("s") and lower[:-1] in known and lower not in _NO_PLURALS:
        return f"{large[:-1]}s"
    if word.isupper() and (_CONSONANTS.fullmatch(large) or _GOVERNMENT.fullmatch(large)):
        return large
    if _MC.fullmatch(large):
        return f"Mc{_capitalised(word[2:])}"
    if beginning := _BEGINNING.fullmatch(word):
        return f"{beginning[1].upper()}'{_capitalised(beginning[2])}"
    return _capitalised(word)


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:].lower()
