"""The indexes over many cables."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import Catalogue, catalogue, links, related
from generator.model import Cable
from support.record import citing, entry, gathered, named, record

START = datetime(2006, 1, 1, tzinfo=UTC)


def cable(serial: int, day: int | None = None, **changes: object) -> Cable:
    date = None if day is None else START + timedelta(days=day)
    return record(f"06ASTANA{90_000 + serial}", "Text.", date=date, **changes)


def test_cables_are_in_order_of_time_and_the_undated_last() -> None:
    whole = gathered(cable(1, 9), cable(2), cable(3, 2), cable(4, 9))
    assert list(whole.entries) == ["06ASTANA90003", "06ASTANA90001", "06ASTANA90004", "06ASTANA90002"]
    assert {year: [each.key for each in found] for year, found in whole.by_year_alone.items()} == {
        2006: ["06ASTANA90002"]
    }
    assert whole.undated == ()
    assert {month: len(found) for month, found in whole.by_month.items()} == {(2006, 1): 3}


def test_every_index_holds_every_cable_of_its_value() -> None:
    whole = gathered(cable(1, 1, tags=("PGOV", "PGOV")), cable(2, 2, tags=(), post=None, country=None))
    assert {tag: len(found) for tag, found in whole.by_tag.items()} == {"PGOV": 1}
    assert [len(found) for found in whole.by_post.values()] == [1]
    assert [len(found) for found in whole.by_classification.values()] == [2]


def test_two_entries_of_one_key_are_refused() -> None:
    twice = entry(cable(1))
    with pytest.raises(ValueError, match="one key"):
        catalogue([twice, twice], ())


def test_a_citation_is_seen_from_both_ends() -> None:
    old = cable(1, 1)
    new = citing(record("06ASTANA90002", "See ref A."), "ref A", "06ASTANA90001")
    lost = citing(cable(3, 3), "X", "05BERN90009")
    whole = gathered(old, new, lost)
    assert [each.entry.key for each in whole.cited_by["06ASTANA90001"]] == ["06ASTANA90002"]
    assert [absent.id for absent in whole.absent] == ["05BERN90009"]
    shown = links(whole, "06ASTANA90001", related_limit=5, people_page_min=1)
    assert [each.passages[0].quote for each in shown.cited_by] == ["See ref A."]
    assert list(links(whole, "06ASTANA90002", related_limit=5, people_page_min=1).held) == ["06ASTANA90001"]


def test_neighbours_are_the_next_in_time_at_the_same_post() -> None:
    whole = gathered(cable(1, 1), cable(2, 2, post="Bern"), cable(3, 3), cable(4))
    assert [each and each.key for each in whole.neighbours["06ASTANA90001"]] == [None, "06ASTANA90003"]
    assert "06ASTANA90004" not in whole.neighbours


def test_people_have_a_page_from_the_threshold_on() -> None:
    first = named(record("06ASTANA90001", "Askar Omirbek."), "Askar Omirbek", "askar-omirbek")
    second = named(record("06ASTANA90002", "Askar Omirbek."), "Askar Omirbek", "askar-omirbek")
    second = named(second, "Askar", "askar")
    shown = links(gathered(first, second), "06ASTANA90002", related_limit=0, people_page_min=2)
    assert shown.person_pages == {"askar-omirbek"}


def test_the_most_related_share_what_is_rare() -> None:
    crowd = [cable(serial, serial * 90, tags=("PGOV",)) for serial in range(10, 50)]
    this = named(record("06ASTANA90001", "Askar Omirbek.", date=START), "Askar Omirbek", "askar-omirbek")
    same_person = named(
        record("06ASTANA90002", "Askar Omirbek.", date=START + timedelta(days=700)),
        "Askar Omirbek",
        "askar-omirbek",
    )
    same_reference = citing(cable(3, 500, tags=("ECON",)), "BERN 90009", "05BERN90009")
    whole = gathered(*crowd, citing(this, "BERN 90009", "05BERN90009"), same_person, same_reference)
    found = related(whole, whole.entries["06ASTANA90001"], 2)
    assert [each.key for each in found] == ["06ASTANA90003", "06ASTANA90002"]


def test_cables_linked_already_are_not_related_as_well() -> None:
    old = cable(1, 1)
    new = citing(cable(2, 2), "X", "06ASTANA90001")
    whole = gathered(old, new)
    assert related(whole, whole.entries["06ASTANA90001"], 5) == ()
    assert related(whole, whole.entries["06ASTANA90002"], 5) == ()


@settings(max_examples=30, deadline=None, derandomize=True)
@given(st.randoms(use_true_random=False))
def test_the_order_of_cables_makes_no_difference(dice: random.Random) -> None:
    cables = [
        citing(
            named(cable(serial, serial % 7 or None), f"Name {serial % 5}", f"name-{serial % 5}"),
            "X",
            f"06ASTANA{90_000 + serial % 4}",
        )
        for serial in range(1, 30)
    ]
    expected = seen(gathered(*cables))
    dice.shuffle(cables)
    assert seen(gathered(*cables)) == expected


def seen(whole: Catalogue) -> object:
    """Everything that pages show of a catalogue, except the order of a person's appearances."""
    shown = [links(whole, key, related_limit=5, people_page_min=1) for key in whole.entries]
    return whole.entries, whole.absent, list(whole.by_tag), list(whole.people), shown
