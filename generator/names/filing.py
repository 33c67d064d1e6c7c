"""How a name is listed: in normal case, at its place from A to Z, under its address."""

import re
from functools import lru_cache
from typing import Final

from slugify import slugify

from generator.names.affixes import ARABIC_ARTICLES, GENERATIONS, REGNAL, SMALL
from generator.names.folding import fold
from generator.names.initials import consonants_together
from generator.names.letters import plain_letters

_ALONE = frozenset(("la", "do", "y", "e"))
"""Those that are capitalised where they begin a name."""
_YOUNGER = frozenset(("jr", "sr"))
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019`\u00b4][^\W\d_]+)*")
_SECOND_CAPITAL = re.compile(r"(?:Mc|[OD]['\u2019`\u00b4])[^\W\d_]")
"""McCain, O'Brien, D'Alema."""


def normal_case(name: str) -> str:
    """``MCCAIN`` -> ``McCain``, ``AL-NAHYAN`` -> ``al-Nahyan``, ``MARIA DE LA CRUZ`` -> ``Maria de la Cruz``.

    Words that are not wholly in capitals stay as printed, and so do initials and the numbers of
    generations, kings and popes, which never come first (XI JINPING).
    """
    if name.isascii() and not _CAPITALS.search(name):
        return name
    return _WORD.sub(lambda word: _word_case(word.group(), name, word.start(), word.end()), name)


_CAPITALS: Final = re.compile("[A-Z]['`]?[A-Z]")
"""What a word wholly in capitals holds; most names hold none."""


def _word_case(word: str, name: str, start: int, end: int) -> str:
    behind = name[end : end + 1]
    joined = behind == "-"
    small = word.lower()
    if not word.isupper() or len(word) == 1 or behind == ".":
        return word
    if start and small in _YOUNGER:
        return word.capitalize()
    if (start and small in REGNAL) or consonants_together(word):
        return word
    if small in SMALL and (joined or (" " in name and not (start == 0 and small in _ALONE))):
        return small
    cased = word[0] + small[1:]
    return cased[:2] + cased[2].upper() + cased[3:] if _SECOND_CAPITAL.match(cased) else cased


def filed_under(name: str) -> str:
    """The surname first, folded: ``zhovtis yevgeniy``; what stands last in a name is taken for it.

    A generational suffix goes to the end, and an article glued to the surname counts for nothing. Empty for a
    name without a letter or digit.
    """
    parts = [folded for part in name.split() if (folded := fold(part).strip("-"))]
    tail: list[str] = []
    while len(parts) > 1 and parts[-1] in GENERATIONS:
        tail.insert(0, parts.pop())
    if not parts:
        return ""
    article, _, rest = parts[-1].partition("-")
    surname = rest if rest and article in ARABIC_ARTICLES else parts[-1]
    return " ".join([surname, *parts[:-1], *tail])


def filing_letter(name: str) -> str | None:
    """``A`` to ``Z``, as the surname is spelled in plain letters; None where it begins with none."""
    first = filed_under(name)[:1]
    return first.upper() if first.isascii() and first.isalpha() else None


@lru_cache(maxsize=1 << 17)
def slugged(text: str) -> str:
    """Part of an address: at most 80 letters a-z, digits and hyphens; empty where none of a text is left."""
    if len(text) <= _LONGEST and _PLAIN.fullmatch(text):
        return _MARKS.sub("-", text.lower()).strip("-")  # what slugify makes of it, sooner
    return slugify(text, max_length=_LONGEST, word_boundary=True, replacements=_SCHWA)


_LONGEST: Final = 80
_PLAIN: Final = re.compile(r"[A-Za-z0-9 .-]*")
_MARKS: Final = re.compile(r"[ .-]+")


_SCHWA: Final = tuple((letter, plain_letters(letter)) for letter in "\u018f\u0259")
"""Azerbaijan's a, of which slugify makes a mark: \u018fliyev would be ``liyev``."""


def slug_of(name: str) -> str:
    """The address made of a person's name alone; ``person`` for a name without a letter or digit."""
    return slugged(name) or "person"
