"""References inside the text, resolved to the cable they mean.

``ref A`` · ``refs A and B`` · ``(Ref B, para 3)`` · ``reftel`` · ``reftels`` · ``09 ASTANA 308``.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.model import Block, Citation, Reference, Span
from generator.parse.telegrams import CitedFrom, find_telegrams

_PARAGRAPH: Final = r"(?:[\s,]{1,3}(?:at\s)?para(?:graph|s)?\.?\s(?P<paragraph>\d{1,3}))?"
# as in "ref A", "Ref (B)", "refs A, B and C", "REF-A", "reftel A"
_LABELLED: Final = re.compile(
    r"\b(?:ref|reftel)s?[\s.-]{0,2}\(?(?P<labels>[A-Z]\b\)?"
    # further ones: ", B and C", " & ref (D)"; no possessive: "and B's"
    r"(?:\s?(?:,|and|&|/|-|or)\s?(?:and\s)?(?:ref\s)?\(?[A-Z]\b\)?(?!'))*)" + _PARAGRAPH,
    # as in ", para 4"
    re.IGNORECASE,
)
_TELEGRAM: Final = re.compile(r"\bref(?:erence)?\s?tels?\b" + _PARAGRAPH, re.IGNORECASE)
_LABEL: Final = re.compile(r"(?<![A-Za-z])[A-Z](?![A-Za-z])", re.IGNORECASE)
_DIGITS: Final = re.compile(r"[A-Za-z.'] {1,3}#?\d{2,7}\b")


def find_citations(
    blocks: list[Block], references: tuple[Reference, ...], citing: CitedFrom, own: str | None
) -> tuple[Citation, ...]:
    """Every reference in the blocks that can be resolved, in reading order."""
    by_label: dict[str, str] = {}
    for reference in references:
        if reference.label and reference.id:
            by_label.setdefault(reference.label, reference.id)
    known = [reference.id for reference in references if reference.id]
    citations: list[Citation] = []
    for index, block in enumerate(blocks):
        text = block.text
        here: dict[tuple[int, int], Citation] = {}
        if "ref" in text or "Ref" in text or "REF" in text:
            for citation in (*_labelled(index, text, by_label), *_reftels(index, text, known)):
                here.setdefault((citation.span.start, citation.span.end), citation)
        if _DIGITS.search(text):
            for citation in _named(index, text, citing, own):
                here.setdefault((citation.span.start, citation.span.end), citation)
        citations += _apart(
            sorted(here.values(), key=lambda citation: (citation.span.start, -citation.span.end))
        )
    return tuple(citations)


def _labelled(index: int, text: str, by_label: dict[str, str]) -> Iterator[Citation]:
    if not by_label:
        return
    for match in _LABELLED.finditer(text):
        labels = list(_LABEL.finditer(text, match.start("labels"), match.end("labels")))
        for position, label in enumerate(labels):
            cable = by_label.get(label[0].upper())
            if cable is None:
                continue
            start = match.start() if position == 0 else label.start()
            end = match.end() if position == len(labels) - 1 and match["paragraph"] else label.end()
            yield Citation(
                span=Span(block=index, start=start, end=end), id=cable, paragraph=_number(match["paragraph"])
            )


def _reftels(index: int, text: str, known: list[str]) -> Iterator[Citation]:
    """``reftel`` means the one reference; where there are several it stays open."""
    if len(known) != 1:
        return
    for match in _TELEGRAM.finditer(text):
        yield Citation(
            span=Span(block=index, start=match.start(), end=match.end()),
            id=known[0],
            paragraph=_number(match["paragraph"]),
        )


def _named(index: int, text: str, citing: CitedFrom, own: str | None) -> Iterator[Citation]:
    for telegram in find_telegrams(text, citing):
        if telegram.id != own:
            yield Citation(span=Span(block=index, start=telegram.start, end=telegram.end), id=telegram.id)


def _number(printed: str | None) -> int | None:
    return int(printed) if printed else None


def _apart(citations: list[Citation]) -> list[Citation]:
    """Drop what overlaps an earlier one."""
    kept: list[Citation] = []
    for citation in citations:
        if not kept or citation.span.start >= kept[-1].span.end:
            kept.append(citation)
    return kept
