"""Stage ``export``: the collection as files for other programs, and the page that offers them.

What is made from cables comes in parts of bounded size (:mod:`generator.export.parts`): ``cables.csv``,
``cables-2.csv``. Lists and networks of the whole collection come from the catalogue
(:mod:`generator.export.whole`).
"""

from generator.export.notes import NoteExported, note_address, notes_exported
from generator.export.package import PublishedFile, by_kind
from generator.export.page import data_pages
from generator.export.parts import DataPart, part_of, parts, write_part
from generator.export.record import public_record
from generator.export.values import Exported, exported
from generator.export.whole import whole_files

__all__ = [
    "DataPart",
    "Exported",
    "NoteExported",
    "PublishedFile",
    "by_kind",
    "data_pages",
    "exported",
    "note_address",
    "notes_exported",
    "part_of",
    "parts",
    "public_record",
    "whole_files",
    "write_part",
]
