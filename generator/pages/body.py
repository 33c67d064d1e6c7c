"""The body of a cable as Markdown: reflowed, numbered, people and cited cables linked where they stand."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from generator.catalogue import Links
from generator.model import Block, Cable, Section
from generator.pages import address, terms
from generator.pages.acronyms import Explained, is_in_capitals, meanings, spelled_out
from generator.pages.escape import as_markup, html, inline, link, markdown, one_line, shaped, signs
from generator.settle import Entry, anchors
from generator.wording import Words

REDACTION = re.compile(r"\b[Xx]{4,}\b")
"""What the publisher of the text took out, as printed: ``XXXXXXXXXXXX``. Four letters at least: a Roman
numeral has three at most."""

NO_NOTES: Mapping[int, Markup] = {}
_FIGURES = re.compile(r"(?<!\S)(?:\S*\d[.,%]*+\)?+\s++){3}")
"""Several figures in a row: the row of a table, which is no heading."""
_BANNER = re.compile(r"[^\W\d][\w .]{1,30} 0\d{6,7} \d{3}(?:\.\d)? of \d{3}", re.IGNORECASE)
"""A page's head within the message: ``Beijing 00001668 002 of 002``."""

_BULLET = re.compile(r"[-*\u2022\u25cf\u2013\u2014]+\s+")
"""Signs at the start of a list's line that the list's own bullet replaces."""

