"""What is made of the whole collection: the tables of people and tags, the networks, the editors' notes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from generator.catalogue import Catalogue
from generator.export import graphs, tables
from generator.export.columns import PEOPLE, TAGS, Column
from generator.export.notes import NoteExported, notes_lines
from generator.export.parts import part_of
from generator.export.values import Row
from generator.settings import Site
from generator.tables import tag as look_up

ROWS: Final = 150_000
"""Rows of a table of people: some 15 MB."""

File = tuple[str, Iterator[bytes]]
"""Name and content, in pieces."""


def whole_files(catalogue: Catalogue, site: Site, notes: Sequence[NoteExported] = ()) -> Iterator[File]:
    """Name and content, in pieces, of each file; a piece is made when it is asked for.

    Args:
        catalogue: The collection.
        site: Which files.
        notes: What editors wrote; without any there is no file of it.
    """
    if notes and "jsonl" in site.downloads:
        yield "notes.jsonl", notes_lines(notes)
    if "csv" in site.downloads:
        yield from _table("people.csv", PEOPLE, _people(catalogue))
        yield from _table("tags.csv", TAGS, _tags(catalogue))
    if "graphs" in site.downloads:
        least = site.page_from(len(catalogue.entries))
        yield from _network(graphs.references(catalogue))
        yield from _network(graphs.people(catalogue, least))


def _table(name: str, columns: Sequence[Column], values: Iterable[Row]) -> Iterator[File]:
    rest = iter(values)
    number = 1
    rows = list(islice(rest, ROWS))
    while rows or number == 1:
        yield part_of(name, number), iter([tables.head(columns), *tables.rows(columns, rows)])
        rows, number = list(islice(rest, ROWS)), number + 1


def _people(catalogue: Catalogue) -> Iterator[Row]:
    for person in catalogue.people.values():
        entries = catalogue.by_person[person.slug]
        days = [entry.date.date().isoformat() for entry in entries if entry.date]
        first, last = (days[0], days[-1]) if days else (None, None)
        yield person.slug, person.name, "; ".join(person.variants) or None, len(entries), first, last


def _tags(catalogue: Catalogue) -> Iterator[Row]:
    for code, entries in catalogue.by_tag.items():
        known = look_up(code)
        yield code, known.kind if known else None, known.meaning if known else None, len(entries)


def _network(network: graphs.Network) -> Iterator[File]:
    """Both formats of each part."""
    formats: tuple[tuple[str, Callable[[graphs.Network, Sequence[graphs.Edge]], Iterator[str]]], ...] = (
        ("graphml", graphs.graphml),
        ("gexf", graphs.gexf),
    )
    for number, edges in enumerate(graphs.parted(network.edges()), 1):
        for ending, written in formats:
            pieces = (piece.encode() for piece in written(network, edges))
            yield part_of(f"{network.name}.{ending}", number), pieces
