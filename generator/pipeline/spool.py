"""All records of a build on a shelf, each key once; in memory only what is compact."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import CableContext, Problem
from generator.pipeline.guard import Place
from generator.pipeline.records import Record
from generator.pipeline.shelf import SqueezedShelf
from generator.store import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Spooled:
    """One cable that is published."""

    context: CableContext
    path: str
    row: int | None
    rank: tuple[bool, int]
    """Greater is fuller: whole before extract, then by words."""
    problems: tuple[Problem, ...]
    digest: Key
    """Of its record."""

    @property
    def place(self) -> Place:
        """Where it came from."""
        return Place(self.path, self.row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spool:
    """What was read."""

    cables: tuple[Spooled, ...]
    """Sorted by key, each key once; their records are on the shelf."""
    lost: tuple[Problem, ...]
    """What could not be read, or was left out because another file holds the same id."""

    @property
    def repaired(self) -> tuple[Problem, ...]:
        """Warnings of the cables that are published."""
        return tuple(problem for cable in self.cables for problem in cable.problems)


def spool(outcomes: Iterable[Record | Problem], shelf: SqueezedShelf) -> Spool:
    """Put the records on the shelf and settle which of two with one id is published.

    The fuller wins: the whole telegram before an extract, then the one with more words, then the first.
    """
    kept: dict[str, Spooled] = {}
    lost: list[Problem] = []
    for outcome in outcomes:
        if isinstance(outcome, Problem):
            lost.append(outcome)
            continue
        new = _spooled(outcome)
        key = new.context.key
        old = kept.get(key)
        if old is None or new.rank > old.rank:
            kept[key] = new
            shelf.put_squeezed(key, outcome.squeezed)
        if old is not None:
            lost.append(_duplicate(old, new) if new.rank > old.rank else _duplicate(new, old))
    return Spool(cables=tuple(kept[key] for key in sorted(kept)), lost=tuple(lost))


def _spooled(record: Record) -> Spooled:
    return Spooled(
        context=record.context,
        path=record.path,
        row=record.row,
        rank=(not record.partial, record.words),
        problems=record.problems,
        digest=record.digest,
    )


def _duplicate(loser: Spooled, winner: Spooled) -> Problem:
    why = "is fuller" if winner.rank > loser.rank else "came first"
    return Problem(
        path=loser.path,
        line=loser.row,
        code="duplicate-id",
        message=f"{loser.context.key} stands in {_place(winner)} as well, which {why} and is published",
        hint="remove one of the two, or correct the number of the one that is another cable",
    )


def _place(cable: Spooled) -> str:
    return cable.path if cable.row is None else f"{cable.path} (row {cable.row})"
