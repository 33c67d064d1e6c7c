"""Dates as each language writes them, by the patterns of CLDR."""

from datetime import date
from functools import cache, lru_cache
from typing import Final, Literal

from babel import Locale
from babel.dates import DateTimePattern, get_month_names, parse_pattern

from generator.wording.word import Language, locale

_PATTERNS: Final = {"en": "en_001"}
"""Whose patterns a language takes where they are not its own: ``20 February 2009``, as telegrams have it."""

Short = Literal["yMMMd", "yMMM"]


@lru_cache(4096)
def day(language: Language, value: date) -> str:
    """``20 February 2009``, ``20. Februar 2009``."""
    return _day_pattern(language).apply(value, locale(language))


@lru_cache(4096)
def month(language: Language, year: int, number: int) -> str:
    """``February 2009``, ``febrero de 2009``."""
    return _skeleton(language, "yMMMM").apply(date(year, number, 1), locale(language))


def months_alone(language: Language) -> tuple[str, ...]:
    """``Jan`` to ``Dec`` as they stand alone, under a bar."""
    names = get_month_names("abbreviated", "stand-alone", language)
    return tuple(names[number] for number in range(1, 13))


def months_in_dates(language: Language) -> tuple[str, ...]:
    """The same as they stand in a date: ``Sept.``."""
    names = get_month_names("abbreviated", "format", language)
    return tuple(names[number] for number in range(1, 13))


def short_pattern(language: Language, parts: Short) -> str:
    """How a short date is written: ``{day} {month} {year}``, ``{day}. {month} {year}``."""
    written = str(_skeleton(language, parts).format)  # a str that babel calls otherwise
    return written % {"d": "{day}", "MMM": "{month}", "y": "{year}"}


@cache
def _of_patterns(language: Language) -> Locale:
    return Locale.parse(_PATTERNS.get(language, language))


@cache
def _day_pattern(language: Language) -> DateTimePattern:
    return parse_pattern(_of_patterns(language).date_formats["long"])


@cache
def _skeleton(language: Language, parts: str) -> DateTimePattern:
    return parse_pattern(_of_patterns(language).datetime_skeletons[parts])
