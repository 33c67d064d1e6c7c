"""Bytes -> text: encodings, mojibake, line ends. Knows nothing of telegrams.

The order of attempts: a byte order mark; UTF-16 that lacks one (every other byte is zero); UTF-8; UTF-8 with
some bytes of another encoding in it; Windows-1252 where only a few bytes are beyond ASCII; what
charset-normalizer finds. Nothing is dropped: a byte that cannot be read stands as U+FFFD and is reported.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import counted
from generator.read.errors import UnreadableInputError

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "a rich text document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old word processor or spreadsheet document"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
"""First bytes of common files that are no text, with the name people know them by."""

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 stands before UTF-16, whose little-endian mark begins like it."""

LEGACY = (
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1257",
    "mac_roman",
    "cp437",
    "cp850",
    "iso8859_2",
)
"""Eight-bit encodings in which telegrams may have been kept."""

FEW = 0.05
"""Share of bytes beyond ASCII up to which an eight-bit text is taken for Windows-1252: a few accents,
quotation marks and pilcrows in English text. Detection by statistics is unreliable on so little."""

CONTROLS = 0.02
"""Share of control characters from which on a file is binary."""

_CONTROL = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1b"))
_SAMPLE = 64 * 1024
_LINE_ENDS = re.compile(r"\r\n?")
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufeff]")
_NEIGHBOURS = re.compile("[^\x00-\x7f]{2}")
"""Mojibake has two characters beyond ASCII in a row; asked first, since ftfy's own test takes ten times the
rest of reading."""
_CODE_UNITS = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """Something in the bytes that was not as it should be, and was mended."""

    code: str
    line: int
    """First line that it concerns, from 1."""
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text and what it took to get it."""

    text: str
    """Repaired; lines end with ``\\n`` alone, other control and line-separator characters are blanks."""
    original: str
    """As decoded, byte order mark removed."""
    encoding: str
    repairs: tuple[Repair, ...]


def decode(data: bytes) -> Decoded:
    """Decode and mend a text.

    Raises:
        UnreadableInputError: The bytes are empty or no text.
    """
    _refuse_binary(data)
    original, encoding, repairs = _decoded(data)
    if not original.strip():
        raise _empty(message="nothing but blanks")
    return Decoded(
        text=clean(mended := _mend(original)),
        original=original,
        encoding=encoding,
        repairs=(*repairs, *_mojibake(original, mended), *_lost(original)),
    )


def clean(text: str) -> str:
    r"""Make ``\n`` the only line end and blank out control characters, length and lines kept otherwise."""
    if "\r" in text:
        text = _LINE_ENDS.sub("\n", text)
    return _ODD.sub(" ", text)


def _refuse_binary(data: bytes) -> None:
    if not data:
        raise _empty(message="the file is empty")
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            raise UnreadableInputError(
                code="file-binary", message=f"{name}, not text", hint="export the cable as plain text"
            )


def _decoded(data: bytes) -> tuple[str, str, tuple[Repair, ...]]:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _by_mark(data[len(mark) :], encoding)
    sample = data[:_SAMPLE]
    if b"\x00" in sample:
        return _by_mark(data, _wide(sample))
    if len(sample) - len(sample.translate(None, _CONTROL)) > CONTROLS * len(sample):
        raise _binary()
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError as error:
        return _guessed(data, error.start)


def _empty(*, message: str) -> UnreadableInputError:
    return UnreadableInputError(
        code="file-empty", message=message, hint="delete it, or put the cable's text in it"
    )


def _binary() -> UnreadableInputError:
    return UnreadableInputError(
        code="file-binary",
        message="binary data, not text",
        hint="remove it, or export the cable as plain text",
    )


def _wide(sample: bytes) -> str:
    """UTF-16 without a byte order mark shows in English text as zeros at every other place."""
    half = max(1, len(sample) // 2)
    zeros_even, zeros_odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    most, none = 0.4, 0.02
    if zeros_odd > most and zeros_even < none:
        return "utf-16-le"
    if zeros_even > most and zeros_odd < none:
        return "utf-16-be"
    raise _binary()


def _by_mark(data: bytes, encoding: str) -> tuple[str, str, tuple[Repair, ...]]:
    try:
        return data.decode(encoding), encoding, ()
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _guessed(data, error.start)
        # what cannot be decoded becomes U+FFFD, which is reported as lost characters
        return data.decode(encoding, errors="replace"), encoding, ()


def _guessed(data: bytes, first_bad: int) -> tuple[str, str, tuple[Repair, ...]]:
    line = data.count(b"\n", 0, first_bad) + 1
    text, encoding, note = _mixed(data) or _eight_bit(data)
    repair = Repair(
        code="encoding-guessed",
        line=line,
        message=f"not in UTF-8; {note}",
        hint="look at the accents and quotation marks, or save the file as UTF-8",
    )
    return text, encoding, (repair,)


def _mixed(data: bytes) -> tuple[str, str, str] | None:
    """UTF-8 in which a few bytes of Windows-1252 were pasted; None where it is not UTF-8 at all."""
    text = data.decode("utf-8", errors="surrogateescape")
    odd = len(_CODE_UNITS.findall(text))
    multibyte = len(text) - odd - sum(c < "\x80" for c in text)
    if multibyte <= odd:
        return None
    mended = _CODE_UNITS.sub(lambda match: _as_1252(ord(match[0]) - 0xDC00), text)
    return mended, "utf-8", f"read as UTF-8 with {odd} bytes of Windows-1252 among it"


def _as_1252(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="replace")


def _eight_bit(data: bytes) -> tuple[str, str, str]:
    beyond = len(data) - len(data.decode("ascii", errors="ignore"))
    encoding = "cp1252" if beyond <= FEW * len(data) else _statistical(data)
    return data.decode(encoding, errors="replace"), encoding, f"read as {encoding}"


def _statistical(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - takes long to load, and few corpora need it

    best = from_bytes(data, cp_isolation=list(LEGACY)).best()
    return best.encoding if best else "cp1252"


def _mend(text: str) -> str:
    """Undo text that was decoded by the wrong encoding before it came to us, line by line."""
    if text.isascii() or not _NEIGHBOURS.search(text):
        return text
    import ftfy  # noqa: PLC0415 - as above
    from ftfy.badness import is_bad  # noqa: PLC0415

    lines = text.split("\n")
    return "\n".join(
        ftfy.fix_encoding(line) if _NEIGHBOURS.search(line) and is_bad(line) else line for line in lines
    )


def _mojibake(before: str, after: str) -> Iterator[Repair]:
    if before == after:
        return
    lines = [
        number
        for number, (old, new) in enumerate(zip(before.split("\n"), after.split("\n"), strict=False), start=1)
        if old != new
    ]
    yield Repair(
        code="mojibake-repaired",
        line=lines[0] if lines else 1,
        message="wrongly decoded characters (such as Ã© for é) mended in"
        f" {counted(max(1, len(lines)), 'line')}",
        hint="compare with the original where names have accents",
    )


def _lost(text: str) -> Iterator[Repair]:
    if (count := text.count("\ufffd")) > 0:
        yield Repair(
            code="characters-lost",
            line=text.count("\n", 0, text.index("\ufffd")) + 1,
            message=f"{counted(count, 'character')}, lost earlier or not to be read, shown as \ufffd",
            hint="correct them from a better copy",
        )
