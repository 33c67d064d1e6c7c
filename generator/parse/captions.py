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
    r"\b(?:" + "|".join(sorted(map(re.escape, _ALONE), key=len, reverse=True)) + r")\b", re.IGNORECASE
)
_FILL: Final = re.compile(r"[\s,;/.()\-]*")
_CAPTION_MOST: Final = 80


def is_caption(text: str) -> bool:
    """True where a line holds captions alone: ``SIPDIS``, ``SENSITIVE SIPDIS``."""
    return len(text) < _CAPTION_MOST and bool(text.strip()) and not _FILL.sub("", _CAPTION.sub("", text))


def captions_in(text: str) -> list[str]:
    """The captions of a caption line, in order, canonical."""
    return [found[0].upper().replace("E F T O", "EFTO") for found in _CAPTION.finditer(text)]
