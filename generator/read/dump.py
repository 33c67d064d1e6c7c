"""Dumps of databases: ``COPY ... FROM stdin`` of PostgreSQL, ``INSERT INTO`` of MySQL, SQLite and the like.

Every table whose columns hold telegrams is read, a telegram a row; the others are passed over. A row that is
damaged is reported, and reading goes on at the next row that begins a line, or the next statement.
"""

import codecs
import io
import re
from collections.abc import Iterator
from typing import Final

from generator.model import Problem, counted
from generator.read import limits
from generator.read.columns import RowPlace, Table, source_of, table_by_values, table_of
from generator.read.decode import clean
from generator.read.errors import UnreadableInputError
from generator.read.item import Item, Reading

NAME = "sql"

_TITLE: Final = re.compile(r"--.{0,60}?(?:SQL|MariaDB|SQLite).{0,40}?dump", re.IGNORECASE)
_STATEMENT: Final = re.compile(
    r"PRAGMA\s{1,4}foreign_keys|BEGIN TRANSACTION;|SET\s{1,4}[a-z_@]{1,40}\s{0,4}=|CREATE\s{1,4}TABLE\b"
    r"|(?:INSERT|REPLACE)\s{1,4}(?:INTO\b|\[)|USE\s{1,4}[\[`]|REM\s{1,4}INSERTING\b"
    r"|COPY\s{1,4}[\w.\"]{1,80}\s{0,4}(?:\(|FROM\b)|DROP\s{1,4}TABLE\b|/\*!\d{5}",
    re.IGNORECASE,
)
_COPY: Final = re.compile(
    r"COPY\s++(?P<name>[\w.\"]++)\s*+(?:\((?P<columns>[^()]*+)\))?+\s*+FROM\s++stdin\b", re.IGNORECASE
)
_CREATE: Final = re.compile(
    r"CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?[`\"\[]?(?P<name>[\w.]+)[`\"\]]?", re.IGNORECASE
)
_COLUMN: Final = re.compile(r"\s*[`\"\[]?(?P<name>\w+)[`\"\]]?\s+\w+")
_PARTS: Final = re.compile(r",(?![^()]{0,60}\))")
"""Between two columns, and not within ``decimal(10,2)``."""
_COLUMNS_MOST: Final = 20_000
_NO_COLUMN: Final = ("PRIMARY", "UNIQUE", "KEY", "CONSTRAINT", "INDEX", "FOREIGN", "CHECK", "FULLTEXT")
_NAME: Final = r"[`\"\[]?+(?:[\w]++)[`\"\]]?+"
_INSERT: Final = re.compile(
    rf"(?:INSERT|REPLACE)\s++(?:IGNORE\s++|OR\s++\w++\s++)?+(?:INTO\s++)?+(?P<name>{_NAME}(?:\.{_NAME}){{0,2}})"
    r"\s*+(?:\((?P<columns>[^()]*+)\))?+\s*+VALUES\s*+",
    re.IGNORECASE,
)
"""``INSERT INTO `db`.`cable` (...) VALUES``; SQL Server leaves ``INTO`` out: ``INSERT [dbo].[Cable]``."""
_STRING: Final = r"[NnEe]?'(?:[^'\\]++|\\.|'')*+'"
_TYPE: Final = r"(?:DATE|TIME|TIMESTAMP|DATETIME)\s++"
"""As in ``DATE '2008-03-12'``."""
_CAST: Final = r"(?:::[\w ]{1,40}+)?+"
"""As in ``'2008-03-12'::date``."""
_VALUE: Final = re.compile(
    rf"\s*+(?:(?i:{_TYPE})?+[NnEe]?'(?P<text>(?:[^'\\]++|\\.|'')*+)'{_CAST}"
    # as in "CAST(N'2008-03-12' AS DateTime)", "replace('a\nb','\n',char(10))", "to_date('12-MAR-08', 'X')"
    rf"|(?P<call>\w++)\((?P<within>(?:{_STRING}|[^()']++|\((?:{_STRING}|[^()']++)*+\))*+)\)(?:::\w++)?"
    r"|(?P<bare>[^,()']*+))\s*+(?P<end>[,)])",
    re.DOTALL,
)
_TEXTS: Final = re.compile(r"[NnEe]?'(?P<text>(?:[^'\\]++|\\.|'')*+)'", re.DOTALL)
_CHARACTER: Final = re.compile(r"(?:char|chr)\(\s*(\d{1,3})\s*\)", re.IGNORECASE)
_ROW_BEGINS: Final = re.compile(r"\s*\(\s*(?:\d|[NnEe]?'|NULL\b)", re.IGNORECASE)
_ESCAPES: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "0": "", "Z": ""}
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_MOST: Final = 64 * limits.MIB
"""Characters of one statement held at once; MySQL writes thousands of rows into one line of megabytes."""


