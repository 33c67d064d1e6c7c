"""One generated page at a time: Markdown, links, template, and the two looks at what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markdown.extensions.toc import nest_toc_tokens  # type: ignore[import-untyped] # carries no types
from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from generator.publish.inert import active, foreign
from generator.publish.press.drafts import Drafts
from generator.publish.press.front import divided
from generator.publish.press.grammar import Converted, Heading, convert
from generator.publish.press.links import FilesOnDisk, Resolver
from generator.publish.press.remember import ICONS, remember
from generator.publish.press.shell import Shell
from generator.settings import MkDocsOptions

EXTENSIONS = frozenset({"toc", "tables", "fenced_code", "attr_list", "def_list", "md_in_html"})
"""Extensions of Markdown that are known to the grammar: those of our mkdocs.yml and MkDocs' own."""
NEEDED = frozenset({"toc", "attr_list", "def_list", "md_in_html"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedPage:
    """A finished page."""

    html: bytes
    destination: str
    """Path below the site's folder."""
    unsound: str | None
    """What it holds that no text of a cable may become; None for every page that is to be published."""
    anchors: frozenset[str]
    """Ids that it has."""
    anchored: tuple[tuple[str, str, str], ...]
    """(path of a page, anchor there, link as written), in order."""
    targets: frozenset[str]
    """The files that it links to, where the grammar sufficed."""
    by_grammar: bool
    """Whether the grammar sufficed; else Python-Markdown converted the page."""


class Press:
    """Renders the pages of one build; made once in each process."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._files = FilesOnDisk(shell.docs, Drafts(shell.docs, shell.drafts), shell.config)
        self._ranks = _ranks(shell.config)

    @cached_property
    def _templates(self) -> Environment:
        config = self._shell.config
        environment = config.theme.get_env()
        environment.bytecode_cache = self._shell.compiled
        return remember(
            environment,
            config,
            frozenset(_above(self._shell)),
            own_pictures=_own_pictures(config),
        )

    def page(self, path: str, source: bytes) -> FinishedPage:
        """The page of one generated file.

        Args:
            path: Below the docs folder.
            source: Its Markdown with front matter.

        Raises:
            jinja2.TemplateError: A template is wrong.
        """
        config = self._shell.config
        file = File(path, str(self._shell.docs), config.site_dir, config.use_directory_urls)
        file.inclusion = InclusionLevel.INCLUDED
        file.content_bytes = source
        page = Page(None, file, config)
        page.markdown, page.meta = divided(file.content_string)  # as page.read_source
        links = self._by_grammar(page)
        if links is None:
            page.render(config, self._files)
        content = page.content or ""
        unsound = next(foreign(content), None)
        context = get_context(self._shell.nav, [], config, page)
        page.active = True
        output = self._templates.get_template(page.meta.get("template", "main.html")).render(context)
        around = active(output, content) if unsound is None else active(output)
        unsound = unsound or min(around - self._shell.active, default=None)
        return FinishedPage(
            html=output.encode(errors="xmlcharrefreplace"),
            destination=file.dest_uri,
            unsound=unsound,
            anchors=frozenset(page.present_anchor_ids or ()),
            anchored=tuple(_anchored(page) if links is None else links.anchored_in_order()),
            targets=frozenset(links.targets if links else ()),
            by_grammar=links is not None,
        )

    def _by_grammar(self, page: Page) -> Resolver | None:
        """Fill in what ``page.render`` would, and return the links; None where it has to."""
        if self._ranks is None or page.markdown is None:
            return None
        resolver = Resolver(page.file, self._files)
        converted = convert(page.markdown, resolver)
        if converted is None:
            return None
        page.content = converted.html
        page.toc = get_toc(_tokens(converted, self._ranks))
        page._title_from_render = converted.title  # noqa: SLF001 - what page.render sets
        page.present_anchor_ids = converted.anchors
        return resolver


def _above(shell: Shell) -> Iterator[str]:
    """Addresses below which sections of the navigation stand, or what every page loads."""
    config = shell.config
    loaded = (*map(str, config.extra_css), *map(str, config.extra_javascript))
    for url in (*(page.url for page in shell.nav.pages), *loaded):
        parts = url.split("/")
        yield from ("/".join(parts[:count]) + "/" for count in range(1, len(parts)))


def _own_pictures(config: MkDocsOptions) -> bool:
    """Whether a publisher's own icon is more than a picture."""
    if config.theme.custom_dir is None:
        return False
    icons = (Path(config.theme.custom_dir) / ICONS).rglob("*.svg")
    return any(b"{{" in content or b"{%" in content for content in (icon.read_bytes() for icon in icons))


def _anchored(page: Page) -> Iterator[tuple[str, str, str]]:
    """What MkDocs noted of links to anchors."""
    for target, anchors in (page.links_to_anchors or {}).items():
        for anchor, written in anchors.items():
            yield target.src_uri, anchor, written


def _tokens(converted: Converted, ranks: range) -> list[Any]:
    """The table of contents as Python-Markdown hands it over."""

    def token(heading: Heading) -> dict[str, object]:
        return {"level": heading.level, "id": heading.anchor, "name": heading.text}

    found: list[Any] = nest_toc_tokens(
        [token(heading) for heading in converted.headings if heading.level in ranks]
    )
    return found


def _ranks(config: MkDocsOptions) -> range | None:
    """The ranks of headings in the table of contents; None where the grammar is not all of Markdown here."""
    extensions = set(config.markdown_extensions)
    options = dict(config.mdx_configs)
    contents = options.pop("toc", None) or {}
    if (
        not NEEDED <= extensions <= EXTENSIONS
        or any(options.values())
        or contents.keys() - {"toc_depth", "title"}
    ):
        return None
    first, dash, last = str(contents.get("toc_depth", "6")).partition("-")
    try:
        return range(int(first), int(last) + 1) if dash else range(1, int(first) + 1)
    except ValueError:
        return None
