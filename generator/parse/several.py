"""Several telegrams in one text: joined files, rows of a table in an unknown form, a cable behind another.

Where a telegram begins it prints a transmission header (or a copy prints its own labels), then a
classification line with the number. A header printed twice, or anew for each section, gives the same number
again: no other telegram. Where another number follows a header, the split is certain; where one of the two is
missing, or the header is quoted, the text stays whole and the place is reported.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from generator.model import Problem, Source, Stated
from generator.parse.banners import PAGE_LEVEL
from generator.parse.classification import read_head
from generator.parse.fields import marker
from generator.parse.lines import Line, split_lines
from generator.parse.marking import opens_paragraph
from generator.parse.stamps import without_stamps

# One line each of a transmission header, a row of the table a copy was taken from, labels of a copy.
_HEADER: Final = re.compile(
    r"\W{0,6}(?:"
    # as in "VZCZCXRO1234", "OO RUEHAST", "DE RUEHTA #0308/01 0510929", "ZNR UUUUU ZZH"
    r"(?P<id>VZCZC[A-Z0-9]{2,10}\b)"
    r"|(?P<routing>[ZOPR]{2}\s+R[A-Z0-9]{4,7}\b)"
    r"|(?P<station>DE\s+R[A-Z]{3,7}\s+#?(?P<serial>[0-9]{3,5})\b)"
    r"|(?P<security>ZN[RY]\s+[A-Z]{5}\b)"
    # as in "O 200929Z FEB 09", "FM AMEMBASSY ASTANA"
    r"|(?P<group>(?:[ZOPR]\s+){0,3}[0-9]{6}\s?Z\s+[A-Za-z]{3,9}\s+[0-9]{2,4}\b)"
    r"|(?P<sender>FM\s+(?:AM|US|SEC|MISSION|DEPT)[A-Z]+)"
    # as in "196219,3/9/2009 6:49", and labels: "refid: 09ASTANA308", "Viewing cable 09ASTANA308"
    r"|(?P<row>[0-9]{1,6}[\"' ,;|\t]{1,3}(?:[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})[ T]"
    r"[0-9]{1,2}:[0-9]{2})"
    r"|(?P<label>(?:id|refid|origin|destination|header): |Viewing cable [0-9]|Identifier$|Cable title:"
    r"|[0-9]{2}[A-Z]{3,28}[1-9][0-9]{0,6}$))"
)
_LEVEL: Final = re.compile(r"\W{0,6}(?:C ?C|C ?O|S ?S|S ?E|U ?N|L ?I|T ?O)", re.IGNORECASE)
"""How a classification line may begin; most lines need no closer look."""
_NETWORK: Final = frozenset({"id", "routing", "station", "security", "group", "sender"})
_LEAST: Final = 2
"""Different lines of a transmission header that make one."""
_SURE: Final = 4
"""Different lines of one that are enough where its serial number is known, but no classification line."""
_APART: Final = 12
"""Lines between two lines of one header at most."""
_HEADER_LINES: Final = 250
"""Lines of the longest header, as in ``generator.parse.layout``."""
_FIELDS_WITHIN: Final = 15
"""Lines below a classification line among which TAGS or a subject stand."""
_QUOTED: Final = re.compile(r"\b(?:QUOTE|QTE|TEXT|FOLLOWS|REPEAT(?:ED)?)\W*$", re.IGNORECASE)
_SERIAL_SHOWN: Final = 10_000
"""The DE line prints the last four digits of the serial number."""


class Beginning(NamedTuple):
    """Where another telegram begins behind the first."""

    row: int
    """Index of its first line."""
    certain: bool
    kind: str
    """Which line of a header it begins with; empty where it has none."""


def beginnings(lines: Sequence[Line]) -> tuple[Beginning, ...]:
    """Every place behind the first telegram at which another one begins, or seems to, in order."""
    return tuple(_Search(lines).found())


@dataclass(slots=True)
class _Header:
    """A transmission header, or labels of a copy, as far as it has been read."""

    start: int
    last: int
    kinds: set[str]
    serial: int | None = None


_LETTERS: Final = re.compile(r"[^A-Z]")
_ALIKE: Final = 3
"""Letters with which a name and its short form begin alike."""
_MISSPELT: Final = 60
"""Per cent from which on two names may be one."""


class _Search:
    """One walk over the lines, knowing the number of the telegram at hand."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._begun = False
        """True once the telegram at hand has shown its classification line or a paragraph."""
        self._serial: int | None = None
        self._post = ""
        """Of the telegram at hand, letters alone; empty where no line names it."""
        self._header: _Header | None = None

    def found(self) -> Iterator[Beginning]:
        for row, line in enumerate(self._lines):
            if not line.text:
                continue
            if header := _HEADER.match(line.text):
                self._read_header(row, header)
            elif (head := self._numbered(line)) is not None:
                yield from self._at_head(row, *head)
            elif self._header and marker(line.text):
                yield from self._at_fields()
            elif (self._header or not self._begun) and opens_paragraph(line.text):
                yield from self._at_fields()
                self._begun = True

    def _read_header(self, row: int, match: re.Match[str]) -> None:
        if self._header is None or row - self._header.last > _APART:
            self._header = _Header(row, row, set())
        self._header.last = row
        self._header.kinds.add(match.lastgroup or "")
        if match["serial"]:
            self._header.serial = int(match["serial"])

    def _numbered(self, line: Line) -> tuple[int, str] | None:
        """Serial number and post of a classification line, or of the header above one that has none."""
        if not _LEVEL.match(line.text) or PAGE_LEVEL.match(line.text):
            return None
        head = read_head(line)
        if head is None:
            return None
        serial = int(head.serial) if head.serial else self._header.serial if self._header else None
        return None if serial is None else (serial, _LETTERS.sub("", (head.post or "").upper()))

    def _at_head(self, row: int, serial: int, post: str) -> Iterator[Beginning]:
        """At a classification line: the first, one printed anew, or another telegram's."""
        header, self._header = self._header, None
        if self._begun and (self._is_other(serial, header) or (header and self._is_elsewhere(post))):
            if header and row - header.start <= _HEADER_LINES:
                yield self._beginning(header, certain=not self._is_quoted(header.start))
            elif any(marker(line.text) for line in self._lines[row + 1 : row + 1 + _FIELDS_WITHIN]):
                yield Beginning(row, certain=False, kind="")
            else:
                return
        self._begun, self._serial, self._post = True, serial, post or self._post

    def _is_elsewhere(self, post: str) -> bool:
        """Whether the same number is another post's; one name may be the other cut short or misspelt."""
        known = min(len(post), len(self._post))
        return known > 0 and post[:_ALIKE] != self._post[:_ALIKE] and fuzz.ratio(post, self._post) < _MISSPELT

    def _at_fields(self) -> Iterator[Beginning]:
        """At a field or a paragraph, behind a header without a classification line of its own."""
        header, self._header = self._header, None
        if header is None or len(header.kinds & _NETWORK) < _LEAST:
            return
        if self._begun:
            if header.serial is not None and not self._is_other(header.serial, header):
                return
            known = self._serial is not None and header.serial is not None
            sure = known and len(header.kinds & _NETWORK) >= _SURE
            yield self._beginning(header, certain=sure and not self._is_quoted(header.start))
        self._begun, self._serial = True, header.serial or self._serial

    def _is_other(self, serial: int, header: _Header | None) -> bool:
        if self._serial is None:
            return header is not None and len(header.kinds & _NETWORK) >= _LEAST
        return serial % _SERIAL_SHOWN != self._serial % _SERIAL_SHOWN

    def _beginning(self, header: _Header, *, certain: bool) -> Beginning:
        first = _HEADER.match(self._lines[header.start].text)
        return Beginning(header.start, certain, (first.lastgroup if first else None) or "")

    def _is_quoted(self, row: int) -> bool:
        above = next(
            (self._lines[index].text for index in range(row - 1, -1, -1) if self._lines[index].text), ""
        )
        return bool(_QUOTED.search(above[-20:]))


