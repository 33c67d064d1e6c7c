"""What the acronyms of a text stand for, from ``acronyms.tsv``."""

import csv
import re
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"\b[A-Z][A-Z]{1,9}\b")


def spelled_out(text: str) -> tuple[str, ...]:
    """Meanings of the acronyms in a text, each once, sorted: "the DCM" -> ("deputy chief of mission",).

    Capitals count: "com" is no chief of mission. A text in capitals throughout may gain a meaning that it
    does not have; that costs a reader a wrong hit of low weight and loses nothing.
    """
    known = _acronyms()
    return tuple(sorted({known[word] for word in _WORD.findall(text) if word in known}))


@cache
def _acronyms() -> dict[str, str]:
    text = (files("generator.search") / "acronyms.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return {
        row["acronym"]: row["words"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    }
