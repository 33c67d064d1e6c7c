"""The docs folder between two builds: the pages that people wrote there, and those that builds leave there.

Builds write into a scratch folder. What is generated comes into ``docs/`` at the end, for other tools
(``mkdocs build``), with a list of it. A file that is not on that list, or was changed since, is not touched.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.model import Problem
from generator.pages import GENERATED
from generator.pipeline.stand_ins import put_stand_ins
from generator.publish import (
    LIST,
    Digest,
    Drafts,
    Owned,
    SiteError,
    changed,
    claimed,
    digest,
    empty,
    is_ours,
    read_owned,
    write_owned,
)

OLD_RECORDS = "data/cables.jsonl"
"""A file that every older version wrote."""
WORK = ".cablepress-work"
"""Folder within ``docs/`` from which a build's pages are moved to their places."""
_HIDDEN = frozenset({LIST, f"{LIST}.new", WORK})


def copy_written(docs: Path, target: Path, digest: Digest = digest, *, language: str = "en") -> None:
    """Copy the pages that people wrote, leaving out what an earlier build left beside them.

    Of the pages that a site needs, ours stand in for those that nobody wrote.

    Args:
        docs: Folder of the pages; where there is none, all are ours.
        target: Folder to copy to.
        digest: Of a file in ``docs``, where that is known by less than reading it.
        language: Of ours.

    Raises:
        SiteError: A page is neither wholly a build's nor a person's.
    """
    if docs.is_dir():
        _copy_own(docs, target, digest)
    else:
        target.mkdir(parents=True)
    put_stand_ins(target, language)


def _copy_own(docs: Path, target: Path, digest: Digest) -> None:
    owned = _owned(docs, digest)

    def ours(folder: str, names: list[str]) -> set[str]:
        within = Path(folder).relative_to(docs)
        return {name for name in names if (path := (within / name).as_posix()) in owned or path in _HIDDEN}

    shutil.copytree(docs, target, ignore=ours, ignore_dangling_symlinks=True)
    for folder, _, _ in os.walk(target):
        Path(folder).chmod(0o700)  # what nobody may write into there is written into here
    for name in (read_owned(docs) or {}).keys() - owned.keys():
        (target / name).unlink(missing_ok=True)  # a build beside this one has just brought it in


def written_files(docs: Path) -> Iterator[Path]:
    """The files that :func:`copy_written` copies, in order; those that a build is about to find changed, too.

    Raises:
        SiteError: As :func:`copy_written`.
    """
    owned = read_owned(docs) or {}
    for folder, folders, names in os.walk(docs, followlinks=True):
        folders.sort()
        within = Path(folder).relative_to(docs)
        if within == Path():
            folders[:] = [name for name in folders if name != WORK]
        for name in sorted(names):
            path = (within / name).as_posix()
            if path not in owned and path not in _HIDDEN:
                yield docs / path


def _owned(docs: Path, digest: Digest) -> Owned:
    """What builds left in ``docs``, every file of it as they wrote it."""
    owned = read_owned(docs)
    if owned is None:
        if (docs / OLD_RECORDS).is_file():
            message = (
                f"{docs}: has generated pages of an older version and no list of them ({LIST}); move what you"
                f" wrote in {', '.join(f'{name}/' for name in GENERATED)} elsewhere, then delete these"
                " folders, and index.md if there is a home.md"
            )
            raise SiteError(message)
        return {}
    if any(changed(docs, owned, digest)):
        owned = read_owned(docs) or {}  # unless a build beside this one was just bringing in others
    for name in changed(docs, owned, digest):
        message = (
            f"{docs / name}: was changed since Cablepress wrote it, and a build would lose that; keep your"
            " text under another name, or delete the file"
        )
        raise SiteError(message)
    return owned


def among_generated(docs: Path) -> tuple[str, ...]:
    """Paths of what people wrote within the folders of generated pages."""
    owned = read_owned(docs) or {}
    found = (path for name in GENERATED for path in (docs / name).rglob("*") if path.is_file())
    return tuple(sorted(name for path in found if (name := path.relative_to(docs).as_posix()) not in owned))


