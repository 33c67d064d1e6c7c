"""What stands in the bytes of a file: its text, and that of everything packed in it."""

import gzip
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from io import BytesIO

from generator.publish.gate.cbor import strings
from generator.publish.gate.leak import Kind, Shipped, UnreadableError
from generator.publish.search.script import SIGNATURE

DEEPEST = 4
"""Archives within one another."""
LARGEST = 1 << 30
"""Bytes of one packed file once unpacked."""

_GZIP, _ZIP, _SQLITE, _WASM = b"\x1f\x8b", (b"PK\x03\x04", b"PK\x05\x06"), b"SQLite format 3\0", b"\0asm"
_BOMS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MARKUP = (".html", ".htm", ".xhtml", ".xml", ".svg", ".atom", ".rss")
_KINDS = {
    ".csv": Kind.TABLE,
    ".tsv": Kind.TABLE,
    ".json": Kind.DATA,
    ".jsonl": Kind.DATA,
    ".js": Kind.DATA,
    ".pf_fragment": Kind.SEARCH,
    ".pf_index": Kind.SEARCH,
    ".pf_meta": Kind.SEARCH,
    ".pagefind": Kind.SEARCH,
}
FILLER = " . qqq . "
"""Stands between words of an index: no name reaches across."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One text in a file."""

    text: str
    kind: Kind
    where: str = ""
    """Within the file; empty: the file itself."""
    markup: bool = False
    lines: bool = True
    """Whether its lines are lines of something a person can open."""
    index: bytes | None = None
    """The part of the search's index whose words the text is."""
    page: str = ""
    """Published path of its own that a member of an archive has."""


def contents(path: str, data: bytes, shipped: Shipped, *, depth: int = DEEPEST) -> Iterator[Content]:
    """Every text in a file; what cannot be looked into is :data:`Kind.UNREADABLE`, its text the reason.

    How to look into it goes by the bytes, not by the name: a packed file is unpacked whatever it is called.

    Args:
        path: Published path; its ending says what to call the place of a name.
        data: The file.
        shipped: What need not be looked into.
        depth: Archives within one another that are looked into.
    """
    if shipped.is_theme(path, data):
        return
    try:
        yield from _read(path, data, shipped, depth)
    except UnreadableError as error:
        if not shipped.is_written(path, data):
            yield Content(text=str(error), kind=Kind.UNREADABLE, lines=False)


def _read(path: str, data: bytes, shipped: Shipped, depth: int) -> Iterator[Content]:
    if not depth:
        message = f"it holds more than {DEEPEST} archives within one another"
        raise UnreadableError(message)
    if data.startswith(SIGNATURE):
        yield from _of_pagefind(data.removeprefix(SIGNATURE))
    elif data.startswith(_GZIP):
        yield from _header(path, data)
        yield from contents(path.removesuffix(".gz"), _gunzip(data), shipped, depth=depth - 1)
    elif data.startswith(_ZIP):
        yield from _zip(data, shipped, depth)
    elif data.startswith(_SQLITE):
        yield from _sqlite(data)
    elif data.startswith(_WASM):
        yield Content(text=_loosely(data), kind=kind_of(path), lines=False)
    else:
        text = decode(data)
        yield Content(text=text, kind=kind_of(path), markup=is_markup(path, text))


