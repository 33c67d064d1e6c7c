"""Under which letter and where a person is filed from A to Z."""

from generator.names.affixes import ARABIC_ARTICLES, GENERATIONS
from generator.names.folding import fold


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
