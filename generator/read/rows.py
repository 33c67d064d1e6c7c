"""``cables.csv``: one cable a row, streamed, never whole in memory.

Eight columns, all quoted: number, created, id, origin, classification, references, header, body. Quotes
inside are escaped by a backslash; doubling them, as RFC 4180 has it, works too. Most copies have no row of
headings; where there is one, columns are taken by their names. Spreadsheets save such a file with semicolons
or tabs, with quotes only where a cell needs them, without the number: :class:`RowForm` says what a file has.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from generator.model import Problem, Source, counted
from generator.read import limits
from generator.read.columns import RowPlace, Table, source_of, table_of
from generator.read.decode import decode
from generator.read.errors import UnreadableInputError
from generator.read.item import Item, Reading, problems_of

NAME = "csv"

_LOOK_FOR_QUOTE = "look for a quote that is neither escaped nor doubled"

COLUMNS = ("number", "created", "id", "origin", "classification", "references", "header", "body")
"""Columns of the published distribution, which has no row of headings."""

_ROW = re.compile(
    rb'"\d+","(?:\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d{2}(?::\d{2})?|\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?)",'
    rb'"\d\d[A-Z]'
)
"""How a row of the distribution starts. Inside a field its quotes would be escaped or doubled, so a line like
it is always a new row: after a broken row, reading goes on there."""

DELIMITERS = (",", ";", "\t", "|")
"""What stands between two cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowForm:
    """How one file writes its rows."""

    delimiter: str
    table: Table
    """What its columns hold."""
    headed: bool = False
    """True where the first row names the columns."""
    framed: bool = False
    """True where every cell is quoted, so that the beginning of a row cannot stand inside a cell."""


def _row_start(delimiter: str) -> re.Pattern[bytes]:
    """Number (where there is one), time and id at the start of a row, quoted or not."""
    date = rb"(?:\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d{2}(?::\d{2})?|\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?)"
    end = rb'"?' + re.escape(delimiter).encode()
    return re.compile(
        rb'(?P<number>"?\d+' + end + rb')?"?' + date + end + rb'"?\d\d[A-Z][A-Z0-9 ]{1,40}\d' + end
    )


_STARTS = {delimiter: _row_start(delimiter) for delimiter in DELIMITERS}
_DISTRIBUTION = Table(COLUMNS, COLUMNS, archival=False)
_UNNUMBERED = Table(COLUMNS[1:], COLUMNS[1:], archival=False)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ESCAPED = re.compile(rb"\\.", re.DOTALL)
_UNESCAPE = re.compile(r"\\(.)", re.DOTALL)
_PLAIN_CELLS = re.compile(r'"([^"]*)",' * 6 + '"')


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """One row with the bytes it was read from."""

    number: int
    line: int
    raw: bytes
    size: int
    """Bytes of the row in the file; ``raw`` is shorter where that is beyond the bound."""


def recognises(item: Item) -> bool:
    """A first row of the distribution's cells, or one of headings with the telegram's text among them."""
    return _form(item) is not None


def read(item: Item) -> Iterator[Reading]:
    """A cable for each row; a row that cannot be read is a Problem and the next one goes on."""
    csv.field_size_limit(limits.CABLE)  # the module's only way to allow long fields; it holds for the process
    form = _form(item)
    if form is None:
        return
    for record in _records(item, framed=form.framed):
        if not (form.headed and record.number == 1):
            yield _row(item.name, record, form)


def _form(item: Item) -> RowForm | None:
    """How the file writes its rows, by its first; None where they are none of cables."""
    start = _start(item)
    if _ROW.match(start):
        return RowForm(delimiter=",", table=_DISTRIBUTION, framed=True)
    line = start.split(b"\n", 1)[0].decode("utf-8", "replace")
    for delimiter in DELIMITERS:
        if delimiter not in line:
            continue
        if table := table_of(_fields(line, delimiter=delimiter), item.columns):
            return RowForm(delimiter=delimiter, table=table, headed=True)
        if match := _STARTS[delimiter].match(start):
            return RowForm(delimiter=delimiter, table=_DISTRIBUTION if match["number"] else _UNNUMBERED)
    return None


