"""The files of a corpus: found, and read one at a time."""

import errno
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.model import Problem
from generator.read.columns import Columns
from generator.read.item import Item, Reading
from generator.read.layouts import holds_many, own_layouts, read_item
from generator.read.names import is_junk, shown_path, shown_text


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class CorpusFile:
    """One file of the corpus."""

    name: str
    """Path relative to the root that was given, for people and for provenance; never opened."""
    path: Path
    """Where to open it."""
    size: int
    """In bytes."""
    many: bool
    """True where it holds many cables (CSV, JSON Lines, an archive): stream it; False: one cable at most."""
    columns: Columns = ()
    """A publisher's own names of columns with what they mean."""
    readers: tuple[str, ...] = ()
    """A publisher's own readers, by the names that mkdocs.yml has for them."""
    layouts: tuple[tuple[str, str], ...] = ()
    """Of it, or of members of an archive that it is, those of which a publisher says the layout: name and
    layout. Others are read by whichever layout recognises them."""
    split: tuple[int, ...] | None = None
    """Lines on which a publisher says that its telegrams begin; None: as they are found."""


_ONE_EACH = frozenset({"", ".txt", ".text", ".cable", ".htm", ".html", ".md"})
"""Endings of files that hold one cable, nearly always."""


def expected_cables(paths: Sequence[Path]) -> int | None:
    """About how many cables there are, for those who wait: a look at the names of files alone.

    Args:
        paths: Files and folders.

    Returns:
        None where a file may hold many, so that nobody can tell.
    """
    names = [path.name for path in paths if not path.is_dir()]
    for path in paths:
        names.extend(
            name for _, _, within in os.walk(path) for name in within if not name.startswith((".", "README"))
        )
    return len(names) if all(os.path.splitext(name)[1].lower() in _ONE_EACH for name in names) else None  # noqa: PTH122 - names alone


def discover(
    paths: Sequence[Path], columns: Columns = (), readers: tuple[str, ...] = ()
) -> tuple[tuple[CorpusFile, ...], tuple[Problem, ...]]:
    """Every file of the given files and folders, sorted by name, each once; and what could not be looked at.

    Skipped without a word: hidden files and folders, what other programs leave behind, README and LICENSE
    (:mod:`generator.read.names`). Links to folders are followed, each folder once.

    Args:
        paths: Files and folders.
        columns: A publisher's own names of columns with what they mean.
        readers: A publisher's own readers, see :func:`generator.read.layouts.own_layouts`.

    Raises:
        ValueError: A reader cannot be loaded.
    """
    own_layouts(readers)
    asked = partial(_file, columns=columns, readers=readers)
    files: dict[tuple[int, int], CorpusFile] = {}
    problems: set[Problem] = set()
    for root in paths:
        entries = list(_under(root, asked))
        if not entries:
            problems.add(Problem.of("folder-empty", "no cables in it", path=shown_text(str(root))))
        for entry in entries:
            if isinstance(entry, Problem):
                problems.add(entry)
            else:
                identity, file = entry
                files.setdefault(identity, file)
    return tuple(sorted(files.values())), tuple(
        sorted(problems, key=lambda problem: (problem.path, problem.code))
    )


def read_file(file: CorpusFile) -> Iterator[Reading]:
    """What one file holds, in its order, as it is read; never raises for bad input."""
    try:
        with file.path.open("rb") as stream:
            item = Item(
                file.name,
                stream,
                size=file.size,
                inner=read_item,
                columns=file.columns,
                readers=file.readers,
                layouts=file.layouts,
            )
            yield from read_item(item)
    except OSError as error:
        yield _unopened(file.name, error)


_Found = tuple[tuple[int, int], CorpusFile] | Problem
"""A file with its identity (device and inode), so that two links to it are one cable."""


def _under(root: Path, asked: "_Asked") -> Iterator[_Found]:
    if not root.exists():
        yield Problem.of("path-missing", "no such file or folder", path=shown_text(str(root)))
    elif not root.is_dir():
        yield asked(root, root)
    else:
        yield from _walk(root, asked)


def _walk(root: Path, asked: "_Asked") -> Iterator[_Found]:
    seen: set[tuple[int, int]] = set()
    failed: list[OSError] = []
    for folder, folders, names in os.walk(root, followlinks=True, onerror=failed.append):
        status = os.stat(folder)  # noqa: PTH116 - os.walk gives strings, 250,000 of them
        if (status.st_dev, status.st_ino) in seen:
            folders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        folders[:] = sorted(name for name in folders if not is_junk(f"{name}/file"))
        yield from (asked(Path(folder, name), root) for name in sorted(names) if not is_junk(name))
    yield from (_unopened(shown_path(Path(error.filename), root), error) for error in failed)


_Asked = Callable[[Path, Path], _Found]
"""A path and the root below which it lies in, what there is out."""


def _file(path: Path, root: Path, columns: Columns, readers: tuple[str, ...]) -> _Found:
    name = shown_path(path, root)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Problem.of("file-special", "a device, pipe or socket", path=name)
        with path.open("rb") as stream:
            item = Item(name, stream, size=status.st_size, inner=read_item, columns=columns, readers=readers)
            many = holds_many(item)
    except OSError as error:
        return _unopened(name, error)
    file = CorpusFile(name=name, path=path, size=status.st_size, many=many, columns=columns, readers=readers)
    return (status.st_dev, status.st_ino), file


def _unopened(name: str, error: OSError) -> Problem:
    if error.errno in {errno.ENOENT, errno.ELOOP}:
        what = "gone since it was listed, or a link that leads nowhere"
        return Problem.of("file-unreadable", what, path=name, hint="restore the file or remove the link")
    reason = error.strerror or type(error).__name__
    message = f"cannot be opened: {reason.lower()}"
    return Problem.of("file-unreadable", message, path=name, hint="check its permissions")
