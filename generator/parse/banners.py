"""Page banners: what the network printed at the head of each page of a telegram.

``ASTANA 00000275 002 OF 003`` · ``STATE 00087210  001.2 OF 002``; the old network's
``PAGE 02 ROME 01196 01 OF 02 082030Z``.
"""

import re
from itertools import pairwise
from typing import Final

from generator.parse.lines import Line
from generator.tables import LEVEL_PATTERN, PRINTED_LEVELS

_BANNER: Final = re.compile(
    r"^\s*(?P<post>[A-Z][A-Z .'\-]{2,30})\s0*\d{3,8}\s+0?\d{2,3}(?:\.\d+)?\s+OF\s+0?\d{2,3}\s*$"
)
"""A banner on a line of its own."""

_SMALL: Final = re.compile(
    r"^\s*[a-z][a-z .'\-]{2,30}\s\d{8}\s+\d{3}(?:\.\d+)?\s+of\s+\d{3}\s*$", re.IGNORECASE
)
"""The same in small letters, where a copy has all in them: the full number tells it from a sentence."""

_INSIDE: Final = re.compile(
    r"(?<!\S)(?P<post>[A-Z][A-Z'\-]+(?: [A-Z][A-Z'\-]*){0,3}) {1,3}(?P<serial>\d{8}) {1,3}"
    r"\d{3}(?:\.\d{1,2})? {1,3}OF {1,3}\d{3}(?!\S)"
)
"""A banner within a line, where a copy lost the line breaks; capitals before it may belong to the text."""

PAGE: Final = re.compile(
    # as in "CONFIDENTIAL    PAGE 02        HARARE  06677"
    rf"^\s*(?:(?:{LEVEL_PATTERN})\s+)?PAGE\s+(?P<page>\d{{1,3}})"
    r"\s+[A-Z](?:[ .'-]{0,2}[A-Z]){1,20}\s+\d{3,8}"
    # as in "  01 OF 03  291400Z", "  291400Z", nothing
    rf"(?:\s+(?P<section>\d\d)\s+OF\s+\d\d\b)?(?:\s+\d{{6}}Z\b|\s*$)\s*(?:(?:{LEVEL_PATTERN})\s*$)?"
)
"""``PAGE 02        HARARE  06677  01 OF 03  291400Z``, with the sentence going on behind it.

Outgoing ones have no time: ``PAGE 02        STATE  012345``. The classification may stand beside it."""

_PAGE_INSIDE: Final = re.compile(
    rf"(?<=\S)\s{{1,60}}(?:(?:{LEVEL_PATTERN})\s{{1,20}})?PAGE\s{{1,4}}\d{{2,3}}"
    r"\s{1,12}[A-Z](?:[ .'-]?[A-Z]){1,20}\s{1,4}\d{3,8}\s{1,4}(?:\d\d\s{1,3}OF\s{1,3}\d\d\s{1,4})?\d{6}Z\b"
)
"""The same within a line, where a copy lost the line breaks."""

_PAGE_BROKEN: Final = re.compile(rf"^\s*(?:(?:{LEVEL_PATTERN})\s+)?PAGE\s+\d{{1,3}}$")
"""``PAGE 02`` with its post and number on the next line."""

PAGE_LEVEL: Final = re.compile(rf"^\s*(?:{LEVEL_PATTERN})(?:\s+[A-Z]{{3}}\d{{4}})?\s*$")
"""`` CONFIDENTIAL``, ``CONFIDENTIAL     PTQ1859``: head and foot of such a page."""

PAGE_FEET: Final = PRINTED_LEVELS
PAGE_FOOT: Final = re.compile(r"(?<=\S)\s{5,}[A-Z]+$")
"""The foot of a page run into the line before it: ``SHADOWS OVER THEIR FUTURE. BOTH      CONFIDENTIAL``."""


def mend_pages(lines: list[Line]) -> list[Line]:
    """``PAGE 02`` and ``ROME 00123  231530Z`` on the next line as the one line that they were."""
    mended = list(lines)
    for index, (line, following) in enumerate(pairwise(lines)):
        if "PAGE" in line.text and _PAGE_BROKEN.match(line.text):
            whole = f"{line.text}  {following.text.lstrip()}"
            if PAGE.match(whole):
                mended[index : index + 2] = [Line(line.number, ""), Line(following.number, whole)]
    return mended


def cut_banners(text: str, post: str) -> tuple[str, tuple[str, ...]]:
    """Banners out of a line into which a copy ran them.

    Args:
        text: One line.
        post: The post of the telegram in capitals; empty where it is not known, then the last word before the
            serial is taken for it.

    Returns:
        The line without them, and the banners, the last first.
    """
    cut: list[str] = []
    if "PAGE" in text:
        cut += [" ".join(banner[0].split()) for banner in _PAGE_INSIDE.finditer(text)][::-1]
        text = _PAGE_INSIDE.sub(" ", text).rstrip() if cut else text
    matches = list(_INSIDE.finditer(text)) if " OF " in text else []
    for banner in reversed(matches):
        words = banner["post"]
        offset = len(words) - len(post) if post and words.endswith(post) else words.rfind(" ") + 1
        start = banner.start() + offset
        cut.append(text[start : banner.end()])
        text = f"{text[:start].rstrip()} {text[banner.end() :].lstrip()}".lstrip()
    return text, tuple(cut)


def is_banner(text: str, post: str) -> bool:
    """True where a line holds a page banner and no word of the text before it.

    Args:
        text: One line.
        post: As for :func:`cut_banners`.
    """
    if " of 0" in text and _SMALL.match(text):
        return True
    match = _BANNER.match(text) if " OF " in text else None
    return match is not None and not (post and match["post"].rstrip().endswith(f" {post}"))