def packed_contents(path: str, data: bytes) -> Iterator[Content]:
    """The texts in what base64 stood for, if it was any: none where that is neither text nor packed."""
    if data.startswith((SIGNATURE, *_ZIP, _SQLITE)) or data[:3] == _GZIP + b"\x08":
        yield from (replace(each, lines=False) for each in contents(path, data, Shipped()))
        return
    text = data.decode("utf-16" if data.count(0) > len(data) // 4 else "utf-8", "replace")
    readable = sum(map(str.isprintable, text)) + text.count("\n") - text.count("\ufffd")
    if readable * 3 >= len(text) * 2:
        yield Content(text=text, kind=kind_of(path), lines=False)


def is_plain(head: bytes) -> bool:
    """Whether a file that begins so is text or unknown, not something packed."""
    return not head.startswith((SIGNATURE, _GZIP, *_ZIP, _SQLITE, _WASM))


def kind_of(path: str) -> Kind:
    """What to call the place of a name in a text file."""
    folder, _, name = path.rpartition("/")
    if path.startswith("pagefind/") or "/pagefind/" in folder:
        return Kind.SEARCH
    return _KINDS.get(name[name.rfind(".") :].lower(), Kind.TEXT)


def is_markup(path: str, text: str) -> bool:
    """Whether a text is HTML or XML."""
    return path.lower().endswith(_MARKUP) or text[:200].lstrip()[:2] in {"<!", "<?", "<h"}


def decode(data: bytes) -> str:
    """Text as bytes, in the encodings that say themselves which they are.

    Raises:
        UnreadableError: It is in no such encoding, or no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    text = _decoded(data, "utf-8-sig")
    if "\0" in text:
        message = "it is not text, and of no kind that can be looked into"
        raise UnreadableError(message)
    return text


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"it is no text in UTF-8 (byte {error.start:,}), and of no kind that can be looked into"
        raise UnreadableError(message) from error


def _loosely(data: bytes) -> str:
    """The text within a program or a database file, with nonsense between."""
    return data.replace(b"\0", b"\n").decode("utf-8", "replace")


def _of_pagefind(data: bytes) -> Iterator[Content]:
    """A fragment (JSON), the program (WebAssembly), or an index (CBOR), whose words stand one by one."""
    if data.startswith(b"{"):
        yield Content(text=decode(data), kind=Kind.SEARCH)
    elif data.startswith(_WASM):
        yield Content(text=_loosely(data), kind=Kind.SEARCH, lines=False)
    else:
        yield Content(text=FILLER.join(["", *strings(data), ""]), kind=Kind.SEARCH, lines=False, index=data)


def _gunzip(data: bytes) -> bytes:
    try:
        with gzip.open(BytesIO(data)) as stream:
            return _whole(stream.read(LARGEST + 1))
    except (OSError, EOFError, zlib.error) as error:
        message = f"it cannot be unpacked ({error})"
        raise UnreadableError(message) from error


def _whole(data: bytes) -> bytes:
    if len(data) > LARGEST:
        message = f"it holds more than {LARGEST >> 20:,} MB once unpacked"
        raise UnreadableError(message)
    return data


def _header(path: str, data: bytes) -> Iterator[Content]:
    """The name, the comment and the extra field that gzip may carry (RFC 1952)."""
    extra, name, comment = (data[3:4] or b"\0")[0] & 4, data[3:4] and data[3] & 8, data[3:4] and data[3] & 16
    rest = data[10:]
    if extra:
        size = int.from_bytes(rest[:2], "little")
        yield Content(text=_loosely(rest[2 : 2 + size]), kind=kind_of(path), where="its head", lines=False)
        rest = rest[2 + size :]
    for _ in range(bool(name) + bool(comment)):
        text, _, rest = rest.partition(b"\0")
        yield Content(text=text.decode("latin-1"), kind=Kind.FILE_NAME, where="its head", lines=False)


def _zip(data: bytes, shipped: Shipped, depth: int) -> Iterator[Content]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield Content(text=_loosely(archive.comment), kind=Kind.TEXT, where="its comment", lines=False)
            for member in archive.infolist():
                yield from _member(archive, member, shipped, depth)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        message = f"it cannot be unpacked ({error})"
        raise UnreadableError(message) from error


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, shipped: Shipped, depth: int
) -> Iterator[Content]:
    name = member.filename
    yield Content(text=spaced(name), kind=Kind.FILE_NAME, where=f"member {name}", lines=False)
    for data in (member.comment, member.extra):
        yield Content(text=_loosely(data), kind=Kind.TEXT, where=f"head of member {name}", lines=False)
    if member.is_dir():
        return
    with archive.open(member) as stream:
        data = _whole(stream.read(LARGEST + 1))
    for each in contents(name, data, shipped, depth=depth - 1):
        where = f"member {name}" + (f", {each.where}" if each.where else "")
        yield replace(each, where=where, page=each.page or name)


def _sqlite(data: bytes) -> Iterator[Content]:
    """Every cell of every table, and the bytes themselves, which may keep what was deleted."""
    yield Content(text=_loosely(data), kind=Kind.DATABASE, lines=False)
    try:
        with closing(sqlite3.connect(":memory:")) as base:
            base.deserialize(data)
            base.text_factory = _loosely
            tables = base.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            ).fetchall()
            for (table,) in tables:
                yield from _cells(base, table)
    except sqlite3.Error as error:
        message = f"it is a database that cannot be read ({error})"
        raise UnreadableError(message) from error


def _cells(base: sqlite3.Connection, table: str) -> Iterator[Content]:
    quoted = table.replace('"', '""')
    rows = base.execute(f'SELECT * FROM "{quoted}"')  # noqa: S608 - a name that the database itself gives
    columns = [column[0] for column in rows.description]
    for number, row in enumerate(rows, 1):
        for column, cell in zip(columns, row, strict=True):
            text = _loosely(cell) if isinstance(cell, bytes) else cell
            if isinstance(text, str) and text:
                where = f"table {table}, column {column}, row {number}"
                yield Content(text=text, kind=Kind.DATABASE, where=where, lines=False)


def spaced(name: str) -> str:
    """A path with blanks for the signs that part words in it."""
    return name.translate(str.maketrans("-_+.", "    "))