def parted(source: Source, beginning_on: Sequence[int] | None = None) -> tuple[Source, ...]:
    """A source as one source for each telegram that certainly begins in it; mostly itself alone.

    What the layout states belongs to the first. Unless every part begins with a transmission header, as in
    files that were joined, each behind the first carries a warning with its line.

    Args:
        source: Of one file or row.
        beginning_on: Lines of the file on which telegrams begin, where an editor has said so; None: as found.
    """
    if beginning_on is not None:
        return _cut(source, [line - source.first_line for line in beginning_on], alike=True)
    lines = split_lines(source)
    cuts = [beginning for beginning in beginnings(without_stamps(lines).lines) if beginning.certain]
    if not cuts:
        return (source,)
    first = next((line.text for line in lines if line.text), "")
    alike = bool(_HEADER.match(first)) and all(cut.kind in _NETWORK for cut in cuts)
    return _cut(source, [lines[cut.row].number - source.first_line for cut in cuts], alike=alike)


def _cut(source: Source, behind: Iterable[int], *, alike: bool) -> tuple[Source, ...]:
    """A source cut before these lines of its text, from 0; those that it has not are passed over."""
    texts = source.text.split("\n")
    rows = [0, *sorted({row for row in behind if 0 < row < len(texts)})]
    if len(rows) == 1:
        return (source,)
    originals = _originals(source, len(texts))
    return tuple(
        _part(
            source,
            _Part(index, start, "\n".join(texts[start:end]), "".join(originals[start:end])),
            alike=alike,
        )
        for index, (start, end) in enumerate(pairwise([*rows, len(texts)]))
    )


class _Part(NamedTuple):
    """One telegram of several."""

    place: int
    """Which it is, from 0."""
    start: int
    """Line of the text, from 0."""
    text: str
    original: str
    """Empty where the original's lines are not the text's."""


_LINE_ENDS: Final = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


def _originals(source: Source, count: int) -> list[str]:
    """The original's lines with their ends, where they are the text's; else none."""
    lines = _LINE_ENDS.split(source.original)[source.first_line - 1 :]
    return lines if len(lines) == count else []


def _part(source: Source, part: _Part, *, alike: bool) -> Source:
    line = source.first_line + part.start
    lines = range(line, line + part.text.count("\n") + 1)
    problems = tuple(
        problem
        for problem in source.problems
        if (problem.line in lines if problem.line is not None else part.place == 0)
    )
    original = part.original or part.text
    whole = replace(source, text=part.text, first_line=line, original=original, problems=problems)
    whole = replace(whole, sha256=hashlib.sha256(original.encode("utf-8", "surrogatepass")).hexdigest())
    if part.place == 0:
        return whole
    warning = Problem.of(
        "telegram-parted",
        f"a telegram of its own, number {part.place + 1} of those found here",
        path=source.path,
        line=line,
    )
    return replace(
        whole,
        row=source.row or part.place + 1,
        stated=Stated(),
        partial=False,
        problems=problems if alike else (*problems, warning),
    )
