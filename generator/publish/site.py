"""A new site beside the old one, then one swap.

The previous site stays as it is until the new one is whole: whatever fails or is interrupted, readers keep
what they had.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.exceptions import MkDocsException

MARKER = "cablepress.json"
"""File that says a folder is a site of ours, which a build may replace."""


class SiteError(MkDocsException):
    """The site cannot be built or put in its place; the message is one line for people."""


@contextmanager
def staged(site: Path) -> Iterator[Path]:
    """A scratch folder that takes the place of ``site`` when the block ends without an exception.

    Raises:
        SiteError: ``site`` is something that no build of ours made, or its place cannot be written.
    """
    refuse_foreign(site)
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    except OSError as error:
        message = f"{site}: cannot be written: {error.strerror}; choose another --site"
        raise SiteError(message) from error
    try:
        new = scratch / "new"
        new.mkdir()
        yield new
        _swap(new, site, old=scratch / "old")
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _swap(new: Path, site: Path, *, old: Path) -> None:
    """Two renames on one file system; the previous site is put back should the second fail."""
    had = site.exists()
    if had:
        site.rename(old)
    try:
        new.rename(site)
    except BaseException:
        if had:
            old.rename(site)
        raise


def refuse_foreign(site: Path) -> None:
    """Replace only what is ours: a mistyped ``--site`` must not cost anybody a folder.

    Raises:
        SiteError: The path is a file, or a folder that holds something else than a site of ours.
    """
    if not site.exists():
        return
    if not site.is_dir():
        message = f"{site}: is no folder; choose another --site"
        raise SiteError(message)
    if any(site.iterdir()) and not (site / MARKER).is_file():
        message = f"{site}: holds something that Cablepress did not make; choose another --site or empty it"
        raise SiteError(message)
