"""One built cable page as the search sees it: its text, marked for Pagefind, beside the facts of the cable.

Pagefind could read the built page itself. It is given a page of our own making instead, with the same
address: a tenth of the size, paragraphs as empty anchors (an anchor with text would be stored twice), words
weighted by where they stand, and the meanings of tags and acronyms as fields that are searched but not shown.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.model import CABLE_ID, cable_id_parts
from generator.pages import words
from generator.publish.search.acronyms import spelled_out
from generator.publish.search.facts import SearchFacts
from generator.publish.search.weights import BODY, HEADING
from generator.tables import tag as tag_meaning

SKIPPED = frozenset({"headerlink", "cp-num"})
"""Classes of what stands in a paragraph but is no part of its text."""

PRIVATE = "___PAGEFIND_"
"""How Pagefind marks anchors and weights inside its own copy of a text; a cable must not pass for it."""

_BLOCKS = frozenset({"p", "li", "pre", "tr", "dt", "dd", "blockquote"})
_SPACE = re.compile(r"\s+")
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What is kept of a page once its text is written out for Pagefind."""

    path: str
    """File in the site, POSIX separators: ``cables/2009/02/09ASTANA308/index.html``."""
    key: str
    """The cable's number, else its address: sorts pages of one date."""
    date: str | None
    """Time sent, ISO 8601."""
    period: str
    """``2009-02``; ``2009`` where the number alone tells the year; empty where nothing does."""
    facets: tuple[tuple[str, tuple[str, ...]], ...]
    """Values of each of ``FACETS``; of people the slugs, since two can share a name."""
    people: tuple[tuple[str, str], ...]
    """Slug and name of each person of the facet ``person``."""
    size: int
    """Characters of searched text."""

    @property
    def order(self) -> tuple[str, str]:
        """By date; a cable of which the year alone is known stands at the end of its year."""
        return (self.date or f"{self.period or '9999'}-99", self.key)

    @property
    def url(self) -> str:
        """Address below the site's root as Pagefind stores it: ``/cables/2009/02/09ASTANA308/``."""
        return "/" + self.path.removesuffix("index.html")


def read_page(file: Path, path: str, facts: SearchFacts) -> tuple[SearchPage, str] | None:
    """The page and its text as HTML for Pagefind; None where it has no text of a cable.

    Args:
        file: Built page.
        path: The same below the site's root.
        facts: Of the cable whose page it is.
    """
    tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
    bodies = tree.css("[data-pagefind-body]")
    if not bodies:
        return None
    body = "".join(part for node in bodies if node.tag != "h1" for part in _parts(node))
    text = _text_of(bodies)
    page = SearchPage(
        path=path,
        key=facts.id or path,
        date=facts.date or None,
        period=_period(facts),
        facets=facts.facets,
        people=facts.people,
        size=len(text),
    )
    fields = _fields(facts, text)
    return page, _document(fields, body or escape(fields.get("title") or page.key))


def _text(node: LexborNode) -> str:
    return " ".join(node.text().split())


def _text_of(nodes: list[LexborNode]) -> str:
    return " ".join(_text(node) for node in nodes)


def _period(facts: SearchFacts) -> str:
    if facts.date:
        return facts.date[:7]
    return str(cable_id_parts(facts.id)[0]) if CABLE_ID.fullmatch(facts.id) else ""


def _fields(facts: SearchFacts, text: str) -> dict[str, str]:
    """Everything that is searched or shown beside the body; empty fields are left out."""
    facets = dict(facts.facets)
    known = CABLE_ID.fullmatch(facts.id)
    fields = {
        "title": facts.title,
        "id": facts.id,
        "number": f"{known['post']}{known['serial']}" if known else "",
        "date": facts.date,
        "post": " ".join(facets["post"]),
        "classification": " ".join(words.classification(each) for each in facets["classification"]),
        "place": " ".join([*facets["country"], facts.origin]).strip(),
        "tags": "; ".join(_tag_words(code) for code in facets["tag"]),
        "terms": "; ".join(spelled_out(text)),
        "header": facts.header,
    }
    return {name: value for name, value in fields.items() if value}


def _tag_words(code: str) -> str:
    """``KTIP trafficking in persons, trafficking``: so that a code is found by what it means."""
    known = tag_meaning(code)
    return f"{code} {', '.join([known.meaning, *known.words])}" if known else code


def _document(fields: dict[str, str], body: str) -> str:
    """HTML for Pagefind, which drops a page without any text: ``body`` is never empty."""
    metas = "".join(f'<i data-pagefind-meta="{name}">{escape(value)}</i>' for name, value in fields.items())
    head = f"<html><body><div data-pagefind-ignore>{metas}</div>"
    return f"{head}<main data-pagefind-body>{body}</main></body></html>"


def _parts(node: LexborNode) -> Iterator[str]:
    """One element of the page, reduced to blocks, anchors and weights."""
    classes = set((node.attributes.get("class") or "").split())
    if "data-pagefind-ignore" in node.attributes or classes & SKIPPED:
        return
    weight = _weight(node.tag or "", classes)
    block = weight is not None or node.tag in _BLOCKS
    if block:
        yield "<div>" if weight is None else f'<div data-pagefind-weight="{weight}">'
    if anchor := node.attributes.get("id"):
        yield f'<a id="{escape(anchor)}"></a>'
    for child in node.iter(include_text=True):
        yield from _inline(child) if child.tag in ("-text", "br") else _parts(child)
    if block:
        yield "</div>"


def _inline(node: LexborNode) -> Iterator[str]:
    text = _SPACE.sub(" ", node.text_content or "") if node.tag == "-text" else " "
    yield escape(text.replace(PRIVATE, ""))


def _weight(tag: str, classes: set[str]) -> float | None:
    if tag in _HEADINGS:
        return HEADING
    return next((BODY[name] for name in BODY if name in classes), None)
