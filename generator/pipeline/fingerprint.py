"""All that a site is made of, in one digest: where that is the same, so is the site."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from generator.edition.written import files_of
from generator.pipeline.examine import files_misnamed, withholdings_of
from generator.pipeline.kept import ignored_by_git, written_files
from generator.pipeline.memory import Memory
from generator.pipeline.stand_ins import shipped
from generator.publish import SiteError
from generator.read import discover
from generator.settings import Configuration
from generator.store import Key, digests

PLUGINS: Final = frozenset({"search", "material/search"})
"""Plugins of MkDocs whose work depends on nothing but the pages."""
EXTENSIONS: Final = frozenset(
    """
    abbr admonition attr_list codehilite def_list extra fenced_code footnotes legacy_attrs legacy_em
    md_in_html meta nl2br sane_lists smarty tables toc wikilinks
    pymdownx.arithmatex pymdownx.betterem pymdownx.caret pymdownx.critic pymdownx.details pymdownx.emoji
    pymdownx.highlight pymdownx.inlinehilite pymdownx.keys pymdownx.magiclink pymdownx.mark
    pymdownx.smartsymbols pymdownx.superfences pymdownx.tabbed pymdownx.tasklist pymdownx.tilde
    """.split()  # noqa: SIM905 - a table of names reads better as text
)
"""Extensions of Markdown that read no other files. What anybody's plugin, hook or extension depends on is not
known: with one of these every site is built anew."""
ENVIRONMENT: Final = {"SOURCE_DATE_EPOCH": "0"}
"""Variables that decide bytes, with what :mod:`generator.publish.render` takes where they are not set."""
_INSTALLED: Final = {"site-packages", "dist-packages"}
"""Folders of packages, whose versions count with the program."""


def settings_of(configured: Configuration, *, use: str) -> bytes | None:
    """All settings that decide a site's bytes, or what is said of it.

    Args:
        configured: What is to be built, and how. Before a build, which changes MkDocs' options.
        use: What it is for: one project gives several kinds of output.

    Returns:
        None where something is at work of which nobody knows what it depends on.
    """
    config = configured.mkdocs.config
    if not _is_known(config):
        return None
    settings = (
        use,
        configured.sources,
        configured.finding,
        configured.protecting,
        configured.titling,
        configured.site,
        configured.publishing.expose_unclear,
        configured.publishing.host_files,
        configured.project,
        config.user_configs,
        configured.problems,
        [os.environ.get(name, unset) for name, unset in ENVIRONMENT.items()],
    )
    try:
        return msgspec.msgpack.encode(settings, enc_hook=_by_name)
    except ValueError:  # half a character, a number of more than 64 bits
        return None


def fingerprint(configured: Configuration, settings: bytes | None, memory: Memory) -> Key | None:
    """The digest of all inputs of a build, as they are now.

    Args:
        configured: Says where they are.
        settings: From :func:`settings_of`.
        memory: Knows the files that have not changed.

    Returns:
        None where it is not known, nothing is remembered, or a build would stop: it says why.
    """
    if not memory.store.there or settings is None:
        return None
    try:
        return digests("site", memory.code, settings, *_inputs(configured, memory))
    except (OSError, SiteError, ValueError):
        return None


def _is_known(config: Any) -> bool:  # noqa: ANN401 - MkDocs' own, untyped
    extensions = (name.removeprefix("markdown.extensions.") for name in config.markdown_extensions)
    return PLUGINS.issuperset(config.plugins) and not config.hooks and EXTENSIONS.issuperset(extensions)


def _by_name(value: object) -> str:
    """What YAML made of a tag: a function by its name; anything else as it says of itself."""
    name = getattr(value, "__qualname__", None)
    return f"{getattr(value, '__module__', '')}:{name}" if name else repr(value)


def _inputs(configured: Configuration, memory: Memory) -> Iterator[bytes]:
    """Every file that is read, by name and content.

    Raises:
        OSError: One cannot be read.
        SiteError: It is not known which of the pages in docs/ people wrote.
    """
    sources, project = configured.sources, configured.project
    files, problems = discover(sources.corpus)
    yield msgspec.msgpack.encode(problems)
    for file in files:
        yield file.name.encode(errors="surrogateescape")
        yield memory.seen.digest(file.path)
    yield msgspec.msgpack.encode(list(ignored_by_git(project.docs)))
    for path in written_files(project.docs):
        yield from _file(path, memory)
    stand_ins = shipped(configured.site.language)
    for path in (project.config_file, sources.people_file, *stand_ins):
        yield from _file(path, memory)
    yield from _of_the_edition(configured, memory)
    for folder in dict.fromkeys((*sources.theme, project.root / "overrides")):
        if _INSTALLED.isdisjoint(folder.parts):
            for path in sorted(folder.rglob("*")):
                yield from _file(path, memory) if path.is_file() else ()


def _of_the_edition(configured: Configuration, memory: Memory) -> Iterator[bytes]:
    """What the editors say; of what is withheld, which is in force, not the day: most change nothing."""
    sources = configured.sources
    withholdings, doubts = withholdings_of(configured)
    doubts = (*doubts, *files_misnamed(sources))
    yield msgspec.msgpack.encode(([entry.place for entry in withholdings.entries], doubts))
    for path in sorted(sources.history.glob("*.jsonl*")):
        yield from _file(path, memory)
    for written in (
        sources.protect_file,
        sources.corrections_file,
        sources.withhold_file,
        sources.glossary_file,
        sources.notes_file,
        sources.collections_file,
    ):
        for path, _ in files_of(written, ".yml", ".yaml", ".md"):
            yield from _file(path, memory)


def _file(path: Path, memory: Memory) -> Iterator[bytes]:
    yield os.fsencode(path)
    yield memory.seen.digest(path) if path.exists() else b""
