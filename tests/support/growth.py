"""How the time of one pattern, and the steps of one function, grow with a text.

Python's ``re`` counts no steps, so for a pattern processor time is what there is. Nothing here says how fast
something is: a text four times as long may take :data:`MOST_GROWTH` times as long, far from the four of what
is linear and from the sixteen of a square; what takes less than :data:`FLOOR` is not looked at, and what
grows too much is measured again. So the noise of a busy machine decides nothing.
"""

import math
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any, NoReturn

SIZE = 1_000
"""Characters of the shorter text."""
TIMES = 4
"""How many times as long the longer one is."""
MOST_GROWTH = 8.0
"""Linear is 4, quadratic 16."""
FLOOR = 0.004
"""Seconds below which the longer text says nothing: a quadratic pattern takes far more."""
LONGEST = 0.5
"""Seconds after which one match is stopped: it would never end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A text as long as wanted: something before, one unit again and again, something behind."""

    before: str
    unit: str
    behind: str

    def text(self, size: int) -> str:
        """About ``size`` characters of it."""
        return self.before + self.unit * (size // len(self.unit)) + self.behind


def grows(pattern: re.Pattern[Any], way: str, shape: Shape) -> float | None:
    """By how much a text four times as long takes longer where that is too much; None where it is not.

    ``way`` is ``search``, ``match`` or ``fullmatch``.
    """
    first = _spent(pattern, way, shape, SIZE)
    if first >= LONGEST:
        return math.inf
    if first * TIMES * TIMES < FLOOR:
        return None  # nearly all: not even a square could be more
    if _spent(pattern, way, shape, TIMES * SIZE) < FLOOR:
        return None
    ratio = 0.0
    for size in (SIZE, 2 * SIZE, SIZE):  # only what grows so each time does
        short = _least(pattern, way, shape, size)
        if short >= LONGEST:  # it never ends
            return math.inf
        ratio = _spent(pattern, way, shape, TIMES * size) / max(short, FLOOR / 100)
        if ratio < MOST_GROWTH:
            return None
    return ratio


def _least(pattern: re.Pattern[Any], way: str, shape: Shape, size: int) -> float:
    """The least of four: what a busy machine adds to a short time would hide how it grows."""
    spent = _spent(pattern, way, shape, size)
    return spent if spent >= LONGEST else min(spent, *(_spent(pattern, way, shape, size) for _ in range(3)))


def _spent(pattern: re.Pattern[Any], way: str, shape: Shape, size: int) -> float:
    text = shape.text(size)
    subject: Any = text if isinstance(pattern.pattern, str) else text.encode()
    start = time.thread_time()
    try:
        with _stopped():
            if way == "search":
                for _ in pattern.finditer(subject):
                    pass
            else:
                getattr(pattern, way)(subject)
    except TimeoutError:
        return LONGEST * (size / SIZE) ** 2
    return time.thread_time() - start


@contextmanager
def _stopped() -> Iterator[None]:
    """Raises TimeoutError in a match that takes longer than :data:`LONGEST`; ``re`` looks for signals."""
    before = signal.signal(signal.SIGVTALRM, _give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _give_up(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TimeoutError


def steps(work: Callable[[], object]) -> int:
    """How many functions are called and left while ``work`` is done: the same on any machine."""
    count = 0

    def counted(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
