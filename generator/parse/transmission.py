"""The transmission header: identifier, routing, station line, date-time group, sender, addressees.

    VZCZCXRO7817
    OO RUEHAG RUEHAST RUEHBI
    DE RUEHTA #0308/01 0510929
    ZNR UUUUU ZZH
    O 200929Z FEB 09
    FM AMEMBASSY ASTANA
    TO RUEHC/SECSTATE WASHDC IMMEDIATE 4680
    INFO RUCNCIS/CIS COLLECTIVE 1228

Source: ACP 127 (message format lines 1 to 8) as used by the State Department's network.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from generator.model import YEARS, Addressee, full_year
from generator.parse.banners import PAGE
from generator.parse.captions import is_caption
from generator.parse.lines import Line, Notes

PRECEDENCE: Final[dict[str, str]] = {"Z": "FLASH", "O": "IMMEDIATE", "P": "PRIORITY", "R": "ROUTINE"}
"""Letter of the date-time group -> word. ACP 121."""

MONTHS: Final[dict[str, int]] = {
    name: number
    for number, name in enumerate(
        ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"), start=1
    )
}

_TRANSMISSION_ID: Final = re.compile(r"^\W*(VZCZ[A-Z0-9]{3,10})\b")
_ROUTING: Final = re.compile(r"^\W{0,6}(?:[ZOPR]{2}\s+)?[RU][A-Z0-9]{4,7}(?:\s+[RU][A-Z0-9]{4,7})*$")
_STATION: Final = re.compile(r"^\W*DE\s+(?P<station>R[A-Z]{3,7})\s+#?(?P<serial>\d{3,5})\b")
_BREAK: Final = re.compile(r"^\W{0,6}BT\W{0,6}$")
_SECURITY: Final = re.compile(r"^\W*ZN[RY]\s+[A-Z]{5}\b")
# as in "O 200929Z FEB 09", "P R 281848Z DEC 66", "201247Z Jan 04", "O P 120829Z MAR 09 ZDK"
_GROUP: Final = re.compile(
    r"(?:^|\s)(?P<letters>(?:[ZOPR]\s+){0,3})(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})\s?Z\s{0,9}"
    # as in "MAR 09", "MARCH 2009", "MAR09", "MAR '09"
    r"(?P<month>[A-Z]{3})[A-Z]{0,6}\.?\s{0,9}['\u2019]?(?P<year>\d{4}|\d{2})\b",
    re.IGNORECASE,
)
# as in "FM AMEMBASSY ASTANA", "FROM: AMEMBASSY ASTANA"
_FROM: Final = re.compile(r"^\W*(?:FM\s?:?\s+|FROM\s?:\s*)(?P<name>\S.*)$")
_TO: Final = re.compile(r"^\W*TO(?:\s?:\s*|\s+)(?P<name>\S.*)$")
_INFO: Final = re.compile(r"^\W*INFO\s+(?P<name>\S.*)$")
# as in "PRIORITYRUEHXD/MOSCOW POLITICAL COLLECTIVE PRIORITYRHEHNSC/NSC WASHDC": addressees run together
_RUN_TOGETHER: Final = re.compile(r"(?<=[A-Z0-9 ])(?=R[UH][A-Z]{3,6}/[A-Z])")
# as in "RUEHC/SECSTATE WASHDC IMMEDIATE 4680", "CIS COLLECTIVE"
_ADDRESSEE: Final = re.compile(
    r"^(?:(?P<route>R[A-Z0-9]{3,7})/\s*+)?(?P<name>[A-Z0-9].*?)"
    r"(?:(?<!\s)\s++(?P<precedence>(?:NIACT\s++)?(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE)))?"
    r"(?:(?<!\s)\s++(?P<number>\d{2,5}))?$"
)
# as in "INFO  LOG-00   AF-00    AID-00", "ACTION EUR-00": distribution within the Department
_ROUTING_TABLE: Final = re.compile(r"^\W{0,4}(?:(?:ACTION|INFO)\s+)?[A-Z]{1,5}-\d\d\b")
# as in "XMT AMEMBASSY SOFIA": members of a collective that do not get it
_EXEMPT: Final = re.compile(r"XMT\b")
_SMALL_WORD: Final = re.compile(r"\b[a-z]{2,}\b")
_SMALL_WORDS_MOST: Final = 2
"""Addressees print in capitals; a line of words in small letters is prose."""
_NAME_MOST: Final = 90
"""No addressee has a longer name; a longer line is prose."""


@dataclass(slots=True)
class Transmission:
    """What the transmission header says; filled line by line."""

    transmission_id: str | None = None
    station_serial: str | None = None
    """Digits behind ``#`` in the DE line: the last four of the message number."""
    sent: datetime | None = None
    precedence: str | None = None
    sender: str | None = None
    """The FM line as printed: ``AMEMBASSY ASTANA``."""
    action: list[Addressee] = field(default_factory=list)
    info: list[Addressee] = field(default_factory=list)
    other: list[Line] = field(default_factory=list)
    """Lines that are none of the header's."""
    seen: bool = False
    """True where any line of a transmission header stood."""


