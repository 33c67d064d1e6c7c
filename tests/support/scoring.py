"""How much of the published metadata a parse finds, and how much of the text it keeps.

The figures are those of the project's ``score.py`` for the measuring corpus, so that both say the same.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from generator.model import Cable

FIGURES = (
    "id",
    "date",
    "classification",
    "origin",
    "tags precision",
    "tags recall",
    "subject",
    "paragraph numbers",
    "words kept",
    "words not invented",
)
_BANNER = re.compile(
    r"^\s*[A-Z][A-Z .'-]{2,30}\s0*\d{3,8}\s+0?\d{2,3}(\.\d+)?\s+OF\s+0?\d{2,3}\s*$", re.MULTILINE
)
_FIRST = re.compile(r"^\W*(?:¶\s*)?1{1,2}\.\s", re.MULTILINE)
_SIGNED = re.compile(r"^\W*¶\s*\d", re.MULTILINE)
_NUMBER = re.compile(r"(?m)^\W*(?:¶\s*)?\d{1,3}\.")


@dataclass(slots=True)
class Score:
    """Hits and chances of each figure."""

    hits: Counter[str] = field(default_factory=Counter)
    chances: Counter[str] = field(default_factory=Counter)

    def add(self, figure: str, hits: int, chances: int = 1) -> None:
        """Count one cable's share."""
        self.hits[figure] += hits
        self.chances[figure] += chances

    def percent(self, figure: str) -> float:
        """The figure in per cent, rounded down to the hundredth: 99.996 is no 100."""
        return 10_000 * self.hits[figure] // max(self.chances[figure], 1) / 100


def add_metadata(score: Score, cable: Cable, truth: dict[str, Any]) -> None:
    """Compare one cable with its published metadata."""
    score.add("id", cable.id == truth["id"])
    score.add("date", str(cable.date or "")[:10] == truth["created"][:10])
    score.add("classification", cable.classification == truth["classification"])
    score.add("origin", cable.origin == truth["origin"])
    tags = set(cable.tags) & set(truth["tags"])
    score.add("tags precision", len(tags), len(set(cable.tags)))
    score.add("tags recall", len(tags), len(set(truth["tags"])))
    if truth.get("title"):
        score.add("subject", _agrees(fold(cable.subject or ""), fold(truth["title"])))
    if truth.get("paragraphs"):
        numbers = [block.number for block in cable.blocks if block.number]
        score.add("paragraph numbers", numbers == truth["paragraphs"])


def add_words(score: Score, cable: Cable, text: str) -> None:
    """Compare the words of one message, from paragraph 1 on, with those of its blocks."""
    start = _FIRST.search(text) or _SIGNED.search(text)
    if not start:
        return
    meant = Counter(_words(_NUMBER.sub(" ", _BANNER.sub("", text[start.start() :]))))
    said = Counter(_words(" ".join(_said(cable))))
    score.add("words kept", (meant & said).total(), meant.total())
    score.add("words not invented", said.total() - (said - Counter(_words(text))).total(), said.total())


def name_of(cable: Cable) -> str:
    """The corpus names its files after the cables."""
    return PurePosixPath(cable.source.path).stem


def _said(cable: Cable) -> Iterable[str]:
    for block in cable.blocks:
        yield f"({block.marking}) {block.text}" if block.marking else block.text
    yield cable.signed_by or ""


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text))


def fold(text: str) -> str:
    """Lower case, no diacritics, letters and digits alone, single blanks."""
    plain = unicodedata.normalize("NFKD", text)
    return " ".join(
        re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)).lower())
    )


def _agrees(found: str, first_line: str) -> bool:
    length = min(len(found), len(first_line))
    return length >= min(12, len(first_line)) and found[:length] == first_line[:length]
