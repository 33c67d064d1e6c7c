"""Cables that a reader of one may want next.

Two cables are related by what they share: references (both cite one cable, or one cites both), people, TAGS,
the post, the time. What few cables share says much and what many share says little, so each shared thing
counts by its rarity. Only the nearest in time are looked at where many share a thing, so that the work for
one cable is bounded whatever the size of the corpus.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime

from generator.catalogue.index import Catalogue, Entries
from generator.settle.entry import Entry

NEAREST = 40
"""Candidates taken from one shared thing, the nearest in time first."""
WEIGHTS = {"reference": 3.0, "person": 1.6, "tag": 0.5}
"""By kind; times the logarithm of the thing's rarity. Sharing a cited cable is deliberate, sharing TAGS is
routine."""
ENOUGH = 2.0
"""Least score: below it two cables have no more in common than any two of one post."""
SMALLEST = 30
"""Rarity is counted as in a corpus of at least this many: among five cables nothing is rare."""
DAYS = 60
"""Within this time the same post's cables gain up to ``SAME_TIME``; beyond it nothing."""
SAME_TIME = 1.5

_LAST = datetime.max.replace(tzinfo=UTC)


def related(catalogue: Catalogue, entry: Entry, limit: int) -> Entries:
    """At most ``limit`` related cables, the closest first; cables that cite or are cited are not repeated."""
    if limit <= 0:
        return ()
    scores: dict[str, float] = defaultdict(float)
    total = max(len(catalogue.entries), SMALLEST)
    for weight, group in _shared(catalogue, entry):
        rarity = math.log((total + 1) / len(group))
        for other in _nearest(group, entry):
            scores[other.key] += weight * rarity
    for key in _linked(catalogue, entry):
        scores.pop(key, None)
    ranked = sorted(
        ((score + _same_time(entry, catalogue.entries[key]), key) for key, score in scores.items()),
        key=lambda pair: (-pair[0], pair[1]),
    )
    return tuple(catalogue.entries[key] for score, key in ranked[:limit] if score >= ENOUGH)


def _shared(catalogue: Catalogue, entry: Entry) -> Iterator[tuple[float, Entries]]:
    """Each thing the cable has, as (weight, all cables that have it)."""
    for cited in entry.cites:
        yield WEIGHTS["reference"], tuple(citing.entry for citing in catalogue.cited_by[cited.id])
    for citing in catalogue.cited_by.get(entry.id or "", ()):
        held = (catalogue.entries.get(cited.id) for cited in citing.entry.cites)
        yield WEIGHTS["reference"], (entry, *(other for other in held if other is not None))
    for slug in entry.people:
        yield WEIGHTS["person"], catalogue.by_person[slug]
    for tag in entry.tags:
        yield WEIGHTS["tag"], catalogue.by_tag[tag]


def _nearest(group: Entries, entry: Entry) -> Entries:
    """Those around the cable in time; all of a small group."""
    if len(group) <= NEAREST:
        return group
    middle = bisect_left(group, _time(entry), key=_time)
    first = min(max(middle - NEAREST // 2, 0), len(group) - NEAREST)
    return group[first : first + NEAREST]


def _time(entry: Entry) -> datetime:
    """The undated stand last in every group."""
    return entry.date or _LAST


def _linked(catalogue: Catalogue, entry: Entry) -> set[str]:
    """The cable itself and those that its page shows as references and back-references."""
    linked = {entry.key} | {cited.id for cited in entry.cites}
    return linked | {citing.entry.key for citing in catalogue.cited_by.get(entry.id or "", ())}


def _same_time(entry: Entry, other: Entry) -> float:
    if entry.date is None or other.date is None or entry.post is None or entry.post != other.post:
        return 0.0
    days = abs((entry.date - other.date).days)
    return SAME_TIME * max(0.0, 1 - days / DAYS)
