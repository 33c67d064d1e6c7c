"""Cables that are cited but not held, and the pages that list them.

A post's are on one page while they are few; else its years have a page each, and a year as many as it needs.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.model import cable_id_parts
from generator.settle.entry import Entry, Passage

QUOTED: Final = 3
"""Citing passages quoted of one cable."""
CITING: Final = 20
"""Citing cables shown of one that is absent."""
LINES: Final = 250
"""Lines on one page, cables and quotations: some 100 KB of HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """One cable that cites another, seen from the cited one."""

    entry: Entry
    text: str | None
    """As its REF line prints the reference."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """A cable that the corpus cites but does not hold."""

    id: str
    cited_by: tuple[Citing, ...]
    """In order of time."""

    @property
    def lines(self) -> int:
        """How many lines show it."""
        return 1 + sum(1 + len(citing.passages[:QUOTED]) for citing in self.cited_by[:CITING])


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class AbsentPlace:
    """A page that lists absent cables."""

    post: str
    """As in their ids."""
    year: int | None
    """None: all years of the post."""
    page: int
    """From 1, where one year takes several."""


def absent_cables(cited_by: Mapping[str, tuple[Citing, ...]], held: set[str | None]) -> tuple[Absent, ...]:
    """Those of the cited that are not held, sorted by post, year and serial."""
    missing = [Absent(id=cited, cited_by=citing) for cited, citing in cited_by.items() if cited not in held]
    return tuple(sorted(missing, key=lambda absent: _filed(absent.id)))


def places_of(absent: Sequence[Absent]) -> dict[str, AbsentPlace]:
    """By id, in order: the page that lists each, given all, sorted as above."""
    return {
        cable_id: place
        for post, group in groupby(absent, key=lambda absent: _filed(absent.id)[0])
        for place, cable_id in _of_post(post, list(group))
    }


def _of_post(post: str, absent: Sequence[Absent]) -> Iterator[tuple[AbsentPlace, str]]:
    if sum(each.lines for each in absent) <= LINES:
        yield from ((AbsentPlace(post=post, year=None, page=1), each.id) for each in absent)
        return
    for year, of_year in groupby(absent, key=lambda absent: _filed(absent.id)[1]):
        page, lines = 1, 0
        for each in of_year:
            if lines and lines + each.lines > LINES:
                page, lines = page + 1, 0
            lines += each.lines
            yield AbsentPlace(post=post, year=year, page=page), each.id


def _filed(cable_id: str) -> tuple[str, int, int]:
    year, post, serial = cable_id_parts(cable_id)
    return post, year, serial
