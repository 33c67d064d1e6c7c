"""Who sent the telegram, when, under which number.

Each is taken from the text first, then from the layout, then from the file's name.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from generator import tables
from generator.model import CABLE_ID, DatePrecision, Source, cable_id_parts
from generator.parse.classification import HeadLine
from generator.parse.dates import read_stamp
from generator.parse.lines import Line, Notes
from generator.parse.telegrams import canonical_id
from generator.parse.transmission import Transmission

# as in "refid: 06LIMA2415", "2007-03-16 12:23:00 07BERN259 Embassy Bern", "ID:247123 09STATE..."
_ID_IN_TEXT: Final = re.compile(r"(?<![A-Z0-9])(\d{2}[A-Z]{3,28}[1-9]\d{0,6})(?![A-Z0-9])")
_REDACTED: Final = re.compile(r"X{4,}")


class Clues(NamedTuple):
    """All that can say who sent a telegram, when and under which number."""

    source: Source
    head: Line | None
    """The classification line."""
    headline: HeadLine | None
    header: Transmission
    labels: list[Line]
    """What a copy printed above the cable: rows of a database, a date."""


class Identity(NamedTuple):
    """The telegram's number and time."""

    id: str | None
    date: datetime | None
    precision: DatePrecision | None

    @property
    def year(self) -> int | None:
        """From the date, else from the number."""
        return self.date.year if self.date else _year(self.id)


class Sender(NamedTuple):
    """The telegram's origin in plain words."""

    origin: str | None
    post: str | None
    country: str | None


def identify(clues: Clues, notes: Notes) -> Identity:
    """Find number and time sent; warn where they come from elsewhere than the telegram's own header."""
    date, precision = _date(clues, notes)
    number = _number(clues, date, notes)
    return Identity(number, date, precision or ("year" if number else None))


def _date(clues: Clues, notes: Notes) -> tuple[datetime | None, DatePrecision | None]:
    sent, stated = clues.header.sent, clues.source.stated.date
    if sent:
        if stated and stated.date() != sent.date():
            notes.add("date-conflict", f"stated {stated:%Y-%m-%d}, the text says {sent:%Y-%m-%d}")
        return sent, "minute"
    if stated:
        notes.add("date-from-stated", f"stated {stated:%Y-%m-%d %H:%M}")
        return stated, clues.source.stated.date_precision
    for line in clues.labels:
        if stamp := read_stamp(line.text):
            notes.add("date-guessed", f"{stamp:%Y-%m-%d %H:%M} stands outside the header", line.number)
            return stamp, "minute"
    notes.add("date-missing", "no date-time group")
    return None, None


def _number(clues: Clues, date: datetime | None, notes: Notes) -> str | None:
    known, code = _known(clues)
    year = date.year if date else _year(known)
    number = _from_text(clues, year, notes)
    line = clues.head.number if clues.head else None
    if number is None and known:
        notes.add(code, f"{known} does not stand in the text")
        return known
    if number is None:
        notes.add("id-missing", "no message number")
    elif known and known != number and code != "id-from-label":
        notes.add("id-conflict", f"the text says {number}, the layout or file name {known}", line)
    return number


def _known(clues: Clues) -> tuple[str | None, str]:
    """The number that layout, labels or file name give, and the warning it calls for."""
    source = clues.source
    stem = PurePosixPath(source.path).stem
    outside = (
        (source.stated.id, "id-from-stated"),
        (next(iter(_labelled(clues.labels)), None), "id-from-label"),
        (_plain(stem) if source.row is None else None, "id-from-name"),
    )
    return next(((n, code) for n, code in outside if n and CABLE_ID.fullmatch(n)), (None, ""))


# as in "1975ROME00123", "09ASTANA308", "75 ROME 00123": how archives and copies name their files
_NAME: Final = re.compile(r"(?:19|20)?(?P<year>\d\d)[ _-]?(?P<post>[A-Z]{2,30})[ _-]?(?P<serial>\d{1,7})")


def _plain(name: str) -> str | None:
    """The number that a file's name is, in its plain form; None where it is none."""
    match = _NAME.fullmatch(name)
    return canonical_id(int(match["year"]), match["post"], match["serial"]) if match else None


def _year(number: str | None) -> int | None:
    return cable_id_parts(number)[0] if number else None


def _from_text(clues: Clues, year: int | None, notes: Notes) -> str | None:
    """Number from the classification line; failing that from the FM and DE lines."""
    headline, header = clues.headline, clues.header
    if year is None:
        return None
    if headline and headline.post and headline.serial and not _REDACTED.search(headline.post):
        return canonical_id(year, headline.post, headline.serial)
    sender = tables.post_from_line(header.sender, year) if header.sender else None
    serial = headline.serial if headline and headline.serial else header.station_serial
    if sender is None or serial is None:
        return None
    line = clues.head.number if clues.head else None
    notes.add("id-from-station", "the classification line has no number", line)
    return canonical_id(year, sender.mrn, serial)


def _labelled(labels: Iterable[Line]) -> list[str]:
    """Whole numbers among the labels that a copy printed above the cable; its own and those it cites."""
    numbers = [number[1] for line in labels for number in _ID_IN_TEXT.finditer(line.text)]
    return [number for number in numbers if tables.is_post(cable_id_parts(number)[1])]


def sender_of(clues: Clues, identity: Identity, notes: Notes) -> Sender:
    """Origin, post and country from the FM line, else from the message number, else as stated."""
    number, printed, stated = identity.id, clues.header.sender, clues.source.stated.origin
    if clues.source.stated.is_foreign:
        return Sender(stated, clues.source.stated.place, None)
    year = identity.date.year if identity.date else _year(number)
    if printed and (post := tables.post_from_line(printed, year)):
        return Sender(post.origin, post.post, post.country)
    if printed and not _REDACTED.search(printed):
        notes.add("origin-unknown", f'"{printed[:60]}" is in no table')
    name = _post_of(number, clues.headline)
    if name and (post := tables.post_from_mrn(name, year)):
        if not stated:
            notes.add("origin-guessed", f"{post.origin}, from {number or name}")
        return Sender(post.origin, post.post, post.country)
    if not (stated or printed):
        notes.add("origin-missing", "no sender")
    return Sender(stated or printed, None, None)


def _post_of(number: str | None, headline: HeadLine | None) -> str | None:
    if number:
        return cable_id_parts(number)[1]
    return headline.post if headline else None
