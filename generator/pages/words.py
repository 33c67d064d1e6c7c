"""Dates, numbers and markings in words for readers."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

MARKINGS: Final = {
    "U": "Unclassified",
    "SBU": "Sensitive but unclassified",
    "LOU": "Limited official use",
    "C": "Confidential",
    "S": "Secret",
    "TS": "Top secret",
    "NF": "no foreign nationals",
    "NOFORN": "no foreign nationals",
    "REL": "releasable to those named",
    "FOUO": "for official use only",
}
"""Portion markings (5 FAH-1 H-210, E.O. 13526 section 1.6); each part between slashes has its meaning."""

NO_SUBJECT: Final = "Telegram without a subject line"
NO_NAME: Final = "Without a name"


def subject(printed: str | None) -> str:
    """The subject, or words for its absence: a heading or link without words would be none."""
    return (printed or "").strip() or NO_SUBJECT


def day(value: date | datetime) -> str:
    """``20 February 2009``."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def month(year: int, number: int) -> str:
    """``February 2009``."""
    return f"{MONTHS[number - 1]} {year}"


def clock(value: datetime) -> str:
    """``09:29 UTC``."""
    return f"{value.hour:02}:{value.minute:02} UTC"


def counted(number: int, noun: str) -> str:
    """``1 cable``, ``1,669 cables``, ``2 people``, ``3 countries``."""
    if number == 1:
        return f"1 {noun}"
    plural = {"person": "people", "country": "countries", "entry": "entries"}.get(noun, f"{noun}s")
    return f"{number:,} {plural}"


def listed(parts: Iterable[str]) -> str:
    """``a, b and c``."""
    *first, last = list(parts) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def marking(printed: str) -> str | None:
    """``S/NF`` in words: ``Secret, no foreign nationals``; None where a part has no known meaning."""
    parts = [part.strip().upper() for part in printed.split("/") if part.strip()]
    meanings = [MARKINGS.get(part) for part in parts]
    known = [meaning for meaning in meanings if meaning]
    return ", ".join(known) if known and len(known) == len(parts) else None


def level(classification: str | None) -> str:
    """The level alone, as a class for colours: ``secret``, ``official-use``, ``none``."""
    printed = (classification or "").upper()
    for name, wording in (
        ("secret", "SECRET"),
        ("confidential", "CONFIDENTIAL"),
        ("official-use", "OFFICIAL USE"),
        ("unclassified", "UNCLASSIFIED"),
    ):
        if wording in printed:
            return name
    return "none"


def classification(printed: str | None) -> str:
    """``Unclassified // For official use only``: capitals tire the eye in a list."""
    if printed is None:
        return "Not stated"
    parts = [part.strip() for part in printed.split("//")]
    return " // ".join([parts[0].capitalize(), *(_control(part) for part in parts[1:])])


def _control(part: str) -> str:
    """Controls of one word are code words and stay in capitals."""
    return part if " " not in part else part.capitalize()


def span(dates: Iterable[date | datetime | None]) -> str | None:
    """``February 2009``, ``2006`` or ``2006-2010``: the time that dates cover; None without any."""
    known = sorted(moment for moment in dates if moment is not None)
    if not known:
        return None
    first, last = known[0], known[-1]
    if (first.year, first.month) == (last.year, last.month):
        return month(first.year, first.month)
    return str(first.year) if first.year == last.year else f"{first.year}\u2013{last.year}"


def capital(text: str) -> str:
    """The first letter large, the others as they are."""
    return text[:1].upper() + text[1:]


def short_meaning(meaning: str) -> str:
    """``Political affairs: human rights`` without its category: ``Human rights``."""
    return capital(meaning.rpartition(": ")[2])
