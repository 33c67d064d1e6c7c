"""Why a corpus as it is cannot be published, with what to do about it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.edition.withhold import ENTRY, IDLE
from generator.model import Problem
from generator.people.decisions import HIDING
from generator.people.rulings import MISREAD, entries_for
from generator.pipeline.collect import UnclearMark
from generator.publish import SiteError

DOUBTFUL = frozenset({HIDING, MISREAD, ENTRY, IDLE})
"""Problems that leave it in doubt whom to protect, or what to withhold."""


class StoppedError(SiteError):
    """The corpus as it is cannot be published."""

    def __init__(self, message: str, problems: tuple[Problem, ...], advice: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message}; nothing was changed")
        self.problems = problems
        """What stands against it."""
        self.advice = advice
        """Lines to show beside them: what can be pasted into a file."""


def stop_in_doubt(problems: Iterable[Problem]) -> None:
    """Go on only where it is certain whom to protect: that fails closed.

    Raises:
        StoppedError: There is a problem in people.yml, protect.yml or withhold.yml that leaves it in doubt.
    """
    doubts = tuple(problem for problem in problems if problem.code in DOUBTFUL)
    if doubts:
        message = "nothing is built while it is in doubt whom to protect, or what to withhold"
        raise StoppedError(message, doubts)


def nothing_to_publish(corpus: tuple[Path, ...], problems: tuple[Problem, ...]) -> StoppedError:
    """No file of the corpus is a cable."""
    return StoppedError(f"{', '.join(map(str, corpus))}: no cable could be read", problems)


def unclear_marks(marks: Sequence[UnclearMark], file: Path) -> StoppedError:
    """Cables ask to protect people, and nobody has said whom they mean."""
    count = f"{len(marks)} requests" if len(marks) > 1 else "a request"
    return StoppedError(
        f"{count} to protect somebody cannot be read: say who is meant, or nobody, in {file}; "
        "the entries to fill in stand above",
        tuple(mark.problem for mark in marks),
        tuple(entries_for([(mark.cable, mark.sentence) for mark in marks])),
    )
