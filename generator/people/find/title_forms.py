"""Titles as telegrams print them, beside the forms in the list: glued, hyphenated, misspelt.

``BGen`` is a brigadier general's ``gen``, ``HiRep`` a high representative's ``rep``; ``Then-president`` is a
president, ``Minster`` and ``Sectary`` are slips of the hand. Each is what the listed title in it is, to
whoever reads the words around it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_ABBREVIATED: Final = frozenset(
    "adm amb capt cdr cmdr col dir fm gen lt maj min mp pm pres rep sec secgen sgt".split()  # noqa: SIM905 - a table
)
"""Titles that others are glued before; of whole words many a surname ends in one (McKing, LeMarshall)."""
_GLUED: Final = re.compile(r"(?P<before>(?:[A-Z][a-z]{0,4}){1,2})(?P<title>[A-Z](?:[a-z]+|M|P))")
_SURNAME_BEGINS: Final = frozenset(
    ("Mc", "Mac", "De", "Di", "Da", "Du", "Le", "La", "Lo", "Van", "Von", "Al", "El")
)
"""What stands glued before the rest of a surname."""
_QUALIFIERS: Final = frozenset(
    ("then", "ex", "former", "acting", "vice", "deputy", "current", "new", "interim", "self")
)
"""What stands before a hyphen and a title: ``former-President``."""
_PLAIN: Final = 8
"""Letters of a title that is known again with a letter lost, doubled or changed about with the next."""
_LONG: Final = 9
"""Letters of one that is known with two lost."""


def listed_title(word: str, titles: frozenset[str]) -> str | None:
    """The one of ``titles`` that ``word``, none of them itself, is a form of; None where it is no title.

    Args:
        word: As printed; a full stop behind is passed over.
        titles: In small letters.
    """
    printed = word.rstrip(".")
    glued = _GLUED.fullmatch(printed)
    if glued and glued["title"].lower() in _ABBREVIATED and glued["before"] not in _SURNAME_BEGINS:
        return glued["title"].lower()
    lower = printed.lower()
    qualifier, hyphen, title = lower.partition("-")
    if hyphen and qualifier in _QUALIFIERS and title in titles:
        return title
    return _misspelt(titles).get(lower)


@lru_cache(maxsize=4)
def _misspelt(titles: frozenset[str]) -> dict[str, str]:
    """Each misspelling -> the title; of two titles the first by the alphabet."""
    return {
        slip: title for title in sorted(titles, reverse=True) for slip in _slips(title) if slip not in titles
    }


def _slips(title: str) -> Iterator[str]:
    """Misspellings of a long title that keep its first and last letter."""
    if len(title) < _PLAIN or not title.isalpha():
        return
    letters = sorted(set(title))
    for at in range(1, len(title) - 1):
        yield title[:at] + title[at + 1 :]
        yield from (title[:at] + letter + title[at:] for letter in letters)
        if len(title) >= _LONG and at < len(title) - 2:
            yield title[:at] + title[at + 2 :]
        if at < len(title) - 2 and title[at] != title[at + 1]:
            yield title[:at] + title[at + 1] + title[at] + title[at + 2 :]
