"""Telegrams on the Department of State's forms before 1973: ``INCOMING TELEGRAM``, ``OUTGOING TELEGRAM``.

::

    INCOMING TELEGRAM          Department of State
                       CONFIDENTIAL            Control: 8471
    Action                                     Rec'd: APRIL 15, 1958
                                                      3:25 PM
    FROM: ROME
    TO:   Secretary of State
    NO:   3201, APRIL 15, 8 PM

The classification is typed or stamped on a line of its own. The message begins behind the last of these.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from generator.model import Source, Stated
from generator.read.editions import MONTH, each, message, number_of, read_captions, read_level, read_sent
from generator.read.item import Document, Item, Reading
from generator.tables import LEVEL_PATTERN

NAME = "incoming"

_TITLE: Final = re.compile(r"\b(?P<way>INCOMING|OUTGOING)\s+TELEGRAM\b", re.IGNORECASE)
_DEPARTMENT: Final = re.compile(r"\bDepartment\s+of\s+State\b", re.IGNORECASE)
_FIELDS: Final = {
    "control": re.compile(r"\bControl(?:\s*No\.?)?\s*:\s*(?P<value>\d{1,6})", re.IGNORECASE),
    "received": re.compile(r"\bRec(?:'|\u2019)?d\.?\s*:\s*(?P<value>\S.{0,60})", re.IGNORECASE),
    "from": re.compile(r"\bFROM\s*:\s*(?P<value>\S.{0,60}?)(?:\s{3,}.*)?$"),
    "to": re.compile(r"(?:^|\s)TO\s*:\s*(?P<value>\S.{0,80}?)(?:\s{3,}.*)?$"),
    "no": re.compile(r"\bNO\.?\s*:\s*(?P<value>(?:[A-Z]-)?\d{1,6}\b.{0,60})$"),
    "action": re.compile(r"^\s*ACTION\s*:\s*(?P<value>\S.{0,100})$"),
    "info": re.compile(r"^\s*INFO(?:RMATION)?\s*:\s*(?P<value>\S.{0,200})$"),
    "sent": re.compile(r"\bSENT\s+TO\s*:\s*(?P<value>\S.{0,80})$"),
    "stamp": re.compile(rf"^\W*(?P<value>(?:\d{{4}}\s+)?{MONTH}\s+\d{{1,2}}\b.{{0,40}})$", re.IGNORECASE),
}
"""Field -> how it stands on its line; two may share one."""
_SERIAL: Final = re.compile(r"(?:[A-Z]-)?(?P<serial>\d{1,6})\b")
_POST_SERIAL: Final = re.compile(
    r"(?P<post>(?:Am(?:erican\s+)?(?:embassy|consul(?:ate)?)|USMISSION|US\w+)?\s*[A-Z][A-Za-z ]{2,30}?)"
    r"\s+(?P<serial>\d{1,5})\b"
)
_YEAR: Final = re.compile(r"\b(?:19)\d\d\b")
_MONTH_DAY: Final = re.compile(rf"(?P<date>{MONTH}\s{{1,3}}\d{{1,2}})\b", re.IGNORECASE)
_LEVEL_LINE: Final = re.compile(rf"^\W*(?P<level>{LEVEL_PATTERN}|OFFICIAL USE ONLY)\b(?P<rest>.{{0,60}})$")
_OFFICE: Final = re.compile(
    r"^\s{0,8}(?:(?:Action|Info|Origin)\b.{0,12}|[A-Z]{1,5}(?:/[A-Z]{1,5})?(?:\s?[-(]\d{1,2}\)?)?|\d{1,3})$"
)
_SHAPE: Final = re.compile(
    r"^\s*(?:[A-Z]{1,4}\s?:\s?[A-Z]{1,4}(?:\s?[/-]\s?\d{1,3})?|[A-Z]{2,4}[/-]\d{1,2})$"
)
_FOOT: Final = re.compile(
    r"^\W*(?:DRAFTED\s+BY\b|Drafted\s+by\b|CLEARANCES?\b|Clearances?\b|REPRODUCTION\s+FROM|Telegraphic\s+transmission"
    r"|COPY\s+IS\s+PROHIBITED|PERMANENT\s+RECORD|FORM\s+DS)"
)
_TOP: Final = 60
"""Lines in which the heading stands."""


class _Top(NamedTuple):
    """What the heading says."""

    way: str
    values: dict[str, str]
    last: int
    """Row of its last line."""


_HINTS: Final = ("control", "rec'd", "rec\u2019d", "incoming", "outgoing")
"""No form is without one of these: its title has one, and three of four fields do."""


def recognises(item: Item) -> bool:
    """The form's title with the Department's name, or its fields."""
    lines = item.document().text.split("\n", _TOP)[:_TOP]
    heading = "\n".join(lines).lower()
    return any(hint in heading for hint in _HINTS) and _top(lines) is not None


def read(item: Item) -> Iterator[Reading]:
    """A telegram for each form; what is no message of it is kept as notices."""
    document = item.document()
    yield from each(document, _forms(document.text.split("\n")), _telegram)


def _forms(lines: Sequence[str]) -> list[int]:
    """Rows in which forms begin; the form of a further page has no number, or the same."""
    titles = [row for row, line in enumerate(lines) if _TITLE.search(line)]
    bounds = list(pairwise([0, *titles[1:], len(lines)]))
    starts, last = [0], _number(_top(lines[: min(bounds[0][1], _TOP)]))
    for start, end in bounds[1:]:
        number = _number(_top(lines[start : min(end, start + _TOP)]))
        if number and number != last:
            starts.append(start)
            last = number
    return starts


def _number(top: _Top | None) -> str:
    values = top.values if top else {}
    return next((values[name] for name in ("no", "action", "sent") if name in values), "")


def _telegram(document: Document) -> Iterator[Source]:
    lines = document.text.split("\n")
    top = _top(lines[:_TOP])
    if top is None:
        return
    start = top.last + 1
    while start < len(lines) and (
        not lines[start].strip() or _OFFICE.match(lines[start]) or _LEVEL_LINE.match(lines[start])
    ):
        start += 1
    end = _end(lines, start)
    foot = lines[end:]
    stated = _stated(top, lines[:start], foot)
    form = " \u00b7 ".join(" ".join(line.split()) for line in lines[:start] if line.strip())
    rest = " \u00b7 ".join(" ".join(line.split()) for line in foot if line.strip())
    yield message(document, NAME, lines=lines, body=range(start, end), stated=stated, remarks=[form, rest])


def _top(lines: Sequence[str]) -> _Top | None:
    """The heading; None where the lines have none."""
    way = next((match["way"].upper() for line in lines if (match := _TITLE.search(line))), "")
    values: dict[str, str] = {}
    last = -1
    for row, line in enumerate(lines):
        fields = {
            name: match["value"].strip()
            for name, pattern in _FIELDS.items()
            if (match := pattern.search(line))
        }
        new = {name: value for name, value in fields.items() if name not in values}
        if new and (last < 0 or row - last <= 12):  # noqa: PLR2004 - the form's lines stand together
            values |= new
            last = row
    labelled = {"control", "received", "from", "no"} & values.keys()
    titled = bool(way) and any(_DEPARTMENT.search(line) for line in lines)
    if not (titled or len(labelled) > 2):  # noqa: PLR2004 - three fields of the form
        return None
    if not values.keys() & {"no", "action", "sent"}:
        return None
    return _Top(way or "INCOMING", values, last)


def _stated(top: _Top, head: Sequence[str], foot: Sequence[str]) -> Stated:
    values = top.values
    year = next(
        (
            match[0]
            for name in ("received", "stamp", "no", "sent")
            if (match := _YEAR.search(values.get(name, "")))
        ),
        None,
    )
    level = next((match["level"] for line in head if (match := _LEVEL_LINE.match(line))), None) or read_level(
        " ".join(head)
    )
    level = level or next((match["level"] for line in foot if (match := _LEVEL_LINE.match(line))), None)
    if top.way == "OUTGOING":
        return _outgoing(values, year, level, head, foot)
    number = values.get("no", "")
    day = _MONTH_DAY.search(number) or _MONTH_DAY.search(values.get("received", ""))
    sent = read_sent(f"{day['date']}, {year}" if day and year else values.get("received", ""))
    serial = _SERIAL.match(number)
    place = values.get("from")
    return Stated(
        id=number_of(sent.date.year if sent.date else None, place, serial["serial"] if serial else None),
        date=sent.date,
        date_precision=sent.precision,
        classification=level,
        captions=read_captions(" ".join(head)),
        origin=place,
        place=place,
        addressees=tuple(filter(None, [values.get("to")])),
        is_archival=True,
    )


def _outgoing(
    values: dict[str, str], year: str | None, level: str | None, head: Sequence[str], foot: Sequence[str]
) -> Stated:
    """Of the Department: the number counts its telegrams to the first addressee."""
    to = values.get("action") or values.get("sent") or values.get("to") or ""
    match = _POST_SERIAL.match(to)
    serial = match["serial"] if match else None
    if serial is None and (number := _SERIAL.match(values.get("no", ""))):
        serial = number["serial"]
    stamp = values.get("stamp") or values.get("sent", "")
    sent = read_sent(stamp if _YEAR.search(stamp) else f"{stamp}, {year}")
    drafted = next(
        (line.split(":", 1)[-1] for line in foot if "rafted by" in line or "RAFTED BY" in line), ""
    )
    return Stated(
        id=number_of(sent.date.year if sent.date else None, "STATE", serial),
        date=sent.date,
        date_precision=sent.precision,
        classification=level,
        captions=read_captions(" ".join(head)),
        origin="Secretary of State",
        addressees=tuple(
            part for written in (to, values.get("info", "")) if (part := " ".join(written.split()))
        ),
        drafted_by=" ".join(drafted.split()) or None,
        is_archival=True,
    )


def _end(lines: Sequence[str], start: int) -> int:
    """Row behind the message: where the foot of the form begins, what typists added taken off."""
    end = next((row for row in range(start, len(lines)) if _FOOT.match(lines[row])), len(lines))
    while end > start and (
        not lines[end - 1].strip() or _SHAPE.match(lines[end - 1]) or _LEVEL_LINE.match(lines[end - 1])
    ):
        end -= 1
    return end
