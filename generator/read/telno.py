"""British telegrams (``TELNO``) and Australian cablegrams.

::

    CONFIDENTIAL                          37 Critchley to Department of External Affairs
    FM ROME                               Cablegram K28 BATAVIA, 17 January 1948, 4.30 p.m.
    TO IMMEDIATE FCO                      IMMEDIATE TOP SECRET
    TELNO 123
    OF 151530Z JANUARY 82                 We have heard that ...
    INFO PRIORITY PARIS
                                          [AA : A1838, 403/3/1/1, iii]
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC
from typing import Final

from generator.model import Source, Stated
from generator.read.editions import (
    MONTH,
    Sent,
    each,
    message,
    number_of,
    read_captions,
    read_level,
    read_sent,
)
from generator.read.item import Document, Item, Reading
from generator.read.patterns import has_markdown, without_markdown
from generator.tables import LEVEL_PATTERN

TELNO, CABLEGRAM = "telno", "cablegram"

_TELNO: Final = re.compile(
    r"^\W{0,4}(?:TELNO|TELEGRAM\s++(?:NUMBER|NO\.?)|TEL\s++NO)\s*+:?+\s*+(?P<serial>\d{1,5})\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_FM: Final = re.compile(r"^\W{0,4}(?:FM|FROM)\s+(?P<value>[A-Z].{1,60})$")
_TO: Final = re.compile(r"^\W{0,4}TO\s+(?P<value>[A-Z].{1,100})$")
_INFO: Final = re.compile(
    r"^\W{0,4}(?:AND\s+TO\s+|INFO\s+|REPEATED\s+(?:FOR\s+)?INFO(?:RMATION)?\s+(?:TO\s+)?)(?P<value>.*)$"
)
_OF: Final = re.compile(
    r"^\W{0,4}(?:OF\s+)?(?P<group>\d{6}Z\s+[A-Z]{3,9}\.?\s+\d{2,4})\b|^\W{0,4}OF\s+(?P<date>\d{1,2}\s+[A-Z]{3,9}\s+\d{2,4})",
    re.IGNORECASE,
)
_GROUP: Final = re.compile(
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)Z\s+(?P<rest>[A-Z]{3,9}\.?\s+\d{2,4})\b", re.IGNORECASE
)
_PRECEDENCE: Final = re.compile(r"^(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE|DESKBY\s+\d{6}Z)\s+", re.IGNORECASE)
_TIME: Final = re.compile(r"(?<!\s)\s++\d{6}Z.*$")
_END: Final = re.compile(r"^\W*(?:Y{4}|N{4}|DISTRIBUTION\b.*|ADVANCE\s+COPIES?\b.*|ORWBAN.*)$")
_TOP: Final = 40

_CABLEGRAM: Final = re.compile(
    r"^[\W_]{0,8}(?:Cablegram|Telegram|Cable|Savingram)s?\s+(?:No\.?\s*|Unnumbered\s)?"
    # as in "K28", "123, 456", "12-14", "37 (part two)"
    r"(?:(?P<serial>[A-Z]{0,3}\.?\d{1,5})(?:(?:,|-|\s?and)\s?[A-Z]{0,3}\d{1,5}){0,5}(?:\s*\([^()]{1,40}\))?,?\s+)?"
    r"(?P<place>[A-Z][A-Za-z .'-]{1,40}?),\s+(?P<date>\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4}.{0,60})$",
    re.IGNORECASE,
)
_PARTIES: Final = re.compile(
    r"^[\W_]{0,8}(?:\d{1,4}\W{0,3}\s)?(?P<sender>[A-Z].{1,90}?)\s+to\s+(?P<receiver>[A-Z].{1,120}?)"
    r"[\W_]{0,4}$"
)
_TITLED: Final = re.compile(
    r"^[\W_]{0,8}(?:\d{1,4}\W{0,3}\s)?CABLEGRAM\s+(?:FROM\s+(?P<sender>\S.{1,80}?)\s+)?"
    r"TO\s+(?P<receiver>\S.{1,80}?)[\W_]{0,4}$",
    re.IGNORECASE,
)
_PLACED: Final = re.compile(
    rf"^[\W_]{{0,8}}(?P<place>[A-Z][A-Za-z .'-]{{1,40}}?),\s+(?P<date>\d{{1,2}}\s+{MONTH}\s+\d{{4}}"
    r".{0,40})$"
)
_OWN: Final = re.compile(
    r"\b(?:O\.|I\.)?(?P<post>[A-Z]{2})(?P<serial>\d{1,6})\b|\b(?:No\.?\s*)?(?P<plain>\d{1,5})\b"
)
_LEVEL_LINE: Final = re.compile(
    r"^[\W_]{0,8}(?:(?:[OI]\.)?[A-Z]{2}\d{1,6}\s+|(?:MOST\s+)?(?:IMMEDIATE|PRIORITY|ROUTINE|FLASH|URGENT|PERSONAL|IMPORTANT)\W{0,3})*"
    r"(?:TOP\s+SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|AUSTEO)?[A-Z\s.,;()\W]{0,60}$"
)
_ARCHIVE: Final = re.compile(r"^[\W_]{0,6}\[?(?:AA|NAA|NLA|FA|DEA)\s*:\s*.{3,120}$")


def recognises_telno(item: Item) -> bool:
    """``TELNO 123``, with sender and addressee beside it."""
    lines = item.document().text.split("\n", _TOP)[:_TOP]
    return any(map(_TELNO.match, lines)) and any(map(_FM.match, lines)) and any(map(_TO.match, lines))


def read_telno(item: Item) -> Iterator[Reading]:
    """A telegram for each heading; heading and distribution are kept as notices."""
    document = item.document()
    yield from each(document, _telnos(document.text.split("\n")), _telno)


def _telnos(lines: Sequence[str]) -> list[int]:
    """Rows in which headings begin: sender, addressee and number together, lines of capitals above them."""
    starts: list[int] = []
    last = 0
    for row, line in enumerate(lines):
        near = lines[max(last, row - _HEADING) : row + _HEADING]
        if not (_TELNO.match(line) and any(map(_FM.match, near)) and any(map(_TO.match, near))):
            continue
        start = next(
            (at for at in range(row, max(last, row - _HEADING) - 1, -1) if _FM.match(lines[at])), row
        )
        while start > last and (not lines[start - 1].strip() or _ABOVE.match(lines[start - 1])):
            start -= 1
        starts.append(start)
        last = row + 1
    return starts


_HEADING: Final = 6
"""Lines between number, sender and addressee."""
_ABOVE: Final = re.compile(
    rf"^\W*(?:{LEVEL_PATTERN}|RESTRICTED|GRS?\s*\d+|ZCZC\b.*|DESKBY\b.*|[A-Z]{{2}}\s+\d+|\d{{1,4}})\W*$"
)
"""What may stand above a heading: a level, a count of groups, a line of the network."""


def _telno(document: Document) -> Iterator[Source]:
    lines = document.text.split("\n")
    last, serial = -1, ""
    values: dict[str, str] = {}
    infos: list[str] = []
    sent = Sent(None, "minute")
    for row, line in enumerate(lines[:_TOP]):
        text = line.strip()
        if telno := _TELNO.match(text):
            serial, last = serial or telno["serial"], row
            sent = sent if sent.date else _sent(telno["rest"])
        elif (name := "from" if _FM.match(text) else "to" if _TO.match(text) else "") and name not in values:
            values[name], last = text.split(None, 1)[1], row
            sent = sent if sent.date else _sent(text)
        elif (match := _INFO.match(text)) and last >= 0:
            infos.append(match["value"])
            last = row
        elif _OF.match(text) and last >= 0:
            sent, last = sent if sent.date else _sent(text), row
        elif text and serial and values and row > last + 1:
            break
    end = next((row for row in range(last + 1, len(lines)) if _END.match(lines[row])), len(lines))
    first, subject = _subject(lines, last + 1, end)
    sender = _TIME.sub("", values.get("from", "")).strip().title()
    year = sent.date.year if sent.date else None
    stated = Stated(
        id=number_of(year, sender, serial),
        date=sent.date,
        date_precision=sent.precision,
        classification=read_level("\n".join(lines[: last + 1])),
        captions=read_captions("\n".join(lines[: last + 1])),
        origin=sender or None,
        place=sender or None,
        subject=subject,
        addressees=tuple(map(_addressee, [values.get("to", ""), *_split(infos)])),
        is_foreign=True,
        is_archival=True,
    )
    head = " \u00b7 ".join(line.strip() for line in lines[: last + 1] if line.strip())
    foot = " \u00b7 ".join(line.strip() for line in lines[end:] if line.strip())
    yield message(document, TELNO, lines=lines, body=range(first, end), stated=stated, remarks=[head, foot])


def _subject(lines: Sequence[str], start: int, end: int) -> tuple[int, str | None]:
    """Where the message begins behind its title, a line or two in capitals, and that title."""
    row = next((at for at in range(start, end) if lines[at].strip()), end)
    below = next((at for at in range(row, end) if not lines[at].strip()), end)
    title = " ".join(" ".join(lines[row:below]).split())
    named = _SUBJECT.match(title)
    is_title = (
        below - row <= _TITLE_LINES and title.isupper() and title[-1:] not in ".:" and not title[:1].isdigit()
    )
    if not (named or is_title) or title == "SUMMARY" or len(title) > _TITLE_MOST:
        return start, None
    return below, title[named.end() :] if named else title


_SUBJECT: Final = re.compile(r"SUBJECT\s*:\s*", re.IGNORECASE)
_TITLE_LINES: Final = 3
_TITLE_MOST: Final = 200


def _sent(text: str) -> Sent:
    """``OF 151530Z JANUARY 82``, ``OF 15 JANUARY 1982``."""
    if group := _GROUP.search(text):
        day = read_sent(f"{int(group['day'])} {group['rest'].title()}").date
        try:
            return Sent(
                day.replace(hour=int(group["hour"]), minute=int(group["minute"]), tzinfo=UTC)
                if day
                else None,
                "minute",
            )
        except ValueError:
            return Sent(day, "day")
    return read_sent(text.title())


def _split(infos: Sequence[str]) -> list[str]:
    return [part for info in infos for part in info.split(",") if part.strip()]


def _addressee(text: str) -> str:
    return " ".join(_PRECEDENCE.sub("", text.strip()).split())


def recognises_cablegram(item: Item) -> bool:
    """``Cablegram K28 BATAVIA, 17 January 1948``, or a heading that says so with place and date below it."""
    return _cablegram(item.document().text.split("\n", _TOP)[:_TOP]) is not None


def _cablegram(lines: Sequence[str]) -> tuple[int, re.Match[str] | None, re.Match[str]] | None:
    """Row of the line with place and date, the heading, and that line."""
    parties: re.Match[str] | None = None
    for row, line in enumerate(map(_without_emphasis, lines)):
        if dated := _CABLEGRAM.match(line):
            return row, parties, dated
        if (titled := _TITLED.match(line)) is not None:
            parties = titled
        elif parties is None and line.strip() and (known := _PARTIES.match(line)):
            parties = known
        elif parties is not None and parties.re is _TITLED and (dated := _PLACED.match(line)):
            return row, parties, dated
    return None


def _without_emphasis(line: str) -> str:
    """``*Cablegram K28* BATAVIA``: as converters set what an edition prints in italics or bold."""
    return _EMPHASIS.sub("", line) if "*" in line or "_" in line else line


_EMPHASIS: Final = re.compile(r"\*{1,3}|(?<![^\W_])_{1,2}|_{1,2}(?![^\W_])")


def read_cablegram(item: Item) -> Iterator[Reading]:
    """A telegram for each heading; that and the archive's reference are kept as notices."""
    document = item.document()
    yield from each(document, list(_cablegrams(document.text.split("\n"))), _cablegram_of)


