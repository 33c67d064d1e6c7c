"""Cells joined into one person so far, with the guards that keep two people apart."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.people.resolve.cells import Cell
from generator.people.resolve.fold import folded
from generator.people.resolve.names import NameForm, Relation, relate
from generator.people.resolve.roles import Offices


@dataclass(slots=True, kw_only=True, eq=False)
class Cluster:
    """One person as far as the evidence has gone; sums of its cells."""

    number: int
    """Place of its first cell; the name under which the union knows it."""
    cells: list[Cell]
    forms: set[NameForm]
    """Spellings of several words; empty for a surname alone."""
    countries: set[str] = field(default_factory=set)
    posts: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    offices: Offices = field(default_factory=Counter)
    cables: set[int] = field(default_factory=set)
    short: Counter[str] = field(default_factory=Counter)
    words: set[str] = field(default_factory=set)
    """Folded words of all its spellings."""
    apart: set[int] = field(default_factory=set)
    """Clusters that a decision keeps apart from this one."""

    @property
    def lands(self) -> set[str]:
        """Countries it has to do with: those of the posts that report, those its offices name."""
        return self.countries | self.homes

    @property
    def key(self) -> tuple[str, str, str]:
        """Sort key: that of the first cell."""
        return self.cells[0].key

    def take(self, cell: Cell) -> None:
        """Add a cell's sums."""
        self.cells.append(cell)
        self._sum(cell)

    def _sum(self, cell: Cell) -> None:
        if cell.country:
            self.countries.add(cell.country)
        self.posts |= cell.posts
        self.years |= cell.years
        self.homes |= cell.homes
        self.offices.update(cell.offices)
        self.cables |= cell.cables
        self.short.update(cell.short)
        self.words.update(folded(token) for token in cell.form.tokens)
        if not cell.form.alone:
            self.forms.add(cell.form)

    def absorb(self, other: "Cluster") -> None:
        """Join another cluster into this one."""
        for cell in other.cells:
            self.take(cell)
        self.apart |= other.apart


def cluster_of(number: int, cells: Iterable[Cell]) -> Cluster:
    """A cluster of these cells."""
    made = Cluster(number=number, cells=[], forms=set())
    for cell in cells:
        made.take(cell)
    return made


def agree(one: Cluster, other: Cluster) -> bool:
    """Whether every spelling of one can be the same person as every spelling of the other.

    This is what stops a chain: J. Smith goes with John Smith and with James Smith, but they not with each
    other.
    """
    return all(relate(a, b) is not Relation.APART for a in one.forms for b in other.forms)
