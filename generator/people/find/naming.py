"""The name a person is listed under: the fullest form, in normal case."""

import re

from generator.names.affixes import SMALL
from generator.names.initials import consonants_together

_ALONE = frozenset(("la", "do", "y", "e"))
"""Those that are capitalised where they begin a name."""
_GENERATION = re.compile(r"II|III|IV|VI|VII|VIII|XI|XVI")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019`\u00b4][^\W\d_]+)*")
_SECOND_CAPITAL = re.compile(r"(?:Mc|[OD]['\u2019`\u00b4])[^\W\d_]")
"""McCain, O'Brien, D'Alema."""


def normal_case(name: str) -> str:
    """``MCCAIN`` -> ``McCain``, ``AL-NAHYAN`` -> ``al-Nahyan``, ``MARIA DE LA CRUZ`` -> ``Maria de la Cruz``.

    Words that are not wholly in capitals stay as printed, and so do initials and generational numbers.
    """
    return _WORD.sub(lambda found: _word_case(found.group(), name, found.start(), found.end()), name)


def _word_case(word: str, name: str, start: int, end: int) -> str:
    behind = name[end : end + 1]
    joined = behind == "-"
    small = word.lower()
    if not word.isupper() or len(word) == 1 or behind == ".":
        return word
    if _GENERATION.fullmatch(word) or consonants_together(word):
        return word
    if small in SMALL and (joined or (" " in name and not (start == 0 and small in _ALONE))):
        return small
    cased = word[0] + small[1:]
    return cased[:2] + cased[2].upper() + cased[3:] if _SECOND_CAPITAL.match(cased) else cased
