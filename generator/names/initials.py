"""Initials: letters that stand for a name, and initials that stand before one without full stops."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from generator.names.affixes import GENERATIONS

FEWEST: Final = 2
MOST: Final = 4
"""Letters of initials used as a name: CFK, MbR."""


def initials_fit(wanted: str, words: Sequence[str]) -> bool:
    """Whether ``words`` begin with these letters, in order, the first and last word among them.

    ``mbr`` fits mohammed bin rashid al maktoum too: initials stop early where the house's name follows.
    """
    every = "".join(word.rpartition("-")[2][:1] for word in words)
    rest = iter(every)
    return every[:1] == wanted[:1] and len(words) > 1 and all(letter in rest for letter in wanted)


@lru_cache(maxsize=10_000)
def initials_of(words: tuple[str, ...]) -> frozenset[str]:
    """All initials that fit a name, see :func:`initials_fit`."""
    if len(words) < FEWEST:
        return frozenset()
    head, *rest = (word.rpartition("-")[2][:1] for word in words[:_WORDS_MOST])
    return frozenset(head + "".join(more) for length in range(1, MOST) for more in combinations(rest, length))


_WORDS_MOST = 10
"""Words of a name of which initials are made."""


def two_capitals(word: str) -> bool:
    """Whether a word is two initials printed without stops, as far as its case tells: MK Narayanan."""
    return len(word) == len("MK") and word.isupper() and word.casefold() not in GENERATIONS


_CONSONANTS: Final = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2}")


def consonants_together(word: str) -> bool:
    """The same where all is in capitals: two consonants make no word (JN DIXIT; not LI PENG)."""
    return _CONSONANTS.fullmatch(word) is not None
