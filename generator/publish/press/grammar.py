"""The HTML of the Markdown that :mod:`generator.pages` writes: Python-Markdown's, in a tenth of the time.

Generated pages are written in a small part of Markdown. Text has no sign that means anything
(:mod:`generator.pages.escape`), so that blocks and spans are told apart by how they begin:

==================================  =====================================================================
``# Text {: #id }``                 a heading, of one to three signs
``Text`` and ``{: #id .class }``    a paragraph, the attributes in a line of their own
``- Text``                          a list; further lines of an item are indented by two
``Term`` and ``:   Text``           a list of definitions; further lines are indented by four
``<div class="x" markdown>``        a container, also section, details and nav, and its end, as blocks
``<p ...>``, ``<pre ...>``, ...     an element of HTML, handed on as it stands
``[Text](path.md#id){ .class }``    a link, with attributes or without
``**Text**``, ``*Text*``            strong, emphasised
``<q>Text</q>``, ``<br>``           and a few more elements within a line, handed on as they stand
``<svg ...>[<circle ...>](path.md)`` a drawing, its parts as elements within a line
==================================  =====================================================================

Anything else, and anything that might mean more to Python-Markdown than it says here, is not converted: the
answer is None, and Python-Markdown converts the page. ``tests/publish/test_press_grammar.py`` holds the two
against each other on the samples' site and on arbitrary text, ``bench/bench_render.py`` on a large site.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

Link = Callable[[str], str | None]
"""From a link as written to the address that it leads to; None where that is not known."""


class Heading(NamedTuple):
    """A heading of the table of contents."""

    level: int
    anchor: str
    text: str
    """HTML without elements."""


@dataclass(slots=True, kw_only=True)
class Converted:
    """What became of a page's Markdown."""

    html: str
    title: str | None
    """The heading of the first rank, where the page begins with it."""
    headings: list[Heading]
    anchors: set[str]


class _UnknownError(Exception):
    """Something that is not of this grammar."""


# Text: ASCII that means nothing anywhere, all beyond ASCII but white space, numeric references. A colon means
# something at the beginning of a line, a hyphen alone on a line or before a space; see _means_more.
_SIGN = (
    "[^\\x00-\\x09\\x0b-\\x1f!\\x22#$&*+<=>@\\[\\\\\\]^_`{|}~\\x7f-\\xa0"
    "\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]"
)
_TEXT = f"(?:{_SIGN}++|&#[0-9]{{1,7}};)*+"
_TITLE = r"[A-Za-z0-9 ,.:;()/'%\u00a1-\u024f\u2013\u2019\u202f-]+"
_CLASSES = r"[a-z0-9]+(?:[ -]{1,2}[a-z0-9]+)*"
_LANGUAGE = r'lang="[a-z]{2}"'
_SAID = r"[A-Za-z\u00c0-\u024f]+"
_SPAN = rf'span class="{_CLASSES}"(?: title="{_SAID}")?'
_REDACTED = rf'span aria-label="{_SAID}" class="cp-redacted" role="img" title="{_SAID}"'
_ABBREVIATED = r'abbr class="cp-abbr" tabindex="(?:0|-1)" title="[^\x00-\x1f<>\x22]*"'
_DRAWN = (
    r'<(?:(?:svg|path|circle|text)(?: [A-Za-z-]+="[A-Za-z0-9 .,:\u00c0-\u024f\u2019-]*")*|title'
    r"|/(?:svg|path|circle|text|title))>"
)
"""A drawing: in a paragraph, its links those of Markdown."""
_WITHIN = (
    rf"<(?:br|/?(?:b|code|q|small|span)|(?:q|span) {_LANGUAGE}|{_SPAN}|{_REDACTED}|{_ABBREVIATED}|/abbr)>"
    rf"|{_DRAWN}"
)
_STRONG = rf"\*\*(?![ *]){_TEXT}(?<![ *])\*\*"
_EMPHASIS = rf"\*(?![ *]){_TEXT}(?<![ *])\*(?!\*)"
_ATTRIBUTE = rf'(?:\.[A-Za-z][A-Za-z0-9-]*|#[A-Za-z0-9-]+|title="{_TITLE}"|{_LANGUAGE})'
_ATTRIBUTES = rf"{_ATTRIBUTE}(?: {_ATTRIBUTE})*"

