"""The page of one cable."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from generator.catalogue import Citing, Links
from generator.edition.beside import NOTHING_BESIDE, Beside, NoteShown
from generator.model import (
    Addressee,
    Cable,
    Difference,
    FormerVersion,
    PersonFound,
    Place,
    Printing,
    Reference,
)
from generator.pages import address, cite, edited, reference_formats, terms
from generator.pages.body import body
from generator.pages.cited import Format, formats, styles
from generator.pages.contents import contents
from generator.pages.escape import html, inline, link, markdown, one_line, phrase, shaped
from generator.pages.front_matter import cable_record, front_matter
from generator.pages.holdings import cited_as, holding_block
from generator.pages.items import cable_item, passage_lines
from generator.pages.network import around_cable
from generator.pages.notes import notes_block
from generator.pages.output import Output, public_url, report_address
from generator.pages.templates import render
from generator.settings import Site
from generator.settle import Entry, Namings, PublishedCable
from generator.tables import tag as meaning
from generator.wording import Words, repair, words_in

CITING = 50
"""Citing cables listed; a few telegrams of instruction are cited by hundreds."""

LONGEST_PRINTED = 500
"""Characters of a subject that the card shows as printed; a longer one is folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the summary card."""

    name: str
    value: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class CablePage:
    """What ``cable.md.j2`` shows."""

    words: Words
    front_matter: Markup
    title: str
    key: str
    classification: Markup
    partial: bool
    facts: tuple[Fact, ...]
    details: tuple[Fact, ...]
    corrections: Markup
    withheld: Markup
    notes: Markup
    no_text: str | None
    """Why there is no text, where there is none."""
    contents: Markup
    """Links to its headings and paragraphs, where it is long; for screens without room beside it."""
    body: Markup
    discussed: Markup
    signed_by: Markup | None
    people: Markup
    cited_by: tuple[Markup, ...]
    related: tuple[Markup, ...]
    network: Markup
    chicago: Format
    styles: tuple[Format, ...]
    """Further ones in prose."""
    formats: tuple[Format, ...]
    """For reference managers."""
    original: Markup
    printings: tuple["PrintingShown", ...]
    holding: Markup
    dated: Markup
    repairs: tuple[Markup, ...]
    report: str | None
    previous: Markup | None
    next: Markup | None


def cable_pages(
    published: PublishedCable, links: Links, site: Site, beside: Beside = NOTHING_BESIDE
) -> Iterator[Output]:
    """The cable's page and its original text.

    Args:
        published: The cable.
        links: What ``generator.catalogue.links`` gathered for it.
        site: Options of the site.
        beside: What the editors say of it.
    """
    page = render("cable.md.j2", _page(published, links, site, beside))
    yield Output(path=address.cable(links.entry), content=page.encode())
    yield Output(
        path=address.original(links.entry),
        content=published.cable.source.original.encode(errors="surrogateescape"),
    )


def _page(published: PublishedCable, links: Links, site: Site, beside: Beside) -> CablePage:
    cable, entry = published.cable, published.entry
    words = words_in(site.language)
    here = address.cable(entry)
    linked = links.with_page(cable.people)
    cited = cite.work(
        cable, entry, collection=cited_as(cable.holding, words) or site.collection, url=public_url(site, here)
    )
    record = {**cable_record(published), "citation": reference_formats.context_object(cited)}
    return CablePage(
        words=words,
        front_matter=Markup(front_matter(record)),  # noqa: S704 - YAML, made by its library
        title=terms.subject(entry.title, words),
        key=cable.id or words.cable.number_unknown,
        classification=_classification(cable, here, words),
        partial=cable.partial,
        facts=tuple(_facts(cable, links, here, words)),
        details=tuple(_details(cable, entry, linked, here, words)),
        corrections=edited.corrections(cable.corrections, words),
        withheld=edited.withheld(cable.withheld, words),
        notes=notes_block(beside.notes, here, words),
        no_text=_no_text(cable, words),
        contents=contents(published.titled, words),
        body=body(published.titled, links, words, dict(site.glossary), _on_paragraphs(beside, here, words)),
        discussed=_discussed(beside, here),
        signed_by=_official(cable.signed_by, "signature", linked, here),
        people=_people(published, links, here),
        cited_by=tuple(_cited_by(links.cited_by, here, words)),
        related=tuple(cable_item(other, here, words) for other in links.related),
        network=around_cable(links, here, words),
        chicago=Format(name="Chicago", text=cite.in_page(cite.chicago(cited))),
        styles=tuple(styles(cited, words)),
        formats=tuple(formats(cited)),
        original=_original(cable, links, here, words),
        printings=(
            *(_printing(printing, words) for printing in cable.printings),
            *(_version(version, words) for version in cable.versions),
        ),
        holding=holding_block(cable.holding, here, words),
        dated=edited.dated(beside, here, words),
        repairs=tuple(_repairs(cable, words)),
        report=report_address(site, entry.key, here),
        previous=_step(links.previous, here, words.cable.earlier, words),
        next=_step(links.next, here, words.cable.later, words),
    )


def _facts(cable: Cable, links: Links, here: str, words: Words) -> Iterator[Fact]:
    """What a reader wants first; what the cable does not say is left out."""
    said = words.cable
    printed = one_line(cable.subject or "")
    if len(printed) <= LONGEST_PRINTED and printed != one_line(links.entry.title or ""):
        yield Fact(name=said.as_printed, value=markdown(printed))
    yield Fact(name=said.sent, value=_sent(cable, links.entry, here, words))
    if sender := _sender(cable, here):
        yield Fact(name=said.sender, value=sender)
    if cable.action:
        yield Fact(name=said.recipients, value=_addressees(cable.action))
    if cable.tags:
        yield Fact(name=said.tags, value=_tags(cable.tags, here))
    if cable.references:
        yield Fact(name=said.references, value=_references(cable.references, links, here, words))


def _no_text(cable: Cable, words: Words) -> str | None:
    if cable.withheld or any(block.text.strip() for block in cable.blocks):
        return None
    if cable.text_status is None:
        return words.cable.no_text
    return f"{words.cable.no_text} {words.cable.archive_says.format(status=one_line(cable.text_status))}"


def _classification(cable: Cable, here: str, words: Words) -> Markup:
    """The level as a badge that leads to the others of its kind."""
    if cable.classification is None:
        return inline(words.cable.classification_not_stated)
    shown = terms.classification(cable.classification)
    style = f".cp-level .cp-level--{terms.level(cable.classification)}"
    return link(shown, address.relative(here, address.classification(cable.classification)), style)


def _sent(cable: Cable, entry: Entry, here: str, words: Words) -> Markup:
    date = entry.date
    if date is None and entry.year is not None:
        year = link(str(entry.year), address.relative(here, address.year(entry.year)))
        return phrase(words.cable.day_not_known, year=year)
    if date is None:
        return link(words.cable.date_unknown, address.relative(here, address.undated()))
    target = address.relative(here, address.month(date.year, date.month))
    day = link(words.day(date), target)
    return day if cable.date_precision == "day" else day + shaped(", {}", words.clock(date))


def _sender(cable: Cable, here: str) -> Markup:
    origin = cable.origin or cable.post
    if origin is None:
        return Markup("")
    shown = link(origin, address.relative(here, address.post(cable.post))) if cable.post else inline(origin)
    if not cable.country:
        return shown
    return shown + Markup(", ") + link(cable.country, address.relative(here, address.country(cable.country)))


def _addressees(addressees: Sequence[Addressee]) -> Markup:
    return inline(", ".join(one_line(addressee.name) for addressee in addressees))


def _tags(tags: Sequence[str], here: str) -> Markup:
    return Markup(" ").join(_tag(code, here) for code in dict.fromkeys(tags))


def _tag(code: str, here: str) -> Markup:
    path = address.tag(code)
    known = meaning(code)
    shown = inline(f"{code} {terms.short_meaning(known.meaning)}" if known else code)
    return link(shown, address.relative(here, path), ".cp-tag") if path else shown


def _references(references: Sequence[Reference], links: Links, here: str, words: Words) -> Markup:
    shown = (_reference(reference, links, here, words) for reference in references)
    return Markup("<br>\n    ").join(shown)


def _reference(reference: Reference, links: Links, here: str, words: Words) -> Markup:
    label = shaped("{}. ", inline(reference.label)) if reference.label else Markup("")
    held = links.held.get(reference.id or "")
    if held is not None:
        when = shaped(", {}", inline(words.day(held.date))) if held.date else Markup("")
        subject = inline(terms.subject(held.title, words))
        shown = shaped("{}: {}{}", inline(reference.id or ""), subject, when)
        return label + link(shown, address.relative(here, address.cable(held)), words.foreign.strip())
    if reference.id is None or reference.id == links.entry.id:
        return label + inline(reference.text)
    if reference.id in links.withheld:
        path = address.cable_at(links.withheld[reference.id], reference.id)
        title = f'.cp-absent title="{words.cable.withheld}"'
        return label + link(reference.id, address.relative(here, path), title)
    target = address.relative(here, address.absent(reference.id, links.absent[reference.id]))
    return label + link(reference.id, target, f'.cp-absent title="{words.cable.not_held}"')


def _official(printed: str | None, where: Place, linked: Sequence[PersonFound], here: str) -> Markup | None:
    """Signer or classifier as printed, linked to the person's page where there is one."""
    if printed is None:
        return None
    for person in linked:
        if where in person.where:
            return link(one_line(printed), address.relative(here, address.person(person.slug)), ".cp-who")
    return markdown(printed)