def _cablegrams(lines: Sequence[str]) -> Iterator[int]:
    """Rows in which headings begin: who sent it to whom, with place and date in one of the next lines."""
    lines = [_without_emphasis(line) for line in lines]
    for row, line in enumerate(lines):
        titled = _TITLED.match(line) is not None
        if not titled and not _PARTIES.match(line):
            continue
        below = [after for after in lines[row + 1 : row + _HEADING] if after.strip()][:2]
        if any(_CABLEGRAM.match(after) or (titled and _PLACED.match(after)) for after in below):
            yield row


def _cablegram_of(document: Document) -> Iterator[Source]:
    plain = without_markdown(document.text) if has_markdown(document.text) else document.text
    lines = [line.removeprefix("#### ") for line in plain.split("\n")]
    heading = _cablegram(lines[:_TOP])
    if heading is None:
        return
    lines = [_without_emphasis(line) for line in lines] if "*" in lines[heading[0]] else lines
    row, parties, dated = heading
    start, marks = row + 1, ""
    while start < len(lines) and (not lines[start].strip() or _LEVEL_LINE.match(lines[start])):
        marks += lines[start] + "\n"
        start += 1
    end = next((at for at in range(len(lines) - 1, start, -1) if _ARCHIVE.match(lines[at])), len(lines))
    sent = read_sent(dated["date"])
    serial = dated["serial"] if "serial" in dated.re.groupindex else None
    own = _OWN.search(serial or marks)
    place = dated["place"].strip().title()
    digits = (
        re.sub(r"\D", "", serial)
        if serial
        else next((own[name] for name in ("serial", "plain") if own and own[name]), None)
    )
    stated = Stated(
        id=number_of(sent.date.year if sent.date else None, place, digits),
        date=sent.date,
        date_precision=sent.precision,
        classification=read_level(marks),
        captions=read_captions(marks),
        origin=(parties["sender"] if parties and parties["sender"] else place),
        place=place,
        addressees=(parties["receiver"].strip(),) if parties else (),
        is_foreign=True,
        is_archival=True,
    )
    head = " \u00b7 ".join(line.strip() for line in lines[:start] if line.strip())
    yield message(
        document, CABLEGRAM, lines=lines, body=range(start, end), stated=stated, remarks=[head, *lines[end:]]
    )
