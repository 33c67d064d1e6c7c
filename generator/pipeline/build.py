"""From a folder of cables to a site or an offline bundle."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import msgspec

from generator import __version__
from generator.edition.notes import read_notes
from generator.pages import address
from generator.pipeline.collect import Collected
from generator.pipeline.docs import HOME, HOME_WRITTEN, INLINE, write_docs
from generator.pipeline.elsewhere import workers_of
from generator.pipeline.examine import look_through, read_from
from generator.pipeline.fingerprint import fingerprint, settings_of
from generator.pipeline.gatekeeper import escaped, sought
from generator.pipeline.glossing import with_glossary
from generator.pipeline.kept import bring, copy_written, docs_to_oneself, ignored_by_git, move_in
from generator.pipeline.memory import Memory, remembering
from generator.pipeline.noting import editorial
from generator.pipeline.report import Report, report_on
from generator.pipeline.searching import search_runs
from generator.pipeline.site_before import SiteBefore
from generator.pipeline.stand_ins import pages_of
from generator.pipeline.standing import Standing, forget_gone, note_files, note_site, report_of, standing
from generator.pipeline.stopped import StoppedError, nothing_to_publish
from generator.pipeline.versions import lead_on, pages_of_gone
from generator.pipeline.watch import Watch, step, unwatched
from generator.pipeline.workers import in_order
from generator.publish import (
    MARKER,
    Digest,
    DraftsInMaking,
    Keeping,
    SiteError,
    Stage,
    digest,
    index_site,
    refuse_inside,
    refuse_nested,
    render,
    scratch_folder,
    staged,
    undisturbed,
    write_headers,
)
from generator.publish.bundle import bundling, write_bundle
from generator.publish.gate import Shipped
from generator.settings import PACKAGE, Configuration

SETTLING = 0.06
"""Seconds until the status of files says that they have not been changed since they got their names."""


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
    refuse_nested(site, option="--site", folders=read_from(configured))
    if notes := configured.publishing.notes:
        refuse_inside(notes, option="--report", folders={"the site": site})
    with _remembering(configured) as memory:
        settings = settings_of(configured, use="a site and its docs" if keep_docs else "a site")
        may_keep = settings is not None and memory.store.there
        inputs = fingerprint(configured, settings, memory)
        folders = [
            standing(site, memory),
            *([standing(configured.project.docs, memory)] if keep_docs else []),
        ]
        if inputs and (report := report_of(folders, inputs, memory)):
            placed()
            return replace(report, unchanged=True, remembered={})
        report = _built(
            configured,
            site,
            folders,
            memory,
            keep_docs=keep_docs,
            may_keep=may_keep,
            watch=watch,
            placed=placed,
        )
        if inputs and inputs == fingerprint(configured, settings, memory):
            note_site(site, inputs, report, memory)
        forget_gone(memory)
        return _remembered(report, memory)


def _built(  # noqa: PLR0913 - as build_site, and what is known
    configured: Configuration,
    site: Path,
    folders: Sequence[Standing],
    memory: Memory,
    *,
    keep_docs: bool,
    may_keep: bool,
    watch: Watch,
    placed: Callable[[], None],
) -> Report:
    """Build the site and, where they are kept, its docs.

    Args:
        configured: What is to be built, and how.
        site: Folder to build it in.
        folders: What stands: the site, and docs/ where generated pages are kept there.
        memory: What earlier builds did.
        keep_docs: As for :func:`build_site`.
        may_keep: Nothing at work in this build changes pages once they are written, so that those of the
            site before may be taken over.
        watch: Who waits.
        placed: Called once the new site is in place.

    Raises:
        SiteError: As :func:`build_site`.
    """
    held = docs_to_oneself(configured.project.docs) if keep_docs else nullcontext()
    with (
        held as work,
        staged(site, digest=folders[0].digest) as stage,
        _written(configured, watch, memory, folders[-1].digest if keep_docs else digest) as written,
    ):
        kept = SiteBefore(folders[0], stage.new, written.generated, written.docs, memory)
        pressed = _press(
            written,
            stage.new,
            memory,
            from_disk=False,
            watch=watch,
            keeping=kept if may_keep else None,
        )
        stage.known.update(kept.digests)
        lead_on(stage.new, written.collected, configured.site.language)
        write_headers(stage.new)
        (stage.new / MARKER).write_bytes(_marker(written.report))
        wanted = sought(written.collected)
        looked_for = memory.sought_key(wanted.names, wanted.passages, wanted.here)
        _through_gate(stage.new, written, watch, passed=kept.passed(looked_for))
        written_at = time.time_ns()
        # All that will be published of ours is in stage.new and, as Markdown, in written.docs.
        _publish(stage, written, work, placed)
    kept.note(looked_for)
    time.sleep(SETTLING)
    for folder in folders:  # once the old site is gone: until then its files have other names, too
        folder.trust(written_at)
    note_files(folders, memory)
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
    refuse_inside(target, option="--output", folders=read_from(configured))
    with (
        bundling(target) as stage,
        _remembering(configured) as memory,
        _written(configured, watch, memory) as written,
        scratch_folder() as scratch,
    ):
        new = scratch / "site"
        new.mkdir()
        pressed = _press(written, new, memory, from_disk=True, watch=watch)
        lead_on(new, written.collected, configured.site.language, from_disk=True)
        # All that will be published is in new.
        step(watch, "Bundling", lambda: write_bundle(new, stage.new))
        _through_gate(stage.new, written, watch)
        with undisturbed():
            stage.swap()
            placed()
        return _remembered(pressed, memory)


def _remembering(configured: Configuration) -> AbstractContextManager[Memory]:
    return remembering(configured.project, configured.finding, wanted=configured.running.store)


def _remembered(report: Report, memory: Memory) -> Report:
    """The report with what the store gave, and what is to be said of it."""
    store = memory.store
    return replace(report, lost=(*report.lost, *store.problems), remembered=store.tallies)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A corpus as Markdown, ready to be published; its cables are still on their shelf."""

    configured: Configuration
    docs: Path
    """Folder of what people wrote, and of generated files that are no pages."""
    drafts: Path
    """File of the generated pages."""
    generated: Mapping[str, str]
    """Path and digest of each file that no person wrote."""
    digest: Digest
    """Of a file in the project's docs folder."""
    collected: Collected
    report: Report


