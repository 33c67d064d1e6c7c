"""Handling captions and attention lines: who may see a telegram, and to whom it is to be passed."""

import re
from typing import Final

CAPTIONS: Final = (
    "SIPDIS",
    "SENSITIVE",
    "NOFORN",
    "NODIS",
    "EXDIS",
    "LIMDIS",
    "STADIS",
    "NOCONTRACT",
    "ORCON",
    "TERREP",
    "EYES ONLY",
    "ROGER CHANNEL",
    "DISSENT CHANNEL",
    "DS CHANNEL",
    "MED CHANNEL",
    "DIRECTOR GENERAL CHANNEL",
    "CODEL",
    "AIDAC",
    "AGRICULTURE",
    "NSC",
    "EFTO",
    "E F T O",
    "FOUO",
    "FOR OFFICIAL USE ONLY",
    "LOU",
    "VIENNA FOR CSBM",
    "SPECAT",
)
"""Captions of 5 FAH-2 H-440 and those that the published cables show, longest forms as printed."""

_ALONE: Final = frozenset(CAPTIONS) - {"CODEL", "NSC", "LOU", "AGRICULTURE", "VIENNA FOR CSBM"}
_CAPTION: Final = re.compile(
    r"\b(?:" + "|".join(map(re.escape, sorted(_ALONE, key=lambda name: (-len(name), name)))) + r")\b",
    re.IGNORECASE,
)
_START: Final = re.compile(
    r"[\s\W]{0,6}(?:" + "|".join(sorted({name.split()[0] for name in _ALONE})) + r")\b", re.IGNORECASE
)
_FILL: Final = re.compile(r"[\s,;/.()\-]*")
_CAPTION_MOST: Final = 80


def is_caption(text: str) -> bool:
    """True where a line holds captions alone: ``SIPDIS``, ``SENSITIVE SIPDIS``."""
    if len(text) >= _CAPTION_MOST or not _START.match(text):
        return False
    return not _FILL.sub("", _CAPTION.sub("", text))


def captions_in(text: str) -> list[str]:
    """The captions of a caption line, in order, canonical."""
    return [match[0].upper().replace("E F T O", "EFTO") for match in _CAPTION.finditer(text)]


# as in "SENSITIVE DEPT FOR NEA/MAG" and "AID/W FOR LAC/AA SENSITIVE SIPDIS": a dozen at most, so that a line
# of nothing else is not looked through again from each of them
_EDGE: Final = re.compile(
    r"""
    ^\W*+ (?: (?:SIPDIS|SENSITIVE|NOFORN|NODIS|EXDIS)\b [\s,/]*+ )+
    | (?<![\s,/]) (?: [\s,/]++ (?:SIPDIS|SENSITIVE|NOFORN|NODIS|EXDIS)\b ){1,12} \W*+ $
    """,
    re.VERBOSE,
)


def part_captions(text: str) -> tuple[list[str], str]:
    """Captions at either end of an attention line, and the line without them.

    ``SENSITIVE DEPT FOR NEA/MAG`` · ``AID/W FOR LAC/AA SENSITIVE SIPDIS``: lines that a copy ran together.
    """
    cut_off = [caption for edge in _EDGE.finditer(text) for caption in captions_in(edge[0])]
    return cut_off, _EDGE.sub("", text)
