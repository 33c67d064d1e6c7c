"""TAGS (Traffic Analysis by Geography and Subject): the codes by which the Department files its telegrams."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.tables.countries import places
from generator.tables.rows import listed, rows

TagKind = Literal["subject", "programme", "country", "organisation", "person"]

CATEGORIES = {
    "A": "Administration",
    "B": "Business services",
    "C": "Consular affairs",
    "E": "Economic affairs",
    "M": "Military and defense affairs",
    "O": "Operations",
    "P": "Political affairs",
    "S": "Social affairs",
    "T": "Technology and science",
}
"""First letter of a subject code -> its category (5 FAH-3 H-110)."""

PERSON_TAGS = frozenset({"OREP", "OTRA", "OVIP"})
"""Codes for the travel of officials, which print with the traveller's name: ``OVIP (CLINTON, HILLARY)``.

Source: the Department's instruction of 1974 on the TAGS manual, that the individual's name follow these.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """What one code means."""

    code: str
    """Canonical, capitals: ``PGOV``."""
    kind: TagKind
    """``country`` includes regions."""
    meaning: str
    """Plain words: ``Political affairs: internal governmental affairs``, ``Kazakhstan``."""
    words: tuple[str, ...] = ()
    """Further words by which a reader may look for the code: ``trafficking`` for KTIP."""


def tag(code: str) -> Tag | None:
    """Look a canonical code up; None where its meaning is not established (it may still be a valid code)."""
    return _by_code().get(code)


def tags() -> tuple[Tag, ...]:
    """Every code whose meaning is known, sorted by code."""
    return tuple(_by_code().values())


@cache
def _by_code() -> dict[str, Tag]:
    """All codes; a subject or programme goes before a country, a country before an organisation (``EC``)."""
    by_code = _organisations() | _countries() | _programmes() | _subjects()
    return dict(sorted(by_code.items()))


def _subjects() -> dict[str, Tag]:
    return {row["code"]: _subject(row) for row in rows("tags_subject")}


def _subject(row: dict[str, str]) -> Tag:
    code = row["code"]
    return Tag(
        code=code,
        kind="person" if code in PERSON_TAGS else "subject",
        meaning=f"{CATEGORIES[code[0]]}: {row['meaning']}",
        words=listed(row["words"]),
    )


def _programmes() -> dict[str, Tag]:
    return {row["code"]: _plain(row, "programme") for row in rows("tags_programme")}


def _organisations() -> dict[str, Tag]:
    return {row["code"]: _plain(row, "organisation") for row in rows("tags_organisation")}


def _plain(row: dict[str, str], kind: TagKind) -> Tag:
    meaning = row["meaning"]
    return Tag(
        code=row["code"],
        kind=kind,
        meaning=meaning[:1].upper() + meaning[1:],
        words=listed(row["words"]),
    )


def _countries() -> dict[str, Tag]:
    return {
        code: Tag(
            code=code,
            kind="country",
            meaning=f"Region: {place.name}" if place.region else place.name,
            words=place.words,
        )
        for code, place in places().items()
    }
