"""``cables.csv``: one cable a row, streamed, never whole in memory.

Eight columns, all quoted: number, created, id, origin, classification, references, header, body. Quotes
inside are escaped by a backslash; doubling them, as RFC 4180 has it, works too. Most copies have no row of
headings; where there is one, columns are taken by their names, else by what the first row holds. Spreadsheets
save such a file with semicolons or tabs, with quotes only where a cell needs them, without the number, behind
a line that names the delimiter (``sep=;``): :class:`RowForm` says what a file has.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from generator.model import Problem, Source, counted
from generator.read import limits
from generator.read.columns import RowPlace, Table, source_of, table_by_values, table_of
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
    quote: str = '"'
    above: int = 0
    """Lines above the first telegram: names of the columns, and what stands over these."""
    framed: bool = False
    """True where every cell is quoted, so that the beginning of a row cannot stand inside a cell."""
    start: re.Pattern[bytes] | None = None
    """How a row begins where its first columns say so; reading goes on there after a broken one."""
    end: re.Pattern[bytes] | None = None
    """How a row ends where its last columns say so."""


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
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ESCAPED = re.compile(rb"\\.", re.DOTALL)
_UNESCAPE = re.compile(r"\\(.)", re.DOTALL)
_PLAIN_CELLS = re.compile(r'"([^"]*)",' * 6 + '"')


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """One row with the bytes it was read from."""

    number: int
    """Among the file's rows; 0 where they have not been counted."""
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
    number, broken = min(form.above, 1), b""
    for record in _records(item, form):
        found = _row(item.name, replace(record, number=number + 1), form)
        is_broken = isinstance(found, Problem) and found.code == _MALFORMED
        if broken and _goes_on(broken, record.raw, form, is_broken=is_broken):
            broken = record.raw
            continue
        number += 1
        broken = record.raw if is_broken else b""
        yield found


_MALFORMED = "row-malformed"


def _goes_on(broken: bytes, raw: bytes, form: RowForm, *, is_broken: bool) -> bool:
    """Whether a row is the rest of the broken one before it: one quote too many is one problem.

    Prose may well have as many commas as a row, so that the rest looks like a row.
    """
    if form.start:
        return form.start.match(raw) is None
    if form.end:
        return form.end.search(broken) is None
    return is_broken and 2 * raw.count(form.delimiter.encode()) < len(form.table.meanings)


def _form(item: Item) -> RowForm | None:
    """How the file writes its rows, by its first; None where they are none of cables."""
    start = _start(item)
    if _ROW.match(start):
        return RowForm(delimiter=",", table=_DISTRIBUTION, framed=True)
    if start.startswith((b"{", b"[")):  # JSON
        return None
    return _headed(item) or _distribution(start) or _by_values(start, item)


def _headed(item: Item) -> RowForm | None:
    """By a line that names the columns, the first but for blank ones and remarks."""
    for above, raw in enumerate(_text_head(item).split(b"\n")[:_HEADING_WITHIN], start=1):
        line = raw.decode("utf-8", "replace").strip("\r")
        for delimiter in dict.fromkeys((*DELIMITERS, *_OTHERS.findall(line)[:_OTHERS_MOST])):
            if delimiter not in line:
                continue
            quote = "'" if line.startswith("'") and line.endswith("'") else '"'
            names = _fields(line, delimiter=delimiter, quote=quote)
            if table := table_of(names, item.columns):
                start, end = _edges(table, delimiter, quote)
                return RowForm(
                    delimiter=delimiter, table=table, quote=quote, above=above, start=start, end=end
                )
        if line.strip() and not line.startswith(("#", "sep=")):
            return None
    return None


_HEADING_WITHIN = 6
"""Lines from the top among which one names the columns."""
_OTHERS = re.compile(r"[^\w\s\"'.()/-]")
"""Signs that can stand between two cells, and hardly ever do."""
_OTHERS_MOST = 20


def _distribution(start: bytes) -> RowForm | None:
    line = start.split(b"\n", 1)[0].decode("utf-8", "replace")
    for delimiter in DELIMITERS:
        if delimiter in line and (match := _STARTS[delimiter].match(start)):
            table = _DISTRIBUTION if match["number"] else _UNNUMBERED
            return RowForm(delimiter=delimiter, table=table, start=_STARTS[delimiter])
    return None


