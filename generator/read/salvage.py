"""The members of a zip file that has lost its directory, which stands at its end: a download cut short.

Every member also has a header of its own before it (APPNOTE.TXT 4.3.7); the members are read by these, up to
the first that is not whole.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

from generator.read import limits

_HEADER: Final = struct.Struct("<4s5H3L2H")
_SIGNATURE: Final = b"PK\x03\x04"
_DESCRIPTOR: Final = b"PK\x07\x08"
_ENCRYPTED, _SIZES_BEHIND, _UTF_8 = 0x1, 0x8, 0x800


class Member(NamedTuple):
    """One member, unpacked."""

    name: str
    data: bytes


class _Header(NamedTuple):
    """What stands before a member."""

    signature: bytes
    version: int
    flags: int
    method: int
    time: int
    date: int
    checksum: int
    packed: int
    size: int
    name_length: int
    extra_length: int


def whole_members(stream: BinaryIO) -> Iterator[Member]:
    """Every member from the start of a zip file to the first that is cut, damaged, encrypted or too large.

    Args:
        stream: The file at its first byte; it must be seekable.
    """
    while len(raw := stream.read(_HEADER.size)) == _HEADER.size:
        header = _Header._make(_HEADER.unpack(raw))
        if header.signature != _SIGNATURE or header.flags & _ENCRYPTED:
            return
        name = stream.read(header.name_length)
        stream.read(header.extra_length)
        data = _data(stream, header)
        if data is None:
            return
        yield Member(name.decode("utf-8" if header.flags & _UTF_8 else "cp437", "replace"), data)


def _data(stream: BinaryIO, header: _Header) -> bytes | None:
    """A member's bytes, checked; None where they are not whole."""
    if header.method == zipfile.ZIP_DEFLATED:
        data = _inflated(stream)
    elif header.method == zipfile.ZIP_STORED and not header.flags & _SIZES_BEHIND:
        data = stream.read(header.packed) if header.packed <= limits.CABLE else None
    else:
        return None
    checksum = _checksum_behind(stream) if header.flags & _SIZES_BEHIND else header.checksum
    return data if data is not None and zlib.crc32(data) == checksum else None


def _inflated(stream: BinaryIO) -> bytes | None:
    """Unpack to the end of the deflated data, which it marks itself; the stream is left there."""
    unpack = zlib.decompressobj(-zlib.MAX_WBITS)
    data = bytearray()
    try:
        while not unpack.eof and len(data) <= limits.CABLE:
            packed = unpack.unconsumed_tail or stream.read(limits.HEAD)
            if not packed:
                return None
            data += unpack.decompress(packed, limits.CABLE + 1 - len(data))
    except zlib.error:
        return None
    stream.seek(-len(unpack.unused_data), 1)
    return bytes(data) if unpack.eof else None


def _checksum_behind(stream: BinaryIO) -> int | None:
    """The checksum where it follows the data; None where the file ends before. Its sizes have 32 bits."""
    raw = stream.read(16)
    if not raw.startswith(_DESCRIPTOR):  # its signature is optional
        stream.seek(-min(4, len(raw)), 1)
        raw = _DESCRIPTOR + raw[:12]
    return int.from_bytes(raw[4:8], "little") if len(raw) == 16 else None  # noqa: PLR2004 - as read
