"""What is to be published, as paths and bytes: a folder, or a bundle."""

import os
import stat
import zipfile
import zlib
from collections.abc import Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.publish.gate.contents import is_plain
from generator.publish.gate.leak import UnreadableError

LARGE = 16 << 20
"""Bytes from which a text is looked through in pieces, by several processes."""
PIECE = 4 << 20
OVERLAP = 8 << 10
"""Bytes that a piece has in common with the one before: more than any name with what it is written in."""
_AHEAD = 1 << 20
"""Bytes in which a good place to cut is looked for."""
_PER_FILE = 4 << 10
"""What opening a file costs, in bytes read."""
_HEAD = 16
_ENDS = (b"\n", b" ", b",")
"""Where a text may be cut: no way of writing a letter holds these."""


class Published(Protocol):
    """A site or a bundle."""

    @property
    def seekable(self) -> bool:
        """Whether a part of a file costs no more than its size."""
        ...

    def paths(self, prefix: str = "") -> Iterator[str]:
        """The paths of all files that begin so, in order."""
        ...

    def read(self, path: str, start: int = 0, end: int | None = None) -> bytes:
        """A file, or a part of it.

        Raises:
            UnreadableError: It is no regular file, or cannot be read.
        """
        ...

    def size(self, path: str) -> int:
        """Bytes of a file; 0 where that can't be told."""
        ...


@contextmanager
def opened(site: Path) -> Iterator[Published]:
    """A folder, or a zip.

    Raises:
        UnreadableError: It is neither.
    """
    if site.is_dir():
        yield _Folder(site)
        return
    try:
        with zipfile.ZipFile(site) as archive:
            yield _Bundle(archive)
    except (OSError, zipfile.BadZipFile) as error:
        message = f"it cannot be read ({error})"
        raise UnreadableError(message) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file to be looked through, or a piece of a large one."""

    path: str
    """A folder that holds nothing ends in a slash."""
    known: int = 0
    """Characters of the path that were looked through as that of an earlier one."""
    start: int = 0
    end: int | None = None
    """Bytes, about: :func:`piece` finds where to cut. None: to the end."""

    @property
    def whole(self) -> bool:
        """Whether it is all of the file."""
        return self.start == 0 and self.end is None


def batches(site: Published, *, size: int, passed: Container[str] = ()) -> Iterator[tuple[Part, ...]]:
    """All parts, in order, in runs of about ``size`` bytes; those of files that have ``passed`` left out."""
    batch: list[Part] = []
    total = 0
    for part in _parts(site):
        if part.path in passed:
            continue
        batch.append(part)
        total += _PER_FILE + (part.end or site.size(part.path)) - part.start
        if total >= size and (site.seekable or part.end is None):
            yield tuple(batch)
            batch, total = [], 0
    if batch:
        yield tuple(batch)


def piece(site: Published, part: Part) -> tuple[bytes, int, int]:
    """A part of a large text, cut where no letter, escape or record is.

    Returns:
        The bytes; how many of them, at the beginning, end the piece before; where they begin in the file.
    """
    begin = _cut(site, part.path, max(0, part.start - OVERLAP)) if part.start else 0
    start = max(begin, _cut(site, part.path, part.start)) if part.start else 0
    end = None if part.end is None else _cut(site, part.path, part.end)
    return site.read(part.path, begin, end), start - begin, begin


def _cut(site: Published, path: str, at: int) -> int:
    """The next place from ``at`` on behind a line end, else behind a blank or comma, else a letter."""
    ahead = site.read(path, at, at + _AHEAD)
    for end in _ENDS:
        place = ahead.find(end)
        if place >= 0:
            return at + place + 1
    return at + next((index for index, byte in enumerate(ahead) if byte & 0xC0 != 0x80), 0)  # noqa: PLR2004 - UTF-8


def _parts(site: Published) -> Iterator[Part]:
    before = ""
    for path in site.paths():
        known = len(_common_folder(before, path))
        before = path
        size = site.size(path)
        if size < LARGE or not is_plain(site.read(path, 0, _HEAD)):
            yield Part(path=path, known=known)
            continue
        for start in range(0, size, PIECE):
            end = start + PIECE if start + PIECE < size else None
            yield Part(path=path, known=len(path) if start else known, start=start, end=end)


def _common_folder(folder: str, other: str) -> str:
    """``cables/2009/`` of two paths below it."""
    length = next((at for at, (a, b) in enumerate(zip(folder, other, strict=False)) if a != b), len(folder))
    return folder[: folder.rfind("/", 0, length) + 1]


class _Folder:
    """A site as files."""

    @property
    def seekable(self) -> bool:
        return True

    def __init__(self, root: Path) -> None:
        self._root = root

    def paths(self, prefix: str = "") -> Iterator[str]:
        top = self._root / prefix.rpartition("/")[0]
        yield from sorted(path for path in self._walk(top) if path.startswith(prefix))

    def _walk(self, top: Path) -> Iterator[str]:
        for folder, folders, files in os.walk(top, onerror=_raise):
            base = Path(folder).relative_to(self._root)
            linked = [name for name in folders if (Path(folder) / name).is_symlink()]
            yield from ((base / name).as_posix() for name in (*files, *linked))
            if not folders and not files:
                yield f"{base.as_posix()}/"

    def size(self, path: str) -> int:
        try:
            return (self._root / path).stat().st_size
        except OSError:
            return 0

    def read(self, path: str, start: int = 0, end: int | None = None) -> bytes:
        file = self._root / path
        try:
            if not stat.S_ISREG(file.stat().st_mode):  # a pipe would be waited for
                message = "it is no file"
                raise UnreadableError(message)
            with file.open("rb") as stream:
                stream.seek(start)
                return stream.read() if end is None else stream.read(end - start)
        except OSError as error:
            message = f"it cannot be read: {error.strerror}"
            raise UnreadableError(message) from error


class _Bundle:
    """A site as members of a zip."""

    @property
    def seekable(self) -> bool:
        return False

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._last: tuple[str, bytes] = ("", b"")

    def paths(self, prefix: str = "") -> Iterator[str]:
        yield from sorted(path for path in self._archive.namelist() if path.startswith(prefix))

    def size(self, path: str) -> int:
        return self._archive.getinfo(path).file_size

    def read(self, path: str, start: int = 0, end: int | None = None) -> bytes:
        if self._last[0] != path:
            try:
                self._last = (path, self._archive.read(path))
            except (
                OSError,
                EOFError,
                zlib.error,
                zipfile.BadZipFile,
                NotImplementedError,
                RuntimeError,
            ) as error:
                message = f"it cannot be unpacked ({error})"
                raise UnreadableError(message) from error
        return self._last[1][start:end]


def _raise(error: OSError) -> None:
    message = f"{error.filename}: it cannot be read: {error.strerror}"
    raise UnreadableError(message) from error
