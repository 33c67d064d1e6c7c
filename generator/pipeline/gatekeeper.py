"""What the last gate looks for on which page, and what it means when it finds something.

Where names are masked, every byte of the site is searched for them. Where people are only hidden, their names
stand in the text of cables, and so in whatever quotes a subject; their addresses and the tables of people are
searched.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path

from generator.model import Problem
from generator.names import NameSearch, Words, name_words
from generator.names.affixes import PARTICLES
from generator.names.passages import PassageSearch
from generator.pages import address
from generator.people.find.lexicon import load_lexicon
from generator.pipeline.collect import Collected
from generator.pipeline.workers import Workers, in_order
from generator.publish.gate import Leak, Matcher, Shipped, leaks
from generator.search import people_listed

HINT = "this should not happen: please report it; until then put the spelling on the list mask: of mkdocs.yml"
WITHHELD_HINT = (
    "withhold the same words there too, or write only_here: true where others may have them; if this very"
    " cable's page holds them, please report it"
)
PEOPLE_TABLES = "people*.csv"
"""In ``data/``: the table of people, in its parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """For the gate: names that must stand nowhere in what is published, and passages that are withheld."""

    names: tuple[Words, ...]
    passages: tuple[Words, ...] = ()
    """In no file."""
    here: Mapping[str, tuple[Words, ...]] = field(default_factory=dict)
    """By published path of a cable's page, without its ending: further ones, in no file of that cable."""

    def __call__(self, path: str) -> Matcher:
        """What is looked for in the file at a path."""
        own = self.here.get(_page(path)) if self.here else None
        if not self.passages and not own:
            return _search(self.names)
        return Either(names=_search(self.names), passages=_passages(self.passages + (own or ())))

    def __bool__(self) -> bool:
        return bool(self.names or self.passages or self.here)


@dataclass(frozen=True, slots=True, kw_only=True)
class Either:
    """Finds names and passages."""

    names: NameSearch
    passages: PassageSearch

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Stretches of ``text`` that are one of either."""
        yield from self.names.find(text)
        yield from self.passages.find(text)


def _page(path: str) -> str:
    """``cables/2009/02/09ASTANA308`` of its page, its text and whatever else stands beside them."""
    return path.removesuffix("/index.html").rpartition(".")[0] or path.removesuffix("/index.html")


@lru_cache(maxsize=4)
def _search(names: tuple[Words, ...]) -> NameSearch:
    return NameSearch(names)


@lru_cache(maxsize=4)
def _passages(passages: tuple[Words, ...]) -> PassageSearch:
    return PassageSearch(passages)


def sought(collected: Collected) -> Sought:
    """What is looked for in a site where names are masked or something is withheld.

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
    here = {
        address.cable_at(gone.date, gone.key).removesuffix(".md"): gone.here
        for gone in collected.gone
        if gone.here
    }
    return Sought(
        names=(*protection.text.full.names, *alone),
        passages=tuple(dict.fromkeys(words for gone in collected.gone for words in gone.sought)),
        here=here,
    )


def escaped(
    site: Path,
    collected: Collected,
    *,
    shipped: Shipped,
    workers: Workers,
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
    if wanted := sought(collected):
        spread = partial(in_order, workers=workers)
        found = leaks(site, wanted, shipped=shipped, in_order=spread, passed=passed)
        yield from map(partial(_problem, names=_search(wanted.names)), found)
    if site.is_dir() and (protection.index.full or protection.index.surnames):
        yield from _listed(site, protection.index.full)


def _problem(leak: Leak, *, names: NameSearch) -> Problem:
    """A leak as people read it; the name itself is left out, since others may read what a build prints."""
    where = f" ({leak.where})" if leak.where else ""
    withheld = bool(leak.name) and not any(names.find(leak.name))
    return Problem(
        path=leak.path,
        line=leak.line,
        code="withheld-text" if withheld else "protected-name",
        message=f"{leak.kind}{where}: {leak.masked_excerpt.strip()}",
        hint=WITHHELD_HINT if withheld else HINT,
    )


def _listed(site: Path, names: NameSearch) -> Iterator[Problem]:
    """Addresses and tables that list somebody who must be in no index."""
    for folder in sorted((site / "people").glob("*")):
        if _names_one(folder.name, names):
            yield _in_index("people/", "an address names somebody to be hidden")
    for table in sorted((site / "data").glob(PEOPLE_TABLES)):
        for number, line in enumerate(table.read_text(encoding="utf-8").split("\n"), 1):
            if _names_one(line, names):
                path = table.relative_to(site).as_posix()
                yield _in_index(path, "an entry names somebody to be hidden", number)
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
