"""The letters by which two printed words are compared: no case, no diacritics, no apostrophes.

Which letter a character is says :func:`generator.names.letters.plain_letters`, here as in every text that is
searched for a name: ``\u0141\u00f3d\u017a`` is ``lodz``, ``\u0418\u0432\u0430\u043d`` is ``ivan``.
"""

import re
from functools import lru_cache
from typing import Final

from generator.names.letters import plain_letters

_WORDS: Final = re.compile(r"[a-z0-9]+")
_APOSTROPHE: Final = re.compile(r"['`]")


@lru_cache(maxsize=1 << 17)
def plain(text: str) -> str:
    """A name as plain words with a blank between; whatever is no letter, digit or apostrophe parts words."""
    return " ".join(_WORDS.findall(_APOSTROPHE.sub("", plain_letters(text))))


def fold(word: str) -> str:
    """One word without apostrophes or full stops; hyphens stay, since they join one name (``al-qadhafi``).

    Empty for a mark. A word of letters that have no Latin spelling stays as it is.
    """
    if word.isascii():
        return "".join(c for c in word.lower() if c.isalnum() or c == "-")
    folded = "".join(c for c in plain_letters(word) if c.isalnum() or c == "-")
    return folded if any(map(str.isalnum, folded)) else "".join(filter(str.isalnum, word.lower()))
