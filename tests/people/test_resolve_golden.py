"""Who is one person and who is two: tests/golden/people_resolve/*.txt.

Input: a line for each cable (id, date, country), below it, indented, a line for each person: name, offices
in parentheses, ``=`` further mentions, ``@`` where. Expected: a line for each page, with its cables and its
note.
"""

from collections.abc import Iterator

import pytest

from generator.people.resolve import People, resolve
from support.golden import Case, cases
from support.people import contexts_of


def pages(people: People) -> Iterator[str]:
    for person in people.persons:
        cables = " ".join(sorted({appearance.cable for appearance in person.appearances}))
        yield f"{person.slug}: {cables}" + (f" -- {person.note}" if person.note else "")


@pytest.mark.parametrize("case", cases("people_resolve"), ids=str)
def test_golden(case: Case) -> None:
    assert "\n".join(pages(resolve(contexts_of(case.given)))) == case.expected
