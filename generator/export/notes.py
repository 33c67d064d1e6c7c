"""What editors wrote beside the cables, as rows: ``notes.jsonl``, and tables of the database."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.edition.beside import Essay, NotePlaced
from generator.export.columns import NOTES
from generator.export.values import Row
from generator.pages import address


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteExported:
    """One text of the editors'."""

    row: Row
    """With the columns of :data:`generator.export.columns.NOTES`."""
    cites: tuple[str, ...]
    """Keys of the cables that it cites."""


def notes_exported(notes: Iterable[NotePlaced], essays: Iterable[Essay]) -> tuple[NoteExported, ...]:
    """Notes and introductions in the order written, then essays by path.

    Args:
        notes: Those that stand on a page.
        essays: Pages that cite cables.
    """
    written = [*map(_note, notes), *map(_essay, essays)]
    return tuple(
        NoteExported(row=(number, *values), cites=cites) for number, (values, cites) in enumerate(written, 1)
    )


def notes_lines(notes: Iterable[NoteExported]) -> Iterator[bytes]:
    """A JSON object a line, what is unknown left out; ``cites`` names the cables that the text cites."""
    names = [column.name for column in NOTES]
    for note in notes:
        held = {name: value for name, value in zip(names, note.row, strict=True) if value is not None}
        yield (json.dumps({**held, "cites": note.cites}, ensure_ascii=False) + "\n").encode()


def _note(placed: NotePlaced) -> tuple[Row, tuple[str, ...]]:
    note = placed.note
    row = (
        note.kind,
        note.subject,
        note.about,
        note.paragraph,
        placed.title,
        _whole(note.text),
        note.by,
        note.on.isoformat() if note.on else None,
        note_address(placed),
    )
    return row, placed.cites


def _essay(essay: Essay) -> tuple[Row, tuple[str, ...]]:
    row = (
        "essay",
        "page",
        _whole(essay.path),
        None,
        _whole(essay.title),
        _whole(essay.text),
        None,
        None,
        _whole(address.page(essay.path)),
    )
    return row, essay.cites


def note_address(placed: NotePlaced) -> str:
    """Where a note stands, below the root of the site: ``cables/2009/02/09ASTANA308/#para-5``."""
    paragraph = placed.note.paragraph
    return address.page(placed.page) + (f"#para-{paragraph}" if paragraph is not None else "")


def _whole(text: str) -> str:
    """Without halves of characters, which no file of UTF-8 can hold."""
    return text.encode(errors="replace").decode()
