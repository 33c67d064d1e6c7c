"""The form in which the Department's message system prints telegrams from 2009 on, as releases show it.

::

    CONFIDENTIAL
    MRN:        15 VALLETTA 340                        Signature:    SMITHERS
    Date/DTG:   Mar 12, 2015 / 120915Z MAR 15
    From:       AMEMBASSY VALLETTA                     Drafted By:   POL:Jones, Peter
    Action:     WASHDC, SECSTATE PRIORITY              Approved By:  EXEC:Smithers, Ann
    Captions:   SENSITIVE, SIPDIS                      Info:         ROME, AMEMBASSY ROUTINE

What it says under labels of its own is put into the form that telegrams had before: every line stays, in
another place and under another label. TAGS, reference and subject have the same labels in both.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from generator.parse.lines import Line
from generator.parse.marking import opens_paragraph
from generator.tables import LEVEL_PATTERN

_NUMBER: Final = re.compile(
    r"^\W{0,4}MRN\s?:\s*(?P<year>\d\d)\s+(?P<post>[A-Z][A-Z .'-]{1,40}?)\s+(?P<serial>\d{1,7})\s*$"
)
_SENT: Final = re.compile(r"^\W{0,4}Date/DTG\s?:.{0,40}?/\s*(?P<group>\d{6}Z\s+[A-Z]{3}\s+\d{2,4})\s*$")
_LABEL: Final = re.compile(
    r"^\s{0,8}(?P<name>From|Action|Info|XMT|Captions|Pass Line|Signature|Drafted By|Cleared By|Approved By"
    r"|Released By|Attachments|Action Post|Dissemination Rule|E\.O\.)\s?:\s*(?P<value>.*)$"
)
_TAIL: Final = re.compile(r"^\s{0,8}(?:Signature|Drafted By|Cleared By|Approved By|Released By)\s?:")
_OTHER: Final = re.compile(r"^\s{0,8}[A-Z][A-Za-z. /()]{1,30}:")
_LEVEL: Final = re.compile(rf"^\W{{0,4}}(?P<level>{LEVEL_PATTERN})\W{{0,4}}$")
_SENSITIVE: Final = re.compile(r"^\W{0,4}SBU\W{0,4}$")
_ADDRESSEE: Final = re.compile(
    r"(?P<place>[^,;]{2,40}),\s*(?P<kind>[A-Z][A-Z ]{1,30}?)"
    r"(?P<precedence>\s+(?:NIACT\s+)?(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE))?"
)
_WITHIN: Final = 60
"""Lines in which the head of the form stands."""
_ASIDE: Final = ("Released By", "Attachments", "Action Post", "Dissemination Rule", "XMT")
"""What no telegram of the older form says; kept as a remark."""


class _Form(NamedTuple):
    """The lines of the form by label; what has none of its labels stays in order."""

    fields: dict[str, list[Line]]
    above: list[Line]
    rest: list[Line]
    below: list[Line]
    """Behind the message."""


def as_telegram(lines: list[Line]) -> list[Line]:
    """The lines in the order and under the labels of a telegram; as they are where this is not their form."""
    number = _first(_NUMBER, lines)
    if number is None:
        return lines
    sent = _first(_SENT, lines)
    level = _first(_LEVEL, lines)
    if sent is None or level is None:
        return lines
    form = _parted(lines, {number[0], sent[0], level[0]})
    fields = form.fields
    sensitive = [Line(line.number, "SENSITIVE") for line in form.above if _SENSITIVE.match(line.text)]
    return [
        *(line for line in form.above if not _SENSITIVE.match(line.text)),
        *(Line(line.number, f"{name}: {line.text}") for name in _ASIDE for line in fields.get(name, [])),
        *_labelled("DRAFTED BY", fields.get("Drafted By", [])),
        *_labelled("APPROVED BY", fields.get("Approved By", [])),
        *fields.get("Cleared By", []),
        Line(lines[sent[0]].number, sent[1]["group"]),
        *_labelled("FM", fields.get("From", [])),
        *_labelled("TO", _addressees(fields.get("Action", []))),
        *_labelled("INFO", _addressees(fields.get("Info", []))),
        Line(
            lines[number[0]].number, f"{level[1]['level']} {number[1]['post']} {int(number[1]['serial']):06}"
        ),
        *sensitive,
        *fields.get("Captions", []),
        *fields.get("Pass Line", []),
        *_labelled("E.O.", fields.get("E.O.", [])),
        *form.rest,
        *fields.get("Signature", []),
        *form.below,
    ]


def _first(pattern: re.Pattern[str], lines: list[Line]) -> tuple[int, re.Match[str]] | None:
    found = ((row, pattern.match(line.text)) for row, line in enumerate(lines[:_WITHIN]))
    return next(((row, match) for row, match in found if match), None)


def _parted(lines: list[Line], taken: set[int]) -> _Form:
    """Everything but the rows that were read already."""
    form = _Form({}, [], [], [])
    head = min(taken)
    message = next((row for row in range(max(taken), len(lines)) if opens_paragraph(lines[row].text)), 0)
    tail = next((row for row in range(message, len(lines)) if _TAIL.match(lines[row].text)), len(lines))
    into: list[Line] | None = None
    for row, line in enumerate(lines):
        label = _LABEL.match(line.text) if row < message or row >= tail else None
        if row in taken:
            into = None
        elif label:
            into = form.fields.setdefault(label["name"], [])
            into.append(Line(line.number, label["value"].strip()))
        elif into is not None and line.text.strip() and not _OTHER.match(line.text):
            into.append(Line(line.number, line.text.strip()))
        else:
            into = None
            is_above = row < head or (row < max(taken) and _SENSITIVE.match(line.text))
            (form.above if is_above else form.rest if row < tail else form.below).append(line)
    return form


def _labelled(label: str, lines: list[Line]) -> list[Line]:
    """The lines, the label before the first."""
    return [
        Line(line.number, f"{label} {line.text}" if not at else line.text) for at, line in enumerate(lines)
    ]


def _addressees(lines: list[Line]) -> list[Line]:
    """``WASHDC, SECSTATE PRIORITY; ROME, AMEMBASSY`` as ``SECSTATE WASHDC PRIORITY``, ``AMEMBASSY ROME``."""
    return [Line(line.number, each) for line in lines for each in _turned(line.text)]


def _turned(text: str) -> Iterator[str]:
    for part in filter(None, map(str.strip, text.split(";"))):
        match = _ADDRESSEE.fullmatch(part)
        yield f"{match['kind']} {match['place'].strip()}{match['precedence'] or ''}" if match else part
