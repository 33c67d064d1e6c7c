"""mkdocs.yml as MkDocs understands it, and all that MkDocs says turned into problems."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, MkDocsException
from mkdocs.theme import Theme

from generator.model import Problem
from generator.settings.document import ConfigurationFile, in_one_line
from generator.settings.neighbours import unknown_features, without_unfit
from generator.settings.package import PACKAGE, completed, features
from generator.settings.spoken import in_language
from generator.wording import LANGUAGES, spoken_as

MkDocsOptions = MkDocsConfig
"""The type, for those who are handed it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MkDocs:
    """MkDocs' own options, valid and with its theme and plugins."""

    config: MkDocsConfig = field(repr=False)
    """MkDocs lets plugins and builds change it: one build takes it over."""
    warnings: tuple[Problem, ...]
    """What MkDocs warned of, and what is to be said of the language."""

    @property
    def language(self) -> str:
        """``theme.language``, as a tag (BCP 47); ``en`` where a theme has no such option."""
        named = self.config.theme.get("language")
        return named if isinstance(named, str) else "en"


def understood(document: ConfigurationFile, docs: Path) -> MkDocs:
    """Have MkDocs check what was read, ours put in where the file leaves something out.

    Args:
        document: What was read.
        docs: Folder of the pages that people write; it need not exist.

    Raises:
        ConfigurationError: It is wrong; the line names every fault.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice is for its users' developers
    name = Path(document.path.name)
    values, unfit = without_unfit(document)
    with heard(name) as ear:
        try:
            config = _checked(document.path, in_language(completed(values, docs=docs)))
            _refuse_theme(config.theme)
        except MkDocsException as error:
            raise ConfigurationError(gave_up(name, ear, error)) from error
    mkdocs = MkDocs(config=config, warnings=ear.warnings)
    unknown = unknown_features(document, _features(config), config.theme.dirs)
    warnings = (*unfit, *unknown, *ear.warnings, *_unspoken(name, mkdocs.language))
    return replace(mkdocs, warnings=warnings)


def _features(config: MkDocsOptions) -> Iterator[object]:
    """Those turned on that may be none: Material has ours, and its hundred files need not be asked."""
    ours = features() if config.theme.name == "material" else frozenset()
    turned_on = config.theme.get("features") or ()
    return (name for name in turned_on if not (isinstance(name, str) and name in ours))


def _unspoken(name: Path, language: str) -> tuple[Problem, ...]:
    """Material speaks more languages than we do."""
    if spoken_as(language):
        return ()
    problem = Problem(
        path=name.name,
        line=None,
        code="language-unspoken",
        message=f"theme.language is {language}, of which Cablepress has no words: its own are English",
        hint=f"these it has: {', '.join(LANGUAGES)}; more can be added, see CONTRIBUTING.md",
    )
    return (problem,)


def _checked(path: Path, options: dict[str, Any]) -> MkDocsConfig:
    """As ``mkdocs.config.load_config``, from what was read already."""
    config = MkDocsConfig(config_file_path=str(path))
    config.load_dict(options)
    errors, warnings = config.validate()
    log = logging.getLogger("mkdocs.config")
    for name, warning in warnings:
        log.warning("Config value '%s': %s", name, warning)
    if wrong := errors or (warnings if config.strict else ()):
        raise ConfigurationError("; ".join(f"Config value '{name}': {fault}" for name, fault in wrong))
    _with_our_templates(config.theme)
    return config


def _refuse_theme(theme: Theme) -> None:
    """Stop at what no page can be made with: MkDocs would say which file it misses, and of which of many.

    Raises:
        ConfigurationError: The theme has no template for cables, or Material does not know the language.
    """
    folders = tuple(map(Path, theme.dirs))
    if not any((folder / _TEMPLATE).is_file() for folder in folders):
        message = f"theme {theme.name} has no {_TEMPLATE} for cables; write theme: name: material"
        raise ConfigurationError(message)
    named = theme.get("language")
    if theme.name == "material" and not any(
        (folder / "partials" / "languages" / f"{named}.html").is_file() for folder in folders
    ):
        message = f"theme.language {named!r} is none that Material knows; write one like de, fr or pt-BR"
        raise ConfigurationError(message)


_TEMPLATE: Final = "cable.html"
"""Of ours, which a theme of one's own has to have."""


def _with_our_templates(theme: Theme) -> None:
    """A publisher's folder of templates need hold only those that differ from ours."""
    ours = str(PACKAGE / "overrides")
    if theme.name == "material" and theme.custom_dir and ours not in theme.dirs:
        theme.dirs.insert(1, ours)


class Ear(logging.Handler):
    """Keeps what MkDocs warns of, and the reasons it gives before it gives up."""

    def __init__(self, path: str) -> None:
        super().__init__(logging.WARNING)
        self._path = path
        self.warnings: tuple[Problem, ...] = ()
        self.errors: tuple[str, ...] = ()

    def emit(self, record: logging.LogRecord) -> None:
        """Note one line of MkDocs' log."""
        message = " ".join(record.getMessage().split())
        problem = Problem(path=self._path, line=None, code="mkdocs", message=message, hint="")
        self.warnings = (*self.warnings, problem)
        if record.levelno >= logging.ERROR:
            self.errors = (*self.errors, message)


@contextmanager
def heard(config_file: Path) -> Iterator[Ear]:
    """Nothing that MkDocs says inside the block reaches the terminal."""
    ear = Ear(config_file.name)
    logger = logging.getLogger("mkdocs")
    before = logger.propagate
    logger.addHandler(ear)
    logger.propagate = False
    try:
        yield ear
    finally:
        logger.removeHandler(ear)
        logger.propagate = before


def gave_up(name: Path, ear: Ear, error: MkDocsException) -> str:
    """Why MkDocs gave up, in one line."""
    reasons = "; ".join(ear.errors)
    return f"{name}: {reasons}" if reasons else in_one_line(name, error)
