"""The whole corpus gathered: nothing is written to the site before this is done."""

from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from generator.catalogue import Catalogue, catalogue
from generator.edition.collections import NO_COLLECTIONS, Collections
from generator.edition.history import NO_HISTORY, History
from generator.model import CABLE_ID, CableContext, Person, Problem
from generator.names import Words
from generator.parse import PROTECT_UNCLEAR
from generator.people.decisions import NO_DECISIONS, Decisions
from generator.people.protect import (
    Protection,
    ProtectionReport,
    report,
    shown_persons,
)
from generator.people.resolve import People
from generator.people.rulings import NO_RULINGS, Rulings
from generator.pipeline.guard import Place, guarded_whole
from generator.pipeline.memory import NO_MEMORY, Memory
from generator.pipeline.noting import NOTHING_WRITTEN, Editorial
from generator.pipeline.records import Record
from generator.pipeline.resolving import protected, resolved
from generator.pipeline.settling import SettledCable, settled_cables
from generator.pipeline.shelf import Shelf, SqueezedShelf
from generator.pipeline.spool import Spool, spool
from generator.pipeline.watch import Watch, unwatched
from generator.pipeline.withholding import Gone, Tombstone
from generator.pipeline.workers import Workers
from generator.settings import TITLING, Protecting, Titling, Treatment
from generator.settle import (
    Entry,
    Namings,
    PublishedCable,
    load_namings,
    load_published,
)
from generator.store import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class UnclearMark:
    """A request to protect of which nobody can tell whom it means."""

    cable: str
    """``Cable.key``."""
    sentence: str
    problem: Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Digests:
    """Of one cable's values: what depends on them is made anew when one of these is another."""

    published: Key
    entry: Key
    namings: Key
    version: str
    """Of what the cable says: by it releases are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """Everything that pages are made from. The cables themselves are on a shelf, on disk."""

    catalogue: Catalogue
    people: People
    keys: tuple[str, ...]
    """All cables, sorted."""
    places: Mapping[str, Place]
    """By cable key: the file it came from."""
    shelf: SqueezedShelf
    """By cable key: its :class:`~generator.settle.PublishedCable`, from which everything is written."""
    named: Shelf
    """By cable key: how it names its people."""
    digests: Mapping[str, Digests]
    """By cable key."""
    lost: tuple[Problem, ...]
    """What could not be read, or was left out."""
    repaired: tuple[Problem, ...]
    """Warnings of the cables that are published."""
    protected: ProtectionReport
    unsettled: tuple[UnclearMark, ...]
    """Requests to protect that neither the text nor the publisher explains."""
    protection: Protection
    kept: frozenset[Words]
    """Surnames of masked people that are somebody else's in some cable, and so were left there."""
    suspects: tuple[str, ...]
    """Lines on people who may be the ones whose name is redacted and marked; never published."""
    gone: tuple[Gone, ...] = ()
    """What is withheld; never published, its tombstones apart."""
    history: History = NO_HISTORY
    """What was published before."""
    editorial: Editorial = NOTHING_WRITTEN
    """What editors wrote beside the cables."""
    renumbered: Mapping[str, str] = field(default_factory=dict)
    """Former keys of cables, and present ones, as the editors say."""

    @property
    def tombstones(self) -> tuple[Tombstone, ...]:
        """Of cables that are withheld whole, by key."""
        stones = {each.key: each.tombstone for each in self.gone if each.tombstone}
        return tuple(stone for key, stone in stones.items() if key not in self.digests)

    @property
    def moved(self) -> dict[str, str]:
        """Slugs under which people who are shown were, or might be, looked for, and their present ones."""
        shown = self.catalogue.people
        return {old: new for old, new in self.people.aliases.items() if new in shown}

    def only(self, keys: Iterable[str]) -> "Collected":
        """The same as if the corpus held these cables alone; whom others mark stays protected in them."""
        kept = dict.fromkeys(keys)
        entries = [entry for key, entry in self.catalogue.entries.items() if key in kept]
        found = catalogue(entries, appearing(self.catalogue.people.values(), kept), self.catalogue.withheld)
        return replace(self, catalogue=found, keys=tuple(kept))

    def published(self, key: str) -> PublishedCable | None:
        """The value of a cable; None where there is none of that key."""
        return load_published(self.shelf.get(key)) if key in self.catalogue.entries else None

    def namings(self, key: str) -> Namings:
        """How a cable names its people."""
        return load_namings(self.named.get(key))

    def without(self, faults: Mapping[str, Problem]) -> "Collected":
        """The same without some cables, in no index, list or link any more; by key, what each was lost to."""
        rest = self.only(key for key in self.keys if key not in faults)
        return replace(rest, lost=(*self.lost, *faults.values()))

    def close(self) -> None:
        """Give the shelves' files back; the rest stays usable."""
        self.shelf.close()
        self.named.close()


