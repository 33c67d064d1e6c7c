"""From a folder of cables to a site or an offline bundle."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import msgspec

from generator import __version__
from generator.model import Problem
from generator.pages import address
from generator.people import load_tagger
from generator.people.decisions import read_decisions
from generator.people.rulings import read_rulings
from generator.pipeline.collect import Collected, collect
from generator.pipeline.docs import HOME, HOME_WRITTEN, INLINE, write_docs
from generator.pipeline.gatekeeper import escaped
from generator.pipeline.kept import bring, copy_written, docs_to_oneself, ignored_by_git, move_in
from generator.pipeline.records import records
from generator.pipeline.stopped import StoppedError, nothing_to_publish, stop_in_doubt, unclear_marks
from generator.pipeline.watch import Watch, step, unwatched
from generator.pipeline.workers import in_order
from generator.publish import (
    MARKER,
    SiteError,
    Stage,
    index_site,
    refuse_inside,
    refuse_mixed,
    refuse_nested,
    render,
    scratch_folder,
    staged,
    undisturbed,
    write_headers,
    write_redirects,
)
from generator.publish.bundle import bundling, write_bundle
from generator.publish.gate import Shipped
from generator.settings import PACKAGE, Configuration, Project


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
    together: str | None = None
    """Why MkDocs had to render every page, in one process; None: it need not."""

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """All of them."""
        return (*self.lost, *self.repaired, *self.published)


def build_site(
    configured: Configuration,
    site: Path,
    *,
    keep_docs: bool = False,
    watch: Watch = unwatched,
    placed: Callable[[], None] = lambda: None,
) -> Report:
    """Build ``site`` from the corpus; what was there before stays until the new one is whole.

    Args:
        configured: What is to be built, and how.
        site: Folder to build it in.
        keep_docs: Leave the generated Markdown in the project's docs folder, for other tools
            (``mkdocs build``).
        watch: Who waits.
        placed: Called once the new site is in place: whatever comes after, nothing is "as before" any more.

    Raises:
        SiteError: There is no cable, or the site cannot be built or written.
    """
    refuse_nested(site, option="--site", folders=_read_from(configured))
    if notes := configured.publishing.notes:
        refuse_inside(notes, option="--report", folders={"the site": site})
    held = docs_to_oneself(configured.project.docs) if keep_docs else nullcontext()
    with held as work, staged(site) as stage, _written(configured, watch) as written:
        pressed = _press(written, stage.new, from_disk=False, watch=watch)
        write_redirects(stage.new, _moved(written.report.collected))
        write_headers(stage.new)
        (stage.new / MARKER).write_bytes(_marker(written.report))
        _through_gate(stage.new, written, watch)
        # All that will be published of ours is in stage.new and, as Markdown, in written.docs.
        _publish(stage, written, work, placed)
        return pressed


def build_bundle(
    configured: Configuration,
    target: Path,
    *,
    watch: Watch = unwatched,
    placed: Callable[[], None] = lambda: None,
) -> Report:
    """Write the site as a zip that opens from disk.

    Args:
        configured: What is to be built, and how.
        target: The zip.
        watch: Who waits.
        placed: Called once the new bundle is in place.

    Raises:
        SiteError: As :func:`build_site`.
    """
    refuse_inside(target, option="--output", folders=_read_from(configured))
    with bundling(target) as stage, _written(configured, watch) as written, scratch_folder() as scratch:
        new = scratch / "site"
        new.mkdir()
        pressed = _press(written, new, from_disk=True, watch=watch)
        # All that will be published is in new.
        step(watch, "Bundling", lambda: write_bundle(new, stage.new))
        _through_gate(stage.new, written, watch)
        with undisturbed():
            stage.swap()
            placed()
        return pressed


def look_through(
    configured: Configuration, folder: Path, *, publishing: bool = False, watch: Watch = unwatched
) -> Collected:
    """Gather the corpus without writing a page.

    Args:
        configured: Which one, and how.
        folder: Holds the shelves.
        publishing: What is gathered will be published: stop where it is in doubt whom to protect.
        watch: Who waits.

    Raises:
        StoppedError: There is no cable, or ``publishing`` would risk a source.
        SiteError: The tagger cannot be loaded.
    """
    sources, finding = configured.sources, configured.finding
    decisions, unclear = read_decisions(sources.people_file)
    rulings, misread = read_rulings(sources.protect_file)
    if publishing:
        stop_in_doubt((*unclear, *misread))
    try:
        load_tagger(finding.tagger)
    except ValueError as error:
        raise SiteError(str(error)) from error
    outcomes = records(sources.corpus, finding, workers=configured.running.workers)
    collected = collect(
        outcomes, folder, configured.protecting, decisions=decisions, rulings=rulings, watch=watch
    )
    lost = (*configured.problems, *unclear, *misread, *collected.lost)
    if not collected.keys:
        raise nothing_to_publish(sources.corpus, lost)
    if publishing:
        stop_in_doubt(lost)
        if collected.unsettled and not configured.publishing.expose_unclear:
            raise unclear_marks(collected.unsettled, _from_base(configured.project, sources.protect_file))
    return replace(collected, lost=lost)


def _from_base(project: Project, path: Path) -> Path:
    """A path as a publisher writes it in mkdocs.yml."""
    return path.relative_to(project.base) if path.is_relative_to(project.base) else path


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A corpus as Markdown, ready to be published; its cables are still on their shelf."""

    configured: Configuration
    docs: Path
    generated: Mapping[str, str]
    """Path and digest of each file in ``docs`` that no person wrote."""
    report: Report


