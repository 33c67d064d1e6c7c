"""Dates of the E.O. line and of the lines that copies print above a cable."""

import re
from datetime import UTC, date, datetime
from typing import Final

from generator.model import YEARS
from generator.parse.transmission import MONTHS, read_group, search_group

# as in "02/26/2030", "7/19/2016", "02/12/20", "07-01-2019", "11/29/10"
_AMERICAN: Final = re.compile(
    r"(?<!\d)(?P<month>\d{1,2})\s?[/-]\s?(?P<day>\d{1,2})\s?[/-]\s?(?P<year>\d{4}|\d{2})(?!\d)"
)
# as in "2020/02/23", "2020-02-23"
_ISO: Final = re.compile(
    r"(?<!\d)(?P<year>\d{4})\s?[/-]\s?(?P<month>\d{1,2})\s?[/-]\s?(?P<day>\d{1,2})(?!\d)"
)
# as in "October 10, 2015", "OCT 10 2015"
_MONTH_FIRST: Final = re.compile(
    r"\b(?P<name>[A-Z]{3})[A-Z]{0,6}\.?\s{1,3}(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?P<year>\d{4})\b",
    re.IGNORECASE,
)
# as in "30 October 2015", "30OCT15"
_DAY_FIRST: Final = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})[\s-]{0,3}(?P<name>[A-Z]{3})[A-Z]{0,6}\.?,?[\s-]{0,3}(?P<year>\d{4}|\d{2})\b",
    re.IGNORECASE,
)
_FORMS: Final = (_ISO, _AMERICAN, _MONTH_FIRST, _DAY_FIRST)

# as in "2008-10-27T08:20:00", "2007-03-16 12:23:00", "3/9/2005 6:49", "Thursday, 07 March 2002, 10:13"
_STAMP_ISO: Final = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?:[T ]\s?(\d{1,2}):(\d\d))?")
_STAMP_AMERICAN: Final = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4}) (\d{1,2}):(\d\d)\b")
_STAMP_LONG: Final = re.compile(
    r"\b[A-Z][a-z]{2,8}day,?\s(\d{1,2})\s([A-Z][a-z]{2})[a-z]{0,6}\s(\d{4})(?:,\s(\d{1,2}):(\d\d))?"
)


def read_date(text: str, *, after: date | None = None) -> date | None:
    """The first date in a text; a year of two digits is the first such year not before ``after``."""
    best: tuple[int, date] | None = None
    for form in _FORMS:
        for match in form.finditer(text[:400]):
            value = _read_one(match, after)
            if value and (best is None or match.start() < best[0]):
                best = match.start(), value
            if value:
                break
    return best[1] if best else None


def _read_one(match: re.Match[str], after: date | None) -> date | None:
    parts = match.groupdict()
    month = MONTHS.get(parts["name"].upper()) if "name" in parts else int(parts["month"])
    if month is None:
        return None
    year = int(parts["year"])
    if len(parts["year"]) == 2:  # noqa: PLR2004 - two digits of a year
        century = 2000 if after is None else after.year - after.year % 100
        year += century
        if after and year < after.year:
            year += 100
    try:
        return date(year, month, int(parts["day"]))
    except ValueError:
        return None


def read_stamp(text: str) -> datetime | None:
    """A date and time as a copy prints them above a cable; None where there is none."""
    try:
        if match := _STAMP_ISO.search(text):
            year, month, day, hour, minute = (int(part or 0) for part in match.groups())
        elif match := _STAMP_AMERICAN.search(text):
            month, day, year, hour, minute = (int(part) for part in match.groups())
        elif (match := _STAMP_LONG.search(text)) and match[2].upper() in MONTHS:
            day, month, year = int(match[1]), MONTHS[match[2].upper()], int(match[3])
            hour, minute = int(match[4] or 0), int(match[5] or 0)
        elif match := search_group(text):
            return read_group(match)
        else:
            return None
        return datetime(year, month, day, hour, minute, tzinfo=UTC) if year in YEARS else None
    except ValueError:
        return None
