"""Stages in an executor that a publisher names, in place of processes of our own: Dask's, Ray's, MPI's.

An executor is whatever has the interface of :class:`concurrent.futures.Executor`. Its workers, wherever they
are, must have the same version of Cablepress, and see the same files under the same names: cables are read
and pages are written by them.
"""

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar, cast

from generator.model import CablepressError
from generator.pipeline.ready import Ready
from generator.settings import EXECUTORS, Running, load_plugged
from generator.store import code_digest

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 4
"""Batches under way for each worker."""


class OtherVersionError(CablepressError):
    """A worker's program is not that of the build: its results would be others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Workers of an executor."""

    executor: str
    """``package.module:attribute`` or the name of an entry point: what makes one."""
    workers: int
    """How many are kept busy."""

    def in_order(
        self, work: Callable[[Item], Result], items: Iterable[Item | Ready[Result]]
    ) -> Iterator[Result]:
        """``map(work, items)`` there; see :func:`generator.pipeline.workers.in_order`.

        Raises:
            ValueError: The executor cannot be loaded.
            OtherVersionError: A worker has another version of the program.
            Exception: What the work raised, or the executor.
        """
        executor: Executor | None = None
        sent = b""
        done = cast("Callable[[bytes, bytes, Item], Result]", _done)
        line: deque[Ready[Result] | Future[Result]] = deque()
        try:
            for item in items:
                if isinstance(item, Ready):
                    line.append(item)
                else:
                    if executor is None:
                        executor, sent = load_executor(self.executor)(), pickle.dumps(work)
                    line.append(executor.submit(done, sent, _version(), item))
                while line and (isinstance(line[0], Ready) or len(line) >= self.workers * AHEAD):
                    yield _result(line.popleft())
            while line:
                yield _result(line.popleft())
        finally:
            if executor is not None:
                for waiting in line:
                    if not isinstance(waiting, Ready):
                        waiting.cancel()
                executor.shutdown(wait=False)


def workers_of(running: Running) -> "int | Elsewhere":
    """Who does the work of a build: so many processes of our own, or an executor's workers."""
    if running.executor:
        return Elsewhere(executor=running.executor, workers=running.processes)
    return running.processes


def load_executor(name: str) -> Callable[[], Executor]:
    """What makes the executor that a publisher names.

    Raises:
        ValueError: It cannot be loaded, or called.
    """
    made = load_plugged(name, EXECUTORS)
    if not callable(made):
        message = f"executor {name!r} is no callable; write package.module:attribute"
        raise ValueError(message)  # noqa: TRY004 - a wrong option, not a wrong type in the program
    factory: Callable[[], Executor] = made
    return factory


def _result(first: Ready[Result] | Future[Result]) -> Result:
    return first.result if isinstance(first, Ready) else first.result()


def _done(sent: bytes, version: bytes, item: Item) -> object:
    """In a worker: one item's result."""
    if version != _version():
        message = "a worker of the executor has another version of Cablepress or its packages; install one"
        raise OtherVersionError(message)
    return _work(sent)(item)


@lru_cache(4)
def _work(sent: bytes) -> Callable[[object], object]:
    """What is done with items; kept, since it may hold what it has made for the next one."""
    work: Callable[[object], object] = pickle.loads(sent)  # noqa: S301 - from the build that we work for
    return work


@lru_cache(1)
def _version() -> bytes:
    return code_digest()