def collect(  # noqa: PLR0913 - what was read, what the publisher decided, and who waits
    outcomes: Iterable[Record | Problem | Gone],
    folder: Path,
    protecting: Protecting,
    *,
    decisions: Decisions = NO_DECISIONS,
    rulings: Rulings = NO_RULINGS,
    collections: Collections = NO_COLLECTIONS,
    titling: Titling = TITLING,
    watch: Watch = unwatched,
    memory: Memory = NO_MEMORY,
    workers: Workers = 1,
    expected: int | None = None,
) -> Collected:
    """Gather what was read, resolve its people, protect and catalogue.

    Args:
        outcomes: From :func:`generator.pipeline.records`.
        folder: Where the shelves are kept; the caller removes it.
        protecting: What is done with the people who are to be protected.
        decisions: What people.yml says.
        rulings: What protect.yml says.
        collections: What collections.yml says.
        titling: How titles are made of subjects.
        watch: Who waits.
        memory: What earlier builds did.
        workers: Processes; the result is the same.
        expected: How many outcomes there will be, for who waits; None: not known.
    """
    with ExitStack() as stack:
        raw = stack.enter_context(closing(SqueezedShelf(folder / "read")))
        spooled = spool(watch("Reading", outcomes, expected), raw)
        people, faults = guarded_whole(
            lambda cables: resolved([cable.context for cable in cables], decisions, memory),
            spooled.cables,
            lambda cable: cable.place,
        )
        cables = [cable for index, cable in enumerate(spooled.cables) if index not in faults]
        unresolved = [cable.context for index, cable in enumerate(spooled.cables) if index in faults]
        withheld = _marked_in(spooled.gone, protecting.protect)
        mask = (*protecting.mask, *_marked(unresolved, protecting.protect), *withheld)
        ruled = _ruled(spooled, rulings)
        contexts = (cable.context for cable in spooled.cables)
        known = None if faults else memory.people_key(contexts, decisions)
        protection = protected(
            people,
            treatment=protecting.protect,
            mask=mask,
            meant=ruled.names,
            memory=memory,
            key=known,
        )
        settled = stack.enter_context(closing(_Settled(folder)))
        outcomes_of = settled_cables(
            cables,
            raw,
            people,
            protection,
            titling=titling,
            collections=collections,
            memory=memory,
            workers=workers,
        )
        for cable, outcome in watch("Cataloguing", outcomes_of, len(cables)):
            settled.add(cable.context.key, outcome)
        shown = shown_persons(people, protection)
        gathered = Collected(
            catalogue=catalogue(
                settled.entries.values(), appearing(shown, settled.entries), _withheld(spooled.gone)
            ),
            people=people,
            keys=tuple(settled.entries),
            places={cable.context.key: cable.place for cable in cables},
            shelf=settled.shelf,
            named=settled.named,
            digests=settled.digests,
            lost=(
                *spooled.lost,
                *faults.values(),
                *settled.lost,
                *people.problems,
                *ruled.idle,
                *collections.idle(cable.path for cable in cables),
            ),
            repaired=tuple(problem for problem in spooled.repaired if problem not in ruled.settled),
            protected=report(people, protection),
            unsettled=ruled.unsettled if protecting.protect != "show" else (),
            protection=protection,
            kept=frozenset(settled.kept),
            suspects=tuple(settled.suspects),
            gone=spooled.gone,
        )
        raw.close()
        stack.pop_all()  # the shelves are the caller's to close now
    return gathered


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ruled:
    """The unclear marks of the corpus held against protect.yml."""

    names: tuple[str, ...]
    """Whom the publisher says that they mean."""
    settled: frozenset[Problem]
    unsettled: tuple[UnclearMark, ...]
    idle: tuple[Problem, ...]
    """Entries of protect.yml that settle nothing."""


