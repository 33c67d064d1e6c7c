"""How long work tells whoever waits where it is."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Watch(Protocol):
    """Called with every long stretch of work; the command line draws a bar with it."""

    def __call__(self, what: str, items: Iterable[Item], total: int | None = None) -> Iterable[Item]:
        """``items`` again, counted while they pass. ``total`` is None where it is not known."""


def unwatched(what: str, items: Iterable[Item], total: int | None = None) -> Iterable[Item]:  # noqa: ARG001
    """Nobody looks; the parameters are those of :class:`Watch`."""
    return items


def step(watch: Watch, what: str, work: Callable[[], Result]) -> Result:
    """One stretch of work that cannot be counted."""
    (result,) = [work() for work in watch(what, (work,), 1)]
    return result
