"""What was collected, written as Markdown into the docs folder."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.catalogue import Links, links
from generator.model import load_cable
from generator.pages import (
    CABLES_JSONL,
    GENERATED,
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


def copy_written(docs: Path, target: Path) -> None:
    """Copy the pages that people wrote, leaving out what an earlier build left beside them.

    Raises:
        SiteError: There is no such folder.
    """
    if not docs.is_dir():
        message = f"{docs}: there is no such folder; it holds the pages you write (docs_dir of mkdocs.yml)"
        raise SiteError(message)
    ours = _generated(docs)
    shutil.copytree(
        docs, target, ignore=lambda folder, names: ours & set(names) if Path(folder) == docs else set()
    )


def keep_generated(built: Path, docs: Path) -> None:
    """Put the generated pages of a build beside the written ones, in place of an earlier build's."""
    for name in sorted(_generated(docs)):
        old, new = docs / name, built / name
        if old.is_dir():
            shutil.rmtree(old)
        if new.exists():
            shutil.move(new, old)


def _generated(docs: Path) -> set[str]:
    """Names at the top of the docs folder that are no person's work."""
    return {*GENERATED, HOME} if (docs / HOME_WRITTEN).is_file() else set(GENERATED)


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


def write_docs(collected: Collected, docs: Path, writing: Writing) -> int:
    """Write every generated page into ``docs``, beside the hand-written ones.

    Returns:
        Files written.

    Raises:
        OSError: A page cannot be written.
    """
    outputs = _outputs(collected, docs, writing)
    return sum(_write(docs, output) for output in outputs) + _write_records(collected, docs)


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


def _write(docs: Path, output: Output) -> int:
    path = docs / output.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(output.content)
    return 1


def _write_records(collected: Collected, docs: Path) -> int:
    """The download of all records, streamed."""
    path = docs / CABLES_JSONL
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        stream.writelines(_records(collected, collected.keys))
    return 1


def _records(collected: Collected, keys: Iterable[str]) -> Iterator[bytes]:
    for key in keys:
        yield public_record(load_cable(collected.cables.get(key)), collected.slugs[key]) + b"\n"
