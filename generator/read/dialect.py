"""How a table of telegrams writes its rows, told by its first bytes.

A row of the distribution says it by its cells; a line of headings by names that are known; else what the
first row of telegrams holds does, under names that nobody knows or none. What is a table and none of these is
reported with its first row: read as a text, all of its telegrams would be one.
"""

import codecs
import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Final

from generator.read.columns import Table, table_by_values, table_of
from generator.read.item import Item

DELIMITERS = (",", ";", "\t", "|")
"""What stands between two cells."""

COLUMNS = ("number", "created", "id", "origin", "classification", "references", "header", "body")
"""Columns of the published distribution, which has no row of headings."""

ROW = re.compile(
    rb'"\d+","(?:\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d{2}(?::\d{2})?|\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?)",'
    rb'"\d\d[A-Z]'
)
"""How a row of the distribution starts. Inside a field its quotes would be escaped or doubled, so a line like
it is always a new row: after a broken row, reading goes on there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowForm:
    """How one file writes its rows."""

    delimiter: str
    table: Table
    """What its columns hold."""
    quote: str = '"'
    spaced: bool = False
    """True where blanks stand between a delimiter and the quote behind it."""
    above: int = 0
    """Lines above the first telegram: names of the columns, and what stands over these."""
    framed: bool = False
    """True where every cell is quoted, so that the beginning of a row cannot stand inside a cell."""
    start: re.Pattern[bytes] | None = None
    """How a row begins where its first columns say so; reading goes on there after a broken one."""
    end: re.Pattern[bytes] | None = None
    """How a row ends where its last columns say so."""
    first: tuple[str, ...] = ()
    """The first row, where no column is known to hold a text; nothing can be read then."""


_CELLS = {
    "number": rb"\d{1,9}",
    "id": rb"(?:19|20)?\d\d[ _-]?[A-Za-z][A-Za-z _-]{1,40}0*[1-9]\d{0,6}",
    "created": rb"(?:\d{1,4}[-/.]){2}\d{1,4}(?:[T ][\d:.+Z-]{4,20}(?: ?[AP]M)?)?",
}
"""Cells that tell a row's beginning from a line of a text."""


def _edges(
    table: Table, delimiter: str, quote: str
) -> tuple[re.Pattern[bytes] | None, re.Pattern[bytes] | None]:
    """Number, date or id at the start of a row, and at its end; None where its columns hold others."""
    frame, sign = re.escape(quote).encode() + b"?", re.escape(delimiter).encode()
    first = _telling(table.meanings[:2])
    last = _telling(table.meanings[:-3:-1])[::-1]
    cells = [[frame + cell + frame for cell in edge] for edge in (first, last)]
    start = re.compile(b"".join(cell + sign for cell in cells[0])) if first else None
    end = re.compile(b"".join(sign + cell for cell in cells[1]) + rb"\s*$") if last else None
    return start, end


def _telling(meanings: Sequence[str | None]) -> list[bytes]:
    """Forms of the cells at an edge that tell a row from a line of a text; a number alone does not."""
    telling = list(takewhile(lambda meaning: meaning in _CELLS, meanings))
    return [] if telling == ["number"] else [_CELLS[meaning or ""] for meaning in telling]


def _row_start(delimiter: str) -> re.Pattern[bytes]:
    """Number (where there is one), time and id at the start of a row, quoted or not."""
    date = rb"(?:\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d{2}(?::\d{2})?|\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?)"
    end = rb'"?' + re.escape(delimiter).encode()
    return re.compile(
        rb'(?P<number>"?\d{1,9}' + end + rb')?"?' + date + end + rb'"?\d\d[A-Z][A-Z0-9 ]{1,40}\d' + end
    )


