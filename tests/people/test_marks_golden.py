"""Whom a request to protect means, in all the ways reporters write it: tests/golden/people_marks/*.txt.

Input: a sentence a line. Expected, line for line: the names to be protected, ``nobody``, or ``unclear`` where
a person has to say it and no site is built before.
"""

import pytest

from generator.people import read_people
from support.find import short_cable
from support.golden import Case, cases


@pytest.mark.parametrize("case", cases("people_marks"), ids=str)
def test_golden_marks(case: Case) -> None:
    assert "\n".join(map(meant, case.given.split("\n"))) == case.expected


def meant(sentence: str) -> str:
    read = read_people(short_cable(sentence))
    return "unclear" if read.unclear else "; ".join(read.protected) or "nobody"


def test_a_marked_name_is_a_protected_person_though_the_finder_missed_it() -> None:
    (person,) = read_people(short_cable("Ooqx Zwmbl (strictly protect) told us so.")).people
    assert (person.name, person.protected) == ("Ooqx Zwmbl", True)


def test_a_mark_in_a_line_outside_the_message_protects_whom_it_names() -> None:
    people = read_people(short_cable("ATTENTION: STATE FOR DRL/JOHN SMITH (PROTECT)\nHe left.")).people
    assert [person.protected for person in people] == [True] * len(people)


@pytest.mark.parametrize("row", ["Davit Sarkadze | lawyer | protect", "Davit Sarkadze\tlawyer\tPROTECT"])
def test_a_mark_in_a_table_protects_the_name_of_its_row(row: str) -> None:
    read = read_people(short_cable(row))
    assert read.protected == ("Davit Sarkadze",)
