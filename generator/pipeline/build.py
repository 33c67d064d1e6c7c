"""From a folder of cables to a site or an offline bundle."""

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
from mkdocs.config.defaults import MkDocsConfig

from generator import __version__
from generator.model import Problem
from generator.pages import Site, address
from generator.people import load_tagger
from generator.people.decisions import HIDING, read_decisions
from generator.people.rulings import read_rulings
from generator.pipeline.collect import Collected, Policy, UnclearMark, collect
from generator.pipeline.docs import Writing, copy_written, keep_generated, write_docs
from generator.pipeline.records import records
from generator.pipeline.watch import Watch, step, unwatched
from generator.publish import (
    MARKER,
    Project,
    SearchOptions,
    SiteError,
    index_site,
    read_config,
    render,
    staged,
    write_redirects,
)
from generator.publish.bundle import bundle
from generator.settings import Settings, load_settings, people_page_min


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be built."""

    project: Project
    corpus: Path | None = None
    """Folder or file of the cables; None: the one that mkdocs.yml names."""
    workers: int | None = None
    """Processes; None: as mkdocs.yml says, else one per core. The result is the same."""
    expose_unclear: bool = False
    """Publish although there are marks (protect) that nobody has explained: it risks a source's name."""
    keep_docs: bool = False
    """Leave the generated Markdown in the project's docs folder, for other tools (``mkdocs build``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What the site shows."""

    cables: int
    people: int
    tags: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did."""

    counts: Counts
    lost: tuple[Problem, ...]
    """Files not read or left out, wrong options and decisions: a line each for people."""
    repaired: tuple[Problem, ...]
    """Warnings of single cables."""
    published: tuple[Problem, ...]
    """Warnings of MkDocs and of the search index."""
    collected: Collected

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """All of them."""
        return (*self.lost, *self.repaired, *self.published)


def build_site(request: Request, site: Path, *, watch: Watch = unwatched) -> Report:
    """Build ``site`` from the corpus; what was there before stays until the new one is whole.

    Raises:
        SiteError: There is no cable, or the site cannot be built or written.
        ConfigurationError: mkdocs.yml is missing or wrong.
        SearchError: The search index cannot be built.
    """
    with _written(request, watch) as written, staged(site) as new:
        found = _press(written, new, directory_urls=True, watch=watch)
        write_redirects(new, _moved(written.report.collected))
        (new / MARKER).write_bytes(_marker(written.report))
        return replace(written.report, published=found)


def build_bundle(request: Request, target: Path, *, watch: Watch = unwatched) -> Report:
    """Write the site as a zip that opens from disk.

    Raises:
        SiteError, ConfigurationError, SearchError: As :func:`build_site`.
    """
    with _written(request, watch) as written, tempfile.TemporaryDirectory() as scratch:
        new = Path(scratch) / "site"
        new.mkdir()
        from_disk = replace(written, search=replace(written.search, host_files=None))
        found = _press(from_disk, new, directory_urls=False, watch=watch)
        step(watch, "Bundling", lambda: bundle(new, target))
        return replace(written.report, published=found)


def look_through(request: Request, folder: Path, *, watch: Watch = unwatched) -> tuple[Collected, Settings]:
    """Gather the corpus without writing a page; ``folder`` holds the shelves.

    Raises:
        SiteError: There is no cable.
        ConfigurationError: mkdocs.yml is missing or wrong.
    """
    settings, wrong = load_settings(request.project.config_file)
    base = request.project.base
    decisions, unclear = read_decisions(base / settings.people_file)
    _stop_at(problem for problem in unclear if problem.code == HIDING)
    rulings, misread = read_rulings(base / settings.protect_file)
    _stop_at(misread)
    corpus = request.corpus or base / settings.corpus
    policy = Policy(decisions=decisions, rulings=rulings, protect=settings.protect, mask=settings.mask)
    try:
        load_tagger(settings.tagger)
    except ValueError as error:
        raise SiteError(str(error)) from error
    outcomes = records([corpus], workers=request.workers or settings.workers, tagger=settings.tagger)
    collected = collect(outcomes, folder, policy, watch=watch)
    lost = (*wrong, *unclear, *collected.lost)
    if not collected.keys:
        raise NothingToPublishError(corpus, lost)
    return replace(collected, lost=lost), settings


def _stop_at(problems: Iterable[Problem]) -> None:
    """Raises: SiteError: There is a problem in a file that protects people: nothing is built in doubt."""
    for problem in problems:
        message = f"{problem}; nothing is built while it is in doubt whom to protect"
        raise SiteError(message)


class UnclearMarksError(SiteError):
    """Cables ask to protect people, and nobody has said whom they mean."""

    def __init__(self, marks: Sequence[UnclearMark], file: str) -> None:
        count = f"{len(marks)} requests" if len(marks) > 1 else "a request"
        super().__init__(
            f"{count} to protect somebody cannot be read; say who is meant, or nobody, in {file} "
            "(the entries to fill in stand above); nothing was published"
        )
        self.marks = tuple(marks)


class NothingToPublishError(SiteError):
    """No file of the corpus is a cable."""

    def __init__(self, corpus: Path, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{corpus}: no cable could be read; the previous site, if any, is untouched")
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A corpus as Markdown, ready to be published."""

    project: Project
    docs: Path
    search: SearchOptions
    report: Report


