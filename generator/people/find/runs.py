"""Where names can stand: stretches of capitalised words, or any words where all is in capitals."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

_SAMPLE = "aeiotnrs"
"""Common letters: enough of them stand in any sentence to tell its case."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one word wherever it stands."""

    lower: str
    kind: str
    """One letter for patterns of neighbours."""
    case: str
    may_be: bool
    """Whether it can be a word of a name: no mark, number, title, month or small word."""
    common: bool
    """Whether telegrams nearly always write it in small letters."""
    here: tuple[str, ...]
    """Features of the word itself."""
    near: tuple[str, ...]
    """Features it lends to its neighbours, to be prefixed with the distance."""


class Run(NamedTuple):
    """Tokens ``start`` to ``stop`` (exclusive) of one passage."""

    start: int
    stop: int


def all_capitals(text: str) -> bool:
    """Whether a passage is mostly written in capitals, so that case tells nothing."""
    upper = sum(map(text.count, _SAMPLE.upper()))
    return upper > sum(map(text.count, _SAMPLE))


def find_runs(facts: Sequence[Facts], *, capitals: bool) -> list[Run]:
    """Stretches that may hold a name, in order.

    Particles stand inside or in front, never behind. Titles, small words and months end a stretch, and where
    all is in capitals so does any word that telegrams write in small letters otherwise, unless a given name
    stands before it (Rosa Wood).
    """
    runs: list[Run] = []
    start = last = -1
    for i, here in enumerate(facts):
        if (
            here.may_be
            and (here.case != "lower" or capitals)
            and not (
                capitals and here.common and not (last == i - 1 and last >= 0 and facts[last].kind in "GI")
            )
        ):
            start, last = (i if start < 0 else start), i
        elif here.kind == "p":
            start = i if start < 0 else start
        else:
            if last >= 0:
                runs.append(Run(start, last + 1))
            start = last = -1
    if last >= 0:
        runs.append(Run(start, last + 1))
    return runs
