"""What the program itself is: a value made by another version is not found."""

import platform
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from generator.store.keys import Key, digests

PACKAGE: Final = Path(__file__).resolve().parent.parent
_INSTALLED: Final = (".dist-info", ".egg-info")


@cache
def code_digest(*plugged_in: str) -> Key:
    """Digest of the program's files and data, of Python, and of the versions of all that is installed.

    Args:
        plugged_in: Somebody else's code that works along, each ``package.module:attribute``: its files
            count, too.
    """
    files = (file for place in plugged_in for file in _plugged(place))
    others = (part for file in files for part in (file.name.encode(), file.read_bytes()))
    return digests(
        "code",
        platform.python_version().encode(),
        "\n".join(sorted(_installed())).encode(),
        *code_files(PACKAGE),
        "\n".join(plugged_in).encode(),
        *others,
    )


def code_files(folder: Path) -> Iterator[bytes]:
    """Names and contents of all files in a folder of the program's; in order."""
    return (part for file in _files(folder) for part in (_name(file, folder), file.read_bytes()))


def _files(folder: Path) -> Iterator[Path]:
    """Everything in a package but what Python makes of it; in order."""
    return (
        file
        for file in sorted(folder.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts and not file.name.startswith(".")
    )


def _name(file: Path, folder: Path) -> bytes:
    return file.relative_to(folder).as_posix().encode(errors="surrogateescape")


def _plugged(attribute: str) -> Iterator[Path]:
    """The files of the package that something plugged in stands in; none where nothing is to be found."""
    package = attribute.partition(":")[0].partition(".")[0]
    try:
        spec = find_spec(package) if package else None
    except (ImportError, ValueError):
        spec = None
    if spec is None:
        return
    for place in spec.submodule_search_locations or ():
        yield from _files(Path(place))
    if spec.origin and not spec.submodule_search_locations:
        yield Path(spec.origin)


def _installed() -> Iterator[str]:
    """Names and versions, as folders of packages say them: ``msgspec-0.19.0.dist-info``."""
    for place in dict.fromkeys(sys.path):
        folder = Path(place)
        if place and folder.is_dir():
            yield from (entry.name for entry in folder.iterdir() if entry.name.endswith(_INSTALLED))
