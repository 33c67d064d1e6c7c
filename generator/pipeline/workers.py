"""Work side by side whose results come back in order, with bounded memory."""

import gc
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

from generator.publish import SiteError

Item = TypeVar("Item")
Result = TypeVar("Result")

WINDOW_PER_WORKER = 4
"""Batches under way per worker: the pool never idles, and what waits in memory does not grow."""


def chunks(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """``items`` in runs of ``size``; the last may be shorter."""
    rest = iter(items)
    while run := tuple(islice(rest, size)):
        yield run


def in_order(work: Callable[[Item], Result], items: Iterable[Item], *, workers: int) -> Iterator[Result]:
    """``map(work, items)`` in ``workers`` processes; with one worker, in this process.

    ``work``, items and results must be picklable. Items are drawn only as results are taken, so that a
    stream of any length can go through.

    Raises:
        SiteError: A process was ended from outside.
    """
    if workers == 1:
        yield from map(work, items)
        return
    with ProcessPoolExecutor(workers, initializer=_prepare) as pool:
        waiting: deque[Future[Result]] = deque()
        try:
            for item in items:
                waiting.append(pool.submit(work, item))
                if len(waiting) >= workers * WINDOW_PER_WORKER:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            message = "a process was ended from outside, probably for want of memory; try a smaller --workers"
            raise SiteError(message) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


COLLECT_AFTER = 100_000
"""Allocations between two looks for cycles. The stages' values are trees: looking finds nothing and costs a
twentieth of the time."""


def _prepare() -> None:
    """What every worker does first."""
    gc.set_threshold(COLLECT_AFTER)
    _leave_signals()


def _leave_signals() -> None:
    """In a worker: Ctrl-C, which the terminal sends to every process, is the first process's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
