"""``Message Attributes``: what the National Archives' file of 1973-1979 says of a telegram beside its text.

Some seventy keys, a line each, ``Key: value``; long values go on over lines. Columns of the same names stand
in tables that researchers made of it. What is of use becomes what the layout states; the rest (film numbers,
names of reviewers, dispositions) stays in the original text.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from generator.model import YEARS, Stated
from generator.read.stated import cell, plain_id, stated_level

KEYS: Final = (
    "Automatic Decaptioning", "Capture Date", "Channel Indicators", "Concepts", "Control Number", "Copy",
    "Current Classification", "Current Handling Restrictions", "Decaption Date", "Decaption Note",
    "Disposition Action", "Disposition Approved on Date", "Disposition Authority",
    "Disposition Case Number", "Disposition Comment", "Disposition Date", "Disposition Event",
    "Disposition History", "Disposition Reason", "Disposition Remarks", "Document Number",
    "Document Source", "Document Unique ID", "Draft Date", "Drafter", "Enclosure", "Errors",
    "Executive Order", "Expiration", "Film Number", "Format", "From", "Handling Restrictions", "Image Path",
    "ISecure", "Legacy Key", "Line Count", "Litigation Code List", "Litigation Codes", "Litigation History",
    "Locator", "Markings", "Message ID", "Office", "Original Classification",
    "Original Handling Restrictions", "Original Previous Classification",
    "Original Previous Handling Restrictions", "Page Count", "Previous Channel Indicators",
    "Previous Classification", "Previous Handling Restrictions", "Reference", "Retention", "Review Action",
    "Review Authority", "Review Comment", "Review Content Flags", "Review Date", "Review Event",
    "Review Exemptions", "Review History", "Review Media Identifier", "Review Markings", "Review Referrals",
    "Review Release Date", "Review Release Event", "Review Transfer Date", "Review Withdrawn Fields",
    "SAS ID", "Secure", "Sent Date", "Status", "Subject", "TAGS", "To", "Type", "vdkvgwkey", "XML",
)  # fmt: skip
"""The keys in the form in which the files print them."""

_KEY: Final = re.compile(
    r"\s{0,8}(?P<key>"
    + "|".join(re.escape(key) for key in sorted(KEYS, key=len, reverse=True))
    + r")\s?:(?:\s|$)",
    re.IGNORECASE,
)
_NONE: Final = re.compile(r"(?i:n/?a|none|not applicable|<?blank>?|'?0{1,4}'?)?\.?")
_DATE: Final = re.compile(
    r"(?P<day>\d{1,2})[\s/-](?P<month>[A-Za-z]{3}|\d{1,2})[\w]{0,6}[\s/-](?P<year>\d{4})\b.*"
)
_ISO: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b.*")
_MONTHS: Final = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_CAPTIONS: Final = ("EXDIS", "NODIS", "LIMDIS", "STADIS", "NOFORN", "EYES ONLY", "ROGER CHANNEL")
_WITHDRAWN: Final = re.compile(r"WITHDRAW|DENIED|EXEMPT|NOT RELEASED", re.IGNORECASE)
_MOST: Final = 20_000
"""Characters of one value; the longest subjects have some hundred."""


def is_attribute(line: str) -> bool:
    """Whether a line begins with one of the keys."""
    return _KEY.match(line) is not None


def read_attributes(lines: Sequence[str]) -> dict[str, str]:
    """The values by key in lower case, continuation lines joined; the first of a key printed twice."""
    values: dict[str, str] = {}
    key = ""
    for line in lines:
        if match := _KEY.match(line):
            key = match["key"].lower()
            values.setdefault(key, "")
            text = line[match.end() :].strip()
        else:
            text = line.strip()
        if key and text and len(values[key]) < _MOST:
            values[key] = f"{values[key]} {text}" if values[key] else text
    return values


def stated_attributes(values: Mapping[str, str]) -> Stated:
    """What the attributes state; keys in lower case, values as printed."""
    known = {key: value for key, value in values.items() if not _NONE.fullmatch(value.strip())}
    restrictions = " ".join(
        known.get(key, "") for key in ("original handling restrictions", "previous handling restrictions",
                                       "handling restrictions")
    ).upper()  # fmt: skip
    return Stated(
        id=plain_id(known.get("document number")),
        date=(date := _date(known)),
        date_precision="day" if date else "minute",
        classification=_level(known),
        captions=tuple(caption for caption in _CAPTIONS if caption in restrictions),
        origin=cell(known.get("from")),
        addressees=_parts(known.get("to"), ";,"),
        subject=cell(known.get("subject")),
        tags=_parts(known.get("tags"), ","),
        references=_parts(known.get("reference"), ",;"),
        concepts=_parts(known.get("concepts"), ","),
        drafted_by=cell(known.get("drafter")),
        text_status=_status(known),
        is_archival=True,
    )


def _date(known: Mapping[str, str]) -> datetime | None:
    dates = (_read_date(known[key]) for key in ("sent date", "date", "draft date") if key in known)
    return next((date for date in dates if date), None)


def _read_date(text: str) -> datetime | None:
    match = _DATE.fullmatch(text.strip()) or _ISO.fullmatch(text.strip())
    if match is None or int(match["year"]) not in YEARS:
        return None
    name = match["month"].upper()
    month = int(name) if name.isdigit() else _MONTHS.index(name) + 1 if name in _MONTHS else 0
    try:
        return datetime(int(match["year"]), month, int(match["day"]), tzinfo=UTC)
    except ValueError:
        return None


def _level(known: Mapping[str, str]) -> str | None:
    """The telegram's own; the current one is the archive's, UNCLASSIFIED for all that is released."""
    printed = (
        known.get(key) for key in ("original classification", "previous classification", "classification")
    )
    return next((level for text in printed if (level := stated_level(text))), None)


def _status(known: Mapping[str, str]) -> str | None:
    """Why there is no text; None where the locator says that there is one, or nothing says anything."""
    locator = known.get("locator", "").upper()
    if "ON-LINE" in locator or "ONLINE" in locator:
        return None
    return _withdrawn(known) or cell(locator)


def withdrawn(lines: Sequence[str]) -> str | None:
    """What the attributes say of an entry that was withdrawn or denied; None where they say nothing of it."""
    return _withdrawn(read_attributes(lines))


def _withdrawn(known: Mapping[str, str]) -> str | None:
    actions = (known.get(key, "") for key in ("review action", "disposition action", "type", "status"))
    action = next((text for text in actions if _WITHDRAWN.search(text)), None)
    return cell(action.upper()) if action else None


def _parts(text: str | None, separators: str) -> tuple[str, ...]:
    if not text:
        return ()
    parts = re.split(f"[{separators}]", text)
    return tuple(dict.fromkeys(part for written in parts if (part := " ".join(written.split()))))
