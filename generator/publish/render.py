"""MkDocs: its configuration read, its build run, all it says turned into problems."""

import logging
import os
from collections.abc import Container, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.model import Problem
from generator.publish.errors import SiteError
from generator.publish.guard import Guard
from generator.publish.project import Project
from generator.settings import in_one_line, load_yaml


def read_config(project: Project) -> MkDocsConfig:
    """mkdocs.yml as MkDocs understands it. What it warns of is heard when the site is rendered.

    Raises:
        ConfigurationError: It is no YAML.
        SiteError: It is wrong; the line names every fault.
    """
    load_yaml(project.config_file)  # MkDocs lets through whatever a value of a wrong form raises
    with _heard(project):
        return _load(project)


def render(  # noqa: PLR0913 - what is read, what is written, and how
    project: Project,
    *,
    docs: Path,
    site: Path,
    generated: Container[str],
    directory_urls: bool,
    strict: bool = False,
) -> tuple[Problem, ...]:
    """Run MkDocs over ``docs`` into ``site``.

    Args:
        project: Whose mkdocs.yml is used.
        docs: Folder of the Markdown pages.
        site: Folder to write; it must exist and be empty.
        generated: Paths below ``docs`` that no person wrote: these are held against what they may hold.
        directory_urls: ``page/`` for a web server; False: ``page/index.html`` stands as ``page.html``,
            for reading from disk.
        strict: MkDocs' own: stop at a warning.

    Returns:
        MkDocs' warnings.

    Raises:
        SiteError: mkdocs.yml or a template of the theme is wrong, or text of a cable became markup.
    """
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")  # same input, same bytes: MkDocs stamps its sitemap
    options = {
        "docs_dir": str(docs),
        "site_dir": str(site),
        "use_directory_urls": directory_urls,
        "strict": strict,
    }
    with _heard(project) as heard:
        config = _load(project, **options)
        guard = Guard(generated)
        config.plugins["cablepress"] = guard
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    guard.assert_clean()
    if not config.site_url:
        _drop_sitemap(site)
    return heard.warnings


def _load(project: Project, **options: Any) -> MkDocsConfig:  # noqa: ANN401 - MkDocs' own options, of any type
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice is for its users' developers
    return load_config(str(project.config_file), **options)


def _drop_sitemap(site: Path) -> None:
    """Without a public address it lists none."""
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (site / name).unlink(missing_ok=True)


class _Ear(logging.Handler):
    """Keeps what MkDocs warns of, and the reasons it gives before it gives up."""

    def __init__(self, path: str) -> None:
        super().__init__(logging.WARNING)
        self._path = path
        self.warnings: tuple[Problem, ...] = ()
        self.errors: tuple[str, ...] = ()

    def emit(self, record: logging.LogRecord) -> None:
        message = _one_line(record.getMessage())
        problem = Problem(path=self._path, line=None, code="mkdocs", message=message, hint="")
        self.warnings = (*self.warnings, problem)
        if record.levelno >= logging.ERROR:
            self.errors = (*self.errors, message)


@contextmanager
def _heard(project: Project) -> Iterator[_Ear]:
    """Nothing that MkDocs says inside the block reaches the terminal; where it gives up, one line says why.

    Raises:
        SiteError: MkDocs gave up.
    """
    ear = _Ear(project.config_file.name)
    logger = logging.getLogger("mkdocs")
    before = logger.propagate
    logger.addHandler(ear)
    logger.propagate = False
    try:
        yield ear
    except TemplateError as error:
        raise SiteError(_in_template(error)) from error
    except MkDocsException as error:
        name = Path(project.config_file.name)
        reasons = "; ".join(ear.errors)
        raise SiteError(f"{name}: {reasons}" if reasons else in_one_line(name, error)) from error
    finally:
        logger.removeHandler(ear)
        logger.propagate = before


def _in_template(error: TemplateError) -> str:
    """``overrides/main.html:3: unexpected '}'``, as far as Jinja2 says."""
    message = _one_line(error.message or type(error).__name__)
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}: template: {message}"
    return f"overrides: template: {type(error).__name__}: {message}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
