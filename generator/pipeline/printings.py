"""Two printings of one telegram: the fuller is published, the other kept beside it with what differs.

Telegrams were released twice, with other redactions, or copied from two places. Two records of one number
whose words are nearly the same are printings; others are two telegrams, one of which has a wrong number.
"""

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Final

import msgspec
from rapidfuzz import fuzz

from generator.model import Cable, Difference, Printing, dump_cable, load_cable
from generator.names import marks

ALIKE: Final = 80
"""Per cent of the words that two printings share at least; an extract shares its own with the whole."""
LEAST: Final = 20
"""Words from which on two texts can be told to be one."""
_PRINTINGS_MOST: Final = 5
"""Other printings kept of one telegram."""
_DIFFERENCES_MOST: Final = 50
_PASSAGE_MOST: Final = 300
"""Characters of a passage that differs; the whole text stands beside it."""
_WORDS_MOST: Final = 20_000
"""Words beyond which texts are kept, but not compared word by word."""


def with_printing(winner: bytes, loser: bytes) -> bytes | None:
    """The record of the fuller printing with the other beside it.

    Args:
        winner: A record as ``dump_cable`` writes it, other printings in it perhaps.
        loser: Another of the same number.

    Returns:
        The record; None where the two are not one telegram, have the same words, or either is no record.
    """
    try:
        full, other = load_cable(winner), load_cable(loser)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    ours, theirs = _text(full), _text(other)
    if not _alike(ours, theirs):
        return None
    printing = Printing(
        path=other.source.path,
        row=other.source.row,
        layout=other.source.layout,
        sha256=other.source.sha256,
        text="" if marks(theirs) or marks(other.subject or "") else theirs,
        differences=() if marks(theirs) else tuple(differences(ours, theirs)),
    )
    known = (*full.printings, printing, *other.printings)[:_PRINTINGS_MOST]
    return dump_cable(replace(full, printings=known))


def _text(cable: Cable) -> str:
    """What the message says: what a site or a network put around it makes no difference."""
    return "\n\n".join(block.text for block in cable.blocks if block.kind != "notice" and block.text)


def _alike(ours: str, theirs: str) -> bool:
    if ours == theirs:
        return False
    shorter, longer = sorted((ours.upper().split(), theirs.upper().split()), key=len)
    if len(shorter) < LEAST:
        return False
    shared = set(shorter) & set(longer)
    common = sum(word in shared for word in shorter)
    if 100 * common < ALIKE * len(shorter):
        return False
    return len(longer) > _WORDS_MOST or _ordered(shorter, longer)


def _ordered(shorter: list[str], longer: list[str]) -> bool:
    """Whether the shorter one's words stand in the longer in much the same order."""
    return fuzz.partial_ratio(" ".join(shorter)[:_COMPARED], " ".join(longer)[: 2 * _COMPARED]) >= ALIKE


_COMPARED: Final = 4_000
"""Characters from the beginning that are held against each other."""


def differences(ours: str, theirs: str) -> Iterator[Difference]:
    """Where the two differ, in order: what stands here, what stands there."""
    here, there = ours.split(), theirs.split()
    if max(len(here), len(there)) > _WORDS_MOST:
        return
    matcher = SequenceMatcher(None, here, there, autojunk=len(here) > _COMPARED)
    differences = 0
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        differences += 1
        if differences > _DIFFERENCES_MOST:
            return
        yield Difference(
            here=" ".join(here[start:end])[:_PASSAGE_MOST],
            there=" ".join(there[other_start:other_end])[:_PASSAGE_MOST],
        )
