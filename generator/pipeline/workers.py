"""Work side by side whose results come back in order, with bounded memory.

Not the standard library's pools: their processes outlive a killed parent, and Ctrl-C waits for their work.
"""

import gc
import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from typing import Generic, TypeVar

from generator.model import CablepressError
from generator.pipeline.elsewhere import Elsewhere
from generator.pipeline.ready import Ready
from generator.publish import end_with_parent

Item = TypeVar("Item")
Result = TypeVar("Result")

WINDOW_PER_WORKER = 4
"""Batches under way per worker: the pool never idles, and what waits in memory does not grow."""
AHEAD = 2
"""Batches handed to one worker: it finds the next when it is done with one."""


Workers = int | Elsewhere
"""Who does the work: so many processes of our own, or an executor's workers."""


class WorkerEndedError(CablepressError):
    """A process was ended before it had answered."""


def chunks(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """``items`` in runs of ``size``; the last may be shorter."""
    rest = iter(items)
    while run := tuple(islice(rest, size)):
        yield run


def in_order(
    work: Callable[[Item], Result], items: Iterable[Item | Ready[Result]], *, workers: Workers
) -> Iterator[Result]:
    """``map(work, items)`` in ``workers`` processes; with one worker, in this process.

    ``work``, items and results must be picklable. Items are drawn only as results are taken, so that a
    stream of any length can go through. When the iteration ends, however it ends, the processes end at once.
    What is :class:`Ready` goes through in its turn. An item that stands alone among these is worked on here:
    no process is started for the one cable that has changed.

    Raises:
        WorkerEndedError: A process was ended from outside.
    """
    if isinstance(workers, Elsewhere):
        yield from workers.in_order(work, items)
        return
    if workers == 1:
        yield from (item.result if isinstance(item, Ready) else work(item) for item in items)
        return
    team = _Team(work, workers)
    line: deque[Ready[Result] | None] = deque()
    """What is to come, in order; None: the team's next."""
    try:
        for item in items:
            if isinstance(item, Ready):
                line.append(item)
            else:
                team.submit(item)
                line.append(None)
            while line and (line[0] or len(line) >= workers * WINDOW_PER_WORKER):
                yield _taken(line.popleft(), team)
        while line:
            yield _taken(line.popleft(), team)
    finally:
        team.end()


def _taken(first: Ready[Result] | None, team: "_Team[Item, Result]") -> Result:
    return first.result if first else team.take()


def copies_of_this(workers: Workers) -> int:
    """How many processes may do what needs all that this one holds: its copies, where there can be any."""
    return workers if isinstance(workers, int) and multiprocessing.get_start_method() == "fork" else 1


@dataclass(slots=True, kw_only=True)
class _Worker:
    """A process and the line to it."""

    process: BaseProcess
    line: Connection
    under_way: deque[int]
    """Numbers of the items it has, in the order in which it answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """What a worker answers."""

    result: object = None
    error: Exception | None = None


class _Team(Generic[Item, Result]):
    """Processes, from the second item under way; one by itself is worked on here, in its turn."""

    def __init__(self, work: Callable[[Item], Result], workers: int) -> None:
        self._work, self._workers = work, workers
        self._alone: list[Item] = []
        self._pool: _Pool[Item, Result] | None = None

    def submit(self, item: Item) -> None:
        """Take an item in."""
        self._alone.append(item)
        if self._pool or len(self._alone) > 1:
            self._pool = self._pool or _Pool(self._work, self._workers)
            for each in self._alone:
                self._pool.submit(each)
            self._alone.clear()

    def take(self) -> Result:
        """The result of the earliest item that was not taken.

        Raises:
            WorkerEndedError: A process has ended.
            Exception: What the work raised.
        """
        return self._pool.take() if self._pool else self._work(self._alone.pop())

    def end(self) -> None:
        """End the processes, whatever they are at."""
        if self._pool:
            self._pool.end()


class _Pool(Generic[Item, Result]):
    """Processes, what they are at, and the results that came before those of earlier items."""

    def __init__(self, work: Callable[[Item], Result], workers: int) -> None:
        self.waiting = 0
        """Items submitted whose result was not taken."""
        self._next = 0
        self._early: dict[int, _Done] = {}
        self._backlog: deque[tuple[int, Item]] = deque()
        self._workers: list[_Worker] = []
        try:
            for _ in range(workers):
                self._workers.append(_start(work))
        except BaseException:
            self.end()
            raise

    def submit(self, item: Item) -> None:
        """Hand over an item, or keep it until a worker is free."""
        self._backlog.append((self._next + self.waiting, item))
        self.waiting += 1
        self._listen(0)
        self._hand_out()

    def take(self) -> Result:
        """The result of the earliest item.

        Raises:
            WorkerEndedError: A process has ended.
            Exception: What the work raised.
        """
        while self._next not in self._early:
            self._listen(None)
            self._hand_out()
        done = self._early.pop(self._next)
        self._next += 1
        self.waiting -= 1
        if done.error is not None:
            raise done.error
        result: Result = done.result  # type: ignore[assignment] # what our `work` returned
        return result

    def end(self) -> None:
        """End the processes, whatever they are at."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.line.close()
            worker.process.close()
        self._workers.clear()

    def _hand_out(self) -> None:
        for worker in sorted(self._workers, key=lambda worker: len(worker.under_way)):
            while self._backlog and len(worker.under_way) < AHEAD:
                number, item = self._backlog.popleft()
                worker.under_way.append(number)
                with _alive():
                    worker.line.send(item)

    def _listen(self, seconds: float | None) -> None:
        """Take in what has been answered; ``None``: wait until something is."""
        lines = {worker.line: worker for worker in self._workers}
        for line in wait(lines, seconds):
            worker = lines[line]  # type: ignore[index] # of the kinds that can be waited for these are lines
            with _alive():
                answer = worker.line.recv_bytes()
            self._early[worker.under_way.popleft()] = pickle.loads(answer)  # noqa: S301 - our own worker's


@contextmanager
def _alive() -> Iterator[None]:
    """Inside, a line that ends is one line for people.

    Raises:
        WorkerEndedError: The process at its other end has ended.
    """
    try:
        yield
    except (EOFError, ConnectionError) as error:
        message = "a process was ended from outside, probably for want of memory; try a smaller --workers"
        raise WorkerEndedError(message) from error


def _start(work: Callable[[Item], Result]) -> _Worker:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_serve, args=(theirs, work, os.getpid()), daemon=True)
    process.start()
    theirs.close()  # so that the line ends with the process
    return _Worker(process=process, line=ours, under_way=deque())


