"""All records of a build on a shelf, each key once; in memory only what is compact."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import CableContext, Problem
from generator.pipeline.guard import Place
from generator.pipeline.printings import with_printing
from generator.pipeline.records import Record
from generator.pipeline.shelf import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Spooled:
    """One cable that is published."""

    context: CableContext
    path: str
    row: int | None
    rank: tuple[bool, int]
    """Greater is fuller: whole before extract, then by words."""
    problems: tuple[Problem, ...]

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


def spool(outcomes: Iterable[Record | Problem], shelf: Shelf) -> Spool:
    """Put the records on the shelf and settle which of two with one id is published.

    The fuller wins: the whole telegram before an extract, then the one with more words, then the first. Where
    the two are one telegram, the other printing is kept beside it.
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
        if old is None:
            kept[key] = new
            shelf.put(key, outcome.line)
            continue
        winner, loser = (new, old) if new.rank > old.rank else (old, new)
        lines = {id(new): outcome.line, id(old): shelf.get(key)}
        both = with_printing(lines[id(winner)], lines[id(loser)])
        kept[key] = winner
        if both is not None or winner is new:
            shelf.put(key, both or outcome.line)
        lost.append(_printed_twice(loser, winner) if both else _duplicate(loser, winner))
    return Spool(cables=tuple(kept[key] for key in sorted(kept)), lost=tuple(lost))


def _spooled(record: Record) -> Spooled:
    return Spooled(
        context=record.context,
        path=record.path,
        row=record.row,
        rank=(not record.partial, record.words),
        problems=record.problems,
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


def _printed_twice(loser: Spooled, winner: Spooled) -> Problem:
    return Problem.of(
        "printed-twice",
        f"{loser.context.key} is printed in {_place(winner)} as well; its page has both",
        path=loser.path,
        line=loser.row,
    )


def _place(cable: Spooled) -> str:
    return cable.path if cable.row is None else f"{cable.path} (row {cable.row})"
