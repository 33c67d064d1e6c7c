"""The whole corpus gathered: nothing is written to the site before this is done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from generator.catalogue import Catalogue, Entry, Naming, catalogue, entry, namings
from generator.model import Cable, Problem, dump_cable, load_cable
from generator.people.decisions import Decisions
from generator.people.protect import (
    Protection,
    ProtectionReport,
    masked,
    protect,
    report,
    shown_persons,
    shown_slugs,
    suspects,
)
from generator.people.resolve import People, resolve
from generator.pipeline.records import Record
from generator.pipeline.shelf import Shelf
from generator.pipeline.spool import spool
from generator.pipeline.watch import Watch, unwatched
from generator.settings import Protect


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What is done with the people of the corpus."""

    decisions: Decisions
    protect: Protect = "hide"
    mask: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """Everything that pages are made from. Cables and sentences are on shelves, on disk."""

    catalogue: Catalogue
    people: People
    slugs: Mapping[str, tuple[str | None, ...]]
    """By cable key: for each of the cable's people the slug; None for one to be withheld."""
    cables: Shelf
    """Records as they may be published: masked where that was asked for."""
    sentences: Shelf
    """What ``generator.catalogue.namings`` says of each cable; see :func:`sentences_of`."""
    lost: tuple[Problem, ...]
    """What could not be read, or was left out."""
    repaired: tuple[Problem, ...]
    """Warnings of the cables that are published."""
    protected: ProtectionReport
    suspects: tuple[str, ...]
    """Lines on people who may be the ones whose name is redacted and marked; never published."""

    @property
    def keys(self) -> tuple[str, ...]:
        """All cables, sorted."""
        return tuple(self.slugs)

    @property
    def moved(self) -> dict[str, str]:
        """Slugs under which people who are shown were, or might be, looked for, and their present ones."""
        shown = self.catalogue.people
        return {old: new for old, new in self.people.aliases.items() if new in shown}

    def close(self) -> None:
        """Give the shelves' files back; the rest stays usable."""
        self.cables.close()
        self.sentences.close()


def collect(
    outcomes: Iterable[Record | Problem], folder: Path, policy: Policy, *, watch: Watch = unwatched
) -> Collected:
    """Gather what was read, resolve its people, protect and catalogue.

    Args:
        outcomes: From :func:`generator.pipeline.records`.
        folder: Where the shelves are kept; the caller removes it.
        policy: What is done with people.
        watch: Who waits.
    """
    raw = Shelf(folder / "read")
    spooled = spool(watch("Reading", outcomes), raw)
    people = resolve((cable.context for cable in spooled.cables), policy.decisions)
    protection = protect(people, policy=policy.protect, mask=policy.mask)
    settled = _Settled(Shelf(folder / "cables"), Shelf(folder / "sentences"), people, protection)
    for cable in watch("Cataloguing", spooled.cables, len(spooled.cables)):
        settled.add(load_cable(raw.get(cable.context.key)))
    raw.close()
    return Collected(
        catalogue=catalogue(settled.entries, shown_persons(people, protection)),
        people=people,
        slugs=settled.slugs,
        cables=settled.cables,
        sentences=settled.sentences,
        lost=(*spooled.lost, *people.problems),
        repaired=spooled.repaired,
        protected=report(people, protection),
        suspects=tuple(settled.suspects),
    )


def sentences_of(collected: Collected, key: str) -> Sequence[Naming]:
    """How a cable names each of its people, in their order."""
    return msgspec.json.decode(collected.sentences.get(key), type=tuple[Naming, ...])


class _Settled:
    """The second pass over the cables: people under their final addresses, names masked."""

    def __init__(self, cables: Shelf, sentences: Shelf, people: People, protection: Protection) -> None:
        self.cables, self.sentences = cables, sentences
        self.entries: list[Entry] = []
        self.slugs: dict[str, tuple[str | None, ...]] = {}
        self.suspects: list[str] = []
        self._people, self._protection = people, protection

    def add(self, read: Cable) -> None:
        self.suspects.extend(suspects(read))
        slugs = shown_slugs(read, self._people, self._protection)
        cable = masked(read, self._people, self._protection)
        self.cables.put(cable.key, dump_cable(cable))
        self.sentences.put(cable.key, msgspec.json.encode(namings(cable, slugs)))
        self.entries.append(entry(cable, slugs))
        self.slugs[cable.key] = slugs
