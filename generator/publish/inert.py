"""The second lock on text that becomes markup: what HTML made from cables may consist of.

The first is :mod:`generator.pages.escape`. Here nothing is cleaned: what is not on the list should never have
come about, and stops the build. The lists are exactly what our templates and MkDocs make of them, so that
a new element of a template is added here, and seen.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

EVERYWHERE: Final = frozenset({"class", "id", "title", "lang", "aria-label", "role", "tabindex", "hidden"})
"""Attributes of any element. No ``style``: the site works under a policy that forbids it."""

_PLAIN = (
    "abbr b blockquote br code dd details div dl dt em h1 h2 h3 label li nav ol output p pre q section small"
    " span strong summary ul"
)
ALLOWED: Final[Mapping[str, frozenset[str]]] = {
    **{tag: frozenset() for tag in _PLAIN.split()},
    "a": frozenset({"href"}),
    "ol": frozenset({"start"}),
    "input": frozenset({"type", "autocomplete", "spellcheck", "data-cp-filter", "data-cp-names"}),
    "p": frozenset({"data-cp-copy"}),
    "pre": frozenset({"data-cp-copy", "data-cp-file"}),
    "span": frozenset({"data-cp-para", "data-cp-anchor"}),
    "svg": frozenset({"viewBox"}),
    "path": frozenset({"d"}),
    "circle": frozenset({"cx", "cy", "r"}),
    "text": frozenset({"x", "y"}),
}
"""Elements of a page's content with the attributes of their own; ``title``, too, in a drawing alone."""

_DRAWN = re.compile(r"[MmLlAahz0-9 .-]*")
"""What places the parts of a drawing."""
_PLACING = frozenset().union(*(ALLOWED[tag] for tag in ("svg", "path", "circle", "text")))

OURS: Final = re.compile(r"cp-[a-z0-9-]+|headerlink")
"""Classes of a page's content: never the theme's, which could cover the page."""

ANCHORS: Final = re.compile(
    r"(?:para|sec|block|letter|cable|country|file|kind)-[A-Za-z0-9-]+|[ymd]\d{1,5}|cp-title"
    r"|people|cited-by|related|network|signers|cite|discussed|source|roles|beside|when|about|posts|cited|latest|list|most"
    r"|undated|none"
)
"""Ids. What is made from text has a prefix: an id becomes a name of ``window`` for all scripts of a page."""

_LANGUAGE = re.compile("[a-z]{2}")
_ADDRESS = re.compile(r"(?!/)[A-Za-z0-9._%/-]*(?:#[A-Za-z0-9-]+)?")
_REPORT = re.compile(r"(?:https?://|mailto:)[^\s<>\"']+|(?!/)[A-Za-z0-9._~/?&=%+-]*")
"""Where the publisher wants problems reported, and what an editor's note links to: the only links of a page's
content that may leave the site."""
_EDITORS = frozenset({"cp-editor", "cp-introduction"})
"""Classes of the elements around what editors write."""

_SCHEMES = ("javascript", "vbscript", "data")
_ADDRESSES = frozenset(
    {"href", "src", "action", "formaction", "data", "poster", "xlink:href", "srcset", "ping"}
)
_LOADED = frozenset({"src", "srcset", "data", "poster"})
_PASSIVE = frozenset({"canonical", "alternate", "next", "prev", "author", "license"})
"""Kinds of ``<link>`` that a browser does not load."""
_ACTIVE = frozenset({"applet", "base", "embed", "frame", "iframe", "object", "portal"})
_HANDLER = re.compile(r"""(?<=[\t\n\f\r "'/])[oO][nN][a-zA-Z]+\s*=""")
"""What every handler looks like, and some sentences do: nothing can be selected by how a name begins."""
_MAY_ACT = ", ".join(
    ["script", "link", "meta[http-equiv]", "image", "use", *sorted(_ACTIVE), "[srcdoc]", '[href*=":"]']
    + [f"[{name.replace(':', chr(92) + ':')}]" for name in sorted(_ADDRESSES - {"href"})]
)
"""Elements that alone can be active where no attribute looks like a handler."""
_FROM_HERE = re.compile(r"(?<=[\"'])[./][^\"'\s]*(?=[\"'])")
"""In a script an address, which is another one on every page: the theme writes the way to the site's root."""
_INERT_SCRIPTS = frozenset({"application/json", "application/ld+json"})
_BEFORE = re.compile(r"<article(?: [a-z-]+=\"[^\"<>]*\")*>\s*\Z")
_BEHIND = re.compile(r"\s*</article>")
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20]+")


