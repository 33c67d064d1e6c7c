"""Work that can be spread over processes, as stages ask for it; how it is spread is the pipeline's affair."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class InOrder(Protocol):
    """``map``, or its like in several processes."""

    def __call__(self, work: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Results in the order of the items."""
        ...
