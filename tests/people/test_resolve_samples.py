"""The people of the five sample cables, found and resolved by the project's own pipeline."""

from pathlib import Path

import pytest

from generator.model import Problem
from generator.people.resolve import People, resolve
from generator.pipeline.records import records

CORPUS = Path(__file__).parent.parent.parent / "corpus"


@pytest.fixture(scope="module")
def people() -> People:
    found = records([CORPUS], workers=1)
    return resolve(record.context for record in found if not isinstance(record, Problem))


@pytest.mark.parametrize(
    ("slug", "name", "cables"),
    [
        ("yevgeniy-zhovtis", "Yevgeniy Zhovtis", {"10ASTANA275", "09ASTANA1182"}),
        ("zagipa-baliyeva", "Zagipa Baliyeva", {"06ASTANA38", "09ASTANA308"}),
        ("tamara-kaleyeva", "Tamara Kaleyeva", {"09ASTANA1182"}),
        (
            "richard-e-hoagland",
            "Richard E. Hoagland",
            {"10ASTANA275", "09ASTANA308", "09ASTANA436", "09ASTANA1182"},
        ),
        (
            "nursultan-nazarbayev",
            "Nursultan Nazarbayev",
            {"10ASTANA275", "06ASTANA38", "09ASTANA308", "09ASTANA1182"},
        ),
    ],
)
def test_one_page_with_all_cables(people: People, slug: str, name: str, cables: set[str]) -> None:
    person = people.by_slug()[slug]
    assert person.name == name
    assert {appearance.cable for appearance in person.appearances} == cables


def test_the_daughter_is_somebody_else(people: People) -> None:
    assert {a.cable for a in people.by_slug()["sara-nazarbayeva"].appearances} == {"09ASTANA308"}


def test_other_spellings_lead_to_the_page(people: People) -> None:
    assert people.aliases["hoagland-kazakhstan"] == "richard-e-hoagland"
