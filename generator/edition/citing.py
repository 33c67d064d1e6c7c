"""Cables cited by number alone in what editors write: ``[[09ASTANA308]]``, ``[[09ASTANA308#5]]``."""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from generator.edition.notes import CABLE_LINK

_FENCE: Final = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_CODE: Final = re.compile(r"(`{1,50}+)[^`\n]++\1(?!`)")
"""Of at most 50 signs: tried from each sign of a run, an unbounded one would take time with its square."""


class CableCited(NamedTuple):
    """One place that cites a cable."""

    key: str
    paragraph: int | None
    words: str | None
    """What is to be shown; None: the number."""
    line: int
    """Of the text, from 1."""


def with_citations(text: str, shown: Callable[[CableCited], str]) -> str:
    """A text of Markdown with what stands for each citation; in code they stay as they are.

    Args:
        text: Markdown.
        shown: What a citation becomes, Markdown as well.
    """
    return "\n".join(_lines(text, shown))


def _lines(text: str, shown: Callable[[CableCited], str]) -> Iterator[str]:
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence):
            fence = ""
        elif not fence and "[[" in line:
            yield _line(line, number, shown)
            continue
        yield line


def _line(line: str, number: int, shown: Callable[[CableCited], str]) -> str:
    code = [match.span() for match in _CODE.finditer(line)]

    def one(match: re.Match[str]) -> str:
        if any(start <= match.start() < end for start, end in code):
            return match[0]
        paragraph = int(match["paragraph"]) if match["paragraph"] else None
        return shown(CableCited(match["key"], paragraph, match["words"], number))

    return CABLE_LINK.sub(one, line)
