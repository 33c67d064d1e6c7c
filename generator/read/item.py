"""One file (or one member of an archive) on its way through the readers."""

import hashlib
import io
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, BinaryIO

from generator.model import Cable, Problem, Source, Stated
from generator.read import limits
from generator.read.decode import Decoded, decode
from generator.read.errors import UnreadableInputError
from generator.read.margin import (
    without_line_numbers,
    without_margin,
    without_marks,
    without_running_heads,
)
from generator.read.patterns import first_markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from _typeshed import WriteableBuffer

Reading = Source | Cable | Problem
"""What a reader yields: a telegram to parse, a finished record read back, or what went wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole file as text; what the readers of one-cable layouts work on."""

    name: str
    """Path for people, relative to the corpus."""
    sha256: str
    text: str
    """Decoded and repaired, without a common margin, lines ended by ``\\n`` and by nothing else."""
    original: str
    """Decoded, otherwise untouched."""
    problems: tuple[Problem, ...]
    """What had to be repaired."""
    remarks: tuple[str, ...] = ()
    """What stood at the head or foot of its pages."""

    def source(
        self,
        layout: str,
        text: str,
        *,
        first_line: int = 1,
        stated: Stated | None = None,
        partial: bool = False,
    ) -> Source:
        """The cable that this document is."""
        return Source(
            path=self.name,
            layout=layout,
            sha256=self.sha256,
            text=text,
            first_line=first_line,
            original=self.original,
            stated=stated or Stated(),
            partial=partial,
            remarks=self.remarks,
            problems=(*self.problems, *markup_problems(self.name, text, first_line=first_line)),
        )


def digest(text: str) -> str:
    """Of a part of a file, by which it is known."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def document_of(name: str, data: bytes) -> Document:
    """Decode a whole file.

    Raises:
        UnreadableInputError: The bytes are no text.
    """
    decoded = decode(data)
    text, heads = without_running_heads(decoded.text, decoded.original)
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=without_margin(without_line_numbers(without_marks(text))),
        remarks=heads,
        original=decoded.original,
        problems=problems_of(name, decoded),
    )


def markup_problems(name: str, text: str, *, first_line: int) -> tuple[Problem, ...]:
    """A warning at the first markup or template code in a telegram: shown as text, but never sent so."""
    markup = first_markup(text)
    if not markup:
        return ()
    problem = Problem(
        path=name,
        line=first_line + text.count("\n", 0, markup.start()),
        code="markup-in-text",
        message=f"markup or template code in the text ({markup[0][:40]!a}); shown as plain text",
        hint="remove it if it is no part of the message",
    )
    return (problem,)


def problems_of(name: str, decoded: Decoded, *, first_line: int = 1) -> tuple[Problem, ...]:
    """The repairs of a decoding as problems of the file ``name``, lines counted from ``first_line``."""
    return tuple(
        Problem(
            path=name,
            line=repair.line + first_line - 1,
            code=repair.code,
            message=repair.message,
            hint=repair.hint,
        )
        for repair in decoded.repairs
    )


class Item:
    """An open file with its beginning at hand, so that layouts can be recognised before it is read.

    Exactly one reader then takes it: as :meth:`document` (whole, bounded) or as :meth:`stream` (bit by bit).
    """

    __slots__ = (
        "_document",
        "_inner",
        "_stream",
        "columns",
        "depth",
        "head",
        "layouts",
        "name",
        "readers",
        "size",
    )

    def __init__(  # noqa: PLR0913 - a file, and how it came to be read
        self,
        name: str,
        stream: BinaryIO,
        *,
        size: int,
        inner: "Callable[[Item], Iterator[Reading]]",
        depth: int = 0,
        columns: tuple[tuple[str, str], ...] = (),
        readers: tuple[str, ...] = (),
        layouts: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self.name = name
        """Path for people, relative to the corpus, POSIX separators."""
        self.head = _head(stream)
        """The first bytes."""
        self.size = size
        """Its bytes as the file system or the archive has it: the measure of what a bomb unpacks to."""
        self.depth = depth
        """How many archives it lies in."""
        self.columns = columns
        """A publisher's own names of columns with what they mean."""
        self.readers = readers
        """A publisher's own readers, by the names that mkdocs.yml has for them."""
        self.layouts = layouts
        """Of this file and of members of it, those of which a publisher says the layout: name and layout."""
        self._stream = stream
        self._inner = inner
        self._document: Document | UnreadableInputError | None = None

    def document(self) -> Document:
        """The whole file as text; decoded once, whoever asks.

        Raises:
            UnreadableInputError: The file is empty, no text, or longer than a cable can be.
        """
        if self._document is None:
            self._document = self._decoded()
        if isinstance(self._document, UnreadableInputError):
            raise self._document
        return self._document

    def _decoded(self) -> Document | UnreadableInputError:
        try:
            return document_of(self.name, self._whole())
        except UnreadableInputError as error:
            return error

    def _whole(self) -> bytes:
        rest = self._stream.read(
            limits.CABLE + 1 - len(self.head)
        )  # at its end, too: it may be damaged there
        if len(self.head) + len(rest) > limits.CABLE:
            raise UnreadableInputError(
                code="file-too-large",
                message=f"more than {limits.CABLE // limits.MIB} MiB and in no layout that holds many cables",
                hint="split it",
            )
        return self.head + rest

    def stream(self) -> BinaryIO:
        """The file from its first byte; rewound where that is possible, else head and rest chained."""
        if self._stream.seekable():
            self._stream.seek(0)
            return self._stream
        return io.BufferedReader(_Chained(self.head, self._stream))

    def member(self, name: str, stream: BinaryIO, *, size: int) -> "Iterator[Reading]":
        """Read a member of this archive by the same table of layouts."""
        return self._inner(self._deeper(f"{self.name}/{name}", stream, size))

    def same(self, stream: BinaryIO, *, size: int) -> "Iterator[Reading]":
        """Read what this file holds compressed, under its own name."""
        return self._inner(self._deeper(self.name, stream, size))

    def _deeper(self, name: str, stream: BinaryIO, size: int) -> "Item":
        return Item(
            name,
            stream,
            size=size,
            inner=self._inner,
            depth=self.depth + 1,
            columns=self.columns,
            readers=self.readers,
            layouts=self.layouts,
        )


def _head(stream: IO[bytes]) -> bytes:
    """The first bytes; fewer where the stream is damaged behind them, which the next look will say again."""
    head = b""
    while len(head) < limits.HEAD:
        try:
            part = read_some(stream, limits.HEAD - len(head))
        except Exception:
            if head:
                break
            raise
        if not part:
            break
        head += part
    return head


def read_some(stream: IO[bytes], size: int) -> bytes:
    """Up to ``size`` bytes with one look at what lies below; none at the end.

    A plain ``read`` looks again and again, and what it has is lost where one of these looks fails.
    """
    read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
    return read(size)


class _Chained(io.RawIOBase):
    """A head already read, then the rest of its stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer).cast("B")
        part = self._head.read(len(view)) or read_some(self._rest, len(view))
        view[: len(part)] = part
        return len(part)
