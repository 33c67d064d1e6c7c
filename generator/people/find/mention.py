"""One place where a person is named, and what follows from it for other places of the text.

A surname named once is looked for again, so are initials announced behind a full name; and the text may say
of two names that they are one person's.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from generator.model import SUBJECT, Place, Span
from generator.names.affixes import GENERATION_PRINTED
from generator.names.folding import fold
from generator.names.initials import initials_fit
from generator.people.find.tokens import Tokens


class CablePart(IntEnum):
    """The parts of a cable, in the order in which the people named in them are listed."""

    MESSAGE = 0
    """Subject and blocks."""
    CLASSIFIED_BY = 1
    SIGNATURE = 2
    ATTENTION = 3
    REFERENCES = 4
    TAGS = 5


_WHERE: dict[CablePart, Place] = {
    CablePart.MESSAGE: "body",
    CablePart.CLASSIFIED_BY: "classified_by",
    CablePart.SIGNATURE: "signature",
    CablePart.ATTENTION: "attention",
    CablePart.REFERENCES: "body",
    CablePart.TAGS: "attention",
}
"""What the record says of a name in each part."""


class Locus(NamedTuple):
    """A place in a cable; one that comes before another in reading order is the smaller."""

    part: CablePart
    number: int = 0
    """Which of the part's texts it is: for the message 0 is the subject, 1 the first block; else the line."""
    offset: int = 0
    """Offset of the first character in that text."""


NOWHERE = Locus(part=CablePart.MESSAGE, number=-1)
"""Before every place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name as printed."""

    text: str
    """Without title and possessive."""
    words: tuple[str, ...]
    """Its tokens, folded; a full stop alone or a quotation mark leaves none."""
    locus: Locus
    """Where its first character stands."""
    listed: str | None = None
    """The name in its usual order where it is printed in another: ``HILLARY CLINTON`` for
    ``CLINTON, HILLARY``."""
    role: str | None = None
    """Title or position printed with it."""
    marked: bool = False
    """True where the text asks to protect the one named; see :mod:`generator.people.find.marked`."""

    @property
    def where(self) -> Place:
        """What the record says of where it stands."""
        return _WHERE[self.locus.part]

    @property
    def passage(self) -> int | None:
        """Which text of the message holds it, 0 for the subject; None outside subject and blocks."""
        return self.locus.number if self.locus.part is CablePart.MESSAGE else None

    @property
    def start(self) -> int:
        """Offset of its first character in the text that holds it."""
        return self.locus.offset

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.locus.offset + len(self.text)

    @property
    def span(self) -> Span | None:
        """Where a page can link it; None outside subject and blocks."""
        if self.passage is None:
            return None
        return Span(block=block_of(self.passage), start=self.start, end=self.end)


def block_of(passage: int) -> int:
    """``Span.block`` of a text of the message: that of the subject for 0, the first block's for 1."""
    return SUBJECT + passage


@lru_cache(maxsize=1 << 15)
def folded_words(text: str) -> tuple[str, ...]:
    """The comparable words of a name."""
    return tuple(word for word in map(fold, Tokens(text).words) if word)


# ---- Surnames of people already named, where the model missed them -------------------------------------

GENERATION = re.compile(rf"(?:,|(?<!\s))\s++{GENERATION_PRINTED}")
"""Belongs to a full name: ``Robert O. Blake, Jr.``"""
_RUN = re.compile(r"[\w'\u2019-]+")
"""What a name can't begin or end within."""
_WITHIN = re.compile(r"[\w'\u2019-]")
_APOSTROPHE = re.compile("['\u2019]")
_BEHIND = re.compile(r"(?:['\u2019]s\b|['\u2019](?!\w)|(?![\w'\u2019\u0300-\u036f-]))(?!\s+[A-Z][a-z])")
"""Not followed by another capitalised word: White in White House, Bouzidi in Bouzidi Foundation."""
_TITLED_LIKE = re.compile(r"[A-Z][\w.'\u2019-]*\s+$")
_HEAD = 30
"""Characters before a name in which the word before it is looked for."""
_SHORTEST = 4
_LONGEST_NAME = 60
"""Letters of the longest surname that is looked for again."""
_FEW = 50
"""Surnames in one passage that are looked for one after the other."""
_MOST_NAMES = 1_000
"""Surnames that are looked for again; telegrams name up to 66 people."""


def surnames(mentions: Iterable[Mention]) -> list[str]:
    """Words by which people of a full name can be called again, each once: as printed, then in capitals."""
    full = dict.fromkeys(m.text for m in mentions if len(m.words) > 1 and m.listed is None)
    words = dict.fromkeys(GENERATION.sub("", text).rpartition(" ")[2] for text in full)
    kept = [
        word
        for word in words
        if _SHORTEST <= len(word) <= _LONGEST_NAME
        and word[0].isalpha()
        and normalize("NFC", word)[-1].isalpha()
    ]
    return list(dict.fromkeys([*kept, *map(str.upper, kept)]))


