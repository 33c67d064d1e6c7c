"""What is known of words before a cable is read: hand-written classes and counted habits.

By hand are written ``data/classes.txt``, ``phrases.txt`` and, but for a census, ``given.txt``; ``names.txt``
and ``things.txt`` were counted among the capitalised words of many telegrams, then read through. By a script
are made ``cities.txt`` and ``places.txt`` (``bench/place_names.py``, from GeoNames), and ``habits.tsv``
(``bench/train_people.py``): for each word how often it stands in small letters, behind a title, before a verb
of speech, behind "the" or "in" (figures only, no text). Each file says at its head where its lines come from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from generator.names.affixes import PARTICLES, SUFFIXES_PRINTED

_DATA = files("generator.people.find") / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Word lists, all keys in small letters."""

    classes: Mapping[str, frozenset[str]]
    """Class -> words: those of classes.txt (``title``, ``said``, ``org``, ...; ``particle`` and ``suffix``
    of :mod:`generator.names.affixes`), then ``given`` (given names), ``names`` (surnames and other words of
    names), ``things`` (capitalised words that name no person) and ``cities`` (words of the names of countries
    and larger cities)."""
    classes_of: Mapping[str, tuple[str, ...]]
    """The same the other way round, in that order."""
    phrases: frozenset[str]
    """Places, companies and the like of several words that look like a person's name."""
    habits: Mapping[str, str] = field(default_factory=dict)
    """Word -> one letter a habit, see :mod:`generator.people.find.habits`."""

    def is_ordinary(self, word: str) -> bool:
        """Whether telegrams print ``word``, or what it is made of, small a third of the time or more."""
        stems = (word.removesuffix(ending) for ending in ("", "s", "es", "ed", "ly"))
        return any(self.habits.get(stem, "0a")[1] >= _THIRD for stem in stems)

    def names_something_else(self, word: str) -> bool:
        """Whether ``word`` is known as anything but a person's name: a place, an office, a verb."""
        return self.is_ordinary(word) or any(word in self.classes[name] for name in _NO_PERSON)

    def has(self, name: str, word: str) -> bool:
        """Whether ``word`` (in small letters) is of class ``name``."""
        return word in self.classes[name]


_THIRD = "d"
"""The first habit of a word that stands in small letters in 30 of 100 places, see ``habits.letters``."""
_NO_PERSON = (
    "title",
    "field",
    "office",
    "relation",
    "said",
    "before",
    "org",
    "orglike",
    "place",
    "nationality",
    "month",
    "function",
    "headline",
    "things",
    "cities",
)
"""Classes of words that name no person."""


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


def _classes_of(classes: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, words in classes.items():
        for word in words:
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


@cache
def load_lexicon() -> Lexicon:
    """The lists shipped with the package."""
    classes = _sections(_lines("classes.txt")) | {"particle": PARTICLES, "suffix": SUFFIXES_PRINTED}
    classes |= {name: _words(f"{name}.txt") for name in ("given", "names", "things", "cities")}
    return Lexicon(
        classes=classes,
        classes_of=_classes_of(classes),
        phrases=frozenset(_lines("phrases.txt") + _lines("places.txt")),
        habits=dict(line.split("\t") for line in _lines("habits.tsv")),
    )
