"""What was worked out once for a word or a stretch of text, remembered while there is room."""

from collections.abc import Callable, Sized
from typing import TypeVar

K = TypeVar("K", bound=Sized)
V = TypeVar("V")


class Memo(dict[K, V]):
    """A function's values by key; ``map(memo.__getitem__, keys)`` asks for many at the speed of a dict.

    A full one is emptied first, so that memory does not grow with the corpus; a key longer than any word is
    never kept.
    """

    __slots__ = ("_most", "_work_out")

    def __init__(self, work_out: Callable[[K], V], most: int) -> None:
        super().__init__()
        self._work_out = work_out
        self._most = most

    def __missing__(self, key: K) -> V:
        """Work the value out, and keep it."""
        value = self._work_out(key)
        if len(key) <= _LONGEST_KEY:
            if len(self) >= self._most:
                self.clear()
            self[key] = value
        return value


_LONGEST_KEY = 200
"""Characters, or parts, of a key that is kept."""
