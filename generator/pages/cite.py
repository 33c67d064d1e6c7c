"""A ready citation of a cable, for footnotes: the work as a bibliography sees it, and the styles in prose.

The formats of reference managers are in :mod:`generator.pages.reference_formats`. A citation has slots
(:data:`PARAGRAPH`, :data:`ANCHOR`) where it says which paragraph is meant; a page hands them to its script,
:func:`whole` leaves them out. It is in English, whatever the language of the site: the manuals of style are.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from babel.dates import get_month_names
from markupsafe import Markup

from generator.model import Cable, cable_id_parts
from generator.pages.escape import html, one_line
from generator.settle import Entry
from generator.tables import post_from_mrn

RECIPIENTS: Mapping[str, str] = {"SECSTATE WASHDC": "Secretary of State", "SECSTATE": "Secretary of State"}
"""Addressees with a name that readers know; the others stand as printed."""

PUBLISHER = "U.S. Department of State"

_OPEN, _CLOSE, ANCHOR = "\ue000", "\ue001", "\ue002"
"""Private characters, which no citation holds otherwise: around what stands before a paragraph's number, and
where its anchor belongs."""
_SLOT = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}|({ANCHOR})")
_PRIVATE = re.compile(f"[{_OPEN}{_CLOSE}{ANCHOR}]")

MONTHS: Final = tuple(get_month_names("wide", locale="en")[month] for month in range(1, 13))
MONTHS_SHORT: Final = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
"""As the MLA Handbook (9th edition, appendix 1) shortens them."""


def paragraph(before: str) -> str:
    """The place of a paragraph's number, which ``before`` introduces: ``, para. ``."""
    return f"{_OPEN}{before}{_CLOSE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A cable as a bibliography sees it. None where the cable does not say."""

    key: str
    number: str | None
    """``09 Astana 308``: year, post and serial as the Department itself cites telegrams."""
    title: str | None
    """None where the cable has no subject: words of ours are no title, and stand in no quotation marks."""
    sender: str | None
    recipient: str | None
    place: str | None
    date: tuple[int, ...]
    """Year, month, day (UTC); the year alone; or nothing."""
    collection: str
    url: str | None
    """None where the site has no address yet."""

    @property
    def described(self) -> str:
        """The title, or what it is: ``Telegram 09 Astana 308``."""
        return self.title or (f"Telegram {self.number}" if self.number else "Telegram")

    @property
    def address(self) -> str | None:
        """The address, with the place of a paragraph's anchor."""
        return f"{self.url}{ANCHOR}" if self.url else None


def work(cable: Cable, entry: Entry, *, collection: str, url: str | None) -> Work:
    """What citations need of a cable."""
    recipient = cable.action[0].name if cable.action else None
    return Work(
        key=cable.key,
        number=number(cable.id) if cable.id else None,
        title=_shown(entry.title),
        sender=_shown(cable.origin),
        recipient=_shown(RECIPIENTS.get(recipient, recipient) if recipient else None),
        place=_shown(entry.post),
        date=_date(entry),
        collection=_shown(collection) or "",
        url=url,
    )


def _shown(text: str | None) -> str | None:
    """One line without the characters of slots; None where nothing is left."""
    return _PRIVATE.sub("\ufffd", one_line(text)) or None if text else None


def _date(entry: Entry) -> tuple[int, ...]:
    if entry.date:
        return (entry.date.year, entry.date.month, entry.date.day)
    return (entry.year,) if entry.year is not None else ()


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


# ---- Slots


def whole(citation: str) -> str:
    """A citation of the whole cable."""
    return _SLOT.sub("", citation)


def of_paragraph(citation: str, number: int, anchor: str) -> str:
    """A citation of one paragraph, as the script of a cable's page makes it."""
    return _SLOT.sub(lambda slot: f"#{anchor}" if slot[2] else f"{slot[1]}{number}", citation)


