"""``cablepress people``: the doubtful cases most worth a publisher's decision."""

from collections.abc import Iterable
from pathlib import Path

import click

from generator.cli.asking import Desk, ask
from generator.cli.options import CONFIG, CORPUS, WORKERS, show_problems
from generator.cli.output import emit, say
from generator.cli.progress import watched
from generator.model import counted
from generator.names.folding import plain
from generator.people.resolve import Doubt, Join, render_doubts, render_joins
from generator.pipeline import StoppedError, look_through
from generator.publish import open_project, scratch_folder
from generator.settings import read_configuration


@click.command()
@CORPUS
@CONFIG
@WORKERS
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Cases to list.")
@click.option(
    "--joined", is_flag=True, help="List what was brought together instead, the least certain first."
)
@click.option(
    "--ask", "ask_each", is_flag=True, help="Ask about each case, and write the answers to people.yml."
)
@click.option("--name", metavar="WORD", help="Only cases of people with this in their name.")
def people(  # noqa: PLR0913 - one for each option
    *,
    corpus: tuple[Path, ...],
    config: Path | None,
    workers: int | None,
    limit: int,
    joined: bool,
    ask_each: bool,
    name: str | None,
) -> int:
    """List the doubtful cases of people most worth settling.

    Each comes with what speaks for one person and what against, and with lines ready to paste into
    people.yml: same, different, rename or hide. With --joined, what was taken for one person comes with the
    evidence and the line that undoes it. With --ask one key answers each case; the answer is written to
    people.yml at once, below what stands there.

    \b
    Examples:
      cablepress people --limit 5
      cablepress people --ask
      cablepress people --joined --name Burns
    """
    with open_project(config) as project, watched() as watch, scratch_folder() as scratch:
        configured = read_configuration(project, corpus=corpus, workers=workers)
        try:
            collected = look_through(configured, scratch, watch=watch)
        except StoppedError as error:
            show_problems(error.problems)
            raise
        collected.close()
    resolved = collected.people
    doubts = [doubt for doubt in resolved.doubts if _about(name, doubt.names)]
    joins = (join for join in resolved.joins if _about(name, join.names))
    show_problems(collected.lost)
    if ask_each:
        _ask(Desk(configured.sources.people_file), joins if joined else doubts)
        return 0
    for line in render_joins(joins, limit=limit) if joined else render_doubts(doubts, limit=limit):
        emit(line)
    say(f"{counted(len(resolved.persons), 'person')}; {counted(len(resolved.doubts), 'case')} left undecided")
    return 0


def _ask(desk: Desk, cases: Iterable[Doubt | Join]) -> None:
    """The dialogue, and what came of it.

    Raises:
        KeyboardInterrupt: It was ended by Ctrl-C; the argument says how things stand.
    """
    try:
        ask(cases, desk)
    except KeyboardInterrupt as interrupt:
        raise KeyboardInterrupt(_decided(desk)) from interrupt
    say(f"{_decided(desk)}.")


def _decided(desk: Desk) -> str:
    if not desk.decided:
        return f"nothing was decided; {desk.path.name} is as it was"
    return f"{counted(desk.decided, 'decision')} written to {desk.path.name}; the next build heeds them"


def _about(word: str | None, names: tuple[str, ...]) -> bool:
    """Whether a case is about somebody whose name holds the word, however it is spelled; all where None."""
    return word is None or any(plain(word) in plain(printed) for printed in names)