_is_text = re.compile(_TEXT).fullmatch
_is_spans = re.compile(f"(?:{_SIGN}++|&#[0-9]{{1,7}};|{_WITHIN}|{_STRONG}|{_EMPHASIS})*+").fullmatch
_is_label = re.compile(f"(?:{_SIGN}++|&#[0-9]{{1,7}};|{_STRONG}|{_DRAWN})*+").fullmatch
_LINK = re.compile(rf"\[([^\[\]\n]+)\]\(((?!/)[A-Za-z0-9./#-]+)\)(?:\{{ ({_ATTRIBUTES}) \}})?")
_DIM_BAR = re.compile(rf"\*((?![ *]){_TEXT})\*\*((?![ *]){_TEXT}(?<! ))\*\*\*\{{ ({_ATTRIBUTES}) \}}")
"""A bar without a link: emphasis that ends together with the strong number within."""
_ITEM = re.compile(rf"\.([A-Za-z][A-Za-z0-9-]*)|#([A-Za-z0-9-]+)|title=\"({_TITLE})\"|lang=\"([a-z]{{2}})\"")
_STRONG_MARK = re.compile(r"\*\*(.+?)\*\*")
_EMPHASIS_MARK = re.compile(r"\*([^*]+)\*")
_NAMES = "abbr|b|circle|code|path|q|small|span|svg|text|title"
_OPENED = re.compile(rf"<({_NAMES})\b")
_CLOSED = re.compile(rf"</({_NAMES})>")

_HEADING = re.compile(r'(#{1,3}) ([^\n]*) \{: #([A-Za-z0-9-]+)( lang="[a-z]{2}")? \}')
_OWN_LINE = re.compile(rf"\n *\{{: ({_ATTRIBUTES}) \}}\Z")
_OPENER = r"(?:\*|\d+[.)])(?:\s|\Z)"
_OPENS = re.compile(_OPENER)
_LINE_OPENS = re.compile(rf" \n|\n *(?:[-=:\n]|{_OPENER})")
_HTML_ATTRIBUTES = r'(?: [a-z-]+="[^"<>&]*")*'
_CONTAINER = re.compile(
    rf"<(div|section|details|nav)({_HTML_ATTRIBUTES}) markdown>(?:\n<summary>({_TEXT})</summary>)?"
)
_END = re.compile(r"</(div|section|details|nav)>")
_RAW = re.compile(rf"<(p|pre|details)({_HTML_ATTRIBUTES}(?: [a-z-]+)*)>(.*)</\1>", re.DOTALL)
_HTML_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_TAG = re.compile(r"<[^<>]*>")
_ID = re.compile(r'\sid="([^"]*)"')
_REFERENCES = re.compile(r"(?:[^<>&]++|&#[0-9]{1,7};)*+")


def convert(markdown: str, link: Link) -> Converted | None:
    """The HTML of a generated page's Markdown.

    Args:
        markdown: Without front matter.
        link: Where a link leads.

    Returns:
        What Python-Markdown makes of it with the extensions attr_list, def_list, md_in_html and toc, links
        resolved as by MkDocs; None where that is not certain.
    """
    page = _Page(link=link)
    try:
        page.read(markdown)
    except _UnknownError:
        return None
    return Converted(
        html="\n".join(page.out).strip(), title=page.title, headings=page.headings, anchors=page.anchors
    )