def in_page(citation: str) -> Markup:
    """A citation as HTML: the whole cable's, with empty elements for the script where the slots are."""
    parts: list[str] = []
    done = 0
    for slot in _SLOT.finditer(citation):
        parts.append(html(citation[done : slot.start()]))
        kind = "data-cp-anchor" if slot[2] else f'data-cp-para="{html(slot[1])}"'
        parts.append(f"<span {kind}></span>")
        done = slot.end()
    parts.append(html(citation[done:]))
    return Markup("".join(parts))  # noqa: S704 - escaped, or of our own making


# ---- Styles


def chicago(cited: Work) -> str:
    """A note in the Chicago style: sender to recipient, telegram, title, place, date, collection, address.

    Source: The Chicago Manual of Style, question "faq0443" on State Department telegrams.
    """
    telegram = f"telegram {cited.number}" if cited.number else "telegram"
    head = ", ".join(part for part in (_parties(cited), telegram) if part)
    title = f", \u201c{cited.title},\u201d " if cited.title else ", "
    when = _american(cited.date) if cited.date else "n.d."
    tail = _listed((cited.place, when + paragraph(", para. "), cited.collection, cited.address))
    return _capital(_ended(f"{head}{title}{tail}"))


def mla(cited: Work) -> str:
    """An entry in the style of the MLA Handbook (9th edition): what it is and where."""
    to = f" to {cited.recipient}" if cited.recipient else ""
    facts = (f"no. {cited.number}" if cited.number else None, _short(cited.date) if cited.date else "n.d.")
    parts = (
        _ended(cited.sender) if cited.sender else None,
        f"\u201c{_ended(cited.title)}\u201d" if cited.title else None,
        _ended(_listed((f"Telegram{to}", *facts)) + paragraph(", par. ")),
        _ended(_listed((cited.collection, cited.address))) if cited.collection or cited.url else None,
    )
    return " ".join(part for part in parts if part)


def apa(cited: Work) -> str:
    """An entry in the style of the APA (7th edition, section 10.16 on sources of archives)."""
    when = f"({_apa_date(cited.date)})." if cited.date else "(n.d.)."
    place = paragraph(", para. ")
    telegram = f"Telegram {cited.number}" if cited.number else "Telegram"
    title = f"{cited.title} [{telegram}{place}]." if cited.title else f"[{telegram}{place}]."
    author = (_ended(cited.sender), when, title) if cited.sender else (title, when)
    held = _ended(cited.collection) if cited.collection else None
    return " ".join(part for part in (*author, held, cited.address) if part)


def plain(cited: Work) -> str:
    """What a message or a list needs: number, parties, title, date, address."""
    when = _day(cited.date) if cited.date else "Date unknown"
    telegram = cited.key if cited.number else "Telegram"
    parts = (telegram + paragraph(", para. "), _parties(cited), cited.title, when, cited.collection)
    return " ".join([*(_ended(part) for part in parts if part), *filter(None, [cited.address])])


def _parties(cited: Work) -> str:
    return " to ".join(party for party in (cited.sender, cited.recipient) if party)


def _listed(parts: Sequence[str | None]) -> str:
    return ", ".join(part for part in parts if part)


def _ended(text: str) -> str:
    """With a full stop, unless a sign that ends a sentence is there."""
    return text if whole(text).endswith((".", "?", "!")) else f"{text}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _american(date: Sequence[int]) -> str:
    """``February 20, 2009``."""
    if len(date) == 1:
        return str(date[0])
    year, month, day = date
    return f"{MONTHS[month - 1]} {day}, {year}"


def _short(date: Sequence[int]) -> str:
    """``20 Feb. 2009``."""
    return f"{date[2]} {MONTHS_SHORT[date[1] - 1]} {date[0]}" if len(date) > 1 else str(date[0])


def _day(date: Sequence[int]) -> str:
    """``20 February 2009``."""
    return f"{date[2]} {MONTHS[date[1] - 1]} {date[0]}" if len(date) > 1 else str(date[0])


def _apa_date(date: Sequence[int]) -> str:
    """``2009, February 20``."""
    return f"{date[0]}, {MONTHS[date[1] - 1]} {date[2]}" if len(date) > 1 else str(date[0])
