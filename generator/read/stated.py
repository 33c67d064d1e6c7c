"""Cells of labels, tables and columns -> what the layout states."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

from generator import tables
from generator.model import YEARS, DatePrecision, full_year
from generator.read.patterns import AMERICAN_STAMP, LEVEL, MRN, STAMP


def cell(text: str | None) -> str | None:
    """A cell's text on one line; None where it is blank."""
    return " ".join(text.split()) or None if text else None


def stated_id(text: str | None) -> str | None:
    """``09ASTANA308`` where the cell holds nothing else; None for anything that is no such number."""
    value = cell(text)
    return value if value and MRN.fullmatch(value) else None


def plain_id(text: str | None) -> str | None:
    """The number of a cell in its plain form, however it is written: ``1975ROME00123`` as ``75ROME123``.

    As printed where it is a number that has no plain form; None for anything else.
    """
    value = cell(text)
    if value and (match := _LONG_ID.fullmatch(value.upper())):
        return f"{match['year']}{match['post'].replace(' ', '')}{match['serial']}"
    return stated_id(value)


_LONG_ID = re.compile(
    r"(?:19|20)?(?P<year>\d\d)[ _-]?(?P<post>[A-Z]{2,30}(?: [A-Z]{1,20}){0,3})"
    r"[ _-]?0{0,8}(?P<serial>[1-9]\d{0,6})"
)


def stated_date(text: str | None) -> datetime | None:
    """Time of a cell in either form, UTC as all the layouts have it; None where it is no date."""
    value = cell(text)
    if not value:
        return None
    if match := AMERICAN_STAMP.fullmatch(value):
        month, day, year, hour, minute = (int(part) for part in match.groups())
        return _time(year, month, day, hour, minute)
    return _iso(value) if STAMP.fullmatch(value) else None


class Moment(NamedTuple):
    """When a telegram was sent, as a column has it."""

    date: datetime | None
    """UTC; None where the cell is no date."""
    precision: DatePrecision


_TIME: Final = (
    r"(?:,?[T ]\s?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?P<second>:\d\d(?:[.,]\d{1,9})?)?\s?(?P<half>[AP]M)?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
_MONTH: Final = r"(?P<name>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}"
_MONTHS: Final = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_MOMENTS: Final = tuple(
    re.compile(pattern + _TIME)
    for pattern in (
        # as in "2008-03-12", "2008/3/12", "20080312"
        r"(?P<year>\d{4})(?P<sign>[-/.]?)(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})",
        # as in "3/12/2008", "3/12/08", "12-3-2008"; where the first can be no month, it is the day
        r"(?P<month>\d{1,2})(?P<sign>[-/])(?P<day>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d)",
        # as in "12.03.2008"
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4}|\d\d)",
        # as in "12-Mar-2008", "12 March 2008", "Wed, 12 Mar 2008", "12MAR08"
        rf"(?:[A-Z]{{3,9}},?\s)?(?P<day>\d{{1,2}})[- ]?{_MONTH}\.?,?[- ]?(?P<year>\d{{4}}|\d\d)",
        # as in "March 12, 2008", "Wednesday, March 12, 2008"
        rf"(?:[A-Z]{{3,9}},?\s)?{_MONTH}\.? (?P<day>\d{{1,2}})(?:ST|ND|RD|TH)?,? (?P<year>\d{{4}})",
    )
)
# as in "120915Z MAR 08": a date-time group
_GROUP: Final = re.compile(r"^(?:[ZOPR] ){0,2}(\d\d)(\d\d)(\d\d) ?Z ([A-Z]{3,9} (?:19|20)?\d\d)$")
_SECONDS: Final = re.compile(r"(?P<seconds>-?\d{9,10})(?:\d{3})?(?:\.\d{1,9})?")
"""Seconds since 1970, or thousandths of them."""


def stated_moment(text: str | None) -> Moment:
    """Time of a column in any usual form.

    American where that may be meant (``3/12/2008`` is in March); midnight to the second is a day alone.
    """
    value = _GROUP.sub(r"\1 \4 \2:\3", (cell(text) or "").upper())
    for form in _MOMENTS:
        if (match := form.fullmatch(value)) and (moment := _moment(match)).date:
            return moment
    seconds = _SECONDS.fullmatch(value)
    if seconds is None:
        return Moment(None, "minute")
    date = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds["seconds"]))
    return Moment(_possible(date.replace(second=0)), "minute")


def _possible(date: datetime) -> datetime | None:
    return date if date.year in YEARS else None


def _moment(match: re.Match[str]) -> Moment:
    part = match.groupdict()
    year = int(part["year"]) if len(part["year"]) > 2 else full_year(int(part["year"]))  # noqa: PLR2004 - digits
    month = int(part["month"]) if part.get("month") else _MONTHS.index(part["name"]) + 1
    day = int(part["day"])
    if part.get("sign") and match.start("month") == match.start() and month > len(_MONTHS):
        month, day = day, month
    hour = int(part["hour"] or 0)
    if part["half"]:
        hour = hour % 12 + (12 if part["half"] == "PM" else 0)
    date = _time(year, month, day, hour, int(part["minute"] or 0))
    if date and (part["zone"] or "Z")[0] in "+-":
        digits = part["zone"].replace(":", "")
        offset = timedelta(hours=int(digits[1:3]), minutes=int(digits[3:5]))
        date = _possible(date - offset if digits[0] == "+" else date + offset)
    is_day = not part["hour"] or (part["second"] and not re.search("[1-9]", match[0][match.start("hour") :]))
    return Moment(date, "day" if is_day else "minute")


def marked_or_stated_level(text: str | None) -> str | None:
    """Classification of a column: in words, ``Secret // Noforn``, or as a portion is marked, ``S/NF``."""
    value = re.sub(r"\s*/{1,2}\s*", "//", (cell(text) or "").upper().strip("()"))
    if level := stated_level(value):
        return level
    marking, _, control = value.partition("//")
    known = tables.marked_level({marking})
    if known is None or control not in {"", "NF", "NOFORN"}:
        return None
    return f"{known.name}//NOFORN" if control and "//" not in known.name else known.name


def stated_level(text: str | None) -> str | None:
    """Classification of a cell, in capitals; None where it is none."""
    value = cell(text)
    return value.upper() if value and LEVEL.fullmatch(value) else None


def stated_tags(texts: Iterable[str]) -> tuple[str, ...]:
    """Codes in order of appearance, each once."""
    return tuple(dict.fromkeys(tag for text in texts for tag in text.replace(",", " ").split()))


def _iso(value: str) -> datetime | None:
    try:
        stamp = datetime.fromisoformat(value).replace(tzinfo=UTC)
    except ValueError:
        return None
    return stamp if stamp.year in YEARS else None


def _time(year: int, month: int, day: int, hour: int, minute: int) -> datetime | None:
    try:
        return datetime(year, month, day, hour, minute, tzinfo=UTC) if year in YEARS else None
    except ValueError:
        return None
