"""The Markdown of generated pages: a fixed set of extensions, whatever those of a publisher's own pages are.

An extension is a meaning that text of a cable could be given: ``smarty`` turns its quotation marks,
``smartsymbols`` makes a sign of ``(c)`` and ``nl2br`` breaks its lines. What a publisher writes has those
they ask for.
"""

from typing import Any, Final, NamedTuple

from generator.settings import MkDocsOptions

FIXED: Final = ("toc", "tables", "fenced_code", "attr_list", "def_list", "md_in_html")
"""MkDocs' own, and those that our templates are written for."""
_CHANGING: Final = frozenset({"smarty", "pymdownx.smartsymbols", "nl2br"})
"""What changes plain text: not on the home page, which shows cables among what its publisher wrote."""


class Extensions(NamedTuple):
    """Extensions of Markdown as MkDocs' options have them."""

    names: list[str]
    options: dict[str, Any]

    def put_into(self, config: MkDocsOptions) -> None:
        """Have pages rendered with these from now on."""
        config.markdown_extensions = self.names
        config["mdx_configs"] = self.options


def theirs(config: MkDocsOptions) -> Extensions:
    """Those of mkdocs.yml."""
    return Extensions(config.markdown_extensions, config.mdx_configs)


def fixed(config: MkDocsOptions) -> Extensions:
    """Those of generated pages; of a publisher's options only the title of the table of contents counts."""
    contents: dict[str, Any] = (config.mdx_configs or {}).get("toc") or {}
    title = {"title": contents["title"]} if "title" in contents else {}
    return Extensions(list(FIXED), {"toc": {"toc_depth": "1-2", **title}})


def of_home(config: MkDocsOptions) -> Extensions:
    """Those of the home page: a publisher's, without what would change the words of cables, and ours."""
    own = [name for name in config.markdown_extensions if _bare(name) not in _CHANGING]
    names = [*own, *(name for name in FIXED if name not in map(_bare, own))]
    options = {name: value for name, value in (config.mdx_configs or {}).items() if name in names}
    return Extensions(names, options)


def _bare(name: str) -> str:
    return name.removeprefix("markdown.extensions.")