MOST_SIGNS = 1_000
"""Signs and links in one block beyond which Markdown, which takes time in their square, does not see the
text: the most in 22,668 blocks of real telegrams are 85."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class LinkedText:
    """A stretch of one block's text that is a link."""

    start: int
    end: int
    path: str
    """Page to go to, with anchor."""
    attributes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What the blocks of one page have in common."""

    here: str
    """The page."""
    words: Words
    """In which language labels are."""
    acronyms: Explained


def body(
    cable: Cable,
    links: Links,
    words: Words,
    glossary: Mapping[str, str],
    notes: Mapping[int, Markup] = NO_NOTES,
) -> Markup:
    """The whole body.

    Args:
        cable: As it is published.
        links: What the page shows of the rest of the site.
        words: In which language labels are.
        glossary: What acronyms stand for, where the cable does not spell them out.
        notes: By number of a paragraph, what stands behind it.
    """
    explained = Explained(meanings((block.text for block in cable.blocks), glossary))
    shown = _Shown(here=address.cable(links.entry), words=words, acronyms=explained)
    targets = _targets(cable, links, words)
    where = anchors(cable.blocks)
    parts: list[Markup] = []
    numbered = enumerate(cable.blocks)
    for section, group in groupby(numbered, key=lambda pair: pair[1].section):
        blocks = [
            _noted(_block(block, where[index], targets.get(index, ()), shown), block, notes)
            for index, block in group
        ]
        text = Markup("\n\n").join(_apart(blocks))
        parts.append(_section(section, text, words) if section else text)
    return Markup("\n\n").join(parts)


def _noted(shown: Markup, block: Block, notes: Mapping[int, Markup]) -> Markup:
    """A paragraph and what stands behind it."""
    note = notes.get(block.number) if block.number is not None else None
    return shown + Markup("\n\n") + note if note else shown


def _section(name: Section, text: Markup, words: Words) -> Markup:
    said = words.body
    labels: Mapping[Section, str] = {"summary": said.summary, "comment": said.comment, "note": said.note}
    return shaped(
        '<section class="cp-section cp-{}" aria-label="{}" markdown>\n\n{}\n\n</section>',
        name,
        labels[name],
        text,
    )


def _apart(blocks: Iterable[Markup]) -> Iterator[Markup]:
    """Two lists in a row stay two: Markdown would make them one."""
    before = ""
    for block in blocks:
        if block.startswith("- ") and before.startswith("- "):
            yield Markup("<!-- -->")
        before = block
        yield block


def _targets(cable: Cable, links: Links, words: Words) -> dict[int, list[LinkedText]]:
    """Links by block: each person where a block first names them, each cited cable wherever it is cited."""
    by_block: dict[int, list[LinkedText]] = defaultdict(list)
    for person in links.with_page(cable.people):
        first: dict[int, LinkedText] = {}
        path = address.person(person.slug)
        for span in person.spans:
            target = LinkedText(start=span.start, end=span.end, path=path, attributes=".cp-who")
            if span.block not in first or target < first[span.block]:
                first[span.block] = target
        for block, target in first.items():
            by_block[block].append(target)
    for citation in cable.citations:
        if citation.id == cable.id:
            continue
        span = citation.span
        cited, attributes = _cited(links, citation.id, citation.paragraph, words)
        by_block[span.block].append(
            LinkedText(start=span.start, end=span.end, path=cited, attributes=attributes)
        )
    return by_block


def _cited(links: Links, cited: str, paragraph: int | None, words: Words) -> tuple[str, str]:
    """Where a citation leads: the cited cable, or its place among those that the corpus lacks."""
    held = links.held.get(cited)
    if cited in links.withheld:
        path = address.cable_at(links.withheld[cited], cited)
        return path, f'.cp-ref .cp-absent title="{words.body.withheld.format(number=cited)}"'
    if held is None:
        title = words.body.not_held.format(number=cited)
        return address.absent(cited, links.absent[cited]), f'.cp-ref .cp-absent title="{title}"'
    anchor = f"#para-{paragraph}" if paragraph is not None and paragraph in held.paragraphs else ""
    return address.cable(held) + anchor, f'.cp-ref title="{cited}: {_brief(held, words)}"'


_NOT_IN_TITLES = re.compile(r"[^A-Za-z0-9 ,.:;()/'%\u00c0-\u024f-]+")


def _brief(entry: Entry, words: Words) -> str:
    """Title and date of a cable for an attribute: ``Budget Talks Begin, 20 February 2009``."""
    when = f", {words.day(entry.date)}" if entry.date else ""
    return one_line(_NOT_IN_TITLES.sub(" ", terms.subject(entry.title, words)) + when)


def _block(block: Block, anchor: str, targets: Sequence[LinkedText], shown: _Shown) -> Markup:
    words = shown.words
    if _is_in_columns(block, targets):
        return _columns(block, anchor, words)
    if block.kind == "list":
        return _list(block, anchor, targets, shown)
    style = "cp-para" if block.kind == "paragraph" else "cp-notice"
    if not one_line(block.text) or _dense(block.text, targets):
        return _whole(block, anchor, style, words)
    text = _text(block.text, targets, shown, _words_only if is_heading(block) else _explaining(block, shown))
    if is_heading(block):
        return shaped("## {} {{: #{} }}", text, anchor)
    return _joined((_label(block, anchor, words), text, f"\n{{: #{anchor} .{style} }}"))


def _is_in_columns(block: Block, targets: Sequence[LinkedText]) -> bool:
    """Whether a block is shown sign by sign: a table, its row, a list that Markdown should not go through."""
    if block.kind == "heading":
        return _FIGURES.search(block.text) is not None
    dense = block.kind == "list" and any(_dense(line, targets) for line in block.text.split("\n"))
    return dense or block.kind in ("table", "preformatted")


def is_heading(block: Block) -> bool:
    """Whether a block that was read as a heading is one, and no row of a table or head of a page."""
    return block.kind == "heading" and not (_FIGURES.search(block.text) or _BANNER.fullmatch(block.text))


def _dense(text: str, targets: Sequence[LinkedText]) -> bool:
    """Whether Markdown should not be asked to go through the text."""
    return signs(text) + len(targets) > MOST_SIGNS


def _whole(block: Block, anchor: str, style: str, words: Words) -> Markup:
    """Text that is all signs or blanks, without links: Markdown hands an element of HTML on as it is."""
    label = _label(block, anchor, words)
    before = label + Markup("\n\n") if label else Markup("")
    return before + shaped('<p id="{}" class="{}">{}</p>', anchor, style, markdown(block.text))


def _label(block: Block, anchor: str, words: Words) -> Markup:
    """Number and portion marking as the paragraph's permalink, and a space; empty where there is neither."""
    number = f"{block.number}." if block.number is not None else ""
    mark = f"({block.marking})" if block.marking is not None else ""
    shown = " ".join(part for part in (number, mark) if part)
    if not shown:
        return Markup("")
    said = words.body
    place = said.this_paragraph if block.number is None else said.paragraph.format(number=block.number)
    meaning = terms.marking(block.marking, words) if block.marking is not None else None
    title = f"{place}: {meaning}" if meaning else place
    return link(shown, f"#{anchor}", f'.cp-num title="{title}"') + Markup(" ")


