"""Surnames (and given names) alone: whose they are, where the context leaves one candidate."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.people.resolve.cells import Corpus
from generator.people.resolve.cluster import Cluster
from generator.people.resolve.evidence import Evidence, weigh, years_between
from generator.people.resolve.fold import folded, same_sound, skeleton
from generator.people.resolve.lexicon import COMMON, TOP_OFFICES
from generator.people.resolve.pool import Pool
from generator.people.resolve.roles import agreement

ENOUGH_ALONE = 2.0
"""Balance from which on a surname alone goes to a full name."""

PLAUSIBLE = 1.0
"""Balance from which on a candidate stands in the way of another."""

MARGIN = 1.0
"""By how much the first candidate must lead the second."""

CUSTOM_USES, CUSTOM_LEAD = 3, 5
"""Cables mean one person by a word if they did so thrice, and five times as often as all others."""

LONGEST_TERM = 6
"""Years that may lie between two surnames of one office: longer than most terms."""

HEADS = frozenset({"ambassador", "charge", "chief", "consul", "minister"})
"""Words of the offices whose holders sign a mission's telegrams."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A full name that a surname may stand for."""

    number: int
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """A surname that more than one candidate fits, best first."""

    number: int
    candidates: tuple[Candidate, ...]


@dataclass(slots=True, kw_only=True, eq=False)
class _Bearer:
    """A cluster under one of the words by which it may be called."""

    cluster: Cluster
    token: str
    place: float
    """What the word's place in the name says: by which word cables call this person, else the last one."""


def settle_alone(corpus: Corpus, pool: Pool) -> tuple[Undecided, ...]:
    """Give each surname alone to the one full name that fits; group the rest among themselves.

    All surnames are judged against the full names as they stand, before any is joined, so that the order in
    which they come can't matter.
    """
    bearers = _bearers(pool)
    alone = [cluster for cluster in pool.clusters() if not cluster.forms]
    verdicts = [(each, _ranked(corpus, each, bearers)) for each in alone]
    open_cases: list[Undecided] = []
    left: list[Cluster] = []
    for each, ranked in verdicts:
        if _decided(ranked):
            pool.join(pool.of(ranked[0].number), each)
            continue
        left.append(each)
        if len(ranked) > 1 and ranked[0].evidence.score >= PLAUSIBLE:
            open_cases.append(Undecided(number=each.number, candidates=tuple(ranked)))
    _group(pool, left, {case.number for case in open_cases})
    return tuple(open_cases)


def _bearers(pool: Pool) -> dict[str, list[_Bearer]]:
    found: defaultdict[str, list[_Bearer]] = defaultdict(list)
    for cluster in pool.clusters():
        for token, place in sorted(_callings(cluster).items()):
            found[skeleton(token)].append(_Bearer(cluster=cluster, token=token, place=place))
    return found


def _callings(cluster: Cluster) -> dict[str, float]:
    """Words by which a person may be called, with what that is worth."""
    words: dict[str, float] = {}
    for form in cluster.forms:
        for word in form.tokens[1:-1]:
            if len(word) > 1:
                words.setdefault(word, 0.0)
        words[form.tokens[-1]] = max(words.get(form.tokens[-1], 0.0), 0.5)
        for word in form.tokens:
            if cluster.short[folded(word)]:
                words[word] = 1.0
    return words


def _ranked(corpus: Corpus, alone: Cluster, bearers: dict[str, list[_Bearer]]) -> list[Candidate]:
    token = alone.cells[0].form.tokens[0]
    near = [each for each in bearers.get(skeleton(token), ()) if same_sound(token, each.token)]
    best: dict[int, Candidate] = {}
    people = {each.cluster.number for each in near}
    for bearer in near:
        if not _possible(alone, bearer.cluster):
            continue
        base = bearer.place + _word_base(token, len(people)) + _custom(alone, bearer, near)
        base -= 0.0 if folded(token) == folded(bearer.token) else 0.5
        evidence = weigh(corpus, alone, bearer.cluster, base + _closing(alone, bearer.cluster))
        known = best.get(bearer.cluster.number)
        if known is None or evidence.score > known.evidence.score:
            best[bearer.cluster.number] = Candidate(number=bearer.cluster.number, evidence=evidence)
    return sorted(best.values(), key=lambda each: (-each.evidence.score, each.number))


