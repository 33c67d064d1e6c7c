"""From a folder of cables to a site or an offline bundle."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import msgspec
from mkdocs.config.defaults import MkDocsConfig

from generator import __version__
from generator.model import Problem
from generator.pages import Site, address
from generator.people import load_tagger
from generator.people.decisions import read_decisions
from generator.people.rulings import read_rulings
from generator.pipeline.collect import Collected, Policy, collect
from generator.pipeline.docs import HOME, HOME_WRITTEN, Writing, write_docs
from generator.pipeline.gatekeeper import escaped
from generator.pipeline.kept import bring, copy_written, docs_to_oneself, ignored_by_git, move_in
from generator.pipeline.records import records
from generator.pipeline.stopped import StoppedError, nothing_to_publish, stop_in_doubt, unclear_marks
from generator.pipeline.watch import Watch, step, unwatched
from generator.publish import (
    MARKER,
    Project,
    SearchFacts,
    SearchOptions,
    SiteError,
    Stage,
    index_site,
    read_config,
    refuse_inside,
    refuse_mixed,
    refuse_nested,
    render,
    scratch_folder,
    search_facts,
    staged,
    undisturbed,
    write_headers,
    write_redirects,
)
from generator.publish.bundle import bundling, write_bundle
from generator.publish.gate import Shipped
from generator.settings import Settings, load_settings, people_page_min


def at_home(path: Path) -> Path:
    """The path with ``~`` as the home folder; unchanged where there is no such user."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be built."""

    project: Project
    corpus: tuple[Path, ...] = ()
    """Folders and files of the cables; empty: the one that mkdocs.yml names."""
    workers: int | None = None
    """Processes; None: as mkdocs.yml says, else one per core. The result is the same."""
    expose_unclear: bool = False
    """Publish although there are marks (protect) that nobody has explained: it risks a source's name."""
    keep_docs: bool = False
    """Leave the generated Markdown in the project's docs folder, for other tools (``mkdocs build``)."""
    notes: Path | None = None
    """Where the report will be written: never into what is published."""

    def cables(self, settings: Settings) -> tuple[Path, ...]:
        """Where the cables are: as asked for, else as mkdocs.yml says."""
        return self.corpus or (self.project.base / at_home(Path(settings.corpus)),)


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


def build_site(
    request: Request, site: Path, *, watch: Watch = unwatched, placed: Callable[[], None] = lambda: None
) -> Report:
    """Build ``site`` from the corpus; what was there before stays until the new one is whole.

    Args:
        request: What is to be built.
        site: Folder to build it in.
        watch: Who waits.
        placed: Called once the new site is in place: whatever comes after, nothing is "as before" any more.

    Raises:
        SiteError: There is no cable, or the site cannot be built or written.
        ConfigurationError: mkdocs.yml is missing or wrong.
        SearchError: The search index cannot be built.
    """
    refuse_nested(site, option="--site", folders=_sources(request))
    if request.notes:
        refuse_inside(request.notes, option="--report", folders={"the site": site})
    with _docs_held(request) as work, staged(site) as stage, _written(request, watch) as written:
        found = _press(written, stage.new, directory_urls=True, watch=watch)
        write_redirects(stage.new, _moved(written.report.collected))
        write_headers(stage.new)
        (stage.new / MARKER).write_bytes(_marker(written.report))
        _through_gate(stage.new, written, watch)
        # All that will be published of ours is in stage.new and, as Markdown, in written.docs.
        _publish(stage, written, work, placed)
        return replace(written.report, published=found)


def build_bundle(
    request: Request, target: Path, *, watch: Watch = unwatched, placed: Callable[[], None] = lambda: None
) -> Report:
    """Write the site as a zip that opens from disk.

    Args:
        request: What is to be built.
        target: The zip.
        watch: Who waits.
        placed: Called once the new bundle is in place.

    Raises:
        SiteError, ConfigurationError, SearchError: As :func:`build_site`.
    """
    refuse_inside(target, option="--output", folders=_sources(request))
    with bundling(target) as stage, _written(request, watch) as written, scratch_folder() as scratch:
        new = scratch / "site"
        new.mkdir()
        from_disk = replace(written, search=replace(written.search, host_files=None))
        found = _press(from_disk, new, directory_urls=False, watch=watch)
        # All that will be published is in new.
        step(watch, "Bundling", lambda: write_bundle(new, stage.new))
        _through_gate(stage.new, written, watch)
        with undisturbed():
            stage.swap()
            placed()
        return replace(written.report, published=found)


