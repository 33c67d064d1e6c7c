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
from generator.read.patterns import LEVEL, ORIGIN, STAMP, is_telegram, without_partial_notice
from generator.read.stated import cell, stated_date, stated_id, stated_level, stated_tags

NAME = "plusd"

TOP = 20_000
"""Characters in which the block must end."""
BLOCK_LINES = 60
"""Lines in which the label block must end; two of the longest titles and a block printed twice fit in."""

_LABEL = re.compile(r"(?:(?:Identifier|Created|Classification|Origin)\b\s*[:|]?\s*)+")
_TITLE = re.compile(r"Cable title\s*:?\s*")
_TAGS = re.compile(r"Tags\s*:\s*")
_END = re.compile(r"(?:pdf\s*)?how-to read a cable|pdf")
_BREAK = re.compile(r"((?:\bpdf\s+)?how-to read a cable)|(?<!\s)\s+(?=Cable title\s{0,9}:|Tags\s{0,9}:)")
_OWN = ("Identifier", "Cable title", "how-to read a cable")
"""Labels that no telegram has at the start of a line."""
_OTHERS = ("Created", "Classification", "Origin", "Tags:", "pdf")
_ID = re.compile(r"(?<!\w)\d{2}[A-Z][A-Z0-9]{1,40}\d(?!\w)")


def recognises(item: Item) -> bool:
    """Two of the labels at the start of lines, one of them the archive's own."""
    top = item.document().text[:TOP]
    if not any(label in top for label in _OWN):
        return False
    lines = [line.strip() for line in top.split("\n", BLOCK_LINES)[:BLOCK_LINES]]
    own = sum(any(line.startswith(label) or line.endswith(label) for line in lines) for label in _OWN)
    return own > 0 and own + sum(any(line.startswith(label) for line in lines) for label in _OTHERS) > 1


def read(item: Item) -> Iterator[Reading]:
    """The telegram below the block; line numbers stay those of the file."""
    document = item.document()
    block = _block(document.text.split("\n"))
    text, partial = without_partial_notice(block.telegram)
    notice = any("partial extract" in value for value in block.values)
    yield document.source(
        NAME, text, first_line=block.first_line, stated=_stated(block), partial=partial or notice
    )


@dataclass(slots=True)
class _Block:
    """The label block as it is being read."""

    telegram: str
    """What follows it."""
    first_line: int
    """Line of the file on which that begins."""
    values: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


def _block(lines: list[str]) -> _Block:
    pieces = [(number, piece) for number, line in enumerate(lines[:BLOCK_LINES]) for piece in _pieces(line)]
    length = _length([piece for _, piece in pieces])
    last = pieces[length - 1][0] if length else -1
    rest = [" ".join(piece for number, piece in pieces[length:] if number == last)]
    first_line = last + 1 if rest[0] else last + 2
    block = _Block(
        telegram="\n".join([*(rest if rest[0] else []), *lines[last + 1 :]]), first_line=first_line
    )
    _fill(block, [piece for _, piece in pieces[:length]])
    return block


def _pieces(line: str) -> list[str]:
    """Parts of a line that a copy may have run together: title, tags and closing line each begin one."""
    return [piece.strip() for piece in _BREAK.split(line) if piece and piece.strip()]


def _fill(block: _Block, pieces: list[str]) -> None:
    target = block.values
    for piece in pieces:
        text = piece
        if label := _TITLE.match(piece):
            target, text = block.title, piece[label.end() :]
        elif label := _TAGS.match(piece):
            target, text = block.tags, piece[label.end() :]
        elif _END.fullmatch(piece):
            text = ""
        elif label := _LABEL.match(piece):
            target, text = block.values, piece[label.end() :]
        if text and text not in target:
            target.append(text)


def _length(pieces: list[str]) -> int:
    """How many pieces the block has: to its closing line, else its tags or title, else its last value."""
    if closed := _closed(pieces):
        return closed
    for number, piece in reversed(list(enumerate(pieces, start=1))):
        if _TAGS.match(piece):
            return number
        if label := _TITLE.match(piece):
            return number if piece[label.end() :] else min(number + 1, len(pieces))
    return next((number for number, piece in enumerate(pieces) if not _is_value(piece)), len(pieces))


def _closed(pieces: list[str]) -> int:
    """The last closing line before which no telegram has begun: a block printed twice has two; 0 for none."""
    last = 0
    for end, piece in enumerate(pieces, start=1):
        if not _END.fullmatch(piece):
            continue
        if is_telegram("\n".join(piece for piece in pieces[last:end] if not LEVEL.fullmatch(piece))):
            break
        last = end
    return last


def _is_value(line: str) -> bool:
    cell_alone = LEVEL.fullmatch(line) or ORIGIN.fullmatch(line)
    return bool(cell_alone or _LABEL.match(line) or _ID.search(line) or STAMP.search(line))


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
    match = pattern.search(text)
    return (match[0], text.replace(match[0], " ")) if match else (None, text)
