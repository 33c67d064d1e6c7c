"""The name a person is listed under: the fullest form, in normal case."""

import re

_ARTICLES = frozenset({"al", "el", "ul", "la", "las", "los", "het"})
_OF = frozenset(
    {"de", "da", "do", "dos", "das", "del", "della", "di", "du", "von", "van", "der", "den", "ter", "ten"}
)
_SON_OF = frozenset({"bin", "ben", "ibn", "bint"})
_AND = frozenset({"y", "e"})
PARTICLES = _ARTICLES | _OF | _SON_OF | _AND
"""Words that stay small within a name and do not tell one name from another."""
BEHIND = frozenset(
    {"administration", "administrations", "government", "regime", "cabinet", "presidency", "ministry", "nnnn"}
)
"""Words behind a name that are no part of it: the Obama administration; NNNN ends a transmission."""
_ALONE = frozenset(("la", "do", "y", "e"))
"""Those that are capitalised where they begin a name."""
_GENERATION = re.compile(r"II|III|IV|VI|VII|VIII|XI|XVI")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019`\u00b4][^\W\d_]+)*")
_SECOND_CAPITAL = re.compile(r"(?:Mc|[OD]['\u2019`\u00b4])[^\W\d_]")
"""McCain, O'Brien, D'Alema."""
_TWO_INITIALS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2}")
"""Initials written together: JN Dixit, MK Narayanan."""


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
    if _GENERATION.fullmatch(word) or _TWO_INITIALS.fullmatch(word):
        return word
    if small in PARTICLES and (joined or (" " in name and not (start == 0 and small in _ALONE))):
        return small
    cased = word[0] + small[1:]
    return cased[:2] + cased[2].upper() + cased[3:] if _SECOND_CAPITAL.match(cased) else cased