def look_through(
    request: Request, folder: Path, *, publishing: bool = False, watch: Watch = unwatched
) -> tuple[Collected, Settings]:
    """Gather the corpus without writing a page.

    Args:
        request: Which one.
        folder: Holds the shelves.
        publishing: What is gathered will be published: stop where it is in doubt whom to protect.
        watch: Who waits.

    Raises:
        StoppedError: There is no cable, or ``publishing`` would risk a source.
        SiteError: The tagger cannot be loaded.
        ConfigurationError: mkdocs.yml is missing or wrong.
    """
    settings, wrong = load_settings(request.project.config_file)
    base = request.project.base
    decisions, unclear = read_decisions(base / settings.people_file)
    rulings, misread = read_rulings(base / settings.protect_file)
    if publishing:
        stop_in_doubt((*unclear, *misread))
    policy = Policy(decisions=decisions, rulings=rulings, protect=settings.protect, mask=settings.mask)
    try:
        load_tagger(settings.tagger)
    except ValueError as error:
        raise SiteError(str(error)) from error
    outcomes = records(
        request.cables(settings), workers=request.workers or settings.workers, tagger=settings.tagger
    )
    collected = collect(outcomes, folder, policy, watch=watch)
    lost = (*wrong, *unclear, *misread, *collected.lost)
    if not collected.keys:
        raise nothing_to_publish(request.cables(settings), lost)
    if publishing:
        stop_in_doubt(lost)
        if collected.unsettled and not request.expose_unclear:
            raise unclear_marks(collected.unsettled, settings.protect_file)
    return replace(collected, lost=lost), settings


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A corpus as Markdown, ready to be published; its cables are still on their shelf."""

    project: Project
    docs: Path
    generated: Mapping[str, str]
    """Path and digest of each file in ``docs`` that no person wrote."""
    search: SearchOptions
    workers: int
    report: Report


def _sources(request: Request) -> dict[str, Path]:
    """What a build reads, by what it is to people.

    Raises:
        SiteError: Cables and hand-written pages lie in one another, so that cables would be published as
            they came, or pages read as cables.
        ConfigurationError: mkdocs.yml is missing or wrong.
    """
    project = request.project
    settings, _ = load_settings(project.config_file)
    config = read_config(project)
    cables = request.cables(settings)
    for corpus in cables:
        refuse_mixed(corpus, project.docs)
    themes = {"the theme": Path(config.theme.custom_dir)} if config.theme.custom_dir else {}
    sources = {
        "the cables": cables[0],
        **{f"the cables of the {number}. --corpus": path for number, path in enumerate(cables[1:], start=2)},
        "the pages you write": project.docs,
        **themes,
    }
    if request.notes:
        refuse_inside(request.notes, option="--report", folders=sources)
    return {
        **sources,
        "mkdocs.yml": project.config_file,
        "your decisions": project.base / settings.people_file,
        "your rulings on whom to protect": project.base / settings.protect_file,
    }


@contextmanager
def _docs_held(request: Request) -> Iterator[Path | None]:
    """A folder to bring the generated pages into the project's docs from; None where they are not kept."""
    if not request.keep_docs:
        yield None
        return
    with docs_to_oneself(request.project.docs) as work:
        yield work


def _publish(stage: Stage, written: _Written, work: Path | None, placed: Callable[[], None]) -> None:
    """Everything that can fail first; then, in one stretch, the site and the Markdown into their places.

    Raises:
        SiteError: The message says what has been published.
    """
    docs = written.project.docs
    has_home = (docs / HOME_WRITTEN).is_file()
    kept = {name: digest for name, digest in written.generated.items() if has_home or name != HOME}
    if work:
        bring(written.docs, docs, work, kept)
    stage.complete()
    try:
        with undisturbed():
            stage.swap()
            placed()
            if work:
                move_in(docs, work, kept)
    except OSError as error:
        message = (
            f"the new site is in {stage.site}, but not all of its Markdown in {docs}: {error.strerror};"
            " mend that and build again"
        )
        raise SiteError(message) from error


@contextmanager
def _written(request: Request, watch: Watch) -> Iterator[_Written]:
    """The corpus as Markdown, beside a copy of the hand-written pages, in a scratch folder.

    So two builds in one project don't meet, and one that fails leaves docs/ as it was.
    """
    with scratch_folder() as scratch:
        config = read_config(request.project)  # before the long work: what is wrong in it stops the build
        docs = scratch / "docs"
        copy_written(request.project.docs, docs)
        unkept = tuple(ignored_by_git(request.project.docs))
        collected, settings = look_through(request, scratch, publishing=True, watch=watch)
        writing = Writing(
            site=_site(config, settings, len(collected.keys)),
            related=settings.related,
            workers=request.workers or settings.workers or os.cpu_count() or 1,
            watch=watch,
        )
        with closing(collected):
            collected, generated = write_docs(collected, docs, writing)
            if not collected.keys:
                raise nothing_to_publish(request.cables(settings), collected.lost)
            yield _Written(
                project=request.project,
                docs=docs,
                generated=generated,
                workers=writing.workers,
                search=SearchOptions(memory=settings.search_memory, host_files=settings.host_files),
                report=_report(replace(collected, lost=(*unkept, *collected.lost))),
            )


def _press(written: _Written, site: Path, *, directory_urls: bool, watch: Watch) -> tuple[Problem, ...]:
    """Markdown to a searchable site."""
    rendered = step(
        watch,
        "Rendering pages",
        lambda: render(
            written.project,
            docs=written.docs,
            site=site,
            generated=written.generated,
            directory_urls=directory_urls,
        ),
    )
    indexed = step(
        watch,
        "Indexing for search",
        lambda: index_site(site, partial(_search_facts, written.report.collected), options=written.search),
    )
    return (*rendered, *indexed.problems)


def _search_facts(collected: Collected, key: str) -> SearchFacts | None:
    published = collected.published(key)
    return search_facts(published.cable) if published else None


def _through_gate(new: Path, written: _Written, watch: Watch) -> None:
    """The last look at what is to be published.

    Raises:
        StoppedError: Somebody who is protected is named.
    """
    theme = tuple(map(Path, read_config(written.project).theme.dirs))
    shipped = Shipped(theme=theme, written=(written.project.docs, written.project.root / "overrides"))
    collected = written.report.collected
    found = step(
        watch,
        "Looking for names",
        lambda: tuple(escaped(new, collected, shipped=shipped, workers=written.workers)),
    )
    if found:
        message = "what was to be published names somebody who is protected"
        raise StoppedError(message, found)


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
