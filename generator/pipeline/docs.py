"""What was collected, written as Markdown into the docs folder."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath

from generator.catalogue import Links, links
from generator.edition.beside import NOTHING_BESIDE, Beside
from generator.export import PublishedFile, by_kind, data_pages
from generator.model import CABLE_ID, Problem
from generator.pages import (
    Output,
    address,
    cable_pages,
    change_pages,
    home_page,
    index_pages,
    tombstone,
    with_notes,
)
from generator.pipeline.collect import Collected
from generator.pipeline.downloads import written_parts, written_whole
from generator.pipeline.guard import Place, guarded, guarded_whole
from generator.pipeline.memory import NO_MEMORY, Memory
from generator.pipeline.people import people_pages
from generator.pipeline.remembered import Keyed, Task, remembered
from generator.pipeline.versions import pages_of_gone
from generator.pipeline.watch import Watch, unwatched
from generator.pipeline.withholding import Tombstone
from generator.pipeline.workers import Workers, chunks
from generator.publish import DraftsInMaking, SiteError, scratch_folder
from generator.settings import Site
from generator.settle import load_published
from generator.store import pack, restored, squeezed, unpack
from generator.wording import words_in

BATCH = 16
LISTS_KEPT = 64 << 20
"""Bytes of lists up to which they are kept for the next build."""
INLINE = 100
"""Up to this many cables no process is started: it would cost more than it saves."""
HOME_WRITTEN = "home.md"
"""What the publisher writes for the home page; the overview of the corpus is put into it as ``index.md``."""
HOME = "index.md"
"""The home page. Where there is no ``home.md`` it is the publisher's own and taken for it, never replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """What a worker needs for one cable's page."""

    place: Place
    published: bytes
    """Its value, from the shelf, squeezed."""
    links: Links
    beside: Beside


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What a worker made of it."""

    outputs: tuple[Output, ...] = ()
    problem: Problem | None = None
    """Why there is nothing."""


def write_docs(  # noqa: PLR0913 - what is written, where to, and how
    collected: Collected,
    docs: Path,
    site: Site,
    *,
    workers: Workers = 1,
    watch: Watch = unwatched,
    memory: Memory = NO_MEMORY,
    drafts: DraftsInMaking | None = None,
) -> tuple[Collected, dict[str, str]]:
    """Write every generated page into ``docs``, beside the hand-written ones.

    Args:
        collected: What was gathered.
        docs: The folder.
        site: What pages depend on beside it.
        workers: Processes; the result is the same.
        watch: Who waits.
        memory: What earlier builds wrote.
        drafts: Takes the pages instead of the folder, which gets what is written in pieces alone.

    Returns:
        What was written: a cable on which a page fails is left out, and so are the links to it. Then path and
        digest of each file.

    Raises:
        SiteError: A hand-written page stands where one is to be written.
        OSError: A page cannot be written.
    """
    folder = _Folder(docs, drafts)
    writing = _Writing(site=site, workers=workers, watch=watch, memory=memory)
    while faults := (
        _write_cables(collected, folder, writing)
        or _write_indexes(collected, folder, writing)
        or _write_downloads(collected, folder, writing)
    ):
        folder.take_back()
        collected = collected.without(faults)
    return collected, folder.written


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writing:
    """How pages are written."""

    site: Site
    workers: Workers
    watch: Watch
    memory: Memory

    def processes(self, collected: Collected) -> Workers:
        """How many for a corpus."""
        return 1 if len(collected.keys) <= INLINE else self.workers