def _read_from(configured: Configuration) -> dict[str, Path]:
    """What a build reads, by what it is to people.

    Raises:
        SiteError: Cables and hand-written pages lie in one another, so that cables would be published as
            they came, or pages read as cables.
    """
    project, sources = configured.project, configured.sources
    cables = sources.corpus
    for corpus in cables:
        refuse_mixed(corpus, project.docs)
    themes = {"the theme": sources.custom_theme} if sources.custom_theme else {}
    folders = {
        "the cables": cables[0],
        **{f"the cables of the {number}. --corpus": path for number, path in enumerate(cables[1:], start=2)},
        "the pages you write": project.docs,
        **themes,
    }
    if notes := configured.publishing.notes:
        refuse_inside(notes, option="--report", folders=folders)
    return {
        **folders,
        "mkdocs.yml": project.config_file,
        "your decisions": sources.people_file,
        "your rulings on whom to protect": sources.protect_file,
    }


def _publish(stage: Stage, written: _Written, work: Path | None, placed: Callable[[], None]) -> None:
    """Everything that can fail first; then, in one stretch, the site and the Markdown into their places.

    Raises:
        SiteError: The message says what has been published.
    """
    docs = written.configured.project.docs
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
def _written(configured: Configuration, watch: Watch) -> Iterator[_Written]:
    """The corpus as Markdown, beside a copy of the hand-written pages, in a scratch folder.

    So two builds in one project don't meet, and one that fails leaves docs/ as it was.
    """
    with scratch_folder() as scratch:
        docs = scratch / "docs"
        copy_written(configured.project.docs, docs)
        unkept = tuple(ignored_by_git(configured.project.docs))
        collected = look_through(configured, scratch, publishing=True, watch=watch)
        with closing(collected):
            collected, generated = write_docs(
                collected, docs, configured.site, workers=configured.running.processes, watch=watch
            )
            if not collected.keys:
                raise nothing_to_publish(configured.sources.corpus, collected.lost)
            yield _Written(
                configured=configured,
                docs=docs,
                generated=generated,
                report=_report(replace(collected, lost=(*unkept, *collected.lost))),
            )


def _press(written: _Written, site: Path, *, from_disk: bool, watch: Watch) -> Report:
    """Markdown to a searchable site; the report of it all."""
    configured, collected = written.configured, written.report.collected
    catalogue = collected.catalogue
    rendered = step(
        watch,
        "Rendering pages",
        lambda: render(
            configured.mkdocs,
            docs=written.docs,
            site=site,
            generated=written.generated,
            directory_urls=not from_disk,
            in_order=partial(in_order, workers=_processes(configured, len(catalogue.entries))),
        ),
    )
    indexed = step(
        watch,
        "Indexing for search",
        lambda: index_site(
            site,
            catalogue,
            collected.shelf.get,
            docs=written.docs,
            generated=written.generated,
            page_from=configured.site.page_from(len(catalogue.entries)),
            host_files=None if from_disk else configured.publishing.host_files,
            from_disk=from_disk,
            in_order=partial(in_order, workers=_processes(configured, len(catalogue.entries))),
        ),
    )
    return replace(written.report, published=(*rendered.problems, *indexed), together=rendered.together)


def _processes(configured: Configuration, cables: int) -> int:
    """One for a few cables: starting others would take longer."""
    return 1 if cables <= INLINE else configured.running.processes


def _through_gate(new: Path, written: _Written, watch: Watch) -> None:
    """The last look at what is to be published.

    Raises:
        StoppedError: Somebody who is protected is named.
    """
    configured, collected = written.configured, written.report.collected
    project = configured.project
    shipped = Shipped(
        theme=configured.sources.theme, written=(project.docs, project.root / "overrides", PACKAGE / "docs")
    )
    found = step(
        watch,
        "Looking for names",
        lambda: tuple(escaped(new, collected, shipped=shipped, workers=configured.running.processes)),
    )
    if found:
        message = "what was to be published names somebody who is protected"
        raise StoppedError(message, found)


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
