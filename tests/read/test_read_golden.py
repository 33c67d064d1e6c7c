"""Odd forms of each layout, written by hand: tests/golden/read/*.txt."""

import pytest

from generator.model import Source
from support.golden import Case, cases
from support.reading import read_text


def shown(source: Source) -> str:
    """A source as the golden files write it: what is known, then the text."""
    stated = source.stated
    known = {
        "layout": source.layout,
        "id": stated.id,
        "date": stated.date and f"{stated.date:%Y-%m-%d %H:%M}",
        "classification": stated.classification,
        "origin": stated.origin,
        "subject": stated.subject,
        "tags": " ".join(stated.tags),
        "references": " ".join(stated.references),
        "captions": " ".join(stated.captions),
        "concepts": " | ".join(stated.concepts),
        "addressees": " | ".join(stated.addressees),
        "text status": stated.text_status,
        "place": stated.place,
        "drafted by": stated.drafted_by,
        "signed by": stated.signed_by,
        "remarks": " | ".join(source.remarks),
        "partial": "yes" if source.partial else None,
        "first line": source.first_line if source.first_line > 1 else None,
    }
    lines = [f"{key}: {value}" for key, value in known.items() if value]
    return "\n".join([*lines, "text:", *(f"|{line.rstrip()}" for line in source.text.split("\n"))])


@pytest.mark.parametrize("case", cases("read"), ids=str)
def test_golden(case: Case) -> None:
    found, problems = read_text(case.given, "file")
    parts = [shown(cable) for cable in found if isinstance(cable, Source)]
    assert "\n".join([*parts, *map(str, problems)]) == case.expected
