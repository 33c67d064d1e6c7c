"""Text that a publisher had recognised from pictures: hOCR and ALTO, read on by the layout that it has.

Both say of each word how sure the program was (``x_wconf 93``, ``WC="0.93"``). The words are taken as they
are; how sure they are is reported for the file: it says which files to read against the picture.
hOCR: https://kba.github.io/hocr-spec/1.2/. ALTO: https://www.loc.gov/standards/alto/.
"""

import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final
from xml.parsers import expat

from generator.model import Problem, counted
from generator.read import limits
from generator.read.decode import decode
from generator.read.errors import UnreadableInputError
from generator.read.item import Item, Reading

HOCR, ALTO = "hocr", "alto"

_HOCR: Final = re.compile(
    rb"""class\s*=\s*["'][^"']{0,80}\bocr_page\b|name\s*=\s*["']ocr-(?:system|capabilities)"""
)
_ALTO: Final = re.compile(rb"<(?:\w{1,20}:)?alto\b")
_SURE: Final = re.compile(r"\bx_wconf\s+(\d{1,3}(?:\.\d+)?)")
_LINES: Final = frozenset(
    {"ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"}
)
_PARAGRAPHS: Final = frozenset({"ocr_par", "ocr_carea", "ocrx_block"})
_VOID: Final = frozenset({"br", "hr", "img", "meta", "link", "input", "wbr", "col", "area", "base"})
_UNCLOSED: Final = 50
"""Open elements among which the one is looked for that a tag closes; HTML need not close all."""
DOUBTFUL: Final = 60
"""Per cent of sureness below which a word is likelier wrong than Tesseract's usual; its own scale."""


def recognises_hocr(item: Item) -> bool:
    """HTML that names the classes or the maker of hOCR."""
    return b"<" in item.head and _HOCR.search(item.head) is not None


def recognises_alto(item: Item) -> bool:
    """XML whose root is that of ALTO."""
    return item.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and _ALTO.search(item.head) is not None


def read_hocr(item: Item) -> Iterator[Reading]:
    """The words in their lines, a page feed between pages, and how sure they are.

    Raises:
        UnreadableInputError: There is no word in it, or it is larger than any document.
    """
    page = _Hocr()
    page.feed(decode(_whole(item)).text)
    page.close()
    yield from _read_on(item, page.text)


