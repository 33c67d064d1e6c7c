"""A new site beside the old one, then one swap.

The previous site stays as it is until the new one is whole: whatever fails or is interrupted, readers keep
what they had. What the publisher put among its files (CNAME, .git) goes over into the new one.
"""

import filecmp
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.publish.claim import beside, claimed, empty
from generator.publish.errors import SiteError
from generator.publish.owned import (
    LIST,
    Digest,
    Owned,
    changed,
    digest,
    is_ours,
    list_of,
    read_owned,
    write_owned,
)
from generator.publish.swap import put_in_place

MARKER = "cablepress.json"
"""File that says a folder is a site of ours, which a build may replace."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A site in the making."""

    site: Path
    """Its place."""
    new: Path
    """Empty folder to build it in."""
    digest: Digest = digest
    """Of a file of the previous site."""
    known: dict[str, str] = field(default_factory=dict)
    """Digests of files in ``new``, by path, as far as they are known already."""

    def complete(self) -> None:
        """Bring over the publisher's own files and list ours: all that can fail before the swap.

        Raises:
            SiteError: A file of the publisher's would be lost; the message names it.
            OSError: Something cannot be read or written.
        """
        write_owned(self.new, list_of(self.new, self.known))
        if self.site.is_dir():
            refuse_foreign(self.site, self.digest)
            owned = _listed(self.site)
            _carry_folder(self.site, self.new, "", lambda name: is_ours(self.site, name, owned, self.digest))
            shutil.copymode(self.site, self.new)

    def swap(self) -> None:
        """Put the new site in its place, after :meth:`complete`.

        Raises:
            SiteError: It cannot be; the previous site is where it was.
        """
        try:
            put_in_place(self.new, self.site, aside=self.new.with_name("old"))
        except OSError as error:
            raise _unwritable(self.site, error) from error


@contextmanager
def staged(site: Path, *, digest: Digest = digest) -> Iterator[Stage]:
    """A stage for ``site``, to itself. Without :meth:`Stage.swap` nothing changes.

    Args:
        site: Folder; where it is a symbolic link, the folder that it leads to.
        digest: Of a file of the previous site, where that is known by less than reading it.

    Raises:
        SiteError: ``site`` is something that no build of ours made, or its place cannot be written, or
            another build is at work there.
    """
    shown, site = site, site.resolve()
    work = beside(site)
    try:
        with claimed(work, shown=str(shown)):
            _tidy(work, site)
            refuse_foreign(site, digest)
            new = work / "new"
            try:
                new.mkdir()
                yield Stage(site=site, new=new, digest=digest)
            finally:
                _tidy(work, site)
    except OSError as error:
        if error.filename is None or not _within(error.filename, work):
            raise
        raise _unwritable(shown, error) from error


def _tidy(work: Path, site: Path) -> None:
    """Remove what a build left in its folder, but put back a site whose place is empty."""
    old = work / "old"
    if old.exists() and not os.path.lexists(site):
        try:
            old.rename(site)
        except OSError as error:
            message = f"{site}: cannot be written: {error.strerror}; the previous site is in {old}: rename it"
            raise SiteError(message) from error
    empty(work)


def _unwritable(site: Path, error: OSError) -> SiteError:
    return SiteError(f"{site}: cannot be written: {error.strerror}; choose another --site")


def _within(name: object, folder: Path) -> bool:
    return isinstance(name, str) and (Path(name) == folder or folder in Path(name).parents)


def refuse_foreign(site: Path, digest: Digest = digest) -> None:
    """Replace only what is ours: a mistyped ``--site`` must not cost anybody a folder.

    Raises:
        SiteError: The path is a file, or a folder that holds something else than a site of ours, or one of
            whose files was changed since.
    """
    if not site.exists():
        return
    if not site.is_dir():
        message = f"{site}: is no folder; choose another --site"
        raise SiteError(message)
    if site.is_mount():
        message = f"{site}: is a mount point, so that no new site can take its place; choose a folder in it"
        raise SiteError(message)
    if not any(site.iterdir()):
        return
    if not (site / MARKER).is_file():
        message = f"{site}: holds something that Cablepress did not make; choose another --site or empty it"
        raise SiteError(message)
    for name in changed(site, _listed(site), digest):
        message = (
            f"{site / name}: was changed since Cablepress wrote it, and a build would lose that; make the"
            " change in docs/ or overrides/, then delete this file"
        )
        raise SiteError(message)


def _listed(site: Path) -> Owned:
    """What is ours in a site.

    Raises:
        SiteError: Nothing says so.
    """
    owned = read_owned(site)
    if owned is None and any(site.iterdir()):
        message = (
            f"{site}: has no list of the files that Cablepress made ({LIST}; older versions wrote none); move"
            " away what is yours in it, then delete the folder"
        )
        raise SiteError(message)
    return owned or {}


def _carry_folder(site: Path, new: Path, folder: str, ours: Callable[[str], bool]) -> bool:
    """Bring everything in a folder of ``site`` that is not ours into ``new``.

    Returns:
        Whether the folder holds nothing of ours, so that it is the publisher's, be it empty.
    """
    theirs = True
    for entry in sorted(os.scandir(site / folder), key=lambda entry: entry.name):
        name = f"{folder}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            whole = _carry_folder(site, new, f"{name}/", ours)
            if whole and not (new / name).is_dir():
                _make_room(site, new, name)
                (new / name).mkdir()
            if whole:
                shutil.copymode(entry.path, new / name)
            theirs = theirs and whole
        elif name in {LIST, f"{LIST}.new"} or ours(name):
            theirs = False
        else:
            _carry_file(site, new, name)
    return theirs


def _carry_file(site: Path, new: Path, name: str) -> None:
    """By a second name for the same file where that can be had: quick, and nothing about the file changes."""
    source, target = site / name, new / name
    if os.path.lexists(target):
        if source.is_symlink() or not (source.is_file() and filecmp.cmp(source, target, shallow=False)):
            raise _in_the_way(source)
        return
    _make_room(site, new, name)
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        if not (source.is_symlink() or source.is_file()):
            raise
        shutil.copy2(source, target, follow_symlinks=False)


def _make_room(site: Path, new: Path, name: str) -> None:
    try:
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        taken = os.path.lexists(new / name)
    except (FileExistsError, NotADirectoryError):
        taken = True
    if taken:
        raise _in_the_way(site / name)


def _in_the_way(path: Path) -> SiteError:
    message = f"{path}: is not Cablepress', and the new site has something else in its place; rename it"
    return SiteError(message)
