"""Where names can stand: stretches of capitalised words, or any words where all is in capitals."""

from typing import NamedTuple

from generator.people.find.tokens import Tokens

_SAMPLE = "aeiotnrs"
"""Common letters: enough of them stand in any sentence to tell its case."""


class Run(NamedTuple):
    """Tokens ``start`` to ``stop`` (exclusive) of one passage."""

    start: int
    stop: int


def all_capitals(text: str) -> bool:
    """Whether a passage is mostly written in capitals, so that case tells nothing."""
    upper = sum(map(text.count, _SAMPLE.upper()))
    return upper > sum(map(text.count, _SAMPLE))


def find_runs(tokens: Tokens, particles: frozenset[str], *, capitals: bool) -> list[Run]:
    """Stretches that may hold a name, in order; particles stand inside or in front, never behind."""
    runs: list[Run] = []
    start = last = -1
    for i, word in enumerate(tokens.words):
        if word[0].isupper() or (word[0].isalpha() and (capitals or not word.islower())):
            start, last = (i if start < 0 else start), i
        elif word in particles:
            start = i if start < 0 else start
        else:
            if last >= 0:
                runs.append(Run(start, last + 1))
            start = last = -1
    if last >= 0:
        runs.append(Run(start, last + 1))
    return runs
