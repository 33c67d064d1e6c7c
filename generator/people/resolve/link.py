"""Names of several words: the same spelling in several countries, then different spellings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from generator.names.relation import Relation, block_keys, relate
from generator.people.resolve.cells import Corpus
from generator.people.resolve.clusters import Cluster, Pool
from generator.people.resolve.evidence import (
    ENOUGH,
    ENOUGH_EQUAL,
    WORTH_ASKING,
    Census,
    Evidence,
    census,
    name_base,
    weigh,
)

CROWDED = 400
"""Clusters under one key from which on only those of one country are compared: keeps the work linear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two clusters that may be one person."""

    number: int
    other: int
    relation: Relation
    evidence: Evidence

    @property
    def needed(self) -> float:
        """Score from which on the two are joined."""
        return ENOUGH_EQUAL if self.relation is Relation.EQUAL else ENOUGH


def link_full_names(corpus: Corpus, pool: Pool) -> tuple[Link, ...]:
    """Join what belongs together, surest first; return the links that were left undone but are worth asking.

    A shorter name that fits several longer ones that exclude each other (George Bush) goes to the one that
    the evidence prefers by a clear margin, or to none.
    """
    _join(corpus, pool, _equal_pairs(pool.clusters()))
    return _join(corpus, pool, _similar_pairs(pool.clusters()))


def _equal_pairs(clusters: Iterable[Cluster]) -> Iterator[tuple[Cluster, Cluster]]:
    spelled: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for form in cluster.forms:
            spelled["".join(form.tokens) + (form.suffix or "")].append(cluster)
    for same in spelled.values():
        yield from combinations(same, 2)


def _similar_pairs(clusters: Iterable[Cluster]) -> Iterator[tuple[Cluster, Cluster]]:
    blocks: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for key in sorted({key for form in cluster.forms for key in block_keys(form)}):
            blocks[key].append(cluster)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for cluster, other in _pairs(block):
            pair = (cluster.number, other.number)
            if pair not in seen:
                seen.add(pair)
                yield cluster, other


def _pairs(block: list[Cluster]) -> Iterator[tuple[Cluster, Cluster]]:
    if len(block) <= CROWDED:
        yield from combinations(block, 2)
        return
    by_country: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in block:
        for country in cluster.countries:
            by_country[country].append(cluster)
    for country in sorted(by_country):
        yield from combinations(by_country[country][:CROWDED], 2)


def _join(corpus: Corpus, pool: Pool, pairs: Iterable[tuple[Cluster, Cluster]]) -> tuple[Link, ...]:
    links = sorted(
        _weighed(corpus, pairs, census(pool.clusters())),
        key=lambda link: (-link.evidence.score, link.number, link.other),
    )
    rivals = _rivals(links)
    undone: list[Link] = []
    for link in links:
        cluster, other = pool.of(link.number), pool.of(link.other)
        if cluster is other or not pool.allowed(cluster, other):
            continue
        if link.evidence.score >= link.needed and not _contested(pool, link, rivals):
            spare = link.evidence.score - link.needed
            pool.join_for(cluster, other, pro=link.evidence.pro, con=link.evidence.con, spare=spare)
        else:
            undone.append(link)
    return tuple(link for link in undone if pool.of(link.number) is not pool.of(link.other))


def _weighed(corpus: Corpus, pairs: Iterable[tuple[Cluster, Cluster]], bearers: Census) -> Iterator[Link]:
    for cluster, other in pairs:
        relation = _weakest(cluster, other)
        if relation is Relation.APART:
            continue
        evidence = weigh(corpus, cluster, other, name_base(relation, cluster, other, bearers))
        if evidence.score >= WORTH_ASKING:
            yield Link(number=cluster.number, other=other.number, relation=relation, evidence=evidence)


def _weakest(cluster: Cluster, other: Cluster) -> Relation:
    """The closest relation of any two spellings; APART where any two exclude each other."""
    relations = [relate(a, b) for a in cluster.forms for b in other.forms]
    return Relation.APART if Relation.APART in relations else max(relations)


MARGIN = 1.0
"""By how much a link must beat one to somebody else before it counts."""


def _rivals(links: Iterable[Link]) -> dict[int, list[Link]]:
    by_end: defaultdict[int, list[Link]] = defaultdict(list)
    for link in links:
        by_end[link.number].append(link)
        by_end[link.other].append(link)
    return by_end


def _contested(pool: Pool, link: Link, rivals: dict[int, list[Link]]) -> bool:
    """Whether one end could as well go to somebody whom the other end excludes."""
    for end, goal in ((link.number, link.other), (link.other, link.number)):
        for rival in rivals[end]:
            third = rival.other if rival.number == end else rival.number
            if third == goal or rival.evidence.score <= link.evidence.score - MARGIN:
                continue
            if not pool.allowed(pool.of(third), pool.of(goal)):
                return True
    return False
