"""Zip, gzip and tar archives of any other layout, hostile ones included.

Nothing is unpacked to disk and no member's name is ever used as a path: it is cleaned and only shown. Bounds:
:mod:`generator.read.limits`.
"""

import gzip
import io
import lzma
import re
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from tarfile import (  # type: ignore[attr-defined]  # typeshed lacks two of them
    EmptyHeaderError,
    EOFHeaderError,
    HeaderError,
    ReadError,
)
from typing import IO, TYPE_CHECKING, BinaryIO, Self, cast

from generator.model import Problem
from generator.read import limits
from generator.read.errors import UnreadableInputError
from generator.read.item import Item, Reading, read_some
from generator.read.names import is_junk, shown
from generator.read.salvage import whole_members

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    gzip.BadGzipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,  # zipfile: a password asked for, a member opened twice
    ValueError,  # zipfile: a name not in the encoding it claims, a seek before the start
)
"""What the standard library raises for a damaged archive or a compression it does not know."""

_DAMAGED = "archive-damaged"
_UNSAFE = re.compile(r"^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)")


def recognises_zip(item: Item) -> bool:
    """The signature of a zip file, an empty one included."""
    return item.head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"))


def recognises_gzip(item: Item) -> bool:
    """The signature of gzip with its one method."""
    return item.head.startswith(b"\x1f\x8b\x08")


def recognises_tar(item: Item) -> bool:
    """The signature of tar, behind the first name."""
    return item.head[257:262] == b"ustar"


def read_zip(item: Item) -> Iterator[Reading]:
    """Every member in order of name.

    Raises:
        UnreadableInputError: The archive is damaged or cut (what is whole before that has been given), nested
            too deep, or an office document.
    """
    refuse_nested(item)
    budget = _Budget(packed=item.size)
    try:
        stream, damage = _seekable(item)
        with stream:
            try:
                archive = zipfile.ZipFile(stream)
            except zipfile.BadZipFile:
                stream.seek(0)
                yield from _salvaged(item, stream, budget)
                raise
            with archive:
                for member in _members(archive):
                    yield from _zip_member(item, archive, member, budget)
                    if budget.spent:
                        return
                _refuse_prefix(archive)
        if damage:
            raise damage
    except BROKEN as error:
        raise damaged(error) from error


def _salvaged(item: Item, stream: BinaryIO, budget: "_Budget") -> Iterator[Reading]:
    """The whole members of an archive without a directory."""
    for number, member in enumerate(whole_members(stream)):
        _refuse_many(number)
        if member.name.endswith("/") or is_junk(member.name):
            continue
        yield from _unsafe_name(f"{item.name}/{shown(member.name)}", member.name)
        opened = _bounded(io.BytesIO(member.data), budget)
        yield from item.member(shown(member.name), opened, size=len(member.data))
        if budget.spent:
            return


def _refuse_prefix(archive: zipfile.ZipFile) -> None:
    """Say what stands before the first member: of two archives set one behind the other, the first."""
    first = min((member.header_offset for member in archive.infolist()), default=0)
    if first > 0:
        message = (
            f"{first} bytes before its first member are not read; is it two archives, one behind the other?"
        )
        raise UnreadableInputError(code=_DAMAGED, message=message, hint="fetch or make the archive again")


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    _refuse_many(len(members))
    if any(member.filename == "[Content_Types].xml" for member in members):
        raise UnreadableInputError(
            code="file-binary", message="an office document, not text", hint="export the cable as plain text"
        )
    return sorted((m for m in members if not is_junk(m.filename)), key=lambda member: member.filename)


def _zip_member(
    item: Item, archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: "_Budget"
) -> Iterator[Reading]:
    name = f"{item.name}/{shown(member.filename)}"
    if member.flag_bits & 1:
        yield Problem(
            path=name,
            line=None,
            code="member-encrypted",
            message="encrypted",
            hint="unpack it with its password",
        )
        return
    yield from _unsafe_name(name, member.filename)
    try:
        with archive.open(member) as opened:
            yield from item.member(shown(member.filename), _bounded(opened, budget), size=member.file_size)
    except BROKEN as error:
        yield damaged(error).problem(name)


def read_gzip(item: Item) -> Iterator[Reading]:
    """What the file holds compressed, under the file's own name; a tar archive's members under theirs.

    Raises:
        UnreadableInputError: Damaged, or nested too deep.
    """
    yield from read_packed(item, lambda stream: cast("IO[bytes]", gzip.GzipFile(fileobj=stream)))


def read_packed(item: Item, unpacked: Callable[[BinaryIO], IO[bytes]]) -> Iterator[Reading]:
    """What one packed file holds, within bounds.

    Args:
        item: The file.
        unpacked: Its stream -> one of what it holds.

    Raises:
        UnreadableInputError: Damaged, or nested too deep.
    """
    refuse_nested(item)
    budget = _Budget(packed=item.size)
    try:
        with unpacked(item.stream()) as opened:
            bounded, last = _bounded(opened, budget), None
            for last in item.same(bounded, size=item.size * limits.RATIO):
                yield last
            if not (budget.spent or (isinstance(last, Problem) and last.code == _DAMAGED)):
                while bounded.read(limits.HEAD):  # to the checksum at its end, which a reader may not ask for
                    pass
    except BROKEN as error:
        raise damaged(error) from error


