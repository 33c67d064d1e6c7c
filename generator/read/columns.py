"""Columns, keys and table fields that hold a telegram: what their names mean, and the telegram they make.

CSV rows, JSON objects and rows of a database dump are read alike: names to meanings, values to a source.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from generator.model import Problem, Source, Stated
from generator.read.attributes import KEYS, stated_attributes
from generator.read.errors import UnreadableInputError
from generator.read.item import markup_problems
from generator.read.margin import without_margin
from generator.read.patterns import ORIGIN, is_telegram, without_partial_notice
from generator.read.stated import (
    cell,
    marked_or_stated_level,
    plain_id,
    stated_level,
    stated_moment,
    stated_tags,
)
from generator.read.viewer import text_of_cell

Columns = tuple[tuple[str, str], ...]
"""A publisher's own names of columns with what they mean, from ``columns:`` of mkdocs.yml."""

FIELDS: Final = (
    "number", "id", "created", "classification", "origin", "to", "subject", "tags", "references", "concepts",
    "header", "body", "drafter", "ignored",
)  # fmt: skip
"""What a column can mean."""

NAMES: Final[dict[str, str]] = {
    "number": "number", "no": "number", "#": "number",
    "created": "created", "timestamp": "created", "date": "created", "datetime": "created",
    "date_time": "created", "sent": "created", "date_sent": "created", "sent_date": "created",
    "sent_at": "created", "sent_on": "created", "when_sent": "created", "created_date": "created",
    "created_on": "created", "date_created": "created", "date_of_telegram": "created",
    "created_at": "created", "message_date": "created", "doc_date": "created", "draft_date": "created",
    "dtg": "created", "date_dtg": "created",
    "id": "id", "cable_id": "id", "doc_id": "id", "docid": "id", "document_id": "id", "message_id": "id",
    "reference_id": "id", "refid": "id", "ref_id": "id", "identifier": "id", "mrn": "id", "doc_nbr": "id",
    "docnbr": "id", "doc_no": "id", "document_number": "id", "document_nbr": "id", "canonical_id": "id",
    "cable_number": "id", "telegram_number": "id", "message_number": "id", "telegram_id": "id",
    "cable_ref": "id", "reference_number": "id",
    "origin": "origin", "source": "origin", "embassy": "origin", "from": "origin", "from_field": "origin",
    "sender": "origin", "originator": "origin", "message_from": "origin",
    "to": "to", "to_field": "to", "recipient": "to", "recipients": "to", "destination": "to",
    "addressee": "to",
    "classification": "classification", "orig_class": "classification", "origclass": "classification",
    "original_classification": "classification", "class": "classification",
    "references": "references", "refs": "references", "reference": "references",
    "concepts": "concepts", "concept": "concepts",
    "drafter": "drafter", "drafted_by": "drafter",
    "header": "header", "mailing_list": "header",
    "body": "body", "text": "body", "content": "body", "message": "body", "telegram": "body",
    "full_text": "body", "cable": "body", "message_text": "body", "msgtext": "body", "msg_text": "body",
    "message_body": "body", "cable_text": "body", "telegram_text": "body", "text_of_telegram": "body",
    "message_content": "body", "cable_body": "body", "txt": "body", "html": "body", "body_html": "body",
    "body_text": "body", "raw_text": "body", "raw": "body", "contents": "body", "fulltext": "body",
    "subject": "subject", "title": "subject",
    "tags": "tags", "tag": "tags",
}  # fmt: skip
"""Names that copies give their columns, in lower case with an underscore for whatever is no letter."""

