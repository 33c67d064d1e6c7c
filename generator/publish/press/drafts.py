"""The Markdown of generated pages between its making and its pressing: thousands of pages in one file.

A folder of its own for each page is what a site needs, and what a file system takes longest for. MkDocs' own
run and other tools read folders: for them the pages that they are to see are written into one.
"""

import sqlite3
from functools import cached_property
from pathlib import Path
from typing import Any

_UNGUARDED = ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA locking_mode = EXCLUSIVE")
"""The file is of one build, which removes it: nobody reads what a killed one left."""
_TABLE = "CREATE TABLE drafts (path TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID"


class DraftsInMaking:
    """A file of pages while it is written."""

    def __init__(self, file: Path) -> None:
        """Begin ``file``; there must be none of this name."""
        self._table = sqlite3.connect(file, isolation_level=None)
        for line in (*_UNGUARDED, _TABLE, "BEGIN"):
            self._table.execute(line)

    def write(self, path: str, content: bytes) -> None:
        """Add a page, or write it anew."""
        self._table.execute("INSERT OR REPLACE INTO drafts VALUES (?, ?)", (path, content))

    def clear(self) -> None:
        """Take all pages out again."""
        self._table.execute("DELETE FROM drafts")

    def close(self) -> None:
        """Whatever was added can be read from now on, in any process."""
        if self._table.in_transaction:
            self._table.execute("COMMIT")
        self._table.close()


class Drafts:
    """The pages of a build, some of them in one file, others in their folder. Each process makes its own."""

    def __init__(self, docs: Path, file: Path | None = None) -> None:
        """Args: docs: Folder of the pages. file: What :class:`DraftsInMaking` wrote; None: nothing was."""
        self._docs, self._file = docs, file

    def read(self, path: str) -> bytes:
        """What a page holds.

        Raises:
            OSError: There is none, or it cannot be read.
        """
        content = self.drafted(path)
        return (self._docs / path).read_bytes() if content is None else content

    def holds(self, path: str) -> bool:
        """Whether there is such a page, or any other file."""
        return bool(self._found("SELECT 1 FROM drafts WHERE path = ?", path)) or (self._docs / path).is_file()

    def write(self, path: str, target: Path) -> None:
        """Write a page into a folder; nothing where it is in one already.

        Args:
            path: Of the page.
            target: The folder.
        """
        content = self.drafted(path)
        if content is not None:
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (target / path).unlink(missing_ok=True)  # it may be a second name of somebody's page
            (target / path).write_bytes(content)

    def drafted(self, path: str) -> bytes | None:
        """What a page of the file holds; None where the file has none of this name."""
        row = self._found("SELECT content FROM drafts WHERE path = ?", path)
        return row[0] if row else None

    def _found(self, question: str, path: str) -> tuple[Any, ...] | None:
        return self._table.execute(question, (path,)).fetchone() if self._table else None

    @cached_property
    def _table(self) -> sqlite3.Connection | None:
        if self._file is None:
            return None
        return sqlite3.connect(f"{self._file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
