"""The FROM line of a telegram: what kind of post signs, and which words name the place."""

import re
from typing import Literal

PostKind = Literal[
    "embassy",
    "consulate",
    "mission",
    "office",
    "liaison",
    "interests",
    "delegation",
    "institute",
    "department",
]

_NATION = r"(?:AMERICAN |AM ?|US ?|U S )?"

KINDS: tuple[tuple[PostKind, str, str], ...] = (
    ("interests", rf"{_NATION}INT(?:ERESTS?)?(?: SECTION)?\b", "USINT HAVANA"),
    ("liaison", r"(?:USLO|US LIAISON OFFICE)\b", "USLO TRIPOLI"),
    ("office", rf"(?:{_NATION}(?:EMBASSY )?(?:BRANCH )?OFFICE|USBO|REO|RRT|RPO)\b", "USOFFICE ASTANA"),
    ("mission", rf"{_NATION}MISSI?ON", "USMISSION GENEVA"),
    ("delegation", r"US ?DEL\b", "USDEL SECRETARY"),
    ("institute", r"AIT\b", "AIT TAIPEI"),
    ("consulate", rf"{_NATION}CON(?:SULATE|SULAT|SUL|SU|GENL?)(?: ?GEN(?:ERAL|L)?\b)?", "AMCONSUL MILAN"),
    ("embassy", rf"{_NATION}EMB(?:ASSY|A?S*+(?:AS*+)?Y?\b)", "AMEMBASSY ASTANA"),
)
"""Kind, the words before the place with their usual slips, and an example; the first that fits is taken."""

_KINDS = tuple((kind, re.compile(pattern)) for kind, pattern, _ in KINDS)
_PRECEDENCE = re.compile(r"\b(?:FLASH|IMMEDIATE|NIACT|PRIORITY|ROUTINE)\b.*")
_NOISE = re.compile(r"[^A-Z ]+")


def read_line(line: str) -> tuple[PostKind | None, str, str]:
    """Split a FROM line, with or without its ``FM``: ``AMEMBASSY TRIPOLI LY`` -> embassy, ``TRIPOLI LY``.

    Returns the kind (None where the line names none), the words behind it, and the whole line, both as
    capitals with single spaces, cut before a precedence.
    """
    whole = spaced(line).removeprefix("FM ")
    whole = _PRECEDENCE.sub("", whole).strip()
    for kind, pattern in _KINDS:
        match = pattern.match(whole)
        if match:
            return kind, whole[match.end() :].strip(), whole
    return None, whole, whole


def spaced(text: str) -> str:
    """Capitals with single spaces, everything else a space: ``St. Petersburg`` -> ``ST PETERSBURG``."""
    return " ".join(_NOISE.sub(" ", text.upper().replace("'", "")).split())


def squeezed(text: str) -> str:
    """Capitals alone, as posts stand in a message reference number: ``Sao Paulo`` -> ``SAOPAULO``."""
    return spaced(text).replace(" ", "")