def _publish(stage: Stage, written: _Written, work: Path | None, placed: Callable[[], None]) -> None:
    """Everything that can fail first; then, in one stretch, the site and the Markdown into their places.

    Raises:
        SiteError: The message says what has been published.
    """
    docs = written.configured.project.docs
    has_home = (docs / HOME_WRITTEN).is_file()
    kept = {name: digest for name, digest in written.generated.items() if has_home or name != HOME}
    if work:
        bring(written.docs, docs, work, kept, drafts=written.drafts, digest=written.digest)
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
def _written(
    configured: Configuration, watch: Watch, memory: Memory, digest: Digest = digest
) -> Iterator[_Written]:
    """The corpus as Markdown, beside a copy of the hand-written pages, in a scratch folder.

    So two builds in one project don't meet, and one that fails leaves docs/ as it was.
    """
    with scratch_folder() as scratch:
        docs = scratch / "docs"
        copy_written(configured.project.docs, docs, digest, language=configured.site.language)
        unkept = tuple(ignored_by_git(configured.project.docs))
        site, misread = with_glossary(configured.site, configured.sources.glossary_file)
        collected = look_through(configured, scratch, publishing=True, watch=watch, memory=memory)
        with closing(collected):
            collected = _with_editorial(collected, configured, docs)
            with closing(DraftsInMaking(scratch / "drafts")) as drafts:
                collected, generated = write_docs(
                    collected,
                    docs,
                    site,
                    workers=workers_of(configured.running),
                    watch=watch,
                    memory=memory,
                    drafts=drafts,
                )
            if not collected.keys:
                raise nothing_to_publish(configured.sources.corpus, collected.lost)
            yield _Written(
                configured=configured,
                docs=docs,
                drafts=scratch / "drafts",
                generated=generated,
                digest=digest,
                collected=collected,
                report=report_on(replace(collected, lost=(*unkept, *misread, *collected.lost))),
            )


def _with_editorial(collected: Collected, configured: Configuration, docs: Path) -> Collected:
    """With what editors wrote; citations in their pages become links."""
    notes, wrong = read_notes(configured.sources.notes_file)
    written = editorial(
        notes,
        docs,
        collected.catalogue,
        people_page_min=configured.site.page_from(len(collected.keys)),
        shown=configured.project.docs.name,
    )
    return replace(collected, editorial=written, lost=(*collected.lost, *wrong, *written.problems))


def _press(  # noqa: PLR0913 - what is published, where to, and what is known
    written: _Written,
    site: Path,
    memory: Memory,
    *,
    from_disk: bool,
    watch: Watch,
    keeping: Keeping | None = None,
) -> Report:
    """Markdown to a searchable site; the report of it all."""
    configured, collected, catalogue = written.configured, written.collected, written.collected.catalogue
    # for a few cables starting others would take longer
    processes = 1 if len(catalogue.entries) <= INLINE else workers_of(configured.running)
    compiled = memory.compiled()
    rendered = step(
        watch,
        "Rendering pages",
        lambda: render(
            configured.mkdocs,
            docs=written.docs,
            drafts=written.drafts,
            site=site,
            generated=written.generated,
            directory_urls=not from_disk,
            in_order=partial(in_order, workers=processes),
            keeping=keeping,
            unlisted=[
                *(address.cable_at(stone.date, stone.key) for stone in collected.tombstones),
                *(page.path for page in pages_of_gone(collected, configured.site)),
            ],
            compiled=compiled,
        ),
    )
    memory.note_compiled(compiled)
    indexed = step(
        watch,
        "Indexing for search",
        lambda: index_site(
            site,
            catalogue,
            collected.shelf.get,
            notes=collected.editorial.notes,
            docs=written.docs,
            generated=written.generated,
            page_from=configured.site.page_from(len(catalogue.entries)),
            language=configured.site.language,
            host_files=None if from_disk else configured.publishing.host_files,
            from_disk=from_disk,
            in_order=partial(in_order, workers=processes),
            runs=partial(search_runs, collected, memory, processes) if memory.store.there else None,
        ),
    )
    return replace(written.report, published=(*rendered.problems, *indexed), together=rendered.together)


def _through_gate(
    new: Path, written: _Written, watch: Watch, *, passed: frozenset[str] = frozenset()
) -> None:
    """The last look at what is to be published; ``passed`` are files that had it and are the same.

    Raises:
        StoppedError: Somebody who is protected is named.
    """
    configured, collected = written.configured, written.collected
    project = configured.project
    shipped = Shipped(
        theme=configured.sources.theme,
        written=(
            project.docs,
            project.root / "overrides",
            PACKAGE / "docs",
            pages_of(configured.site.language),
        ),
    )
    found = step(
        watch,
        "Looking for names",
        lambda: tuple(
            escaped(new, collected, shipped=shipped, workers=workers_of(configured.running), passed=passed)
        ),
    )
    if found:
        message = "what was to be published names somebody who is protected, or holds what is withheld"
        raise StoppedError(message, found)


def _marker(report: Report) -> bytes:
    return msgspec.json.encode({"made_by": f"Cablepress {__version__}", **msgspec.to_builtins(report.counts)})
