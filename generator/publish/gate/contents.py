"""What stands in the bytes of a file: its text, and that of everything packed in it."""

import gzip
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from io import BytesIO

from generator.publish.gate.leak import Kind, Shipped, UnreadableError
from generator.search import FOLDER, call, read_call

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
}
_SCRIPT = re.compile(
    r'cablepressSearch\.table\("((?:\d+/)?(words|places|who|things|rows|people|search)(?:/\d+)?)",'
)
_NUMBERS = {
    "words": re.compile(r"(?:(?:[g-z0-9_-]{0,3}[A-Za-f]{2})++(?: |\Z))*+"),
    "places": re.compile(r"(?:(?:(?:[g-z0-9_-]{0,4}[A-Za-f])*+\.)++(?: |\Z))*+"),
    "who": re.compile(r"(?:(?:[g-z0-9_-]{0,3}[A-Za-f])++(?: |\Z))*+"),
    "rows": re.compile(r"(?:[g-z0-9_-]{0,3}[A-Za-f])*+"),
}
"""Family of the search's index -> what stands for numbers in it (:mod:`generator.search.digits`).

Among millions of digits any short name comes about by chance."""
_LISTED = frozenset({"words", "places", "who"})
"""Families of words, and in the index's start the keys of their first words."""
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
    if data.startswith(_GZIP):
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
        if words := _indexed(text):
            yield words
        else:
            yield Content(text=text, kind=kind_of(path), markup=is_markup(path, text))


def packed_contents(path: str, data: bytes) -> Iterator[Content]:
    """The texts in what base64 stood for, if it was any: none where that is neither text nor packed."""
    if data.startswith((*_ZIP, _SQLITE)) or data[:3] == _GZIP + b"\x08":
        yield from (replace(content, lines=False) for content in contents(path, data, Shipped()))
        return
    text = data.decode("utf-16" if data.count(0) > len(data) // 4 else "utf-8", "replace")
    readable = sum(map(str.isprintable, text)) + text.count("\n") - text.count("\ufffd")
    if readable * 3 >= len(text) * 2:
        yield Content(text=text, kind=kind_of(path), lines=False)


def is_plain(head: bytes) -> bool:
    """Whether a file that begins so is text or unknown, not something packed."""
    return not head.startswith((_GZIP, *_ZIP, _SQLITE, _WASM))


def kind_of(path: str) -> Kind:
    """What to call the place of a name in a text file."""
    folder, _, name = path.rpartition("/")
    if path.startswith(f"{FOLDER}/") or f"/{FOLDER}/" in folder:
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


def _indexed(text: str) -> Content | None:
    """The words or entries of a script of the search's index, one by one, numbers left out.

    None where it is no such script, or not exactly as one is written: it is then looked through as any text.
    """
    head = _SCRIPT.match(text)
    if not head:
        return None
    name, family = head.groups()
    try:
        value = read_call(text)
        if call(name, value) != text:
            return None
        entries = tuple(_postings(family, value) if family in _LISTED else _strings(value))
    except (ValueError, AttributeError, TypeError):
        return None
    index = text.encode() if family in _LISTED else None
    return Content(text=FILLER.join(["", *entries, ""]), kind=Kind.SEARCH, lines=False, index=index)


def _postings(family: str, value: tuple[str, str]) -> Iterator[str]:
    words, numbers = value
    yield from words.split(" ")
    if not _NUMBERS[family].fullmatch(numbers):
        yield numbers


def _strings(value: object, key: str = "") -> Iterator[str]:
    """All text in a value, of keys as well."""
    if isinstance(value, str):
        if key in _LISTED:
            yield from value.split(" ")
        elif key not in {"rows", "days"} or not _NUMBERS["rows"].fullmatch(value):
            yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield name
            yield from _strings(item, name)


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
    for content in contents(name, data, shipped, depth=depth - 1):
        where = f"member {name}" + (f", {content.where}" if content.where else "")
        yield replace(content, where=where, page=content.page or name)


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
