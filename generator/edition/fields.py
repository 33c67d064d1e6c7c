"""The fields of a header that can be corrected: how each is written, and how it is put into a cable.

A value is one text or a list of texts, in ``corrections.yml``, in the record and on the page alike. Whatever
follows from a field follows from its corrected value, too: the year from the date, post and country from the
sender where the table of posts knows it, the citations in the text from references, date and number.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, Final

from generator.edition.written import suggestion
from generator.model import (
    CABLE_ID,
    YEARS,
    Addressee,
    Cable,
    CablepressError,
    DatePrecision,
    Provenance,
    Reference,
    cable_id_parts,
)
from generator.parse.citations import find_citations
from generator.parse.lines import Line, Notes
from generator.parse.references import read_references
from generator.parse.telegrams import citing
from generator.tables.classification import classification_levels, level
from generator.tables.posts import post_rows

Values = tuple[str, ...]
"""A value as it is written: one text, several, or none."""


class ValueRefusedError(CablepressError):
    """A text is no value of the field; the message is why, a clause for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderField:
    """One field of the header."""

    shown: Callable[[Cable], Values]
    """What a cable has."""
    put: Callable[[Cable, Values], Cable]
    """The cable with another value; raises ValueRefusedError."""
    several: bool = False
    """Whether it takes a list; one that does not takes one text."""
    settles: tuple[str, ...] = ()
    """How codes of warnings begin that are settled once an editor has said what it is."""


def _text(name: str, *settles: str) -> HeaderField:
    return HeaderField(
        shown=lambda cable: _none_or(getattr(cable, name)),
        put=lambda cable, values: replace(cable, **_kept(name, values[0] if values else None)),
        settles=settles,
    )


def _texts(name: str, *settles: str) -> HeaderField:
    return HeaderField(
        shown=lambda cable: tuple(getattr(cable, name)),
        put=lambda cable, values: replace(cable, **_kept(name, values)),
        several=True,
        settles=settles,
    )


def _kept(name: str, value: object) -> dict[str, Any]:
    return {name: value}


def _none_or(value: str | None) -> Values:
    return () if value is None else (value,)


# ---- Number and date


def _put_number(cable: Cable, values: Values) -> Cable:
    number = values[0] if values else None
    if number is not None and not CABLE_ID.fullmatch(number):
        message = f"{number!r} is no number like 09ASTANA308"
        raise ValueRefusedError(message)
    year = cable.year if cable.date or number is None else cable_id_parts(number)[0]
    return _cited_anew(replace(cable, id=number, year=year))


_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2})?Z?)?)?")


def _shown_date(cable: Cable) -> Values:
    if cable.date is None:
        return (f"{cable.year:04}",) if cable.date_precision == "year" and cable.year else ()
    form = "%Y-%m-%d" if cable.date_precision == "day" else "%Y-%m-%dT%H:%MZ"
    return (cable.date.strftime(form),)


def _put_date(cable: Cable, values: Values) -> Cable:
    if not values:
        year = cable_id_parts(cable.id)[0] if cable.id and CABLE_ID.fullmatch(cable.id) else None
        return replace(cable, date=None, date_precision=None, year=year)
    match = _DATE.fullmatch(values[0])
    if match is None or int(match[1]) not in YEARS:
        message = f"{values[0]!r} is no date like 2009-02-20T09:29Z, 2009-02-20 or 2009"
        raise ValueRefusedError(message)
    year, month, day, hour, minute = (int(part) if part else None for part in match.groups())
    if year is None or month is None or day is None:
        return _cited_anew(replace(cable, date=None, date_precision="year", year=year))
    try:
        sent = datetime(year, month, day, hour or 0, minute or 0, tzinfo=UTC)
    except ValueError as error:
        message = f"{values[0]!r}: {error}"
        raise ValueRefusedError(message) from error
    precision: DatePrecision = "day" if hour is None else "minute"
    return _cited_anew(replace(cable, date=sent, date_precision=precision, year=year))