def recognises(item: Item) -> bool:
    """The title that programs write, or a statement behind nothing but comments."""
    head = item.head.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    for line in map(str.strip, head.split("\n")):
        if line.startswith("--"):
            if _TITLE.match(line):
                return True
        elif line:
            return _STATEMENT.match(line) is not None
    return False


def read(item: Item) -> Iterator[Reading]:
    """A telegram for each row of a table that holds some; a row that cannot be read is a Problem.

    Raises:
        UnreadableInputError: No table of the file has columns of telegrams.
    """
    dump = _Dump(item)
    yield from dump.readings()
    if not dump.tables:
        seen = "; ".join(dump.passed[:3])
        raise UnreadableInputError(
            code="not-a-cable",
            message=f"a database dump without a table of telegrams ({seen or 'no rows in it'})",
            hint="say in mkdocs.yml what its columns mean: columns: {NAME: body, NAME: id}",
        )


class _Dump:
    """One walk over the file."""

    def __init__(self, item: Item) -> None:
        self.tables = 0
        """How many tables of telegrams there were."""
        self.passed: list[str] = []
        """Columns of the others."""
        self._item = item
        self._known: dict[tuple[str, ...], Table | None] = {}
        """By a table's name and its columns, what these hold."""
        self._seen: dict[tuple[str, ...], int] = {}
        """Rows of each that were looked at."""
        self._columns: dict[str, list[str]] = {}
        """Of each table that was created, by its name."""
        self._line = 0
        self._row = 0
        self._back: str | None = None
        """A line read, and not used."""
        self._text = io.TextIOWrapper(item.stream(), encoding="utf-8-sig", errors="replace", newline="\n")
        self._lines = iter(lambda: self._text.readline(_MOST), "")

    def _next(self) -> str | None:
        if (back := self._back) is not None:
            self._back = None
            return back
        line = next(self._lines, None)
        self._line += line is not None
        return line

    def readings(self) -> Iterator[Reading]:
        """What its tables of telegrams hold; the file stays with who opened it."""
        try:
            yield from self._statements()
        finally:
            self._text.detach()

    def _statements(self) -> Iterator[Reading]:
        while (line := self._next()) is not None:
            if match := _COPY.match(line):
                yield from self._copied(match["name"], self._named(match))
            elif match := _CREATE.match(line):
                self._create(match["name"], line[match.end() :])
            elif match := _INSERT.match(line):
                yield from self._inserted(match["name"], self._named(match), line[match.end() :])

    def _named(self, match: re.Match[str]) -> list[str]:
        """The columns of a table, as its statement or its creation has them."""
        if match["columns"]:
            return _names(match["columns"])
        return self._columns.get(_names(match["name"].replace(".", ","))[-1], [])

    def _table(self, name: str, names: list[str], values: list[str]) -> Table | None:
        """What the columns of a table hold: by their names, else by what stands in its first rows."""
        known = (name, *names)
        if table := self._known.get(known):
            return table
        if known not in self._known:
            self._known[known] = table_of(names, self._item.columns)
            if self._known[known] is None and len(self.passed) < _NAMED:
                self.passed.append(", ".join(names[:8]) or name)
        seen = self._seen[known] = self._seen.get(known, 0) + 1
        if self._known[known] is None and seen <= _SAMPLED and len(names) in {0, len(values)}:
            cleaned = [clean(value) for value in values]
            self._known[known] = table_by_values(cleaned, self._item.columns, names)
        table = self._known[known]
        self.tables += table is not None
        return table

    def _create(self, name: str, rest: str) -> None:
        """The columns of a table, whose rows may come without them."""
        names: list[str] = []
        line: str | None = rest.lstrip().removeprefix("(")
        while line is not None:
            for part in _PARTS.split(line[:_COLUMNS_MOST].rstrip().removesuffix(");")):
                column = _COLUMN.match(part)
                if column and column["name"].upper() not in _NO_COLUMN:
                    names.append(column["name"])
            if ";" in line:
                break
            line = self._next()
        self._columns[name.rsplit(".", 1)[-1]] = names
        self._columns[name] = names

    def _copied(self, name: str, names: list[str]) -> Iterator[Reading]:
        while (line := self._next()) is not None and line.rstrip("\r\n") != "\\.":
            text = line.rstrip("\r\n")
            values = ["" if cell == "\\N" else _unescaped(cell) for cell in text.split("\t")]
            if table := self._table(name, names, values):
                yield self._reading(table, values, text, self._line)

    def _inserted(self, name: str, names: list[str], rest: str) -> Iterator[Reading]:
        """The rows of one statement, which may go on over lines."""
        held, start = rest, self._line
        table: Table | None = None
        while True:
            held = held.lstrip().removeprefix(",").lstrip()
            if held and not held.startswith("("):
                self._back = _following(held)
                return
            parsed = _tuple(held) if held else None
            if parsed is not None:
                values, end = parsed
                if table := self._table(name, names, values):
                    yield self._reading(table, values, held[:end], start)
                held, start = held[end:], self._line
                continue
            more, is_over = self._more(held)
            if not is_over:
                held = more
                continue
            if held and (table or self._table(name, names, [])):
                yield self._damaged(start)
            held, start = _behind(held, len(names)) + more, self._line
            if not held:
                return

    def _more(self, held: str) -> tuple[str, bool]:
        """What is held with the lines up to the next that may close a value.

        True beside it where what is held can't be completed: another row or statement begins, or nothing more
        does. Then that row alone, or nothing.
        """
        parts = [held]
        size = len(held)
        while (line := self._next()) is not None:
            if held and _INSERT.match(line):
                self._back = line
                return "", True
            if held and _ROW_BEGINS.match(line) and _tuple(line.strip()) is not None:
                return line, True
            parts.append(line)
            size += len(line)
            if size > _MOST:
                return "", True
            if "'" in line or ")" in line or not held:
                return "".join(parts), False
        return "", True

    def _damaged(self, line: int) -> Problem:
        self._row += 1
        message = f"row {self._row}: no values that end; left out, the next is read"
        return Problem.of("row-malformed", message, path=self._item.name, line=line, hint=_QUOTE)

    def _reading(self, table: Table, values: list[str], raw: str, line: int) -> Reading:
        self._row += 1
        try:
            _refuse_ragged(values, table)
            place = RowPlace(self._item.name, self._row, line, NAME)
            return source_of(place, table, [clean(value) for value in values], raw.encode(), raw)
        except UnreadableInputError as error:
            message = f"row {self._row}: {error.message}"
            return Problem.of(error.code, message, path=self._item.name, line=line, hint=error.hint)


