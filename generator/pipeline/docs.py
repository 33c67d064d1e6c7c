"""What was collected, written as Markdown into the docs folder."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath

from generator.catalogue import Links, links
from generator.model import load_cable
from generator.pages import (
    CABLES_JSONL,
    Output,
    Site,
    cable_pages,
    home_page,
    index_pages,
    person_pages,
    public_record,
)
from generator.pipeline.collect import Collected, sentences_of
from generator.pipeline.watch import Watch, unwatched
from generator.pipeline.workers import chunks, in_order
from generator.publish import SiteError

BATCH = 16
INLINE = 100
"""Up to this many cables no process is started: it would cost more than it saves."""
HOME_WRITTEN = "home.md"
"""What the publisher writes for the home page; the overview of the corpus is put into it as ``index.md``."""
HOME = "index.md"
"""The home page. Where there is no ``home.md`` it is the publisher's own and taken for it, never replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """How pages are written."""

    site: Site
    related: int = 5
    """Related cables on a page."""
    workers: int = 1
    watch: Watch = unwatched


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """What a worker needs for one cable's page."""

    record: bytes
    links: Links
    slugs: tuple[str | None, ...]


def write_docs(collected: Collected, docs: Path, writing: Writing) -> dict[str, str]:
    """Write every generated page into ``docs``, beside the hand-written ones.

    Returns:
        Path and digest of each file written.

    Raises:
        SiteError: A hand-written page stands where one is to be written.
        OSError: A page cannot be written.
    """
    folder = _Folder(docs)
    for output in _outputs(collected, docs, writing):
        folder.write(output.path, [output.content])
    folder.write(CABLES_JSONL, _records(collected, collected.keys))
    return folder.written


def _outputs(collected: Collected, docs: Path, writing: Writing) -> Iterator[Output]:
    watch, site = writing.watch, writing.site
    count = 1 if len(collected.keys) <= INLINE else writing.workers
    jobs = chunks(_jobs(collected, writing), BATCH)
    pages = in_order(partial(_render, site=site), jobs, workers=count)
    for batch in watch("Writing cables", pages, -(-len(collected.keys) // BATCH)):
        yield from batch
    catalogue = collected.catalogue
    sentences = partial(sentences_of, collected)
    yield from watch("Writing people", person_pages(catalogue, site, sentences, catalogue.people))
    yield from watch("Writing indexes", index_pages(catalogue, site, sentences))
    yield home_page(catalogue, site, _home_text(docs))


def _home_text(docs: Path) -> str:
    """What the publisher wrote for the home page; nothing where they wrote none."""
    for name in (HOME_WRITTEN, HOME):
        if (docs / name).is_file():
            return (docs / name).read_text(encoding="utf-8")
    return ""


def _jobs(collected: Collected, writing: Writing) -> Iterator[_Job]:
    for key in collected.keys:
        found = links(
            collected.catalogue,
            key,
            related_limit=writing.related,
            people_page_min=writing.site.people_page_min,
        )
        yield _Job(record=collected.cables.get(key), links=found, slugs=collected.slugs[key])


def _render(jobs: Sequence[_Job], *, site: Site) -> list[Output]:
    return [
        output for job in jobs for output in cable_pages(load_cable(job.record), job.links, job.slugs, site)
    ]


class _Folder:
    """A folder with hand-written pages, into which generated ones are written; none takes another's place."""

    def __init__(self, docs: Path) -> None:
        self.written: dict[str, str] = {}
        self._docs = docs
        names = (path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())
        self._theirs = {_address(name): name for name in names}
        theirs = self._theirs.values()
        self._folders = {folder.as_posix(): name for name in theirs for folder in PurePosixPath(name).parents}
        if HOME_WRITTEN not in theirs:
            self._theirs.pop(_address(HOME), None)  # the publisher's index.md was taken for the home page

    def write(self, name: str, content: Iterable[bytes]) -> None:
        """Write a generated file.

        Raises:
            SiteError: A hand-written one has the path, or would have the address.
        """
        theirs = self._theirs.get(_address(name)) or self._folders.get(name) or self._file_above(name)
        if theirs:
            message = f"docs/{theirs}: stands in the way of a page that Cablepress writes ({name}); rename it"
            raise SiteError(message)
        path = self._docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        digest = sha256()
        with path.open("wb") as stream:
            for piece in content:
                digest.update(piece)
                stream.write(piece)
        self.written[name] = digest.hexdigest()

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


def _records(collected: Collected, keys: Iterable[str]) -> Iterator[bytes]:
    for key in keys:
        yield public_record(load_cable(collected.cables.get(key)), collected.slugs[key]) + b"\n"
