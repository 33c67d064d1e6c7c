"""One generated page at a time: Markdown, links, template, and the two looks at what came of it."""

from dataclasses import dataclass
from functools import cached_property

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from generator.publish.inert import active, foreign
from generator.publish.press.links import FilesOnDisk
from generator.publish.press.shell import Shell


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """A finished page."""

    html: bytes
    destination: str
    """Path below the site's folder."""
    unsound: str | None
    """What it holds that no text of a cable may become; None for every page that is to be published."""
    anchors: frozenset[str]
    """Ids that it has."""
    anchored: tuple[tuple[str, str, str], ...]
    """(path of another page, anchor there, link as written), in order."""


class Press:
    """Renders the pages of one build; made once in each process."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._files = FilesOnDisk(shell.docs, shell.config)

    @cached_property
    def _templates(self) -> Environment:
        return self._shell.config.theme.get_env()

    def page(self, path: str, source: bytes) -> Pressed:
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
        page.read_source(config)
        page.render(config, self._files)
        unsound = next(foreign(page.content or ""), None)
        context = get_context(self._shell.nav, [], config, page)
        page.active = True
        output = self._templates.get_template(page.meta.get("template", "main.html")).render(context)
        unsound = unsound or min(active(output) - self._shell.active, default=None)
        return Pressed(
            html=output.encode(errors="xmlcharrefreplace"),
            destination=file.dest_uri,
            unsound=unsound,
            anchors=frozenset(page.present_anchor_ids or ()),
            anchored=tuple(
                (target.src_uri, anchor, written)
                for target, anchors in (page.links_to_anchors or {}).items()
                for anchor, written in anchors.items()
            ),
        )
