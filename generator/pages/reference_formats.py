"""A citation for reference managers: BibTeX, RIS, CSL-JSON, and what Zotero reads from a page."""

import json
import re

from generator.pages.cite import PUBLISHER, Work, paragraph, whole

_LATEX = re.compile(r"[\\{}$&#^_%~]")
_LATEX_ESCAPES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def bibtex(cited: Work) -> str:
    """An entry for BibTeX; titles in double braces keep their capitals."""
    year, month, day = (*cited.date, None, None, None)[:3]
    fields = {
        "author": f"{{{_latex(cited.sender)}}}" if cited.sender else None,
        "title": f"{{{_latex(cited.described)}}}",
        "institution": PUBLISHER,
        "type": "Telegram",
        "number": _number(cited),
        "address": _latex(cited.place) if cited.place else None,
        "year": year,
        "month": month,
        "day": day,
        "note": _latex(cited.collection) or None,
        "url": cited.address,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value is not None]
    return f"@techreport{{{_key(cited)},\n" + ",\n".join(lines) + "\n}\n"


def _latex(text: str) -> str:
    return _LATEX.sub(lambda match: _LATEX_ESCAPES.get(match.group(), "\\" + match.group()), text)


def _key(cited: Work) -> str:
    """Two paragraphs of a cable are two entries."""
    return cited.key + paragraph("p")


def _number(cited: Work) -> str | None:
    """With the paragraph: none of the formats has a field for one that every program prints."""
    return cited.number + paragraph(", para. ") if cited.number else None


def ris(cited: Work) -> str:
    """A record for RIS readers (Zotero, EndNote): type RPRT, as Zotero files telegrams."""
    year = f"{cited.date[0]:04}" if cited.date else None
    fields = [
        ("TY", "RPRT"),
        ("ID", _key(cited)),
        ("TI", cited.described),
        ("AU", cited.sender),
        ("A2", cited.recipient),
        ("M3", "Telegram"),
        ("SN", _number(cited)),
        ("PY", year),
        ("DA", "/".join(f"{part:02}" for part in cited.date) if len(cited.date) > 1 else None),
        ("CY", cited.place),
        ("PB", PUBLISHER),
        ("T2", cited.collection or None),
        ("UR", cited.address),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in fields if value is not None)


def csl(cited: Work) -> str:
    """The item as CSL-JSON, on one line."""
    item = {
        "id": _key(cited),
        "type": "report",
        "genre": "Telegram",
        "title": cited.described,
        "author": [{"literal": cited.sender}] if cited.sender else None,
        "recipient": [{"literal": cited.recipient}] if cited.recipient else None,
        "number": _number(cited),
        "issued": {"date-parts": [list(cited.date)]} if cited.date else None,
        "publisher": PUBLISHER,
        "publisher-place": cited.place,
        "archive_collection": cited.collection or None,
        "URL": cited.address,
    }
    kept = {name: value for name, value in item.items() if value is not None}
    return json.dumps([kept], ensure_ascii=False)


def context_object(cited: Work) -> dict[str, str]:
    """The work as a ContextObject in a span (COinS), for Zotero, Mendeley and library catalogues.

    Source: https://ocoins.info/cobgbook.html, format ``book``, whose genre ``report`` Zotero files as a
    report with a corporate author; from ``meta`` elements it would make a person of an embassy.
    """
    fields = {
        "ctx_ver": "Z39.88-2004",
        "rft_val_fmt": "info:ofi/fmt:kev:mtx:book",
        "rft.genre": "report",
        "rft.btitle": whole(cited.described),
        "rft.aucorp": cited.sender,
        "rft.date": "-".join(f"{part:02}" for part in cited.date) or None,
        "rft.place": cited.place,
        "rft.pub": PUBLISHER,
        "rft.series": cited.collection or None,
        "rft_id": cited.url,
    }
    return {name: value for name, value in fields.items() if value is not None}
