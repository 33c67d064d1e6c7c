"""What the last gate looks for on which page, and what it means when it finds something.

Where names are masked, every byte of the site is searched for them. Where people are only hidden, their names
stand in the text of cables, and so in whatever quotes a subject; their addresses and the tables of people are
searched.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from generator.model import Problem
from generator.names import NameSearch, Words
from generator.people.find.lexicon import load_lexicon
from generator.people.protect import Protection
from generator.pipeline.workers import in_order
from generator.publish.gate import Leak, Shipped, leaks

HINT = "this should not happen: please report it; until then put the spelling on the list mask: of mkdocs.yml"
PEOPLE_TABLES = ("data/people.csv", "pagefind/people.js")
"""Files that list people and nothing else."""

_PAGE = re.compile(r"cables/(?:\d{4}/\d{2}|undated)/(?P<key>[\w-]+)(?:/|\.)")
_MANY_CABLES = re.compile(r"data/cables\.|pagefind/.*/(?:fragment|index)/")
"""Files whose hits are judged again as of the page that they are about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesByPage:
    """For the gate: which names must not stand in the file at a path."""

    full: tuple[Words, ...]
    """Names of several words, and the publisher's own list: nowhere."""
    surnames: tuple[Words, ...]
    """Surnames: nowhere but where they are somebody else's."""
    kept: Mapping[str, frozenset[Words]]
    """By cable key: surnames that are somebody else's there."""
    anywhere: frozenset[Words]
    """Those that are somebody else's in some cable, and so on lists."""

    def __call__(self, path: str) -> NameSearch:
        """The names for one published path."""
        page = _PAGE.match(path)
        if page:
            others = self.kept.get(page["key"], frozenset())
        else:
            others = frozenset() if _MANY_CABLES.match(path) else self.anywhere
        return _search(self.full, tuple(words for words in self.surnames if words not in others))


@lru_cache(maxsize=64)
def _search(full: tuple[Words, ...], surnames: tuple[Words, ...]) -> NameSearch:
    return NameSearch((*full, *surnames))


def names_by_page(protection: Protection, kept: Mapping[str, frozenset[Words]]) -> NamesByPage:
    """What is looked for in a site where names are masked.

    A surname that is a word of the language or a place's name as well is looked for with the given name only:
    it stands in the site's own labels, and masking has taken it out where it names somebody.
    """
    lexicon = load_lexicon()
    return NamesByPage(
        full=protection.text.full.names,
        surnames=tuple(
            words for words in protection.text.surnames.names if not lexicon.names_something_else(words[0])
        ),
        kept=kept,
        anywhere=frozenset().union(*kept.values()),
    )


def escaped(
    site: Path,
    protection: Protection,
    kept: Mapping[str, frozenset[Words]],
    *,
    shipped: Shipped,
    workers: int,
) -> Iterator[Problem]:
    """Everything in a finished site, or bundle, that gives away somebody who is protected.

    Args:
        site: Folder or zip.
        protection: Whom to look for.
        kept: From masking.
        shipped: Files that were there before any cable was read.
        workers: Processes.
    """
    if protection.text.full or protection.text.surnames:
        found = leaks(
            site,
            names_by_page(protection, kept),
            shipped=shipped,
            in_order=partial(in_order, workers=workers),
        )
        yield from map(_problem, found)
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
        if any(True for _ in names.find(folder.name)):
            yield _in_index("people/", "an address names somebody to be hidden")
    for path in PEOPLE_TABLES:
        file = site / path
        for number, line in enumerate(
            file.read_text(encoding="utf-8").split("\n") if file.is_file() else (), 1
        ):
            if any(True for _ in names.find(line)):
                yield _in_index(path, "an entry names somebody to be hidden", number)


def _in_index(path: str, message: str, line: int | None = None) -> Problem:
    return Problem(path=path, line=line, code="protected-name", message=message, hint=HINT)
