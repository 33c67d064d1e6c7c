"""The tables of the downloads, column by column: of the CSV files, of the database, of their description."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

ColumnType = Literal["string", "integer", "boolean", "date", "datetime"]
"""Of the Frictionless table schema."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column."""

    name: str
    type: ColumnType = "string"
    meaning: str
    leads_to: str | None = None
    """``cables.key``: the column of another table of the database whose values it has."""


def _column(name: str, meaning: str, kind: ColumnType = "string", leads_to: str | None = None) -> Column:
    return Column(name=name, type=kind, meaning=meaning, leads_to=leads_to)


CABLES: Final[Sequence[Column]] = (
    _column("key", "Name of the cable here: its number, or one made from its text where it has none"),
    _column("id", "Message reference number"),
    _column("date", "Time sent, UTC", "datetime"),
    _column("date_precision", "What is known of it: minute, day or year"),
    _column("year", "Year sent, from the date or the number", "integer"),
    _column("subject", "Subject line"),
    _column("classification", "Level and controls"),
    _column("captions", "Handling captions, separated by spaces"),
    _column("origin", "Sender in plain words"),
    _column("post", "Place of the sender"),
    _column("country", "Country of the post"),
    _column("action", "Action addressees, separated by semicolons"),
    _column("info", "Information addressees, separated by semicolons"),
    _column("tags", "TAGS codes, separated by spaces"),
    _column("references", "Ids of the cables it cites, separated by spaces"),
    _column("people", "Slugs of the people it names, separated by spaces"),
    _column("signed_by", "Closing surname as printed"),
    _column("classified_by", "Who classified it, as printed"),
    _column("drafted_by", "Who drafted it, as printed"),
    _column("paragraphs", "Numbered paragraphs", "integer"),
    _column("words", "Words of the body", "integer"),
    _column("warnings", "Codes of what was repaired or could not be read, separated by spaces"),
    _column("partial", "Whether the source is an extract", "boolean"),
    _column("collection", "Collection that it belongs to"),
    _column("archive", "Institution that holds the document"),
    _column("series", "Series of the collection"),
    _column("box", "Box"),
    _column("accession", "Accession number"),
    _column("rights", "What may be done with it"),
    _column("page", "Address of its page below the site's own"),
)
PARAGRAPHS: Final[Sequence[Column]] = (
    _column("key", "Name of the cable", leads_to="cables.key"),
    _column("position", "Place in the body, from 1", "integer"),
    _column("number", "Paragraph number as printed", "integer"),
    _column("marking", "Portion marking as printed, without brackets"),
    _column("section", "Part of the message: summary, comment"),
    _column("kind", "paragraph, heading, list, table, preformatted or notice"),
    _column("text", "Text"),
    _column("page", "Address of the paragraph below the site's own"),
)
PEOPLE: Final[Sequence[Column]] = (
    _column("slug", "Address of the person, people/SLUG/"),
    _column("name", "Name"),
    _column("variants", "Other forms of the name, separated by semicolons"),
    _column("cables", "Cables that name the person", "integer"),
    _column("first", "Day of the first of them", "date"),
    _column("last", "Day of the last of them", "date"),
)
TAGS: Final[Sequence[Column]] = (
    _column("code", "TAGS code"),
    _column("kind", "subject, programme, country, organisation or person"),
    _column("meaning", "What the code stands for"),
    _column("cables", "Cables that carry it", "integer"),
)
NOTES: Final[Sequence[Column]] = (
    _column("number", "Number of the note here", "integer"),
    _column("kind", "note, introduction or essay"),
    _column("subject", "What it is on: cable, person, tag, post, country, year; page, of an essay"),
    _column("about", "Which one: the key, the slug, the code, the name, the year, the path of the page"),
    _column("paragraph", "Number of the paragraph that it is on", "integer"),
    _column("title", "Title of what it is on, or of the essay"),
    _column("text", "What the editors wrote, as Markdown; [[09ASTANA308#5]] cites a cable"),
    _column("author", "Who signed it"),
    _column("written_on", "Day on which it was signed", "date"),
    _column("page", "Where it stands, below the site's own address"),
)

DATABASE: Final[Mapping[str, Sequence[Column]]] = {
    "cables": (*CABLES, _column("text", "All text of the body")),
    "paragraphs": (
        *(column for column in PARAGRAPHS if column.name != "text"),
        _column("start", "Where it begins in the text of the cable, from 1", "integer"),
        _column("length", "Its characters", "integer"),
    ),
    "addressees": (
        _column("key", "Name of the cable", leads_to="cables.key"),
        _column("asked", "action or info"),
        _column("name", "Addressee"),
        _column("precedence", "Precedence in words"),
        _column("routing", "Routing indicator"),
        _column("number", "Number of the message at the addressee"),
    ),
    "tags": (
        _column("code", "TAGS code"),
        _column("kind", "subject, programme, country, organisation or person"),
        _column("meaning", "What the code stands for"),
    ),
    "cable_tags": (
        _column("key", "Name of the cable", leads_to="cables.key"),
        _column("tag", "TAGS code", leads_to="tags.code"),
    ),
    "people": (_column("slug", "Address of the person"), _column("name", "Name")),
    "cable_people": (
        _column("key", "Name of the cable", leads_to="cables.key"),
        _column("person", "Slug of the person", leads_to="people.slug"),
        _column("roles", "What the cable calls the person, separated by semicolons"),
        _column("places", "Where it does: body, classified_by, signature, attention"),
    ),
    "cable_references": (
        _column("key", "Name of the citing cable", leads_to="cables.key"),
        _column("cited", "Id of the cited cable, held or not"),
        _column("printed", "The reference as the REF line prints it"),
    ),
    "warnings": (
        _column("key", "Name of the cable", leads_to="cables.key"),
        _column("code", "What was repaired or could not be read"),
        _column("message", "In words"),
    ),
    "notes": NOTES,
    "note_citations": (
        _column("note", "Number of the note", "integer", leads_to="notes.number"),
        _column("cited", "Key of a cable that it cites"),
    ),
}
"""Tables of ``cables.db`` in the order of making; what editors wrote stands in the first part."""
KEYED: Final = frozenset({"cables", "tags", "people", "notes"})
"""Tables whose first column is their key."""
