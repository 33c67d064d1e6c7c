"""Documents of word processors, and PDF: their text, read on by the layout that it has.

DOCX and ODT are read by what Python brings along. PDF and RTF need a library of the extra ``documents``;
where it is not installed one line says so.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final
from xml.parsers import expat

from generator.model import Problem, counted
from generator.read import limits
from generator.read.errors import UnreadableInputError
from generator.read.item import Item, Reading
from generator.read.library import library

DOCX, ODT, RTF, PDF = "docx", "odt", "rtf", "pdf"

_ODT_MARK: Final = b"mimetypeapplication/vnd.oasis.opendocument.text"
_LINES: Final = frozenset({"p", "h", "br", "cr", "line-break", "tr"})
"""Elements that end a line, in either format, by their names without the namespace."""
_SKIPPED: Final = frozenset({"annotation", "instrText", "tracked-changes", "deleted", "delText"})
_PAGES_MOST: Final = 5_000
_EMPTY_LEAST: Final = 20
"""Letters from which on a page has text."""


def recognises_docx(item: Item) -> bool:
    """A zip file whose first members are those of a Word document."""
    return (
        item.head.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in item.head and b"word/" in item.head
    )


def recognises_odt(item: Item) -> bool:
    """A zip file that says so in its first member."""
    return item.head.startswith(b"PK\x03\x04") and _ODT_MARK in item.head[:200]


def recognises_rtf(item: Item) -> bool:
    """The first word of rich text."""
    return item.head.startswith(b"{\\rtf")


def recognises_pdf(item: Item) -> bool:
    """The signature, before which a few bytes may stand."""
    return b"%PDF-" in item.head[:1024]


def read_docx(item: Item) -> Iterator[Reading]:
    """The document's text by its own layout.

    Raises:
        UnreadableInputError: Damaged, or larger than any telegram.
    """
    yield from _read_on(item, _xml_text(item, "word/document.xml"))


def read_odt(item: Item) -> Iterator[Reading]:
    """As :func:`read_docx`."""
    yield from _read_on(item, _xml_text(item, "content.xml"))


def read_rtf(item: Item) -> Iterator[Reading]:
    """The text of rich text.

    Raises:
        UnreadableInputError: The library is not installed, or cannot read it.
    """
    striprtf = library("striprtf.striprtf", reads="rich text", extra="documents", instead="export the text")
    text: str = striprtf.rtf_to_text(_whole(item).decode("cp1252", "replace"), errors="ignore")
    yield from _read_on(item, text)


def read_pdf(item: Item) -> Iterator[Reading]:
    """The text layer of a PDF, page by page.

    Raises:
        UnreadableInputError: The library is not installed, the file is damaged, or its pages are pictures.
    """
    pypdfium2 = library("pypdfium2", reads="a PDF document", extra="documents", instead="export the text")
    pages = _pages(pypdfium2, _whole(item))
    blank = sum(sum(map(str.isalnum, page)) < _EMPTY_LEAST for page in pages)
    if blank == len(pages):
        raise UnreadableInputError(
            code="scan-without-text",
            message=f"a PDF with {counted(len(pages), 'page')}, pictures without text",
            hint="have their text recognised (ocrmypdf) and add the result",
        )
    if blank:
        yield Problem.of(
            "scan-without-text", f"{blank} of {len(pages)} pages without text, pictures alone", path=item.name
        )
    yield from _read_on(item, _undivided("\f".join(pages)))


def _pages(pypdfium2: Any, data: bytes) -> list[str]:  # noqa: ANN401 - a module without types
    try:
        document = pypdfium2.PdfDocument(data)
        count = min(len(document), _PAGES_MOST)
        return [document[number].get_textpage().get_text_bounded() for number in range(count)]
    except Exception as error:
        raise UnreadableInputError(
            code="file-unreadable",
            message=f"a PDF that cannot be opened: {' '.join(str(error).split())[:100]}",
            hint="see whether a viewer opens it, and whether it asks for a password",
        ) from error


_SOFT: Final = re.compile(r"[\x02\ufffe\xad]\r?\n?")


_DIVIDED: Final = re.compile(r"([^\W\d_]{1,40})[\x02\ufffe]\r?\n?([^\W\d_]{1,40})")
"""A hyphen at the end of a line as PDFium gives it, without saying whether the word has one of its own."""
_HYPHENED: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]++-[^\W\d_]++")


def _undivided(text: str) -> str:
    """Words divided at the end of a line put together, with the hyphen where the text has it elsewhere."""
    own = {word.casefold() for word in _HYPHENED.findall(text)}

    def whole(match: re.Match[str]) -> str:
        hyphened = f"{match[1]}-{match[2]}"
        return hyphened if hyphened.casefold() in own else match[1] + match[2]

    return _SOFT.sub("", _DIVIDED.sub(whole, text)).replace("\r\n", "\n")


def _whole(item: Item) -> bytes:
    data = item.stream().read(limits.DOCUMENT + 1)
    if len(data) > limits.DOCUMENT:
        raise UnreadableInputError(
            code="file-too-large", message=f"more than {limits.DOCUMENT // limits.MIB} MiB", hint="split it"
        )
    return data


def _read_on(item: Item, text: str) -> Iterator[Reading]:
    data = text.encode("utf-8", "replace")
    yield from item.same(io.BytesIO(data), size=len(data))


def _xml_text(item: Item, member: str) -> str:
    """The text of one member of the zip file, a paragraph a line."""
    try:
        with zipfile.ZipFile(io.BytesIO(_whole(item))) as archive, archive.open(member) as opened:
            data = opened.read(limits.CABLE + 1)
    except (
        zipfile.BadZipFile,
        KeyError,
        OSError,
        ValueError,
        EOFError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise UnreadableInputError(
            code="file-unreadable",
            message="a document that is damaged, cut or encrypted",
            hint="open it in a word processor and save it anew",
        ) from error
    if len(data) > limits.CABLE:
        raise UnreadableInputError(
            code="file-too-large",
            message=f"more than {limits.CABLE // limits.MIB} MiB of text",
            hint="split it",
        )
    return _Text().of(data)


class _Text:
    """Collects the text of a document's XML."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._skipping = 0

    def of(self, data: bytes) -> str:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.EntityDeclHandler = _refused
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.buffer_text = True
        try:
            parser.Parse(data, True)  # noqa: FBT003 - the parser takes it by place alone
        except expat.ExpatError as error:
            raise UnreadableInputError(
                code="file-unreadable",
                message=f"a document whose XML is damaged: {error}",
                hint="open it in a word processor and save it anew",
            ) from error
        return "".join(self._parts)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rsplit(" ", 1)[-1]
        if local in _SKIPPED or self._skipping:
            self._skipping += 1
        elif local == "tab":
            self._parts.append("\t")
        elif local == "noBreakHyphen":
            self._parts.append("-")
        elif local == "s":
            count = next((value for key, value in attributes.items() if key.endswith(" c")), "1")
            self._parts.append(" " * (int(count) if count.isdecimal() and len(count) < 4 else 1))  # noqa: PLR2004

    def _end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif name.rsplit(" ", 1)[-1] in _LINES:
            self._parts.append("\n")

    def _text(self, text: str) -> None:
        if not self._skipping:
            self._parts.append(text)


def _refused(*_: object) -> None:
    raise UnreadableInputError(
        code="file-unreadable",
        message="a document that declares entities, as no word processor does",
        hint="open it in a word processor and save it anew",
    )