def _details(
    cable: Cable, entry: Entry, linked: Sequence[PersonFound], here: str, words: Words
) -> Iterator[Fact]:
    """What the header says beyond the card."""
    said = words.cable
    printed: Mapping[str, str | Markup | None] = {
        said.subject: cable.subject if len(one_line(cable.subject or "")) > LONGEST_PRINTED else None,
        said.info: ", ".join(one_line(addressee.name) for addressee in cable.info),
        said.attention: "; ".join(cable.attention),
        said.drafted_by: cable.drafted_by,
        said.approved_by: cable.approved_by,
        said.cleared_by: "; ".join(cable.cleared_by),
        said.concepts: Markup("; ").join(
            link(heading, address.relative(here, address.concept(heading)))
            if heading in entry.concepts
            else inline(heading)
            for heading in dict.fromkeys(cable.concepts)
        ),
        said.captions: ", ".join(cable.captions),
        said.precedence: cable.precedence,
        said.transmission: cable.transmission_id,
        said.executive_order: cable.executive_order,
        said.tag_people: "; ".join(cable.tag_people),
        said.classified_by: _official(cable.classified_by, "classified_by", linked, here),
        said.reasons: ", ".join(cable.reasons),
        said.declassify_on: words.day(cable.declassify_on) if cable.declassify_on else None,
    }
    for name, value in printed.items():
        shown = value if isinstance(value, Markup) else markdown(value or "")
        if shown:
            yield Fact(name=name, value=shown)


