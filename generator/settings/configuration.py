"""mkdocs.yml and the command line made one value; nothing else reads either."""

import os
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from generator.model import Problem
from generator.settings.document import ConfigurationFile, read_document
from generator.settings.mkdocs import MkDocs, understood
from generator.settings.options import read_options
from generator.settings.sections import (
    Finding,
    Project,
    Protecting,
    Publishing,
    Running,
    Site,
    Sources,
    Titling,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """Everything that is configured, resolved. A stage is handed the sections that it works with, no more."""

    project: Project
    sources: Sources
    finding: Finding
    protecting: Protecting
    titling: Titling
    site: Site
    running: Running
    publishing: Publishing
    mkdocs: MkDocs = field(compare=False)
    """For MkDocs alone."""
    problems: tuple[Problem, ...] = ()
    """Options that are wrong, and for which the default counts."""


def read_configuration(  # noqa: PLR0913 - mkdocs.yml, and one parameter for each option of the command line
    project: Project,
    *,
    corpus: tuple[Path, ...] = (),
    workers: int | None = None,
    expose_unclear: bool = False,
    notes: Path | None = None,
    as_of: date | None = None,
    store: bool = True,
) -> Configuration:
    """Read mkdocs.yml, once, and put what the command line says before it.

    Args:
        project: Which mkdocs.yml.
        corpus: Folders and files of the cables; empty: those that mkdocs.yml names.
        workers: Processes; None: as mkdocs.yml says, else one per core.
        expose_unclear: See :class:`Publishing`.
        notes: See :class:`Publishing`.
        as_of: Day for which the site is made; None: as mkdocs.yml says, else today.
        store: See :class:`Running`.

    Raises:
        ConfigurationError: It is missing or wrong, or it is in doubt whom to protect.
    """
    document = read_document(project.config_file)
    options, problems = read_options(document)
    project = replace(project, docs_dir=_docs_dir(document))
    mkdocs = understood(document, project.docs)
    site = options.section(Site)
    running = options.section(Running)
    publishing = options.section(Publishing)
    running = replace(running, workers=workers or running.workers, store=store)
    return Configuration(
        project=project,
        sources=_sources(project.base, options.section(Sources), corpus, mkdocs),
        finding=options.section(Finding),
        protecting=options.section(Protecting),
        titling=options.section(Titling),
        site=replace(
            site,
            name=mkdocs.config.site_name,
            language=mkdocs.language,
            site_url=mkdocs.config.site_url or None,
            collection=site.collection or mkdocs.config.site_name,
        ),
        running=running,
        publishing=replace(
            publishing, expose_unclear=expose_unclear, notes=notes, as_of=as_of or publishing.as_of or today()
        ),
        mkdocs=mkdocs,
        problems=problems,
    )


def _docs_dir(document: ConfigurationFile) -> str:
    """Where the pages are that people write; what is no folder's name is MkDocs' to complain of."""
    named = document.values.get("docs_dir")
    return named if isinstance(named, str) and named else "docs"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToRead:
    """What of mkdocs.yml reading depends on, where no site is to be built."""

    corpus: tuple[Path, ...]
    """The cables."""
    finding: Finding
    corrections_file: Path | None = None
    """What the editors correct; need not exist. None: there is no project."""
    problems: tuple[Problem, ...] = ()
    """Options that are wrong, and for which the default counts."""


def read_to_read(config_file: Path) -> ToRead:
    """The cables that a mkdocs.yml names, and how they are read.

    Raises:
        ConfigurationError: It is missing or wrong.
    """
    options, problems = read_options(read_document(config_file))
    sources, base = options.section(Sources), config_file.parent
    return ToRead(
        corpus=tuple(base / at_home(path) for path in sources.corpus),
        finding=options.section(Finding),
        corrections_file=base / at_home(sources.corrections_file),
        problems=problems,
    )


def today() -> date:
    """The clock's day, UTC; that of SOURCE_DATE_EPOCH where it is set (https://reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = (
        datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() and epoch != "0" else datetime.now(UTC)
    )
    return moment.date()


def _sources(base: Path, written: Sources, corpus: tuple[Path, ...], mkdocs: MkDocs) -> Sources:
    """The files that mkdocs.yml names, with ``base`` as the folder from which relative paths count."""
    named = tuple(base / at_home(path) for path in written.corpus)
    theme = mkdocs.config.theme
    return Sources(
        corpus=corpus or named,
        own_corpus=[path.resolve() for path in corpus] in ([], [path.resolve() for path in named]),
        people_file=base / at_home(written.people_file),
        protect_file=base / at_home(written.protect_file),
        corrections_file=base / at_home(written.corrections_file),
        withhold_file=base / at_home(written.withhold_file),
        collections_file=base / at_home(written.collections_file),
        notes_file=base / at_home(written.notes_file),
        history=base / at_home(written.history),
        glossary_file=base / at_home(written.glossary_file),
        custom_theme=Path(theme.custom_dir) if theme.custom_dir else None,
        theme=tuple(map(Path, theme.dirs)),
    )


def at_home(path: Path) -> Path:
    """The path with ``~`` as the home folder; unchanged where there is no such user."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path