def _columns(block: Block, anchor: str, words: Words) -> Markup:
    label = _label(block, anchor, words)
    before = label + Markup("\n\n") if label else Markup("")
    text = html(block.text.expandtabs().strip("\n"))
    kind = words.body.table if block.kind == "table" else words.body.columns
    return before + shaped(
        '<pre id="{}" class="cp-columns" role="group" tabindex="0" aria-label="{}">\n{}</pre>',
        anchor,
        kind,
        text,
    )


def _list(block: Block, anchor: str, targets: Iterable[LinkedText], shown: _Shown) -> Markup:
    """A line an item; the sender's dash becomes the list's bullet."""
    label = _label(block, anchor, shown.words)
    plain = _explaining(block, shown)
    items: list[Markup] = []
    offset = 0
    wanted = sorted(targets)
    for line in block.text.split("\n"):
        bullet = _BULLET.match(line)
        start = offset + (bullet.end() if bullet else 0)
        inside = [
            LinkedText(start=t.start - start, end=t.end - start, path=t.path, attributes=t.attributes)
            for t in wanted
            if start <= t.start and t.end <= offset + len(line)
        ]
        if one_line(line):
            items.append(shaped("- {}", _text(line[start - offset :], inside, shown, plain)))
        offset += len(line) + 1
    if not items:
        return label
    items[0] = items[0] + shaped("\n  {{: #{} }}", anchor)
    return (label + Markup("\n\n") if label else Markup("")) + Markup("\n").join(items)


Plain = Callable[[str], Markup]
"""Shows text that has neither links nor redactions."""


def _text(text: str, targets: Iterable[LinkedText], shown: _Shown, plain: Plain) -> Markup:
    """Text of one block with its links and redactions."""
    parts: list[Markup] = []
    done = 0
    for target in sorted(targets, key=lambda place: (place.start, -place.end)):
        if target.start < done or target.end > len(text) or target.start >= target.end:
            continue
        parts.append(_unlinked(text[done : target.start], shown.words, plain))
        linked = inline(text[target.start : target.end])
        parts.append(link(linked, address.relative(shown.here, target.path), target.attributes))
        done = target.end
    parts.append(_unlinked(text[done:], shown.words, plain))
    return _joined(parts)


def _words_only(text: str) -> Markup:
    return inline(text)


def _explaining(block: Block, shown: _Shown) -> Plain:
    """Shows text of a block with its acronyms explained, but for those that it spells out itself."""
    if is_in_capitals(block.text):
        return _words_only
    here = {acronym for acronym, _ in spelled_out(block.text)}
    return partial(shown.acronyms.text, here=here)


def _unlinked(text: str, words: Words, plain: Plain) -> Markup:
    """Text without links, its redactions marked: a screen reader says so, not one letter twelve times."""
    if "xxxx" not in text.casefold():
        return plain(text)
    said = words.body.redacted
    parts: list[Markup] = []
    done = 0
    for match in REDACTION.finditer(text):
        parts.append(plain(text[done : match.start()]))
        redacted = Markup('<span aria-label="{}" class="cp-redacted" role="img" title="{}">{}</span>')
        parts.append(redacted.format(said, said, match.group()))
        done = match.end()
    parts.append(plain(text[done:]))
    return _joined(parts)


def _joined(parts: Iterable[str]) -> Markup:
    """As ``Markup.join``, without escaping anew what is escaped."""
    return as_markup("".join(parts))