class _Folder:
    """A folder with hand-written pages, into which generated ones are written; none takes another's place."""

    def __init__(self, docs: Path, drafts: DraftsInMaking | None = None) -> None:
        self.written: dict[str, str] = {}
        """Path and digest of each generated file."""
        self.docs, self._drafts = docs, drafts
        names = (path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())
        self._theirs = {_address(name): name for name in names}
        theirs = self._theirs.values()
        self._folders = {folder.as_posix(): name for name in theirs for folder in PurePosixPath(name).parents}
        if HOME_WRITTEN not in theirs:
            self._theirs.pop(_address(HOME), None)  # the publisher's index.md was taken for the home page

    def write(self, output: Output) -> None:
        """Write a generated file.

        Raises:
            SiteError: A hand-written one has the path, or would have the address.
        """
        if self._drafts is None:
            with self.stream(output.path) as write:
                write(output.content)
            return
        self._refuse(output.path)
        self._drafts.write(output.path, output.content)
        self.written[output.path] = sha256(output.content).hexdigest()

    @contextmanager
    def stream(self, name: str) -> Iterator[Callable[[bytes], None]]:
        """A generated file to be written in pieces.

        Raises:
            SiteError: A hand-written one has the path, or would have the address.
        """
        self._refuse(name)
        path = self.docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        digest = sha256()

        with path.open("wb") as file:

            def write(piece: bytes) -> None:
                digest.update(piece)
                file.write(piece)

            self.written[name] = ""
            yield write
        self.written[name] = digest.hexdigest()

    def _refuse(self, name: str) -> None:
        theirs = self._theirs.get(_address(name)) or self._folders.get(name) or self._file_above(name)
        if theirs:
            message = f"docs/{theirs}: stands in the way of a page that Cablepress writes ({name}); rename it"
            raise SiteError(message)

    def take_back(self) -> None:
        """Remove every generated file, to write anew."""
        if self._drafts:
            self._drafts.clear()
        for name in self.written:
            (self.docs / name).unlink(missing_ok=True)
        self.written.clear()

    def _file_above(self, name: str) -> str | None:
        """A hand-written file that has the name of a folder."""
        above = (parent.as_posix() for parent in PurePosixPath(name).parents)
        return next((parent for parent in above if parent in self._theirs), None)


def _address(name: str) -> str:
    """Where MkDocs publishes a file of the docs folder."""
    path = PurePosixPath(name)
    if path.suffix != ".md":
        return name
    folder = path.parent if path.stem in {"index", "README"} else path.with_suffix("")
    return (folder / "index.html").as_posix()


