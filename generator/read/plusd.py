"""PlusD text: the label block of the archive's page, then the telegram.

Four labels (Identifier, Created, Classification, Origin), their four values, "Cable title:", "Tags:" and
"pdf how-to read a cable". Copies differ: values beside their labels, several on one line, some missing, the
block printed twice. So values are known by their form, not by their place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model import Stated
from generator.read.item import Item, Reading
from generator.read.marks import LEVEL, STAMP, is_telegram
from generator.read.stated import cell, stated_date, stated_id, stated_level, stated_tags
from generator.read.undo import without_partial_notice

NAME = "plusd"

BLOCK_LINES = 60
"""Lines in which the label block must end; two of the longest titles and a block printed twice fit in."""

_LABEL = re.compile(r"(?:(?:Identifier|Created|Classification|Origin)\b\s*[:|]?\s*)+")
_TITLE = re.compile(r"Cable title\s*:?\s*")
_TAGS = re.compile(r"Tags\s*:\s*")
_END = re.compile(r"(?:pdf\s*)?how-to read a cable|pdf")
_OWN = ("Identifier", "Cable title", "how-to read a cable")
"""Labels that no telegram has at the start of a line."""
_OTHERS = ("Created", "Classification", "Origin", "Tags:", "pdf")
_ID = re.compile(r"(?<!\w)\d{2}[A-Z]{2,30}\d{1,7}(?!\w)")


def recognises(item: Item) -> bool:
    """Two of the labels at the start of lines, one of them the archive's own."""
    lines = [line.strip() for line in item.document().text[:20_000].split("\n", BLOCK_LINES)[:BLOCK_LINES]]
    own = sum(any(line.startswith(label) or line.endswith(label) for line in lines) for label in _OWN)
    return own > 0 and own + sum(any(line.startswith(label) for line in lines) for label in _OTHERS) > 1


def read(item: Item) -> Iterator[Reading]:
    """The telegram below the block; line numbers stay those of the file."""
    document = item.document()
    lines = document.text.split("\n")
    block = _block(lines)
    text, partial = without_partial_notice("\n".join(lines[block.length :]))
    notice = any("partial extract" in value for value in block.values)
    yield document.source(
        NAME, text, first_line=block.length + 1, stated=_stated(block), partial=partial or notice
    )


@dataclass(slots=True)
class _Block:
    """The label block as it is being read."""

    length: int = 0
    """Lines of the file that it takes."""
    values: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


def _block(lines: list[str]) -> _Block:
    block = _Block()
    target = block.values
    for number, line in enumerate(lines[: _last_line(lines)], start=1):
        text = line.strip()
        if not text:
            continue
        if label := _TITLE.match(text):
            target, text = block.title, text[label.end() :]
        elif label := _TAGS.match(text):
            target, text = block.tags, text[label.end() :]
        elif _END.fullmatch(text):
            text = ""
        elif label := _LABEL.match(text):
            target, text = block.values, text[label.end() :]
        if text and text not in target:
            target.append(text)
        block.length = number
    return block


def _last_line(lines: list[str]) -> int:
    """Where the block ends: behind its closing line, else behind its tags, else behind its last value."""
    top = [line.strip() for line in lines[:BLOCK_LINES]]
    ends = [number for number, line in enumerate(top, start=1) if _END.fullmatch(line)]
    if ends:
        return _unbroken(top, ends)
    labelled = [n for n, line in enumerate(top, start=1) if _TAGS.match(line) or _TITLE.match(line)]
    if labelled:
        return labelled[-1]
    return next((n for n, line in enumerate(top) if line and not _is_value(line)), len(top))


def _unbroken(top: list[str], ends: list[int]) -> int:
    """The last closing line before which no telegram has begun: a block printed twice has two."""
    last = ends[0]
    for end in ends[1:]:
        if is_telegram("\n".join(line for line in top[last:end] if not LEVEL.fullmatch(line))):
            break
        last = end
    return last


def _is_value(line: str) -> bool:
    return bool(_LABEL.match(line) or _ID.search(line) or STAMP.search(line) or LEVEL.fullmatch(line))


def _stated(block: _Block) -> Stated:
    cells = " ".join(value for value in block.values if "partial extract" not in value).replace("|", " ")
    identifier, cells = _taken(_ID, cells)
    date, cells = _taken(STAMP, cells)
    level, cells = _taken(LEVEL, cells)
    return Stated(
        id=stated_id(identifier),
        date=stated_date(date),
        classification=stated_level(level),
        origin=cell(cells),
        subject=cell(" ".join(block.title)),
        tags=stated_tags(block.tags),
    )


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str | None, str]:
    """The first match, and the text without any match equal to it (a block printed twice)."""
    found = pattern.search(text)
    return (found[0], text.replace(found[0], " ")) if found else (None, text)
