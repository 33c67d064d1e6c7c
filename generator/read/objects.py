"""JSON of others: an array of objects, one object, or JSON Lines; each object a telegram, its keys columns.

An array may lie one level down (``{"cables": [...]}``), and an object's values (``{"_source": {...}}``).
Finished records of this program are another layout, ``jsonl``.
"""

import codecs
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from generator.model import Problem, Source
from generator.read import limits
from generator.read.columns import Columns, RowPlace, Table, source_of, table_of
from generator.read.decode import clean
from generator.read.errors import UnreadableInputError
from generator.read.item import Item, Reading

NAME = "json"

_START: Final = re.compile(rb"\s*(?:\[\s*)?\{\s*\"")
_KEY: Final = re.compile(r'"((?:[^"\\]|\\.){1,60})"\s{0,8}:')
_WRAPPED: Final = re.compile(r'\s*\{\s*"[^"\\]{1,60}"\s*:\s*\[\s*(?=\{)')
_BETWEEN: Final = re.compile(r"[\s,]*")
_CHUNK: Final = 256 * 1024
_DEEPEST: Final = 3
"""Levels of objects within one that are looked into for its columns."""


class _Object(NamedTuple):
    """One value of the file."""

    number: int
    line: int
    text: str
    value: Any


def recognises(item: Item) -> bool:
    """An object or an array of them, one of whose first keys is the text of a telegram."""
    head = item.head.removeprefix(codecs.BOM_UTF8)
    if not _START.match(head):
        return False
    names = list(dict.fromkeys(_KEY.findall(head.decode("utf-8", "replace"))))
    return table_of(names, item.columns) is not None


def read(item: Item) -> Iterator[Reading]:
    """A telegram for each object; one that holds none is a Problem and the next one goes on."""
    try:
        for entry in _values(item):
            yield _reading(item.name, entry, item.columns)
    except (ValueError, RecursionError) as error:
        yield Problem.of("record-unreadable", f"no JSON from here on: {error}", path=item.name)


def _reading(path: str, entry: _Object, columns: Columns) -> Source | Problem:
    try:
        values = dict(_flat(entry.value, _DEEPEST)) if isinstance(entry.value, Mapping) else {}
        table = _table(values, columns)
        place = RowPlace(path, entry.number, entry.line, NAME)
        return source_of(
            place, table, list(values.values()), entry.text.encode("utf-8", "replace"), entry.text
        )
    except UnreadableInputError as error:
        return Problem.of(
            error.code, f"object {entry.number}: {error.message}", path=path, line=entry.line, hint=error.hint
        )


def _table(values: Mapping[str, str], columns: Columns) -> Table:
    table = table_of(list(values), columns)
    if table is None:
        keys = ", ".join(list(values)[:8]) or "no object"
        raise UnreadableInputError(
            code="not-a-cable",
            message=f"no key is known to hold a text ({keys})",
            hint="say in mkdocs.yml what they mean: columns: {KEY: body, KEY: id}",
        )
    return table


def _flat(value: Mapping[str, Any], depth: int) -> Iterator[tuple[str, str]]:
    """Keys and values as columns; those of an object within follow under their own names."""
    for key, held in value.items():
        if isinstance(held, Mapping):
            if depth:
                yield from _flat(held, depth - 1)
        elif isinstance(held, list):
            separator = "\n" if key.lower() in {"body", "text", "content"} else ", "
            yield (
                key,
                _text(separator.join(str(part) for part in held if not isinstance(part, Mapping | list))),
            )
        elif held is not None:
            yield key, _text(str(held))


def _text(value: str) -> str:
    """Without what no text may hold: halves of characters, control characters."""
    return clean(value.encode("utf-8", "replace").decode("utf-8"))


def _values(item: Item) -> Iterator[_Object]:
    """The values of the file one after another, as it is read; the brackets of an array are passed over.

    Raises:
        ValueError: What follows is no JSON, or one value is longer than any telegram.
    """
    stream = io.TextIOWrapper(item.stream(), encoding="utf-8-sig", errors="replace", newline="")
    try:
        yield from _decoded(stream)
    finally:
        stream.detach()


def _decoded(stream: io.TextIOWrapper) -> Iterator[_Object]:
    decoder = json.JSONDecoder()
    held, line, number, ended = "", 1, 0, False
    first = True
    wanted = _CHUNK
    while True:
        while not ended and len(held) < wanted:
            part = stream.read(_CHUNK)
            ended = not part
            held += part
        if first:
            start = _WRAPPED.match(held)
            cut = start.end() if start else len(held) - len(held.lstrip().removeprefix("["))
            line += held.count("\n", 0, cut)
            held, first = held[cut:], False
        blank = _BETWEEN.match(held)
        cut = blank.end() if blank else 0
        line += held.count("\n", 0, cut)
        held = held[cut:]
        if not held or held.startswith(("]", "}")):
            return
        try:
            value, end = decoder.raw_decode(held)
        except json.JSONDecodeError:
            if ended or len(held) > 2 * limits.CABLE:
                raise
            wanted = 2 * len(held) + _CHUNK
            continue
        wanted = _CHUNK
        number += 1
        yield _Object(number, line, held[:end], value)
        line += held.count("\n", 0, end)
        held = held[end:]
