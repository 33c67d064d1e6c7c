"""Who is named in a cable: invented text in tests/golden/people_find/*.txt.

The input is a cable in short: lines ``SUBJECT:``, ``CLASSIFIED BY:``, ``ATTENTION:``, ``TAG:``, ``REF:`` and
``SIGNED:``, every other line a paragraph. Expected is one line a person, ``name | forms | roles | where``,
with ``(protect)`` behind a name that the text marks, or ``nobody``.
"""

import pytest

from generator.model import PersonFound
from generator.people import find_people
from support.find import short_cable
from support.golden import Case, cases


@pytest.mark.parametrize("case", cases("people_find"), ids=str)
def test_golden_people(case: Case) -> None:
    people = [shown(person) for person in find_people(short_cable(case.given))]
    assert (people or ["nobody"]) == case.expected.split("\n")


def shown(person: PersonFound) -> str:
    name = f"{person.name} (protect)" if person.protected else person.name
    lists = (person.mentions, person.roles, person.where)
    return " | ".join([name, *("; ".join(values) or "-" for values in lists)])
