"""The classification line and what the captions add to it.

``C O N F I D E N T I A L SECTION 01 OF 03 ASTANA 000275``: level (spaced out by the communications centre so
that no one overlooks it), controls, section, post, serial number. Source: 5 FAH-1 H-210 (telegram format).
"""

import re
from typing import Final, NamedTuple

from generator.parse.lines import Line
from generator.tables import PRINTED_LEVELS


def _spaced(word: str) -> str:
    """Pattern of a word whose letters may stand apart: ``S E C R E T``, ``SE C R E T``."""
    return r"\s?".join(word)


def _words(name: str) -> str:
    """Pattern of a level's name, each word of it spaced out or not."""
    return r"\s+".join(map(_spaced, name.split()))


_MISSPELT: Final[dict[str, str]] = {
    "UNCLASSIFIED": f"|{_spaced('UNCLAS')}",
    "CONFIDENTIAL": f"|C{_spaced('CONFIDENTIAL')}|{_spaced('CONFIDENTAL')}|{_spaced('CONFIDENTIL')}",
    "SECRET": f"|S{_spaced('SECRET')}",
}
"""Other forms seen: cut short, the first letter doubled ("SS E C R E T", "CC O N F I D..."), one left out."""
_NAMES: Final = PRINTED_LEVELS
_LEVEL: Final = "|".join(
    f"(?P<L{index}>{_words(name)}{_MISSPELT.get(name, '')})" for index, name in enumerate(_NAMES)
)

_CONTROL: Final = (
    r"NOFORN|FOR\s+OFFICIAL\s+USE\s+ONLY|E\s?F\s?T\s?O|FOUO|SENSITIVE|NODIS|EXDIS|LIMDIS|STADIS|NOCONTRACT|"
    r"ORCON|REL(?:EASABLE)?\s+TO\s+[A-Z, ]{2,40}"
)
# as in "SECTION 01 OF 03"; misspelt "SCTION 02 OF 02", "SECION"; "SECTION 02 OF 03QRIPOLI".
_SECTION: Final = r"S\w{3,7}\s+(?P<section>\d{1,2})\s*OF\s*(?P<sections>\d{1,2})"
_LINE: Final = re.compile(
    # as in "C O N F I D E N T I A L", "UNCLAS SIPDIS"
    rf"^\W{{0,6}}(?:{_LEVEL})(?![A-Z]{{2}})"
    rf"(?P<controls>(?:[\s/,]{{0,3}}(?:{_CONTROL})\b)*)"
    rf"(?:\s*{_SECTION})?"
    # as in "SAN JOSE 000308"
    r"(?:\s*(?P<post>[A-Z][A-Z .'\-]{1,35}?)[\s,#]*(?<!\d)(?P<serial>\d{2,7})(?!\d))?"
    r"(?P<rest>.*)$",
    re.IGNORECASE,
)


class HeadLine(NamedTuple):
    """What one classification line says."""

    level: str
    """``CONFIDENTIAL``."""
    controls: str
    """As printed on the line, ``//NOFORN``; empty where none."""
    section: int | None
    post: str | None
    """As printed: ``SAN JOSE``; None where the line stops before it."""
    serial: str | None
    """Digits as printed: ``000275``."""
    rest: str
    """What follows on the line."""
    repaired: bool
    """True where the level is misspelt."""


def post_of(head: HeadLine | None) -> str:
    """The post as a page banner prints it, in capitals; empty where no line names it."""
    return ((head.post if head else None) or "").upper()


def read_head(line: Line) -> HeadLine | None:
    """Read a classification line; None where the line is none.

    A bare level word counts (``CONFIDENTIAL`` on a line of its own); a sentence that begins with "Secret"
    does not: the level must be in capitals or the post and number must follow it.
    """
    text = line.text
    match = _LINE.match(text[:200])
    if not match:
        return None
    index = next(i for i in range(len(_NAMES)) if match[f"L{i}"])
    printed = match[f"L{index}"]
    bare = not match["post"]
    if bare and (printed.upper() != printed or len(match["rest"].strip()) > _REST_LIMIT):
        return None
    level = _NAMES[index]
    squeezed = re.sub(r"\s", "", printed).upper()
    return HeadLine(
        level,
        match["controls"].strip(),
        int(match["section"]) if match["section"] else None,
        (match["post"] or "").strip() or None,
        match["serial"],
        match["rest"] + text[200:],
        squeezed not in {level.replace(" ", ""), "UNCLAS"},
    )


_REST_LIMIT: Final = 12
