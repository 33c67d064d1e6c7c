"""Roles as readers see them."""

import pytest

from generator.people.resolve.role_names import clean_roles, role_of


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("Russian PM", "Russian PM"),
        ("as President", "President"),
        ("Vargova and FM", "FM"),
        ("Despite Russian President", "Russian President"),
        ("Education and Science Minister", "Education and Science Minister"),
        ("Diplomatic Advisor\n- Pavel Drozdov", "Diplomatic Advisor"),
        ("provincial secretary whom Varga had fired the week before", "provincial secretary"),
        ("PLN president", "PLN president"),
        ("First Lady", "First Lady"),
        ("friend of Prime Minister", None),
        ("One of former President", None),
        ("Mrs.", None),
    ],
)
def test_a_role_is_what_remains_without_the_sentence(printed: str, shown: str | None) -> None:
    role = role_of(printed)
    assert (role.printed if role else None) == shown


def test_one_office_is_one_role_under_its_commonest_name() -> None:
    printed = [
        "PM",
        "Russian PM",
        "Prime Minister",
        "Prime Minister",
        "former Prime Minister",
        "PRESIDENT",
        "Mr.",
    ]
    assert sorted(clean_roles(printed).values()) == ["PRESIDENT", "Prime Minister", "former Prime Minister"]
