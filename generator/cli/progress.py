"""How far long work is: bars for people, lines of JSON for machines, or nothing."""

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from generator.pipeline import Watch

Item = TypeVar("Item")
EVERY = 1.0
"""Seconds between two lines of JSON on one stage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progressed:
    """How far a stage is."""

    stage: str
    done: int
    total: int | None
    """None: not known."""
    seconds: float
    """Since the stage began."""

    @property
    def rate(self) -> float | None:
        """Items a second; None as long as nothing can be said."""
        return self.done / self.seconds if self.done and self.seconds else None

    @property
    def left(self) -> float | None:
        """Seconds, where the rest takes as long as what was done; None: not known."""
        return None if self.total is None or not self.rate else max(self.total - self.done, 0) / self.rate

    def line(self) -> str:
        """As one line of JSON."""
        return json.dumps(
            {
                "event": "progress",
                "stage": self.stage,
                "done": self.done,
                "total": self.total,
                "seconds": round(self.seconds, 1),
                "rate": None if self.rate is None else round(self.rate, 1),
                "left": None if self.left is None else round(self.left, 1),
            }
        )


def in_lines(emit: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> Watch:
    """A watch that tells machines: a line where a stage begins, one a second meanwhile, one at its end.

    Args:
        emit: Writes a line.
        clock: Seconds.
    """

    def watch(what: str, items: Iterable[Item], total: int | None = None) -> Iterable[Item]:
        began = told = clock()
        done = 0

        def tell() -> None:
            emit(Progressed(stage=what, done=done, total=total, seconds=clock() - began).line())

        tell()
        for item in items:
            yield item
            done += 1
            if clock() - told >= EVERY:
                told = clock()
                tell()
        tell()

    return watch


@contextmanager
def watched(*, beside_data: bool = False) -> Iterator[Watch]:
    """Bars on the terminal; nothing where standard error is no terminal (CI, a pipe).

    Args:
        beside_data: The command prints while it works; no bars where that goes to the terminal, too.
    """
    shown = sys.stderr.isatty() and not (beside_data and sys.stdout.isatty())
    bars = Progress(
        SpinnerColumn(),
        TextColumn("{task.description:<20}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not shown,
        redirect_stdout=False,  # else rich prints data among the bars, on standard error
        transient=True,
    )

    def watch(what: str, items: Iterable[Item], total: int | None = None) -> Iterable[Item]:
        return bars.track(items, total=total, description=what)

    with bars:
        yield watch


class _Rate(ProgressColumn):
    """``123/s``; nothing for work in one step."""

    def render(self, task: Task) -> Text:
        """One bar's."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.0f}/s" if speed and task.total != 1 else "")