_STARTS = {delimiter: _row_start(delimiter) for delimiter in DELIMITERS}
_DISTRIBUTION = Table(COLUMNS, COLUMNS, archival=False)
_UNNUMBERED = Table(COLUMNS[1:], COLUMNS[1:], archival=False)
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def row_form(item: Item) -> RowForm | None:
    """How the file writes its rows, by its first; None where they are none of cables."""
    start = _start(item)
    if ROW.match(start):
        return RowForm(delimiter=",", table=_DISTRIBUTION, framed=True)
    if start.startswith((b"{", b"[")):  # JSON
        return None
    return _headed(item) or _distribution(start) or _by_values(item)


def _headed(item: Item) -> RowForm | None:
    """By a line that names the columns, the first but for blank ones and remarks."""
    lines = _text_head(item).split(b"\n")
    for above, raw in enumerate(lines[:_HEADING_WITHIN], start=1):
        line = raw.decode("utf-8", "replace").strip("\r")
        for delimiter in dict.fromkeys((*DELIMITERS, *_OTHERS.findall(line)[:_OTHERS_MOST])):
            if delimiter not in line:
                continue
            quote = "'" if line.startswith("'") and line.endswith("'") else '"'
            names = fields(line, delimiter=delimiter, quote=quote)
            if table := table_of(names, item.columns):
                below = b"\n".join(lines[above:]).decode("utf-8", "replace")
                return _sample_form(delimiter, _quote_in(below, delimiter) or quote, below, table, above)
        if line.strip() and not line.startswith(("#", "sep=")):
            return None
    return None


_HEADING_WITHIN = 6
"""Lines from the top among which one names the columns."""
_OTHERS = re.compile(r"[^\w\s\"'.()/-]")
"""Signs that can stand between two cells, and hardly ever do."""
_OTHERS_MOST = 20


def _quote_in(text: str, delimiter: str) -> str | None:
    """The sign in which cells stand, where the first row below the names has a cell in one."""
    sign = re.escape(delimiter)
    found = re.search(rf"(?:^|{sign})[ ]*(?P<quote>[\"'])", text.lstrip("\n").split("\n", 1)[0])
    return found["quote"] if found else None


def _sample_form(delimiter: str, quote: str, text: str, table: Table, above: int) -> RowForm:
    """The form of a file with such rows as the text has."""
    spaced = _is_spaced(text, delimiter, quote)
    start, end = (None, None) if spaced else _edges(table, delimiter, quote)
    return RowForm(
        delimiter=delimiter, table=table, quote=quote, spaced=spaced, above=above, start=start, end=end
    )


def _is_spaced(text: str, delimiter: str, quote: str) -> bool:
    """Whether blanks stand between delimiters and the quotes behind them."""
    return f"{delimiter}{quote}" not in text and f"{delimiter} {quote}" in text


def _distribution(start: bytes) -> RowForm | None:
    line = start.split(b"\n", 1)[0].decode("utf-8", "replace")
    for delimiter in DELIMITERS:
        if delimiter in line and (match := _STARTS[delimiter].match(start)):
            table = _DISTRIBUTION if match["number"] else _UNNUMBERED
            return RowForm(delimiter=delimiter, table=table, start=_STARTS[delimiter])
    return None


def _by_values(item: Item) -> RowForm | None:
    """By the cells of the first telegram: a number or a date, and a text of several lines.

    The row above it may be of names, none of which need be known.
    """
    text = _text_head(item).decode("utf-8", "replace")
    top = text.lstrip().split("\n", 1)[0]
    unknown: RowForm | None = None
    for delimiter in dict.fromkeys((*DELIMITERS, *_OTHERS.findall(top)[:_OTHERS_MOST])):
        if delimiter not in top:
            continue
        for quote in ('"', "'"):
            sample = _sample(text, delimiter, quote)
            found = _of_telegrams(sample, item) if sample else None
            if found:
                return found
            unknown = unknown or (_of_texts(sample) if sample else None)
    return unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sample:
    """The first rows as one dialect has them."""

    text: str
    delimiter: str
    quote: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """Each with the number of lines up to its end."""


