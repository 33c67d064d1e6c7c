"""Words that are written in capitals wherever they stand, from ``data/capitals.txt``."""

from functools import cache
from importlib.resources import files


@cache
def capital_words() -> frozenset[str]:
    """Acronyms and codes of the service, in small letters: ``osce``, ``usun``."""
    text = (files("generator.tables") / "data" / "capitals.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())