def read_alto(item: Item) -> Iterator[Reading]:
    """As :func:`read_hocr`.

    Raises:
        UnreadableInputError: It is no XML, declares entities, has no word, or is larger than any document.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    page = _Alto()
    parser.EntityDeclHandler = _refused
    parser.StartElementHandler = page.start
    parser.EndElementHandler = page.end
    try:
        parser.Parse(_whole(item), True)  # noqa: FBT003 - the parser takes it by place alone
    except expat.ExpatError as error:
        raise UnreadableInputError(
            code="file-unreadable", message=f"XML that is damaged: {error}", hint="export the text anew"
        ) from error
    yield from _read_on(item, page.text)


def _read_on(item: Item, text: "_Recognised") -> Iterator[Reading]:
    if not text.words:
        raise UnreadableInputError(
            code="scan-without-text",
            message="the result of text recognition, without a word",
            hint="see whether the picture is upright and whole, and recognise it again",
        )
    if sure := text.sureness():
        yield Problem.of("text-recognised", sure, path=item.name)
    data = text.printed().encode("utf-8", "replace")
    yield from item.same(io.BytesIO(data), size=len(data))


def _whole(item: Item) -> bytes:
    data = item.stream().read(limits.DOCUMENT + 1)
    if len(data) > limits.DOCUMENT:
        raise UnreadableInputError(
            code="file-too-large", message=f"more than {limits.DOCUMENT // limits.MIB} MiB", hint="split it"
        )
    return data


class _Recognised:
    """Words in lines, as a program recognised them."""

    def __init__(self) -> None:
        self.words = 0
        self._lines: list[str] = []
        self._line: list[str] = []
        self._sure: list[float] = []

    def word(self, text: str, sure: float | None) -> None:
        """One more word of the line, with its sureness in per cent."""
        if shown := " ".join(text.split()):
            self._line.append(shown)
            self.words += 1
            if sure is not None:
                self._sure.append(sure)

    def end_line(self) -> None:
        if self._line:
            self._lines.append(" ".join(self._line))
            self._line = []

    def apart(self, sign: str = "") -> None:
        """An empty line, or a page feed, before whatever follows."""
        self.end_line()
        if self._lines and self._lines[-1] not in ("", "\f"):
            self._lines.append(sign)

    def printed(self) -> str:
        self.end_line()
        return "\n".join(self._lines) + "\n"

    def sureness(self) -> str:
        """``412 words ..., on average 87 % sure; 31 of them below 60 %``; empty where nothing is said."""
        if not self._sure:
            return ""
        mean = sum(self._sure) / len(self._sure)
        doubtful = sum(sure < DOUBTFUL for sure in self._sure)
        return (
            f"{counted(self.words, 'word')} recognised from a picture, on average {mean:.0f} % sure; "
            f"{doubtful} of them below {DOUBTFUL} %"
        )


class _Hocr(HTMLParser):
    """Takes the words out of hOCR; markup within a word (bold, italics) is passed over."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = _Recognised()
        self._open: list[tuple[str, str]] = []
        """For each open element its name and what it is, or nothing."""
        self._word: list[str] | None = None
        self._sure: float | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        named = dict(attrs)
        classes = set((named.get("class") or "").split())
        kind = ""
        if "ocrx_word" in classes and self._word is None:
            kind, self._word = "word", []
            sure = _SURE.search(named.get("title") or "")
            self._sure = float(sure[1]) if sure else None
        elif classes & _LINES:
            kind = "line"
            self.text.end_line()
        elif classes & _PARAGRAPHS:
            kind = "paragraph"
        elif "ocr_page" in classes:
            kind = "page"
        self._open.append((tag, kind))

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self._open[-_UNCLOSED:]]
        if tag in names:
            for _ in range(names[::-1].index(tag) + 1):
                self._close(self._open.pop()[1])

    def _close(self, kind: str) -> None:
        if kind == "word":
            self.text.word("".join(self._word or ()), self._sure)
            self._word = None
        elif kind == "line":
            self.text.end_line()
        elif kind == "paragraph":
            self.text.apart()
        elif kind == "page":
            self.text.apart("\f")

    def handle_data(self, data: str) -> None:
        if self._word is not None:
            self._word.append(data)
        elif any(kind == "line" for _, kind in self._open[-_UNCLOSED:]):
            for word in data.split():  # some programs mark lines alone
                self.text.word(word, None)


class _Alto:
    """Takes the words out of ALTO; of a word divided between lines the first half stands for the whole."""

    def __init__(self) -> None:
        self.text = _Recognised()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name.rsplit(" ", 1)[-1] != "String" or attributes.get("SUBS_TYPE") == "HypPart2":
            return
        sure = attributes.get("WC", "")
        self.text.word(
            attributes.get("SUBS_CONTENT") or attributes.get("CONTENT", ""),
            100 * float(sure) if _SHARE.fullmatch(sure) else None,
        )

    def end(self, name: str) -> None:
        local = name.rsplit(" ", 1)[-1]
        if local == "TextLine":
            self.text.end_line()
        elif local == "TextBlock":
            self.text.apart()
        elif local == "Page":
            self.text.apart("\f")


_SHARE: Final = re.compile(r"[01](?:\.\d{1,12})?")


def _refused(*_: object) -> None:
    raise UnreadableInputError(
        code="file-unreadable",
        message="XML that declares entities, as no result of text recognition does",
        hint="take the declarations out",
    )
