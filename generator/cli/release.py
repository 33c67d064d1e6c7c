"""``cablepress release``: what changed since the last release, recorded."""

from collections import Counter
from datetime import date
from pathlib import Path

import click

from generator.cli.options import CONFIG, CORPUS, DAY, EXPOSE, WORKERS, show_stop
from generator.cli.output import emit, say
from generator.cli.progress import watched
from generator.model import counted
from generator.pipeline import StoppedError, record_release
from generator.publish import open_project
from generator.settings import read_configuration

SHOWN = 20
"""Changes printed one by one; all of them stand in the history."""


@click.command()
@CORPUS
@CONFIG
@WORKERS
@EXPOSE
@click.option("--date", "day", help="Day of the release [default: today].", **DAY)
@click.option("--note", default="", help="What to say of it: a sentence, shown with its changes.")
def release(  # noqa: PLR0913 - one for each option
    *,
    corpus: tuple[Path, ...],
    config: Path | None,
    workers: int | None,
    expose_unclear_sources: bool,
    day: date | None,
    note: str,
) -> int:
    """Record what changed since the last release.

    The cables are held against the folder history of the project, and a file of this day is added to it:
    what was added, changed and withdrawn. Nothing is built. The next build shows the changes on a page, in a
    feed and on each cable's page, and what was published under an address that is no more leads on or says
    why. Keep the folder with the project.

    \b
    Examples:
      cablepress release
      cablepress release --note "Box 7 added."
    """
    with open_project(config) as project, watched() as watch:
        configured = read_configuration(
            project, corpus=corpus, workers=workers, expose_unclear=expose_unclear_sources, as_of=day
        )
        when = configured.publishing.as_of or date.max
        try:
            recorded = record_release(configured, when, note=" ".join(note.split()), watch=watch)
        except StoppedError as error:
            show_stop(error)
            raise
    if recorded is None:
        say("Nothing has changed since the last release, so that none was recorded.")
        return 0
    for change in recorded.changes[:SHOWN]:
        emit(f"{change.what}\t{change.key}" + (f"\t{change.to}" if change.to else ""))
    if len(recorded.changes) > SHOWN:
        emit(f"... and {len(recorded.changes) - SHOWN:,} more")
    counts = Counter(change.what for change in recorded.changes)
    said = ", ".join(f"{number:,} {what}" for what, number in sorted(counts.items()))
    say(f"{counted(len(recorded.changes), 'change')} recorded for {when.isoformat()}: {said}.")
    return 0
