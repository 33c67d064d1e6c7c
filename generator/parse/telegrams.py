"""Message reference numbers: made canonical, dated from the cable that cites them, found in running text.

``ALMATY 1450``, ``08 RIO DE JAN 0044``, ``2006 SAN JOSE 2734``.
"""

import re
from datetime import datetime
from typing import Final, NamedTuple

from generator.model import CABLE_ID, FIRST_YEAR, cable_id_parts, full_year
from generator.parse.lookup import PostFound, own_post_in, post_in

_NOT_LETTERS: Final = re.compile(r"[^A-Z]")


class CitedFrom(NamedTuple):
    """The cable in whose text a reference stands; all None where it is not known."""

    year: int | None
    post: str | None
    """As in its own id: ``SANJOSE``."""
    serial: int | None


def canonical_id(year: int, post: str, serial: str) -> str | None:
    """``2009, "SAN JOSE", "000308"`` as ``09SANJOSE308``; None where that makes no message number."""
    number = f"{year % 100:02d}{_NOT_LETTERS.sub('', post.upper())}{serial.lstrip('0')}"
    return number if CABLE_ID.fullmatch(number) else None


def citing(cable_id: str | None, sent: datetime | None) -> CitedFrom:
    """What a cable's own number and date say of the numbers it cites."""
    if cable_id is None:
        return CitedFrom(sent.year if sent else None, None, None)
    year, post, serial = cable_id_parts(cable_id)
    return CitedFrom(sent.year if sent else year, post, serial)


def year_of(printed: str) -> int | None:
    """``08`` and ``2008`` as 2008; None where no telegram can be of that year."""
    year = full_year(int(printed))
    return year if FIRST_YEAR <= year < FIRST_YEAR + 100 else None


_MONTH: Final = r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\b"
_TELEGRAM: Final = re.compile(
    # a year before it: "08 ", "2006-", "'07", "(99) "
    # the letter for the digit in "O4 "
    r"(?<![\w/])(?:(?:['\u2019]?|\()(?P<year>(?:19|20)?\d\d|O\d)\)?[\s-]{0,2})?"
    # the post: "ALMATY", "RIO DE JAN", "Port of Spain #"
    r"(?P<post>[A-Z][A-Za-z.'\u2019]{1,20}(?:[ -][A-Z][A-Za-z.'\u2019]{0,20}|\sde[l]?){0,4})"
    r"[\s#]{0,3}[-:]?\s?"
    # a year behind the post: "09 " of "ASTANA 09 308"
    r"(?:(?P<middle>(?:19|20)\d\d|\d\d)[ -](?=\d{2}))?"
    # the number, which is no time, sum, date or range: "0308", but not "10:30", "1,450", "4 JUL", "10-12"
    rf"0{{0,3}}(?P<serial>\d{{1,7}})(?![\w/]|:(?!\s+[A-Z])|[.,]\d|\s?{_MONTH}|-\d{{2}}\b)"
    # a year behind it: " (2006)", " (07)", " [07]", " '07"
    r"(?:\s?[(\[]['\u2019]?(?P<tail>(?:19|20)?\d\d)[)\]]|\s{0,2}['\u2019](?P<elided>\d\d)\b)?"
)
# as in ", 1451", " and 1452", " thru 1455" behind "ALMATY 1450"
_ALSO: Final = re.compile(
    r"\s*(?:,|;|\band\b|&|/|\bthru\b|\bthrough\b)\s*(?:and\s)?"
    # no year before the next: ", 03 ROME 5205"
    r"(?P<serial>\d{3,7}|\d{2}(?!\d|\s(?!AND\b|THRU\b)(?-i:[A-Z][A-Za-z.]{1,20})"
    r"(?:[ -](?-i:[A-Z][A-Za-z.]{1,20})){0,3}\s\d))"
    rf"(?![\w/:]|[.,]\d|\s?{_MONTH})",
    re.IGNORECASE,
)


class Telegram(NamedTuple):
    """One telegram named in a text."""

    start: int
    end: int
    printed: str
    id: str
    year_guessed: bool


# Where a serial number may stand behind a name; the rest is only looked at from there.
_HINT: Final = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z.'\u2019]{0,20}\s?[ #]{0,3}[-:]?\s?\d")
_REACH: Final = 110
"""Characters before the first digit in which post and year stand, and behind it in which the number ends."""
_YEAR_BETWEEN: Final = 6
"""Characters of a year between post and number; what lies further is found from its own digits."""


def find_telegrams(text: str, citing: CitedFrom, *, cut: bool = False) -> list[Telegram]:
    """Every telegram named in a text, in order; a name without a known post is none.

    Args:
        text: Any.
        citing: The cable in which it stands.
        cut: Whether that cable's own post may be cut short: in a list of references, where nothing else is
            named.
    """
    own = citing.post if cut else None
    telegrams: list[Telegram] = []
    position = 0
    for hint in _HINT.finditer(text):
        if hint.end() <= position:
            continue
        start = max(position, hint.start() - _REACH)
        match = _TELEGRAM.search(text, start, hint.end() + _REACH)
        while match and (post := _post(match["post"], own)) is None and match.start("serial") < hint.end():
            match = _TELEGRAM.search(text, match.end("post"), hint.end() + _REACH)
        if match and post and match.start("serial") <= hint.end() + _YEAR_BETWEEN:
            position = _add(match, post, telegrams, citing)
    return telegrams


def _post(printed: str, own: str | None) -> PostFound | None:
    return post_in(printed) or (own_post_in(printed, own) if own else None)


def _add(match: re.Match[str], post: PostFound, telegrams: list[Telegram], citing: CitedFrom) -> int:
    """Add a telegram and the further numbers of its post; returns where they end."""
    text = match.string
    # before other words it is no year of this telegram's: "A-55 REPEATED TO PARIS 456"
    year = None if post.offset else match["year"]
    printed = (year and year.replace("O", "0")) or match["middle"] or _year_behind(match, citing)
    start = match.start("year") if year else match.start("post") + post.offset
    numbers = [(start, match.end(), match["serial"])]
    while also := _ALSO.match(text, numbers[-1][1]):
        numbers.append((also.start("serial"), also.end(), also["serial"]))
    for begin, end, serial in numbers:
        number, guessed = _dated(post.code, serial, printed, citing)
        if number:
            telegrams.append(Telegram(begin, end, text[begin:end], number, guessed))
    return numbers[-1][1]


def _year_behind(match: re.Match[str], citing: CitedFrom) -> str | None:
    """The year in brackets behind a number; two digits may be anything, and must be of a year gone by."""
    printed = match["tail"] or match["elided"]
    if printed and len(printed) == 2 and citing.year is not None:  # noqa: PLR2004 - two digits of a year
        year = full_year(int(printed))
        return printed if citing.year - _BACK <= year <= citing.year else None
    return printed


_BACK: Final = 40
"""Years that a reference reaches back at most."""


def _dated(post: str, serial: str, printed: str | None, citing: CitedFrom) -> tuple[str | None, bool]:
    """The canonical number; a number too high for the citing cable's year is of the year before."""
    year = year_of(printed) if printed else citing.year
    if year is None:
        return None, False
    earlier = (
        not printed and post == citing.post and citing.serial is not None and int(serial) > citing.serial
    )
    return canonical_id(year - earlier, post, serial), earlier
