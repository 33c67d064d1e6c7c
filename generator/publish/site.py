"""Markdown to site: MkDocs into a scratch folder, the search index over it, then one swap.

The previous site stays as it is until the new one is whole: whatever fails or is interrupted, readers keep
what they had.
"""

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.exceptions import MkDocsException

from generator.model import Problem
from generator.publish.project import Project

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


def render(
    project: Project, *, docs: Path, site: Path, directory_urls: bool, strict: bool = False
) -> tuple[Problem, ...]:
    """Run MkDocs over ``docs`` into ``site``.

    Args:
        project: Whose mkdocs.yml is used.
        docs: Folder of the Markdown pages.
        site: Folder to write; it must exist and be empty.
        directory_urls: ``page/`` for a web server; False: ``page/index.html`` stands as ``page.html``,
            for reading from disk.
        strict: MkDocs' own: stop at a warning.

    Returns:
        MkDocs' warnings.

    Raises:
        SiteError: MkDocs gave up; the message is its own.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice is for its users' developers
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")  # same input, same bytes: MkDocs stamps its sitemap
    from mkdocs.commands.build import build  # noqa: PLC0415 - after the notice is silenced
    from mkdocs.config import load_config  # noqa: PLC0415

    with _warnings(project) as problems:
        try:
            config = load_config(
                str(project.config_file),
                docs_dir=str(docs),
                site_dir=str(site),
                use_directory_urls=directory_urls,
                strict=strict,
            )
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            if not config.site_url:
                _drop_sitemap(site)
        except MkDocsException as error:
            message = f"{project.config_file.name}: {' '.join(str(error).split())}"
            raise SiteError(message) from error
    return tuple(problems)


def _drop_sitemap(site: Path) -> None:
    """Without a public address it lists none."""
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (site / name).unlink(missing_ok=True)


@contextmanager
def _warnings(project: Project) -> Iterator[list[Problem]]:
    """Everything MkDocs warns of inside the block, instead of on the terminal."""
    problems: list[Problem] = []
    handler = _Collector(project.config_file.name, problems.append)
    logger = logging.getLogger("mkdocs")
    before = logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield problems
    finally:
        logger.removeHandler(handler)
        logger.propagate = before


class _Collector(logging.Handler):
    """Turns a log record of warning level or above into a problem."""

    def __init__(self, path: str, collect: Callable[[Problem], None]) -> None:
        super().__init__(logging.WARNING)
        self._path, self._collect = path, collect

    def emit(self, record: logging.LogRecord) -> None:
        message = " ".join(record.getMessage().split())
        self._collect(Problem(path=self._path, line=None, code="mkdocs", message=message, hint=""))