def _start(item: Item) -> bytes:
    if item.head.startswith(_UTF16):
        return item.head[: len(item.head) // 2 * 2].decode("utf-16", "replace").encode()
    return item.head.removeprefix(codecs.BOM_UTF8).lstrip()


def _records(item: Item, *, framed: bool) -> Iterator[_Record]:
    """Rows with their bytes; what is beyond the bound of one cable is not kept."""
    number, held, size, first, is_open = count(1), list[bytes](), 0, 1, False
    for line, raw in enumerate(_lines(item), start=1):
        if is_open and b'"' not in raw:  # most lines: inside a field that goes on
            size += len(raw)
            if size <= limits.CABLE:
                held.append(raw)
            continue
        if held and _ends_before(raw, is_open=is_open, framed=framed):
            yield _Record(number=next(number), line=first, raw=b"".join(held), size=size)
            held, size, is_open = [], 0, False
        if not held:
            first = line
            if not raw.strip():
                continue
        if size <= limits.CABLE:
            held.append(raw)
        size += len(raw)
        is_open ^= _ESCAPED.sub(b"", raw).count(b'"') % 2 == 1
    if held:
        yield _Record(number=next(number), line=first, raw=b"".join(held), size=size)


def _ends_before(raw: bytes, *, is_open: bool, framed: bool) -> bool:
    """Whether this line starts a new row: the last field is closed, or the line can be nothing else."""
    if framed:
        return bool(_ROW.match(raw)) or (not is_open and raw.startswith(b'"'))
    return not is_open


def _lines(item: Item) -> Iterator[bytes]:
    """Lines with their ends, in an encoding that has ASCII's quotes and line feeds."""
    stream = item.stream()
    if item.head.startswith(_UTF16):
        text = io.TextIOWrapper(stream, encoding="utf-16", errors="replace", newline="\n")
        yield from (line.encode() for line in iter(lambda: text.readline(limits.CABLE), ""))
    else:
        if item.head.startswith(codecs.BOM_UTF8):
            stream.read(len(codecs.BOM_UTF8))
        yield from iter(lambda: stream.readline(limits.CABLE), b"")


def _row(path: str, record: _Record, form: RowForm) -> Source | Problem:
    try:
        return _cable(path, record, form)
    except UnreadableInputError as error:
        message = f"row {record.number}: {error.message}"
        return Problem(path=path, line=record.line, code=error.code, message=message, hint=error.hint)


def _cable(path: str, record: _Record, form: RowForm) -> Source:
    if record.size > limits.CABLE:
        raise UnreadableInputError(
            code="row-too-large", message=f"more than {limits.CABLE // limits.MIB} MiB", hint=_LOOK_FOR_QUOTE
        )
    decoded = decode(record.raw)
    problems = problems_of(path, decoded, first_line=record.line)
    values, repaired = _values(decoded.text, form)
    if repaired:
        problems = (*problems, _repaired(path, record))
    place = RowPlace(path, record.number, record.line, NAME)
    source = source_of(place, form.table, values, record.raw, decoded.original.rstrip("\r\n"))
    return replace(source, problems=(*problems, *source.problems))


def _values(text: str, form: RowForm) -> tuple[list[str], bool]:
    """The row's cells, and whether its quotes had to be mended.

    Raises:
        UnreadableInputError: The row does not have these columns.
    """
    count, repaired = len(form.table.meanings), False
    fields = _escaped_fields(text, form.delimiter)
    if len(fields) != count:
        fields = _fields(text, delimiter=form.delimiter, escape=None)
    if len(fields) != count and form.framed:
        fields, repaired = _mended(text), True
    if len(fields) != count:
        raise UnreadableInputError(
            code="row-malformed",
            message=f"not the {counted(count, 'column')} that a row has here",
            hint=_LOOK_FOR_QUOTE,
        )
    return fields, repaired


def _escaped_fields(text: str, delimiter: str) -> list[str]:
    r"""One row's fields where a backslash escapes; one before anything else than a quote or another is text.

    In a row all on one line ``\n`` is a line break, as programs write it that keep a row on a line.
    """
    if "\\" not in text:
        return _fields(text, delimiter=delimiter)
    breaks = text.count("\\n") >= _BREAKS_LEAST and "\n" not in text.strip()

    def meant(pair: re.Match[str]) -> str:
        if pair[1] in {'"', "\\"}:
            return pair[0]
        return _BREAK if breaks and pair[1] == "n" else f"\\{pair[0]}"

    fields = _fields(_UNESCAPE.sub(meant, text), delimiter=delimiter)
    return [field.replace(_BREAK, "\n") for field in fields] if breaks else fields


_BREAKS_LEAST = 5
"""Line breaks of the shortest telegram."""
_BREAK = "\x1d"
"""Stands for a line break while a row is read; decoding leaves no such character in a text."""


def _fields(text: str, *, delimiter: str, escape: str | None = "\\") -> list[str]:
    """One row's fields; [] where its quotes do not close."""
    lines = io.StringIO(text, newline="")
    try:
        rows = list(csv.reader(lines, delimiter=delimiter, escapechar=escape, strict=True))
    except csv.Error:
        return []
    return rows[0] if len(rows) == 1 else []


def _mended(text: str) -> list[str]:
    """The fields of a row with a bare quote in its text: six plain cells, then header and body."""
    match, text = _PLAIN_CELLS.match(text), text.rstrip()
    end = text.find('","', match.end()) if match else -1
    if not match or end < 0 or end + 3 >= len(text) or not text.endswith('"'):
        return []
    return [
        *match.groups(),
        *(_UNESCAPE.sub(r"\1", part) for part in (text[match.end() : end], text[end + 3 : -1])),
    ]


def _repaired(path: str, record: _Record) -> Problem:
    return Problem(
        path=path,
        line=record.line,
        code="row-repaired",
        message=f"row {record.number}: a quote that is neither escaped nor doubled; read up to the next row",
        hint="escape the quote in the file",
    )