def read_tar(item: Item) -> Iterator[Reading]:
    """Every regular file in the order in which it stands; links and devices are never followed.

    Archives set one behind the other are read as one, as GNU tar does with --ignore-zeros.

    Raises:
        UnreadableInputError: Damaged or cut (the members before that have been given), or nested too deep.
    """
    refuse_nested(item)
    budget = _Budget(packed=item.size)
    try:
        with _Tar.open(
            fileobj=cast("BinaryIO", _Steady(item.stream())), mode="r|", ignore_zeros=True
        ) as archive:
            for number, member in enumerate(archive):
                _refuse_many(number)
                opened = archive.extractfile(member) if member.isfile() and not is_junk(member.name) else None
                if opened is not None:
                    yield from _unsafe_name(f"{item.name}/{shown(member.name)}", member.name)
                    yield from item.member(shown(member.name), _bounded(opened, budget), size=member.size)
                if budget.spent:
                    return
    except BROKEN as error:
        raise damaged(error) from error


class _Steady:
    """A stream that hands over what it has before it says that it is damaged."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int) -> bytes:
        """Some bytes, not always as many; none at the end."""
        return read_some(self._stream, size)


class _Member(tarfile.TarInfo):
    """A header whose damage is an error.

    ``TarFile`` itself takes a damaged or missing header behind the first for the end of the archive.
    """

    @classmethod
    def fromtarfile(cls, tarfile: "_Tar") -> Self:  # type: ignore[override]
        """The next header.

        Raises:
            ReadError: It is damaged or cut, or the archive ends without its end mark.
            EOFHeaderError: It is the end mark.
        """
        try:
            member = super().fromtarfile(tarfile)
        except EOFHeaderError:
            tarfile.ended = True
            raise
        except EmptyHeaderError as error:
            if tarfile.ended:
                raise
            message = "it is cut between two members: its end mark is missing"
            raise ReadError(message) from error
        except HeaderError as error:
            message = f"a member's header is damaged or cut ({error})"
            raise ReadError(message) from error
        tarfile.ended = False
        return member


class _Tar(tarfile.TarFile):
    """Knows whether the end mark was seen behind the last member."""

    tarinfo = _Member
    ended = False


def refuse_nested(item: Item) -> None:
    """Refuse an archive that lies too deep in others.

    Raises:
        UnreadableInputError: It does.
    """
    if item.depth > limits.NESTED:
        raise UnreadableInputError(
            code="archive-nested",
            message=f"more than {limits.NESTED + 1} archives inside one another",
            hint="unpack the outer one",
        )


def _refuse_many(number: int) -> None:
    if number > limits.MEMBERS:
        raise UnreadableInputError(
            code="archive-too-large", message=f"more than {limits.MEMBERS} members", hint="split it"
        )


def damaged(error: BaseException) -> UnreadableInputError:
    """What to raise for an archive in which this was found."""
    message = " ".join(str(error).split()) or type(error).__name__
    return UnreadableInputError(
        code=_DAMAGED, message=f"cannot be unpacked: {message}", hint="fetch or make the archive again"
    )


def _unsafe_name(name: str, printed: str) -> Iterator[Problem]:
    if _UNSAFE.search(printed):
        message = "the archive names it as a path outside itself; read, and shown under this name"
        yield Problem(path=name, line=None, code="member-name-unsafe", message=message, hint="")


def _seekable(item: Item) -> tuple[BinaryIO, Exception | None]:
    """The archive as a file that can be searched from its end; a nested one is spooled, within a bound.

    Where that one is damaged on the way, what came before, and what is wrong behind it.
    """
    if item.depth == 0:
        return item.stream(), None
    spooled = tempfile.SpooledTemporaryFile(max_size=limits.CABLE)  # noqa: SIM115 - the caller closes it
    spool, damage = cast("BinaryIO", spooled), None
    try:
        _copy(item.stream(), spool)
    except BROKEN as error:
        damage = error
    except BaseException:
        spool.close()
        raise
    spool.seek(0)
    return spool, damage


def _copy(stream: BinaryIO, spool: BinaryIO) -> None:
    while part := read_some(stream, limits.HEAD):
        spool.write(part)
        if spool.tell() > limits.NESTED_ARCHIVE:
            raise UnreadableInputError(
                code="archive-too-large",
                message=f"more than {limits.NESTED_ARCHIVE // limits.MIB} MiB inside another archive",
                hint="unpack the outer one",
            )


@dataclass(slots=True, kw_only=True)
class _Budget:
    """How much of one archive has been unpacked."""

    packed: int
    """The archive's own size in bytes."""
    unpacked: int = 0
    spent: bool = False
    """True once a bound was passed: nothing more of this archive is read."""

    def take(self, size: int) -> None:
        """Count bytes.

        Raises:
            UnreadableInputError: They are more than a well-meant archive holds.
        """
        self.unpacked += size
        free = self.unpacked <= limits.RATIO_FREE or self.unpacked <= limits.RATIO * self.packed
        if not free or self.unpacked > limits.ARCHIVE:
            self.spent = True
            size = self.unpacked // limits.MIB
            raise UnreadableInputError(
                code="archive-bomb",
                message=f"{self.packed} bytes unpack to more than {size} MiB; not read on",
                hint="if you trust it, unpack it yourself and add its files",
            )


def _bounded(opened: IO[bytes], budget: _Budget) -> BinaryIO:
    return io.BufferedReader(_Bounded(opened, budget), limits.HEAD)


class _Bounded(io.RawIOBase):
    """A member that counts what is read of it; not seekable, so that nothing is unpacked twice.

    Once it is found damaged, every further look says so.
    """

    def __init__(self, opened: IO[bytes], budget: _Budget) -> None:
        self._opened = opened
        self._budget = budget
        self._damage: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        if self._damage:
            raise self._damage
        view = memoryview(buffer).cast("B")
        try:
            part = read_some(self._opened, len(view))
        except BROKEN as error:
            self._damage = error
            raise
        self._budget.take(len(part))
        view[: len(part)] = part
        return len(part)
