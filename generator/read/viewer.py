"""The published viewer pages (HTML): a label table, then header and body in two ``<pre>`` elements.

Navigation, help and scripts around them are never read. Any other HTML page is read the same way, without a
label table: its ``<pre>`` elements, or, where none holds a telegram, what the page shows.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from generator.model import Source, Stated
from generator.read import limits
from generator.read.decode import clean
from generator.read.errors import UnreadableInputError
from generator.read.item import Item, Reading
from generator.read.patterns import is_telegram, without_partial_notice
from generator.read.stated import cell, stated_date, stated_id, stated_level

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

NAME = "viewer"

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADING = re.compile(r"\s*+Viewing cable\s++(?P<id>[^,]++),(?P<subject>.*)", re.DOTALL)
_LABELS = re.compile(r"<table\b[^<>]*\bclass=['\"]?cable\b", re.IGNORECASE)
_FIRST_PRE = re.compile(r"<pre\b", re.IGNORECASE)
_LAST_PRE = re.compile(r"</pre>(?:\s{0,9}</code>)?", re.IGNORECASE)
_TAG_ADDRESS = re.compile(r"/tag/")


def recognises(item: Item) -> bool:
    """An HTML page, whatever it holds."""
    return bool(_PAGE.match(item.document().text))


def read(item: Item) -> Iterator[Reading]:
    """Header, an empty line, body; lines are counted in the telegram, since the page has it all on one line.

    Raises:
        UnreadableInputError: The page holds no telegram.
    """
    document = item.document()
    if document.text.count("<") > limits.TAGS:
        raise UnreadableInputError(
            code="file-too-large",
            message=f"an HTML page with more than {limits.TAGS} tags",
            hint="export its text",
        )
    page = LexborHTMLParser(document.text)
    page.strip_tags(["script", "style"])
    parts = [part for part in page.css("code > pre") or page.css("pre") if not _inside(part, "pre")]
    joined = "\n\n".join(clean(part.text(deep=True)).strip("\n") for part in parts)
    if not is_telegram(joined):
        joined, parts = _shown(page), []
    if not is_telegram(joined):
        raise UnreadableInputError(
            code="not-a-cable",
            message="an HTML page without a telegram in it",
            hint="remove it from the corpus",
        )
    text, partial = without_partial_notice(joined)
    source = document.source(NAME, text, stated=_stated(page, parts), partial=partial)
    yield _with_original(source)


def _shown(page: LexborHTMLParser) -> str:
    """The text of a page as a browser sets it: blocks apart, a line for each break; navigation left out."""
    page.strip_tags(["nav", "header", "footer", "head", "noscript"])
    for node in page.css("br"):
        node.replace_with("\n")
    for node in page.css(
        "p, div, tr, li, h1, h2, h3, h4, h5, h6, table, ul, ol, blockquote, section, article"
    ):
        node.insert_after("\n\n" if node.tag != "tr" else "\n")
    text = page.body.text(deep=True) if page.body else ""
    lines = (" ".join(line.split()) for line in clean(text).split("\n"))
    return _BLANK.sub("\n\n", "\n".join(lines)).strip()


_BLANK = re.compile(r"\n{3,}")


def text_of_cell(text: str) -> str:
    """What a cell of a table holds, as a page would show it where it is one of HTML; else as it is.

    A break behind which the line ends is one break, and what stands in no element keeps its lines.
    """
    if "<" not in text or len(_BLOCKS.findall(text, 0, _BLOCKS_WITHIN)) < _BLOCKS_LEAST:
        return text
    if text.count("<") > limits.TAGS:
        return text
    page = LexborHTMLParser(_BROKEN.sub("<br>", text))
    page.strip_tags(["script", "style"])
    return _shown(page)


_BLOCKS = re.compile(r"<(?:br|/?p|/?div|/?pre)\b[^<>]{0,200}>", re.IGNORECASE)
_BLOCKS_LEAST = 2
_BLOCKS_WITHIN = 200_000
_BROKEN = re.compile(r"<br\s?/?>[ \t]*\r?\n", re.IGNORECASE)


def _inside(node: "LexborNode", tag: str) -> bool:
    """Whether an element stands in another one of this tag."""
    parent = node.parent
    while parent is not None:
        if parent.tag == tag:
            return True
        parent = parent.parent
    return False


def _with_original(source: Source) -> Source:
    """Keep of the page what is the cable's: from its label table to its last ``<pre>``."""
    start = _LABELS.search(source.original) or _FIRST_PRE.search(source.original)
    ends = [match.end() for match in _LAST_PRE.finditer(source.original)]
    if not start or not ends or ends[-1] < start.start():
        return source
    return replace(source, original=source.original[start.start() : ends[-1]])


def _stated(page: LexborHTMLParser, parts: "list[LexborNode]") -> Stated:
    cells = _cells(page)
    heading = _heading(page)
    return Stated(
        id=stated_id(cells.get("Reference ID")) or stated_id(heading["id"] if heading else None),
        date=stated_date(cells.get("Created")),
        classification=stated_level(cells.get("Classification")),
        origin=cell(cells.get("Origin")),
        subject=cell(heading["subject"]) if heading else None,
        tags=_tags(parts),
    )


def _cells(page: LexborHTMLParser) -> dict[str, str]:
    """The label table by its column headings; the first row of cells is the cable's."""
    table = page.css_first("table.cable")
    if table is None:
        return {}
    names = [node.text(deep=True).strip() for node in table.css("th")]
    values = [node.text(deep=True).strip() for node in table.css("td")]
    return dict(zip(names, values, strict=False))


def _heading(page: LexborHTMLParser) -> re.Match[str] | None:
    """``Viewing cable 07ABUDHABI1479, SCENE SETTER``."""
    headings = (_HEADING.fullmatch(node.text(deep=True)) for node in page.css("h1, h2, h3"))
    return next((heading for heading in headings if heading), None)


def _tags(parts: "list[LexborNode]") -> tuple[str, ...]:
    """What the page links as tags, in order, each once."""
    links = (link for part in parts for link in part.css("a"))
    texts = (link.text().strip() for link in links if _TAG_ADDRESS.search(link.attributes.get("href") or ""))
    return tuple(dict.fromkeys(text for text in texts if text))
