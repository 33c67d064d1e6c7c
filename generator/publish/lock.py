"""A file that one process holds at a time.

The operating system lets go of it when the process ends, however it ends: a lock is never stale.
"""

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A held file."""

    path: Path
    descriptor: int

    def write(self, text: str) -> None:
        """Replace what the file says."""
        os.ftruncate(self.descriptor, 0)
        os.lseek(self.descriptor, 0, os.SEEK_SET)
        os.write(self.descriptor, text.encode())

    def renamed(self, path: Path) -> "Hold":
        """The same hold under another name."""
        self.path.rename(path)
        return Hold(path=path, descriptor=self.descriptor)

    def release(self) -> None:
        """Remove the file and let go of it, in this order: whoever opens it before finds it held or gone."""
        with suppress(OSError):
            self.path.unlink()
        self.let_go()

    def let_go(self) -> None:
        """Let go of the file and leave it."""
        _unlock(self.descriptor)  # said, since processes that were forked have the descriptor, too
        os.close(self.descriptor)


def hold(path: Path, *, create: bool = True) -> Hold | None:
    """Hold the file ``path``.

    Args:
        path: The file; a symbolic link is not followed.
        create: Make it where it is missing.

    Returns:
        None where another process holds it, or where it is missing and not to be made.

    Raises:
        OSError: It cannot be opened, or the file system knows no locks.
    """
    flags = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | (os.O_CREAT if create else 0)
    while True:
        try:
            descriptor = os.open(path, flags, 0o600)
        except FileNotFoundError:
            if create:
                raise
            return None
        try:
            held = _lock(descriptor)
        except OSError:
            os.close(descriptor)
            raise
        if held and _is(descriptor, path):
            return Hold(path=path, descriptor=descriptor)
        os.close(descriptor)
        if not held:
            return None
        # Its last holder removed it after we opened it: what we hold has no name any more.


def _is(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False


def _lock(descriptor: int) -> bool:
    """Whether we have it now; at once, either way."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _unlock(descriptor: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