def _write_cables(collected: Collected, folder: _Folder, writing: _Writing) -> dict[str, Problem]:
    """The cables' pages; by key, where that failed."""
    faults: dict[str, Problem] = {}
    task = Task("cable pages", partial(_rendered, site=writing.site), _Made, lasting=_is_lasting, dense=True)
    jobs = chunks(_jobs(collected, writing), BATCH)
    batches = remembered(task, jobs, writing.memory.store, workers=writing.processes(collected))
    keys = iter(collected.keys)
    for batch in writing.watch("Writing cables", batches, -(-len(collected.keys) // BATCH)):
        for made in batch:
            key = next(keys)
            if made.problem:
                faults[key] = made.problem
                continue
            for output in made.outputs:
                folder.write(output)
    return faults


PIECE = 1 << 20
"""Bytes of a large file that are in memory at once."""


def _write_downloads(collected: Collected, folder: _Folder, writing: _Writing) -> dict[str, Problem]:
    """The files under ``/data/`` and the page that offers them; by key, the cables on which one failed."""
    faults: dict[str, Problem] = {}
    files: list[PublishedFile] = []
    with scratch_folder() as scratch:
        workers = writing.processes(collected)
        written = written_parts(collected, writing.site, scratch, workers=workers)
        for part in writing.watch("Writing downloads", written):
            faults.update(part.faults)
            for name in part.names:
                with (scratch / name).open("rb") as file:
                    files.append(_bring(folder, name, iter(partial(file.read, PIECE), b"")))
                (scratch / name).unlink()
    if faults:
        return faults
    files.extend(_bring(folder, name, pieces) for name, pieces in written_whole(collected, writing.site))
    for output in data_pages(by_kind(files), writing.site):
        folder.write(output)
    return {}


def _bring(folder: _Folder, name: str, pieces: Iterable[bytes]) -> PublishedFile:
    """Write one of the downloads."""
    path, size = f"data/{name}", 0
    with folder.stream(path) as write:
        for piece in pieces:
            size += len(piece)
            write(piece)
    return PublishedFile(name=name, bytes=size, sha256=folder.written[path])


def _write_indexes(collected: Collected, folder: _Folder, writing: _Writing) -> dict[str, Problem]:
    """Everything else; by key, the cables to which it is due that an index failed.

    Raises:
        Exception: What an index raised, where no single cable is to blame.
    """

    def write(keys: Sequence[str]) -> None:
        whole = len(keys) == len(collected.keys)
        part = collected if whole else collected.only(keys)
        memory = writing.memory if whole else NO_MEMORY
        people = people_pages(
            part,
            writing.site,
            memory,
            workers=writing.processes(part),
        )
        outputs = _indexes(part, writing, _home_text(folder.docs), memory, people)
        if not whole:  # a trial
            deque(outputs, maxlen=0)
            return
        for output in writing.watch("Writing indexes", _with_notes(outputs, part, writing.site)):
            folder.write(output)

    _, faults = guarded_whole(write, collected.keys, collected.places.__getitem__)
    return {collected.keys[index]: problem for index, problem in faults.items()}


def _indexes(
    collected: Collected, writing: _Writing, home: str, memory: Memory, people: Iterable[Output]
) -> Iterator[Output]:
    yield from (_tombstone(stone, writing.site) for stone in collected.tombstones)
    yield from change_pages(collected.history, collected.catalogue.entries, writing.site)
    yield from pages_of_gone(collected, writing.site)
    yield from writing.watch("Writing people", people)
    yield from _index_pages(collected, writing.site, home, memory)


def _with_notes(outputs: Iterable[Output], collected: Collected, site: Site) -> Iterator[Output]:
    """The pages with what editors wrote on what they list: put in last, so no list is made anew for it."""
    notes, words = collected.editorial.on_pages, words_in(site.language)
    for output in outputs:
        yield with_notes(output, notes[output.path], words) if output.path in notes else output


def _tombstone(stone: Tombstone, site: Site) -> Output:
    number = stone.key if CABLE_ID.fullmatch(stone.key) else None
    path = address.cable_at(stone.date, stone.key)
    return tombstone(path, number, stone.withheld, words_in(site.language))


def _index_pages(collected: Collected, site: Site, home: str, memory: Memory) -> Iterator[Output]:
    """Every list and the home page; all of them from the store where no cable has another entry.

    Kept as one, and only where they are few: what is kept is in memory for a moment.
    """
    found, store = collected.catalogue, memory.store
    entries = (collected.digests[key] for key in found.entries)
    shown = (part for digests in entries for part in (digests.entry, digests.namings))
    released = bool(collected.history.releases)
    key = memory.index_pages_key(shown, found.people.values(), site, home, found.withheld, released=released)
    if key and (packed := store.find([key]).get(key)):
        outputs = unpack(restored(packed), tuple[Output, ...])
        store.count("pages of lists", found=len(outputs))
        yield from outputs
        return
    held: list[Output] = []
    size = 0
    for output in _lists(collected, site, home):
        store.count("pages of lists", made=1)
        size += len(output.content)
        if key and size <= LISTS_KEPT:
            held.append(output)
        yield output
    if key and size <= LISTS_KEPT and (packed := pack(tuple(held))):
        store.keep(key, squeezed(packed))


def _lists(collected: Collected, site: Site, home: str) -> Iterator[Output]:
    yield from index_pages(collected.catalogue, site, collected.namings)
    yield home_page(collected.catalogue, site, home, released=bool(collected.history.releases))


def _home_text(docs: Path) -> str:
    """What the publisher wrote for the home page; nothing where they wrote none."""
    for name in (HOME_WRITTEN, HOME):
        if (docs / name).is_file():
            return (docs / name).read_text(encoding="utf-8")
    return ""


def _jobs(collected: Collected, writing: _Writing) -> Iterator[Keyed[_Job | Problem]]:
    for key in collected.keys:
        job = guarded(partial(_job, collected, writing.site, key), collected.places[key])
        if isinstance(job, Problem):
            yield Keyed(None, job)
        else:
            published = collected.digests[key].published
            yield Keyed(writing.memory.cable_page_key(published, job.links, writing.site, job.beside), job)


def _job(collected: Collected, site: Site, key: str) -> _Job:
    found = links(
        collected.catalogue,
        key,
        related_limit=site.related,
        people_page_min=site.page_from(len(collected.keys)),
    )
    return _Job(
        place=collected.places[key],
        published=collected.shelf.squeezed(key),
        links=found,
        beside=_beside(collected, key),
    )


def _beside(collected: Collected, key: str) -> Beside:
    """What the editors say of a cable."""
    published = collected.history.cables.get(key)
    return replace(
        collected.editorial.on_cables.get(key, NOTHING_BESIDE),
        first_published=published.first if published else None,
        last_changed=published.last if published else None,
    )


def _rendered(job: _Job | Problem, *, site: Site) -> _Made:
    made = job if isinstance(job, Problem) else guarded(partial(_made, job, site), job.place)
    return _Made(problem=made) if isinstance(made, Problem) else made


def _made(job: _Job, site: Site) -> _Made:
    published = load_published(restored(job.published))
    return _Made(
        outputs=tuple(cable_pages(published, job.links, site, job.beside)),
    )


def _is_lasting(made: _Made) -> bool:
    return made.problem is None
