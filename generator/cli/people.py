"""``cablepress people``: the doubtful cases most worth a publisher's decision."""

from pathlib import Path

import click

from generator.cli.options import CONFIG, CORPUS, WORKERS, counted, show_problems, watched
from generator.cli.output import emit, say
from generator.people.resolve import render_doubts
from generator.pipeline import StoppedError, look_through
from generator.publish import open_project, scratch_folder
from generator.settings import read_configuration


@click.command()
@CORPUS
@CONFIG
@WORKERS
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Cases to list.")
def people(*, corpus: tuple[Path, ...], config: Path | None, workers: int | None, limit: int) -> int:
    """List the doubtful cases of people most worth settling.

    Each comes with what speaks for one person and what against, and with lines ready to paste into
    people.yml: same, different, rename or hide.

    \b
    Example:
      cablepress people --limit 5
    """
    with open_project(config) as project, watched() as watch, scratch_folder() as scratch:
        configured = read_configuration(project, corpus=corpus, workers=workers)
        try:
            collected = look_through(configured, scratch, watch=watch)
        except StoppedError as error:
            show_problems(error.problems)
            raise
        collected.close()
    for line in render_doubts(collected.people.doubts, limit=limit):
        emit(line)
    show_problems(collected.lost)
    resolved = collected.people
    say(f"{counted(len(resolved.persons), 'person')}; {counted(len(resolved.doubts), 'case')} left undecided")
    return 0