def _by_values(first: bytes, item: Item) -> RowForm | None:
    """By the cells of the first row: a number or a date, and a telegram of several lines."""
    text = first.decode("utf-8", "replace")
    for delimiter in DELIMITERS:
        if delimiter not in text.split("\n", 1)[0]:
            continue
        lines = io.StringIO(text, newline="")
        try:
            row = next(csv.reader(lines, delimiter=delimiter), [])
        except csv.Error:
            continue
        if any("\n" in cell for cell in row) and (table := table_by_values(row, item.columns)):
            start, end = _edges(table, delimiter, '"')
            return RowForm(delimiter=delimiter, table=table, start=start, end=end)
    return None


def _text_head(item: Item) -> bytes:
    """The first bytes in an encoding that has ASCII's signs."""
    if item.head.startswith(_UTF16):
        return item.head[: len(item.head) // 2 * 2].decode("utf-16", "replace").encode()
    return item.head.removeprefix(codecs.BOM_UTF8)


def _start(item: Item) -> bytes:
    return _text_head(item).lstrip()


def _records(item: Item, form: RowForm) -> Iterator[_Record]:
    """Rows with their bytes; what is beyond the bound of one cable is not kept."""
    held, size, first, is_open = list[bytes](), 0, 1, False
    quote = form.quote.encode()
    for line, raw in islice(enumerate(_lines(item), start=1), form.above, None):
        if is_open and quote not in raw and not (form.start and form.start.match(raw)):
            size += len(raw)  # most lines: inside a field that goes on
            if size <= limits.CABLE:
                held.append(raw)
            continue
        if held and _ends_before(raw, form, is_open=is_open):
            yield _Record(number=0, line=first, raw=b"".join(held), size=size)
            held, size, is_open = [], 0, False
        if not held:
            first = line
            if not raw.strip():
                continue
        if size <= limits.CABLE:
            held.append(raw)
        size += len(raw)
        is_open ^= _ESCAPED.sub(b"", raw).count(quote) % 2 == 1
        is_open = is_open and not (form.end and form.end.search(raw))
    if held:
        yield _Record(number=0, line=first, raw=b"".join(held), size=size)


def _ends_before(raw: bytes, form: RowForm, *, is_open: bool) -> bool:
    """Whether this line starts a new row: the last field is closed, or the line can be nothing else."""
    if form.framed:
        return bool(_ROW.match(raw)) or (not is_open and raw.startswith(b'"'))
    return not is_open or (form.start is not None and form.start.match(raw) is not None)


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
    fields = _cut(_escaped_fields(text, form), count)
    if len(fields) != count:
        fields = _cut(_fields(text, delimiter=form.delimiter, quote=form.quote, escape=None), count)
    if len(fields) != count and form.framed:
        fields, repaired = _mended(text), True
    if len(fields) != count:
        raise UnreadableInputError(
            code=_MALFORMED,
            message=f"not the {counted(count, 'column')} that a row has here",
            hint=_LOOK_FOR_QUOTE,
        )
    return fields, repaired


def _cut(fields: list[str], count: int) -> list[str]:
    """Without empty cells behind the last column, which spreadsheets add."""
    return fields if any(fields[count:]) else fields[:count]


def _escaped_fields(text: str, form: RowForm) -> list[str]:
    r"""One row's fields where a backslash escapes; one before anything else than a quote or another is text.

    In a row all on one line ``\n`` is a line break, as programs write it that keep a row on a line.
    """
    if "\\" not in text:
        return _fields(text, delimiter=form.delimiter, quote=form.quote)
    breaks = text.count("\\n") >= _BREAKS_LEAST and "\n" not in text.strip()

    def meant(pair: re.Match[str]) -> str:
        if pair[1] in {form.quote, "\\"}:
            return pair[0]
        return _BREAK if breaks and pair[1] == "n" else f"\\{pair[0]}"

    fields = _fields(_UNESCAPE.sub(meant, text), delimiter=form.delimiter, quote=form.quote)
    return [field.replace(_BREAK, "\n") for field in fields] if breaks else fields


_BREAKS_LEAST = 5
"""Line breaks of the shortest telegram."""
_BREAK = "\x1d"
"""Stands for a line break while a row is read; decoding leaves no such character in a text."""


def _fields(text: str, *, delimiter: str, quote: str, escape: str | None = "\\") -> list[str]:
    """One row's fields; [] where its quotes do not close."""
    lines = io.StringIO(text, newline="")
    try:
        rows = list(csv.reader(lines, delimiter=delimiter, quotechar=quote, escapechar=escape, strict=True))
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
