"""Where a build reads and writes: what it writes may not lie in what it reads, nor the other way round."""

from collections.abc import Mapping
from pathlib import Path

from generator.publish.errors import SiteError


def refuse_nested(place: Path, *, option: str, folders: Mapping[str, Path]) -> None:
    """Keep apart what is written and what is read, whatever the paths look like (``..``, symbolic links).

    Args:
        place: Folder to be replaced.
        option: The option that names it.
        folders: What is read, by what it is to people (``the cables``).

    Raises:
        SiteError: One of them is the place, or lies in it, or the place lies in one of them.
    """
    for what, folder in folders.items():
        if _lies_in(folder, place):
            message = f"{place}: a build would replace {what} ({folder}); choose another {option}"
            raise SiteError(message)
    refuse_inside(place, option=option, folders=folders)


def refuse_inside(place: Path, *, option: str, folders: Mapping[str, Path]) -> None:
    """Keep what is written out of folders that are read, or published.

    Args:
        place: File or folder to be written.
        option: The option that names it.
        folders: By what they are to people.

    Raises:
        SiteError: The place is one of them or lies in it.
    """
    for what, folder in folders.items():
        if _lies_in(place, folder):
            message = f"{place}: is, or lies in, {what} ({folder}); choose another {option}"
            raise SiteError(message)


def refuse_mixed(cables: Path, docs: Path) -> None:
    """Keep cables out of the folder that is published as it is, and pages out of the folder of cables.

    Raises:
        SiteError: One is the other or lies in it.
    """
    if _lies_in(cables, docs) or _lies_in(docs, cables):
        message = f"{cables}: the cables and the pages you write ({docs}) lie in one another; move one"
        raise SiteError(message)


def _lies_in(path: Path, folder: Path) -> bool:
    """Whether ``path`` is ``folder`` or lies in it; by the files' identity where they exist, else by name."""
    path, folder = path.resolve(), folder.resolve()
    if not folder.exists():
        return folder in (path, *path.parents)
    return any(above.exists() and above.samefile(folder) for above in (path, *path.parents))
