"""Everything that a generated page depends on beside its own Markdown, and one digest of it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mkdocs.structure.nav import Navigation

from generator.publish.press.compiled import Compiled
from generator.settings import MkDocsOptions

PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "markupsafe", "pyyaml", "selectolax")
"""What turns Markdown into a page; a new version may turn it into another one."""

_PLACES = frozenset({"docs_dir", "site_dir", "config_file_path", "plugins", "theme", "hooks", "watch"})
"""Options that say where things are, or that are looked at by their own kind."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Shell:
    """What surrounds the pages of one build; it travels to the processes that render them."""

    config: MkDocsOptions = field(repr=False)
    """As the plugins left it, with the theme."""
    nav: Navigation = field(repr=False)
    """The sections, their own pages rendered already: none of them is a page that a press makes."""
    docs: Path
    """Where the Markdown is: asked whether a link leads to a file."""
    drafts: Path | None
    """File of the Markdown that is not there (:mod:`generator.publish.press.drafts`)."""
    site: Path
    """Where pages are to be written."""
    active: frozenset[str]
    """What the theme's own templates do on a page (:func:`generator.publish.inert.active`)."""
    compiled: Compiled = field(default_factory=lambda: Compiled({}), repr=False)
    """Its templates, as far as they are compiled."""

    @cached_property
    def digest(self) -> str:
        """One for all that can change the HTML of a page whose Markdown stays the same."""
        known = sha256()
        for part in self._parts():
            piece = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
            known.update(f"{len(piece)}:".encode())
            known.update(piece)
        return known.hexdigest()

    def _parts(self) -> Iterator[str | bytes]:
        for package in PACKAGES:
            yield f"{package} {version(package)}"
        yield from (file.read_bytes() for file in sorted(Path(__file__).parent.parent.rglob("*.py")))
        yield from (f"{name}={self.config[name]!r}" for name in sorted(self.config) if name not in _PLACES)
        yield repr((self.config.theme.name, *((name, self.config.theme[name]) for name in self.config.theme)))
        yield from _own_templates(self.config)
        yield repr([_shown(item) for item in self.nav.items])
        yield repr(sorted(self.active))
        yield os.environ.get("SOURCE_DATE_EPOCH", "")


def _own_templates(config: MkDocsOptions) -> Iterator[str | bytes]:
    """The publisher's templates by content; the theme's are known by its version."""
    if config.theme.custom_dir is None:
        return
    folder = Path(config.theme.custom_dir)
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield file.relative_to(folder).as_posix()
        yield file.read_bytes()


def _shown(item: Any) -> Any:  # noqa: ANN401 - a page, a section or a link, which MkDocs has no common type for
    children = item.children or ()
    meta = getattr(item, "meta", None)
    return (item.title, getattr(item, "url", None), repr(meta), [_shown(child) for child in children])
