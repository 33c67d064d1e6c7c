"""Files that were looked at before: a status tells that one is the same, its content need not be read.

As Git's index does it: size, times and number of the file. A time so near the look that a change could hide
behind it says nothing, and the file is read again.
"""

import os
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from generator.store.keys import Key, digest_of

FINE: Final = 50_000_000
"""Nanoseconds: file systems that tell fractions of a second tell this much."""
COARSE: Final = 2_000_000_000
"""Those that don't tell whole seconds, or every other one (FAT)."""
_SECOND: Final = 1_000_000_000


class Signature(NamedTuple):
    """What a file's status says of it; two contents under one signature do not come about by themselves."""

    size: int
    modified: int
    changed: int
    number: int

    def is_older(self, moment: int) -> bool:
        """Whether the file was left alone for long enough before a moment that a later change shows."""
        newest = max(self.modified, self.changed)
        return newest < moment - (FINE if newest % _SECOND else COARSE)


class Sighting(NamedTuple):
    """One file when it was looked at."""

    signature: Signature
    digest: Key


def content_now(path: Path) -> Key | None:
    """Digest of what a file holds now; None where it cannot be read."""
    try:
        return _read(path)
    except OSError:
        return None


def _read(path: Path) -> Key:
    return digest_of(path.read_bytes())


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Digests of files, each read once and not again while its status is the same."""

    before: dict[str, Sighting]
    """From an earlier build."""
    now: dict[str, Sighting]
    """Of this one, to be kept."""
    since: int
    """When this look began, in nanoseconds of the clock."""
    reads: Callable[[Path], bytes] = _read
    follows_links: bool = True
    """Else a link is no file."""

    @classmethod
    def after(
        cls,
        before: dict[str, Sighting],
        *,
        reads: Callable[[Path], bytes] = _read,
        follows_links: bool = True,
    ) -> "Seen":
        """A new look at files, some of which were looked at before."""
        return cls(before=before, now={}, since=time.time_ns(), reads=reads, follows_links=follows_links)

    def digest(self, path: Path) -> bytes:
        """Digest of a file's content.

        Raises:
            OSError: It cannot be read, or is no file.
        """
        signature = self._signature(path)
        name = os.fspath(path)
        sighting = self.before.get(name)
        digest = sighting.digest if sighting and sighting.signature == signature else self.reads(path)
        if signature.is_older(self.since):
            self.now[name] = Sighting(signature, digest)
        return digest

    def trust(self, path: Path, digest: bytes, before: int) -> None:
        """Note a file of which is known what it holds, unless it was written since.

        Args:
            path: The file.
            digest: Of its content.
            before: When it held that, in nanoseconds of the clock.
        """
        try:
            signature = self._signature(path)
        except OSError:
            return
        if signature.modified < before and signature.is_older(time.time_ns()):
            self.now[os.fspath(path)] = Sighting(signature, digest)

    def link(self, path: Path, target: Path, digest: bytes) -> bool:
        """Give a file of a known content a second name.

        Args:
            path: The file, which was looked at before.
            target: The name; its folder exists.
            digest: Of the content that it must have.

        Returns:
            False where it has another or may have, or no second name can be had here.
        """
        name = os.fspath(path)
        sighting = self.now.get(name) or self.before.get(name)
        if sighting is None or sighting.digest != digest:
            return False
        try:
            if self._signature(path) != sighting.signature:
                return False
            os.link(path, target, follow_symlinks=False)
            linked = self._signature(path)
            if linked._replace(changed=sighting.signature.changed) != sighting.signature:
                target.unlink()  # changed in this moment
                return False
        except OSError:
            return False
        self.before[name] = Sighting(linked, digest)  # one more name is a change of the file's status
        return True

    def _signature(self, path: Path) -> Signature:
        status = path.stat() if self.follows_links else path.lstat()
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "is no file", os.fspath(path))
        return Signature(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
