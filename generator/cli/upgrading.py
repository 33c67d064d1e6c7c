"""What changed for a project since the version that made its last build, out of the changelog."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator import __version__
from generator.settings import PACKAGE, Configuration

SHOWN: Final = 12
"""Changes printed one by one; more are counted."""
_ALWAYS: Final = {"cablepress", "generator"}
"""Keys of ``extra:`` that every project has."""
_SPAN: Final = re.compile(r"`([^`]+)`")
_WORD: Final = re.compile(r"[\w.-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangelogEntry:
    """One entry of the changelog."""

    version: str
    kind: str
    """``Added``, ``Changed``, ``Fixed``, ``Removed``."""
    text: str
    """On one line."""

    @property
    def terms(self) -> frozenset[str]:
        """Names that it shows as code: options, files, plugins."""
        return frozenset(
            word.strip(".:") for span in _SPAN.findall(self.text) for word in _WORD.findall(span)
        )


def upgrade_lines(before: str | None, configured: Configuration) -> Iterator[str]:
    """Lines for people after a build by another version than the one before; none where it is the same.

    Args:
        before: Version that made the last build; None: not known.
        configured: The project: what it uses decides what is shown.
    """
    if before is None or before == __version__:
        return
    changes = list(changes_since(before, (PACKAGE / "CHANGELOG.md").read_text(encoding="utf-8")))
    ours = [change for change in changes if change.kind == "Removed" or change.terms & used_by(configured)]
    yield f"Built by Cablepress {__version__}; the last build was by {before}."
    if ours:
        yield "What changed in between and concerns this project:"
    for change in ours[:SHOWN]:
        yield f"  {change.kind.lower()}: {change.text}"
    rest = len(changes) - len(ours[:SHOWN])
    if rest:
        yield f"{rest} more changes stand in {PACKAGE / 'CHANGELOG.md'}"


def changes_since(version: str, changelog: str) -> Iterator[ChangelogEntry]:
    """The entries of all versions above that one's; all of them where it is not in the changelog."""
    for title, section in _parts(changelog, "## "):
        number = title.partition(" ")[0].strip("[]")
        if number == version:
            return
        for kind, entries in _parts(section, "### "):
            for entry in re.split(r"^- ", entries, flags=re.MULTILINE)[1:]:
                yield ChangelogEntry(version=number, kind=kind, text=" ".join(entry.split()))


def _parts(text: str, mark: str) -> Iterator[tuple[str, str]]:
    """Headings of one rank, each with what stands below it."""
    for part in re.split(rf"^{mark}", text, flags=re.MULTILINE)[1:]:
        title, _, below = part.partition("\n")
        yield title.strip(), below


def used_by(configured: Configuration) -> frozenset[str]:
    """Names of what a project uses: its options, features, plugins, and the files of its decisions."""
    config = configured.mkdocs.config
    sources = configured.sources
    files = (
        sources.people_file,
        sources.protect_file,
        sources.corrections_file,
        sources.withhold_file,
        sources.notes_file,
    )
    return frozenset(
        (
            *_keys(config.extra.get("cablepress")),
            *(set(_keys(config.extra)) - _ALWAYS),
            *map(str, config.theme.get("features") or ()),
            *config.plugins,
            *config.markdown_extensions,
            *(file.name for file in files if file.exists()),
            *(["custom_dir"] if sources.custom_theme not in {None, PACKAGE / "overrides"} else []),
        )
    )


def _keys(options: object) -> Iterable[str]:
    return map(str, options) if isinstance(options, dict) else ()
