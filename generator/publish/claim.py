"""A folder in which one build at a time makes what will take a place, on the file system of that place.

Its name follows from the place, so that the next build finds what a killed one left, and its lock says
whether that build is still at work.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from generator.publish.errors import SiteError
from generator.publish.lock import Hold, hold
from generator.publish.swap import undisturbed

LOCK = "lock"
SAYS = "Cablepress builds in this folder and removes it afterwards; process "


def beside(place: Path) -> Path:
    """Where a file or folder is made that takes ``place``: ``.site.cablepress`` for ``site``."""
    return place.with_name(f".{place.name}.cablepress")


@contextmanager
def claimed(folder: Path, *, shown: str) -> Iterator[None]:
    """Have ``folder`` to oneself; what is in it at the end is left for :func:`empty` or the next build.

    Args:
        folder: Made where it is missing, removed at the end where it is empty.
        shown: The place that is built for, as people know it.

    Raises:
        SiteError: Another build is at work, or the folder is somebody else's.
        OSError: It cannot be made.
    """
    with ExitStack() as stack:
        with undisturbed():  # a signal must not come between the folder and its removal
            stack.callback(_leave, folder, _hold(folder, shown))
        yield


def _leave(folder: Path, lock: Hold) -> None:
    if [entry.name for entry in folder.iterdir()] == [LOCK]:
        lock.release()
        with suppress(OSError):  # another build may have come in this moment
            folder.rmdir()
    else:  # something there must not be lost; the lock file says whose folder it is
        lock.let_go()


def _hold(folder: Path, shown: str) -> Hold:
    while True:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except FileExistsError as error:
            raise _foreign(folder) from error
        try:
            _refuse_foreign(folder)
            lock = hold(folder / LOCK)
        except FileNotFoundError:
            continue  # the build before ours was just removing its folder
        if lock is None:
            message = f"{shown}: another build is at work there{_by(folder)}; wait until it has ended"
            raise SiteError(message)
        lock.write(f"{SAYS}{os.getpid()}")
        return lock


def _by(folder: Path) -> str:
    """Its process, where that can be read."""
    try:
        said = _said(folder)
    except FileNotFoundError:  # it has just ended
        said = ""
    return f" (process {said.removeprefix(SAYS)})" if said.startswith(SAYS) else ""


def _said(folder: Path) -> str:
    return (folder / LOCK).read_text(encoding="utf-8", errors="replace")


def _refuse_foreign(folder: Path) -> None:
    """Never take, let alone empty, a folder that only happens to have the name."""
    if folder.is_symlink():
        raise _foreign(folder)
    names = {entry.name for entry in folder.iterdir()}
    # A build that was killed in its first moment left an empty folder, or a lock that says nothing yet.
    if names and (LOCK not in names or not SAYS.startswith(_said(folder)[: len(SAYS)])):
        raise _foreign(folder)


def _foreign(folder: Path) -> SiteError:
    return SiteError(f"{folder}: is not Cablepress', which needs a folder of this name; move it elsewhere")


def empty(folder: Path) -> None:
    """Remove everything in a claimed folder but its lock; what cannot be removed stays for the next build."""
    for entry in folder.iterdir():
        if entry.name == LOCK:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            with suppress(OSError):
                entry.unlink()
