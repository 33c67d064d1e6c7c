"""What the page of one cable shows of the rest of the site: everything it depends on beside the cable."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from generator.catalogue.absent import AbsentPlace, Citing
from generator.catalogue.index import Catalogue
from generator.catalogue.related import related
from generator.model import PersonFound
from generator.settle import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The context of one cable's page.

    Small and picklable: a worker needs no catalogue, and a page must be written anew only when its cable or
    this has changed.
    """

    entry: Entry
    held: dict[str, Entry]
    """By id: the cables it cites that the corpus holds."""
    absent: dict[str, AbsentPlace]
    """By id: the pages that list those that it cites and the corpus does not hold."""
    cited_by: tuple[Citing, ...]
    """In order of time."""
    related: tuple[Entry, ...]
    """The closest first."""
    previous: Entry | None
    """The cable before it in time at the same post."""
    next: Entry | None
    person_pages: frozenset[str]
    """Slugs, of those it names, whose people have a page of their own."""

    withheld: dict[str, datetime | None]
    """By id: those it cites whose pages say that they are withheld, with the date in the address."""

    def with_page(self, people: Iterable[PersonFound]) -> tuple[PersonFound, ...]:
        """Those of a published cable's people who have a page of their own."""
        return tuple(person for person in people if person.slug in self.person_pages)


def links(catalogue: Catalogue, key: str, *, related_limit: int, people_page_min: int) -> Links:
    """Gather what the page of the cable ``key`` shows.

    Args:
        catalogue: All cables.
        key: ``Cable.key``.
        related_limit: Most related cables to name.
        people_page_min: Cables that must name a person for a page of their own.

    Raises:
        KeyError: The catalogue holds no such cable.
    """
    entry = catalogue.entries[key]
    before, after = catalogue.neighbours.get(key, (None, None))
    return Links(
        entry=entry,
        held={
            cited.id: catalogue.entries[cited.id] for cited in entry.cites if cited.id in catalogue.entries
        },
        withheld={
            cited.id: catalogue.withheld[cited.id] for cited in entry.cites if cited.id in catalogue.withheld
        },
        absent={
            cited.id: catalogue.absent_places[cited.id]
            for cited in entry.cites
            if cited.id in catalogue.absent_places
        },
        cited_by=tuple(
            citing for citing in catalogue.cited_by.get(entry.id or "", ()) if citing.entry.key != key
        ),
        related=related(catalogue, entry, related_limit),
        previous=before,
        next=after,
        person_pages=frozenset(
            slug for slug in entry.people if len(catalogue.by_person[slug]) >= people_page_min
        ),
    )
