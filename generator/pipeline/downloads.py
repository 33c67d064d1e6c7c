"""The downloads of a collection, written in as many processes as wanted, a part in each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.export import (
    DataPart,
    Exported,
    NoteExported,
    exported,
    notes_exported,
    parts,
    whole_files,
    write_part,
)
from generator.model import Problem
from generator.pipeline.collect import Collected
from generator.pipeline.guard import guarded
from generator.pipeline.workers import Workers, copies_of_this, in_order
from generator.settings import Site
from generator.settle import load_published


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPart:
    """What became of a part."""

    names: tuple[str, ...]
    """Files in the scratch folder."""
    faults: dict[str, Problem]
    """By key, cables that one of them could not take; the part is then to be written without them."""


def written_parts(
    collected: Collected, site: Site, scratch: Path, *, workers: Workers
) -> Iterator[WrittenPart]:
    """Write the files made from cables, part by part, in order.

    Args:
        collected: The corpus.
        site: Which files, in parts of what size.
        scratch: Folder to write them in; the caller moves them on.
        workers: Processes; the files are the same.

    Raises:
        OSError: A file cannot be written.
    """
    entries = collected.catalogue.entries
    copies = copies_of_this(workers)  # which have the shelf
    yield from in_order(_Parts(collected, site, scratch), parts(entries, site.host_megabytes), workers=copies)


def written_whole(collected: Collected, site: Site) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Name and content, in pieces, of each file made of the whole collection."""
    yield from whole_files(collected.catalogue, site, _notes(collected))


def _notes(collected: Collected) -> tuple[NoteExported, ...]:
    """What editors wrote; nothing on a cable that could not be published."""
    entries = collected.catalogue.entries
    notes = (
        each
        for each in collected.editorial.notes
        if each.note.subject != "cable" or each.note.about in entries
    )
    return notes_exported(notes, collected.editorial.essays)


@dataclass(frozen=True, slots=True)
class _Parts:
    """Writes one part."""

    collected: Collected
    site: Site
    scratch: Path

    def __call__(self, part: DataPart) -> WrittenPart:
        faults: dict[str, Problem] = {}

        def cables() -> Iterator[Exported]:
            for key in part.keys:
                made = guarded(partial(self._exported, key), self.collected.places[key])
                if isinstance(made, Problem):
                    faults[key] = made
                else:
                    yield made

        notes = _notes(self.collected) if part.number == 1 else ()
        names = write_part(part.number, cables(), self.scratch, self.site.downloads, notes=notes)
        return WrittenPart(names=tuple(names), faults=faults)

    def _exported(self, key: str) -> Exported:
        published = load_published(self.collected.shelf.get(key))
        people = self.collected.catalogue.people
        names = {slug: people[slug].name for slug in published.entry.people}
        return exported(published, names, self.site)
