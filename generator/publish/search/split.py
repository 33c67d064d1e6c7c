"""How many indexes, which page goes into which, and how many are built at once."""

import math
from collections.abc import Sequence

from generator.publish.search.page import SearchPage
from generator.settings import SearchOptions, processes

MEMORY_PER_CHARACTER = 52
"""Bytes of Pagefind's peak memory for each character of text.

Measured with 1.5.2 on 1,669 and 3,338 real cables: 812 MB for 16.6 million characters. It grows with the
number of different words a page has, so this holds for prose of some thousand characters a page.
"""

MEMORY_FIXED = 40_000_000
"""Bytes a Pagefind process takes before its first page."""


def split(pages: Sequence[SearchPage], options: SearchOptions) -> tuple[tuple[SearchPage, ...], ...]:
    """Cut the pages, which are in order of date, into as few runs as memory allows, of about equal size.

    Few, since a reader's browser loads something from every index for each query; by date, since a build that
    adds this year's cables then changes the last index alone.
    """
    total = sum(page.size for page in pages)
    capacity = (_budget(options) - MEMORY_FIXED) / MEMORY_PER_CHARACTER
    count = max(1, math.ceil(total / capacity), math.ceil(len(pages) / max(options.pages, 1)))
    runs: list[list[SearchPage]] = [[] for _ in range(count)]
    done = 0
    for page in pages:
        runs[min(count - 1, done * count // max(total, 1))].append(page)
        done += page.size
    return tuple(tuple(run) for run in runs if run)


def at_once(runs: Sequence[Sequence[SearchPage]], options: SearchOptions) -> int:
    """How many of the runs Pagefind may index at the same time: at least 1.

    Args:
        runs: As ``split`` cut them.
        options: Memory and workers.
    """
    largest = max((sum(page.size for page in run) for run in runs), default=0)
    fit = _budget(options) // (MEMORY_FIXED + MEMORY_PER_CHARACTER * largest)
    return max(1, min(fit, processes(options.workers), len(runs)))


def _budget(options: SearchOptions) -> int:
    """Bytes."""
    return max(options.memory, 200) * 1_000_000