def _people(published: PublishedCable, links: Links, here: str) -> Markup:
    """Everyone named, each once, by name: linked to their page, or to the paragraph that names them."""
    names = {person.slug: person.name for person in reversed(published.cable.people)}
    return Markup(" \u00b7 ").join(
        _named(slug, name, published.namings, links, here)
        for slug, name in sorted(names.items(), key=lambda pair: pair[1])
    )


def _named(slug: str, name: str, namings: Namings, links: Links, here: str) -> Markup:
    if slug in links.person_pages:
        return link(name, address.relative(here, address.person(slug)))
    anchor = namings[slug].anchor if slug in namings else None
    return link(name, f"#{anchor}") if anchor else inline(name)


def _on_paragraphs(beside: Beside, here: str, words: Words) -> dict[int, Markup]:
    """By number of a paragraph, the notes on it."""
    by_number: dict[int, list[NoteShown]] = {}
    for number, note in beside.on_paragraphs:
        by_number.setdefault(number, []).append(note)
    return {number: notes_block(notes, here, words) for number, notes in by_number.items()}


def _discussed(beside: Beside, here: str) -> Markup:
    """Links to the publisher's pages that cite the cable."""
    root = "../" * here.count("/")
    return Markup("\n").join(
        shaped("- [{}]({}{})", inline(one_line(each.title)), root, quote(each.path))
        for each in beside.discussed
    )


