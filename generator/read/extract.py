"""Text dumps: id, subject, date, classification and origin on five lines, then the telegram.

The dump runs parts together that were apart: the site's remark and the classification line, or the last line
of the transmission header and the first of the body.
"""

from collections.abc import Iterator

from generator.model import Stated
from generator.read.item import Document, Item, Reading
from generator.read.patterns import GLUED_BODY, LEVEL, MRN, ORIGIN, STAMP, without_partial_notice
from generator.read.stated import cell, stated_date, stated_id, stated_level

NAME = "extract"
CELLS = 6
"""Lines at the top that may belong to the label block: five, and one more for a subject over two lines."""
HEADER = 12_000
"""Characters within which header and body can have been run together: far beyond the longest header."""


def recognises(item: Item) -> bool:
    """An id on the first line and, close below, a date or a classification on a line of its own."""
    lines = _lines(item.document())
    if not lines or not MRN.fullmatch(lines[0]):
        return False
    return any(STAMP.fullmatch(line) or LEVEL.fullmatch(line) for line in lines[1:CELLS])


def read(item: Item) -> Iterator[Reading]:
    """The telegram behind the five lines, parts run together set apart again."""
    document = item.document()
    start = _block_length(document)
    lines = document.text.split("\n")
    text, partial = without_partial_notice("\n".join(lines[start:]))
    yield document.source(
        NAME,
        _set_apart(text),
        first_line=start + 1,
        stated=_stated([line.strip() for line in lines[:start] if line.strip()]),
        partial=partial,
    )


def _lines(document: Document) -> list[str]:
    """The non-blank lines at the top, stripped."""
    top = document.text[:20_000].split("\n", 60)[:60]
    return [line.strip() for line in top if line.strip()][:CELLS]


def _block_length(document: Document) -> int:
    """How many lines of the file the label block takes: to the origin, or as far as cells are found."""
    end, seen, first = 0, 0, 0
    for number, raw in enumerate(document.text.split("\n", 60)[:60], start=1):
        line = raw.strip()
        if not line:
            continue
        seen += 1
        if seen > CELLS:
            break
        if seen == 1:
            first = end = number
        elif STAMP.fullmatch(line) or LEVEL.fullmatch(line):
            end = number
        elif end > first and ORIGIN.fullmatch(line):
            return number
    return end


def _stated(cells: list[str]) -> Stated:
    """The cells by what they look like, since any may be missing; what is nothing else is the subject."""
    date = next((line for line in cells if STAMP.fullmatch(line)), None)
    level = next((line for line in cells[1:] if LEVEL.fullmatch(line)), None)
    last = level or date
    after = cells.index(last) if last else 0
    origin = cells[-1] if after < len(cells) - 1 else None
    rest = [line for line in cells[1:] if line not in {date, level} and line is not origin]
    return Stated(
        id=stated_id(cells[0]),
        subject=cell(" ".join(rest)),
        date=stated_date(date),
        classification=stated_level(level),
        origin=cell(origin),
    )


def _set_apart(text: str) -> str:
    """Break the line on which header and body were run together, once."""
    match = GLUED_BODY.search(text, 0, HEADER)
    return f"{text[: match.start()]}\n\n{text[match.start() :]}" if match else text
