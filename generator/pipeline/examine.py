"""A corpus gathered as far as can be told without writing a page."""

from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from generator.edition.collections import read_collections
from generator.edition.corrections import read_corrections
from generator.edition.history import read_history
from generator.edition.withhold import ENTRY, Withholdings, read_withholdings
from generator.edition.written import ALMOST, misnamed
from generator.model import Problem
from generator.people import load_tagger
from generator.people.decisions import HIDING, read_decisions
from generator.people.rulings import MISREAD, read_rulings
from generator.pipeline.collect import Collected, collect
from generator.pipeline.correcting import corrected_records
from generator.pipeline.elsewhere import load_executor, workers_of
from generator.pipeline.memory import NO_MEMORY, Memory
from generator.pipeline.records import records
from generator.pipeline.stopped import nothing_to_publish, stop_in_doubt, unclear_marks
from generator.pipeline.versions import with_versions
from generator.pipeline.watch import Watch, unwatched
from generator.pipeline.withholding import withheld_records
from generator.publish import SiteError, refuse_inside, refuse_mixed
from generator.read import LAYOUTS, expected_cables, own_layouts
from generator.settings import Configuration, Project, Sources

_WRITTEN: Final = (
    ("people_file", HIDING, ALMOST),
    ("protect_file", MISREAD, ALMOST),
    ("withhold_file", ENTRY, 0.75),
    ("corrections_file", "correction-entry", ALMOST),
    ("collections_file", "collection-entry", ALMOST),
    ("notes_file", "note-entry", ALMOST),
    ("glossary_file", "glossary-entry", ALMOST),
)
"""Options that name a file of the publisher's, what is said where it is missing, and from which likeness on
another name is taken for it. The first three leave in doubt whom to protect: nothing is built."""


def look_through(
    configured: Configuration,
    folder: Path,
    *,
    publishing: bool = False,
    watch: Watch = unwatched,
    memory: Memory = NO_MEMORY,
) -> Collected:
    """Gather the corpus without writing a page.

    Args:
        configured: Which one, and how.
        folder: Holds the shelves.
        publishing: What is gathered will be published: stop where it is in doubt whom to protect.
        watch: Who waits.
        memory: What earlier builds did.

    Raises:
        StoppedError: There is no cable, or ``publishing`` would risk a source.
        SiteError: The tagger or a reader cannot be loaded.
    """
    sources, finding = configured.sources, configured.finding
    decisions, unclear = read_decisions(sources.people_file)
    rulings, misread = read_rulings(sources.protect_file)
    withholdings, unread = withholdings_of(configured)
    missing = files_misnamed(sources)
    if publishing:
        stop_in_doubt((*unclear, *misread, *unread, *missing))
    workers = workers_of(configured.running)
    try:
        if configured.running.executor:
            load_executor(configured.running.executor)
        load_tagger(finding.tagger)
        own = own_layouts(finding.readers)
    except ValueError as error:
        raise SiteError(str(error)) from error
    corrections, miswritten = read_corrections(
        sources.corrections_file, [layout.name for layout in (*own, *LAYOUTS)]
    )
    outcomes = corrected_records(
        records(
            sources.corpus,
            finding,
            read_as=corrections.files,
            workers=workers,
            memory=memory,
        ),
        corrections,
        tagger=finding.tagger,
        memory=memory,
        workers=workers,
    )
    kept = withheld_records(outcomes, withholdings, tagger=finding.tagger) if withholdings else outcomes
    collections, uncollected = read_collections(sources.collections_file)
    history, lost_history = read_history(sources.history)
    kept = with_versions(kept, history, sources.history)
    names = tuple(entry.name for entry in withholdings.names if entry.name)
    protecting = replace(configured.protecting, mask=(*configured.protecting.mask, *names))
    collected = collect(
        kept,
        folder,
        protecting,
        decisions=decisions,
        collections=collections,
        rulings=rulings,
        titling=configured.titling,
        watch=watch,
        memory=memory,
        workers=workers,
        expected=expected_cables(sources.corpus),
    )
    with ExitStack() as stack:
        stack.callback(collected.close)
        written = (*missing, *unclear, *misread, *unread, *miswritten, *uncollected, *lost_history)
        lost = (*configured.problems, *written, *collected.lost)
        if not collected.keys:
            raise nothing_to_publish(sources.corpus, lost)
        if publishing:
            stop_in_doubt(lost)
            if collected.unsettled and not configured.publishing.expose_unclear:
                raise unclear_marks(collected.unsettled, _from_base(configured.project, sources.protect_file))
        stack.pop_all()  # the caller's to close now
    return replace(collected, lost=lost, history=history, renumbered=corrections.renumbered)


def withholdings_of(configured: Configuration) -> tuple[Withholdings, tuple[Problem, ...]]:
    """What is withheld on the day of the build, and what leaves that in doubt."""
    return read_withholdings(configured.sources.withhold_file, configured.publishing.as_of or date.max)


def files_misnamed(sources: Sources) -> tuple[Problem, ...]:
    """A problem for each file of the publisher's that mkdocs.yml names and nobody finds."""
    usual = Sources()
    return tuple(
        problem
        for option, code, almost in _WRITTEN
        for problem in misnamed(
            getattr(sources, option),
            usual=getattr(usual, option).name,
            option=option,
            code=code,
            almost=almost,
        )
    )


def _from_base(project: Project, path: Path) -> Path:
    """A path as a publisher writes it in mkdocs.yml."""
    return path.relative_to(project.base) if path.is_relative_to(project.base) else path


def read_from(configured: Configuration) -> dict[str, Path]:
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
        **{f"the cables of the {number}. corpus": path for number, path in enumerate(cables[1:], start=2)},
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
        "your corrections": sources.corrections_file,
        "what you withhold": sources.withhold_file,
        "your notes": sources.notes_file,
        "your collections": sources.collections_file,
    }
