"""MkDocs' build run, with all that it says turned into problems."""

import os
from collections.abc import Container, Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.exceptions import MkDocsException

from generator.model import Problem
from generator.publish.errors import SiteError
from generator.publish.page_check import PageCheck
from generator.settings import Ear, MkDocs, gave_up, heard


def render(
    mkdocs: MkDocs,
    *,
    docs: Path,
    site: Path,
    generated: Container[str],
    directory_urls: bool,
) -> tuple[Problem, ...]:
    """Run MkDocs over ``docs`` into ``site``.

    Args:
        mkdocs: Its options; this build takes them over.
        docs: Folder of the Markdown pages.
        site: Folder to write; it must exist and be empty.
        generated: Paths below ``docs`` that no person wrote: these are held against what they may hold.
        directory_urls: ``page/`` for a web server; False: ``page/index.html`` stands as ``page.html``,
            for reading from disk.

    Returns:
        MkDocs' warnings.

    Raises:
        SiteError: mkdocs.yml or a template of the theme is wrong, or text of a cable became markup.
    """
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")  # same input, same bytes: MkDocs stamps its sitemap
    config = mkdocs.config
    config.docs_dir, config.site_dir = str(docs), str(site)
    config.use_directory_urls, config.strict = directory_urls, False
    # mkdocs.yml names them for `mkdocs build`; one that a publisher wrote before they were need not
    config.theme.static_templates.update(config.theme.get_env().list_templates(filter_func=_is_joined))
    with _heard(Path(config.config_file_path)) as ear:
        page_check = PageCheck(generated)
        config.plugins["cablepress"] = page_check
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    page_check.assert_clean()
    if not config.site_url:
        _drop_sitemap(site)
    return (*mkdocs.warnings, *ear.warnings)


def _is_joined(template: str) -> bool:
    """Whether a file of the theme is made of its scripts (``overrides/joined``)."""
    return template.startswith("joined/")


def _drop_sitemap(site: Path) -> None:
    """Without a public address it lists none."""
    for name in ("sitemap.xml", "sitemap.xml.gz"):
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
