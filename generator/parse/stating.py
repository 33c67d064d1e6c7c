"""Text and layout held against each other.

What the text lacks is taken from the layout; where both speak and differ, the text's is kept and a warning
says so.
"""

from typing import Final

from generator import tables
from generator.model import Addressee, Source
from generator.parse.lines import Line, Notes, squeeze
from generator.parse.references import ReferenceLine, read_references
from generator.parse.tags import TagLine, read_tags
from generator.parse.telegrams import CitedFrom
from generator.parse.transmission import Transmission

WITHOUT_FIELDS: Final = frozenset({"frus", "tei", "incoming", "telno", "cablegram"})
"""Layouts of editions and older forms: no TAGS, as a rule no subject, numbers of paragraphs as it comes."""

_TITLE_LEAST: Final = 12
"""Letters of a title that must agree; an index cuts titles short."""


def subject_of(source: Source, printed: str, notes: Notes) -> str | None:
    """The subject: the text's, else the layout's."""
    stated = " ".join((source.stated.subject or "").split())
    if printed:
        if stated and not _same_title(printed, stated):
            notes.add("subject-conflict", f'stated "{stated[:60]}"')
        return printed
    if stated:
        notes.add("subject-from-stated", "no subject line in the text")
        return stated
    if source.layout not in WITHOUT_FIELDS:
        notes.add("subject-missing", "no subject line")
    return None


def _same_title(printed: str, stated: str) -> bool:
    """Whether one is the other's beginning, or stands in it."""
    first, second = sorted((squeeze(printed), squeeze(stated)), key=len)
    return not first or first in second or first[:_TITLE_LEAST] == second[:_TITLE_LEAST]


def tags_of(source: Source, printed: list[Line], notes: Notes) -> TagLine:
    """The tags: the text's, else the layout's."""
    stated = source.stated.tags
    if any(line.text for line in printed):
        line = read_tags(printed, notes)
        if stated and line.tags:
            _compare_tags(line, read_tags([Line(0, ", ".join(stated))], Notes()), notes)
        return line
    if stated:
        notes.add("tags-from-stated", "no TAGS line in the text")
        return read_tags([Line(source.first_line, ", ".join(stated))], notes)
    if source.layout not in WITHOUT_FIELDS:
        notes.add("tags-missing", "no TAGS line")
    return TagLine((), ())


def _compare_tags(line: TagLine, stated: TagLine, notes: Notes) -> None:
    others = [tag for tag in stated.tags if tag not in line.tags and tables.tag(tag)]
    if others:
        notes.add("tags-conflict", f"stated besides: {' '.join(others)}")


def references_of(source: Source, printed: list[Line], citing: CitedFrom, notes: Notes) -> ReferenceLine:
    """The references: the text's, else, where the layout is an archive's, the layout's."""
    line = read_references(printed, citing, notes)
    stated = source.stated.references
    if line.references or not stated or not source.stated.is_archival:
        return line
    notes.add("references-from-stated", "no references in the text")
    quiet = Notes()
    references = [
        reference
        for text in stated
        for reference in read_references([Line(source.first_line, text)], citing, quiet).references
    ]
    return ReferenceLine(tuple(dict.fromkeys(references)), line.rest)


def add_stated_addressees(source: Source, header: Transmission) -> None:
    """Those of the layout where the text names none."""
    if not (header.action or header.info):
        header.action += [
            Addressee(route=None, name=name, precedence=None, number=None)
            for name in source.stated.addressees
        ]


def captions_of(source: Source, printed: tuple[str, ...]) -> tuple[str, ...]:
    """The text's, then those that the layout alone has."""
    return tuple(dict.fromkeys((*printed, *source.stated.captions)))
