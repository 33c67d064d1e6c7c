"""What a build knows of earlier ones, and what each result depends on: all keys are made here.

A key stands for everything that decides a result. A stage that comes to depend on one thing more gets it into
its key here, or it gives yesterday's result for today's input.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import msgspec

from generator.catalogue import Links
from generator.edition.beside import Beside
from generator.edition.corrections import CableCorrection
from generator.model import Cable, CableContext, Holding, Person, Problem, Source
from generator.people.decisions import Decisions
from generator.people.protect import Protection
from generator.publish import Compiled, made_by
from generator.read import CorpusFile
from generator.settings import Finding, Project, Site, Titling
from generator.store import (
    Key,
    Seen,
    Sighting,
    Store,
    code_digest,
    digest_of,
    digests,
    opened_store,
    pack,
    unpack,
)

SOURCES: Final = "sources"
TEMPLATES: Final = "templates by "


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """The store of a build, with the keys under which it looks into it."""

    store: Store = field(default_factory=Store)
    code: Key = b""
    """Of the program, with what is plugged in."""
    seen: Seen = field(default_factory=lambda: Seen.after({}))

    # ---- Files that need not be read again

    def sightings(self, name: str) -> dict[str, Sighting]:
        """Files that an earlier build looked at, as it noted them under a name."""
        try:
            return unpack(self.store.noted(name) or pack({}) or b"", dict[str, Sighting])
        except msgspec.MsgspecError:
            return {}

    def note_sightings(self, name: str, seen: Mapping[str, Sighting]) -> None:
        """Note the files that were looked at."""
        if seen and (packed := pack(seen)):
            self.store.note(name, packed)

    # ---- The theme's templates, which are code: each under the digest of its source

    def compiled(self) -> Compiled:
        """Those that the last build with these packages compiled."""
        try:
            return Compiled(unpack(self.store.noted(_templates()) or pack({}) or b"", dict[str, bytes]))
        except msgspec.MsgspecError:
            return Compiled({})

    def note_compiled(self, templates: Compiled) -> None:
        """Note those that a build used, where there are others than before."""
        if not templates.is_known and (packed := pack(templates.used)):
            for name in self.store.names():
                if name.startswith(TEMPLATES):
                    self.store.forget(name)
            self.store.note(_templates(), packed)

    # ---- Reading: a file's content, the name that stands in its record, the tagger (in the code)

    def content_of(self, path: Path) -> Key | None:
        """Digest of a file of the corpus; None: it cannot be read, or nothing is remembered."""
        if not self.store.there:
            return None
        try:
            return self.seen.digest(path)
        except OSError:
            return None

    def file_key(self, file: CorpusFile, content: Key | None) -> Key | None:
        """Of what is read, parsed and found in a file.

        Args:
            file: Its name, which stands in its records, and how it is read.
            content: Digest of what it holds.
        """
        read_as = msgspec.msgpack.encode((file.columns, file.layouts, file.split))
        name = file.name.encode(errors="surrogateescape")
        return content and digests("file", self.code, name, read_as, content)

    def unit_key(self, unit: Source | Cable | Problem, split: tuple[int, ...] | None = None) -> Key | None:
        """Of the same for one cable of a file that holds many.

        Args:
            unit: What was read of it.
            split: Lines on which a publisher says that its telegrams begin.
        """
        if isinstance(unit, Problem) or not self.store.there:
            return None
        packed = pack(unit)
        said = () if split is None else (msgspec.msgpack.encode(split),)
        return packed and digests(type(unit).__name__, self.code, packed, *said)

    # ---- Correcting: what was read of a cable, and what the editors say of it

    def corrected_key(self, record: Key, entries: Sequence[CableCorrection]) -> Key | None:
        """Of a cable's record with what the editors corrected."""
        packed = self._packed(entries)
        return packed and digests("corrected", self.code, record, packed)

    # ---- Resolving: what every cable says of its people, where and when it was sent; people.yml

    def people_key(self, contexts: Iterable[CableContext], decisions: Decisions) -> Key | None:
        """Of everyone named in the corpus."""
        said = [digest_of(self._packed(context) or b"") for context in contexts]
        packed = self._packed(decisions)
        return packed and digests("people", self.code, packed, *said)

    # ---- Settling: the record, whose the people in it are, whom to protect and how

    def policy_key(self, protection: Protection, titling: Titling) -> Key:
        """Of what is done to every cable, whomever it names."""
        text = protection.text
        return digests(
            "policy",
            self.code,
            protection.policy.encode(),
            msgspec.msgpack.encode((protection.names, text.full.names, text.surnames.names)),
            msgspec.msgpack.encode(titling),
        )

    def settled_key(
        self,
        record: Key,
        slugs: tuple[str | None, ...],
        protection: Protection,
        policy: Key,
        holding: Holding | None,
    ) -> Key | None:
        """Of a cable's published value.

        Args:
            record: Digest of what was read and found.
            slugs: Of its people.
            protection: Whom of them it concerns.
            policy: From :meth:`policy_key`.
            holding: The collection that it belongs to.
        """
        if not self.store.there:
            return None
        bears = [(slug, slug in protection.withheld, slug in protection.masked) for slug in slugs]
        return digests("settled", policy, record, msgspec.msgpack.encode((bears, holding)))

    # ---- Pages: the values that they show, and the options of the site

    def cable_page_key(self, published: Key, links: Links, site: Site, beside: Beside) -> Key | None:
        """Of a cable's page and what stands beside it."""
        packed = self._packed(links, site, beside)
        return packed and digests("cable page", self.code, published, packed)

    def person_page_key(
        self, person: Person, entries: Iterable[Key], site: Site, page_from: int
    ) -> Key | None:
        """Of a person's pages.

        Args:
            person: Whose.
            entries: Of each cable that names the person, from :meth:`company_key`.
            site: Options.
            page_from: Cables that must name a person for a page.
        """
        packed = self._packed(person, site, page_from)
        return packed and digests("person page", self.code, packed, *entries)

    def company_key(self, entry: Key, namings: Key, people: Iterable[tuple[str, str, bool]]) -> Key | None:
        """Of all that a person's page shows of one cable.

        Args:
            entry: Digest of its entry.
            namings: Digest of how it names people.
            people: Slug and name of those it names, and whether each has a page.
        """
        packed = self._packed(tuple(people))
        return packed and digests("company", entry, namings, packed)

    def index_pages_key(  # noqa: PLR0913 - all that lists depend on
        self,
        shown: Iterable[Key],
        people: Iterable[Person],
        site: Site,
        home: str,
        withheld: Iterable[str],
        *,
        released: bool,
    ) -> Key | None:
        """Of all lists and the home page.

        Args:
            shown: Of each cable, in order, the digests of its entry and of how it names people.
            people: Everyone who may be shown.
            site: Options.
            home: What the publisher wrote for the home page.
            withheld: Ids of cables whose pages say that they are withheld.
            released: Whether there is a page of changes.
        """
        packed = self._packed(site, home, tuple(people), sorted(withheld), released)
        return packed and digests("index pages", self.code, packed, *shown)

    # ---- Protecting: who is who, whom the publisher wants to be masked, what is done with those marked

    def protection_key(
        self, people: Key | None, treatment: str, mask: Iterable[str], meant: Iterable[str]
    ) -> Key | None:
        """Of whom to withhold and whom to mask."""
        packed = self._packed(treatment, tuple(mask), tuple(meant))
        return packed and people and digests("protection", people, packed)

    def _packed(self, *parts: object) -> bytes | None:
        """The parts of a key as bytes, sets in order; None: nothing is remembered."""
        if not self.store.there:
            return None
        try:
            return msgspec.msgpack.encode(parts, order="deterministic")
        except ValueError:  # half a character
            return None

    # ---- The last look: the names that must stand nowhere

    def sought_key(self, *sought: object) -> Key:
        """Of what the gate looks for, and where."""
        return digests("sought", self.code, msgspec.msgpack.encode(sought))

    # ---- The words of a run of cables: their values, in this order

    def run_key(self, published: Iterable[Key]) -> Key | None:
        """Of the index of some cables."""
        return digests("search", self.code, *published) if self.store.there else None


