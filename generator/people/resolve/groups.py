"""Surnames that stay alone, brought together among themselves where office, place and years agree."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.names.given import COMMON
from generator.names.offices import TOP_OFFICES
from generator.names.transliteration import folded
from generator.people.resolve.bearers import KNOWN_ABROAD
from generator.people.resolve.clusters import Cluster, Pool
from generator.people.resolve.evidence import years_between
from generator.people.resolve.roles import agreement

SAME_OFFICE = 1.5
"""Agreement from which on it is one particular office, and not only one rank."""

LONGEST_TERM = 6
"""Years that may lie between two surnames of one office: longer than most terms."""


@dataclass(slots=True)
class Doubtful:
    """Surnames alone (by number) that are not to be grouped as freely as others."""

    contested: set[int]
    """Several full names fit."""
    claimed: set[int]
    """Somebody bears the word in full, even if nothing says that it is he."""


def grouped(pool: Pool, left: Iterable[Cluster], doubtful: Doubtful) -> tuple[Cluster, ...]:
    """Join surnames that stay alone among themselves, those with an office and the most frequent first."""
    groups: defaultdict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for surname in sorted(left, key=lambda c: (not c.offices, -len(c.cables), c.number)):
        token = surname.cells[0].form.tokens[0]
        # Common words are never joined across countries, so each country has its own groups of them.
        country = (surname.cells[0].country or "") if token in COMMON else ""
        known = groups[folded(token), country]
        fits = [
            (score, -group.number, group)
            for group in known
            if not pool.parted(group, surname) and (score := _fit(group, surname, doubtful)) > 0
        ]
        if not fits:
            known.append(surname)
            continue
        spare, _, group = max(fits, key=lambda fit: fit[:2])
        joined = pool.join_for(group, surname, pro=_near(group, surname), con=(), spare=spare)
        known[known.index(group)] = joined
        if {group.number, surname.number} & doubtful.contested:
            doubtful.contested.add(joined.number)
    return tuple(group for known in groups.values() for group in known)


def _near(group: Cluster, surname: Cluster) -> tuple[str, ...]:
    """Why a surname goes with its like, in words."""
    near = group.posts & surname.posts or group.countries & surname.countries
    place = (f"same surname there ({min(near)})",) if near else ("same surname",)
    return (*place, "same office") if agreement(group.offices, surname.offices) > 0 else place


def _fit(group: Cluster, surname: Cluster, doubtful: Doubtful) -> float:
    """How well one more surname goes with a group of its like; 0 or less for not at all."""
    gap = years_between(group.years, surname.years)
    apart = group.cables & surname.cables and not (group.cells[0].shut or surname.cells[0].shut)
    if apart or group.cells[0].wife != surname.cells[0].wife or (gap or 0) > LONGEST_TERM:
        return 0.0
    offices = agreement(group.offices, surname.offices)
    common = surname.cells[0].form.tokens[0] in COMMON
    if group.posts & surname.posts or group.countries & surname.countries:
        unsure = common or surname.number in doubtful.contested
        near = 3.0 if group.posts & surname.posts else 2.0
        return near + offices if offices > 0 or (not unsure and offices == 0) else 0.0
    return 0.0 if common else _fit_abroad(group, surname, offices, doubtful)


def _fit_abroad(group: Cluster, surname: Cluster, offices: float, doubtful: Doubtful) -> float:
    """The same for a group of other countries: those of a known office, and wives, who travel with them."""
    top = any(words & TOP_OFFICES for words in group.offices)
    if not (surname.cells[0].wife or top or offices >= SAME_OFFICE):
        return 0.0
    if surname.offices:
        return 1.0 + offices if offices > 0 else 0.0
    known = len(group.countries) >= KNOWN_ABROAD and surname.number not in doubtful.claimed
    return 1.0 if known or surname.cells[0].wife else 0.0
