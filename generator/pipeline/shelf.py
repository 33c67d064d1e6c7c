"""Bytes by key, kept on disk, so that memory does not grow with the text of the corpus."""

import os
from pathlib import Path

from generator.store import restored, squeezed


class Shelf:
    """A file of values and, in memory, where each stands. Putting a key again replaces its value."""

    def __init__(self, file: Path) -> None:
        self._stream = file.open("w+b")
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0
        self._unwritten = False

    def put(self, key: str, value: bytes) -> None:
        """Keep ``value`` under ``key``."""
        self._stream.seek(self._end)
        self._stream.write(value)
        self._places[key] = (self._end, len(value))
        self._end += len(value)
        self._unwritten = True

    def get(self, key: str) -> bytes:
        """The value last put under ``key``.

        Raises:
            KeyError: There is none.
        """
        offset, length = self._places[key]
        if self._unwritten:
            self._stream.flush()
            self._unwritten = False
        if hasattr(os, "pread"):  # which leaves the place in the file alone: processes share it
            return os.pread(self._stream.fileno(), length, offset)
        self._stream.seek(offset)
        return self._stream.read(length)

    def keys(self) -> list[str]:
        """All keys, sorted."""
        return sorted(self._places)

    def close(self) -> None:
        """Give the file back; the shelf cannot be used any more."""
        self._stream.close()


class SqueezedShelf(Shelf):
    """A shelf of long texts, which it keeps small."""

    def put(self, key: str, value: bytes) -> None:
        """Keep ``value`` under ``key``."""
        self.put_squeezed(key, squeezed(value))

    def put_squeezed(self, key: str, value: bytes) -> None:
        """Keep what a worker has made small."""
        super().put(key, value)

    def get(self, key: str) -> bytes:
        """The value last put under ``key``, as it was.

        Raises:
            KeyError: There is none.
        """
        return restored(self.squeezed(key))

    def squeezed(self, key: str) -> bytes:
        """The same, small.

        Raises:
            KeyError: There is none.
        """
        return super().get(key)