def _cited_by(citing: Sequence[Citing], here: str, words: Words) -> Iterator[Markup]:
    for citation in citing[:CITING]:
        yield _citing(citation, here, words)
    if len(citing) > CITING:
        yield shaped("- {}", inline(words.item.more(len(citing) - CITING)))


def _citing(citing: Citing, here: str, words: Words) -> Markup:
    return cable_item(citing.entry, here, words) + passage_lines(citing, here, words)


def _original(cable: Cable, links: Links, here: str, words: Words) -> Markup:
    target = address.relative(here, address.original(links.entry))
    original = link(words.cable.original, target, ".cp-original")
    layout = phrase(words.cable.layout, layout=cable.source.layout)
    return shaped("{} \u00b7 {} \u00b7 SHA-256 <code>{}</code>", original, layout, html(cable.source.sha256))


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintingShown:
    """Another printing of the telegram."""

    title: Markup
    differences: tuple[Markup, ...]
    paragraphs: tuple[Markup, ...]


def _version(version: FormerVersion, words: Words) -> PrintingShown:
    """What was published before and is otherwise now."""
    return PrintingShown(
        title=html(words.changes.version.format(day=words.day(version.published_on))),
        differences=tuple(_difference(each, words) for each in version.differences),
        paragraphs=(),
    )


def _difference(difference: Difference, words: Words) -> Markup:
    shown = (html(text or words.cable.nothing) for text in (difference.there, difference.here))
    return shaped("{} \u2192 {}", *shown)


def _printing(printing: Printing, words: Words) -> PrintingShown:
    """What differs first, then its whole text, one paragraph a block."""
    nothing = words.cable.nothing
    differences = tuple(
        shaped("{} \u2192 {}", html(each.here or nothing), html(each.there or nothing))
        for each in printing.differences
    )
    title = words.cable.printing.format(path=printing.path, layout=printing.layout)
    paragraphs = tuple(html(one_line(text)) for text in printing.text.split("\n\n") if text.strip())
    return PrintingShown(title=html(one_line(title)), differences=differences, paragraphs=paragraphs)


def _repairs(cable: Cable, words: Words) -> Iterator[Markup]:
    """As the parser says it, in English; before that, in another language, what kind of thing it is."""
    for warning in cable.warnings:
        place = f"{words.cable.line.format(line=warning.line)}: " if warning.line is not None else ""
        kind = repair(words.repairs, warning.code) if words.foreign else None
        message = words.telegrams(html(warning.message))
        yield html(place + (f"{kind}: " if kind else "")) + message + html(f" ({warning.code})")


def _step(entry: Entry | None, here: str, label: str, words: Words) -> Markup | None:
    if entry is None:
        return None
    when = inline(words.day(entry.date)) if entry.date else Markup("")
    target = address.relative(here, address.cable(entry))
    subject = link(terms.subject(entry.title, words), target, words.foreign.strip())
    return shaped("<small>{}, {}</small><br>\n{}", inline(label), when, subject)