def read_transmission(lines: list[Line], notes: Notes) -> Transmission:
    """Read the lines before the classification line; what is no part of a header is handed back."""
    header = Transmission()
    into: list[Addressee] | None = None
    for line in lines:
        text = line.text.strip()
        if not text:
            continue
        if is_caption(text) or _ROUTING_TABLE.match(text):
            header.other.append(line)
            into = None
            continue
        if _read_fixed(text, line, header, notes):
            into = None
            continue
        into, rest = _addressees_begin(text, header, into)
        if into is not None and PAGE.match(rest):
            header.other.append(line)
            continue
        if _EXEMPT.match(rest):
            into = None
        if into is None or not _read_addressees(rest, into):
            into = None
            header.other.append(line)
        else:
            header.seen = True
    return header


def _read_fixed(text: str, line: Line, header: Transmission, notes: Notes) -> bool:
    """Read one of the lines with a form of its own; False where it is none."""
    if match := _TRANSMISSION_ID.match(text):
        header.transmission_id = header.transmission_id or match[1]
    elif match := _STATION.match(text):
        header.station_serial = header.station_serial or match["serial"]
    elif match := _FROM.match(text):
        header.sender = header.sender or match["name"].strip()
    elif (match := _GROUP.search(text)) and len(text) < _NAME_MOST and match.start() < _GROUP_START:
        _read_group(match, line, header, notes)
    elif not (_SECURITY.match(text) or _ROUTING.match(text) or _BREAK.match(text)):
        return False
    header.seen = True
    return True


def is_fixed_line(text: str) -> bool:
    """Whether a line is the identifier, station, security or sender line, or the date-time group."""
    if any(pattern.match(text) for pattern in (_TRANSMISSION_ID, _STATION, _FROM, _SECURITY)):
        return True
    group = _GROUP.search(text, 0, _NAME_MOST)
    return group is not None and group.start() < _GROUP_START


def is_header_line(text: str) -> bool:
    """Whether a line is one of a transmission header's fixed forms, whose words the record has as values."""
    patterns = (_TRANSMISSION_ID, _STATION, _FROM, _TO, _INFO, _SECURITY, _ROUTING, _ROUTING_TABLE, _BREAK)
    return any(pattern.match(text) for pattern in patterns) or _GROUP.search(text, 0, _NAME_MOST) is not None


_GROUP_START: Final = 12
"""A date-time group begins its line; "ACTION EUR-00 ... 291400Z" in the old routing table is none."""


def _read_group(match: re.Match[str], line: Line, header: Transmission, notes: Notes) -> None:
    if header.sent:
        return
    header.sent = read_group(match)
    letters = match["letters"].split()
    header.precedence = PRECEDENCE[letters[0].upper()] if letters else None
    if header.sent is None:
        notes.add("date-unreadable", f'"{match[0].strip()}" is no date', line.number)


def read_group(match: re.Match[str]) -> datetime | None:
    """The time a date-time group means; None where there is no such time (31 FEB)."""
    month = MONTHS.get(match["month"].upper())
    year = full_year(int(match["year"]))
    if month is None or year not in YEARS:
        return None
    try:
        return datetime(year, month, int(match["day"]), int(match["hour"]), int(match["minute"]), tzinfo=UTC)
    except ValueError:
        return None


def search_group(text: str) -> re.Match[str] | None:
    """The first date-time group in a text."""
    return _GROUP.search(text)


def _addressees_begin(
    text: str, header: Transmission, into: list[Addressee] | None
) -> tuple[list[Addressee] | None, str]:
    if match := _TO.match(text):
        return header.action, match["name"]
    if match := _INFO.match(text):
        return header.info, match["name"]
    return into, text


def _read_addressees(text: str, into: list[Addressee]) -> bool:
    """Add the addressees of one line; False where the line names none."""
    pieces = [piece.strip() for piece in _RUN_TOGETHER.split(text)] if text.count("/") > 1 else [text]
    matches = [_ADDRESSEE.match(piece) if len(piece) < _NAME_MOST else None for piece in pieces if piece]
    if not matches or None in matches or len(_SMALL_WORD.findall(text)) > _SMALL_WORDS_MOST:
        return False
    into.extend(
        Addressee(
            route=match["route"],
            name=match["name"].strip(),
            precedence=match["precedence"].split()[-1] if match["precedence"] else None,
            number=match["number"],
        )
        for match in matches
        if match
    )
    return True
