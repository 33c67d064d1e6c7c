"""Where cables come from: ``collections.yml``, for a site that holds several collections.

::

    - folder: aad                   # below the corpus: a folder, or a file or archive by itself
      name: Central Foreign Policy Files, 1973-1979
      archive: National Archives and Records Administration
      series: Electronic Telegrams
      accession: NN3-059-05-001
      rights: Works of the United States government; no copyright there.
      link: https://aad.archives.gov/aad/
    - folder: aad/box7              # has what the folder around it has, and this besides
      box: "7"

What a folder's entry leaves out, that of the folder around it says. A cable outside all of them has none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from generator.edition.written import EntryCode, EntryError, Written, read_entries
from generator.model import Holding, Problem

CODE: Final = EntryCode(
    code="collection-entry",
    hint="an entry has folder: below the corpus and name:, and may have archive:, series:, box:, accession:,"
    " rights:, link:",
)
IDLE: Final = "collection-idle"
_FIELDS: Final = ("name", "archive", "series", "box", "accession", "rights", "link")
_MEANT: Final = {
    "path": "folder",
    "title": "name",
    "institution": "archive",
    "url": "link",
    "licence": "rights",
}
_LINK: Final = re.compile(r"https?://[^\s<>\"']+")


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionEntry:
    """One entry."""

    folder: str
    """Path below the corpus, without a slash at the end; empty: all of it."""
    holding: Holding
    path: str = field(compare=False)
    line: int = field(compare=False)


@dataclass(frozen=True, kw_only=True)
class Collections:
    """All entries, what is around each put into it."""

    entries: tuple[CollectionEntry, ...] = ()
    """Sorted by folder."""

    @cached_property
    def _by_folder(self) -> Mapping[str, Holding]:
        return {entry.folder: entry.holding for entry in self.entries}

    def of(self, path: str) -> Holding | None:
        """Where the cable of a file comes from; None where no entry says.

        Args:
            path: ``Provenance.path``.
        """
        if not self.entries:
            return None
        around = (path, *_above(path))
        return next((self._by_folder[folder] for folder in around if folder in self._by_folder), None)

    def idle(self, paths: Iterable[str]) -> Iterator[Problem]:
        """A warning for each entry in whose folder there is no cable."""
        held = {folder for path in paths for folder in (path, *_above(path))} if self.entries else set()
        for entry in self.entries:
            if entry.folder not in held:
                yield Problem.of(IDLE, f"no cable in {entry.folder}", path=entry.path, line=entry.line)


NO_COLLECTIONS: Final = Collections()


def _above(path: str) -> Iterator[str]:
    """The folders around a path, the nearest first; the last is the corpus itself."""
    while path:
        path = path.rpartition("/")[0]
        yield path


def read_collections(path: Path) -> tuple[Collections, tuple[Problem, ...]]:
    """Read collections.yml and the files of the folder beside it; what is not there says nothing.

    Returns:
        The entries that are right, and a problem for every one that is not.
    """
    entries, problems = read_entries(path, _entry, CODE)
    by_folder: dict[str, CollectionEntry] = {}
    wrong: list[Problem] = []
    for entry in sorted(entries, key=lambda each: each.folder):
        whole = _inheriting(entry, by_folder)
        if entry.folder in by_folder or not whole.holding.name:
            what = "has an entry already" if entry.folder in by_folder else "lacks its name"
            error = EntryError(entry.line, f"{entry.folder or 'the corpus'} {what}")
            wrong.append(CODE.problem(entry.path, error))
        else:
            by_folder[entry.folder] = whole
    return Collections(entries=tuple(by_folder.values())), (*problems, *wrong)


def _inheriting(entry: CollectionEntry, known: Mapping[str, CollectionEntry]) -> CollectionEntry:
    """With what the nearest entry around it says; that was completed before, being shorter."""
    around = next((known[folder] for folder in _above(entry.folder) if folder in known), None)
    if around is None or not entry.folder:
        return entry
    given = {name: value for name in _FIELDS if (value := getattr(entry.holding, name))}
    return replace(entry, holding=replace(around.holding, **given))


def _entry(written: Written) -> CollectionEntry:
    written.only(("folder", *_FIELDS), _MEANT)
    folder = written.text("folder")
    if folder is None:
        raise EntryError(written.line, "an entry lacks its folder; . is all of the corpus")
    link = written.text("link")
    if link is not None and not _LINK.fullmatch(link):
        raise EntryError(written.lines["link"], f"link: {link!r} is no address like https://example.org/")
    parts = [part for part in folder.split("/") if part not in {"", "."}]
    return CollectionEntry(
        folder="/".join(parts),
        holding=Holding(
            name=written.text("name") or "",
            archive=written.text("archive"),
            series=written.text("series"),
            box=written.text("box"),
            accession=written.text("accession"),
            rights=written.text("rights"),
            link=link,
        ),
        path=written.path,
        line=written.line,
    )
