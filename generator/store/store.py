"""Values by key in one file of the project, which any build may add to and none depends on.

SQLite in its write-ahead mode: a build that is killed leaves what was written before, readers and one writer
do not wait for each other, and what is half written is not seen. Beyond that nothing is taken on trust: each
value carries its digest, and a file that SQLite cannot read is replaced.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from generator.model import Problem
from generator.store.keys import SIZE, Key, digest_of

FOLDER: Final = ".cablepress"
"""Folder of a project in which the store is."""
FILE: Final = "store.sqlite"
FORMAT: Final = 1
"""Of the tables; a file of another one is replaced."""

LAST: Final = 8
"""Builds that a value outlives without being asked for."""
TOUCHED: Final = 3
"""Builds after which it is noted anew that a value is in use; each time would take too long."""
WAIT: Final = 2.0
"""Seconds that a build waits for another one which is writing; then it keeps nothing."""
WRITTEN_AT_ONCE: Final = 8 << 20
_ASKED_AT_ONCE: Final = 500

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS made (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS made_used ON made (used);
CREATE TABLE IF NOT EXISTS noted (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS builds (number INTEGER PRIMARY KEY);
"""
_IGNORED: Final = "# What builds made, text of cables included: safe to delete, not to be published.\n*\n"


@dataclass(slots=True, kw_only=True)
class Tally:
    """How much of some kind of work was found, and how much was done."""

    found: int = 0
    made: int = 0