def _shown_day(cable: Cable) -> Values:
    return (cable.declassify_on.isoformat(),) if cable.declassify_on else ()


def _put_day(cable: Cable, values: Values) -> Cable:
    try:
        return replace(cable, declassify_on=date.fromisoformat(values[0]) if values else None)
    except ValueError as error:
        message = f"{values[0]!r} is no day like 2019-02-20"
        raise ValueRefusedError(message) from error


# ---- Sender and addressees


def _put_origin(cable: Cable, values: Values) -> Cable:
    """Post and country come with a sender whom the table knows."""
    origin = values[0] if values else None
    sender = next((row for row in post_rows() if row.origin == origin), None)
    if sender is None:
        return replace(cable, origin=origin)
    return replace(cable, origin=origin, post=sender.post, country=sender.country)


def _addressees(name: str) -> HeaderField:
    def put(cable: Cable, values: Values) -> Cable:
        before = {addressee.name: addressee for addressee in getattr(cable, name)}
        new = tuple(
            before.get(value, Addressee(route=None, name=value, precedence=None, number=None))
            for value in values
        )
        return replace(cable, **_kept(name, new))

    return HeaderField(
        shown=lambda cable: tuple(each.name or each.route or "" for each in getattr(cable, name)),
        put=put,
        several=True,
    )


PRECEDENCES: Final = ("FLASH", "IMMEDIATE", "PRIORITY", "ROUTINE")


def _put_precedence(cable: Cable, values: Values) -> Cable:
    precedence = values[0] if values else None
    if precedence is not None and precedence not in PRECEDENCES:
        message = f"{precedence!r} is no precedence: {suggestion(precedence, PRECEDENCES)}"
        raise ValueRefusedError(message)
    return replace(cable, precedence=precedence)


_OTHERS: Final = frozenset({"RESTRICTED"})
"""Levels of other countries."""
_LEVELS: Final = (*(known.name for known in classification_levels()), *sorted(_OTHERS))


def _put_classification(cable: Cable, values: Values) -> Cable:
    """A level with its controls: SECRET//NOFORN. What is none would be listed as a level of its own."""
    classification = values[0] if values else None
    if classification and level(classification) is None and classification not in _OTHERS:
        message = f"{classification!r} is no classification: {suggestion(classification, _LEVELS)}"
        raise ValueRefusedError(message)
    return replace(cable, classification=classification)


# ---- Tags and references

_TAG: Final = re.compile(r"[A-Z0-9]{2,12}")


def _put_tags(cable: Cable, values: Values) -> Cable:
    for code in values:
        if not _TAG.fullmatch(code):
            message = f"{code!r} is no TAGS code like PGOV"
            raise ValueRefusedError(message)
    return replace(cable, tags=values)


def _shown_references(cable: Cable) -> Values:
    return tuple(f"{each.label}. {each.text}" if each.label else each.text for each in cable.references)


def _put_references(cable: Cable, values: Values) -> Cable:
    """As the REF line would print them, or by number alone: ``A. ALMATY 1450``, ``06ALMATY1450``."""
    references = tuple(reference for value in values for reference in _references(value, cable))
    return _cited_anew(replace(cable, references=references))


_LABELLED: Final = re.compile(r"(?:(?P<label>[A-Z])\. )?(?P<text>.*)")


def _references(written: str, cable: Cable) -> tuple[Reference, ...]:
    """One entry: a number, or what a REF line prints, with or without its label."""
    match = _LABELLED.fullmatch(written)
    label, text = (match["label"], match["text"]) if match else (None, written)
    if CABLE_ID.fullmatch(text):
        return (Reference(label=label, text=text, id=text),)
    read = read_references([Line(0, text)], citing(cable.id, cable.date), Notes()).references
    return tuple(replace(reference, label=label or reference.label) for reference in read)


def _cited_anew(cable: Cable) -> Cable:
    """The citations in the text found again: "ref A" may mean another cable now. Notices keep theirs."""
    count = next((n for n in range(len(cable.blocks), 0, -1) if cable.blocks[n - 1].kind != "notice"), 0)
    own = citing(cable.id, cable.date)
    found = find_citations(list(cable.blocks[:count]), cable.references, own, cable.id)
    return replace(cable, citations=found)