NO_MEMORY: Final = Memory()
"""Everything is made, and nothing kept."""


@contextmanager
def remembering_files(folder: Path, finding: Finding) -> Iterator[Memory]:
    """What the builds of a project read, for looking at its files without building; nothing where it is none.

    Args:
        folder: In which a mkdocs.yml may be.
        finding: What is plugged in.
    """
    config = folder.resolve() / "mkdocs.yml"
    with opened_store(config.parent if config.is_file() else None) as store:
        store.join()
        memory = Memory(store=store, code=_code(finding))
        yield replace(memory, seen=Seen.after(memory.sightings(SOURCES)))


@contextmanager
def remembering(project: Project, finding: Finding, *, wanted: bool) -> Iterator[Memory]:
    """The memory of a project, which is written at the end of the block.

    Args:
        project: Where it is. One that is only a copy, for want of a mkdocs.yml, has none.
        finding: What is plugged in.
        wanted: Whether there is to be any.
    """
    own = project.root if wanted and project.root == project.base else None
    with opened_store(own) as store:
        if not store.there:
            yield Memory(store=store)
            return
        store.begin()
        code = _code(finding)
        memory = Memory(store=store, code=code)
        memory = replace(memory, seen=Seen.after(memory.sightings(SOURCES)))
        try:
            yield memory
        finally:
            memory.note_sightings(SOURCES, memory.seen.now)
            store.end()


def _templates() -> str:
    return f"{TEMPLATES}{made_by()}"


def _code(finding: Finding) -> Key:
    """Of the program with what is plugged in; where that is not to be found, reading says so."""
    try:
        plugged = finding.plugged()
    except ValueError:
        plugged = ()
    return digests("made by", code_digest(*plugged))
