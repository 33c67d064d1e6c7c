"""Markdown to HTML: what people wrote by MkDocs' own run, generated pages by a press in several processes.

The two are one site: MkDocs' run gives the press its configuration, navigation and theme, and the press
writes what ``mkdocs build`` would, byte for byte. Where a plugin, a hook or a template of a publisher's may
look at every page (:mod:`generator.publish.press.whether`), MkDocs renders them all.
"""

import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.exceptions import MkDocsException

from generator.model import InOrder, Problem
from generator.publish.errors import SiteError
from generator.publish.page_check import HOME, PageCheck
from generator.publish.press.apart import Apart
from generator.publish.press.compiled import Compiled
from generator.publish.press.drafts import Drafts
from generator.publish.press.keeping import Keeping
from generator.publish.press.theme import ThemeWithoutPictures
from generator.publish.press.whether import why_together
from generator.publish.scratch import scratch_folder
from generator.publish.sitemap import SITEMAP, part_sitemap
from generator.settings import Ear, MkDocs, MkDocsOptions, gave_up, heard

OPENSEARCH = "opensearch.xml"
WITH_ADDRESS = (SITEMAP, OPENSEARCH)
"""Files of the theme that say nothing where a site has no public address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """What became of the pages."""

    problems: tuple[Problem, ...]
    """MkDocs' warnings."""
    together: str | None
    """Why MkDocs rendered every page in one process; None: it need not."""


def render(  # noqa: PLR0913 - what is rendered, where to, and how
    mkdocs: MkDocs,
    *,
    docs: Path,
    site: Path,
    generated: Collection[str],
    directory_urls: bool,
    drafts: Path | None = None,
    in_order: InOrder = map,
    keeping: Keeping | None = None,
    unlisted: Collection[str] = (),
    compiled: Compiled | None = None,
) -> Rendered:
    """Render the pages of ``docs`` into ``site``.

    Args:
        mkdocs: MkDocs' options; this build takes them over.
        docs: Folder of the Markdown pages.
        site: Folder to write; it must exist and be empty.
        generated: Paths below ``docs`` that no person wrote: these are held against what they may hold.
        directory_urls: ``page/`` for a web server; False: ``page/index.html`` stands as ``page.html``,
            for reading from disk.
        drafts: File with those of ``generated`` that are not in ``docs``.
        in_order: How work is spread.
        keeping: Knows the site before; None: every page is made.
        unlisted: Paths of pages that the sitemap leaves out.
        compiled: The theme's templates, as far as they are compiled; None: none is.

    Raises:
        SiteError: mkdocs.yml or a template of the theme is wrong, or text of a cable became markup.
    """
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")  # same input, same bytes: MkDocs stamps its sitemap
    config = mkdocs.config
    config.docs_dir, config.site_dir = str(docs), str(site)
    config.use_directory_urls, config.strict = directory_urls, False
    config.theme = ThemeWithoutPictures.of(config.theme)
    # mkdocs.yml names them for `mkdocs build`; one that a publisher wrote before they were need not
    config.theme.static_templates.update(_to_be_filled_in(config.theme.dirs))
    page_check = PageCheck(generated)
    together = why_together(config, generated)
    if not config.site_url:
        config.theme.static_templates.difference_update(WITH_ADDRESS)
    with _heard(Path(config.config_file_path)) as ear:
        config.plugins["cablepress"] = page_check
        if together is None:
            with_the_written = _with_the_written(config)
            apart = dict.fromkeys(name for name in generated if name not in with_the_written)
            with scratch_folder() as scratch:
                _link_others(docs, scratch / "docs", apart)
                _write_drafts(drafts, with_the_written.intersection(generated), docs, scratch / "docs")
                config.docs_dir = str(scratch / "docs")
                config.plugins["cablepress-press"] = Apart(
                    docs,
                    apart,
                    page_check,
                    in_order,
                    keeping,
                    unlisted=unlisted,
                    drafts=drafts,
                    compiled=compiled or Compiled({}),
                )
                _build(config)
        else:
            _write_drafts(drafts, generated, docs, docs)
            _build(config)
    page_check.assert_clean()
    if config.site_url:
        part_sitemap(site, config.site_url)
    else:
        _drop_addressed(site)
    return Rendered(problems=(*mkdocs.warnings, *ear.warnings), together=together)


def _build(config: MkDocsOptions) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    build(config)


def _with_the_written(config: MkDocsOptions) -> frozenset[str]:
    """Generated pages that MkDocs renders all the same: the home page and the sections."""
    return frozenset({HOME, *_paths(config.nav)})


def _paths(nav: Any) -> Iterator[str]:  # noqa: ANN401 - as YAML has it
    if isinstance(nav, str):
        yield nav.lstrip("/")
    elif isinstance(nav, list):
        for item in nav:
            yield from _paths(item)
    elif isinstance(nav, dict):
        for item in nav.values():
            yield from _paths(item)


def _link_others(docs: Path, target: Path, apart: Collection[str]) -> None:
    """A second folder with all files of the first but those that are rendered apart."""
    target.mkdir()
    for folder, _, names in os.walk(docs, followlinks=True):
        within = Path(folder).relative_to(docs)
        others = [name for name in names if (within / name).as_posix() not in apart]
        if others:
            (target / within).mkdir(parents=True, exist_ok=True)
        for name in others:
            _link(Path(folder) / name, target / within / name)


def _write_drafts(drafts: Path | None, paths: Iterable[str], docs: Path, target: Path) -> None:
    """Into a folder for MkDocs those pages that it renders."""
    pages = Drafts(docs, drafts)
    for path in sorted(paths):
        pages.write(path, target)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _to_be_filled_in(folders: Iterable[str]) -> Iterator[str]:
    """Files of the theme that are templates: the scripts (``overrides/joined``), how to search.

    Looked for where they are: Jinja2's own list goes through the theme's ten thousand icons.
    """
    for folder in map(Path, folders):
        yield from (path.relative_to(folder).as_posix() for path in (folder / "joined").rglob("*.*"))
        if (folder / OPENSEARCH).is_file():
            yield OPENSEARCH


def _drop_addressed(site: Path) -> None:
    """What lists whole addresses, where there are none; MkDocs writes a sitemap in any case."""
    for name in (*WITH_ADDRESS, f"{SITEMAP}.gz"):
        (site / name).unlink(missing_ok=True)


@contextmanager
def _heard(config_file: Path) -> Iterator[Ear]:
    """Nothing that MkDocs says inside the block reaches the terminal; where it gives up, one line says why.

    Raises:
        SiteError: MkDocs gave up.
    """
    with heard(config_file) as ear:
        try:
            yield ear
        except TemplateError as error:
            raise SiteError(_in_template(error)) from error
        except MkDocsException as error:
            raise SiteError(gave_up(Path(config_file.name), ear, error)) from error


def _in_template(error: TemplateError) -> str:
    """``overrides/main.html:3: unexpected '}'``, as far as Jinja2 says."""
    message = _one_line(error.message or type(error).__name__)
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}: template: {message}"
    return f"overrides: template: {type(error).__name__}: {message}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
