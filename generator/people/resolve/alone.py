"""Surnames (and given names) alone: whose they are, where the context leaves one candidate."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from generator.names.given import COMMON
from generator.names.offices import MISSION_HEADS, TOP_OFFICES
from generator.names.relation import Relation, relate
from generator.names.transliteration import folded
from generator.people.resolve.bearers import (
    KNOWN_ABROAD,
    KNOWN_HOLDER,
    Bearer,
    Bearers,
    called_so,
    called_there,
    rare,
    spelled_alike,
)
from generator.people.resolve.cells import Corpus
from generator.people.resolve.clusters import Cluster, Pool
from generator.people.resolve.evidence import Evidence, weigh, years_between
from generator.people.resolve.groups import Doubtful, grouped
from generator.people.resolve.roles import agreement

ENOUGH_ALONE = 2.0
"""Balance from which on a surname alone goes to a full name."""

ENOUGH_TOGETHER = 2.5
"""The same for a group of surnames alone."""

PLAUSIBLE = 1.0
"""Balance from which on a candidate stands in the way of another."""

MARGIN = 1.0
"""By how much the first candidate must lead the second."""

FEW, CALLED, CUSTOM_MOST = 2.0, 2.0, 2.0
"""One cable proves no custom; cables that call a person by the word alone count three times; the most that
custom says for or against."""

NOBODY = -6.0
"""Outweighs all that post, years and company can say."""

MOSTLY, SELDOM = 0.5, 0.35
"""Shares of a person's cables from which on an office is theirs, and below which it hardly is."""


KnownOffices = Mapping[str, frozenset[frozenset[str]]]
"""Surname -> offices with which cables of several countries name somebody by it alone."""


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


def settle_alone(corpus: Corpus, pool: Pool) -> tuple[Undecided, ...]:
    """Give each surname alone to the one full name that fits; group the rest among themselves.

    Those with an office first, since they say most; a surname by itself is then judged by whom cables call
    so. All of one round are judged against the full names as they stand, before any is joined, so that the
    order in which they come can't matter.
    """
    alone = [cluster for cluster in pool.clusters() if not cluster.forms]
    titled = _settle(corpus, pool, [surname for surname in alone if surname.offices], ENOUGH_ALONE)
    holders = _holders(pool, alone, {case.number for case in titled})
    bare = [surname for surname in alone if not surname.offices]
    open_cases = (*titled, *_settle(corpus, pool, bare, ENOUGH_ALONE, holders))
    left = [cluster for cluster in pool.clusters() if not cluster.forms]
    bearers = Bearers(pool.clusters())
    claimed = {surname.number for surname in left if bearers.near(surname, surname.cells[0].form.tokens[0])}
    groups = grouped(pool, left, Doubtful({case.number for case in open_cases}, claimed))
    # Many cables together may say of whom they speak where each by itself says too little.
    return _settle(corpus, pool, groups, ENOUGH_TOGETHER)


def _holders(pool: Pool, alone: Iterable[Cluster], contested: set[int]) -> frozenset[int]:
    """Group those whom only a top office and a surname tell; return (by number) those well enough known.

    They stand beside the full names for whom a surname without an office may mean: President Medvedev is a
    better guess than a namesake whom two cables name in full.
    """
    left = [surname for surname in alone if surname.offices and not pool.of(surname.number).forms]
    top = [surname for surname in left if any(words & TOP_OFFICES for words in surname.offices)]
    groups = grouped(pool, top, Doubtful(set(contested), set()))
    return frozenset(group.number for group in groups if len(group.cables) >= KNOWN_HOLDER)


def _settle(
    corpus: Corpus,
    pool: Pool,
    alone: Iterable[Cluster],
    enough: float,
    holders: frozenset[int] = frozenset(),
) -> tuple[Undecided, ...]:
    """Join those that one candidate fits; return those that several fit."""
    bearers = Bearers(pool.clusters(), holders)
    known = _known_offices(alone)
    open_cases: list[Undecided] = []
    for surname, ranked in [(surname, _ranked(corpus, pool, surname, bearers, known)) for surname in alone]:
        # Of two surnames that people.yml keeps apart one may have joined meanwhile.
        if _decided(pool, ranked, enough) and not pool.parted(pool.of(ranked[0].number), surname):
            said, person = ranked[0].evidence, pool.of(ranked[0].number)
            pool.join_for(person, surname, pro=said.pro, con=said.con, spare=said.score - enough)
        elif len(ranked) > 1 and ranked[0].evidence.score >= PLAUSIBLE:
            open_cases.append(Undecided(number=surname.number, candidates=tuple(ranked)))
    return tuple(open_cases)