_ARCHIVAL: Final = frozenset(re.sub(r"[^a-z]+", "_", key.lower()) for key in KEYS) | {
    "doc_nbr", "docnbr", "concept", "from_field", "to_field", "origclass", "orig_class", "handling",
}  # fmt: skip
_ARCHIVAL_LEAST: Final = 4
"""Columns named as the National Archives name their attributes that make a table of theirs."""
_KEYS: Final[dict[str, str]] = {
    "id": "document number", "created": "date", "classification": "original classification", "origin": "from",
    "to": "to", "subject": "subject", "tags": "tags", "references": "reference", "concepts": "concepts",
    "drafter": "drafter",
}  # fmt: skip
"""Meaning of a column -> the archives' own key."""
_NAME: Final = re.compile(r"[^a-z0-9#]+")
_LEAST: Final = 3
"""Columns with a known name, the text and a number or date among them, from which on it is a table of
telegrams whatever its other columns are."""


class Table(NamedTuple):
    """How a file names what it holds."""

    meanings: tuple[str | None, ...]
    """Of each column; None: unknown."""
    keys: tuple[str, ...]
    """Of each column its name as the archives' keys are written: ``film number``."""
    archival: bool
    """True where the names are those of the National Archives' attributes."""


class RowPlace(NamedTuple):
    """Where a telegram stands."""

    path: str
    row: int
    line: int
    layout: str


def table_of(names: Sequence[str], columns: Columns = ()) -> Table | None:
    """What the columns of these names hold; None where they hold no telegrams.

    Args:
        names: As printed.
        columns: The publisher's own, which go first.
    """
    own = {_plain(name): meaning for name, meaning in columns}
    plain = [_plain(name) for name in names]
    meanings = [_meaning(name, dict(columns)) for name in plain]
    if own:
        settled = set(own.values())
        meanings = [
            meaning if name in own or meaning not in settled else None
            for name, meaning in zip(plain, meanings, strict=True)
        ]
    known = {meaning for meaning in meanings if meaning}
    if "body" not in known or not known & {"id", "created", "subject"}:
        return None
    if not own and len(known) < _LEAST and len(known) <= len(names) // 2:
        return None
    archival = sum(name in _ARCHIVAL for name in plain) >= _ARCHIVAL_LEAST
    keys = tuple(name.replace("_", " ") for name in plain)
    return Table(_heeded(meanings), keys, archival)


def table_by_values(values: Sequence[str], columns: Columns = (), names: Sequence[str] = ()) -> Table | None:
    """What columns hold whose names say too little, by the cells of one row; None where it is no telegram's.

    Args:
        values: Of the row.
        columns: The publisher's own names; where there are some, the file has names and is refused without.
        names: As printed; empty where there are none.
    """
    texts = [place for place, value in enumerate(values) if "\n" in value and is_telegram(value)]
    if not texts or (columns and not names):
        return None
    plain = [_plain(name) for name in names] or [""] * len(values)
    meanings: list[str | None] = [_meaning(name, dict(columns)) for name in plain]
    for place, meaning in enumerate(meanings):
        if meaning == "body" and place not in texts:  # as in "cable" above numbers
            meanings[place] = None
    if "body" not in meanings:
        meanings[max(texts, key=lambda place: len(values[place]))] = "body"
        if len(texts) > 1 and meanings[texts[-1]] == "body" and "header" not in meanings:
            meanings[texts[-2]] = "header"
    for place, value in enumerate(values):
        meaning = next((name for name, holds in _BY_VALUE.items() if holds(value)), None)
        if meanings[place] is None and meaning not in meanings:
            meanings[place] = meaning
    if not names and not {"id", "created"} & set(meanings):
        return None
    return Table(_heeded(meanings), tuple(name.replace("_", " ") for name in plain), archival=False)


def _meaning(name: str, own: Mapping[str, str]) -> str | None:
    """What a column of a name holds, as a publisher says or as usual; None where nobody knows."""
    said = {_plain(key): meaning for key, meaning in own.items()}
    return said.get(name) or NAMES.get(name) or NAMES.get(_TYPED.sub("", name))


_TYPED: Final = re.compile(r"_(?:s|ss|t|txt|ts|dt|tdt|dts|en)$")
"""What an index of Solr adds to a name."""


def _heeded(meanings: Iterable[str | None]) -> tuple[str | None, ...]:
    return tuple(None if meaning == "ignored" else meaning for meaning in meanings)


