"""What Pagefind wrote of each page, read back."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.publish.search.script import SIGNATURE

FREQUENT = 1_000
"""Cables that a word must stand in before looking it up alone is slow enough to be felt."""
SHARE = 0.4
"""Share of the cables that it must stand in: a word beyond tells little of what a cable is about."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragments:
    """The pages of all indexes."""

    names: dict[str, str]
    """Address -> name of the page's fragment without ``.pf_fragment``, which is also the id of a result."""
    common: tuple[str, ...]
    """Words, in lower case and the singular, of so many cables that they say little about one."""


def read_fragments(indexes: Iterable[Path]) -> Fragments:
    """Names of all fragments, and the words that most of them have.

    Args:
        indexes: Folders of Pagefind's indexes, each with ``fragment/``.
    """
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for index in indexes:
        for file in (index / "fragment").iterdir():
            fragment = json.loads(gzip.decompress(file.read_bytes()).removeprefix(SIGNATURE))
            names[fragment["url"]] = file.stem
            counts.update({singular(word) for word in _WORD.findall(fragment["content"].lower())})
    least = max(FREQUENT, SHARE * len(names))
    return Fragments(names=names, common=tuple(sorted(word for word in counts if counts[word] > least)))


def singular(word: str) -> str:
    """``parties`` and ``party`` as one, about as Pagefind's stemmer has it; engine.js has the same rule."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > SHORT else word


SHORT = 3
"""Letters of words that keep their ``s``: ``us``, ``gas``."""