def _ranked(
    corpus: Corpus, pool: Pool, alone: Cluster, bearers: Bearers, known: KnownOffices
) -> list[Candidate]:
    token = alone.cells[0].form.tokens[0]
    near = bearers.near(alone, token)
    best: dict[int, Candidate] = {}
    people = {bearer.cluster.number for bearer in near if folded(bearer.token) == folded(token)}
    pretenders, then = _pretenders(alone, near), _not_then(alone, near)
    for bearer in near:
        if pool.parted(alone, bearer.cluster) or not _possible(alone, bearer.cluster):
            continue
        if not spelled_alike(alone, bearer, token) or not called_there(alone, bearer):
            continue
        if _heading_elsewhere(alone, bearer.cluster, token):
            continue
        base = bearer.place + _word_base(token, len(people)) + _custom(alone, bearer, near)
        base -= 0.0 if folded(token) == folded(bearer.token) else 0.5
        base += rare(alone, bearer, token, len(people))
        base += _closing(alone, bearer.cluster) + _other_office(alone, bearer.cluster, known)
        base += _stranger(alone, bearer.cluster) + _famous(alone, bearer.cluster)
        base += NOBODY if bearer.cluster.number in pretenders else 0.0
        base -= then.get(bearer.cluster.number, 0.0)
        evidence = weigh(corpus, alone, bearer.cluster, base)
        other = best.get(bearer.cluster.number)
        if other is None or evidence.score > other.evidence.score:
            best[bearer.cluster.number] = Candidate(number=bearer.cluster.number, evidence=evidence)
    return sorted(best.values(), key=lambda candidate: (-candidate.evidence.score, candidate.number))


def _possible(alone: Cluster, bearer: Cluster) -> bool:
    """Two people of one cable are two people, except that a closing signature repeats its own ambassador.

    A desk officer of an attention line is somebody of this post, or whom attention lines name elsewhere; Mrs.
    Bush is nobody whom no cable calls so.
    """
    if alone.cells[0].routed and not _has_desk(alone, bearer):
        return False
    if alone.cells[0].wife and not any(cell.wife for cell in bearer.cells):
        return False
    if alone.cells[0].shut:
        return bool(alone.posts & bearer.posts) or _signs_for_department(alone, bearer)
    return not alone.cables & bearer.cables


def _signs_for_department(alone: Cluster, bearer: Cluster) -> bool:
    """Whether a telegram of the department, which the Secretary signs, is of a year in which this was he."""
    secretary = any("secretary" in words and not words & _NOT_THE for words in bearer.offices)
    return "STATE" in alone.posts and secretary and bool(alone.years & bearer.reigns)


_NOT_THE = frozenset(("deputy", "assistant", "under", "general", "vice", "private", "permanent", "press"))
"""Words that make a secretary another than the department's."""


def _heading_elsewhere(alone: Cluster, bearer: Cluster, token: str) -> bool:
    """Whether a common word in capitals, without an office, has nothing to do with the person's country."""
    near = alone.lands & bearer.lands or alone.posts & bearer.posts
    return alone.cells[0].shouted and token in COMMON and not (alone.offices or near)


def _has_desk(alone: Cluster, bearer: Cluster) -> bool:
    """Whether somebody may be the desk officer of an attention line.

    That is who attention lines name in full elsewhere, or who belongs to the post and is no foreign head.
    """
    if any(cell.routed and not cell.form.alone for cell in bearer.cells):
        return True
    top = {word for words in bearer.offices for word in words & TOP_OFFICES - {"secretary"}}
    return bool(alone.posts & bearer.posts) and _share(top, bearer) < SELDOM


def _word_base(token: str, people: int) -> float:
    if token in COMMON:
        return -0.5
    if people > 1:
        return 0.0
    return 1.0


def _custom(alone: Cluster, bearer: Bearer, near: Sequence[Bearer]) -> float:
    """How far cables mean this person rather than others by the word; twice as often as chance is a point.

    Counted in the cables of the country; where they name none of the bearers, in all.
    """
    local = [bearer for bearer in near if bearer.cluster.countries & alone.countries]
    used = _uses(local if bearer in local else near)
    share = used[bearer.cluster.number] / sum(used.values())
    return max(-CUSTOM_MOST, min(CUSTOM_MOST, log2(share * len(used))))


def _uses(near: Iterable[Bearer]) -> dict[int, float]:
    """In how many cables each person stands, above all in how many called by the word alone."""
    return {
        bearer.cluster.number: FEW + len(bearer.cluster.cables) + CALLED * called_so(bearer)
        for bearer in near
    }


def _closing(alone: Cluster, bearer: Cluster) -> float:
    """For a signature: who else heads the mission signs it, above all who classified the same cable."""
    if not alone.cells[0].shut:
        return 0.0
    heads = any(words & MISSION_HEADS for words in bearer.offices)
    return (1.0 if heads else 0.0) + (2.0 if alone.cables & bearer.cables else 0.0)


