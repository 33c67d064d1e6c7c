"""Telegrams named in running text: ``ALMATY 1450``, ``08 RIO DE JAN 0044``, ``2006 SAN JOSE 2734``."""

import re
from typing import Final, NamedTuple

from generator.parse.lookup import post_in
from generator.parse.number import Citing, canonical_id, full_year

_MONTH: Final = r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\b"
_TELEGRAM: Final = re.compile(
    r"(?<![\w/])(?:'?(?P<year>(?:19|20)?\d\d)[\s-]{0,2})?"
    r"(?P<post>[A-Z][A-Za-z.'’]{1,20}(?:[ -][A-Z][A-Za-z.'’]{0,20}|\sde[l]?){0,4})[\s#]{0,3}-?\s?"
    r"(?:(?P<middle>(?:19|20)\d\d|\d\d)[ -](?=\d{2}))?"
    rf"(?P<serial>\d{{1,7}})(?![\w/:]|[.,]\d|\s?{_MONTH}|-\d{{2}}\b)"
    r"(?:\s?\((?P<tail>(?:19|20)\d\d)\))?"
)
_ALSO: Final = re.compile(
    rf"\s*(?:,|;|\band\b|&|/|\bthru\b|\bthrough\b)\s*(?:and\s)?(?P<serial>\d{{2,7}})(?![\w/:]|[.,]\d|\s?{_MONTH})",
    re.IGNORECASE,
)


class Telegram(NamedTuple):
    """One telegram named in a text."""

    start: int
    end: int
    printed: str
    id: str
    year_guessed: bool


def find_telegrams(text: str, citing: Citing) -> list[Telegram]:
    """Every telegram named in a text, in order; a name without a known post is none."""
    telegrams: list[Telegram] = []
    position = 0
    while found := _TELEGRAM.search(text, position):
        post = post_in(found["post"])
        if post is None:
            position = found.start("serial") if post is None else found.end()
            continue
        printed_year = found["year"] or found["middle"] or found["tail"]
        start = found.start("year") if found["year"] else found.start("post") + post.offset
        position = _add(telegrams, text, citing, post.code, printed_year, found["serial"], start, found.end())
        while also := _ALSO.match(text, position):
            position = _add(
                telegrams,
                text,
                citing,
                post.code,
                printed_year,
                also["serial"],
                also.start("serial"),
                also.end(),
            )
    return telegrams


def _add(
    telegrams: list[Telegram],
    text: str,
    citing: Citing,
    post: str,
    printed: str | None,
    serial: str,
    start: int,
    end: int,
) -> int:
    """Add one telegram if its number can be made out; returns where to look on."""
    year = full_year(printed) if printed else citing.year
    guessed = False
    if year and not printed and post == citing.post and citing.serial and int(serial) > citing.serial:
        year, guessed = year - 1, True
    number = canonical_id(year, post, serial) if year else None
    if number:
        telegrams.append(Telegram(start, end, text[start:end], number, guessed))
    return end
