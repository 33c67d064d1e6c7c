"""Cells of labels, tables and columns -> what the layout states."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from generator.model import YEARS
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
    r"(?:19|20)?(?P<year>\d\d) ?(?P<post>[A-Z]{2,30}(?: [A-Z]{1,20}){0,3}) ?0{0,8}(?P<serial>[1-9]\d{0,6})"
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
