"""The clusters while they are being joined."""

from collections.abc import Iterable

from generator.people.resolve.cells import Cell
from generator.people.resolve.cluster import Cluster, agree, cluster_of


class Pool:
    """Clusters under the numbers of their first cells, with a union-find over the numbers."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        """Start with one cluster a cell, numbered in the order given."""
        self._clusters = {number: cluster_of(number, cell) for number, cell in enumerate(cells)}
        self._parent = list(range(len(self._clusters)))

    def root(self, number: int) -> int:
        """Number of the cluster that a cell's number belongs to now."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def of(self, number: int) -> Cluster:
        """The cluster that a cell's number belongs to now."""
        return self._clusters[self.root(number)]

    def join(self, one: Cluster, other: Cluster) -> Cluster:
        """Make one cluster of two; the lower number stays."""
        if one is other:
            return one
        keep, lose = sorted((one, other), key=lambda cluster: cluster.number)
        keep.absorb(lose)
        self._parent[lose.number] = keep.number
        del self._clusters[lose.number]
        return keep

    def forbid(self, one: Cluster, other: Cluster) -> None:
        """Keep two clusters apart from now on."""
        one.apart.add(other.number)
        other.apart.add(one.number)

    def allowed(self, one: Cluster, other: Cluster) -> bool:
        """Whether the two may be joined: no decision keeps them apart, and all their spellings agree."""
        return not self.parted(one, other) and agree(one, other)

    def parted(self, one: Cluster, other: Cluster) -> bool:
        """Whether a decision keeps them apart, be it by way of what they absorbed."""
        return any(self.root(number) == other.number for number in one.apart)

    def clusters(self) -> tuple[Cluster, ...]:
        """All clusters in order of number."""
        return tuple(self._clusters[number] for number in sorted(self._clusters))
