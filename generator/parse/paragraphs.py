"""Finds the numbered paragraphs of the message.

Every line that begins with a number may open a paragraph, or be an item of a list, a year at the start of a
line, a decimal. The paragraphs are the chain of such lines that counts up best from 1; a portion marking, the
paragraph sign and a blank line before speak for a line. The sign misread as a digit (``15.`` for ``¶5.``) is
read both ways and the chain decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from generator.parse.lines import PILCROW, Line, Notes
from generator.parse.marking import NUMBERED_MARKING, canonical

_OPENING: Final = re.compile(
    # what a copy put before it, and the number: "¶5", "> 12", "**3"
    # a marking that stands before it: "(C) 5. "
    r"^[\s>*#_.'`~-]{0,12}(?:\((?P<before>U|C|S|SBU|S/NF|C/NF)\)\s{1,3}(?=\d{1,3}\s?[.)]\s))?"
    # "(5) (C)"; "¶1¶5.", of which the first number is none
    r"(?P<bracket>\((?=\d{1,3}\)\s{0,3}\())?(?P<empty>¶\d{1,3}(?=¶))?(?P<sign>¶\s?)?(?P<number>\d{1,4})"
    # its stop, which a marking may stand for: ".", ")", " ;", or "5 (C)"
    r"(?P<stop>\s?[.):;,]|(?=\s{0,3}\())\s{0,8}"
    # as in "(SBU)", "(S/NF):"
    rf"(?:{NUMBERED_MARKING}\s?[.:]?)?"
)
_INSIDE: Final = re.compile(
    # behind the end of a sentence, or two blanks: "said.  4. (C) He"
    r"(?:(?<=[.?!\"'\u201d\u2019)\-:])|(?<=  ))\s{1,4}"
    rf"(?P<sign>¶\s?)?(?P<number>\d{{1,3}})(?P<stop>\.)\s?\s?{NUMBERED_MARKING}"
    # behind anything, with its sign: "said ¶4. He"
    r"|(?<=\S)\s{0,4}(?P<sign2>¶\s?)(?P<number2>\d{1,3})(?P<stop2>\.)\s{0,3}"
)
_INSIDE_HINT: Final = re.compile(r"\d\.\s?\s?\(")
_DIGIT: Final = re.compile(r"\d")
_SIGNED_LINE: Final = re.compile(r"^\s*¶\s?\d")
_DOTTED_LINE: Final = re.compile(rf"^\s{{0,6}}\d{{1,3}}\.\s{{0,3}}{NUMBERED_MARKING}")

# Weights of the chain, found on half of the measuring corpus and checked on the other half.
_BASE: Final = 1.0
_MARKED: Final = 2.0
_SIGNED: Final = 1.0
_AFTER_BLANK: Final = 0.6
_UNSIGNED: Final = -1.8
"""A number without sign and marking, in a message whose paragraphs carry the sign: an item of a list."""
_OTHER_STOP: Final = -3.2
"""``1) (U)`` in a message whose paragraphs print ``1. (U)``: an item, unless it carries the count on."""
_NO_STOP: Final = -1.2
_IS_INSIDE: Final = -1.5
_MISREAD: Final = -0.15
_SKIP: Final = -1.1
_REPEAT: Final = -2.7
_LATE_START: Final = -0.7
_LEAST: Final = 0.5
_FURTHEST_SKIP: Final = 3


class Opening(NamedTuple):
    """A place at which a paragraph may begin."""

    row: int
    """Index of the line."""
    start: int
    """Offset of the number, its sign included, in the line."""
    end: int
    """Offset of the first word behind number and marking."""
    printed: str
    """The number as printed: ``15``."""
    marking: str | None
    weight: float
    """How much speaks for a paragraph."""


class Paragraph(NamedTuple):
    """A place at which a paragraph does begin."""

    opening: Opening
    number: int
    """As the sender meant it."""
    misread: bool
    """True where the sign was printed as a digit."""


@dataclass(slots=True)
class _Chain:
    score: float
    paragraph: Paragraph
    before: "_Chain | None"


def find_paragraphs(lines: list[Line], notes: Notes) -> list[Paragraph]:
    """The numbered paragraphs in order; empty where the message has none."""
    openings = list(_openings(lines))
    best: dict[int, _Chain] = {}
    top: _Chain | None = None
    for opening in openings:
        for chain in [
            _extend(best, opening, number, misread=misread) for number, misread in _readings(opening)
        ]:
            number = chain.paragraph.number
            if number not in best or chain.score > best[number].score:
                best[number] = chain
            if top is None or chain.score > top.score:
                top = chain
    paragraphs: list[Paragraph] = []
    while top is not None and top.score >= _LEAST:
        paragraphs.append(top.paragraph)
        top = top.before
    paragraphs.reverse()
    _note(paragraphs, lines, notes)
    return paragraphs


def _readings(opening: Opening) -> Iterator[tuple[int, bool]]:
    """The numbers an opening may mean: as printed, and with its first digit taken for the sign."""
    printed = opening.printed
    if printed.strip("0") and not printed.startswith("00") and len(printed) <= 3:  # noqa: PLR2004 - no cable has 1,000 paragraphs
        yield int(printed), False
    if len(printed) > 1 and printed[0] == "1" and printed[1] != "0":
        yield int(printed[1:]), True


def _extend(best: dict[int, _Chain], opening: Opening, number: int, *, misread: bool) -> _Chain:
    """The best chain that ends in this opening."""
    paragraph = Paragraph(opening, number, misread)
    score, before = _LATE_START * min(number - 1, 8), None
    for previous in range(max(1, number - 1 - _FURTHEST_SKIP), number + 1):
        chain = best.get(previous)
        if chain is None or (chain.paragraph.opening.row, chain.paragraph.opening.start) >= (
            opening.row,
            opening.start,
        ):
            continue
        step = _REPEAT if previous == number else _SKIP * (number - previous - 1)
        if chain.score + step > score:
            score, before = chain.score + step, chain
    return _Chain(score + opening.weight + (_MISREAD if misread else 0), paragraph, before)


def _openings(lines: list[Line]) -> Iterator[Opening]:
    style = _style(lines)
    blank = True
    for index, line in enumerate(lines):
        text = line.text
        if not text.strip():
            blank = True
            continue
        match = _OPENING.match(text) if _may_open(text) else None
        if match:
            yield _opening(index, match, blank=blank, style=style)
        if PILCROW in text or _INSIDE_HINT.search(text):
            yield from _inside(index, text, match.end() if match else 1)
        blank = False


class _Style(NamedTuple):
    """How a message prints its paragraphs' numbers."""

    signed: bool
    """With the paragraph sign: ``¶5.``"""
    dotted: bool
    """With a full stop, ``5. (C)`` or ``¶5.``"""


