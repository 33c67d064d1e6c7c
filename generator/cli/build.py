"""``cablepress build`` and ``cablepress bundle``."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from generator.cli.options import (
    CONFIG,
    CORPUS,
    REPORT,
    STRICT,
    WORKERS,
    by_code,
    counted,
    say,
    show_problems,
    verdict,
    watched,
)
from generator.cli.report import write_report
from generator.pipeline import NothingToPublishError, Report, Request, Watch, build_bundle, build_site
from generator.publish import open_project


@click.command()
@CORPUS
@click.option(
    "--site", type=click.Path(path_type=Path), default=Path("site"), help="Folder to write [default: site]."
)
@CONFIG
@WORKERS
@REPORT
@STRICT
def build(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    corpus: Path | None,
    site: Path,
    config: Path | None,
    workers: int | None,
    report: Path,
    strict: bool,
) -> int:
    """Build the site.

    The previous site stays in place until the new one is whole. The report says what needs attention; it
    names protected people: keep it out of what you publish.

    \b
    Example:
      cablepress build --corpus ~/cables --site ~/public/cables
    """
    built = _run(
        lambda request, watch: build_site(replace(request, keep_docs=True), site.absolute(), watch=watch),
        corpus=corpus,
        config=config,
        workers=workers,
        notes=report,
    )
    say(f"The site is in {site}. Look at it: cablepress serve, or copy it to any web server.")
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
def bundle(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    corpus: Path | None,
    output: Path,
    config: Path | None,
    workers: int | None,
    report: Path,
    strict: bool,
) -> int:
    """Write the site as a zip to open from disk.

    Unpacked, its index.html opens by double-click, links and search included, with no network.

    \b
    Example:
      cablepress bundle --corpus ~/cables --output cables.zip
    """
    built = _run(
        lambda request, watch: build_bundle(request, output.absolute(), watch=watch),
        corpus=corpus,
        config=config,
        workers=workers,
        notes=report,
    )
    say(f"The bundle is {output}. Unpack it and open index.html.")
    return verdict(strict=strict, warnings=len(built.warnings))


def _run(
    work: Callable[[Request, Watch], Report],
    *,
    corpus: Path | None,
    config: Path | None,
    workers: int | None,
    notes: Path,
) -> Report:
    with open_project(config) as project, watched() as watch:
        request = Request(project=project, corpus=corpus, workers=workers)
        try:
            report = work(request, watch)
        except NothingToPublishError as error:
            show_problems(error.problems)
            raise
    write_report(report, notes)
    _summarise(report, notes)
    return report


def _summarise(report: Report, notes: Path) -> None:
    """What was found and what needs attention."""
    show_problems((*report.lost, *report.published))
    counts, people = report.counts, report.collected.people
    found = (counted(counts.cables, "cable"), counted(counts.people, "person"), counted(counts.tags, "tag"))
    say(f"{', '.join(found)}.")
    if report.repaired:
        say(f"Repaired or missing in cables: {by_code(report.repaired)}. `cablepress check` shows where.")
    protected = report.collected.protected.persons
    if protected or report.collected.suspects:
        say(f"{counted(len(protected), 'person')} protected; {notes.name} names them: do not publish it.")
    if people.doubts:
        say(f"{counted(len(people.doubts), 'case')} of people undecided; `cablepress people` lists them.")
