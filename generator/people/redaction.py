"""Stretches of a text replaced by the mark of a redaction, and spans moved along with them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.model import Citation, Span

REDACTION = "XXXXXXXXXXXX"
"""The corpus' own mark of a name taken out."""

Edit = tuple[int, int]
"""Start and end of a stretch to be replaced by REDACTION."""


def joined_edits(edits: Iterable[Edit]) -> list[Edit]:
    """Overlapping stretches made one; in order."""
    merged: list[Edit] = []
    for start, end in sorted(edits):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def redacted(text: str, edits: Sequence[Edit]) -> str:
    """The text with the mark in place of each stretch; they do not overlap, and come in order."""
    if not edits:
        return text
    bounds = [(0, 0), *edits, (len(text), len(text))]
    return REDACTION.join(text[end:start] for (_, end), (start, _) in pairwise(bounds))


def moved_span(span: Span, shifts: dict[int, list[Edit]]) -> Span:
    """The span in the new text; one that overlaps a redaction covers the redaction."""
    start, end = span.start, span.end
    for edit_start, edit_end in reversed(shifts.get(span.block, [])):
        grown = len(REDACTION) - (edit_end - edit_start)
        if edit_end <= span.start:
            start, end = start + grown, end + grown
        elif edit_start < span.end:
            start = min(start, edit_start)
            end = max(end, edit_end) + grown
    return Span(block=span.block, start=start, end=end)


def moved_citation(citation: Citation, shifts: dict[int, list[Edit]]) -> Citation:
    """The citation with its span in the new text."""
    return replace(citation, span=moved_span(citation.span, shifts))
