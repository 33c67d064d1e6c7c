"""Where names can stand: stretches of capitalised words, or any words where all is in capitals."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.people.find.facts import Facts

_SAMPLE = "eat"
"""Common letters: enough of them stand in any sentence to tell its case."""


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
    return [run for run in _stretches(facts, capitals=capitals) if _promising(facts[run.start : run.stop])]


_NEVER_ALONE = frozenset("HNOo")
"""Kinds of words that are no name without another beside them: things, nationalities, organisations."""


def _promising(facts: Sequence[Facts]) -> bool:
    return not all(fact.kind in _NEVER_ALONE for fact in facts)


def _stretches(facts: Sequence[Facts], *, capitals: bool) -> list[Run]:
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
