"""Invented cables as records, for the stages behind parsing. Serials from 90000 on exist nowhere."""

from dataclasses import replace
from datetime import UTC, datetime

from generator.catalogue import Catalogue, catalogue, links
from generator.model import (
    Addressee,
    Appearance,
    Block,
    Cable,
    Citation,
    Person,
    PersonFound,
    Provenance,
    Reference,
    Span,
)
from generator.pages import Output, cable_pages, index_pages, person_pages
from generator.settings import Site
from generator.settle import Entry, Namings, PublishedCable, published

SITE = Site(name="Test site", collection="Test collection", site_url="https://cables.example.org/")


def paragraph(text: str, number: int | None = None, marking: str | None = None) -> Block:
    """A paragraph of the body."""
    return Block(kind="paragraph", number=number, marking=marking, text=text)


def record(cable_id: str | None = "09ASTANA90001", *texts: str, **changes: object) -> Cable:
    """A cable with these numbered paragraphs; ``changes`` are fields of ``Cable``."""
    cable = Cable(
        id=cable_id,
        subject="BUDGET TALKS BEGIN",
        date=datetime(2009, 2, 20, 9, 29, tzinfo=UTC),
        classification="CONFIDENTIAL",
        origin="Embassy Astana",
        post="Astana",
        country="Kazakhstan",
        action=(Addressee(route="RUEHC", name="SECSTATE WASHDC", precedence="PRIORITY", number="0116"),),
        tags=("PGOV", "KZ"),
        blocks=tuple(paragraph(text, number, "C") for number, text in enumerate(texts, 1)),
        source=Provenance(
            path=f"{cable_id}.txt", layout="telegram", sha256="ab" * 32, original="AS IT STOOD\r\n"
        ),
    )
    return replace(cable, **changes)  # type: ignore[arg-type]


def named(cable: Cable, name: str, slug: str, **changes: object) -> Cable:
    """The cable with one more person, found wherever a block holds the name."""
    spans = tuple(_span(index, block, name) for index, block in enumerate(cable.blocks) if name in block.text)
    person = replace(PersonFound(name=name, slug=slug, mentions=(name,), spans=spans), **changes)  # type: ignore[arg-type]
    return replace(cable, people=(*cable.people, person))


def _span(index: int, block: Block, text: str) -> Span:
    start = block.text.index(text)
    return Span(block=index, start=start, end=start + len(text))


def citing(cable: Cable, printed: str, cited: str, paragraph: int | None = None) -> Cable:
    """The cable with a reference to ``cited``, in the REF line and wherever a block prints it."""
    citations = tuple(
        Citation(
            span=Span(
                block=index, start=block.text.index(printed), end=block.text.index(printed) + len(printed)
            ),
            id=cited,
            paragraph=paragraph,
        )
        for index, block in enumerate(cable.blocks)
        if printed in block.text
    )
    reference = Reference(label=None, text=printed, id=cited)
    return replace(cable, references=(*cable.references, reference), citations=(*cable.citations, *citations))


def settled(cable: Cable) -> PublishedCable:
    """The cable as it is published: everybody but the protected under the slug that the finder gave."""
    return published(cable, [None if person.protected else person.slug for person in cable.people])


def entry(cable: Cable) -> Entry:
    """Its entry in the catalogue."""
    return settled(cable).entry


def gathered(*cables: Cable) -> Catalogue:
    """The catalogue of these cables; people with one slug are one person, by the first name."""
    people: dict[str, list[Appearance]] = {}
    for cable in cables:
        for index, found in enumerate(cable.people):
            seen = Appearance(cable=cable.key, index=index, date=cable.date, found=found)
            people.setdefault(found.slug, []).append(seen)
    persons = (
        Person(
            slug=slug,
            name=seen[0].found.name,
            variants=tuple(sorted({each.found.name for each in seen} - {seen[0].found.name})),
            appearances=tuple(seen),
        )
        for slug, seen in people.items()
    )
    return catalogue(map(entry, cables), persons)


def site_of(*cables: Cable, site: Site = SITE) -> dict[str, Output]:
    """Every page of a site of these cables but the home page, by path."""
    whole = gathered(*cables)
    by_key = {cable.key: settled(cable) for cable in cables}

    def namings(key: str) -> Namings:
        return by_key[key].namings

    made = [*index_pages(whole, site, namings), *person_pages(whole, site, namings, whole.people)]
    for key, cable in by_key.items():
        shown = links(whole, key, related_limit=5, people_page_min=site.page_from(len(cables)))
        made.extend(cable_pages(cable, shown, site))
    return {output.path: output for output in made}
