"""The moment in which the new takes the place of the old."""

import ctypes
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def put_in_place(new: Path, place: Path, *, aside: Path) -> None:
    """Rename ``new`` to ``place``; what is there goes to ``new`` or ``aside``.

    On Linux the two change places in one step of the file system. Elsewhere there are two renames; between
    them ``place`` is missing and ``aside`` holds what was there.

    Raises:
        OSError: Nothing has changed, or, where even putting back failed, ``aside`` holds what was there.
    """
    if not os.path.lexists(place):
        new.rename(place)
        return
    if exchange(new, place):
        return
    place.rename(aside)
    try:
        new.rename(place)
    except BaseException:
        aside.rename(place)
        raise


def exchange(path: Path, other: Path) -> bool:
    """Let two paths change places in one step; False where that cannot be done, and nothing was."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    done: int = rename(_AT_FDCWD, os.fsencode(path), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0


@contextmanager
def undisturbed() -> Iterator[None]:
    """Inside, Ctrl-C and ``kill`` wait; they are answered at the end of the block.

    Outside the main thread, which alone hears of signals, nothing needs to be done.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []

    def wait(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the signature of a handler
        came.append(number)

    before = {
        number: signal.signal(number, wait)
        for number in _stopping()
        if signal.getsignal(number) not in {signal.SIG_IGN, None}
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if came:
            signal.raise_signal(came[0])


def _stopping() -> tuple[signal.Signals, ...]:
    """SIGHUP, of a terminal that is closed, is not known everywhere."""
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    return tuple(getattr(signal, name) for name in names if hasattr(signal, name))
