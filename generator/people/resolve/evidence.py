"""What speaks for and against two clusters being one person, in one scale.

The weights are log-odds in spirit: one point is "rather", two are "surely unless something speaks against
it". They were set by hand and checked by bench/bench_resolve.py, which halves the pairs.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model import counted
from generator.names.forms import is_common
from generator.names.given import COMMON, formal
from generator.names.relation import Relation
from generator.names.transliteration import skeleton
from generator.people.resolve.cells import Corpus
from generator.people.resolve.clusters import Cluster
from generator.people.resolve.roles import agreement

BASE: dict[Relation, float] = {
    Relation.EQUAL: 2.0,
    Relation.FOLDED: 1.5,
    Relation.MIDDLE: 1.5,
    Relation.NICKNAME: 0.5,
    Relation.SOUND: 0.5,
    Relation.HEAD: 0.5,
    Relation.TAIL: 0.0,
    Relation.INITIAL: -0.5,
    Relation.TYPO: -0.5,
}
"""What the names say by themselves."""

COMMON_NAME = -2.0
"""Many people bear both words."""

RARE_NAME = 1.0
"""Nobody else in the corpus bears the surname."""

ENOUGH = 1.5
"""Different spellings are joined from here on."""

ENOUGH_EQUAL = 0.5
"""The same spelling in two countries is joined from here on."""

WORTH_ASKING = 0.0
"""Below ENOUGH, but not hopeless: a doubtful case for the publisher from here on."""

COMPANY, COMPANY_MOST = 2.0, 1.5
"""Someone named with both counts COMPANY divided by the number of cables that name him, all together
COMPANY_MOST at most: who meets everybody says nothing."""

LONGEST_LIFE = 60
"""Years between two mentions after which one living person is out of the question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The balance, with its reasons in plain words."""

    score: float
    pro: tuple[str, ...]
    con: tuple[str, ...]


def weigh(corpus: Corpus, cluster: Cluster, other: Cluster, base: float) -> Evidence:
    """Balance what the corpus says about two clusters, starting from what their names say."""
    parts = [
        _place(cluster, other),
        _time(cluster, other),
        _office(cluster, other),
        _company(corpus, cluster, other),
    ]
    if base < BASE[Relation.FOLDED]:
        parts.append(_told_apart(cluster, other))
    return Evidence(
        score=base + sum(points for points, _ in parts),
        pro=tuple(why for points, why in parts if points > 0),
        con=tuple(why for points, why in parts if points < 0),
    )


Census = Mapping[str, frozenset[str]]
"""Skeleton of a surname -> skeletons of the given names that the corpus has with it."""


def census(clusters: Iterable[Cluster]) -> Census:
    """Count who bears which surname."""
    given_names: defaultdict[str, set[str]] = defaultdict(set)
    for cluster in clusters:
        for form in cluster.forms:
            given_names[skeleton(form.tokens[-1])].add(skeleton(formal(form.tokens[0])))
    return {surname: frozenset(given) for surname, given in given_names.items()}


def name_base(relation: Relation, cluster: Cluster, other: Cluster, bearers: Census) -> float:
    """What the names themselves say: less for common words, more where nobody else bears the surname."""
    forms = cluster.forms | other.forms
    if any(is_common(form) for form in forms):
        return BASE[relation] + COMMON_NAME
    own = {skeleton(formal(form.tokens[0])) for form in forms}
    surnames = {form.tokens[-1] for form in forms}
    alone = all(bearers[skeleton(word)] <= own and word not in COMMON for word in surnames)
    return BASE[relation] + (RARE_NAME if alone else 0.0)


def _place(cluster: Cluster, other: Cluster) -> tuple[float, str]:
    if shared := sorted(cluster.posts & other.posts):
        return 2.0, f"same post ({shared[0]})"
    if shared := sorted(cluster.countries & other.countries):
        return 1.0, f"same country ({shared[0]})"
    if shared := sorted((cluster.homes & other.lands) | (other.homes & cluster.lands)):
        return 1.0, f"office of the same country ({shared[0]})"
    if cluster.countries and other.countries:
        return -1.0, f"different countries ({min(cluster.countries)}, {min(other.countries)})"
    return 0.0, ""


def years_between(years: frozenset[int], other: frozenset[int]) -> int | None:
    """Smallest distance in years; None where one has no date."""
    if not years or not other:
        return None
    return min(abs(a - b) for a in years for b in other)


def _time(cluster: Cluster, other: Cluster) -> tuple[float, str]:
    gap = years_between(cluster.years, other.years)
    if gap is None:
        return 0.0, ""
    for limit, points in ((1, 1.0), (4, 0.5), (10, 0.0), (20, -1.0), (LONGEST_LIFE, -3.0)):
        if gap <= limit:
            return points, f"{gap} years apart" if gap else "same year"
    return -9.0, f"{gap} years apart"


def _office(cluster: Cluster, other: Cluster) -> tuple[float, str]:
    points = agreement(cluster.offices, other.offices)
    if points > 0:
        return points, "same office"
    return points, "different offices" if points else ""


def _company(corpus: Corpus, cluster: Cluster, other: Cluster) -> tuple[float, str]:
    """Others named with both; their own names don't count."""
    few = 60  # a person named in more cables than this meets nearly everyone
    if len(cluster.cables) > few or len(other.cables) > few:
        return 0.0, ""
    both = cluster.cables & other.cables
    together = corpus.company(cluster.cables - both) & corpus.company(other.cables - both)
    others = together - cluster.words - other.words
    rare = sorted(others, key=lambda name: (corpus.frequency[name], name))
    points = sum(COMPANY / max(2, corpus.frequency[name]) for name in rare)
    if points < COMPANY / 10:
        return 0.0, ""
    return min(COMPANY_MOST, points), f"named with the same people ({', '.join(rare[:3])})"


def _told_apart(cluster: Cluster, other: Cluster) -> tuple[float, str]:
    """Cables that name both as two people."""
    both = len(cluster.cables & other.cables)
    if not both:
        return 0.0, ""
    return -3.0 * both / min(
        len(cluster.cables), len(other.cables)
    ), f"named together in {counted(both, 'cable')}"