def ignored_by_git(docs: Path) -> Iterator[Problem]:
    """A word on each page that people wrote and that git would not bring back, were it lost."""
    names = among_generated(docs)
    if not names or not shutil.which("git"):
        return
    asked = "\0".join(names).encode()
    command = ["git", "-C", str(docs), "check-ignore", "--stdin", "-z"]
    answer = subprocess.run(command, input=asked, capture_output=True, check=False)  # noqa: S603 - our own arguments
    for name in answer.stdout.decode().split("\0")[:-1]:
        yield Problem(
            path=f"{docs.name}/{name}",
            line=None,
            code="page-ignored",
            message="stands among generated pages, which .gitignore leaves out; git would not bring it back",
            hint=f"git add -f {docs.name}/{name}, or keep it in a folder of your own",
        )


@contextmanager
def docs_to_oneself(docs: Path) -> Iterator[Path]:
    """Keep other builds from bringing pages into ``docs`` meanwhile; yields a folder to do it from.

    Raises:
        SiteError: Another build is at work in this project, or ``docs`` cannot be written.
    """
    work = docs / WORK
    try:
        with claimed(work, shown=str(docs)):
            empty(work)
            try:
                yield work
            finally:
                empty(work)
    except OSError as error:
        if error.filename is None or docs not in Path(os.fsdecode(error.filename)).parents:
            raise
        raise _unwritable(docs, error) from error


def bring(  # noqa: PLR0913 - where pages are, where they belong, and what is known of both
    built: Path,
    docs: Path,
    work: Path,
    digests: Mapping[str, str],
    *,
    drafts: Path | None = None,
    digest: Digest = digest,
) -> None:
    """Make ready: everything that takes room or can be refused, before anything is published.

    Args:
        built: Where the pages were written; those that are not in ``docs`` as they are are taken from there.
        docs: Where they belong.
        work: From :func:`docs_to_oneself`.
        digests: Path of each generated page and its digest.
        drafts: File of pages that are not in ``built``.
        digest: As for :func:`copy_written`.

    Raises:
        SiteError: A page would replace a file that is not ours, or ``docs`` cannot be written.
    """
    before = read_owned(docs) or {}
    unchanged: set[str] = set()
    for name, made in digests.items():
        if not os.path.lexists(docs / name):
            continue
        if name in before and is_ours(docs, name, {name: (made,)}, digest):
            unchanged.add(name)
        elif not is_ours(docs, name, before, digest):
            message = f"{docs / name}: came while a page of this name was made; rename it and build again"
            raise SiteError(message)
    try:
        pages = Drafts(built, drafts)
        for name in digests.keys() - unchanged:
            (work / "new" / name).parent.mkdir(parents=True, exist_ok=True)
            content = pages.drafted(name)
            if content is None:
                shutil.move(built / name, work / "new" / name)
            else:
                (work / "new" / name).write_bytes(content)
        after = {name: (digest,) for name, digest in digests.items()}
        write_owned(work, after)
        # From here to the last rename a file may be of either build; after a kill both are known as ours.
        both = {name: {*before.get(name, ()), *after.get(name, ())} for name in before.keys() | after.keys()}
        write_owned(docs, both)
    except OSError as error:
        raise _unwritable(docs, error) from error


def move_in(docs: Path, work: Path, digests: Mapping[str, str]) -> None:
    """Put in place what :func:`bring` made ready, and remove an earlier build's pages that are no more.

    Raises:
        OSError: The next build mends what is half done.
    """
    before = read_owned(docs) or {}
    for name in digests:
        if (work / "new" / name).exists():
            (docs / name).parent.mkdir(parents=True, exist_ok=True)
            (work / "new" / name).replace(docs / name)
    for name in before.keys() - digests.keys():
        if is_ours(docs, name, before):
            (docs / name).unlink()
            _remove_empty((docs / name).parent, docs)
    (work / LIST).replace(docs / LIST)


def _remove_empty(folder: Path, docs: Path) -> None:
    with suppress(OSError):  # one that is not empty
        while folder != docs:
            folder.rmdir()
            folder = folder.parent


def _unwritable(docs: Path, error: OSError) -> SiteError:
    reason = error.strerror or str(error)
    return SiteError(
        f"{docs}: cannot be written: {reason}; nothing was published; make room or set its permissions"
    )
