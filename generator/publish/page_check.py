"""The lists of :mod:`generator.publish.inert` held against every page while MkDocs renders."""

from collections.abc import Container
from typing import Any

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page

from generator.model import counted
from generator.pages import OVERVIEW
from generator.publish.errors import SiteError
from generator.publish.extensions import Extensions, fixed, of_home, theirs
from generator.publish.inert import active, foreign
from generator.settings import MkDocsOptions

HOME = "index.md"
"""Partly the publisher's, partly an overview made from cables."""
BARE = "404.html"
"""Made from the theme's templates alone: what acts on it is theirs."""


class _NoOptions(Config):  # type: ignore[no-untyped-call] # MkDocs gives __init_subclass__ no types
    """Of a plugin that no mkdocs.yml names."""


class PageCheck(BasePlugin[_NoOptions]):  # type: ignore[no-untyped-call] # MkDocs gives __init_subclass__ no types
    """Notes what pages made from cables must not hold; pages that people write hold what they like."""

    def __init__(self, generated: Container[str]) -> None:
        """Args: generated: Paths of the pages that no person wrote."""
        self._generated = generated
        self.templates: frozenset[str] = frozenset()
        """What the theme does on a page that shows no cable, once that was rendered."""
        self._found: dict[str, str] = {}
        self._theirs: Extensions | None = None

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsOptions, **_: object) -> str:
        """A page is about to be rendered: one made from cables with the fixed extensions."""
        path = page.file.src_uri
        self._theirs = theirs(config)
        if path in self._generated:
            (of_home(config) if path == HOME else fixed(config)).put_into(config)
        return markdown

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsOptions, **_: object) -> str:
        """What Markdown made of one page, links resolved, before the templates."""
        path = page.file.src_uri
        if self._theirs:
            self._theirs.put_into(config)
        if path == HOME:
            self.note(path, next(foreign(html, within=OVERVIEW), None))
        elif path in self._generated:
            self.note(path, next(foreign(html), None))
        return html

    def on_post_template(self, output_content: str, /, *, template_name: str, **_: Any) -> str:  # noqa: ANN401
        """A page without content, rendered before the others."""
        if template_name == BARE:
            self.templates = active(output_content)
        return output_content

    def on_post_page(self, output: str, /, *, page: Page, **_: Any) -> str:  # noqa: ANN401
        """One finished page."""
        path = page.file.src_uri
        if path != HOME and path in self._generated:
            self.note(path, min(active(output) - self.templates, default=None))
        return output

    def assert_clean(self) -> None:
        """To be called when every page is rendered.

        Raises:
            SiteError: A page holds something that no text may become.
        """
        if not self._found:
            return
        path, what = min(self._found.items())
        others = counted(len(self._found) - 1, "other page")
        more = f" (as {others} would)" if len(self._found) > 1 else ""
        shown = " ".join(what.split())[:LONGEST]
        message = (
            f"{path}: holds {shown}, which no text of a cable may become{more}; nothing is published."
            " A template or an extension of yours makes it, or else Cablepress has a hole: see SECURITY.md"
        )
        raise SiteError(message)

    def note(self, path: str, what: str | None) -> None:
        """What a page was found to hold; None: nothing."""
        if what is not None:
            self._found.setdefault(path, what)


LONGEST = 200
"""Characters shown of what was found."""
