"""All records of a build on a shelf, each key once; in memory only what is compact."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model import CableContext, Problem
from generator.pipeline.guard import Place
from generator.pipeline.printings import with_printing
from generator.pipeline.records import Record
from generator.pipeline.shelf import SqueezedShelf
from generator.pipeline.withholding import Gone
from generator.store import Key, digest_of


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
    cut: bool = False
    """Whether parts of it are withheld."""

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

    gone: tuple[Gone, ...] = ()
    """What is withheld, by key of its cable."""

    @property
    def repaired(self) -> tuple[Problem, ...]:
        """Warnings of the cables that are published."""
        return tuple(problem for cable in self.cables for problem in cable.problems)


def spool(outcomes: Iterable[Record | Problem | Gone], shelf: SqueezedShelf) -> Spool:
    """Put the records on the shelf and settle which of two with one id is published.

    The fuller wins: the whole telegram before an extract, then the one with more words, then the first. Where
    the two are one telegram, the other printing is kept beside it.
    """
    kept: dict[str, Spooled] = {}
    lost: list[Problem] = []
    gone: list[Gone] = []
    for outcome in outcomes:
        if isinstance(outcome, Problem):
            lost.append(outcome)
            continue
        if isinstance(outcome, Gone):
            gone.append(outcome)
            continue
        new = _spooled(outcome)
        key = new.context.key
        old = kept.get(key)
        if old is None:
            kept[key] = new
            shelf.put_squeezed(key, outcome.squeezed)
            continue
        winner, loser = (new, old) if new.rank > old.rank else (old, new)
        here, there = outcome.line, shelf.get(key)
        whole = not (new.cut or old.cut)
        both = (
            (with_printing(here, there) if winner is new else with_printing(there, here)) if whole else None
        )
        if both is not None:
            winner = replace(winner, digest=digest_of(both))
            shelf.put(key, both)
        elif winner is new:
            shelf.put_squeezed(key, outcome.squeezed)
        kept[key] = winner
        lost.append(_printed_twice(loser, winner) if both else _duplicate(loser, winner))
    return Spool(
        cables=tuple(kept[key] for key in sorted(kept)),
        lost=tuple(lost),
        gone=tuple(sorted(gone, key=lambda each: each.key)),
    )


def _spooled(record: Record) -> Spooled:
    return Spooled(
        context=record.context,
        path=record.path,
        row=record.row,
        rank=(not record.partial, record.words),
        problems=record.problems,
        digest=record.digest,
        cut=record.cut,
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
