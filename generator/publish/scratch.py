"""Folders for work, in the system's temporary folder. What a killed build left is removed by the next."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from generator.publish.lock import Hold, hold
from generator.publish.swap import undisturbed

PREFIX = "cablepress-"
OWNER = ".owner"
"""File that the folder's process holds. A folder without it is not known to be ours, and stays."""


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder that is removed at the end of the block."""
    sweep(Path(tempfile.gettempdir()))
    with ExitStack() as stack:
        with undisturbed():  # a signal must not come between the folder and its mark
            folder = Path(tempfile.mkdtemp(prefix=PREFIX))
            made = hold(folder / f"{OWNER}.new")
            # Under its name only once it is held: no sweep meets a folder that only looks abandoned.
            owner = made.renamed(folder / OWNER) if made else None
            stack.callback(_remove_whole, folder, owner)
        yield folder


def sweep(parent: Path) -> None:
    """Remove the folders in ``parent`` whose process has ended; only those that are certainly ours."""
    for folder in parent.glob(f"{PREFIX}*"):
        owner = _abandoned(folder)
        if owner:
            _remove(folder, owner)


def _abandoned(folder: Path) -> Hold | None:
    """The hold on a folder of ours whose process has ended; None for any other."""
    try:
        foreign = folder.is_symlink() or (hasattr(os, "getuid") and folder.lstat().st_uid != os.getuid())
        return None if foreign else hold(folder / OWNER, create=False)
    except OSError:  # gone meanwhile, no folder, or nothing that we may look into
        return None


def _remove_whole(folder: Path, owner: Hold | None) -> None:
    """A signal that comes meanwhile is answered when the folder is gone."""
    with undisturbed():
        _remove(folder, owner)


def _remove(folder: Path, owner: Hold | None) -> None:
    """The mark of the owner last: half removed, the folder is still known as ours."""
    with suppress(OSError):
        for entry in folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            elif entry.name != OWNER:
                entry.unlink(missing_ok=True)
    if owner:
        owner.release()
    shutil.rmtree(folder, ignore_errors=True)
