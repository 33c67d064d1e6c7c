"""Cases for the publisher: what they are, how much they matter, and how they read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Literal

import yaml

from generator.model import Person
from generator.people.resolve.alone import Undecided
from generator.people.resolve.clusters import Pool
from generator.people.resolve.evidence import Evidence
from generator.people.resolve.link import Link

DoubtKind = Literal["same", "which"]
"""``same``: are these names one person? ``which``: whom of these does the surname mean?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A case that the evidence leaves open, for the publisher to settle in people.yml."""

    kind: DoubtKind
    names: tuple[str, ...]
    """The names in question; for ``which`` the surname first, then the candidates."""
    slugs: tuple[str, ...]
    """Their pages, in the same order."""
    cables: tuple[tuple[str, ...], ...]
    """For each name up to three cables (keys) that give it, first ones first."""
    pro: tuple[str, ...]
    """What speaks for one person."""
    con: tuple[str, ...]
    """What speaks against."""
    worth: float
    """How much is gained by settling it: cables that would move, weighed by how close the case is."""
    moved: int = 0
    """Cables that would stand on another page, were it settled."""


KEPT = 5_000
"""More cases than anybody settles; a corpus of a quarter of a million cables has a hundred times as many."""

SHOWN_CABLES = 3
"""Cables given for each name of a case."""


def open_doubts(
    pool: Pool, links: Iterable[Link], undecided: Iterable[Undecided], persons: dict[int, Person]
) -> tuple[Doubt, ...]:
    """The open cases, each pair of persons once, most worth settling first; KEPT at most."""
    best: dict[tuple[str, ...], Doubt] = {}
    for doubt in _cases(pool, links, undecided, persons):
        known = best.get(doubt.slugs)
        if known is None or (doubt.worth, doubt.pro) > (known.worth, known.pro):
            best[doubt.slugs] = doubt
    return tuple(nsmallest(KEPT, best.values(), key=lambda doubt: (-doubt.worth, doubt.slugs)))


def _cases(
    pool: Pool, links: Iterable[Link], undecided: Iterable[Undecided], persons: dict[int, Person]
) -> Iterator[Doubt]:
    for link in links:
        pair = sorted((persons[pool.root(link.number)], persons[pool.root(link.other)]), key=_weight)
        closeness = 1 / (1 + abs(link.needed - link.evidence.score))
        moved = min(len(person.appearances) for person in pair)
        yield _doubt("same", pair, link.evidence, moved=moved, closeness=closeness)
    for case in undecided:
        alone = persons[pool.root(case.number)]
        fitting = _distinct(persons[pool.root(c.number)] for c in case.candidates[:4])
        fitting = [person for person in fitting if person.slug != alone.slug]
        if fitting:
            first = case.candidates[0].evidence
            yield _doubt("which", [alone, *fitting], first, moved=len(alone.appearances))


def _weight(person: Person) -> tuple[int, str]:
    return -len(person.appearances), person.slug


def _distinct(persons: Iterable[Person]) -> list[Person]:
    return list({person.slug: person for person in persons}.values())


def _doubt(
    kind: str,
    persons: Sequence[Person],
    evidence: Evidence,
    *,
    moved: int,
    closeness: float = 1.0,
) -> Doubt:
    return Doubt(
        kind="same" if kind == "same" else "which",
        names=tuple(person.name for person in persons),
        slugs=tuple(person.slug for person in persons),
        cables=tuple(
            tuple(dict.fromkeys(a.cable for a in person.appearances))[:SHOWN_CABLES] for person in persons
        ),
        pro=evidence.pro,
        con=evidence.con,
        worth=round(moved * closeness, 3),
        moved=moved,
    )


def render_doubts(doubts: Sequence[Doubt], *, limit: int = 20) -> Iterator[str]:
    """The cases most worth settling as lines of plain text, each with YAML to paste into people.yml.

    The YAML stands twice, as ``same`` and as ``different``: the publisher keeps the one that is true.
    """
    for number, doubt in enumerate(doubts[:limit], start=1):
        yield from _render(number, doubt)
    rest = len(doubts) - limit
    if rest > 0:
        yield f"{rest} more; see --limit"


def _render(number: int, doubt: Doubt) -> Iterator[str]:
    yield from doubt_lines(number, doubt)
    first, second = names_to_write(doubt)[:2]
    yield f"     same:      [{flow([first, second])}]"
    yield f"     different: [{flow([first, second])}]"
    yield ""


def doubt_lines(number: int, doubt: Doubt) -> Iterator[str]:
    """A case with its evidence, as lines of plain text."""
    question = " = ".join(doubt.names[:2]) + "?"
    if doubt.kind == "which":
        question = f"{doubt.names[0]}: {' or '.join(doubt.names[1:])}?"
    yield f"{number}. {question}"
    for name, slug, cables in zip(doubt.names, doubt.slugs, doubt.cables, strict=True):
        yield f"   {name} [{slug}]: {', '.join(cables)}"
    if doubt.moved:
        yield f"   would move: {doubt.moved} {'cable' if doubt.moved == 1 else 'cables'}"
    if doubt.pro:
        yield f"   for: {'; '.join(doubt.pro)}"
    if doubt.con:
        yield f"   against: {'; '.join(doubt.con)}"


def names_to_write(doubt: Doubt) -> list[str]:
    """The names of a case as people.yml has to have them."""
    return [
        f"{name} ({cables[0]})" if doubt.kind == "which" and place == 0 else name
        for place, (name, cables) in enumerate(zip(doubt.names, doubt.cables, strict=True))
    ]


def flow(names: list[str]) -> str:
    """Names as YAML writes them in one line."""
    return yaml.safe_dump(names, default_flow_style=True, allow_unicode=True, width=10_000).strip()