def _ruled(spooled: Spool, rulings: Rulings) -> _Ruled:
    unclear = [
        UnclearMark(cable=key, sentence=problem.message[1:-1], problem=problem)
        for key, problems in (
            *((cable.context.key, cable.problems) for cable in spooled.cables),
            *((gone.key, gone.unclear) for gone in spooled.gone),
        )
        for problem in problems
        if problem.code == PROTECT_UNCLEAR
    ]
    settling = {mark: rulings.of(mark.cable, mark.sentence) for mark in unclear}
    used = {ruling for ruling in settling.values() if ruling}
    return _Ruled(
        names=tuple(name for ruling in rulings.entries for name in ruling.names),
        settled=frozenset(mark.problem for mark, ruling in settling.items() if ruling),
        unsettled=tuple(mark for mark, ruling in settling.items() if ruling is None),
        idle=tuple(
            Problem(
                path=ruling.path,
                line=ruling.line,
                code="protect-entry-idle",
                message=f"{ruling.cable} has no unclear mark in such a sentence; its names are protected",
                hint="correct the entry, or take it out",
            )
            for ruling in rulings.entries
            if ruling not in used
        ),
    )


def appearing(persons: Iterable[Person], keys: Container[str]) -> Iterator[Person]:
    """Those whom some of these cables names, with their appearances in these alone."""
    for person in persons:
        seen = tuple(each for each in person.appearances if each.cable in keys)
        if len(seen) == len(person.appearances):
            yield person
        elif seen:
            yield replace(person, appearances=seen)


def _marked(contexts: Iterable[CableContext], policy: Treatment) -> Iterator[str]:
    """Names that cables left out mark (protect): nobody is resolved by them, so they are masked as text."""
    if policy != "show":
        people = (person for context in contexts for person in context.people)
        yield from (
            person.name for person in people if person.protected and any(map(str.isalpha, person.name))
        )


def _marked_in(gone: Iterable[Gone], policy: Treatment) -> Iterator[str]:
    """Names that withheld text marks (protect): likewise."""
    if policy != "show":
        yield from dict.fromkeys(name for each in gone for name in each.marked)


def _withheld(gone: Iterable[Gone]) -> dict[str, datetime | None]:
    """By id, with their dates, cables that are withheld whole."""
    return {each.key: each.date for each in gone if each.tombstone and CABLE_ID.fullmatch(each.key)}


class _Settled:
    """What became of the cables, gathered: what is large on shelves."""

    def __init__(self, folder: Path) -> None:
        self.shelf, self.named = SqueezedShelf(folder / "cables"), Shelf(folder / "named")
        self.entries: dict[str, Entry] = {}
        self.digests: dict[str, Digests] = {}
        self.kept: set[Words] = set()
        self.suspects: list[str] = []
        self.lost: list[Problem] = []

    def close(self) -> None:
        """Give the shelves' files back."""
        self.shelf.close()
        self.named.close()

    def add(self, key: str, outcome: SettledCable | Problem) -> None:
        """Take one cable in; one on which settling failed is left out of everything."""
        if isinstance(outcome, Problem):
            self.lost.append(outcome)
            return
        self.shelf.put_squeezed(key, outcome.squeezed)
        self.named.put(key, outcome.namings)
        self.entries[key] = outcome.entry
        self.digests[key] = Digests(
            published=outcome.digest,
            entry=outcome.entry_digest,
            namings=outcome.namings_digest,
            version=outcome.version,
        )
        self.suspects.extend(outcome.suspects)
        self.kept |= outcome.kept