def echoes(passages: Sequence[str], mentions: Sequence[Mention]) -> Iterator[tuple[int, int, int]]:
    """Passage, start and end of surnames that stand alone and are no mention yet.

    Not taken: part of a longer capitalised stretch, which is another name or an institution.
    """
    taken: dict[int, list[tuple[int, int]]] = {}
    for mention in mentions:
        if mention.passage is not None:
            taken.setdefault(mention.passage, []).append((mention.start, mention.end))
    names = surnames(mentions)[:_MOST_NAMES]
    again: list[tuple[str, int, int]] = []
    for number, text in enumerate(passages):
        printed = [name for name in names if name in text]
        if len(printed) > _FEW:  # a text of nothing but names: most stand only within longer words
            begun = {first for run in set(_RUN.findall(text)) for first in _firsts(run)}
            printed = [name for name in printed if _RUN.findall(name)[0] in begun]
        if printed:
            held = _Stretches(taken.get(number, ()))
            again += [(name, number, start) for name in printed for start in _places(name, text, held)]
    for name, number, start in sorted(again):
        yield number, start, start + len(name)


def _firsts(run: str) -> Iterator[str]:
    """The run itself, and what stands before each of its apostrophes: ``Blake's``."""
    yield run
    for mark in _APOSTROPHE.finditer(run, 0, _LONGEST_NAME + 1):
        yield run[: mark.start()]


def _places(name: str, text: str, held: "_Stretches") -> Iterator[int]:
    """Where a name stands alone, with its possessive or without, and is no mention yet."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if (
            not held.touches(start, end)
            and (not start or not _WITHIN.match(text, start - 1))
            and _BEHIND.match(text, end)
            and not _TITLED_LIKE.search(text, max(0, start - _HEAD), start)
        ):
            yield start
        start = text.find(name, end)


class _Stretches:
    """Stretches of a text, asked whether a place touches one."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(stretches):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, start: int, end: int) -> bool:
        """Whether any character of ``start`` to ``end`` lies in one of the stretches."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start


# ---- Two names of one person ---------------------------------------------------------------------------

_ALSO = re.compile(
    r"""['\u2019]?[,\s(]*(?:a\.?k\.?a\.?|also\s+known\s+as|better\s+known\s+as|known\s+as|alias|nicknamed|dubbed|
    nom\s+de\s+guerre|n[ée]e|formerly)[:,]?[\s"“'(]*""",
    re.VERBOSE | re.IGNORECASE,
)
"""``Nasr Osama Mustafa Hassan, aka Abu Omar``."""
_ANNOUNCED = re.compile(r"(?:'s|\u2019s)?\s+[(\[][\"“]?(?P<letters>[A-Z][A-Za-z]{0,2}[A-Z])[\"”]?[)\]]")
"""``Nestor Kirchner (NK)``; the letters must fit the name."""


def ties(passages: Sequence[str], mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Pairs of mentions that the text between them joins. ``mentions`` in reading order, block by block."""
    return [
        (mention, other)
        for mention, other in pairwise(mentions)
        if mention.passage is not None
        and mention.passage == other.passage
        and _ALSO.fullmatch(passages[mention.passage], mention.end, other.start)
    ]


def announced_initials(passages: Sequence[str], mentions: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """Initials put in brackets behind a full name, with that mention."""
    for mention in mentions:
        if mention.passage is None or len(mention.words) < 2:  # noqa: PLR2004 - a full name
            continue
        announced = _ANNOUNCED.match(passages[mention.passage], mention.end)
        if announced and initials_fit(announced["letters"].lower(), mention.words):
            yield announced["letters"], mention


def initials_again(passages: Sequence[str], mentions: Sequence[Mention]) -> Iterator[tuple[int, int, int]]:
    """Passage, start and end of initials that the text has put behind a full name, where they stand again."""
    announced = {letters for letters, _ in announced_initials(passages, mentions)}
    taken = {(mention.passage, mention.start) for mention in mentions}
    again = [
        (initials[0], number, initials.start())
        for number, text in enumerate(passages if announced else ())
        for initials in _LETTERS.finditer(text)
        if initials[0] in announced and (number, initials.start()) not in taken
    ]
    for letters, number, start in sorted(again):
        yield number, start, start + len(letters)


_LETTERS = re.compile(r"\b[A-Z][A-Za-z]{0,2}[A-Z]\b")
"""Initials as they are announced: two to four letters."""
