"""Everything that the downloads hold of one cable, made at once: the files only write it down."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.export.record import public_record
from generator.export.tei import tei
from generator.model import Holding
from generator.pages import address
from generator.pages.escape import one_line, visible
from generator.settings import Site
from generator.settle import PublishedCable, anchors
from generator.tables import tag as look_up

Value = str | int | None
Row = tuple[Value, ...]

BETWEEN = "\n\n"
"""Stands between the paragraphs of a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """One cable in every format. Rows have the columns of :mod:`generator.export.columns`."""

    key: str
    record: bytes
    """The line of ``cables.jsonl``."""
    cable: Row
    paragraphs: tuple[Row, ...]
    tables: Mapping[str, Sequence[Row]]
    """Rows of the database, by table."""
    tei: bytes


def exported(published: PublishedCable, names: Mapping[str, str], site: Site) -> Exported:
    """One cable for all files.

    Args:
        published: Nothing else of the cable is looked at.
        names: By slug, of those whom the collection shows; at least those of this cable.
        site: Its name and address.
    """
    cable = published.cable
    texts = [visible(block.text) for block in cable.blocks]
    row = _cable(published)
    paragraphs = tuple(_paragraphs(published, texts))
    return Exported(
        key=published.key,
        record=public_record(published),
        cable=row,
        paragraphs=paragraphs,
        tables={
            "cables": ((*row, BETWEEN.join(texts)),),
            "paragraphs": tuple(_places(paragraphs, texts)),
            "addressees": tuple(_addressees(published)),
            "tags": tuple(_tag(code) for code in published.entry.tags),
            "cable_tags": tuple((published.key, one_line(code)) for code in published.entry.tags),
            "people": tuple((slug, one_line(names[slug])) for slug in published.entry.people),
            "cable_people": tuple(_people(published)),
            "cable_references": tuple(
                (published.key, cited.id, _text(cited.text)) for cited in published.entry.cites
            ),
            "warnings": tuple(
                (published.key, warning.code, one_line(warning.message)) for warning in cable.warnings
            ),
        },
        tei=tei(published, names, site),
    )


def _cable(published: PublishedCable) -> Row:
    cable, entry = published.cable, published.entry
    return (
        published.key,
        cable.id,
        cable.date.strftime("%Y-%m-%dT%H:%M:%SZ") if cable.date else None,
        cable.date_precision,
        entry.year,
        _text(cable.subject),
        _text(cable.classification),
        _joined(" ", cable.captions),
        _text(cable.origin),
        _text(cable.post),
        _text(cable.country),
        _joined("; ", (addressee.name for addressee in cable.action)),
        _joined("; ", (addressee.name for addressee in cable.info)),
        _joined(" ", entry.tags),
        _joined(" ", (cited.id for cited in entry.cites)),
        _joined(" ", entry.people),
        _text(cable.signed_by),
        _text(cable.classified_by),
        _text(cable.drafted_by),
        len(entry.paragraphs),
        entry.words,
        _joined(" ", dict.fromkeys(warning.code for warning in cable.warnings)),
        int(cable.partial),
        *_holding(cable.holding),
        address.page(address.cable(entry)),
    )


def _paragraphs(published: PublishedCable, texts: Sequence[str]) -> Iterator[Row]:
    blocks = published.cable.blocks
    page = address.page(address.cable(published.entry))
    for position, (block, anchor, text) in enumerate(zip(blocks, anchors(blocks), texts, strict=True), 1):
        yield (
            published.key,
            position,
            block.number,
            _text(block.marking),
            block.section,
            block.kind,
            text,
            f"{page}#{anchor}",
        )


def _places(paragraphs: Sequence[Row], texts: Sequence[str]) -> Iterator[Row]:
    """The paragraphs with where they stand in the whole text instead of their own."""
    start = 1
    for row, text in zip(paragraphs, texts, strict=True):
        yield (*row[:6], row[7], start, len(text))
        start += len(text) + len(BETWEEN)


def _addressees(published: PublishedCable) -> Iterator[Row]:
    cable = published.cable
    for asked, addressees in (("action", cable.action), ("info", cable.info)):
        for addressee in addressees:
            yield (
                published.key,
                asked,
                one_line(addressee.name),
                _text(addressee.precedence),
                _text(addressee.route),
                _text(addressee.number),
            )


def _tag(code: str) -> Row:
    known = look_up(code)
    return (one_line(code), known.kind if known else None, known.meaning if known else None)


def _people(published: PublishedCable) -> Iterator[Row]:
    """Each person once, though the text may have them as two."""
    for slug in published.entry.people:
        same = [person for person in published.cable.people if person.slug == slug]
        roles = dict.fromkeys(role for person in same for role in person.roles)
        places = dict.fromkeys(place for person in same for place in person.where)
        yield (published.key, slug, _joined("; ", roles), _joined(" ", places))


def _holding(holding: Holding | None) -> tuple[str | None, ...]:
    """Collection, archive, series, box, accession, rights."""
    if holding is None:
        return (None,) * 6
    parts = (holding.name, holding.archive, holding.series, holding.box, holding.accession, holding.rights)
    return tuple(map(_text, parts))


def _text(value: str | None) -> str | None:
    return None if value is None else one_line(value)


def _joined(sign: str, values: Iterable[str]) -> str | None:
    """Several values in one cell; None where there are none."""
    return sign.join(map(one_line, values)) or None
