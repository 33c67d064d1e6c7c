"""A ready citation of a cable, for footnotes and for reference managers."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.model import Cable, cable_id_parts
from generator.pages import words
from generator.pages.escape import one_line
from generator.settle import Entry
from generator.tables import post_from_mrn

RECIPIENTS: Mapping[str, str] = {"SECSTATE WASHDC": "Secretary of State", "SECSTATE": "Secretary of State"}
"""Addressees with a name that readers know; the others stand as printed."""

PUBLISHER = "U.S. Department of State"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A cable as a bibliography sees it. None where the cable does not say."""

    key: str
    number: str | None
    """``09 Astana 308``: year, post and serial as the Department itself cites telegrams."""
    title: str
    sender: str | None
    recipient: str | None
    place: str | None
    date: tuple[int, int, int] | None
    """Year, month, day (UTC)."""
    collection: str
    url: str | None
    """None where the site has no address yet."""


def work(cable: Cable, entry: Entry, *, collection: str, url: str | None) -> Work:
    """What citations need of a cable."""
    recipient = cable.action[0].name if cable.action else None
    return Work(
        key=cable.key,
        number=number(cable.id) if cable.id else None,
        title=one_line(words.subject(cable.subject)),
        sender=cable.origin,
        recipient=RECIPIENTS.get(recipient, recipient) if recipient else None,
        place=entry.post,
        date=(cable.date.year, cable.date.month, cable.date.day) if cable.date else None,
        collection=one_line(collection),
        url=url,
    )


def number(cable_id: str) -> str:
    """``09SANJOSE308`` as ``09 San Jose 308``, ``09STATE308`` as ``09 State 308``."""
    year, post, serial = cable_id_parts(cable_id)
    return f"{year % 100:02} {post_name(post)} {serial}"


@cache
def post_name(code: str) -> str:
    """The post of an id in plain words: ``San Jose`` for ``SANJOSE``; capitalised where it is not known."""
    known = post_from_mrn(code)
    usual = known is not None and known.mrn == code and known.kind != "department"
    return known.post if known is not None and usual else code.capitalize()


def chicago(cited: Work) -> str:
    """A note in the Chicago style: sender to recipient, telegram, title, place, date, collection, address.

    Source: The Chicago Manual of Style, question "faq0443" on State Department telegrams.
    """
    parties = " to ".join(one_line(party) for party in (cited.sender, cited.recipient) if party)
    telegram = f"telegram {cited.number}" if cited.number else "telegram"
    title = f"\u201c{cited.title},\u201d"
    when = _american(cited.date) if cited.date else "n.d."
    head = ", ".join(part for part in (parties, telegram, title) if part)
    tail = ", ".join(part for part in (cited.place, when, cited.collection, cited.url) if part)
    text = f"{head} {tail}".rstrip(".") + "."
    return text[:1].upper() + text[1:]


def _american(date: tuple[int, int, int]) -> str:
    year, month, day = date
    return f"{words.MONTHS[month - 1]} {day}, {year}"


_LATEX = re.compile(r"[\\{}$&#^_%~]")
_LATEX_ESCAPES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def bibtex(cited: Work) -> str:
    """An entry for BibTeX; titles in double braces keep their capitals."""
    year, month, day = cited.date or (None, None, None)
    fields = {
        "author": f"{{{_latex(cited.sender)}}}" if cited.sender else None,
        "title": f"{{{_latex(cited.title)}}}",
        "institution": PUBLISHER,
        "type": "Telegram",
        "number": cited.number,
        "address": _latex(cited.place) if cited.place else None,
        "year": year,
        "month": month,
        "day": day,
        "note": _latex(cited.collection) or None,
        "url": cited.url,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value is not None]
    return f"@techreport{{{cited.key},\n" + ",\n".join(lines) + "\n}\n"


def _latex(text: str) -> str:
    return _LATEX.sub(lambda match: _LATEX_ESCAPES.get(match.group(), "\\" + match.group()), one_line(text))


def ris(cited: Work) -> str:
    """A record for RIS readers (Zotero, EndNote): type RPRT, as Zotero files telegrams."""
    fields = [
        ("TY", "RPRT"),
        ("ID", cited.key),
        ("TI", cited.title),
        ("AU", cited.sender),
        ("A2", cited.recipient),
        ("M3", "Telegram"),
        ("SN", cited.number),
        ("PY", f"{cited.date[0]:04}" if cited.date else None),
        ("DA", "/".join(f"{part:02}" for part in cited.date) if cited.date else None),
        ("CY", cited.place),
        ("PB", PUBLISHER),
        ("T2", cited.collection or None),
        ("UR", cited.url),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {one_line(value)}\n" for tag, value in fields if value is not None)


def csl(cited: Work) -> str:
    """The item as CSL-JSON, on one line."""
    item = {
        "id": cited.key,
        "type": "report",
        "genre": "Telegram",
        "title": cited.title,
        "author": [{"literal": cited.sender}] if cited.sender else None,
        "recipient": [{"literal": cited.recipient}] if cited.recipient else None,
        "number": cited.number,
        "issued": {"date-parts": [list(cited.date)]} if cited.date else None,
        "publisher": PUBLISHER,
        "publisher-place": cited.place,
        "archive_collection": cited.collection or None,
        "URL": cited.url,
    }
    return json.dumps({name: value for name, value in item.items() if value is not None}, ensure_ascii=False)
