"""Further places where someone already found is named: what the model missed the second time."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.names.affixes import GENERATION_PRINTED
from generator.people.find.mention import Mention

GENERATION = re.compile(rf"(?:,|(?<!\s))\s++{GENERATION_PRINTED}")
"""Belongs to a full name: ``Robert O. Blake, Jr.``"""
_RUN = re.compile(r"[\w'\u2019-]+")
"""What a name can't begin or end within."""
_APOSTROPHE = re.compile("['\u2019]")
_BEHIND = re.compile(r"(?:['\u2019]s\b|['\u2019](?!\w)|(?![\w'\u2019-]))(?!\s+[A-Z][a-z])")
"""Not followed by another capitalised word: White in White House, Bouzidi in Bouzidi Foundation."""
_TITLED_LIKE = re.compile(r"[A-Z][\w.'\u2019-]*\s+$")
_HEAD = 30
"""Characters before a name in which the word before it is looked for."""
_SHORTEST = 4
_LONGEST_NAME = 60
"""Letters of the longest surname that is looked for again."""
_MOST_ALIKE = 20
"""Names of one beginning that are looked for again (``A.Foo``, ``A.Bar``); no telegram has more."""


def surnames(mentions: Iterable[Mention]) -> set[str]:
    """Words by which people of a full name can be called again, as printed and in capitals."""
    full = (GENERATION.sub("", m.text) for m in mentions if len(m.words) > 1 and m.listed is None)
    found = {text.rpartition(" ")[2] for text in full}
    found = {word for word in found if len(word) >= _SHORTEST and word[0].isalpha() and word[-1].isalpha()}
    return found | {word.upper() for word in found}


def echoes(passages: Sequence[str], mentions: Sequence[Mention]) -> Iterator[tuple[int, int, int]]:
    """Passage, start and end of surnames that stand alone and are no mention yet.

    Not taken: part of a longer capitalised stretch, which is another name or an institution.
    """
    taken: dict[int, list[tuple[int, int]]] = {}
    for mention in mentions:
        if mention.passage is not None:
            taken.setdefault(mention.passage, []).append((mention.start, mention.end))
    names = _by_first_run(surnames(mentions))
    if not names:
        return
    again: list[tuple[str, int, int]] = []
    for number, text in enumerate(passages):
        held = _Stretches(taken.get(number, ()))
        again += [(name, number, start) for name, start in _places(names, text, held)]
    for name, number, start in sorted(again):
        yield number, start, start + len(name)


def _by_first_run(names: Iterable[str]) -> dict[str, list[str]]:
    """Names by the run of :data:`_RUN` they begin with: a text is gone through once for all of them."""
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        run = _RUN.match(name)
        if run and len(name) <= _LONGEST_NAME:
            alike = found.setdefault(run[0], [])
            if len(alike) < _MOST_ALIKE:
                alike.append(name)
    return found


def _places(names: Mapping[str, Sequence[str]], text: str, held: "_Stretches") -> Iterator[tuple[str, int]]:
    """Where a name stands alone, with its possessive or without, and is no mention yet."""
    for run in _RUN.finditer(text):
        start = run.start()
        for first in _firsts(run[0]):
            for name in names.get(first, ()):
                end = start + len(name)
                if (
                    text.startswith(name, start)
                    and _BEHIND.match(text, end)
                    and not held.touches(start, end)
                    and not _TITLED_LIKE.search(text, max(0, start - _HEAD), start)
                ):
                    yield name, start


def _firsts(run: str) -> Iterator[str]:
    """The run itself, and what stands before each of its apostrophes: ``Blake's``."""
    yield run
    for mark in _APOSTROPHE.finditer(run, 0, _LONGEST_NAME + 1):
        yield run[: mark.start()]


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
