"""Roles made comparable: the words of an office, and the country that a role names."""

import re
from functools import lru_cache

from generator.people.resolve.fold import plain
from generator.people.resolve.lexicon import IDLE, OFFICES


@lru_cache(maxsize=1 << 16)
def office(role: str) -> frozenset[str]:
    """Words that say which office a role is: ``Dutch FM`` -> {dutch, foreign, minister}; may be empty."""
    words: set[str] = set()
    for raw in re.split(r"[\s,;()]+", role.casefold()):
        word = raw.strip(".'\u2019\"")
        expanded = OFFICES.get(word)
        if expanded is None:
            words.update(each for each in plain(re.sub("['\u2019]s$", "", word)).split() if each not in IDLE)
        else:
            words.update(expanded.split())
    return frozenset(words)


GENERIC = frozenset(
    """
    minister president director ambassador official officer chief head general deputy vice leader member
    representative counselor secretary adviser chairman lawyer
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Words of rank: shared, they say little unless another word is shared too."""


def agreement(one: frozenset[frozenset[str]], other: frozenset[frozenset[str]]) -> float:
    """How well the offices of two names agree: 2 for the same full office, 0 where one gives none.

    Negative where both give offices that share no word.
    """
    if not one or not other:
        return 0.0
    return max(_agree(a, b) for a in one for b in other)


def _agree(one: frozenset[str], other: frozenset[str]) -> float:
    shared = one & other
    if not shared:
        return -0.5
    if shared <= GENERIC:
        return 1.0 if one == other else 0.5
    return 2.0 if len(shared) > 1 else 1.5
