"""How long one step may take over one cable: a hostile one costs itself, not the build.

Every reader, parser and finder takes time with the text, and what is compared is bounded by counts. So this
bound is met by a text made to find a fault of ours, and by nothing else. What it stops is left out with a
warning; no other byte that is published depends on the speed of the machine.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from generator.model import CablepressError

SECONDS = 15.0
"""Processor time for one step over one cable: reading it, understanding it, settling it, writing its page.

The longest cable allowed, 16 MiB of sentences, is understood in about half of it.
"""


class TooSlowError(CablepressError):
    """A step took longer over a cable than it may."""


@contextmanager
def within(seconds: float = SECONDS) -> Iterator[None]:
    """Stop what is done inside after so many seconds of this process's own time; waiting is not counted.

    Also in the middle of a long match: ``re`` looks for signals. Where the system has no such timer
    (Windows), or outside the main thread, nothing is stopped; the bounds on sizes and counts alone hold.

    Raises:
        TooSlowError: The time is over.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _give_up(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TooSlowError
