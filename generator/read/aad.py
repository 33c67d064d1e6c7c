"""The National Archives' text of 1973-1979, the Central Foreign Policy Files.

``Message Text``, the telegram, ``Message Attributes``, a line for each of some seventy keys. A
file may hold several, and an entry may have attributes alone: a withdrawal card, a telegram on microfilm.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from generator.model import Source
from generator.read.attributes import is_attribute, read_attributes, stated_attributes, withdrawn
from generator.read.item import Document, Item, Reading, digest
from generator.read.patterns import is_telegram

NAME = "aad"

_TEXT: Final = re.compile(r"\W{0,8}Message\s+Text\W{0,8}$", re.IGNORECASE)
_ATTRIBUTES: Final = re.compile(r"\W{0,8}Message\s+Attributes\W{0,8}$", re.IGNORECASE)
_LEAST: Final = 5
"""Attributes below their heading that make one of these files."""
_TELEGRAM_LEAST: Final = 40
"""Words of the shortest telegram with its header; a card has a line or two."""
_STAMP: Final = re.compile(r"Declassified", re.IGNORECASE)


class _Entry(NamedTuple):
    """One telegram of the file: its rows from 0, the end not included."""

    start: int
    end: int
    text: range
    attributes: range
    """Empty of a text without any."""


def recognises(item: Item) -> bool:
    """A line ``Message Attributes`` with attributes below it."""
    text = item.document().text
    return "attributes" in text.casefold() and bool(_entries(text.split("\n")))


def read(item: Item) -> Iterator[Reading]:
    """The telegrams, their attributes as what the layout states; line numbers stay those of the file."""
    document = item.document()
    lines = document.text.split("\n")
    entries = _entries(lines)
    for row, entry in enumerate(entries, start=1):
        source = _source(document, lines, entry)
        if len(entries) > 1:
            original = "\n".join(lines[entry.start : entry.end])
            source = replace(source, row=row, original=original, sha256=digest(original))
        yield source


def _source(document: Document, lines: Sequence[str], entry: _Entry) -> Source:
    below = [lines[row] for row in entry.attributes]
    stated = stated_attributes(read_attributes([line for line in below if not _STAMP.match(line.strip())]))
    printed = [lines[row] for row in entry.text]
    text = "\n".join("" if _TEXT.match(line) else line for line in printed)
    if len(text.split()) < _TELEGRAM_LEAST and not is_telegram(text):
        stated = replace(stated, text_status=stated.text_status or withdrawn(below) or "NO TEXT")
        marks = tuple(filter(None, [" ".join(text.split())]))
        return replace(
            document.source(NAME, "", first_line=entry.text.start + 1, stated=stated), remarks=marks
        )
    marks = tuple(dict.fromkeys(line.strip() for line in below if _STAMP.match(line.strip())))
    return replace(document.source(NAME, text, first_line=entry.text.start + 1, stated=stated), remarks=marks)


def _entries(lines: Sequence[str]) -> list[_Entry]:
    """Text and attributes by turns, as a rule in this order; a text at the end may have none."""
    heads = [row for row, line in enumerate(lines) if _ATTRIBUTES.match(line) and _has_attributes(lines, row)]
    if not heads:
        return []
    texts = [row for row, line in enumerate(lines) if _TEXT.match(line)]
    if texts and heads[0] < texts[0] and not any(map(str.strip, lines[: heads[0]])):
        return list(_attributes_first(lines, heads, texts))
    entries: list[_Entry] = []
    start = 0
    for head in heads:
        end = next((row for row in texts if row > head), len(lines))
        entries.append(_Entry(start, end, range(start, head), range(head + 1, end)))
        start = end
    if any(line.strip() for line in lines[start + 1 :]):
        entries.append(_Entry(start, len(lines), range(start, len(lines)), range(0)))
    return entries


def _attributes_first(lines: Sequence[str], heads: Sequence[int], texts: Sequence[int]) -> Iterator[_Entry]:
    for head, end in pairwise([*heads, len(lines)]):
        text = next((row for row in texts if head < row < end), end)
        yield _Entry(head, end, range(text, end), range(head + 1, text))


def _has_attributes(lines: Sequence[str], row: int) -> bool:
    return sum(map(is_attribute, lines[row + 1 : row + 40])) >= _LEAST
