"""The table of layouts, in the order in which they are tried, and the reading of one open file.

Recognition is by content alone. To add a layout: write one module with ``recognises`` and ``read``, add a
line here, a golden case in ``tests/golden/read/``, and a way to write it in ``tests/support/layouts.py``.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.read import (
    aad,
    archives,
    compressed,
    documents,
    dump,
    extract,
    foia,
    frus,
    incoming,
    mail,
    markdown,
    misread,
    objects,
    plusd,
    recognised,
    records,
    rows,
    tei,
    telegram,
    telno,
    viewer,
)
from generator.read.errors import UnreadableInputError
from generator.read.item import Item, Reading
from generator.settings import READERS, load_plugged

Reader = Callable[[Item], Iterator[Reading]]
"""Yields what the file holds, in its order, as it is read; for the whole file UnreadableInputError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One form in which cables come."""

    name: str
    many: bool
    """True where a file holds many cables: recognised by the first bytes alone, read as a stream."""
    recognises: Callable[[Item], bool]
    """Raises UnreadableInputError where the file is no text (layouts of one cable only)."""
    read: Reader


LAYOUTS: tuple[Layout, ...] = (
    Layout(name=documents.DOCX, many=False, recognises=documents.recognises_docx, read=documents.read_docx),
    Layout(name=documents.ODT, many=False, recognises=documents.recognises_odt, read=documents.read_odt),
    Layout(name=documents.RTF, many=False, recognises=documents.recognises_rtf, read=documents.read_rtf),
    Layout(name=documents.PDF, many=False, recognises=documents.recognises_pdf, read=documents.read_pdf),
    Layout(name="zip", many=True, recognises=archives.recognises_zip, read=archives.read_zip),
    Layout(name="gzip", many=True, recognises=archives.recognises_gzip, read=archives.read_gzip),
    Layout(name="tar", many=True, recognises=archives.recognises_tar, read=archives.read_tar),
    Layout(name="bzip2", many=True, recognises=compressed.recognises_bzip2, read=compressed.read_bzip2),
    Layout(name="xz", many=True, recognises=compressed.recognises_xz, read=compressed.read_xz),
    Layout(name="zstd", many=True, recognises=compressed.recognises_zstd, read=compressed.read_zstd),
    Layout(name="7z", many=True, recognises=compressed.recognises_7z, read=compressed.read_7z),
    Layout(name=dump.NAME, many=True, recognises=dump.recognises, read=dump.read),
    Layout(
        name=recognised.HOCR, many=False, recognises=recognised.recognises_hocr, read=recognised.read_hocr
    ),
    Layout(
        name=recognised.ALTO, many=False, recognises=recognised.recognises_alto, read=recognised.read_alto
    ),
    Layout(name=mail.NAME, many=True, recognises=mail.recognises, read=mail.read),
    Layout(name=rows.NAME, many=True, recognises=rows.recognises, read=rows.read),
    Layout(name=records.NAME, many=True, recognises=records.recognises, read=records.read),
    Layout(name=objects.NAME, many=True, recognises=objects.recognises, read=objects.read),
    Layout(name=tei.NAME, many=True, recognises=tei.recognises, read=tei.read),
    Layout(name=aad.NAME, many=False, recognises=aad.recognises, read=aad.read),
    Layout(name=telno.TELNO, many=False, recognises=telno.recognises_telno, read=telno.read_telno),
    Layout(name=incoming.NAME, many=False, recognises=incoming.recognises, read=incoming.read),
    Layout(name=frus.NAME, many=False, recognises=frus.recognises, read=frus.read),
    Layout(
        name=telno.CABLEGRAM, many=False, recognises=telno.recognises_cablegram, read=telno.read_cablegram
    ),
    Layout(name=foia.NAME, many=False, recognises=foia.recognises, read=foia.read),
    Layout(name=viewer.NAME, many=False, recognises=viewer.recognises, read=viewer.read),
    Layout(name=plusd.NAME, many=False, recognises=plusd.recognises, read=plusd.read),
    Layout(name=extract.NAME, many=False, recognises=extract.recognises, read=extract.read),
    Layout(name=misread.NAME, many=False, recognises=misread.recognises, read=misread.read),
    Layout(name=markdown.NAME, many=False, recognises=markdown.recognises, read=markdown.read),
    Layout(name=telegram.NAME, many=False, recognises=telegram.recognises, read=telegram.read),
)
"""Tried from the top: what holds other files, then many cables, then what is marked most plainly; raw text
last, since every other text layout contains it."""


_TEXTS: Final = 1 + max(number for number, layout in enumerate(LAYOUTS) if layout.many)
"""Where the layouts of one telegram begin in the table, those that are text."""

_CONTAINERS: Final = tuple(
    layout for layout in LAYOUTS if layout.name in {"zip", "gzip", "tar", "bzip2", "xz", "zstd", "7z"}
)
"""What holds other files."""

_LAYOUT_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,30}")


@cache
def own_layouts(readers: tuple[str, ...]) -> tuple[Layout, ...]:
    """A publisher's own layouts.

    Args:
        readers: ``package.module:attribute`` of a :class:`Layout` each, or the name that an installed package
            gives it.

    Raises:
        ValueError: One cannot be loaded, is no layout, or has a name that another has.
    """
    own: dict[str, Layout] = {}
    for name in readers:
        layout = load_plugged(name, READERS)
        if not isinstance(layout, Layout) or not _LAYOUT_NAME.fullmatch(layout.name):
            message = f"reader {name!r} is no cablepress.Layout with a name of small letters and digits"
            raise ValueError(message)
        if layout.name in own or any(layout.name == built_in.name for built_in in LAYOUTS):
            message = f"reader {name!r} is called {layout.name}, as another is; give it a name of its own"
            raise ValueError(message)
        own[layout.name] = layout
    return tuple(own.values())


@cache
def _tried(readers: tuple[str, ...]) -> tuple[Layout, ...]:
    """All layouts in order: own ones before those of their kind."""
    own = own_layouts(readers)
    many = (layout for layout in own if layout.many)
    texts = (layout for layout in own if not layout.many)
    return (*many, *LAYOUTS[:_TEXTS], *texts, *LAYOUTS[_TEXTS:])


def holds_many(item: Item) -> bool:
    """Whether the file is of a layout with many cables, by its first bytes."""
    return any(layout.recognises(item) for layout in _tried(item.readers) if layout.many)


def read_item(item: Item) -> Iterator[Reading]:
    """Read one open file by the layout that a publisher says it has, else by the first that recognises it.

    What cannot be read becomes one Problem. What holds other files is read as such whatever is said of it:
    that is meant of the file that it holds.
    """
    try:
        yield from _layout(item).read(item)
    except UnreadableInputError as error:
        yield error.problem(item.name)


def many_in(name: str, readers: tuple[str, ...] = ()) -> bool:
    """Whether files of the layout of that name hold many cables."""
    return any(layout.many for layout in _tried(readers) if layout.name == name)


def _layout(item: Item) -> Layout:
    said = dict(item.layouts).get(item.name)
    if said and not any(layout.recognises(item) for layout in _CONTAINERS):
        return next(layout for layout in _tried(item.readers) if layout.name == said)
    for layout in _tried(item.readers):
        if layout.recognises(item):
            return layout
    raise UnreadableInputError(
        code="not-a-cable",
        message="nothing in it has the form of a telegram",
        hint="remove it from the corpus, or see the list of layouts in the documentation",
    )
