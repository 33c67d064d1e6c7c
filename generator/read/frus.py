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
from generator.tables.posts import post_rows

NAME = "frus"

HEADING: Final = re.compile(
    r"\W{0,6}(?:\[?(?:Document\s+)?\d{1,4}\]?\.?\s{1,4})?"
    r"(?:(?:Circular|Backchannel|Paraphrase\s+of|Special|Joint)\s+)*(?:Telegram|Airgram|Message|Cable)"
    r"(?:\s+(?:No\.?\s+)?(?P<serial>\d{1,6}))?\s+From\s+(?P<sender>\S.{2,160}?)\s+to\s+(?P<receiver>\S.{2,200}?)"
    r"\W{0,2}[\d\u00b9\u00b2\u00b3\u2070-\u2079]{0,3}\W{0,3}",
    re.IGNORECASE | re.DOTALL,
)
"""``123. Telegram 234 From the Embassy in Italy to the Department of State``, a note's number behind it."""
_DATED: Final = re.compile(
    r"(?P<heading>.{20,400}?),\s(?P<dateline>[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}\b.{0,40})", re.DOTALL
)
"""A heading with the date in it, as volumes from 1969 on have it: ``... to the Department of State, March 12,
1971, 2115Z``."""
_DATELINE: Final = re.compile(
    r"\W{0,4}(?P<place>[A-Z][A-Za-z .'\u2019-]{1,40}?),"
    r"\s{1,3}(?:[A-Z][a-z]{2,8}\.?\s{1,2}\d{1,2},\s{1,2}\d{4}|undated)"
    r".{0,60}"
)
# as in "Source: National Archives", a note's number before it: "1 Source:", "[1] Source:", "1. Source:"
_SOURCE: Final = re.compile(r"[\W\u00b9\u00b2\u00b3\u2070-\u2079]{0,6}(?:\d{1,2}\W{1,3})?Source:\s")
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
    if (within := _DATED.fullmatch(" ".join(edited.heading.split()))) and not edited.dateline.strip():
        edited = edited._replace(heading=within["heading"], dateline=within["dateline"])
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
    post = post or _embassy_in(sender)
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


def _embassy_in(sender: str) -> str | None:
    """Where the embassy of a country is, for a heading without a place; None where that is not one post."""
    match = re.match(r"(?:the\s+)?Embassy\s+in\s+(?:the\s+)?(?P<country>\S.{2,40})$", sender, re.IGNORECASE)
    if match is None:
        return None
    posts = {
        row.post
        for row in post_rows()
        if row.country == match["country"] and row.origin.startswith("Embassy ")
    }
    return posts.pop() if len(posts) == 1 else None


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
    starts = [head.row for head in _headings(document.text.split("\n"))]
    yield from each(document, starts, _telegram)


def _telegram(document: Document) -> Iterator[Source]:
    lines = document.text.split("\n")
    head = next(_headings(lines), None)
    if head is None:
        return
    start, behind, heading, dateline = head
    note_at = next((row for row in range(len(lines)) if _SOURCE.match(lines[row])), len(lines))
    note = " ".join(line.strip() for line in _paragraph(lines, note_at))
    first = next(
        (row for row in range(behind, len(lines)) if lines[row].strip() and not _SOURCE.match(lines[row])),
        len(lines),
    )
    end = note_at if note_at > first else len(lines)
    stated, cut = stated_edited(
        Edited(heading, dateline, note, lines[first].lstrip() if first < len(lines) else "")
    )
    if cut:
        lines[first] = lines[first].lstrip()[cut:]
    if note_at < first:
        first = note_at + len(_paragraph(lines, note_at))
    remarks = [
        *lines[:start],
        heading,
        dateline,
        note,
        *(lines[end + len(_paragraph(lines, end)) :] if end < len(lines) else []),
    ]
    yield message(document, NAME, lines=lines, body=range(first, end), stated=stated, remarks=remarks)


class _Head(NamedTuple):
    """Heading and date of one telegram."""

    row: int
    behind: int
    """Row below both."""
    heading: str
    dateline: str


def _headings(lines: Sequence[str]) -> Iterator[_Head]:
    """Each heading with the place and date below it, or the date within it."""
    behind = 0
    for row, line in enumerate(lines):
        if row < behind:
            continue
        if "elegram" not in line and "TELEGRAM" not in line and "essage" not in line and "irgram" not in line:
            continue
        if head := _placed(lines, row) or _dated(lines, row):
            behind = head.behind
            yield head


def _placed(lines: Sequence[str], row: int) -> _Head | None:
    for dated in range(row + 1, min(row + 9, len(lines))):
        if _DATELINE.match(lines[dated]) and HEADING.fullmatch(" ".join(" ".join(lines[row:dated]).split())):
            heading = " ".join(line.strip() for line in lines[row:dated])
            return _Head(row, dated + 1, heading, lines[dated].strip())
    return None


def _dated(lines: Sequence[str], row: int) -> _Head | None:
    head = _paragraph(lines, row)[:_HEAD_MOST]
    match = _DATED.fullmatch(" ".join(line.strip() for line in head))
    if match is None or HEADING.fullmatch(match["heading"]) is None:
        return None
    return _Head(row, row + len(head), match["heading"], match["dateline"])


_HEAD_MOST: Final = 4
"""Lines of a heading."""


def _paragraph(lines: Sequence[str], start: int) -> list[str]:
    """The lines from one on up to the next blank one."""
    end = next((row for row in range(start, len(lines)) if not lines[row].strip()), len(lines))
    return list(lines[start:end])
