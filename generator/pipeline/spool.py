"""All records of a build on disk, in the order in which they came; in memory only what is compact."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from generator.model import CableContext, Problem
from generator.pipeline.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Spooled:
    """One cable of the build."""

    context: CableContext
    path: str
    row: int | None
    offset: int
    """Where its record begins in the spool's file."""
    length: int
    rank: tuple[bool, int]
    """Greater is fuller: whole before extract, then by words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spool:
    """What was read, each key once."""

    file: Path
    cables: tuple[Spooled, ...]
    """Sorted by key."""
    lost: tuple[Problem, ...]
    """What could not be read, or was left out because another file holds the same id."""
    repaired: tuple[Problem, ...]
    """Warnings of the cables that are published."""

    def lines(self) -> Iterator[bytes]:
        """The records, sorted by key."""
        with self.file.open("rb") as stream:
            for cable in self.cables:
                stream.seek(cable.offset)
                yield stream.read(cable.length)


def spool(outcomes: Iterable[Record | Problem], file: Path) -> Spool:
    """Write the records to ``file`` and settle which of two with one id is published.

    The fuller wins: the whole telegram before an extract, then the one with more words, then the first.
    """
    kept: dict[str, Spooled] = {}
    warnings: dict[str, tuple[Problem, ...]] = {}
    lost: list[Problem] = []
    with file.open("wb") as stream:
        for outcome in outcomes:
            if isinstance(outcome, Problem):
                lost.append(outcome)
                continue
            new = _write(outcome, stream)
            key = new.context.key
            old = kept.get(key)
            if old is not None:
                loser, winner = (old, new) if new.rank > old.rank else (new, old)
                lost.append(_duplicate(loser, winner))
            if old is None or new.rank > old.rank:
                kept[key] = new
                warnings[key] = outcome.problems
    return Spool(
        file=file,
        cables=tuple(kept[key] for key in sorted(kept)),
        lost=tuple(lost),
        repaired=tuple(problem for key in sorted(warnings) for problem in warnings[key]),
    )


def _write(record: Record, stream: BinaryIO) -> Spooled:
    offset = stream.tell()
    stream.write(record.line)
    return Spooled(
        context=record.context,
        path=record.path,
        row=record.row,
        offset=offset,
        length=len(record.line),
        rank=(not record.partial, record.words),
    )


def _duplicate(loser: Spooled, winner: Spooled) -> Problem:
    fuller = "is fuller" if winner.rank > loser.rank else "came first"
    return Problem(
        path=loser.path,
        line=None if loser.row is None else loser.row,
        code="duplicate-id",
        message=f"{loser.context.key} stands in {_place(winner)} as well, which {fuller} and is published",
        hint="remove one of the two, or correct the number of the one that is another cable",
    )


def _place(cable: Spooled) -> str:
    return cable.path if cable.row is None else f"{cable.path} (row {cable.row})"
