"""An invented telegram in every layout that the project reads."""

import csv
import gzip
import html
import io
import json
import re
import zipfile
from collections.abc import Iterable

from support.invented import InventedCable, header_lines, message_lines, opening_lines, telegram

PARTIAL = (
    "This record is a partial extract of the original cable. "
    "The full text of the original cable is not available."
)


def as_text(cable: InventedCable) -> str:
    """Raw telegram text."""
    return telegram(cable)


def as_misread(cable: InventedCable) -> str:
    """Every pilcrow read as the digit 1."""
    return "\n\n" + telegram(cable, pilcrow="1")


def as_markdown(cable: InventedCable) -> str:
    """As a converter leaves a published page: links, headings, escapes, unwrapped paragraphs, hard breaks."""
    opening = [_linked(line) for line in opening_lines(cable)]
    opening[0] = f"#### {opening[0]}"
    body = [_escaped(line) for line in message_lines(cable, width=0)]
    body = [f"#### {line}" if line.isupper() and line != cable.signer else line for line in body]
    return "\n\n" + "\n".join([*_broken(header_lines(cable)), "", *_broken(opening), "", *body])


def _linked(line: str) -> str:
    if not line.startswith("TAGS:"):
        return _escaped(line)
    return re.sub(r"\b([A-Z]{2,5})\b(?!:)", r"[\1](#)", line)


def _escaped(line: str) -> str:
    return re.sub(r"([\\$])", r"\\\1", line)


def _broken(lines: list[str]) -> list[str]:
    pairs = zip(lines, [*lines[1:], ""], strict=True)
    return [f"{line}  " if line and after else line for line, after in pairs]


def as_plusd(cable: InventedCable, *, twice: bool = True) -> str:
    """Label block, header, the opening twice, wrapped paragraphs without pilcrows."""
    opening = "\n".join(opening_lines(cable))
    message = "\n".join(message_lines(cable, pilcrow=""))
    block = f"""\
Identifier
Created
Classification
Origin
{cable.id}
{cable.sent:%Y-%m-%d %H:%M:%S}
{cable.classification}
{cable.origin}
Cable title:  

{cable.subject}

Tags:  {" ".join(sorted(cable.tags))} 
pdf how-to read a cable
"""  # noqa: W291 - the layout has blanks there
    header = "\n".join(header_lines(cable))
    return block + "\n".join([header, opening, *(["", opening] if twice else []), "", message])


def as_extract(cable: InventedCable) -> str:
    """Five lines, then the telegram with header and body run together."""
    five = [cable.id, cable.subject, f"{cable.sent:%Y-%m-%d %H:%M}", cable.classification, cable.origin]
    body = "\n".join([*opening_lines(cable), *message_lines(cable)])
    return "\n".join([*five, *header_lines(cable)]) + body


def as_aad(cable: InventedCable) -> str:
    """As the National Archives keep those of 1973-1979: text, then attributes."""
    serial = int(re.sub(r".*[A-Z]", "", cable.id))
    return f"""\
Message Text


{telegram(cable)}


Message Attributes


Automatic Decaptioning: X
Capture Date: 01 JAN 1994
Current Classification: UNCLASSIFIED
Document Number: {cable.sent.year}{cable.post.replace(" ", "")}{serial:05}
Draft Date: {cable.sent:%d %b %Y}
Film Number: D750026-0123
Locator: TEXT ON-LINE
Original Classification: {cable.classification}
Subject: {cable.subject}
TAGS: {", ".join(cable.tags)}
Type: TE
"""


def as_html(cable: InventedCable) -> str:
    """The published viewer page, navigation and all."""
    header = _in_pre(header_lines(cable))
    opening = "&#x000A;".join(_tagged(line) for line in opening_lines(cable))
    message = _in_pre(message_lines(cable))
    message = re.sub(r"¶(\d+)", r"<a id='par\1' href='#par\1'>¶</a>\1", message)
    cells = [cable.id, f"{cable.sent:%Y-%m-%d %H:%M}", "2011-01-21 21:09", cable.classification, cable.origin]
    return f"""\
<?xml version='1.0' encoding='utf-8' ?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html lang='en' xml:lang='en' xmlns='http://www.w3.org/1999/xhtml'>
<head>
<title>Cable Viewer</title>
<link href='/static/css/cables.css' rel='stylesheet' type='text/css' />
</head>
<body>
<div class='main'>
<div class='pane small'>
<p>Currently released so far... 6693 / 251,287</p>
<h3>Browse by creation date</h3>
<a class='sort' href='#year_1966' onclick="return swap('year_1966');">66</a>
</div>
<div class='pane big'>
<h3>Viewing cable {cable.id}, {html.escape(cable.subject)}</h3>
<table class='cable'>
<tr>
<th>Reference ID</th>
<th>Created</th>
<th>Released</th>
<th>Classification</th>
<th>Origin</th>
</tr>
<tr>
{"".join(map(_cell, cells))}</tr>
<tr>
<td colspan='5'>
<br />Appears in these articles:<a href='http://example.org/article'>http://example.org/article</a><br />
</td>
</tr>
</table>
<code><pre>{header}</pre></code>
<code><pre>{opening}&#x000A;{message}</pre></code>
</div>
</div>
<script src='/static/js/cables.js' type='text/javascript'></script>
</body>
</html>
"""


def _cell(text: str) -> str:
    return f"<td>\n<a href='/x_0.html'>{html.escape(text)}</a>\n</td>\n"


def _in_pre(lines: list[str]) -> str:
    return "&#x000A;".join(html.escape(line, quote=False) for line in lines)


def _tagged(line: str) -> str:
    if not line.startswith("TAGS:"):
        return html.escape(line, quote=False)
    return re.sub(r"\b([A-Z]{2,5})\b(?!:)", r"<a href='/tag/\1_0.html'>\1</a>", line)


def csv_row(cable: InventedCable, number: int) -> list[str]:
    """The eight columns of the CSV distribution."""
    body = [*opening_lines(cable), *message_lines(cable, pilcrow="")]
    return [
        str(number),
        f"{cable.sent.month}/{cable.sent.day}/{cable.sent.year} {cable.sent:%H:%M}",
        cable.id,
        cable.origin,
        cable.classification,
        "|".join(text.replace(" ", "") for text in cable.references),
        "\n".join(header_lines(cable)),
        "\n".join(body),
    ]


def as_csv(cables: Iterable[InventedCable], *, doubled: bool = False, headings: bool = False) -> str:
    """``cables.csv``; quotes escaped by backslash, or doubled as RFC 4180 has it."""
    out = io.StringIO(newline="")
    escape = None if doubled else "\\"
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, doublequote=doubled, escapechar=escape)
    if headings:
        names = "number,datetime,reference id,origin,classification,references,header,body"
        writer.writerow(names.split(","))
    writer.writerows(csv_row(cable, number) for number, cable in enumerate(cables, start=1))
    return out.getvalue()


def as_zip(members: dict[str, bytes]) -> bytes:
    """A zip file of these members, in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def as_gzip(data: bytes) -> bytes:
    """A gzip file, without a time in it."""
    return gzip.compress(data, mtime=0)


SINGLE = {
    "telegram": as_text,
    "misread": as_misread,
    "markdown": as_markdown,
    "plusd": as_plusd,
    "extract": as_extract,
    "viewer": as_html,
    "aad": as_aad,
}
"""How to write each layout that holds one cable, by the name that its reader has."""


def as_json_line(record: dict[str, object]) -> str:
    """One line of JSON Lines."""
    return json.dumps(record, ensure_ascii=False) + "\n"
