"""What a page puts around a text: a margin before every line, running heads, page numbers; taken off."""

import re
from collections import Counter
from typing import Final

_OUTSIDE: Final = 0.05
"""Share of lines that may stand further left: stamps, page numbers, running headers."""
_LEAST: Final = 4
"""Lines from which on a text has a margin at all."""


def without_margin(text: str) -> str:
    """The text without the blanks that all of its lines begin with, but for one in twenty.

    What stands further right keeps its distance, so that tables and lists stay what they are; line numbers
    stay true. A text in which one line in twenty begins at the left edge has no margin.
    """
    lines = text.split("\n")
    filled = [line for line in lines if line and not line.isspace()]
    if len(filled) < _LEAST or sum(line[0] not in " \t" for line in filled) > _OUTSIDE * len(filled):
        return text
    indents = sorted(len(line) - len(line.lstrip(" \t")) for line in filled)
    margin = indents[int(_OUTSIDE * len(indents))]
    return "\n".join(line[min(margin, len(line) - len(line.lstrip(" \t"))) :] for line in lines)


_ANSWERED: Final = re.compile(r"> ?")
_ANSWERED_SHARE: Final = 0.6


def without_marks(text: str) -> str:
    """The text without ``>`` before its lines, where most have one: as mail quotes what it answers."""
    if ">" not in text:
        return text
    lines = text.split("\n")
    filled = [line for line in lines if line.strip()]
    if sum(line.startswith(">") for line in filled) < _ANSWERED_SHARE * len(filled):
        return text
    return "\n".join(_ANSWERED.sub("", line, count=1) if line.startswith(">") else line for line in lines)


_NUMBERED: Final = re.compile(r"\s{0,6}(?P<number>\d{1,5})(?:[:|.]? {1,4}|[:|.]?\t|$)")
_NUMBERED_SHARE: Final = 0.95
_NUMBERED_LEAST: Final = 10


def without_line_numbers(text: str) -> str:
    """The text without numbers in its margin, where every line has its own, counting up by one."""
    lines = text.rstrip("\n").split("\n")
    if not _NUMBERED.match(lines[0]) or len(lines) < _NUMBERED_LEAST:
        return text
    marks = [_NUMBERED.match(line) for line in lines]
    first = int(marks[0]["number"]) if marks[0] else 0
    right = [mark is not None and int(mark["number"]) == first + row for row, mark in enumerate(marks)]
    if sum(right) < _NUMBERED_SHARE * len(lines):
        return text
    return "\n".join(line[mark.end() :] if mark else line for line, mark in zip(lines, marks, strict=True))


_EDGE: Final = 2
"""Lines at the head and at the foot of a page that may run through all."""
_PAGES_LEAST: Final = 3
_SHARE: Final = 0.6
"""Share of the pages on which a running head stands at least."""
_NUMBERS: Final = re.compile(r"\d+")
_LINE_ENDS: Final = re.compile(r"\r\n?")


def without_running_heads(text: str, original: str) -> tuple[str, tuple[str, ...]]:
    """The text without what stands at the head or foot of most pages, and what that is, each wording once.

    Args:
        text: Lines as in ``original``, form feeds blanked out.
        original: The same with its form feeds, by which pages are known; without any, nothing is taken off.

    The first page keeps its own, unless it is a number: it may be the telegram's heading. No line goes.
    """
    lines = text.split("\n")
    printed = _LINE_ENDS.sub("\n", original).split("\n")
    starts = [0, *(row for row, line in enumerate(printed) if "\f" in line and row)]
    if "\f" not in original or len(starts) < _PAGES_LEAST or len(printed) != len(lines):
        return text, ()
    edges = [_edges(lines, start, end) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    seen = Counter(key for page in edges for key in {_key(lines[row]) for row in page})
    running = {key for key, count in seen.items() if count >= max(_PAGES_LEAST, _SHARE * len(starts))}
    taken: dict[str, None] = {}
    for number, page in enumerate(edges):
        for row in page:
            key = _key(lines[row])
            if key in running and (number or not any(map(str.isalpha, key))):
                taken[lines[row].strip()] = None
                lines[row] = ""
    return "\n".join(lines), tuple(taken)


def _edges(lines: list[str], start: int, end: int) -> list[int]:
    """Rows of the first and last lines of a page that have something on them."""
    filled = [row for row in range(start, end) if lines[row].strip()]
    return sorted({*filled[:_EDGE], *filled[-_EDGE:]})


def _key(line: str) -> str:
    """A line but for its numbers, which differ from page to page."""
    return _NUMBERS.sub("#", " ".join(line.split()).casefold())