_SAMPLED: Final = 3
"""Rows of a table looked at where its names say nothing."""
_NAMED: Final = 8
"""Tables without telegrams that are named."""
_FOLLOWING: Final = re.compile(r"[;\s]*+(?:ON\s++(?:DUPLICATE|CONFLICT)\b[^;']*+;?+)?+[;\s]*+", re.IGNORECASE)


def _following(rest: str) -> str | None:
    """The statement behind one on the same line; None where there is none."""
    match = _FOLLOWING.match(rest)
    following = rest[match.end() :] if match else ""
    return following if _INSERT.match(following) else None


_QUOTE: Final = "look for a quote that is not escaped"


def _refuse_ragged(values: list[str], table: Table) -> None:
    if len(values) != len(table.meanings):
        raise UnreadableInputError(
            code="row-malformed",
            message=f"not the {counted(len(table.meanings), 'column')} that the table has",
            hint=_QUOTE,
        )


def _behind(text: str, count: int) -> str:
    """The rows behind a damaged one on the same line, from the first that is whole."""
    for tried, match in enumerate(_ROW_ENDS.finditer(text)):
        if tried >= _TRIES:
            break
        row = _tuple(text[match.start("row") :])
        if row is not None and len(row[0]) == count:
            return text[match.start("row") :]
    return ""


_ROW_ENDS: Final = re.compile(r"\)\s*,\s*(?P<row>\()")
_TRIES: Final = 100


def _names(columns: str) -> list[str]:
    return [name.strip().strip('`"[]') for name in columns.split(",")]


def _tuple(text: str) -> tuple[list[str], int] | None:
    """The values of ``('a', 1, NULL)`` and where it ends; None where it is not whole."""
    values: list[str] = []
    position = 1
    while match := _VALUE.match(text, position):
        values.append(_value(match))
        position = match.end()
        if match["end"] == ")":
            return values, position
    return None


def _value(match: re.Match[str]) -> str:
    """One value, unquoted; of a function its first text, with the replacements that SQLite writes."""
    if match["text"] is not None:
        return _unquoted(match["text"])
    if match["call"] is None:
        bare = match["bare"].strip()
        return "" if bare.upper() == "NULL" else bare
    texts = [text["text"].replace("''", "'") for text in _TEXTS.finditer(match["within"])]
    if match["call"].lower() != "replace":
        return _unescaped(texts[0]) if texts else match["within"].strip()
    value = texts[0] if texts else ""
    for old, code in zip(texts[1:], _CHARACTER.findall(match["within"]), strict=False):
        value = value.replace(old, chr(int(code)))
    return value


def _unquoted(text: str) -> str:
    return _unescaped(text.replace("''", "'"))


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda match: _ESCAPES.get(match[1], match[1]), text)
