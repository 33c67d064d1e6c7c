"""Options that several commands share, and what people read on the terminal."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.cli.output import say
from generator.model import Problem, counted
from generator.people import load_tagger
from generator.pipeline import StoppedError
from generator.read import own_layouts
from generator.settings import Finding, ToRead, at_home, read_to_read


def _at_home(_: click.Context, __: click.Parameter, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """``~`` as the home folder, which a shell leaves as it is in ``--corpus=~/cables``."""
    return tuple(map(at_home, paths))


def _day(_: click.Context, __: click.Parameter, written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        message = f"{written!r} is no day like 2026-05-03"
        raise click.BadParameter(message) from error


CORPUS = click.option(
    "--corpus",
    type=click.Path(path_type=Path),
    multiple=True,
    callback=_at_home,
    help="Folder, file, CSV or archive of the cables; may be given several times"
    " [default: `corpus` of mkdocs.yml].",
)
CONFIG = click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The site's mkdocs.yml [default: the current folder's, else Cablepress' own].",
)
STRICT = click.option("--strict", is_flag=True, help="Exit with status 1 on any warning.")
WORKERS = click.option("--workers", type=click.IntRange(1, 64), help="Processes [default: one per core].")
STORE = click.option(
    "--no-store",
    is_flag=True,
    help="Make everything anew, and keep nothing in .cablepress, where builds keep what they made.",
)
REPORT = click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("build-report.json"),
    help="File for counts, every warning and the names of protected people [default: build-report.json].",
)
EXPOSE = click.option(
    "--expose-unclear-sources",
    is_flag=True,
    help="Publish although the text asks to protect people and nobody has said whom: may name a source.",
)
PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), callback=_at_home)
"""Files and folders; none: those of the project."""


def to_read(paths: tuple[Path, ...], config: Path | None) -> ToRead:
    """What a command that builds nothing reads, and how.

    Args:
        paths: Files and folders; none: the cables of the project.
        config: Its mkdocs.yml; None: the current folder's, where there is one.

    Raises:
        UsageError: Nothing says where cables are.
        ConfigurationError: mkdocs.yml is missing or wrong.
        ClickException: What it plugs in cannot be loaded.
    """
    if config is None and Path("mkdocs.yml").is_file():
        config = Path("mkdocs.yml")
    if config is None:
        if not paths:
            message = "Name files or folders of cables: there is no mkdocs.yml here that does."
            raise click.UsageError(message)
        return ToRead(corpus=paths, finding=Finding())
    project = read_to_read(config)
    show_problems(project.problems)
    try:
        load_tagger(project.finding.tagger)
        own_layouts(project.finding.readers)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    return replace(project, corpus=paths or project.corpus)


DAY: dict[str, Any] = {"metavar": "DAY", "callback": _day}
"""What an option that takes a day has."""
AS_OF = click.option(
    "--as-of",
    **DAY,
    help="Day for which the site is made: what is withheld until then is published [default: today].",
)

SHOWN = 50
"""Problems printed one by one; more are counted, and all stand in the report."""


def show_problems(problems: Iterable[Problem]) -> None:
    """A line each, up to a screenful or two; the rest as a number."""
    listed = list(problems)
    for problem in listed[:SHOWN]:
        say(str(problem))
    if len(listed) > SHOWN:
        say(f"... and {len(listed) - SHOWN} more")


def show_stop(stopped: StoppedError) -> None:
    """What stands against publishing a corpus, and what can be pasted into a file."""
    show_problems(stopped.problems)
    for line in stopped.advice:
        say(line)


def by_code(problems: Iterable[Problem]) -> str:
    """``2 date-missing, 1 pilcrow-misread``, most frequent first."""
    counts = Counter(problem.code for problem in problems)
    return ", ".join(
        f"{n} {code}" for code, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


PROFILE = click.option(
    "--profile", is_flag=True, help="Print what each stage took, and the most memory that all processes held."
)


QUIET = click.option("-q", "--quiet", is_flag=True, help="Print errors alone; the report has the rest.")
JSON = click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="For machines: a JSON object a line on standard output, how far each stage is and what came of it.",
)


def verdict(*, strict: bool, warnings: int) -> int:
    """The exit status of work that was done; with --strict it says why it is not 0."""
    if not (strict and warnings):
        return 0
    say(f"--strict: {counted(warnings, 'warning')}, so the exit status is 1.")
    return 1
