"""Takes out of the message what the network and the scraper put into it, so that sentences read on whole.

Page banners (``ASTANA 00000275 002 OF 003``), section headers repeated at the head of each section, captions
alone on a line, the old network's ``PAGE 02 ROME 01196 01 OF 02 082030Z``. What comes out is nothing of the
message; a routing table inside the message is kept as a notice.
"""

import re
from typing import Final, NamedTuple

from generator.parse.captions import is_caption
from generator.parse.classification import HeadLine, read_head
from generator.parse.fields import marker
from generator.parse.lines import Line, Notes, squeeze

# "ASTANA 00000275 002 OF 003", "STATE 00087210  001.2 OF 002", "VATICAN 00000141 003.2 OF 004"
_BANNER: Final = re.compile(
    r"^\s*[A-Z][A-Z .'\-]{2,30}\s0*\d{3,8}\s+0?\d{2,3}(?:\.\d+)?\s+OF\s+0?\d{2,3}\s*$"
)
_BANNER_INSIDE: Final = re.compile(
    r"(?<!\S)(?P<post>[A-Z][A-Z'\-]+(?: [A-Z][A-Z'\-]*){0,3}) {1,3}(?P<serial>\d{8}) {1,3}\d{3}(?:\.\d{1,2})? {1,3}OF {1,3}\d{3}(?!\S)"
)
# "PAGE 02        HARARE  06677  01 OF 03  291400Z", with the sentence going on behind it
_PAGE: Final = re.compile(
    r"^\s*PAGE\s+\d{1,2}\s+[A-Z][A-Z ]{1,20}\s+\d{4,6}\s+(?:\d\d\s+OF\s+\d\d\s+)?\d{6}Z\b\s*"
)
# " CONFIDENTIAL", "CONFIDENTIAL     PTQ1859": head and foot of such a page
_PAGE_LEVEL: Final = re.compile(
    r"^\s*(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)(?:\s+[A-Z]{3}\d{4})?\s*$"
)
_ROUTING_TABLE: Final = re.compile(r"^\s*(?:ACTION|INFO)\s+[A-Z/]{1,5}-\d\d\b")


class Cleaned(NamedTuple):
    """The message without noise."""

    lines: list[Line]
    """In place of what was taken out stands an empty line, so that paragraphs stay apart."""
    seams: frozenset[int]
    """Indexes of lines before which something was taken out: the sentence may go on."""
    notices: tuple[Line, ...]
    """What was taken out but says something."""


def clean(lines: list[Line], header: list[Line], head: HeadLine | None, notes: Notes) -> Cleaned:
    """Take page banners, repeated section headers and lone captions out of the message."""
    known = {squeeze(line.text) for line in header} - {""}
    kept: list[Line] = []
    seams: set[int] = set()
    notices: list[Line] = []
    state = _State(head, known)
    for line in lines:
        if not line.text.strip():
            kept.append(line)
            continue
        text = state.without_noise(line, notes, notices)
        if text != line.text:
            seams.add(len(kept))
            line = Line(line.number, text)  # noqa: PLW2901 - the cleaned line stands for the printed one
        kept.append(line)
    return Cleaned(kept, frozenset(seams), tuple(notices))


class _State:
    """Whether the line at hand stands within a repeated header."""

    def __init__(self, head: HeadLine | None, known: set[str]) -> None:
        self._head = head
        self._known = known
        self._inside = False
        self._table = False

    def without_noise(self, line: Line, notes: Notes, notices: list[Line]) -> str:
        """The line's text without noise; empty where all of it is noise."""
        text = line.text
        if "Z" in text and (page := _PAGE.match(text)):
            self._table = page[0].strip().startswith("PAGE 01") or "PAGE 01" in page[0]
            text = text[page.end() :]
        if " OF " in text:
            if _BANNER.match(text):
                return ""
            text = self._without_banners(text)
        if self._is_repeated_head(line, notes):
            self._inside, self._table = True, False
            return ""
        if self._table and text.strip():
            notices.append(Line(line.number, text.strip()))
            return ""
        if _PAGE_LEVEL.match(text) or is_caption(text):
            return ""
        if self._inside:
            if squeeze(text) in self._known or marker(text):
                return ""
            self._inside = False
        return text

    def _without_banners(self, text: str) -> str:
        for found in reversed(list(_BANNER_INSIDE.finditer(text))):
            start = found.start() + self._post_offset(found["post"])
            text = (
                text[:start].rstrip() + " " + text[found.end() :].lstrip() if start else text[found.end() :]
            )
        return text

    def _post_offset(self, words: str) -> int:
        """Where the post's name begins; capitals before it belong to the sentence."""
        post = (self._head.post or "").upper() if self._head else ""
        if post and words.endswith(post):
            return len(words) - len(post)
        return words.rfind(" ") + 1

    def _is_repeated_head(self, line: Line, notes: Notes) -> bool:
        if not self._head or not self._head.serial or self._head.serial.lstrip("0") not in line.text:
            return False
        again = read_head(line)
        if again is None or not again.serial or again.serial.lstrip("0") != self._head.serial.lstrip("0"):
            return False
        notes.add("section-header-removed", "a section header within the message was left out", line.number)
        return True
