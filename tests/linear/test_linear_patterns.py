"""No pattern takes time with the square of a text; those that could never meet one long enough."""

import re

import pytest

from support.growth import Shape, grows
from support.patterns import Compiled, compiled_patterns, repeats, shapes

BOUNDED = {
    "people.find.mention._TITLED_LIKE": "30 characters before a name",
    "people.find.marked._GIVEN_BEFORE": "60 characters before a name",
    "parse.sections._BEGIN": "80 characters of a block",
}
"""Patterns that do, and why they never meet a long text."""

PATTERNS = [each for each in compiled_patterns() if each.name not in BOUNDED]
PARTS = 8


@pytest.mark.parametrize("part", range(PARTS))
def test_a_pattern_takes_time_with_the_text_and_no_more(part: int) -> None:
    assert [line for each in PATTERNS[part::PARTS] for line in too_much(each)] == []


def too_much(compiled: Compiled) -> list[str]:
    """The first text of each way of use for which the pattern takes too long."""
    found = []
    for way in sorted(compiled.ways):
        for shape in shapes(compiled.pattern, thorough=False):
            if ratio := grows(compiled.pattern, way, shape):
                found.append(f"{compiled.name}.{way}: {ratio:.0f} times for 4 times of {shape}")
                break
    return found


def test_the_table_of_bounded_patterns_names_patterns_of_the_package() -> None:
    assert BOUNDED.keys() <= {each.name for each in compiled_patterns()}


@pytest.mark.parametrize(
    ("pattern", "way", "unit"),
    [
        (r"\s+$", "search", " "),
        (r"x*x*x*y", "match", "x"),
        (r"(a|a)*b", "match", "a"),
        (r"^.*;.*;$", "search", ";"),
    ],
)
def test_what_takes_too_long_is_seen(pattern: str, way: str, unit: str) -> None:
    assert grows(re.compile(pattern), way, Shape(before="", unit=unit, behind="!"))


@pytest.mark.parametrize(("pattern", "unit"), [(r"\s++$", "a"), (r"(?<!\s)\s+$", " "), (r".{0,50};", "x")])
def test_what_is_linear_is_left_alone(pattern: str, unit: str) -> None:
    assert grows(re.compile(pattern), "search", Shape(before="", unit=unit, behind="!")) is None


def test_a_pattern_itself_says_which_texts_are_hard_for_it() -> None:
    assert repeats(re.compile(r"REF: [A-C]+(?:, B)*")) == (["REF: ", "REF: A"], ["A", ", B"])
