"""Levels of classification, from the lowest, as the record names them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of classification."""

    name: str
    """As in the published index: ``UNCLASSIFIED//FOR OFFICIAL USE ONLY``."""
    rank: int
    """Grows with the protection demanded; 0 for UNCLASSIFIED."""


CLASSIFICATION_LEVELS = (
    Level(name="UNCLASSIFIED", rank=0),
    Level(name="UNCLASSIFIED//FOR OFFICIAL USE ONLY", rank=1),
    Level(name="LIMITED OFFICIAL USE", rank=2),
    Level(name="CONFIDENTIAL", rank=3),
    Level(name="SECRET", rank=4),
    Level(name="TOP SECRET", rank=5),
)
"""From the lowest to the highest. SENSITIVE took the place of ``LIMITED OFFICIAL USE`` in 1995."""


def classification_levels() -> tuple[Level, ...]:
    """All levels from the lowest to the highest."""
    return CLASSIFICATION_LEVELS


def level(classification: str) -> Level | None:
    """Level of a classification as the record gives it, controls included: ``SECRET//NOFORN`` -> SECRET.

    None for a text that begins with no known level.
    """
    best = [known for known in CLASSIFICATION_LEVELS if _within(known.name, classification)]
    return max(best, key=lambda known: len(known.name), default=None)


def _within(name: str, classification: str) -> bool:
    return classification == name or classification.startswith(f"{name}//")