@dataclass(slots=True, kw_only=True)
class _Page:
    """A page while it is read."""

    link: Link
    out: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    title: str | None = None
    _open: list[str] = field(default_factory=list)
    """The containers that are open, outermost first."""
    _before: str = ""
    """Kind of the block before within the same container."""

    def read(self, markdown: str) -> None:
        """All blocks.

        Raises:
            _UnknownError: One is none of ours.
        """
        if _CONTROL.search(markdown):
            raise _UnknownError
        for block in _blocks(markdown):
            self._before = self._kind(block)(block)
        if self._open:
            raise _UnknownError

    def _kind(self, block: str) -> Callable[[str], str]:
        """What a block is; it is read by what this returns, which gives the kind's name."""
        if block.startswith("<"):
            return self._element
        if block.startswith("#"):
            return self._heading
        if block.startswith("- "):
            return self._list
        return self._definition if "\n:   " in block else self._paragraph

    def _heading(self, block: str) -> str:
        found = _HEADING.fullmatch(block)
        if found is None:
            raise _UnknownError
        signs, text, anchor, language = found.groups()
        if _means_more(text) or "*" in text:
            raise _UnknownError
        level = len(signs)
        html = self._spans(text)
        shown = " ".join((_TAG.sub("", html) if "<" in html else html).split())
        if not self.out and level == 1:
            self.title = shown
        self.headings.append(Heading(level, anchor, shown))
        self.anchors.add(anchor)
        self.out.append(f'<h{level} id="{anchor}"{language or ""}>{html}</h{level}>')
        return "heading"

    def _paragraph(self, block: str) -> str:
        text, attributes = self._with_own_line(block)
        if _means_more(text):
            raise _UnknownError
        self.out.append(f"<p{attributes}>{self._spans(text)}</p>")
        return "paragraph"

    def _list(self, block: str) -> str:
        if self._before == "list":  # Markdown makes one of both
            raise _UnknownError
        self.out.append("<ul>")
        for item in block[2:].split("\n- "):
            text, attributes = self._with_own_line(item)
            further = text.split("\n")[1:]
            if any(not line.startswith("  ") or line.startswith("   ") for line in further):
                raise _UnknownError
            if _means_more(text):
                raise _UnknownError
            self.out.append(f"<li{attributes}>{self._spans(text)}</li>")
        self.out.append("</ul>")
        return "list"

    def _definition(self, block: str) -> str:
        term, _, value = block.partition("\n:   ")
        lines = value.split("\n")
        text = "\n".join([lines[0], *(line.removeprefix("    ") for line in lines[1:])])
        if not all(line.startswith("    ") for line in lines[1:]) or "\n" in term:
            raise _UnknownError
        if _means_more(text) or _means_more(term) or not _is_text(term):
            raise _UnknownError
        if self._before == "definitions":
            self.out.pop()
        else:
            self.out.append("<dl>")
        self.out.append(f"<dt>{term}</dt>\n<dd>{self._spans(text)}</dd>")
        self.out.append("</dl>")
        return "definitions"

    def _element(self, block: str) -> str:
        """A container's beginning or end, or an element that stands as it is."""
        if found := _CONTAINER.fullmatch(block):
            name, attributes, summary = found.groups()
            self._open.append(name)
            self.out.append(f"<{name}{self._sorted(attributes)}>")
            if summary is None:
                return "begin"
            self.out.append(f"<summary>{summary}</summary>")
            return "summary"
        if found := _END.fullmatch(block):
            if not self._open or self._open.pop() != found[1]:
                raise _UnknownError
            if self._before == "begin":  # an empty one stands in one line
                self.out[-1] += block
            else:
                self.out.append(block)
            return "container"
        if found := _RAW.fullmatch(block):
            return self._raw(block, found)
        return self._paragraph(block)

    def _raw(self, block: str, found: re.Match[str]) -> str:
        name, attributes, content = found.groups()
        if f"<{name}" in content or f"</{name}" in content:
            raise _UnknownError
        if not self._open:
            self.anchors.update(_ID.findall(block))
            self.out.append(f"{block}\n")
            return "raw"
        # within a container Python-Markdown writes the element anew
        if name == "details" or not _REFERENCES.fullmatch(content) or _HTML_ATTRIBUTE.sub("", attributes):
            raise _UnknownError
        self.out.append(f"<{name}{self._sorted(attributes)}>{content}</{name}>")
        return "raw"

    def _sorted(self, attributes: str) -> str:
        found = sorted(_HTML_ATTRIBUTE.findall(attributes))
        self.anchors.update(value for key, value in found if key == "id")
        return "".join(f' {key}="{value}"' for key, value in found)

    def _with_own_line(self, block: str) -> tuple[str, str]:
        """The text of a block, and the attributes in its last line as HTML."""
        found = _OWN_LINE.search(block)
        if found is None:
            return block, ""
        classes, anchor, title, language = _attributes(found[1])
        if anchor:
            self.anchors.add(anchor)
        shown = _shown(("class", classes), ("id", anchor), ("lang", language), ("title", title))
        return block[: found.start()], shown

    def _spans(self, text: str) -> str:
        """One block's text with its links and spans."""
        if "[" in text:
            pieces = _LINK.split(text)
            shown = [_marked(pieces[0])]
            for at in range(1, len(pieces), 4):
                shown.append(self._link(pieces[at], pieces[at + 1], pieces[at + 2]))
                shown.append(_marked(pieces[at + 3]))
            html = "".join(shown)
        elif "<" in text or "*" in text:
            html = _marked(text)
        elif _is_text(text):
            return text
        else:
            raise _UnknownError
        if "<" in text and sorted(_OPENED.findall(text)) != sorted(_CLOSED.findall(text)):
            raise _UnknownError
        return html

    def _link(self, label: str, target: str, attributes: str | None) -> str:
        if not _is_label(label):
            raise _UnknownError
        address = self.link(target)
        if address is None:
            raise _UnknownError
        shown = _STRONG_MARK.sub(r"<strong>\1</strong>", label) if "*" in label else label
        if attributes is None:
            return f'<a href="{address}">{shown}</a>'
        classes, anchor, title, language = _attributes(attributes)
        if anchor:
            raise _UnknownError
        named = _shown(("class", classes), ("href", address), ("lang", language), ("title", title))
        return f"<a{named}>{shown}</a>"


