"""A cable as TEI P5, with the correspDesc that exchange formats of letters are made from.

Source: TEI Guidelines, 2.4.6 "Correspondence Description"
(https://tei-c.org/release/doc/tei-p5-doc/en/html/HD.html#HD44CD).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from generator.model import Block, Holding
from generator.pages import address
from generator.pages.escape import one_line, visible
from generator.pages.output import public_url
from generator.settings import Site
from generator.settle import PublishedCable, anchors

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n'


def tei(published: PublishedCable, names: Mapping[str, str], site: Site) -> bytes:
    """One document.

    Args:
        published: The cable.
        names: By slug, of the people it names.
        site: Publisher and address.
    """
    lines = [_HEAD, " <teiHeader>\n", *_file(published, site), *_profile(published, names, site)]
    lines += [" </teiHeader>\n", *_text(published), "</TEI>\n"]
    return "".join(lines).encode()


def _element(name: str, text: str, **attributes: str | None) -> str:
    """An element with text; attributes that are None are left out."""
    shown = "".join(
        f" {key.replace('_', ':')}={quoteattr(one_line(value))}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{shown}>{escape(one_line(text))}</{name}>"


def _file(published: PublishedCable, site: Site) -> Iterator[str]:
    cable = published.cable
    page = address.cable(published.entry)
    yield "  <fileDesc>\n   <titleStmt>\n"
    yield f"    {_element('title', cable.subject or published.key)}\n"
    if cable.origin:
        yield f"    {_element('author', cable.origin)}\n"
    yield "   </titleStmt>\n   <publicationStmt>\n"
    yield f"    {_element('publisher', site.collection or site.name)}\n"
    yield f"    {_element('idno', published.key, type='message')}\n"
    if url := public_url(site, page):
        yield f"    {_element('idno', url, type='URI')}\n"
    yield "   </publicationStmt>\n   <sourceDesc>\n    <bibl>"
    yield _element("idno", cable.id or published.key)
    if cable.date:
        yield f" {_element('date', cable.date.date().isoformat(), when=cable.date.date().isoformat())}"
    elif year := _year(published.entry.year):
        yield f" {_element('date', year, when=year)}"
    yield "</bibl>\n"
    yield from _held(cable.holding)
    yield "   </sourceDesc>\n  </fileDesc>\n"


def _held(holding: Holding | None) -> Iterator[str]:
    """Where the document is kept (TEI Guidelines, 10.4 "The Manuscript Identifier")."""
    if holding is None:
        return
    yield "    <msDesc><msIdentifier>"
    if holding.archive:
        yield _element("repository", holding.archive)
    yield _element("collection", holding.name)
    if holding.series:
        yield _element("collection", holding.series, type="series")
    marks = [("box", holding.box), ("accession", holding.accession)]
    places = [_element("idno", text, type=kind) for kind, text in marks if text]
    yield places[0] if places else ""
    yield "".join(f"<altIdentifier>{place}</altIdentifier>" for place in places[1:])
    yield "</msIdentifier></msDesc>\n"


def _profile(published: PublishedCable, names: Mapping[str, str], site: Site) -> Iterator[str]:
    yield "  <profileDesc>\n"
    yield from _correspondence(published)
    yield from _class(published)
    yield from _people(published, names, site)
    yield "  </profileDesc>\n"


def _correspondence(published: PublishedCable) -> Iterator[str]:
    cable, entry = published.cable, published.entry
    yield '   <correspDesc>\n    <correspAction type="sent">\n'
    yield f"     {_element('orgName', cable.origin or cable.post or 'not stated')}\n"
    if cable.post:
        yield f"     {_element('placeName', cable.post)}\n"
    moment = cable.date.strftime("%Y-%m-%dT%H:%M:%SZ") if cable.date else _year(entry.year)
    if moment:
        yield f"     {_element('date', moment, when=moment)}\n"
    yield "    </correspAction>\n"
    if addressees := [("action", each) for each in cable.action] + [("info", each) for each in cable.info]:
        yield '    <correspAction type="received">\n'
        yield from (f"     {_element('orgName', each.name, role=role)}\n" for role, each in addressees)
        yield "    </correspAction>\n"
    if entry.cites:
        cited = "".join(f"\n     {_element('ref', cited.id, type='cites')}" for cited in entry.cites)
        yield f"    <correspContext>{cited}\n    </correspContext>\n"
    yield "   </correspDesc>\n"


def _year(year: int | None) -> str | None:
    return None if year is None else f"{year:04}"


def _class(published: PublishedCable) -> Iterator[str]:
    tags, level = published.entry.tags, published.cable.classification
    parts = []
    if tags:
        terms = "".join(_element("term", code) for code in tags)
        parts.append(f'<keywords scheme="#TAGS">{terms}</keywords>')
    if level:
        parts.append(_element("classCode", level, scheme="#classification"))
    if parts:
        shown = "".join(f"    {part}\n" for part in parts)
        yield f"   <textClass>\n{shown}   </textClass>\n"


def _people(published: PublishedCable, names: Mapping[str, str], site: Site) -> Iterator[str]:
    if not published.entry.people:
        return
    yield "   <particDesc>\n    <listPerson>\n"
    for slug in published.entry.people:
        url = public_url(site, address.person(slug))
        same_as = f" sameAs={quoteattr(url)}" if url else ""
        yield f"     <person{same_as}>{_element('persName', names[slug], key=slug)}</person>\n"
    yield "    </listPerson>\n   </particDesc>\n"


def _text(published: PublishedCable) -> Iterator[str]:
    cable = published.cable
    marks = _marks(published)
    yield " <text>\n  <body>\n"
    for index, (block, anchor) in enumerate(zip(cable.blocks, anchors(cable.blocks), strict=True)):
        yield f"   {_block(block, anchor, marks.get(index, ()))}\n"
    if not cable.blocks:
        yield f"   {_element('p', cable.text_status or 'The source has no text.')}\n"
    if cable.signed_by:
        yield f"   <closer>{_element('signed', cable.signed_by)}</closer>\n"
    yield "  </body>\n </text>\n"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class _Mark:
    """A stretch of a block's text that is a name or a reference."""

    start: int
    end: int
    opening: str
    closing: str