def foreign(content: str, *, within: str | None = None) -> Iterator[str]:
    """What the content of a page holds beyond the lists, each as a few words; nothing for a sound page.

    Args:
        content: HTML that Markdown made of one generated page.
        within: Class of the element that was generated, where the rest is a publisher's own; None: all was.
    """
    if within is None and _plainly_sound(content):
        return
    tree = LexborHTMLParser(f"<main><article>{content}<hr></article></main>")
    if within is None and not _closed(tree):
        yield "a tag that closes the page's own, or is never closed"
    seen: set[str] = set()
    for node in tree.css("article *" if within is None else f"article .{within}, article .{within} *"):
        if node.tag == "hr" and within is None and node.next is None:
            continue  # ours, see above; _closed has seen where it stands
        yield from _foreign(node)
        if anchor := node.attributes.get("id"):
            if anchor in seen:
                yield f'id="{anchor}" twice'
            seen.add(anchor)


_PLAIN_TAG = re.compile(r"</([a-z][a-z0-9]*)>|<([a-z][a-z0-9]*)((?: [A-Za-z-]+(?:=\"[^\"<>]*\")?)*)>")
_PLAIN_ATTRIBUTE = re.compile(r" ([A-Za-z-]+)(?:=\"([^\"]*)\")?")
_EMPTY = frozenset({"br", "input"})


def _plainly_sound(content: str) -> bool:
    """Whether nothing can be wrong, seen without a parser: only tags of the list, each closed in turn.

    Where it is in doubt the answer is no, and the parser's decides. What is written so leaves a parser no
    choice: each ``<`` begins a tag of the list, whose attributes are quoted, and no other comes about.
    """
    opened: list[str] = []
    anchors: set[str] = set()
    tags = 0
    for tag in _PLAIN_TAG.finditer(content):
        tags += 1
        end, begin, attributes = tag.groups()
        if end:
            if not opened or opened.pop() != end:
                return False
            continue
        if begin not in _EMPTY:
            opened.append(begin)
        if attributes:
            anchor = _on_the_list(begin, attributes)
            if anchor is None or anchor in anchors:
                return False
            if anchor:
                anchors.add(anchor)
        elif begin not in ALLOWED:
            return False
    return not opened and tags == content.count("<") == content.count(">")


@lru_cache(20_000)
def _on_the_list(tag: str, attributes: str) -> str | None:
    """The id of a tag with attributes, empty where it has none; None where one is not on the list."""
    own = ALLOWED.get(tag)
    if own is None or "&" in attributes:
        return None
    anchor, seen = "", set()
    for name, value in _PLAIN_ATTRIBUTE.findall(attributes):
        if name in seen or (name not in EVERYWHERE and name not in own) or not _has_value(name, value):
            return None
        seen.add(name)
        if name == "id":
            anchor = value
    return anchor


def _closed(tree: LexborHTMLParser) -> bool:
    """Whether the content stands in the article and ends there: one ``main``, in it one ``article``."""
    body = tree.body
    if body is None or [node.tag for node in body.iter(include_text=True)] != ["main"]:
        return False
    main = tree.css_first("body > main")
    inside = [] if main is None else [node.tag for node in main.iter(include_text=True)]
    rules = tree.css("hr")
    return inside == ["article"] and len(rules) == 1 and len(tree.css("main > article > hr:last-child")) == 1


