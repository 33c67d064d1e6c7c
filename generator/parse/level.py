"""Level and controls as one string, as the published index words it.

``UNCLAS`` with the caption SENSITIVE is ``UNCLASSIFIED//FOR OFFICIAL USE ONLY``; CONFIDENTIAL or SECRET with
NOFORN is ``SECRET//NOFORN``. Other captions (EXDIS, NODIS) say who distributes, not what the level is.
"""

from typing import Final

from generator import tables
from generator.model import Block, Source
from generator.parse.classification import HeadLine
from generator.parse.lines import Notes
from generator.tables import OFFICIAL_USE

_SENSITIVE: Final = frozenset({"SENSITIVE", "FOR OFFICIAL USE ONLY", "FOUO", "EFTO", "LOU"})


def read_level(
    source: Source, head: HeadLine | None, captions: tuple[str, ...], blocks: list[Block], notes: Notes
) -> str | None:
    """The classification of the telegram; warns where its own line does not say."""
    stated = source.stated.classification
    if head:
        if head.repaired:
            notes.add("classification-repaired", f"read as {head.level}")
        own = _worded(head.level, captions)
        return _stricter(own, stated, notes) if stated and stated != own else own
    if stated:
        notes.add("classification-from-stated", stated)
        return stated
    return _from_markings(blocks, captions, notes)


def _stricter(own: str, stated: str, notes: Notes) -> str:
    """Of two classifications the stricter: the layout knows controls that a copied text has lost."""
    kept = max(own, stated, key=_strictness)
    notes.add("classification-conflict", f"stated {stated}, the text says {own}; {kept} was kept")
    return kept


def _strictness(classification: str) -> tuple[int, int]:
    """Its level's place on the ladder, below all where it is none, then how much its controls say."""
    level = tables.level(classification)
    return level.rank if level else -1, len(classification.partition("//")[2])


def _worded(level: str, captions: tuple[str, ...]) -> str:
    if level == "UNCLASSIFIED":
        return OFFICIAL_USE if _SENSITIVE & set(captions) else level
    return f"{level}//NOFORN" if "NOFORN" in captions else level


def _from_markings(blocks: list[Block], captions: tuple[str, ...], notes: Notes) -> str | None:
    """The highest portion marking of a text without a classification line."""
    markings = {block.marking.split("/")[0] for block in blocks if block.marking}
    level = tables.marked_level(markings)
    if level is None:
        notes.add("classification-missing", "no classification line")
        return None
    notes.add("classification-guessed", f"{level.name}, from the portion markings")
    return level.name if level.name == OFFICIAL_USE else _worded(level.name, captions)
