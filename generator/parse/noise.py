"""Takes out of the message what the network and the scraper put into it, so that sentences read on whole.

Page banners (``ASTANA 00000275 002 OF 003``), section headers repeated at the head of each section, captions
alone on a line, the old network's ``PAGE 02 ROME 01196 01 OF 02 082030Z``. What comes out is nothing of the
message; a routing table inside the message is kept as a notice.
"""

from typing import NamedTuple

from generator.parse.banners import PAGE, PAGE_FEET, PAGE_FOOT, PAGE_LEVEL, cut_banners, is_banner
from generator.parse.captions import is_caption
from generator.parse.classification import HeadLine, post_of, read_head
from generator.parse.fields import marker
from generator.parse.lines import Line, Notes, squeeze


class Cleaned(NamedTuple):
    """The message without noise."""

    lines: list[Line]
    """In place of what was taken out stands an empty line, so that paragraphs stay apart."""
    seams: frozenset[int]
    """Indexes of lines before which something was taken out: the sentence may go on."""
    pages: frozenset[int]
    """Those of the seams where a page ended."""
    removed: tuple[Line, ...]
    """What was taken out, but for page banners and captions on lines of their own."""


def clean(
    lines: list[Line], header: list[Line], head: HeadLine | None, stamped: frozenset[int], notes: Notes
) -> Cleaned:
    """Take page banners, repeated section headers and lone captions out of the message.

    Args:
        lines: The message.
        header: The lines before it.
        head: The classification line.
        stamped: Numbers of the lines where a stamp stood.
        notes: What was taken out.
    """
    cleaner = _Cleaner(header, head, notes)
    kept: list[Line] = []
    seams: set[int] = set()
    pages: set[int] = set()
    for line in lines:
        text = cleaner.clean(line) if line.text else ""
        if text != line.text or line.number in stamped:
            seams.add(len(kept))
            if "PAGE" in line.text or line.number in stamped:
                pages.add(len(kept))
            kept.append(Line(line.number, text))
        else:
            kept.append(line)
    return Cleaned(kept, frozenset(seams), frozenset(pages), tuple(cleaner.removed))


class _Cleaner:
    """Cleans line by line; knows whether the line at hand stands within a repeated header."""

    def __init__(self, header: list[Line], head: HeadLine | None, notes: Notes) -> None:
        self.removed: list[Line] = []
        self._known = {squeeze(line.text) for line in header} - {""}
        self._post = post_of(head)
        self._serial = ((head.serial if head else None) or "").lstrip("0")
        self._notes = notes
        self._in_header = False
        self._in_table = False

    def clean(self, line: Line) -> str:
        """The line's text without noise; empty where all of it is noise."""
        text = line.text
        if text.endswith(PAGE_FEET) and (foot := PAGE_FOOT.search(text[-40:])):
            self._take_out(line.number, foot[0])
            text = text[: len(text) - len(foot[0])]
        if " of 0" in text and is_banner(text, self._post):  # of a copy: kept as a notice
            self._take_out(line.number, text)
            return ""
        if " OF " in text:
            if is_banner(text, self._post):
                return ""
            text = self._without_banners(line.number, text)
        if "PAGE" in text:
            text = self._without_page(line.number, text)
        if self._in_header and (self._header_goes_on(line) or self._repeats_head(line)):
            return ""
        if self._repeats_head(line):
            self._notes.add("section-header-removed", "a section header was left out", line.number)
            self._in_header, self._in_table = True, False
        elif not (self._in_table or PAGE_LEVEL.match(text)):
            return "" if is_caption(text) else text
        self._take_out(line.number, text)
        return ""

    def _take_out(self, number: int, text: str) -> None:
        if text.strip():
            self.removed.append(Line(number, " ".join(text.split())))

    def _without_page(self, number: int, text: str) -> str:
        """``PAGE 03 ROME 01196 01 OF 02 082030Z`` off the front; behind page 1 is a routing table."""
        page = PAGE.match(text)
        if page is None:
            return text
        self._take_out(number, page[0])
        self._in_table = page["page"] == "01" and page["section"] is not None
        return text[page.end() :]

    def _without_banners(self, number: int, text: str) -> str:
        """Banners within a line, where a copy lost the line breaks."""
        text, banners = cut_banners(text, self._post)
        for banner in banners:
            self._take_out(number, banner)
        return text

    def _header_goes_on(self, line: Line) -> bool:
        """Within a repeated header: captions, fields and lines that the first header had."""
        if line.text.strip() and not is_caption(line.text):
            self._in_header = squeeze(line.text) in self._known or marker(line.text) is not None
            if self._in_header:
                self._take_out(line.number, line.text)
        return self._in_header

    def _repeats_head(self, line: Line) -> bool:
        if not self._serial or self._serial not in line.text:
            return False
        again = read_head(line)
        return again is not None and (again.serial or "").lstrip("0") == self._serial
