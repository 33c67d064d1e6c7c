"""``cablepress build`` and ``cablepress bundle``."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path

import click

from generator.cli.audience import Audience
from generator.cli.options import (
    AS_OF,
    CONFIG,
    CORPUS,
    EXPOSE,
    JSON,
    PROFILE,
    QUIET,
    REPORT,
    STORE,
    STRICT,
    WORKERS,
    by_code,
    show_stop,
    verdict,
)
from generator.cli.output import say
from generator.cli.report import made_before, refuse_foreign, write_report
from generator.cli.upgrading import upgrade_lines
from generator.model import counted
from generator.pipeline import Profile, Report, StoppedError, Watch, build_bundle, build_site
from generator.publish import open_project
from generator.settings import Configuration, read_configuration

ADDRESS = "set site_url in mkdocs.yml, or SITE_URL, once it has one"
"""What to do where a site has no address yet."""
Build = Callable[[Configuration, Watch, Callable[[], None]], Report]
"""Builds what was asked for, and calls back once it is in place."""


@click.command()
@CORPUS
@click.option(
    "--site", type=click.Path(path_type=Path), default=Path("site"), help="Folder to write [default: site]."
)
@CONFIG
@WORKERS
@REPORT
@STRICT
@EXPOSE
@AS_OF
@STORE
@PROFILE
@QUIET
@JSON
def build(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    corpus: tuple[Path, ...],
    site: Path,
    config: Path | None,
    workers: int | None,
    report: Path,
    strict: bool,
    expose_unclear_sources: bool,
    as_of: date | None,
    no_store: bool,
    profile: bool,
    quiet: bool,
    as_json: bool,
) -> int:
    """Build the site.

    The previous site stays in place until the new one is whole. Files that Cablepress did not make are
    neither removed nor replaced. The report says what needs attention; it names protected people: keep it
    out of what you publish.

    \b
    Example:
      cablepress build --corpus ~/cables --site ~/public/cables
    """
    place = site.absolute()
    audience = Audience.of(quiet=quiet, as_json=as_json)
    built = _run(
        lambda configured, watch, placed: build_site(
            configured, place, keep_docs=_keeps_docs(configured, place), watch=watch, placed=placed
        ),
        corpus=corpus,
        config=config,
        workers=workers,
        notes=report,
        expose=expose_unclear_sources,
        as_of=as_of,
        store=not no_store,
        done=f"the new site is in {site}",
        audience=audience,
        profile=Profile() if profile else None,
    )
    audience.hears_that_it_is_done(built, str(site))
    audience.hears(
        f"Nothing has changed: the site in {site} stands as it is."
        if built.unchanged
        else f"The site is in {site}. Look at it: cablepress serve, or copy it to any web server."
    )
    return verdict(strict=strict, warnings=len(built.warnings))


@click.command()
@CORPUS
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("cablepress-offline.zip"),
    help="Zip to write [default: cablepress-offline.zip].",
)
@CONFIG
@WORKERS
@REPORT
@STRICT
@EXPOSE
@AS_OF
@STORE
@QUIET
@JSON
def bundle(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    corpus: tuple[Path, ...],
    output: Path,
    config: Path | None,
    workers: int | None,
    report: Path,
    strict: bool,
    expose_unclear_sources: bool,
    as_of: date | None,
    no_store: bool,
    quiet: bool,
    as_json: bool,
) -> int:
    """Write the site as a zip to open from disk.

    Unpacked, its index.html opens by double-click, links and search included, with no network.

    \b
    Example:
      cablepress bundle --corpus ~/cables --output cables.zip
    """
    audience = Audience.of(quiet=quiet, as_json=as_json)
    built = _run(
        lambda configured, watch, placed: build_bundle(
            configured, output.absolute(), watch=watch, placed=placed
        ),
        corpus=corpus,
        config=config,
        workers=workers,
        notes=report,
        expose=expose_unclear_sources,
        as_of=as_of,
        store=not no_store,
        done=f"the new bundle is {output}",
        audience=audience,
    )
    audience.hears_that_it_is_done(built, str(output))
    audience.hears(f"The bundle is {output}. Unpack it and open index.html.")
    return verdict(strict=strict, warnings=len(built.warnings))


def _keeps_docs(configured: Configuration, site: Path) -> bool:
    """Whether the generated Markdown belongs into docs/.

    It does where the project is the current folder's own, and the cables are the project's or the site lies
    in it. Other cables, built to somewhere else, leave no trace in a project, nor does a project without the
    folder get one. Where nothing can be written into the folder, the site is made all the same.
    """
    root, docs = configured.project.root, configured.project.docs
    if root != Path.cwd().resolve() or not docs.is_dir() or not os.access(docs, os.W_OK):
        return False
    return configured.sources.own_corpus or root in site.resolve().parents


def _run(  # noqa: PLR0913 - one parameter for each option, and one for what is to be said
    work: Build,
    *,
    corpus: tuple[Path, ...],
    config: Path | None,
    workers: int | None,
    notes: Path,
    expose: bool,
    as_of: date | None,
    store: bool,
    done: str,
    audience: Audience,
    profile: Profile | None = None,
) -> Report:
    refuse_foreign(notes)
    with _truthful(done) as placed, open_project(config) as project, audience.watched() as watch:
        configured = read_configuration(
            project,
            corpus=corpus,
            workers=workers,
            expose_unclear=expose,
            notes=notes,
            as_of=as_of,
            store=store,
        )
        try:
            with profile.measured() if profile else nullcontext():
                report = work(configured, profile.watching(watch) if profile else watch, placed)
        except StoppedError as error:
            show_stop(error)
            raise
        before = made_before(notes)
        write_report(report, notes)
        audience.hears_of((*report.lost, *report.published))
        for line in (*_summary(report, notes), *upgrade_lines(before, configured)):
            audience.hears(line)
        if configured.site.site_url is None:
            audience.hears(f"Citations, link previews and the sitemap lack the site's address: {ADDRESS}.")
        for line in profile.lines() if profile else ():
            say(line)  # it was asked for
    return report


@contextmanager
def _truthful(done: str) -> Iterator[Callable[[], None]]:
    """Yields what is to be called once the work is in place; Ctrl-C after that is told what has been done."""
    placed: list[str] = []
    try:
        yield lambda: placed.append(done)
    except KeyboardInterrupt as interrupt:
        raise KeyboardInterrupt(*placed[:1]) from interrupt


def _from_store(report: Report) -> str:
    """``cables read 1,668 of 1,669``, for each kind of work of which the store knew some."""
    known = ((kind, tally) for kind, tally in report.remembered.items() if tally.found)
    return ", ".join(f"{kind} {tally.found:,} of {tally.found + tally.made:,}" for kind, tally in known)


def _summary(report: Report, notes: Path) -> Iterator[str]:
    """What was found and what needs attention."""
    counts = report.counts
    totals = (counted(counts.cables, "cable"), counted(counts.people, "person"), counted(counts.tags, "tag"))
    yield f"{', '.join(totals)}."
    if known := _from_store(report):
        yield f"Taken from the store: {known}."
    if report.repaired:
        yield f"Repaired or missing in cables: {by_code(report.repaired)}. `cablepress check` shows where."
    if report.together:
        yield f"Rendered by MkDocs page by page, in one process, which takes longer: {report.together}."
    protected = report.protected.persons
    if protected or report.suspects:
        yield f"{counted(len(protected), 'person')} protected; {notes.name} names them: do not publish it."
    if report.released and report.since:
        said = ", ".join(f"{number:,} {what}" for what, number in sorted(report.since.items()))
        yield (
            f"Since the release of {report.released.isoformat()}: {said}. `cablepress release` records it."
        )
    if report.doubts:
        yield f"{counted(report.doubts, 'case')} of people undecided; `cablepress people` lists them."
