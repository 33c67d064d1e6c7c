"""The files made from cables, in parts whose size does not grow with the collection.

A part is some cables in a row, in order of time, in every format: ``cables-2.csv``, ``cables-2.db`` and so on
hold the same. Where a part ends depends on the words of its cables alone, which tell about how large its
files get; a part depends on nothing but its own cables, and is made in any process.
"""

import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from generator.export import tables
from generator.export.columns import CABLES, PARAGRAPHS, Column
from generator.export.database import database
from generator.export.notes import NoteExported
from generator.export.values import Exported, Row
from generator.settings import Download
from generator.settle import Entry

BYTES_A_WORD: Final = 17
"""Of the largest file of a part, the database or the records: 13 on 1,669 cables, and room."""
LARGEST: Final = 400 << 20
"""Bytes of a file where no host has a limit."""
MEGABYTE: Final = 1 << 20

Take = Callable[[Exported], None]
"""Takes one cable into a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPart:
    """Some cables in a row."""

    number: int
    """From 1."""
    keys: tuple[str, ...]


def parts(entries: Mapping[str, Entry], megabytes: int | None) -> Iterator[DataPart]:
    """All parts; one, be it empty, where the cables are few.

    Args:
        entries: By key, in order.
        megabytes: That no file should exceed; None: as many as this program handles at once.
    """
    room = min(megabytes * MEGABYTE if megabytes else LARGEST, LARGEST) // BYTES_A_WORD
    keys: list[str] = []
    number, words = 1, 0
    for key, entry in entries.items():
        if keys and words + entry.words > room:
            yield DataPart(number=number, keys=tuple(keys))
            number, words, keys = number + 1, 0, []
        keys.append(key)
        words += entry.words
    yield DataPart(number=number, keys=tuple(keys))


def part_of(name: str, number: int) -> str:
    """``cables.csv`` for the first part, ``cables-2.csv`` for the second."""
    stem, _, ending = name.partition(".")
    return name if number == 1 else f"{stem}-{number}.{ending}"


CSV, RECORDS, SQLITE, TEI = "cables.csv", "cables.jsonl", "cables.db", "tei.zip"
PARAGRAPHS_CSV = "paragraphs.csv"


def write_part(
    number: int,
    cables: Iterable[Exported],
    folder: Path,
    wanted: Iterable[Download],
    *,
    notes: Sequence[NoteExported] = (),
) -> list[str]:
    """Write the files of one part; returns their names.

    Args:
        number: Of the part.
        cables: Its cables; one at a time is in memory.
        folder: Where to write.
        wanted: Which formats.
        notes: What editors wrote.

    Raises:
        OSError: A file cannot be written.
    """
    names: list[str] = []
    with ExitStack() as stack:
        takers: list[Take] = []
        for name, opened in _files(frozenset(wanted), notes):
            names.append(part_of(name, number))
            takers.append(stack.enter_context(opened(folder / names[-1])))
        for cable in cables:
            for take in takers:
                take(cable)
    return names


Opened = Callable[[Path], AbstractContextManager[Take]]


def _files(wanted: frozenset[Download], notes: Sequence[NoteExported]) -> Iterator[tuple[str, Opened]]:
    if "csv" in wanted:
        yield CSV, partial(_table, CABLES, lambda cable: (cable.cable,))
        yield PARAGRAPHS_CSV, partial(_table, PARAGRAPHS, lambda cable: cable.paragraphs)
    if "jsonl" in wanted:
        yield RECORDS, _records
    if "sqlite" in wanted:
        yield SQLITE, partial(database, notes=notes)
    if "tei" in wanted:
        yield TEI, _documents


@contextmanager
def _table(
    columns: Sequence[Column], rows_of: Callable[[Exported], Iterable[Row]], path: Path
) -> Iterator[Take]:
    with path.open("wb") as file:
        file.write(tables.head(columns))
        yield lambda cable: file.writelines(tables.rows(columns, rows_of(cable)))


@contextmanager
def _records(path: Path) -> Iterator[Take]:
    with path.open("wb") as file:
        yield lambda cable: file.writelines((cable.record, b"\n"))


@contextmanager
def _documents(path: Path) -> Iterator[Take]:
    """A zip of one document for each cable, all of one day: same documents, same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:

        def take(cable: Exported) -> None:
            member = zipfile.ZipInfo(f"{cable.key}.xml")
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3  # Unix, whatever this machine is
            member.external_attr = 0o644 << 16
            archive.writestr(member, cable.tei)

        yield take
