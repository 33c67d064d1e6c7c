"""Levels of classification, from the lowest, as the record names them: the one ladder of the program."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of classification."""

    name: str
    """As in the published index: ``UNCLASSIFIED//FOR OFFICIAL USE ONLY``."""
    rank: int
    """Grows with the protection demanded; 0 for UNCLASSIFIED."""
    marking: str
    """How a portion of that level is marked: ``SBU`` (5 FAH-1 H-210)."""


OFFICIAL_USE = "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
"""What the published index calls UNCLASSIFIED with the caption SENSITIVE."""

CLASSIFICATION_LEVELS = (
    Level(name="UNCLASSIFIED", rank=0, marking="U"),
    Level(name=OFFICIAL_USE, rank=1, marking="SBU"),
    Level(name="LIMITED OFFICIAL USE", rank=2, marking="LOU"),
    Level(name="CONFIDENTIAL", rank=3, marking="C"),
    Level(name="SECRET", rank=4, marking="S"),
    Level(name="TOP SECRET", rank=5, marking="TS"),
)
"""From the lowest to the highest. SENSITIVE took the place of ``LIMITED OFFICIAL USE`` in 1995."""

PRINTED_LEVELS = tuple(known.name for known in CLASSIFICATION_LEVELS if "//" not in known.name)
"""What stands on a classification line, without what captions add: ``UNCLASSIFIED``."""
LEVEL_PATTERN = "|".join(PRINTED_LEVELS)
"""Any of these within a regular expression; to be put into a group."""


def classification_levels() -> tuple[Level, ...]:
    """All levels from the lowest to the highest."""
    return CLASSIFICATION_LEVELS


def marked_level(markings: Iterable[str]) -> Level | None:
    """The highest level among portion markings without their controls: ``U`` and ``S`` -> SECRET.

    None where none of them is a level's.
    """
    printed = frozenset(markings)
    return next((known for known in reversed(CLASSIFICATION_LEVELS) if known.marking in printed), None)


def level(classification: str) -> Level | None:
    """Level of a classification as the record gives it, controls included: ``SECRET//NOFORN`` -> SECRET.

    None for a text that begins with no known level.
    """
    best = [known for known in CLASSIFICATION_LEVELS if _within(known.name, classification)]
    return max(best, key=lambda known: len(known.name), default=None)


def _within(name: str, classification: str) -> bool:
    return classification == name or classification.startswith(f"{name}//")