# ---- The rest


def _put_partial(cable: Cable, values: Values) -> Cable:
    if values not in {("true",), ("false",)}:
        message = "it is true for an extract, else false"
        raise ValueRefusedError(message)
    return replace(cable, partial=values == ("true",))


FIELDS: Final[Mapping[str, HeaderField]] = {
    "id": HeaderField(shown=lambda cable: _none_or(cable.id), put=_put_number, settles=("id-",)),
    "subject": _text("subject", "subject-"),
    "date": HeaderField(shown=_shown_date, put=_put_date, settles=("date-",)),
    "classification": HeaderField(
        shown=lambda cable: _none_or(cable.classification),
        put=_put_classification,
        settles=("classification-",),
    ),
    "captions": _texts("captions"),
    "origin": HeaderField(shown=lambda cable: _none_or(cable.origin), put=_put_origin, settles=("origin-",)),
    "post": _text("post"),
    "country": _text("country"),
    "precedence": HeaderField(shown=lambda cable: _none_or(cable.precedence), put=_put_precedence),
    "transmission_id": _text("transmission_id"),
    "action": _addressees("action"),
    "info": _addressees("info"),
    "attention": _texts("attention"),
    "executive_order": _text("executive_order"),
    "declassify_on": HeaderField(shown=_shown_day, put=_put_day, settles=("declassify-",)),
    "classified_by": _text("classified_by"),
    "reasons": _texts("reasons"),
    "tags": HeaderField(
        shown=lambda cable: cable.tags, put=_put_tags, several=True, settles=("tags-", "tag-")
    ),
    "tag_people": _texts("tag_people"),
    "references": HeaderField(
        shown=_shown_references, put=_put_references, several=True, settles=("reference",)
    ),
    "signed_by": _text("signed_by"),
    "drafted_by": _text("drafted_by"),
    "approved_by": _text("approved_by"),
    "cleared_by": _texts("cleared_by"),
    "concepts": _texts("concepts"),
    "text_status": _text("text_status", "text-absent"),
    "partial": HeaderField(shown=lambda cable: ("true" if cable.partial else "false",), put=_put_partial),
}
"""By its name in the record."""

MEANT: Final[Mapping[str, str]] = {
    "number": "id",
    "mrn": "id",
    "title": "subject",
    "sent": "date",
    "created": "date",
    "from": "origin",
    "sender": "origin",
    "embassy": "origin",
    "to": "action",
    "addressees": "action",
    "signature": "signed_by",
    "signed": "signed_by",
    "signatory": "signed_by",
    "drafter": "drafted_by",
    "ref": "references",
    "refs": "references",
    "level": "classification",
    "eo": "executive_order",
    "extract": "partial",
}
"""What people call a field, and its name."""


_EMPTY: Final = Cable(
    id=None,
    subject=None,
    date=None,
    classification=None,
    source=Provenance(path="", layout="", sha256=""),
)
"""Into which a value is put to see whether it is one."""


def is_value(name: str, values: Values) -> str | None:
    """Why a value is none of a field; None where it is one.

    Args:
        name: Of :data:`FIELDS`.
        values: As written.
    """
    field = FIELDS[name]
    if len(values) > 1 and not field.several:
        return "it takes one value, not a list"
    try:
        field.put(_EMPTY, values)
    except ValueRefusedError as error:
        return str(error)
    return None


def same(name: str, written: Values, cable: Cable) -> bool:
    """Whether a cable has a value, as far as that is written: a day says nothing of the time."""
    has = FIELDS[name].shown(cable)
    if name == "date" and written and has:
        return has[0].startswith(written[0].removesuffix("Z").replace(" ", "T"))
    if name == "references":
        return has == written or tuple(each.id for each in cable.references) == written
    return tuple(" ".join(value.split()) for value in has) == written
