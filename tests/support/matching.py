"""A matcher of names that is right at a glance: its letters in order, anything between its words."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Names:
    """Finds each of some names as whole words; letters count without case and accents."""

    names: tuple[str, ...]

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches of a text that are one of the names."""
        letters = [*map(_letter, text)]
        folded = "".join(letters)
        for name in self.names:
            for found in re.finditer(rf"\b{name.lower().replace(' ', ' +')}\b", folded):
                kept = [offset for offset, letter in enumerate(letters) if letter]
                yield kept[found.start()], kept[found.end() - 1] + 1


@cache
def _letter(character: str) -> str:
    """Without accent and case; a blank for what is no letter; nothing for what has no width of its own."""
    if unicodedata.category(character) in {"Cf", "Mn"}:
        return ""
    base = unicodedata.normalize("NFKD", character)[0].lower()[0]
    return base if base.isalpha() else " "


@dataclass(frozen=True, slots=True)
class Everywhere:
    """The same names in every file, less those that a page allows."""

    names: tuple[str, ...]
    allowed: tuple[tuple[str, str], ...] = ()
    """Part of a path and a name that is somebody else's there."""

    def __call__(self, path: str) -> Names:
        """The names that count in a file."""
        free = {name for part, name in self.allowed if part in path}
        return Names(tuple(name for name in self.names if name not in free))