@contextmanager
def _written(request: Request, watch: Watch) -> Iterator[_Written]:
    """The corpus as Markdown, beside a copy of the hand-written pages, in a scratch folder.

    So two builds in one project don't meet, and one that fails leaves docs/ as it was.
    """
    with tempfile.TemporaryDirectory(prefix="cablepress-") as scratch:
        config = read_config(request.project)  # before the long work: what is wrong in it stops the build
        docs = Path(scratch) / "docs"
        copy_written(request.project.docs, docs)
        collected, settings = look_through(request, Path(scratch), watch=watch)
        _stop_at(problem for problem in collected.lost if problem.code == HIDING)
        if collected.unsettled and not request.expose_unclear:
            raise UnclearMarksError(collected.unsettled, settings.protect_file)
        writing = Writing(
            site=_site(config, settings, len(collected.keys)),
            related=settings.related,
            workers=request.workers or settings.workers or os.cpu_count() or 1,
            watch=watch,
        )
        with closing(collected):
            write_docs(collected, docs, writing)
        search = SearchOptions(memory=settings.search_memory, host_files=settings.host_files)
        yield _Written(project=request.project, docs=docs, search=search, report=_report(collected))
        if request.keep_docs:
            keep_generated(docs, request.project.docs)


def _press(written: _Written, site: Path, *, directory_urls: bool, watch: Watch) -> tuple[Problem, ...]:
    """Markdown to a searchable site."""
    rendered = step(
        watch,
        "Rendering pages",
        lambda: render(written.project, docs=written.docs, site=site, directory_urls=directory_urls),
    )
    indexed = step(watch, "Indexing for search", lambda: index_site(site, options=written.search))
    return (*rendered, *indexed.problems)


def _site(config: MkDocsConfig, settings: Settings, cables: int) -> Site:
    return Site(
        name=config.site_name,
        collection=settings.collection or config.site_name,
        site_url=config.site_url or None,
        people_page_min=people_page_min(settings, cables),
        report_to=settings.report_to,
    )


def _moved(collected: Collected) -> dict[str, str]:
    """Former addresses of people's pages and the present ones."""
    return {
        address.person(old).removesuffix(".md"): address.person(new).removesuffix(".md")
        for old, new in collected.moved.items()
    }


def _report(collected: Collected) -> Report:
    found = collected.catalogue
    return Report(
        counts=Counts(cables=len(found.entries), people=len(found.people), tags=len(found.by_tag)),
        lost=collected.lost,
        repaired=collected.repaired,
        published=(),
        collected=collected,
    )


def _marker(report: Report) -> bytes:
    return msgspec.json.encode({"made_by": f"Cablepress {__version__}", **msgspec.to_builtins(report.counts)})