def _blocks(markdown: str) -> Iterator[str]:
    """What empty lines divide, but elements of HTML with empty lines in them whole.

    Raises:
        _UnknownError: An element has no end.
    """
    parts = iter(markdown.split("\n\n"))
    for part in parts:
        block = part.strip("\n")
        while not _complete(block):
            more = next(parts, None)
            if more is None:
                raise _UnknownError
            block = f"{block}\n\n{more}"
        if block:
            yield block.rstrip("\n")


def _means_more(text: str) -> bool:
    """Whether Markdown may take text for something else.

    At its beginning or at that of a line for a list, a definition, a rule; at the end of a line for a break.
    """
    if not text or text[0] in " \n:-" or text[-1] in " \n" or _OPENS.match(text):
        return True
    return "\n" in text and _LINE_OPENS.search(text) is not None


def _complete(block: str) -> bool:
    """Whether a block that begins with an element that may hold empty lines ends with it."""
    for name in ("pre", "details"):
        if block.startswith(f"<{name}") and not block.split("\n", 1)[0].endswith(" markdown>"):
            return f"</{name}>" in block
    return True


def _marked(text: str) -> str:
    """Text between links, its marks made elements."""
    if not text:
        return text
    if "*" not in text:
        if "<" not in text and _is_text(text):
            return text
        if _is_spans(text):
            return text
        raise _UnknownError
    if found := _DIM_BAR.fullmatch(text):
        classes, anchor, title, language = _attributes(found[3])
        if anchor:
            raise _UnknownError
        shown = _shown(("class", classes), ("lang", language), ("title", title))
        return f"<em{shown}>{found[1]}<strong>{found[2]}</strong></em>"
    if not _is_spans(text):
        raise _UnknownError
    return _EMPHASIS_MARK.sub(r"<em>\1</em>", _STRONG_MARK.sub(r"<strong>\1</strong>", text))


@lru_cache(4096)
def _attributes(written: str) -> tuple[str, str, str, str]:
    """Classes, id, title and language of a list of attributes; empty where there is none."""
    found = _ITEM.findall(written)
    classes = " ".join(name for name, _, _, _ in found if name)
    last = {index: item[index] for item in found for index in (1, 2, 3) if item[index]}
    return classes, last.get(1, ""), last.get(2, ""), last.get(3, "")


def _shown(*attributes: tuple[str, str]) -> str:
    """Attributes as HTML, in the order given, those without a value left out."""
    return "".join(f' {name}="{value}"' for name, value in attributes if value)
