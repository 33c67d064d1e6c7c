"""Whether a record read back is one that this program could have written: a file can have been forged since.

Later stages trust a record: they cut blocks at its spans, make addresses of its ids, count its years.
"""

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta
from typing import Final

from generator.model import CABLE_ID, SUBJECT, YEARS, Cable, Span
from generator.read.names import shown

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE: Final = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
_SLUG_MOST: Final = 200
"""Characters of a slug: the longest file name that every system takes has 255 bytes."""
_NUMBER_MOST: Final = 10_000
_LINE_MOST: Final = 1_000_000_000
MOST: Final = 20_000
"""Entries of any list of a record; the longest real cable has some hundred blocks."""


def unsound(cable: Cable) -> str | None:
    """The first thing in a record that no cable can have, in words; None where all is sound.

    An id, a digest, a slug or a code not of its one pattern, a span outside its block, a number, date or
    length beyond any real one, a path that leads out of the corpus.
    """
    return next(_faults(cable), None)


def _faults(cable: Cable) -> Iterator[str]:
    values = (getattr(part, name.name) for part in (cable, cable.stated) for name in fields(part))
    if any(len(value) > MOST for value in values if isinstance(value, tuple)):
        yield f"a list of more than {MOST} entries"
    ids = [
        cable.id,
        *(citation.id for citation in cable.references),
        *(citation.id for citation in cable.citations),
    ]
    if not all(CABLE_ID.fullmatch(value) for value in ids if value is not None):
        yield "an id that is not in its canonical form"
    yield from _source_faults(cable)
    yield from _number_faults(cable)
    yield from _people_faults(cable)
    if any(
        span.block < 0 or not _inside(cable, span) for span in (citation.span for citation in cable.citations)
    ):
        yield "the span of a citation outside its block"


def _source_faults(cable: Cable) -> Iterator[str]:
    if not _DIGEST.fullmatch(cable.source.sha256):
        yield "source.sha256 that is no digest"
    if shown(cable.source.path) != cable.source.path:
        yield "source.path that is no plain relative path"
    if not _CODE.fullmatch(cable.source.layout):
        yield "source.layout that is no layout's name"
    if not all(_CODE.fullmatch(warning.code) for warning in cable.warnings):
        yield "the code of a warning that is none"


def _number_faults(cable: Cable) -> Iterator[str]:
    dates = [date for date in (cable.date, cable.stated.date) if date is not None]
    if any(date.year not in YEARS or date.utcoffset() != timedelta(0) for date in dates):
        yield "a date that no telegram can have, or not in UTC"
    numbers = [block.number for block in cable.blocks] + [citation.paragraph for citation in cable.citations]
    if not all(number is None or 0 <= number < _NUMBER_MOST for number in numbers):
        yield "a paragraph number that no telegram can have"
    lines = [block.line for block in cable.blocks] + [warning.line for warning in cable.warnings]
    if not all(line is None or 0 < line < _LINE_MOST for line in (*lines, cable.source.row)):
        yield "a line number that no file can have"


def _people_faults(cable: Cable) -> Iterator[str]:
    for person in cable.people:
        if len(person.slug) > _SLUG_MOST or not _SLUG.fullmatch(person.slug):
            yield "a person's slug that is not in its canonical form"
        if not person.name.strip():
            yield "a person without a name"
        if max(map(len, (person.mentions, person.roles, person.where, person.spans))) > MOST:
            yield f"a list of more than {MOST} entries"
        if not all(_inside(cable, span) for span in person.spans):
            yield "the span of a name outside its block"


def _inside(cable: Cable, span: Span) -> bool:
    """Whether a span lies within the subject or one of the blocks."""
    if not SUBJECT <= span.block < len(cable.blocks):
        return False
    text = (cable.subject or "") if span.block == SUBJECT else cable.blocks[span.block].text
    return 0 <= span.start < span.end <= len(text)
