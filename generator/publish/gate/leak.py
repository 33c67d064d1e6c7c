"""What the gate is given, and what it says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from generator.model import CablepressError


class Matcher(Protocol):
    """Knows how names may be written; the gate knows where text may hide."""

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Stretches of ``text`` that name somebody to be protected, in order.

        Case, accents, look-alike and invisible characters, line ends and punctuation are the matcher's to
        fold; hyphens separate words, so that ``ivan-petrenko`` in an address is found.
        """
        ...


MatcherFor = Callable[[str], Matcher]
"""The matcher of a published path (POSIX, below the site).

For the page of a cable (``cables/2009/02/09ASTANA308/index.html``, in a bundle ``09ASTANA308.html``) it may
leave out a surname that is a namesake's there. For a file that holds many cables (``data/``,
``search-data/``) it has to find all that the matcher of any page finds: what it finds is then judged by the
matcher of the page concerned. It is called in other processes and so must be picklable, and cheap for a path
asked before.
"""


class Kind(StrEnum):
    """Where a name stands."""

    TEXT = "text"
    ATTRIBUTE = "attribute"
    TABLE = "table"
    DATA = "data"
    SEARCH = "search index"
    DATABASE = "database"
    FILE_NAME = "file name"
    UNREADABLE = "unreadable"
    """Nothing was found because the file could not be looked into, which counts as if it had been."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """A protected name in a file to be published, or a file that can't be looked into."""

    path: str
    """Published path; that of the folder where its name is meant."""
    kind: Kind
    line: int | None = None
    """Line in the file once unpacked; None where lines say nothing."""
    where: str = ""
    """What within the file: a member of an archive, a cell, the page that an entry of the search is about."""
    before: str = ""
    """Words before the name; for an unreadable file the reason. In one line."""
    name: str = ""
    """The name as it stands there. **Printed on a terminal it may end in a public log**: a publisher who
    builds on a public runner gives it away by that. A report that only the publisher reads may carry it."""
    after: str = ""
    """Words after it."""

    @property
    def place(self) -> str:
        """``cables/2009/02/09ASTANA308.txt:12: text``."""
        line = "" if self.line is None else f":{self.line}"
        where = f" ({self.where})" if self.where else ""
        return f"{self.path}{line}: {self.kind}{where}"

    @property
    def excerpt(self) -> str:
        """The name among its words: what a publisher needs to find it."""
        return f"{self.before}{self.name}{self.after}"

    @property
    def masked_excerpt(self) -> str:
        """The same for a log that others may read. Words around a name can still tell who it is."""
        return f"{self.before}{'[...]' if self.name else ''}{self.after}"


class UnreadableError(CablepressError, ValueError):
    """A file or a part of it cannot be looked into; the message is the reason, a clause for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """Files that were there before any cable was read, each in one of these folders at its published path."""

    theme: tuple[Path, ...] = ()
    """Folders of the theme. What is identical there is not looked into: its scripts and lists of words are
    no news, and may hold any common name."""
    written: tuple[Path, ...] = ()
    """Folders of the publisher (docs, overrides). Images and the like that are identical there are taken for
    what the publisher means to publish; text is looked through all the same."""

    def is_theme(self, path: str, data: bytes) -> bool:
        """Whether a file is the theme's, byte for byte."""
        return any(_same(folder / path, data) for folder in self.theme)

    def is_written(self, path: str, data: bytes) -> bool:
        """Whether a file is the publisher's own, byte for byte."""
        return any(_same(folder / path, data) for folder in self.written)


def _same(file: Path, data: bytes) -> bool:
    return file.is_file() and file.stat().st_size == len(data) and file.read_bytes() == data
