"""One file packed by bzip2, xz or Zstandard, and 7z archives.

bzip2 and xz are read by what Python brings along; the others need a library of the extra ``archives``.
"""

import bz2
import io
import lzma
import tempfile
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import IO, TYPE_CHECKING, Any, BinaryIO, cast

from generator.read import limits
from generator.read.archives import damaged, read_packed, refuse_nested
from generator.read.errors import UnreadableInputError
from generator.read.item import Item, Reading
from generator.read.library import library
from generator.read.names import is_junk, shown

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


def recognises_bzip2(item: Item) -> bool:
    """The signature of bzip2 with the size of its blocks."""
    return item.head.startswith(b"BZh") and item.head[3:4].isdigit() and item.head[4:10] == b"1AY&SY"


def recognises_xz(item: Item) -> bool:
    """The signature of xz."""
    return item.head.startswith(b"\xfd7zXZ\x00")


def recognises_zstd(item: Item) -> bool:
    """The magic number of a Zstandard frame."""
    return item.head.startswith(b"\x28\xb5\x2f\xfd")


def recognises_7z(item: Item) -> bool:
    """The signature of 7z."""
    return item.head.startswith(b"7z\xbc\xaf\x27\x1c")


def read_bzip2(item: Item) -> Iterator[Reading]:
    """What the file holds, under its own name.

    Raises:
        UnreadableInputError: Damaged, or nested too deep.
    """
    yield from read_packed(item, lambda stream: cast("IO[bytes]", _Bzip2(stream)))


class _Bzip2(bz2.BZ2File):
    """What damage there is as every other format says it: not as a fault of the disk."""

    def read1(self, size: int = -1) -> bytes:
        try:
            return super().read1(size)
        except OSError as error:
            if error.errno is None:
                raise EOFError(*error.args) from error
            raise


def read_xz(item: Item) -> Iterator[Reading]:
    """As :func:`read_bzip2`."""
    yield from read_packed(item, _xz)


def _xz(stream: BinaryIO) -> IO[bytes]:
    return cast("IO[bytes]", lzma.LZMAFile(stream))


def read_zstd(item: Item) -> Iterator[Reading]:
    """As :func:`read_bzip2`; the library may be missing, too."""
    zstandard = library(
        "zstandard", reads="a file packed by Zstandard", extra="archives", instead="unpack it"
    )

    def opened(stream: BinaryIO) -> IO[bytes]:
        return cast("IO[bytes]", io.BufferedReader(_Zstandard(zstandard.ZstdDecompressor(), stream)))

    yield from read_packed(item, opened)


class _Zstandard(io.RawIOBase):
    """Frames one behind the other; one that is cut is damage, which the library's own stream passes over."""

    def __init__(self, decompressor: Any, stream: BinaryIO) -> None:  # noqa: ANN401 - a module without types here
        self._decompressor = decompressor
        self._stream = stream
        self._frame: Any = None
        self._packed = b""
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Raises EOFError: the last frame is not whole."""
        target = memoryview(buffer).cast("B")
        while not self._ready:
            self._packed = self._packed or self._stream.read(_PACKED)
            if not self._packed:
                if self._frame is not None:
                    message = "the file ends within a frame"
                    raise EOFError(message)
                return 0
            self._next()
        size = min(len(target), len(self._ready))
        target[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _next(self) -> None:
        if self._frame is None:
            self._frame = self._decompressor.decompressobj()
        packed, self._packed = self._packed[:_PACKED], self._packed[_PACKED:]
        self._ready = memoryview(self._frame.decompress(packed))
        if self._frame.eof:
            self._packed = self._frame.unused_data + self._packed
            self._frame = None


_PACKED = 256
"""Packed bytes taken at a time: four may be a block of 128 KiB."""


def read_7z(item: Item) -> Iterator[Reading]:
    """Every member in order of name; unpacked in a folder of its own, which is cleared away.

    Raises:
        UnreadableInputError: The library is missing; the archive is damaged, encrypted, nested or a bomb.
    """
    refuse_nested(item)
    py7zr = library("py7zr", reads="a 7z archive", extra="archives", instead="unpack it")
    with tempfile.TemporaryFile() as copy:
        _copy(item.stream(), copy)
        copy.seek(0)
        yield from _members(item, py7zr, copy)


def _members(item: Item, py7zr: ModuleType, copy: IO[bytes]) -> Iterator[Reading]:
    try:
        with py7zr.SevenZipFile(copy, "r") as archive:
            entries = [entry for entry in archive.list() if not entry.is_directory]
            _refuse(item, encrypted=archive.needs_password(), sizes=[entry.uncompressed for entry in entries])
            factory = py7zr.io.BytesIOFactory(1 + max((entry.uncompressed for entry in entries), default=0))
            names = sorted(entry.filename for entry in entries if not is_junk(entry.filename))
            archive.extract(targets=names, factory=factory)
    except UnreadableInputError:
        raise
    except Exception as error:
        raise damaged(error) from error
    for name in names:
        product = factory.products.get(name)
        if product is None:
            continue
        product.seek(0)
        data = product.read()
        yield from item.member(shown(name), io.BytesIO(data), size=len(data))


def _refuse(item: Item, *, encrypted: bool, sizes: Sequence[int]) -> None:
    """Refuse what cannot be unpacked, or unpacks to too much.

    Raises:
        UnreadableInputError: It is so.
    """
    if encrypted:
        raise UnreadableInputError(
            code="member-encrypted", message="an encrypted archive", hint="unpack it with its password"
        )
    whole = sum(sizes)
    bomb = whole > max(limits.RATIO * item.size, limits.RATIO_FREE)
    if bomb or whole > _MOST or len(sizes) > limits.MEMBERS:
        raise UnreadableInputError(
            code="archive-bomb",
            message=f"{item.size} bytes unpack to {whole // limits.MIB} MiB; not read",
            hint="if you trust it, unpack it yourself and add its files",
        )


_MOST = 4 * limits.NESTED_ARCHIVE
"""Bytes of a 7z archive, packed or unpacked: it is unpacked in memory."""


def _copy(stream: BinaryIO, copy: IO[bytes]) -> None:
    """The archive on disk: it is read from its end.

    Raises:
        UnreadableInputError: It is larger than one is read.
    """
    size = 0
    while part := stream.read(limits.MIB):
        size += len(part)
        if size > _MOST:
            raise UnreadableInputError(
                code="archive-too-large", message="a 7z archive of more than 1 GiB", hint="unpack it"
            )
        copy.write(part)
