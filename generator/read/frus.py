"""Telegrams as *Foreign Relations of the United States* prints them: heading, place and date, source note.

::

    123. Telegram From the Embassy in Italy to the Department of State

    Rome, January 15, 1970, 1530Z.

    234. 1. The port office ...

    Martin

    Source: National Archives, RG 59, Central Files 1970-73, POL 1 IT. Confidential; Exdis.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.model import Source, Stated
from generator.read.editions import each, message, number_of, read_captions, read_level, read_sent
from generator.read.item import Document, Item, Reading

NAME = "frus"

HEADING: Final = re.compile(
    r"\W{0,6}(?:\[?(?:Document\s+)?\d{1,4}\]?\.?\s{1,4})?"
    r"(?:(?:Circular|Backchannel|Paraphrase\s+of|Special|Joint)\s+)*(?:Telegram|Airgram|Message|Cable)"
    r"(?:\s+(?:No\.?\s+)?(?P<serial>\d{1,6}))?\s+From\s+(?P<sender>\S.{2,160}?)\s+to\s+(?P<receiver>\S.{2,200}?)"
    r"\W{0,2}\d{0,3}\W{0,3}",
    re.IGNORECASE | re.DOTALL,
)
"""``123. Telegram 234 From the Embassy in Italy to the Department of State``, a note's number behind it."""
_DATELINE: Final = re.compile(
    r"\W{0,4}(?P<place>[A-Z][A-Za-z .'\u2019-]{1,40}?),"
    r"\s{1,3}(?:[A-Z][a-z]{2,8}\.?\s{1,2}\d{1,2},\s{1,2}\d{4}|undated)"
    r".{0,60}"
)
# as in "Source: National Archives", a note's number before it: "1 Source:", "[1] Source:", "1. Source:"
_SOURCE: Final = re.compile(r"\W{0,6}(?:\d{1,2}\W{1,3})?Source:\s")
_OWN_NUMBER: Final = re.compile(r"\W{0,4}(?P<serial>\d{1,6})(?:/\d{6}Z)?\.\s+(?=\S)")
_DRAFTED: Final = re.compile(r"\bDrafted\s{1,3}(?:in\s\S{1,20}\s)?by\s{1,3}(?P<name>[^;.,\s][^;.,]{1,80})")
_AND: Final = re.compile(r"\s(?:and|on)\s")
_TOP: Final = 40
"""Lines in which the heading stands."""
_PARAGRAPHS_LEAST: Final = 30
"""Paragraphs that no telegram has: a first number beyond it is the telegram's own."""


class Edited(NamedTuple):
    """What an edition says of one telegram."""

    heading: str
    dateline: str
    note: str
    first: str
    """Its first paragraph."""
    signed: str | None = None


def stated_edited(edited: Edited) -> tuple[Stated, int]:
    """What heading, place, date and note state; and the length of the number before the first paragraph."""
    heading = HEADING.fullmatch(" ".join(edited.heading.split()))
    dateline = _DATELINE.match(edited.dateline)
    place = dateline["place"].strip() if dateline else None
    sent = read_sent(edited.dateline)
    own = _OWN_NUMBER.match(edited.first)
    is_number = own is not None and (
        int(own["serial"]) > _PARAGRAPHS_LEAST or edited.first[own.end() :].startswith("1. ")
    )
    serial = (
        heading["serial"] if heading and heading["serial"] else own["serial"] if own and is_number else None
    )
    sender = heading["sender"] if heading else ""
    post = "STATE" if re.match(r"(?:the\s+)?Department of State", sender, re.IGNORECASE) else place
    year = sent.date.year if sent.date else None
    drafted = _DRAFTED.search(edited.note)
    return (
        Stated(
            id=number_of(year, post, serial),
            date=sent.date,
            date_precision=sent.precision,
            classification=read_level(edited.note),
            captions=read_captions(edited.note),
            origin=_capitalised(sender) or None,
            addressees=(_capitalised(heading["receiver"]),) if heading else (),
            drafted_by=_AND.split(drafted["name"])[0].strip() if drafted else None,
            signed_by=edited.signed,
            is_archival=True,
        ),
        own.end() if own and is_number else 0,
    )


def _capitalised(name: str) -> str:
    """``the Embassy in Italy`` as ``Embassy in Italy``."""
    name = re.sub(r"^the\s+", "", " ".join(name.split()), flags=re.IGNORECASE)
    return name[:1].upper() + name[1:]


def recognises(item: Item) -> bool:
    """A heading "Telegram From ... to ...", a place and a date below it."""
    return next(_headings(item.document().text.split("\n", _TOP)[:_TOP]), None) is not None


def read(item: Item) -> Iterator[Reading]:
    """A telegram for each heading; heading and source note are kept as notices."""
    document = item.document()
    headings = list(_headings(document.text.split("\n")))
    yield from each(document, [start for start, _ in headings], _telegram)


def _telegram(document: Document) -> Iterator[Source]:
    lines = document.text.split("\n")
    rows = next(_headings(lines), None)
    if rows is None:
        return
    start, dated = rows
    heading = " ".join(line.strip() for line in lines[start:dated])
    note_at = next((row for row in range(len(lines)) if _SOURCE.match(lines[row])), len(lines))
    note = " ".join(line.strip() for line in _paragraph(lines, note_at))
    first = next(
        (row for row in range(dated + 1, len(lines)) if lines[row].strip() and not _SOURCE.match(lines[row])),
        len(lines),
    )
    end = note_at if note_at > first else len(lines)
    stated, cut = stated_edited(
        Edited(heading, lines[dated].strip(), note, lines[first].lstrip() if first < len(lines) else "")
    )
    if cut:
        lines[first] = lines[first].lstrip()[cut:]
    if note_at < first:
        first = note_at + len(_paragraph(lines, note_at))
    remarks = [
        *lines[:start],
        heading,
        lines[dated],
        note,
        *(lines[end + len(_paragraph(lines, end)) :] if end < len(lines) else []),
    ]
    yield message(document, NAME, lines=lines, body=range(first, end), stated=stated, remarks=remarks)


def _headings(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Rows of each heading's first line and of the place and date below it."""
    behind = 0
    for row, line in enumerate(lines):
        if row < behind:
            continue
        if "elegram" not in line and "TELEGRAM" not in line and "essage" not in line and "irgram" not in line:
            continue
        for dated in range(row + 1, min(row + 9, len(lines))):
            if _DATELINE.match(lines[dated]) and HEADING.fullmatch(
                " ".join(" ".join(lines[row:dated]).split())
            ):
                yield row, dated
                behind = dated + 1
                break


def _paragraph(lines: Sequence[str], start: int) -> list[str]:
    """The lines from one on up to the next blank one."""
    end = next((row for row in range(start, len(lines)) if not lines[row].strip()), len(lines))
    return list(lines[start:end])