def _style(lines: list[Line]) -> _Style:
    signed = any(_SIGNED_LINE.match(line.text) for line in lines if PILCROW in line.text)
    dotted = sum(1 for line in lines if _DOTTED_LINE.match(line.text))
    return _Style(signed, signed or dotted > 1)


def _may_open(text: str) -> bool:
    return _DIGIT.search(text, 0, 16) is not None


_PARTS: Final = ("before", "bracket", "empty", "sign", "number")


def _opening(index: int, match: re.Match[str], *, blank: bool, style: _Style) -> Opening:
    marking = match["marking"] or match["before"]
    weight = _BASE + (_UNSIGNED if style.signed and not (match["sign"] or marking) else 0)
    weight += (_MARKED if marking else 0) + (_SIGNED if match["sign"] else 0)
    weight += _AFTER_BLANK if blank else 0
    weight += _OTHER_STOP if style.dotted and not match["sign"] and match["stop"].strip() == ")" else 0
    weight += _NO_STOP if not match["stop"] or match["stop"].strip() not in {".", ")"} else 0
    start = next(match.start(part) for part in _PARTS if match[part])
    start -= match["before"] is not None
    return Opening(
        index, start, match.end(), match["number"], canonical(marking) if marking else None, weight
    )


def _inside(index: int, text: str, position: int) -> Iterator[Opening]:
    """Openings within a line, where a copy lost the line breaks."""
    for match in _INSIDE.finditer(text, position):
        number = match["number"] or match["number2"]
        marking = match["marking"]
        weight = _BASE + _IS_INSIDE + (_MARKED if marking else 0)
        weight += _SIGNED if match["sign"] or match["sign2"] else 0
        start = next(match.start(group) for group in ("sign", "sign2", "number") if match[group])
        yield Opening(index, start, match.end(), number, canonical(marking) if marking else None, weight)


def _note(paragraphs: list[Paragraph], lines: list[Line], notes: Notes) -> None:
    numbers = [paragraph.number for paragraph in paragraphs]
    misread = [paragraph for paragraph in paragraphs if paragraph.misread]
    if misread:
        line = lines[misread[0].opening.row].number
        notes.add(
            "pilcrow-misread", f'"{misread[0].opening.printed}." read as paragraph {misread[0].number}', line
        )
    if numbers and numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        line = lines[paragraphs[0].opening.row].number
        notes.add("paragraphs-out-of-order", "the paragraph numbers skip or repeat", line)