def _foreign(node: LexborNode) -> Iterator[str]:
    own = ALLOWED.get(node.tag or "")
    if own is None and _names_a_part(node):
        own = frozenset()
    if own is None:
        yield f"<{node.tag}>"
        return
    for name, value in node.attributes.items():
        if name not in EVERYWHERE and name not in own:
            yield f"<{node.tag} {name}>"
        elif not _allowed(node, name, value or ""):
            yield f'<{node.tag} {name}="{value}">'


def _names_a_part(node: LexborNode) -> bool:
    """Whether it is the title of a link in a drawing, which is shown where one points at it."""
    parent = node.parent
    return (
        node.tag == "title"
        and parent is not None
        and parent.tag == "a"
        and parent.parent is not None
        and parent.parent.tag == "svg"
    )


def _allowed(node: LexborNode, name: str, value: str) -> bool:
    """Whether an attribute that an element may have has a value that it may have."""
    report = name == "href" and _is_report(node) and _REPORT.fullmatch(value)
    return bool(report) or _has_value(name, value)


def _has_value(name: str, value: str) -> bool:
    """Whether an attribute of any element may have a value."""
    if name == "href":
        return bool(_ADDRESS.fullmatch(value))
    if name == "class":
        return all(OURS.fullmatch(name) for name in value.split())
    if name == "id":
        return bool(ANCHORS.fullmatch(value))
    if name == "lang":
        return bool(_LANGUAGE.fullmatch(value))
    if name in _PLACING:
        return bool(_DRAWN.fullmatch(value))
    return name != "type" or value == "search"


def _is_report(node: LexborNode) -> bool:
    parent = node.parent
    if parent is not None and parent.tag == "p" and parent.attributes.get("class") == "cp-report":
        return True
    while parent is not None:
        if parent.tag == "div" and parent.attributes.get("class") in _EDITORS:
            return True
        parent = parent.parent
    return False


def active(page: str, content: str = "") -> frozenset[str]:
    """What in a finished page runs, loads from another host or leads the page elsewhere by itself.

    Whoever writes templates may want any of it; text of a cable must not. What is the same on a page that
    shows no cable (404.html) is the templates'.

    Args:
        page: All of it.
        content: What in it :func:`foreign` has found nothing in, so that nothing in it acts; it is left out
            where it stands once and is all of an article.
    """
    head, found, tail = page.partition(content) if content else (page, "", "")
    if found and _BEFORE.search(head[-200:]) and _BEHIND.match(tail) and content not in tail:
        page = f"{head}{tail}"
    tree = LexborHTMLParser(page)
    where = "*" if _HANDLER.search(page) else _MAY_ACT
    return frozenset(element for node in tree.css(where) for element in _active(node))


def _active(node: LexborNode) -> Iterator[str]:
    tag, attributes = node.tag or "", node.attributes
    if tag == "script" and not attributes.get("src") and attributes.get("type") not in _INERT_SCRIPTS:
        yield f"<script>{_FROM_HERE.sub('', node.text())}"
    if tag in _ACTIVE or (tag == "meta" and "http-equiv" in attributes):
        yield f"<{tag}>"
    for name, value in attributes.items():
        address = _IGNORED_BY_BROWSERS.sub("", value or "").casefold()
        runs = name.startswith("on") or name == "srcdoc"
        leads = name in _ADDRESSES and address.partition(":")[0] in _SCHEMES
        if runs or leads or (_loads(tag, name, attributes) and _elsewhere(address)):
            yield f'<{tag} {name}="{value}">'


def _loads(tag: str, name: str, attributes: Mapping[str, str | None]) -> bool:
    if tag == "link" and name == "href":
        return not set((attributes.get("rel") or "").split()) & _PASSIVE
    return name in _LOADED or (tag in ("image", "use") and name.endswith("href"))


def _elsewhere(address: str) -> bool:
    try:
        return bool(urlsplit(address.replace("\\", "/")).netloc)
    except ValueError:
        return True
