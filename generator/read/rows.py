"""``cables.csv``: one cable a row, streamed, never whole in memory.

Eight columns, all quoted: number, created, id, origin, classification, references, header, body. Quotes
inside are escaped by a backslash; doubling them, as RFC 4180 has it, works too. Most copies have no row of
headings; where there is one, columns are taken by their names, else by what the first row holds. Spreadsheets
save such a file with semicolons or tabs, with quotes only where a cell needs them, without the number, behind
a line that names the delimiter (``sep=;``): :mod:`generator.read.dialect` tells what a file has.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from generator.model import Problem, Source, counted
from generator.read import limits
from generator.read.columns import RowPlace, source_of
from generator.read.decode import decode
from generator.read.dialect import ROW, UTF16, RowForm, fields, returns_alone, row_form
from generator.read.errors import UnreadableInputError
from generator.read.item import Item, Reading, problems_of

NAME = "csv"

_LOOK_FOR_QUOTE = "look for a quote that is neither escaped nor doubled"

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
    return row_form(item) is not None


def read(item: Item) -> Iterator[Reading]:
    """A cable for each row; a row that cannot be read is a Problem and the next one goes on."""
    csv.field_size_limit(limits.CABLE)  # the module's only way to allow long fields; it holds for the process
    form = row_form(item)
    if form is None:
        return
    if form.first:
        yield _unknown(item.name, form)
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


def _unknown(path: str, form: RowForm) -> Problem:
    """What is said of a table without a column that is known to hold a text."""
    names = ", ".join(cell.strip() for cell in form.first[:8])
    message = f"a table of which no column is known to hold a text ({names})"
    hint = "say in mkdocs.yml what they mean: columns: {NAME: body, NAME: id}"
    return Problem.of("not-a-cable", message, path=path, line=1, hint=hint)


def _goes_on(broken: bytes, raw: bytes, form: RowForm, *, is_broken: bool) -> bool:
    """Whether a row is the rest of the broken one before it: one quote too many is one problem.

    Prose may well have as many commas as a row, so that the rest looks like a row.
    """
    if form.start:
        return form.start.match(raw) is None
    if form.end:
        return form.end.search(broken) is None
    return is_broken and 2 * raw.count(form.delimiter.encode()) < len(form.table.meanings)


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
        return bool(ROW.match(raw)) or (not is_open and raw.startswith(b'"'))
    return not is_open or (form.start is not None and form.start.match(raw) is not None)


def _lines(item: Item) -> Iterator[bytes]:
    """Lines with their ends, in an encoding that has ASCII's quotes and line feeds."""
    stream = item.stream()
    if returns_alone(item):
        lines = io.TextIOWrapper(stream, encoding="latin-1", newline=None)
        yield from (line.encode("latin-1") for line in iter(lambda: lines.readline(limits.CABLE), ""))
    elif item.head.startswith(UTF16):
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
        fields = _cut(_split(text, form, escape=None), count)
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
        return _split(text, form)
    breaks = text.count("\\n") >= _BREAKS_LEAST and "\n" not in text.strip()

    def meant(pair: re.Match[str]) -> str:
        if pair[1] in {form.quote, "\\"}:
            return pair[0]
        return _BREAK if breaks and pair[1] == "n" else f"\\{pair[0]}"

    cells = _split(_UNESCAPE.sub(meant, text), form)
    return [cell.replace(_BREAK, "\n") for cell in cells] if breaks else cells


_BREAKS_LEAST = 5
"""Line breaks of the shortest telegram."""
_BREAK = "\x1d"
"""Stands for a line break while a row is read; decoding leaves no such character in a text."""


def _split(text: str, form: RowForm, *, escape: str | None = "\\") -> list[str]:
    return fields(text, delimiter=form.delimiter, quote=form.quote, escape=escape, spaced=form.spaced)


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
