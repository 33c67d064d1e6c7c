"""``cablepress parse``: the record of every cable, as JSON Lines."""

from pathlib import Path

import click

from generator.cli.options import (
    CONFIG,
    PATHS,
    STRICT,
    WORKERS,
    by_code,
    show_problems,
    to_read,
    verdict,
)
from generator.cli.output import emit, say
from generator.cli.progress import watched
from generator.model import Problem, counted
from generator.pipeline import Record, records


@click.command()
@PATHS
@CONFIG
@STRICT
@WORKERS
def parse(paths: tuple[Path, ...], *, config: Path | None, strict: bool, workers: int | None) -> int:
    """Print one JSON object per cable, a line each.

    Reads files and folders in any layout, without PATHS the cables of the project; problems go to standard
    error. What is printed can be read back
    as a corpus, without loss.

    \b
    Example:
      cablepress parse corpus > cables.jsonl
    """
    cables = 0
    lost: list[Problem] = []
    repaired: list[Problem] = []
    reading = to_read(paths, config)
    with watched(beside_data=True) as watch:
        for outcome in watch("Reading", records(reading.corpus, reading.finding, workers=workers)):
            if isinstance(outcome, Record):
                cables += 1
                emit(outcome.line)
                repaired.extend(outcome.problems)
            else:
                lost.append(outcome)
    show_problems(lost)
    say(summary(cables, lost, repaired))
    return verdict(strict=strict, warnings=len(lost) + len(repaired)) if cables else 1


def summary(cables: int, lost: list[Problem], repaired: list[Problem]) -> str:
    """``412 cables read; 3 warnings (2 pilcrow-misread, 1 date-missing)``."""
    read = f"{counted(cables, 'cable')} read"
    warnings = [*lost, *repaired]
    if not warnings:
        return f"{read}, no warnings"
    return f"{read}; {counted(len(warnings), 'warning')} ({by_code(warnings)})"
