"""What a page may hold: what the pages of harmless cables hold, and nothing else.

Pages go through the Markdown that MkDocs runs over the site: the extensions are those of the project's
mkdocs.yml as MkDocs completes them.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from pathlib import Path

from markdown import Markdown  # type: ignore[import-untyped] # carries no types
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.model import Block, BlockKind, Cable, CableWarning
from generator.pages import home_page
from generator.pages.escape import one_line, visible
from generator.settle.headlines import LONGEST
from support.record import SITE, citing, gathered, named, record, settled, site_of

ROOT = Path(__file__).parents[3]

SHAPES: Mapping[str, re.Pattern[str]] = {
    "class": re.compile(r"[a-z0-9 -]+"),
    "id": re.compile(r"[A-Za-z0-9_-]+"),
    "href": re.compile(
        r"(?:\.\./)*(?:[A-Za-z0-9][A-Za-z0-9./-]*)?(?:#[A-Za-z0-9_-]+)?|https://reports\.example/.*"
    ),
}
"""What the values of attributes look like that a browser acts on."""

_LEADING = re.compile(r"(?m)^[-*\u2022\u25cf\u2013\u2014]+\s+")
"""Signs before the lines of a list, which become its own bullets."""

_MARKINGS = re.compile(r"\([^()]*\)")
"""Portion markings before a subject, which its title does without."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a page."""

    what: str
    """Its class, without anything of the page's text."""
    detail: str


@cache
def _markdown() -> Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def html_of(content: bytes) -> LexborHTMLParser:
    """A page as MkDocs makes it of its Markdown, without the theme around it."""
    text, _ = get_data(content.decode("utf-8"))
    converter = _markdown()
    converter.reset()
    return LexborHTMLParser(f"<main>{converter.convert(text)}</main>")


def _parts(page: LexborHTMLParser) -> Iterator[tuple[str, str, str]]:
    """Element, attribute and value; an element without attributes once, with an empty one."""
    for node in page.css("main, main *, head *"):
        tag = node.tag or ""
        yield tag, "", ""
        yield from ((tag, name, value or "") for name, value in node.attributes.items())
    for node in page.root.traverse(include_text=True) if page.root else ():
        if node.tag == "-comment" and (node.comment_content or "").strip():
            yield "-comment", "", ""


@cache
def vocabulary() -> frozenset[tuple[str, str]]:
    """Elements and attributes of the pages of harmless cables that show everything a page can show."""
    site = replace(SITE, report_to="https://reports.example/?{id}&{url}")
    cables = _harmless()
    pages = [*site_of(*cables, site=site).values(), home_page(gathered(*cables), site, "")]
    return frozenset(
        (tag, name)
        for page in pages
        if page.path.endswith(".md")
        for tag, name, _ in _parts(html_of(page.content))
    )


def _harmless() -> tuple[Cable, ...]:
    kinds: tuple[BlockKind, ...] = (
        *("heading", "list", "list", "table", "preformatted", "notice", "paragraph"),
    )
    plain = [Block(kind=kind, text="- One\n- Two XXXXXXXXXXXX\n- Three") for kind in kinds]
    numbered = [replace(block, number=number, marking="C") for number, block in enumerate(plain, 20)]
    parts = [replace(plain[-1], section=section, marking="SBU") for section in ("summary", "comment", "note")]
    first = record(
        "09ASTANA90001",
        *(
            "Askar spoke of 08STATE90005 and 09ASTANA90002, para 1.",
            "Ministry of Justice (MOJ).",
            "Nobody spoke of the MOJ there.",
        ),
        subject="A SUBJECT",
        captions=("SIPDIS",),
        attention=("STATE FOR SCA",),
        classified_by="Askar",
        signed_by="ASKAR",
        reasons=("1.4(b)",),
        tags=("PGOV", "KZ", "XXYZ", "OVIP"),
        tag_people=("CLINTON, HILLARY",),
        transmission_id="VZCZC1",
        executive_order="12958",
        precedence="PRIORITY",
        partial=True,
        warnings=(CableWarning(code="tags-missing", message="no TAGS", line=3),),
    )
    first = replace(first, blocks=(*first.blocks, *plain, *numbered, *parts))
    first = named(first, "Askar", "askar", roles=("Minister",), where=("body", "classified_by", "signature"))
    first = citing(citing(first, "08STATE90005", "08STATE90005"), "09ASTANA90002", "09ASTANA90002", 1)
    second = named(record("09ASTANA90002", "Askar sang, see 09ASTANA90001."), "Askar", "askar")
    second = citing(second, "09ASTANA90001", "09ASTANA90001")
    third = record("09ASTANA90003", "x", date=None, subject=None, classification=None, origin=None, tags=())
    fourth = record("09ASTANA90004", "x", post=None, country=None, classified_by="x y", signed_by="X")
    return first, second, third, fourth, record(None, "x")


def faults(content: bytes) -> Iterator[Fault]:
    """Everything on a page that the generator does not make."""
    known = vocabulary()
    for tag, name, value in _parts(html_of(content)):
        if (tag, name) not in known:
            yield Fault(f"{tag}[{name}]" if name else f"<{tag}>", value)
        elif name in SHAPES and value and not SHAPES[name].fullmatch(value):
            yield Fault(f"{name} of {tag}", value)


def misshown(content: bytes, cable: Cable) -> Iterator[Fault]:
    """Where the page of a cable shows another text than the cable's."""
    page = html_of(content)
    if cable.subject:
        title = _text(page.css_first("h1"))
        yield from _mistitled(
            title, one_line(cable.subject), {_text(fact) for fact in page.css(".cp-card dd")}
        )
    shown, meant = _squeezed(_text(page.css_first(".cp-body"))), _squeezed(_body(settled(cable).titled))
    if shown != meant:
        same = takewhile(lambda pair: pair[0] == pair[1], zip(shown, meant, strict=False))
        start = max(0, sum(1 for _ in same) - 10)
        yield Fault("body", f"{meant[start : start + 30]!r} is shown as {shown[start : start + 30]!r}")


def _mistitled(title: str, subject: str, facts: Collection[str]) -> Iterator[Fault]:
    """A title has the subject's words in any case, but for a marking before and a cut behind them.

    One that is not the subject letter by letter stands beside it: a fact of the card has it as printed.
    """
    if title == subject:
        return
    kept = title.removesuffix(" …").casefold()
    before, found, behind = subject.casefold().partition(kept)
    is_whole = not behind or (title.endswith(" …") and len(title) > LONGEST // 2)
    if not found or not is_whole or _MARKINGS.sub("", before).strip(" -:"):
        yield Fault("title", f"{subject!r} has the title {title!r}")
    if subject not in facts:
        yield Fault("subject", f"{subject!r} is shown as {title!r}, and nowhere as printed")


def _text(node: LexborNode | None) -> str:
    return "" if node is None else one_line(node.text())


def _body(cable: Cable) -> str:
    return " ".join(_shown(block) for block in cable.blocks)


def _shown(block: Block) -> str:
    number = f"{block.number}. " if block.number is not None and block.kind != "heading" else ""
    marking = f"({block.marking}) " if block.marking is not None and block.kind != "heading" else ""
    text = _LEADING.sub("", block.text) if block.kind == "list" else block.text
    return f"{number}{marking}{text}"


def _squeezed(text: str) -> str:
    return "".join(visible(text).split())
