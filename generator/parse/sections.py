"""Summary, comment and note: which blocks lie between SUMMARY and END SUMMARY.

A section begins with a heading (``COMMENT``, ``Summary and Action Request``) or with the word at the start of
a paragraph (``SUMMARY: ...``, ``(Note: ...``); it ends with ``END SUMMARY`` or, begun by a heading, at
the next heading; begun in a paragraph that never says END, with that paragraph.
"""

import re
from dataclasses import replace
from typing import Final, cast

from generator.model import Block, Section

_WORD: Final = r"(?P<word>SUMMARY|COMMENT|NOTE)S?"
_BEGIN: Final = re.compile(
    # as in "SUMMARY", "BEGIN SUMMARY", "** Post Comment"
    rf"^\W{{0,4}}(?:BEGIN\s+|EXECUTIVE\s+|BIO\s+|POST\s+|EMBASSY\s+|MISSION\s+|CONSULATE\s+)?{_WORD}"
    # as in " AND INTRODUCTION", "/ACTION REQUEST"
    r"(?:(?:\s+(?:AND|&)\s+|/)[A-Z ]{3,25})?"
    # as in " (SBU):", ".", " - ", or the end of the line
    r"\s{0,3}(?:\([A-Z/]{1,8}\))?\s{0,2}(?:[:.;,]|--?\s|\s*$|-)",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(rf"\b{_WORD}\b", re.IGNORECASE)
_END: Final = re.compile(r"\bEND\s{1,3}(?:OF\s)?(?P<word>SUMMARY|COMMENT|NOTE)", re.IGNORECASE)


def mark_sections(blocks: list[Block]) -> list[Block]:
    """Give every block the section in which it lies."""
    marked: list[Block] = []
    current: Section | None = None
    by_heading = False
    for index, block in enumerate(blocks):
        begins = _begins(block)
        if block.kind == "heading":
            current, by_heading = begins, begins is not None
            marked.append(replace(block, section=current))
            continue
        if begins:
            current, by_heading = begins, False
        if (
            current
            and not by_heading
            and not begins
            and not _will_end(current, blocks[index : index + _REACH])
        ):
            current = None
        marked.append(replace(block, section=current))
        if (current and _ends(block, current)) or (
            current and not by_heading and not _will_end(current, blocks[index + 1 : index + 1 + _REACH])
        ):
            current = None
    return marked


def _begins(block: Block) -> Section | None:
    if block.kind in {"table", "preformatted", "notice"}:
        return None
    head = block.text[:80]
    match = _BEGIN.match(head)
    if not match and block.kind == "heading" and not _END.search(head):
        match = _HEADING.search(head)
    return cast("Section", match["word"].casefold()) if match else None


def _ends(block: Block, section: Section) -> bool:
    return any(match["word"].casefold() == section for match in _END.finditer(block.text))


_REACH: Final = 12
"""Blocks a section begun in a paragraph may take until its END."""


def _will_end(section: Section, blocks: list[Block]) -> bool:
    """True where an END of this section follows before another section of the kind begins."""
    for block in blocks[:_REACH]:
        if _ends(block, section):
            return True
        if block.kind == "heading" or _begins(block):
            return False
    return False