def _possible(alone: Cluster, bearer: Cluster) -> bool:
    """Two people of one cable are two people, except that a closing signature repeats its own ambassador."""
    if bearer.number in alone.apart or alone.number in bearer.apart:
        return False
    if alone.cells[0].shut:
        return bool(alone.posts & bearer.posts)
    return not alone.cables & bearer.cables


def _word_base(token: str, people: int) -> float:
    if token in COMMON:
        return -0.5
    return 1.0 if people == 1 else 0.0


def _custom(alone: Cluster, bearer: _Bearer, near: Iterable[_Bearer]) -> float:
    """One point where cables of the country by custom mean this person by the word."""
    word = folded(bearer.token)
    used = {
        each.cluster.number: each.cluster.short[folded(each.token)]
        for each in near
        if each.cluster.countries & alone.countries
    }
    own = used.get(bearer.cluster.number, 0)
    rest = sum(used.values()) - own
    return 1.0 if word and own >= CUSTOM_USES and own >= CUSTOM_LEAD * rest else 0.0


def _closing(alone: Cluster, bearer: Cluster) -> float:
    """For a signature: who else heads the mission signs it, above all who classified the same cable."""
    if not alone.cells[0].shut:
        return 0.0
    heads = any(words & HEADS for words in bearer.offices)
    return (1.0 if heads else 0.0) + (2.0 if alone.cables & bearer.cables else 0.0)


def _decided(ranked: list[Candidate]) -> bool:
    if not ranked or ranked[0].evidence.score < ENOUGH_ALONE:
        return False
    if len(ranked) == 1:
        return True
    second = ranked[1].evidence.score
    return second < PLAUSIBLE or ranked[0].evidence.score - second >= MARGIN


def _group(pool: Pool, left: Iterable[Cluster], contested: set[int]) -> None:
    """Join surnames that stay alone among themselves, those with an office and the most frequent first."""
    groups: defaultdict[str, list[Cluster]] = defaultdict(list)
    for each in sorted(left, key=lambda c: (not c.offices, -len(c.cables), c.number)):
        token = each.cells[0].form.tokens[0]
        known = groups[folded(token)]
        fits = [(score, -g.number, g) for g in known if (score := _fit(g, each, contested)) > 0]
        if not fits:
            known.append(each)
            continue
        group = max(fits, key=lambda fit: fit[:2])[2]
        joined = pool.join(group, each)
        known[known.index(group)] = joined
        if group.number in contested or each.number in contested:
            contested.add(joined.number)


def _fit(group: Cluster, each: Cluster, contested: set[int]) -> float:
    """How well one more surname goes with a group of its like; 0 or less for not at all."""
    if group.cables & each.cables and not (group.cells[0].shut or each.cells[0].shut):
        return 0.0
    gap = years_between(group.years, each.years)
    if gap is not None and gap > LONGEST_TERM:
        return 0.0
    offices = agreement(frozenset(group.offices), frozenset(each.offices))
    common = each.cells[0].form.tokens[0] in COMMON or each.number in contested
    if group.posts & each.posts:
        return 3.0 + offices if offices > 0 or (not common and offices == 0) else 0.0
    if group.countries & each.countries:
        return 2.0 + offices if offices > 0 or (not common and offices == 0) else 0.0
    top = any(words & TOP_OFFICES for words in group.offices)
    if common or not top:
        return 0.0
    return 1.0 + offices if offices > 0 or not each.offices else 0.0