COLLECT_AFTER = 100_000
"""Allocations between two looks for cycles. The stages' values are trees: looking finds nothing and costs a
twentieth of the time."""


def _serve(line: Connection, work: Callable[[Item], Result], parent: int) -> None:
    """A worker's life: answer what comes, in order, until it is ended."""
    gc.set_threshold(COLLECT_AFTER)
    # Ctrl-C, which the terminal sends to every process, is the first process's to answer.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if multiprocessing.get_start_method() != "forkserver":  # there the parent is another process
        end_with_parent(parent)
    threading.Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()
    inbox: SimpleQueue[Item] = SimpleQueue()
    threading.Thread(target=_receive, args=(line, inbox), daemon=True).start()
    while True:
        line.send_bytes(_answer(work, inbox.get()))


def _answer(work: Callable[[Item], Result], item: Item) -> bytes:
    try:
        return pickle.dumps(_Done(result=work(item)))
    except Exception as error:  # noqa: BLE001 - whatever it is, the first process raises it
        error.add_note(traceback.format_exc())
        return pickle.dumps(_Done(error=_that_travels(error)))


def _that_travels(error: Exception) -> Exception:
    """The error, or one that says the same where it is of a kind that cannot be sent."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    except Exception:  # noqa: BLE001 - a constructor of anybody's
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _receive(line: Connection, inbox: "SimpleQueue[Item]") -> None:
    """Keep the line free, so that neither end waits for the other; when the parent closes it, this ends."""
    try:
        while True:
            inbox.put(line.recv())
    except (EOFError, OSError):
        os._exit(0)


def _end_with(parent: BaseProcess | None) -> None:
    """Where the system does not do it: end when the parent has."""
    if parent is not None:
        parent.join()
        os._exit(1)
