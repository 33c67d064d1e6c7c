"""The cables as a database that Datasette and any SQLite opens, with a full-text table.

Same rows, same bytes: rows come in the order given, nothing in the file is a time, and VACUUM writes pages in
order.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from generator.export.columns import DATABASE, KEYED, Column
from generator.export.notes import NoteExported
from generator.export.values import Exported, Row

_TYPES = {"integer": "INTEGER", "boolean": "INTEGER"}
_SEARCH = """
CREATE VIRTUAL TABLE cables_fts USING fts5(
    subject, text, content="cables", tokenize="porter unicode61 remove_diacritics 2"
);
INSERT INTO cables_fts(cables_fts) VALUES ('rebuild');
INSERT INTO cables_fts(cables_fts) VALUES ('optimize');
CREATE VIEW paragraph_texts AS
    SELECT paragraphs.*, substr(cables.text, paragraphs.start, paragraphs.length) AS text
    FROM paragraphs JOIN cables USING (key);
"""
"""Words in any form, letters without their accents; the text stands once, in ``cables``."""

INDEXED = (
    ("cables", "date"),
    ("paragraphs", "key"),
    ("addressees", "key"),
    ("cable_tags", "tag"),
    ("cable_people", "person"),
    ("cable_references", "cited"),
    ("notes", "about"),
    ("note_citations", "cited"),
)
"""Columns by which rows are looked up."""


_SHARED = ("people", "tags")
"""Tables of which several cables have the same row."""


@contextmanager
def database(path: Path, *, notes: Iterable[NoteExported] = ()) -> Iterator[Callable[[Exported], None]]:
    """A new database at ``path``; yields what takes a cable in.

    Args:
        path: Of the file.
        notes: What editors wrote.

    Raises:
        sqlite3.Error: It cannot be written.
    """
    shared: dict[str, dict[Row, None]] = {table: {} for table in _SHARED}
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.executescript(
            "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN"
        )
        for table, columns in DATABASE.items():
            base.execute(_created(table, columns))
        for note in notes:
            base.execute(_insert("notes"), note.row)
            base.executemany(_insert("note_citations"), [(note.row[0], key) for key in note.cites])

        def add(cable: Exported) -> None:
            for table, rows in cable.tables.items():
                if table in shared:
                    shared[table].update(dict.fromkeys(rows))
                else:
                    base.executemany(_insert(table), rows)

        yield add
        for table, kept in shared.items():
            ordered: list[Row] = sorted(kept, key=_first)
            base.executemany(_insert(table), ordered)
        for table, column in INDEXED:
            base.execute(f"CREATE INDEX {table}_{column} ON {table}({column})")
        base.execute("COMMIT")
        base.executescript(_SEARCH)
        base.execute("VACUUM")


def _first(row: Row) -> str:
    return str(row[0])


def _created(table: str, columns: Sequence[Column]) -> str:
    defined = []
    for number, column in enumerate(columns):
        key = " PRIMARY KEY" if table in KEYED and number == 0 else ""
        other, _, its = (column.leads_to or "").partition(".")
        leads = f" REFERENCES {other}({its})" if other else ""
        defined.append(f'"{column.name}" {_TYPES.get(column.type, "TEXT")}{key}{leads}')
    return f"CREATE TABLE {table} ({', '.join(defined)})"


def _insert(table: str) -> str:
    places = ", ".join("?" * len(DATABASE[table]))
    return f"INSERT INTO {table} VALUES ({places})"  # noqa: S608 - names of ours