_SAMPLED: Final = 4
"""Rows looked at."""


def _sample(text: str, delimiter: str, quote: str) -> _Sample | None:
    """The first rows; None where there is no cell in these quotes."""
    sign = re.escape(delimiter)
    quoted = re.search(rf"(?:^|{sign})(?P<blanks> *){quote}", text, re.MULTILINE)
    if quoted is None:
        return None
    spaced = _is_spaced(text, delimiter, quote)
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter,
        quotechar=quote,
        escapechar="\\" if f"\\{quote}" in text else None,
        skipinitialspace=spaced,
    )
    rows: list[tuple[int, tuple[str, ...]]] = []
    try:
        rows.extend((reader.line_num, tuple(row)) for row in islice(filter(None, reader), _SAMPLED))
    except csv.Error:
        return None
    return _Sample(text=text, delimiter=delimiter, quote=quote, rows=tuple(rows))


def _of_telegrams(sample: _Sample, item: Item) -> RowForm | None:
    """Rows of telegrams, the first of which may be of names."""
    (_, first), *others = sample.rows or ((0, ()),)
    if any("\n" in cell for cell in first):
        table = table_by_values(first, item.columns)
        return _form_of(sample, table, above=0) if table else None
    if not others or len(others[0][1]) != len(first) or not _is_heading(first):
        return None
    table = table_by_values(others[0][1], item.columns, names=first)
    return _form_of(sample, table, above=sample.rows[0][0]) if table else None


def _form_of(sample: _Sample, table: Table, *, above: int) -> RowForm:
    return _sample_form(sample.delimiter, sample.quote, sample.text, table, above)


def _is_heading(cells: Sequence[str]) -> bool:
    """Whether a row can be of names: at least two, all short."""
    return len(cells) > 1 and all(len(cell) <= _NAME_MOST for cell in cells)


_NAME_MOST: Final = 60


def _of_texts(sample: _Sample) -> RowForm | None:
    """Rows of one length with a text in them that nobody can tell to be a telegram."""
    rows = [row for _, row in sample.rows]
    lengths = {len(row) for row in rows[:-1]}  # of the last the head may hold a part
    if len(rows) < _SAMPLED or len(lengths) != 1 or len(rows[0]) < _COLUMNS_LEAST:
        return None
    if not _is_heading(rows[0]) or not any("\n" in cell for row in rows[1:] for cell in row):
        return None
    blank = Table((None,) * len(rows[0]), ("",) * len(rows[0]), archival=False)
    return RowForm(delimiter=sample.delimiter, table=blank, first=rows[0])


_COLUMNS_LEAST: Final = 3


def _text_head(item: Item) -> bytes:
    """The first bytes in an encoding that has ASCII's signs, lines ended as everywhere."""
    if item.head.startswith(UTF16):
        return item.head[: len(item.head) // 2 * 2].decode("utf-16", "replace").encode()
    head = item.head.removeprefix(codecs.BOM_UTF8)
    return head.replace(b"\r", b"\n") if returns_alone(item) else head


def returns_alone(item: Item) -> bool:
    """Whether rows end in a carriage return alone, as Macintoshes write them; a cell may have line feeds."""
    first, last = item.head.find(b"\r"), item.head.find(b"\n")
    return first >= 0 and (last < 0 or first < last - 1) and b"\r\n" not in item.head


def _start(item: Item) -> bytes:
    return _text_head(item).lstrip()


def fields(
    text: str, *, delimiter: str, quote: str, escape: str | None = "\\", spaced: bool = False
) -> list[str]:
    """One row's fields; [] where its quotes do not close."""
    lines = io.StringIO(text, newline="")
    try:
        rows = list(
            csv.reader(
                lines,
                delimiter=delimiter,
                quotechar=quote,
                escapechar=escape,
                skipinitialspace=spaced,
                strict=True,
            )
        )
    except csv.Error:
        return []
    return rows[0] if len(rows) == 1 else []
