"""Levels of classification."""

import pytest

from generator.tables import classification_levels, level, marked_level


@pytest.mark.parametrize(
    ("classification", "name"),
    [
        ("SECRET//NOFORN", "SECRET"),
        ("UNCLASSIFIED", "UNCLASSIFIED"),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "UNCLASSIFIED//FOR OFFICIAL USE ONLY"),
        ("CONFIDENTIAL//NOFORN", "CONFIDENTIAL"),
    ],
)
def test_controls_do_not_change_the_level(classification: str, name: str) -> None:
    found = level(classification)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["", "SECRETARY", "secret", "//NOFORN"])
def test_what_is_no_level(text: str) -> None:
    assert level(text) is None


def test_levels_rise() -> None:
    ranks = [known.rank for known in classification_levels()]
    assert ranks == sorted(set(ranks))


@pytest.mark.parametrize(
    ("markings", "name"),
    [
        (["U", "C"], "CONFIDENTIAL"),
        (["SBU", "U"], "UNCLASSIFIED//FOR OFFICIAL USE ONLY"),
        (["LOU"], "LIMITED OFFICIAL USE"),
        (["TS", "S"], "TOP SECRET"),
        (["FOUO", ""], None),
    ],
)
def test_the_highest_marking_is_the_level(markings: list[str], name: str | None) -> None:
    highest = marked_level(markings)
    assert (highest.name if highest else None) == name
