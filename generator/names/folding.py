"""The letters by which two printed words are compared: no case, no diacritics, no apostrophes."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    dict(zip("\u00f0\u0111\u00f8\u0142\u0131\u0259", "ddolia", strict=True))
    | {"\u00fe": "th", "\u00e6": "ae", "\u0153": "oe", "\u00df": "ss"}
    | dict.fromkeys("\u2019\u2018\u02bc\u00b4'`", "")
)
"""Letters that Unicode does not decompose (eth, thorn, dotless i, schwa and their like), and the
apostrophes that stand for ayn, hamza and soft signs."""


@lru_cache(maxsize=1 << 17)
def plain(text: str) -> str:
    """Lower case without diacritics or apostrophes; anything but a-z, digits and space becomes a space."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", kept).split())


_APOSTROPHES = str.maketrans({"\u2019": "'", "`": "'", "\u00b4": "'"})


def fold(word: str) -> str:
    """Small letters without diacritics, apostrophes or full stops; hyphens stay, since they join one name."""
    decomposed = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES)) if not word.isascii() else word
    return "".join(c for c in decomposed.lower() if c.isalnum() or c == "-")
