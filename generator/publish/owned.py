"""Which files of a folder Cablepress made: a list of them with their digests.

A file is ours only if the list has it and it is still as we wrote it. Everything else is the publisher's:
what is not on the list, and what was changed since.
"""

import os
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from hashlib import file_digest
from pathlib import Path
from types import MappingProxyType

import msgspec

from generator import __version__
from generator.publish.errors import SiteError

LIST = ".cablepress-files.json"
"""Name of the list, at the top of the folder. MkDocs publishes no file with a dot, nor do most hosts."""

Owned = Mapping[str, Collection[str]]
"""By path within the folder, the digests of what Cablepress wrote there: two while one replaces the other."""


class _File(msgspec.Struct, kw_only=True):
    made_by: str
    files: dict[str, list[str]]


def read_owned(folder: Path) -> Owned | None:
    """The list of a folder; None where it has none.

    Raises:
        SiteError: The list is damaged: nothing can be told apart any more.
    """
    path = folder / LIST
    try:
        files = msgspec.json.decode(path.read_bytes(), type=_File).files
    except FileNotFoundError:
        return None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        message = (
            f"{path}: the list of files that Cablepress made is damaged; restore it, or move the folder away"
        )
        raise SiteError(message) from error
    return {name: digests for name, digests in files.items() if _inside(name)}


def write_owned(folder: Path, owned: Owned) -> None:
    """Write the list, in one step."""
    content = _File(
        made_by=f"Cablepress {__version__}", files={name: sorted(owned[name]) for name in sorted(owned)}
    )
    scratch = folder / f"{LIST}.new"
    scratch.write_bytes(msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n")
    scratch.replace(folder / LIST)


def digest(path: Path) -> str:
    """SHA-256 of a file's content."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


Digest = Callable[[Path], str]
"""The digest of a file, like :func:`digest`; it may know some files already."""


def is_ours(folder: Path, name: str, owned: Owned, digest: Digest = digest) -> bool:
    """Whether ``name`` is on the list and still as we wrote it."""
    if name not in owned:
        return False
    path = folder / name
    try:
        return stat.S_ISREG(path.lstat().st_mode) and digest(path) in owned[name]
    except (FileNotFoundError, NotADirectoryError):
        return False


def changed(folder: Path, owned: Owned, digest: Digest = digest) -> Iterator[str]:
    """Files on the list that are there, but not as we wrote them: they are the publisher's now."""
    return (
        name
        for name in sorted(owned)
        if os.path.lexists(folder / name) and not is_ours(folder, name, owned, digest)
    )


def list_of(folder: Path, known: Mapping[str, str] = MappingProxyType({})) -> Owned:
    """The list for a folder in which everything is ours.

    Args:
        folder: The folder.
        known: Digests of some of the files, by name.
    """
    names = (
        f"{Path(above).relative_to(folder).as_posix()}/{name}".removeprefix("./")
        for above, _, files in os.walk(folder)
        for name in files
    )
    return {
        name: (known.get(name) or digest(folder / name),)
        for name in names
        if name not in {LIST, f"{LIST}.new"}
    }


def _inside(name: str) -> bool:
    """A list that leads out of its folder, made by whomever, owns nothing there."""
    return not name.startswith("/") and ".." not in name.split("/") and name.strip("./") != ""