_BY_VALUE: Final[dict[str, Callable[[str], object]]] = {
    "id": plain_id,
    "created": lambda value: stated_moment(value).date,
    "classification": stated_level,
    "number": re.compile(r"\d{1,9}").fullmatch,
    "origin": ORIGIN.fullmatch,
}
"""Meaning of a column -> whether a cell can be one of its."""


def _plain(name: str) -> str:
    return _NAME.sub("_", _HUMP.sub("_", name.strip()).lower()).strip("_") or name.strip()


_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Between two words of ``messageBody``."""


def source_of(place: RowPlace, table: Table, values: Sequence[str], raw: bytes, original: str) -> Source:
    """The telegram of one row.

    Args:
        place: Where it stands.
        table: What its columns hold.
        values: One for each of them.
        raw: Its bytes, for the digest.
        original: As it stood in the file.

    Raises:
        UnreadableInputError: There is no text, and nothing that says why.
    """
    cells = _cells(table, values)
    stated = _archival(table, values, cells) if table.archival else _stated(cells)
    header = text_of_cell(cells.get("header", "")).strip("\n")
    body = text_of_cell(cells.get("body", ""))
    text, partial = without_partial_notice(f"{header}\n\n{body}" if header else body)
    if not text.strip() and not (stated.id and stated.text_status):
        raise UnreadableInputError(
            code="not-a-cable", message="no text in it", hint="complete or delete the row"
        )
    return Source(
        path=place.path,
        row=place.row,
        layout=place.layout,
        sha256=hashlib.sha256(raw).hexdigest(),
        text=without_margin(text),
        first_line=place.line,
        original=original,
        stated=stated,
        partial=partial,
        problems=tuple[Problem, ...](markup_problems(place.path, text, first_line=place.line)),
    )


def _cells(table: Table, values: Sequence[str]) -> dict[str, str]:
    """The value of each meaning; of several columns with one, the first that can be it, of texts the longest.

    A database counts its rows beside the telegrams' numbers (``id``, ``mrn``).
    """
    cells: dict[str, str] = {}
    for name, value in zip(table.meanings, values, strict=True):
        if not name or not value:
            continue
        is_better = _BETTER.get(name)
        if name not in cells or (is_better and is_better(value, cells[name])):
            cells[name] = value
    return cells


_BETTER: Final[dict[str, Callable[[str, str], bool]]] = {
    "id": lambda value, before: plain_id(before) is None and plain_id(value) is not None,
    "created": lambda value, before: not stated_moment(before).date and stated_moment(value).date is not None,
    "body": lambda value, before: len(value) > len(before),
}


def _stated(cells: Mapping[str, str]) -> Stated:
    sent = stated_moment(cells.get("created"))
    return Stated(
        id=plain_id(cells.get("id")),
        date=sent.date,
        date_precision=sent.precision,
        classification=marked_or_stated_level(cells.get("classification")),
        origin=cell(cells.get("origin")),
        subject=cell(cells.get("subject")),
        tags=stated_tags([cells.get("tags", "")]),
        references=tuple(part for part in re.split(r"[|;,\s]+", cells.get("references", "")) if part),
        concepts=tuple(
            part for written in re.split(r"[,;|]", cells.get("concepts", "")) if (part := written.strip())
        ),
        addressees=tuple(
            part for written in re.split(r"[,;|]", cells.get("to", "")) if (part := written.strip())
        ),
        drafted_by=cell(cells.get("drafter")),
    )


def _archival(table: Table, values: Sequence[str], cells: Mapping[str, str]) -> Stated:
    """A row of the National Archives' file: every column is an attribute, its text the telegram."""
    attributes = {key: value for key, value in zip(table.keys, values, strict=True) if value}
    attributes |= {_KEYS[name]: value for name, value in cells.items() if name in _KEYS}
    stated = stated_attributes(attributes)
    return stated if stated.text_status or cells.get("body", "").strip() else _without_text(stated)


def _without_text(stated: Stated) -> Stated:
    return replace(stated, text_status="NO TEXT")