def _marks(published: PublishedCable) -> dict[int, tuple[_Mark, ...]]:
    """By block, in order; of two that overlap the first."""
    found: dict[int, list[_Mark]] = {}
    for person in published.cable.people:
        opening = f"<persName key={quoteattr(person.slug)}>"
        for span in person.spans:
            mark = _Mark(start=span.start, end=span.end, opening=opening, closing="</persName>")
            found.setdefault(span.block, []).append(mark)
    for citation in published.cable.citations:
        opening = f'<ref type="cites" n={quoteattr(citation.id)}>'
        span = citation.span
        mark = _Mark(start=span.start, end=span.end, opening=opening, closing="</ref>")
        found.setdefault(span.block, []).append(mark)
    return {index: tuple(_apart(sorted(marks))) for index, marks in found.items()}


def _apart(marks: Sequence[_Mark]) -> Iterator[_Mark]:
    end = 0
    for mark in marks:
        if mark.start >= end and mark.end > mark.start:
            yield mark
            end = mark.end


def _block(block: Block, anchor: str, marks: Sequence[_Mark]) -> str:
    number = f' n="{block.number}"' if block.number is not None else ""
    head = f"xml:id={quoteattr(anchor)}{number}"
    label = f'<seg type="marking">{escape(one_line(block.marking))}</seg> ' if block.marking else ""
    text = label + _marked(block.text, marks)
    if block.kind == "paragraph":
        return f"<p {head}>{text}</p>"
    if block.kind in ("table", "preformatted"):
        return f'<ab type="{block.kind}" {head} xml:space="preserve">{text}</ab>'
    if block.kind == "list":
        items = "".join(f"<item>{line}</item>" for line in text.split("\n") if line.strip())
        return (
            f"<list {head}>{items}</list>"
            if items and not _cut(text)
            else f'<ab type="list" {head}>{text}</ab>'
        )
    return f'<ab type="{block.kind}" {head}>{text}</ab>'


def _cut(text: str) -> bool:
    """Whether a line ends within an element: a name that goes on in the next."""
    return any(line.count("<") % 2 for line in text.split("\n"))


def _marked(text: str, marks: Sequence[_Mark]) -> str:
    pieces, done = [], 0
    for mark in marks:
        if mark.end <= len(text):
            pieces += [_plain(text[done : mark.start]), mark.opening]
            pieces += [_plain(text[mark.start : mark.end]), mark.closing]
            done = mark.end
    return "".join([*pieces, _plain(text[done:])])


def _plain(text: str) -> str:
    return escape(visible(text))
