"""The indexes over all entries."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from generator.catalogue.absent import Absent, AbsentPlace, Citing, absent_cables, places_of
from generator.model import Person
from generator.settle.entry import Entry

NONE_WITHHELD: Final[Mapping[str, datetime | None]] = {}

Entries = tuple[Entry, ...]
"""In order of time, the undated last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All cables of the site and the ways to them. Mappings are sorted by key."""

    entries: Mapping[str, Entry]
    """By key, in order of time, the undated last."""
    people: Mapping[str, Person]
    """By slug, for the people that some entry names."""
    by_tag: Mapping[str, Entries]
    by_person: Mapping[str, Entries]
    by_month: Mapping[tuple[int, int], Entries]
    """By (year, month); only months that have cables."""
    by_year_alone: Mapping[int, Entries]
    """Those of which the year is known, but no day; only years that have some."""
    undated: Entries
    """Those of which nothing is known."""
    by_post: Mapping[str, Entries]
    by_country: Mapping[str, Entries]
    by_classification: Mapping[str, Entries]
    by_collection: Mapping[str, Entries]
    by_concept: Mapping[str, Entries]
    """By the archive's subject heading; empty for corpora without."""
    cited_by: Mapping[str, tuple[Citing, ...]]
    """By cited id, whether the corpus holds it or not."""
    absent: tuple[Absent, ...]
    """Sorted by post, year and serial."""
    absent_places: Mapping[str, AbsentPlace]
    """By id: the page that lists it."""
    neighbours: Mapping[str, tuple[Entry | None, Entry | None]]
    """By key: the cable before and the cable after it in time at the same post."""
    withheld: Mapping[str, datetime | None]
    """By id, cables whose pages say that they are withheld, with the date that is in the address."""


def catalogue(
    entries: Iterable[Entry],
    people: Iterable[Person],
    withheld: Mapping[str, datetime | None] = NONE_WITHHELD,
) -> Catalogue:
    """Index all entries; the order in which they come makes no difference.

    Args:
        entries: One for each key.
        people: The people of the corpus; those that no entry names are left out.
        withheld: By id, cables that have no entry, but a page that says so; with their dates.

    Raises:
        ValueError: Two entries have one key.
    """
    ordered = tuple(sorted(entries, key=lambda entry: entry.sort_key))
    by_key = {entry.key: entry for entry in ordered}
    if len(by_key) != len(ordered):
        message = "two entries have one key; decide which of them to publish first"
        raise ValueError(message)
    by_person = _index(ordered, lambda entry: entry.people)
    cited_by = _cited_by(ordered)
    absent = absent_cables(cited_by, {*(entry.id for entry in ordered), *withheld})
    return Catalogue(
        entries=by_key,
        people={
            person.slug: person
            for person in sorted(people, key=lambda person: person.slug)
            if person.slug in by_person
        },
        by_tag=_index(ordered, lambda entry: entry.tags),
        by_person=by_person,
        by_month=_by_month(ordered),
        by_year_alone=_by_year_alone(ordered),
        undated=tuple(entry for entry in ordered if entry.year is None),
        by_post=_index(ordered, lambda entry: _one(entry.post)),
        by_country=_index(ordered, lambda entry: _one(entry.country)),
        by_collection=_index(ordered, lambda entry: _one(entry.collection)),
        by_classification=_index(ordered, lambda entry: _one(entry.classification)),
        by_concept=_index(ordered, lambda entry: entry.concepts),
        cited_by=cited_by,
        absent=absent,
        absent_places=places_of(absent),
        neighbours=_neighbours(ordered),
        withheld=withheld,
    )


def _one(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _index(entries: Entries, values: Callable[[Entry], Iterable[str]]) -> dict[str, Entries]:
    """Entries by each of their values, sorted by value."""
    lists: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for value in values(entry):
            lists[value].append(entry)
    return {value: tuple(lists[value]) for value in sorted(lists)}


def _by_month(entries: Entries) -> dict[tuple[int, int], Entries]:
    lists: dict[tuple[int, int], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.date is not None:
            lists[entry.date.year, entry.date.month].append(entry)
    return {month: tuple(lists[month]) for month in sorted(lists)}


def _by_year_alone(entries: Entries) -> dict[int, Entries]:
    lists: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.date is None and entry.year is not None:
            lists[entry.year].append(entry)
    return {year: tuple(lists[year]) for year in sorted(lists)}


def _cited_by(entries: Entries) -> dict[str, tuple[Citing, ...]]:
    lists: dict[str, list[Citing]] = defaultdict(list)
    for entry in entries:
        for cited in entry.cites:
            lists[cited.id].append(Citing(entry=entry, text=cited.text, passages=cited.passages))
    return {cited: tuple(lists[cited]) for cited in sorted(lists)}


def _neighbours(entries: Entries) -> dict[str, tuple[Entry | None, Entry | None]]:
    by_post = _index(
        tuple(entry for entry in entries if entry.date is not None), lambda entry: _one(entry.post)
    )
    neighbours: dict[str, tuple[Entry | None, Entry | None]] = {}
    for group in by_post.values():
        for before, entry, after in zip((None, *group[:-1]), group, (*group[1:], None), strict=True):
            neighbours[entry.key] = (before, after)
    return neighbours
