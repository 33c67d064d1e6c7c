"""How well whole people come together: labelled namings of bench/data/people.tsv against their pages.

A page counts as far as its namings are labelled. ``-`` (somebody else) and ``!`` (no person) lower what a
page is worth and are not scored themselves.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

OTHERS: Final = frozenset("-!")
"""Labels of namings that are none of the labelled people's."""
SEVERAL: Final = 10
"""Namings from which on a page is one of those whose purity is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One name in one cable, and whose it is."""

    kept: bool
    """Not looked at while rules were set."""
    person: str
    cable: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleScore:
    """Figures over labelled people, shares of 1."""

    people: int
    namings: int
    precision: float
    """B-cubed: of the labelled namings on the page of a naming, those of the same person."""
    recall: float
    """B-cubed: of the person's namings, those on the same page."""
    main: float
    """Share of a person's namings on the main page, the mean over people with several namings."""
    pages: float
    """Pages over which such a person is spread, the mean."""
    pure: float
    """Share of pages of several namings that hold one person only."""
    mixed: tuple[str, ...]
    """Pages that hold others, each with what stands on it."""
    spread: tuple[str, ...]
    """People on several pages, each with the pages."""

    @property
    def f1(self) -> float:
        """Harmonic mean of B-cubed precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def read_namings(path: Path) -> tuple[Naming, ...]:
    """The labelled namings, in file order."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return tuple(
        Naming(kept=half == "kept", person=person, cable=cable, name=name)
        for half, person, cable, name in rows[1:]
    )


def score_people(
    namings: Iterable[Naming], page_of: Callable[[str, str], str | None], wanted: Callable[[Naming], bool]
) -> PeopleScore:
    """Compare pages with labels.

    Args:
        namings: All that are labelled.
        page_of: From cable and name to the page; None where the name is not found in the cable.
        wanted: Whose figures are asked for.
    """
    placed = [(naming, page) for naming in namings if (page := page_of(naming.cable, naming.name))]
    on_page: defaultdict[str, Counter[str]] = defaultdict(Counter)
    of_person: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for naming, page in placed:
        on_page[page][naming.person] += 1
        if naming.person not in OTHERS and wanted(naming):
            of_person[naming.person][page] += 1
    several = {person: pages for person, pages in of_person.items() if pages.total() > 1}
    large = _large(on_page, of_person)
    return PeopleScore(
        people=len(of_person),
        namings=sum(pages.total() for pages in of_person.values()),
        precision=_mean(
            (on_page[page][person] / on_page[page].total(), count)
            for person, pages in of_person.items()
            for page, count in pages.items()
        ),
        recall=_mean(
            (count / pages.total(), count) for pages in of_person.values() for count in pages.values()
        ),
        main=_mean((max(pages.values()) / pages.total(), 1) for pages in several.values()),
        pages=_mean((len(pages), 1) for pages in several.values()),
        pure=_mean((len(on_page[page]) == 1, 1) for page in large),
        mixed=tuple(_told(page, on_page[page]) for page in large if len(on_page[page]) > 1),
        spread=tuple(_told(person, pages) for person, pages in several.items() if len(pages) > 1),
    )


def _large(on_page: Mapping[str, Counter[str]], of_person: Mapping[str, Counter[str]]) -> Sequence[str]:
    mine = {page for pages in of_person.values() for page in pages}
    return sorted(page for page in mine if on_page[page].total() >= SEVERAL)


def _mean(weighted: Iterable[tuple[float, int]]) -> float:
    pairs = list(weighted)
    total = sum(weight for _, weight in pairs)
    return sum(value * weight for value, weight in pairs) / total if total else 1.0


def _told(what: str, counts: Counter[str]) -> str:
    return f"{what}: {', '.join(f'{key} {count}' for key, count in counts.most_common(8))}"
