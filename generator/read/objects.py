"""JSON of others: an array of objects, one object, or JSON Lines; each object a telegram, its keys columns.

What the telegrams lie in does not matter: ``{"cables": [...]}``, ``{"08VALLETTA1": {...}}``, an object's
values one level down (``{"_source": {...}}``), rows behind a row of names (``{"columns": [...], "data":
[[...]]}``). A damaged object costs itself alone. Finished records of this program are another layout:
``jsonl``.
"""

import codecs
import io
import re
from collections.abc import Iterator
from typing import Final

from generator.model import Problem, Source
from generator.read.columns import RowPlace, source_of, table_of
from generator.read.errors import UnreadableInputError
from generator.read.item import Item, Reading
from generator.read.patterns import is_telegram
from generator.read.walk import FoundObject, ObjectFault, Walk, unknown_keys

NAME = "json"

_START: Final = re.compile(r'\s*[\[{]\s*(?:[\[{]\s*)?"')
_KEY: Final = re.compile(r'"((?:[^"\\]|\\.){1,60})"\s{0,8}:')
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def recognises(item: Item) -> bool:
    """JSON with a key that is known to hold the text of a telegram, or with a telegram in it."""
    head = item.head.decode(_encoding(item), "replace")
    if not _START.match(head):
        return False
    names = list(dict.fromkeys(_KEY.findall(head)))
    return table_of(names, item.columns) is not None or is_telegram(head.replace("\\n", "\n"))


def read(item: Item) -> Iterator[Reading]:
    """A telegram for each object; one that holds none is a Problem and the next one goes on.

    Raises:
        UnreadableInputError: No object of the file has keys of telegrams.
    """
    stream = io.TextIOWrapper(item.stream(), encoding=_encoding(item), errors="replace", newline="")
    walk = Walk(stream, item.columns)
    try:
        for found in walk.found():
            yield found.problem(item.name) if isinstance(found, ObjectFault) else _reading(item.name, found)
    finally:
        stream.detach()
    if walk.keys is not None:
        raise unknown_keys(walk.keys)


def _encoding(item: Item) -> str:
    return "utf-16" if item.head.startswith(_UTF16) else "utf-8-sig"


def _reading(path: str, record: FoundObject) -> Source | Problem:
    place = RowPlace(path, record.place.number, record.place.line, NAME)
    raw = record.text.encode("utf-8", "replace")
    try:
        return source_of(place, record.table, record.values, raw, record.text)
    except UnreadableInputError as error:
        return ObjectFault(record.place, error).problem(path)
