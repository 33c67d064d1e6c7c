"""Files that were looked at before: a status tells that one is the same, its content need not be read.

As Git's index does it: size, times and number of the file. A time so near the look that a change could hide
behind it says nothing, and the file is read again.
"""

import os
import stat
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from generator.store.keys import Key, digest_of

COARSEST: Final = 2_000_000_000
"""Nanoseconds: no file system in use tells times less exactly (FAT)."""


class Signature(NamedTuple):
    """What a file's status says of it; two contents under one signature do not come about by themselves."""

    size: int
    modified: int
    changed: int
    number: int


def signature(status: os.stat_result) -> Signature:
    """The signature within a status."""
    return Signature(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


class Sighting(NamedTuple):
    """One file when it was looked at."""

    signature: Signature
    digest: Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Digests of files, read once."""

    before: Mapping[str, Sighting]
    """From an earlier build."""
    now: dict[str, Sighting]
    """Of this one."""
    since: int
    """When this look began, in nanoseconds of the clock."""

    @classmethod
    def after(cls, before: Mapping[str, Sighting]) -> "Seen":
        """A new look at files, some of which were looked at before."""
        return cls(before=before, now={}, since=time.time_ns())

    def digest(self, path: Path) -> Key:
        """Digest of a file's content.

        Raises:
            OSError: It cannot be read, or is no file.
        """
        name = os.fspath(path)
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "is no file", name)
        found = signature(status)
        look = self.before.get(name)
        digest = look.digest if look and look.signature == found else _read(path)
        if max(found.modified, found.changed) < self.since - COARSEST:
            self.now[name] = Sighting(found, digest)
        return digest


def content_now(path: Path) -> Key | None:
    """Digest of what a file holds now; None where it cannot be read."""
    try:
        return _read(path)
    except OSError:
        return None


def _read(path: Path) -> Key:
    with path.open("rb") as stream:
        return digest_of(stream.read())
