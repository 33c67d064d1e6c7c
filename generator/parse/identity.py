"""Who sent the telegram, when, under which number: from the text first, then the layout, then the file's name."""

import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from generator import tables
from generator.model import CABLE_ID, Source, cable_id_parts
from generator.parse.classification import HeadLine
from generator.parse.dates import read_stamp
from generator.parse.lines import Line, Notes
from generator.parse.number import canonical_id
from generator.parse.transmission import Transmission

# "refid: 06LIMA2415", "2007-03-16 12:23:00 07BERN259 Embassy Bern", "ID:247123 09STATE..."
_ID_IN_TEXT: Final = re.compile(r"(?<![A-Z0-9])(\d{2}[A-Z]{3,28}[1-9]\d{0,6})(?![A-Z0-9])")
_REDACTED: Final = re.compile(r"X{4,}")
_NAME_ID: Final = re.compile(r"\d{2}[A-Z]{2,30}[1-9]\d{0,6}")


class Identity(NamedTuple):
    """The telegram's number and time."""

    id: str | None
    date: datetime | None


class Sender(NamedTuple):
    """The telegram's origin in plain words."""

    origin: str | None
    post: str | None
    country: str | None


def identify(
    source: Source,
    head: Line | None,
    headline: HeadLine | None,
    header: Transmission,
    labels: list[Line],
    notes: Notes,
) -> Identity:
    """Find number and time sent; warn where they come from elsewhere than the telegram's own header."""
    date = _date(source, header, labels, notes)
    number = _number(source, head, headline, header, labels, date, notes)
    return Identity(number, date)


def _date(source: Source, header: Transmission, labels: list[Line], notes: Notes) -> datetime | None:
    stated = source.stated.date
    if header.sent:
        if stated and stated.date() != header.sent.date():
            notes.add("date-conflict", f"stated {stated:%Y-%m-%d}, the text says {header.sent:%Y-%m-%d}")
        return header.sent
    if stated:
        notes.add("date-from-stated", f"stated {stated:%Y-%m-%d %H:%M}")
        return stated
    for line in labels:
        if stamp := read_stamp(line.text):
            notes.add("date-guessed", f"{stamp:%Y-%m-%d %H:%M} stands outside the header", line.number)
            return stamp
    notes.add("date-missing", "no date-time group")
    return None


def _number(
    source: Source,
    head: Line | None,
    headline: HeadLine | None,
    header: Transmission,
    labels: list[Line],
    date: datetime | None,
    notes: Notes,
) -> str | None:
    stem = PurePosixPath(source.path).stem
    named = stem if source.row is None and _NAME_ID.fullmatch(stem) else None
    outside = [
        (source.stated.id, "id-from-stated"),
        (_labelled(labels), "id-from-stated"),
        (named, "id-from-name"),
    ]
    known = next(((number, code) for number, code in outside if number and CABLE_ID.fullmatch(number)), None)
    year = date.year if date else _year(known[0] if known else None)
    number = _from_text(headline, header, year, notes, head)
    if number is None and known:
        notes.add(known[1], f"{known[0]} does not stand in the text")
        return known[0]
    if number is None:
        notes.add("id-missing", "no message number")
    elif known and known[0] != number:
        notes.add(
            "id-conflict",
            f"the text says {number}, the layout or file name {known[0]}",
            head.number if head else None,
        )
    return number


def _year(number: str | None) -> int | None:
    return cable_id_parts(number)[0] if number else None


def _from_text(
    headline: HeadLine | None, header: Transmission, year: int | None, notes: Notes, head: Line | None
) -> str | None:
    """Number from the classification line; failing that from the FM and DE lines."""
    if year is None:
        return None
    if headline and headline.post and headline.serial and not _REDACTED.search(headline.post):
        return canonical_id(year, headline.post, headline.serial)
    sender = tables.post_from_line(header.sender, year) if header.sender else None
    serial = headline.serial if headline and headline.serial else header.station_serial
    if sender is None or serial is None:
        return None
    notes.add("id-from-station", "the classification line has no number", head.number if head else None)
    return canonical_id(year, sender.mrn, serial)


def _labelled(labels: Iterable[Line]) -> str | None:
    """A whole number among the labels that a copy printed above the cable."""
    for line in labels:
        if (found := _ID_IN_TEXT.search(line.text)) and tables.post_from_mrn(found[1]):
            return found[1]
    return None


def sender_of(
    source: Source,
    headline: HeadLine | None,
    header: Transmission,
    number: str | None,
    date: datetime | None,
    notes: Notes,
) -> Sender:
    """Origin, post and country from the FM line, else from the message number, else as stated."""
    year = date.year if date else _year(number)
    if header.sender and (post := tables.post_from_line(header.sender, year)):
        return Sender(post.origin, post.post, post.country)
    if header.sender and not _REDACTED.search(header.sender):
        notes.add("origin-unknown", f'"{header.sender[:60]}" is in no table')
    printed = number[2:] if number else headline.post if headline else None
    if printed and (post := tables.post_from_mrn(printed, year)):
        if not source.stated.origin:
            notes.add("origin-guessed", f"{post.origin}, from {number or printed}")
        return Sender(post.origin, post.post, post.country)
    if not source.stated.origin and not header.sender:
        notes.add("origin-missing", "no sender")
    return Sender(source.stated.origin or header.sender, None, None)
