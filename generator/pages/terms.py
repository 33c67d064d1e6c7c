"""The Department's own terms, levels, markings and tags, as readers know them."""

from typing import Final

from generator.wording import Words

MARKINGS: Final = {
    "U": "unclassified",
    "SBU": "sensitive",
    "LOU": "limited",
    "C": "confidential",
    "S": "secret",
    "TS": "top_secret",
    "NF": "no_foreigners",
    "NOFORN": "no_foreigners",
    "REL": "releasable",
    "FOUO": "official",
}
"""Portion markings; each part between slashes has its meaning, a name of ``MarkingWords``."""


def marking(printed: str, words: Words) -> str | None:
    """``S/NF`` in words: ``secret, no foreign nationals``; None where a part has no known meaning."""
    parts = [part.strip().upper() for part in printed.split("/") if part.strip()]
    known = [getattr(words.markings, MARKINGS[part]) for part in parts if part in MARKINGS]
    return ", ".join(known) if known and len(known) == len(parts) else None


def level(classification: str | None) -> str:
    """The level alone, as a class for colours: ``secret``, ``official-use``, ``none``."""
    printed = (classification or "").upper()
    for name, wording in (
        ("secret", "SECRET"),
        ("confidential", "CONFIDENTIAL"),
        ("official-use", "OFFICIAL USE"),
        ("unclassified", "UNCLASSIFIED"),
    ):
        if wording in printed:
            return name
    return "none"


def classification(printed: str) -> str:
    """``Unclassified // For official use only``: capitals tire the eye in a list."""
    parts = [part.strip() for part in printed.split("//")]
    return " // ".join([parts[0].capitalize(), *(_control(part) for part in parts[1:])])


def _control(part: str) -> str:
    """Controls of one word are code words and stay in capitals."""
    return part if " " not in part else part.capitalize()


def capital(text: str) -> str:
    """The first letter large, the others as they are."""
    return text[:1].upper() + text[1:]


def short_meaning(meaning: str) -> str:
    """``Political affairs: human rights`` without its category: ``Human rights``."""
    return capital(meaning.rpartition(": ")[2])


def subject(printed: str | None, words: Words) -> str:
    """The subject, or words for its absence: a heading or link without words would be none."""
    return (printed or "").strip() or words.cable.no_subject
