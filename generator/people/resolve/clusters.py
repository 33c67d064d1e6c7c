"""Cells joined into one person so far, the guards that keep two people apart, and the joining itself."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import heappush, heappushpop
from itertools import islice

from generator.names.forms import NameForm
from generator.names.relation import Relation, relate
from generator.names.transliteration import folded
from generator.people.resolve.cells import Cell, joined, only, summed
from generator.people.resolve.roles import Offices


@dataclass(slots=True, kw_only=True, eq=False)
class Cluster:
    """One person as far as the evidence has gone; sums of its cells."""

    number: int
    """Place of its first cell; the name under which the union knows it."""
    cells: list[Cell]
    forms: frozenset[NameForm]
    """Spellings of several words; empty for a surname alone."""
    countries: frozenset[str]
    posts: frozenset[str]
    years: frozenset[int]
    homes: frozenset[str]
    offices: Offices
    reigns: frozenset[int]
    short: Counter[str]
    apart: set[int] = field(default_factory=set)
    """Clusters that a decision keeps apart from this one."""
    _cables: frozenset[int] | None = None

    @property
    def lands(self) -> frozenset[str]:
        """Countries it has to do with: those of the posts that report, those its offices name."""
        return self.countries | self.homes

    @property
    def words(self) -> frozenset[str]:
        """Folded words of all its spellings."""
        return frozenset(folded(token) for cell in self.cells for token in cell.form.tokens)

    @property
    def cables(self) -> frozenset[int]:
        """Numbers of the cables that name it."""
        if self._cables is None:
            self._cables = frozenset(cable for cell in self.cells for cable, _ in cell.mentions)
        return self._cables

    @property
    def key(self) -> tuple[str, str, str]:
        """Sort key: that of the first cell."""
        return self.cells[0].key

    def absorb(self, other: "Cluster") -> None:
        """Join another cluster into this one."""
        self.cells += other.cells
        self.forms = joined(self.forms, other.forms)
        self.countries = joined(self.countries, other.countries)
        self.posts = joined(self.posts, other.posts)
        self.years = joined(self.years, other.years)
        self.homes = joined(self.homes, other.homes)
        self.offices = summed(self.offices, other.offices)
        self.reigns = joined(self.reigns, other.reigns)
        self.short = summed(self.short, other.short)
        self.apart |= other.apart
        self._cables = None


def cluster_of(number: int, cell: Cell) -> Cluster:
    """A cluster of one cell, whose sums it shares."""
    return Cluster(
        number=number,
        cells=[cell],
        forms=frozenset() if cell.form.alone else only(cell.form),
        countries=only(cell.country),
        posts=cell.posts,
        years=cell.years,
        homes=cell.homes,
        offices=cell.offices,
        reigns=cell.reigns,
        short=cell.short,
    )


def agree(this: Cluster, other: Cluster) -> bool:
    """Whether every spelling of one can be the same person as every spelling of the other.

    This stops a chain: J. Smith goes with John Smith and with James Smith, but they not with each other.
    """
    return all(relate(a, b) is not Relation.APART for a in this.forms for b in other.forms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two clusters when they were joined."""

    alone: bool
    """Known by one word only."""
    mentions: tuple[tuple[int, int], ...]
    """The first few: cable and index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """Two clusters that the evidence made one, and why."""

    there: Side
    came: Side
    pro: tuple[str, ...]
    con: tuple[str, ...]
    spare: float
    """How much more evidence there was than needed."""


KEPT_JOININGS = 20_000
"""The least certain are kept; a corpus of a quarter of a million cables joins far more."""
FIRST = 3
"""Mentions by which a side is told."""


class Pool:
    """Clusters under the numbers of their first cells, with a union-find over the numbers."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        """Start with one cluster a cell, numbered in the order given."""
        self._clusters = {number: cluster_of(number, cell) for number, cell in enumerate(cells)}
        self._parent = list(range(len(self._clusters)))
        self._joinings: list[tuple[float, int, Joining]] = []
        """A heap, the most certain first, with the order in which they came."""
        self._noted = 0

    def root(self, number: int) -> int:
        """Number of the cluster that a cell's number belongs to now."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def of(self, number: int) -> Cluster:
        """The cluster that a cell's number belongs to now."""
        return self._clusters[self.root(number)]

    def join(self, cluster: Cluster, other: Cluster) -> Cluster:
        """Make one cluster of two; the lower number stays."""
        if cluster is other:
            return cluster
        keep, lose = sorted((cluster, other), key=lambda cluster: cluster.number)
        keep.absorb(lose)
        self._parent[lose.number] = keep.number
        del self._clusters[lose.number]
        return keep

    def join_for(
        self, cluster: Cluster, other: Cluster, *, pro: tuple[str, ...], con: tuple[str, ...], spare: float
    ) -> Cluster:
        """Join two for these reasons, and remember them while there is room."""
        if cluster is not other:
            joining = Joining(there=_side(cluster), came=_side(other), pro=pro, con=con, spare=spare)
            self._noted += 1
            put = heappushpop if len(self._joinings) >= KEPT_JOININGS else heappush
            put(self._joinings, (-spare, self._noted, joining))
        return self.join(cluster, other)

    def joinings(self) -> list[Joining]:
        """What was joined for reasons, the least certain."""
        return [joining for _, _, joining in self._joinings]

    def forbid(self, cluster: Cluster, other: Cluster) -> None:
        """Keep two clusters apart from now on."""
        cluster.apart.add(other.number)
        other.apart.add(cluster.number)

    def allowed(self, cluster: Cluster, other: Cluster) -> bool:
        """Whether the two may be joined: no decision keeps them apart, and all their spellings agree."""
        return not self.parted(cluster, other) and agree(cluster, other)

    def parted(self, cluster: Cluster, other: Cluster) -> bool:
        """Whether a decision keeps them apart, be it by way of what they absorbed."""
        return any(self.root(number) == other.number for number in cluster.apart)

    def clusters(self) -> tuple[Cluster, ...]:
        """All clusters in order of number."""
        return tuple(self._clusters[number] for number in sorted(self._clusters))


def _side(cluster: Cluster) -> Side:
    """By mentions of the full name, where there is one."""
    cells = [cell for cell in cluster.cells if not cell.form.alone] or cluster.cells
    mentions = islice((mention for cell in cells for mention in cell.mentions), FIRST)
    return Side(alone=not cluster.forms, mentions=tuple(mentions))
