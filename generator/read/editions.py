"""How printed editions and older networks head a telegram: who, to whom, where, when, which number.

What several layouts share: dates in words, classifications within a note, numbers. The layouts themselves are
``frus``, ``incoming``, ``telno`` and ``cablegram``; each states what its heading says and hands on the
message alone.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Final, NamedTuple

from generator.model import CABLE_ID, FIRST_YEAR, YEARS, DatePrecision, Source, Stated
from generator.read.item import Document, digest

MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,7}\.?"
_MONTHS: Final = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DATE: Final = re.compile(
    # as in "January 15, 1970", "JAN 15 1970"
    rf"(?P<month>{MONTH})\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<year>(?:18|19|20)\d\d)"
    # as in "15 January 1970", "15 JAN 70"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s{{1,3}}(?P<month2>{MONTH}),?\s{{1,3}}(?P<year2>(?:18|19|20)?\d\d)\b"
    # as in "1958 APR 15"
    rf"|(?P<year3>(?:18|19|20)\d\d)\s{{1,3}}(?P<month3>{MONTH})\s{{1,3}}(?P<day3>\d{{1,2}})\b",
    re.IGNORECASE,
)
# as in "1530Z", "151530Z"; a time of another zone is none of ours
_ZULU: Final = re.compile(r"(?<!\d)(?:\d\d)?(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s?Z\b")
_LEVEL: Final = re.compile(
    r"\b(?P<level>Top\s+Secret|Secret|Confidential|Limited\s+Official\s+Use|Official\s+Use\s+Only|Unclassified"
    r"|Restricted)\b",
    re.IGNORECASE,
)
_CAPTION: Final = re.compile(r"\b(?:EXDIS|NODIS|LIMDIS|STADIS|NOFORN|EYES ONLY)\b", re.IGNORECASE)
_NOT_LETTERS: Final = re.compile(r"[^A-Z]")


class Sent(NamedTuple):
    """When a telegram was sent, as far as its heading says."""

    date: datetime | None
    precision: DatePrecision


def read_sent(text: str) -> Sent:
    """The first date in a text; its time only where it is Greenwich's."""
    match = _DATE.search(text)
    if match is None:
        return Sent(None, "minute")
    day = next(int(match[name]) for name in ("day", "day2", "day3") if match[name])
    printed = next(match[name] for name in ("year", "year2", "year3") if match[name])
    month = next(match[name] for name in ("month", "month2", "month3") if match[name])[:3].upper()
    year = int(printed) if len(printed) > 2 else FIRST_YEAR + (int(printed) - FIRST_YEAR) % 100  # noqa: PLR2004
    zulu = _ZULU.search(text)
    try:
        date = datetime(
            year,
            _MONTHS.index(month) + 1,
            day,
            int(zulu["hour"]) if zulu else 0,
            int(zulu["minute"]) if zulu else 0,
            tzinfo=UTC,
        )
    except ValueError:
        return Sent(None, "minute")
    return Sent(date if date.year in YEARS else None, "minute" if zulu else "day")


def read_level(text: str) -> str | None:
    """The first classification named in a text, in capitals."""
    match = _LEVEL.search(text)
    return " ".join(match["level"].upper().split()) if match else None


def read_captions(text: str) -> tuple[str, ...]:
    """The handling restrictions named in a text, each once."""
    return tuple(dict.fromkeys(match[0].upper() for match in _CAPTION.finditer(text)))


def number_of(year: int | None, post: str | None, serial: str | None) -> str | None:
    """``1958, "Rome", "3201"`` as ``58ROME3201``; None where a part is missing or the year has none."""
    if year is None or not post or not serial or not FIRST_YEAR <= year < FIRST_YEAR + 100:
        return None
    number = f"{year % 100:02d}{_NOT_LETTERS.sub('', post.upper())}{serial.lstrip('0')}"
    return number if CABLE_ID.fullmatch(number) else None


def each(
    document: Document, starts: Sequence[int], read: Callable[[Document], Iterator[Source]]
) -> Iterator[Source]:
    """The telegrams of a file that holds several, one behind another.

    Args:
        document: The whole file.
        starts: Rows in which the telegrams begin, from 0; what stands above the first belongs to it.
        read: Reads one of them as if it were alone.
    """
    if len(starts) <= 1:
        yield from read(document)
        return
    lines = document.text.split("\n")
    for row, (start, end) in enumerate(pairwise([0, *starts[1:], len(lines)]), start=1):
        text = "\n".join(lines[start:end])
        problems = document.problems if row == 1 else ()
        part = replace(document, text=text, original=text, sha256=digest(text), problems=problems)
        for source in read(part):
            own = tuple(
                replace(problem, line=problem.line and problem.line + start) for problem in source.problems
            )
            yield replace(source, row=row, first_line=source.first_line + start, problems=own)


def message(  # noqa: PLR0913 - a file, its parts, and what is known of it
    document: Document,
    layout: str,
    *,
    lines: Sequence[str],
    body: range,
    stated: Stated,
    remarks: Sequence[str],
) -> Source:
    """The telegram of a document whose message stands in these lines; the others are blanked out.

    Args:
        document: The whole file.
        layout: Its layout's name.
        lines: Its lines.
        body: Those of the message.
        stated: What the heading says.
        remarks: What of the heading and behind the message is kept as it is.
    """
    text = "\n".join(line if row in body else "" for row, line in enumerate(lines))
    source = document.source(layout, text, stated=stated)
    return replace(source, remarks=tuple(remark for line in remarks if (remark := " ".join(line.split()))))