def _known_offices(alone: Iterable[Cluster]) -> KnownOffices:
    lands: defaultdict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
    for cluster in alone:
        for words in cluster.offices:
            lands[folded(cluster.cells[0].form.tokens[0]), words] |= cluster.countries
    known: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
    for (surname, words), countries in lands.items():
        if len(countries) >= KNOWN_ABROAD:
            known[surname].add(words)
    return {surname: frozenset(offices) for surname, offices in known.items()}


def _other_office(alone: Cluster, bearer: Cluster, known: KnownOffices) -> float:
    """Who holds a top office, or is known abroad by one, is no namesake of whom that office is never said."""
    agreed = agreement(alone.offices, bearer.offices)
    if agreed <= 0 and known.get(folded(alone.cells[0].form.tokens[0]), frozenset()) & alone.offices.keys():
        # Whose full name stands without any office may yet be the head of the country, where the years agree.
        head = any(words & TOP_OFFICES - {"secretary"} for words in alone.offices)
        return NOBODY if bearer.offices or not (head and alone.lands & bearer.lands) else 0.0
    top = any(words & TOP_OFFICES for words in alone.offices)
    return -1.5 if top and bearer.offices and agreed < 0 else 0.0


def _pretenders(alone: Cluster, near: Sequence[Bearer]) -> frozenset[int]:
    """Those (by number) who are not meant, since a top office is mostly another's of the same surname.

    "President Mubarak" is Hosni, not his son Gamal, who is named far more often and whom a cable now and then
    makes president by its wording.
    """
    top = {word for words in alone.offices for word in words & TOP_OFFICES}
    if not top:
        return frozenset()
    shares = {bearer.cluster.number: _share(top, bearer.cluster) for bearer in near}
    if max(shares.values(), default=0.0) < MOSTLY:
        return frozenset()
    return frozenset(number for number, share in shares.items() if share < SELDOM)


def _not_then(alone: Cluster, near: Sequence[Bearer]) -> dict[int, float]:
    """What the year says against those (by number) who held the top office in other years than a namesake.

    Of two Kirchners the President of 2006 is the one whom cables of about 2006 name in full with the office;
    so is rather who is called by the surname alone.
    """
    held = [
        bearer.cluster
        for bearer in near
        if bearer.cluster.reigns
        and not (alone.offices and agreement(alone.offices, bearer.cluster.offices) <= 0)
    ]
    gaps = {cluster.number: years_between(alone.years, cluster.reigns) for cluster in held}
    known = {number: gap for number, gap in gaps.items() if gap is not None}
    first = min(known.values(), default=0)
    if first and not alone.reigns:
        return {}
    holders = [cluster for cluster in held if known.get(cluster.number) == first]
    against = OTHER_YEARS if alone.reigns else OTHER_YEARS_BARE
    return {
        cluster.number: against
        for cluster in held
        if known.get(cluster.number, first) > first
        and not any(_likely_same(cluster, holder) for holder in holders)
    }


OTHER_YEARS, OTHER_YEARS_BARE = 2.0, 1.0
"""Against who held an office at another time: where the office is printed, and where the surname is bare."""


def _share(top: set[str], bearer: Cluster) -> float:
    """Share of the person's cables that give one of these offices."""
    given = sum(count for words, count in bearer.offices.items() if words & top and "vice" not in words)
    return given / len(bearer.cables)


def _stranger(alone: Cluster, bearer: Cluster) -> float:
    """Abroad, a surname without an office means somebody known there, not a namesake of another post."""
    near = alone.lands & bearer.lands or alone.posts & bearer.posts
    known = len(bearer.countries) >= KNOWN_ABROAD
    return 0.0 if near or known or agreement(alone.offices, bearer.offices) > 0 else -1.0


def _famous(alone: Cluster, bearer: Cluster) -> float:
    """In the text, another country is nothing against whom the cables of many countries name."""
    near = alone.lands & bearer.lands or alone.posts & bearer.posts
    in_text = not (alone.cells[0].shut or alone.cells[0].routed)
    return 1.0 if in_text and not near and len(bearer.countries) >= FAMOUS else 0.0


FAMOUS = 6
"""Countries whose cables name somebody who is then known everywhere."""


def _decided(pool: Pool, ranked: list[Candidate], enough: float) -> bool:
    if not ranked or ranked[0].evidence.score < enough:
        return False
    first = pool.of(ranked[0].number)
    rivals = [candidate for candidate in ranked[1:] if not _likely_same(first, pool.of(candidate.number))]
    second = rivals[0].evidence.score if rivals else PLAUSIBLE - MARGIN
    return second < PLAUSIBLE or ranked[0].evidence.score - second >= MARGIN


def _likely_same(cluster: Cluster, other: Cluster) -> bool:
    """Two candidates that may well be one person not yet joined (Phil, Philip) are no rivals."""
    return cluster is other or all(
        relate(a, b) >= Relation.NICKNAME for a in cluster.forms for b in other.forms
    )
