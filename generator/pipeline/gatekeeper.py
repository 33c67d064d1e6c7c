"""What the last gate looks for on which page, and what it means when it finds something.

Where names are masked, every byte of the site is searched for them. Where people are only hidden, their names
stand in the text of cables, and so in whatever quotes a subject; their addresses and the tables of people are
searched.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from generator.model import Problem
from generator.names import NameSearch, Words, name_words
from generator.names.affixes import PARTICLES
from generator.people.find.lexicon import load_lexicon
from generator.pipeline.collect import Collected
from generator.pipeline.workers import in_order
from generator.publish.gate import Leak, Shipped, leaks
from generator.search import people_listed

HINT = "this should not happen: please report it; until then put the spelling on the list mask: of mkdocs.yml"
PEOPLE_TABLE = "data/people.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesSought:
    """For the gate: the names that must stand nowhere in what is published."""

    names: tuple[Words, ...]

    def __call__(self, path: str) -> NameSearch:  # noqa: ARG002 - the gate asks for each file
        """The same for every published path."""
        return _search(self.names)


@lru_cache(maxsize=4)
def _search(names: tuple[Words, ...]) -> NameSearch:
    return NameSearch(names)


def names_sought(collected: Collected) -> NamesSought:
    """What is looked for in a site where names are masked.

    Names of several words, and the publisher's own list. A surname alone only where it can be nobody else's:
    it stands in no name of anybody shown, in no cable as somebody else's, and is no word of the language
    or a place's name. Elsewhere masking has told them apart, place by place.
    """
    protection, lexicon = collected.protection, load_lexicon()
    persons = collected.catalogue.people.values()
    shown = {
        word for person in persons for form in (person.name, *person.variants) for word in name_words(form)
    }
    shown |= {word for slug in collected.catalogue.people for word in slug.split("-")}
    alone = (
        words
        for words in protection.text.surnames.names
        if words[0] not in shown
        and words not in collected.kept
        and not lexicon.names_something_else(words[0])
    )
    return NamesSought(names=(*protection.text.full.names, *alone))


def escaped(
    site: Path,
    collected: Collected,
    *,
    shipped: Shipped,
    workers: int,
    passed: Container[str] = (),
) -> Iterator[Problem]:
    """Everything in a finished site, or bundle, that gives away somebody who is protected.

    Args:
        site: Folder or zip.
        collected: What it was made of.
        shipped: Files that were there before any cable was read.
        workers: Processes.
        passed: Files of the site that were looked through before for the same names, and have not changed.
    """
    protection = collected.protection
    if protection.text.full or protection.text.surnames:
        names, spread = names_sought(collected), partial(in_order, workers=workers)
        yield from map(_problem, leaks(site, names, shipped=shipped, in_order=spread, passed=passed))
    if site.is_dir() and (protection.index.full or protection.index.surnames):
        yield from _listed(site, protection.index.full)


def _problem(leak: Leak) -> Problem:
    """A leak as people read it; the name itself is left out, since others may read what a build prints."""
    where = f" ({leak.where})" if leak.where else ""
    return Problem(
        path=leak.path,
        line=leak.line,
        code="protected-name",
        message=f"{leak.kind}{where}: {leak.masked_excerpt.strip()}",
        hint=HINT,
    )


def _listed(site: Path, names: NameSearch) -> Iterator[Problem]:
    """Addresses and tables that list somebody who must be in no index."""
    for folder in sorted((site / "people").glob("*")):
        if _names_one(folder.name, names):
            yield _in_index("people/", "an address names somebody to be hidden")
    table = site / PEOPLE_TABLE
    lines = table.read_text(encoding="utf-8").split("\n") if table.is_file() else ()
    for number, line in enumerate(lines, 1):
        if _names_one(line, names):
            yield _in_index(PEOPLE_TABLE, "an entry names somebody to be hidden", number)
    files: dict[str, set[Path]] = {}
    for file, text in people_listed(site):
        files.setdefault(text, set()).add(file)
    found = {
        file.relative_to(site).as_posix()
        for text, where in files.items()
        if _names_one(text, names)
        for file in where
    }
    yield from (_in_index(path, "an entry names somebody to be hidden") for path in sorted(found))


def _names_one(entry: str, names: NameSearch) -> bool:
    """Whether an entry names one of them.

    A surname with its particle (``dos Campos``) within a longer name is somebody else's.
    """
    return any(
        not _within_a_name(entry, start) or not _is_surname(entry[start:end])
        for start, end in names.find(entry)
    )


def _is_surname(name: str) -> bool:
    return sum(word not in PARTICLES for word in name_words(name)) == 1


def _within_a_name(entry: str, start: int) -> bool:
    return start > 1 and entry[start - 1] in " -" and entry[start - 2].isalnum()


def _in_index(path: str, message: str, line: int | None = None) -> Problem:
    return Problem(path=path, line=line, code="protected-name", message=message, hint=HINT)
