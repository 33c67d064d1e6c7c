"""What is known of words before a cable is read: hand-written classes and counted habits.

``data/classes.txt`` is written by hand. ``data/given.txt`` lists given names of many cultures. ``data/habits.tsv``
is counted over a large set of telegrams by ``bench/train_people.py``: for each word how often it stands in
small letters, behind a title, before a verb of speech, behind "the" or "in" (figures only, no text).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

_DATA = files("generator.people.find") / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Word lists, all keys in small letters."""

    classes: Mapping[str, frozenset[str]]
    """Class -> words: ``title``, ``said``, ``org``, ..."""
    given: frozenset[str]
    """Given names."""
    names: frozenset[str]
    """Surnames and other words of names."""
    things: frozenset[str]
    """Capitalised words and abbreviations that name no person."""
    places: frozenset[str]
    """Words of the names of countries and larger cities."""
    phrases: frozenset[str]
    """Places, companies and the like of several words that look like a person's name."""
    habits: Mapping[str, str] = field(default_factory=dict)
    """Word -> one letter a habit, see :mod:`generator.people.find.habits`."""


def _lines(name: str) -> list[str]:
    text = (_DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


def _sections(lines: list[str]) -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in lines:
        if line.startswith("["):
            current = words.setdefault(line.strip("[]"), set())
        else:
            current.update(line.split())
    return {name: frozenset(found) for name, found in words.items()}


@cache
def load_lexicon() -> Lexicon:
    """The lists shipped with the package."""
    return Lexicon(
        classes=_sections(_lines("classes.txt")),
        given=_words("given.txt"),
        names=_words("names.txt"),
        things=_words("things.txt"),
        places=_words("places.txt"),
        phrases=frozenset(_lines("phrases.txt")),
        habits=dict(line.split("\t") for line in _lines("habits.tsv")),
    )