@dataclass(slots=True)
class Store:
    """The store of a project. One that cannot be had, or fails on the way, holds and keeps nothing."""

    path: Path | None = None
    """None: there is none."""
    tallies: dict[str, Tally] = field(default_factory=dict)
    """By kind of work, for people."""
    problems: list[Problem] = field(default_factory=list)
    """What publishers should know of it; a line at most."""
    _database: sqlite3.Connection | None = None
    _build: int = 0
    _stale: set[Key] = field(default_factory=set)
    _new: dict[Key, bytes] = field(default_factory=dict)
    _size: int = 0

    @property
    def there(self) -> bool:
        """Whether anything can be kept."""
        return self._database is not None

    def find(self, keys: Iterable[Key]) -> dict[Key, bytes]:
        """The values of those keys that it has, each whole."""
        asked = list(dict.fromkeys(keys))
        found = {key: self._new[key] for key in asked if key in self._new}
        rest = [key for key in asked if key not in found]
        with self._guarded():
            for key, value, used in self._rows("SELECT key, value, used FROM made WHERE key IN", rest):
                whole = value[SIZE:]
                if digest_of(key + whole) == value[:SIZE]:
                    found[key] = whole
                    self._use(key, used)
        return found

    def has(self, keys: Iterable[Key]) -> set[Key]:
        """Those of the keys that it has a value for, without reading any."""
        asked = set(keys)
        found = asked & self._new.keys()
        with self._guarded():
            for key, used in self._rows("SELECT key, used FROM made WHERE key IN", list(asked - found)):
                found.add(key)
                self._use(key, used)
        return found

    def keep(self, key: Key, value: bytes) -> None:
        """Keep a value; written with others, at the latest by :meth:`flush`."""
        if self._database is None or key in self._new:
            return
        self._new[key] = value
        self._size += len(value)
        if self._size >= WRITTEN_AT_ONCE:
            self.flush()

    def note(self, name: str, value: bytes) -> None:
        """Keep a value under a name, in place of what was there."""
        with self._guarded():
            if self._database:
                with self._database:
                    self._database.execute(
                        "INSERT OR REPLACE INTO noted VALUES (?, ?)",
                        (name, digest_of(name.encode() + value) + value),
                    )

    def noted(self, name: str) -> bytes | None:
        """What is kept under a name; None: nothing, or nothing whole."""
        with self._guarded():
            if self._database:
                row = self._database.execute("SELECT value FROM noted WHERE name = ?", (name,)).fetchone()
                if row and digest_of(name.encode() + row[0][SIZE:]) == row[0][:SIZE]:
                    whole: bytes = row[0][SIZE:]
                    return whole
        return None

    def names(self) -> list[str]:
        """All names under which something is kept."""
        with self._guarded():
            if self._database:
                return [name for (name,) in self._database.execute("SELECT name FROM noted ORDER BY name")]
        return []

    def forget(self, name: str) -> None:
        """Keep nothing under a name any more."""
        with self._guarded():
            if self._database:
                with self._database:
                    self._database.execute("DELETE FROM noted WHERE name = ?", (name,))

    def count(self, kind: str, *, found: int = 0, made: int = 0) -> None:
        """Note how much of some kind of work was found, and how much had to be done."""
        if self.path is None:
            return
        tally = self.tallies.setdefault(kind, Tally())
        tally.found += found
        tally.made += made

    def flush(self) -> None:
        """Write what was kept."""
        new, self._new, self._size = self._new, {}, 0
        stale, self._stale = self._stale, set()
        with self._guarded():
            if self._database and (new or stale):
                with self._database:
                    self._database.executemany(
                        "INSERT OR REPLACE INTO made VALUES (?, ?, ?)",
                        ((key, digest_of(key + value) + value, self._build) for key, value in new.items()),
                    )
                    self._database.executemany(
                        "UPDATE made SET used = ? WHERE key = ?", ((self._build, key) for key in stale)
                    )

    def join(self) -> None:
        """Work beside builds begins: what it keeps is as much in use as what the last build kept."""
        with self._guarded():
            if self._database:
                self._build = self._database.execute("SELECT max(number) FROM builds").fetchone()[0] or 0

    def begin(self) -> None:
        """A build begins: what it asks for and keeps is in use."""
        with self._guarded():
            if self._database:
                with self._database:
                    number = self._database.execute("INSERT INTO builds DEFAULT VALUES").lastrowid
                    self._build = number or 1
                    self._database.execute("DELETE FROM builds WHERE number < ?", (self._build,))

    def end(self) -> None:
        """A build is done: write what is left, and forget what the last builds had no use for."""
        self.flush()
        with self._guarded():
            if self._database:
                with self._database:
                    gone = self._database.execute("DELETE FROM made WHERE used < ?", (self._build - LAST,))
                if gone.rowcount:
                    self._database.execute("PRAGMA incremental_vacuum").fetchall()

    def close(self) -> None:
        """Give the file back; afterwards it holds nothing."""
        self.flush()
        if self._database:
            with suppress(sqlite3.Error):
                self._database.close()
            self._database = None

    def _use(self, key: Key, used: int) -> None:
        if used < self._build - TOUCHED:
            self._stale.add(key)

    def _rows(self, query: str, keys: Sequence[Key]) -> Iterator[tuple]:  # type: ignore[type-arg] # columns differ
        rest = iter(keys)
        while self._database and (some := list(islice(rest, _ASKED_AT_ONCE))):
            marks = ",".join("?" * len(some))
            yield from self._database.execute(f"{query} ({marks})", some)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Inside, whatever SQLite raises ends the use of the store, not the build."""
        try:
            yield
        except sqlite3.OperationalError as error:
            if not _is_busy(error):  # another build writes: what was to be kept is made again next time
                self._give_up(error)
        except sqlite3.DatabaseError as error:
            self._give_up(error)
            if self.path:
                _remove(self.path)

    def _give_up(self, error: sqlite3.Error) -> None:
        database, self._database = self._database, None
        self._new, self._size = {}, 0
        if database:
            with suppress(sqlite3.Error):
                database.close()
        self.problems.append(Problem.of("store-unused", f"{error}", path=f"{FOLDER}/{FILE}"))


def _is_busy(error: sqlite3.OperationalError) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


@contextmanager
def opened_store(project: Path | None) -> Iterator[Store]:
    """The store of the project in a folder; it is made where it is missing, and replaced where it is damaged.

    Args:
        project: None: none is wanted.
    """
    store = Store() if project is None else _opened(project / FOLDER)
    try:
        yield store
    finally:
        store.close()


def _opened(folder: Path) -> Store:
    path = folder / FILE
    store = Store(path=path)
    try:
        _make_folder(folder)
        try:
            store._database = _connected(path)  # noqa: SLF001 - ours
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) and _is_busy(error):
                return store
            _remove(path)  # of an older version, or damaged: nothing is lost but time
            store._database = _connected(path)  # noqa: SLF001 - ours
    except sqlite3.Error as error:
        store._give_up(error)  # noqa: SLF001 - ours
    except OSError as error:
        store._give_up(sqlite3.OperationalError(error.strerror or "cannot be written"))  # noqa: SLF001 - ours
    return store


def _make_folder(folder: Path) -> None:
    """For its owner alone: it holds the text of cables as it was before anything was masked."""
    if folder.is_symlink():
        raise OSError(0, f"{folder.name} is a link, and the store is kept in a folder of its own")
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)
    ignored = folder / ".gitignore"
    if not ignored.exists():
        ignored.write_text(_IGNORED, encoding="utf-8", newline="\n")


def _connected(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=WAIT)
    try:
        os.chmod(path, 0o600)  # noqa: PTH101 - beside SQLite's own
        version = database.execute("PRAGMA user_version").fetchone()[0]
        if version not in {0, FORMAT}:
            raise sqlite3.DatabaseError  # noqa: TRY301 - one of another version counts as a damaged one
        if version == 0:
            database.execute("PRAGMA auto_vacuum = INCREMENTAL")
            database.execute("PRAGMA journal_mode = WAL").fetchall()
            database.executescript(_TABLES)
            database.execute(f"PRAGMA user_version = {FORMAT}")
        database.execute("PRAGMA synchronous = OFF")  # what a crash leaves half written, the digests tell
        database.execute("PRAGMA cache_size = -16384")
        database.execute("SELECT count(*) FROM builds").fetchone()
    except BaseException:
        database.close()
        raise
    return database


def _remove(path: Path) -> None:
    """The file of a store, and what SQLite keeps beside it."""
    for name in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        with suppress(OSError):
            name.unlink(missing_ok=True)
