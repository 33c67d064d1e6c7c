"""Processes that end with the one that started them."""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1


def end_with_parent(parent: int | None = None) -> None:
    """In a new process: be killed when its parent ends, even within a long call that hears of nothing.

    Only Linux can; elsewhere nothing is done.

    Args:
        parent: The process that must be alive now, should it have ended before this call; None: unknown.
    """
    if sys.platform != "linux":
        return
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if parent is not None and os.getppid() != parent:
        os._exit(1)


if sys.platform == "linux":
    _prctl = ctypes.CDLL(None).prctl
"""Looked up beforehand: a process that was just forked should load nothing."""
