"""Reading, parsing and finding take steps with the text, whatever it is made of.

Steps are calls of functions, counted: the same on any machine. ``bench/bench_hostile.py`` measures the same
texts by the clock, to a megabyte.
"""

import pytest

from support.growth import TIMES, steps
from support.long_cables import DIFFERENT, SHAPES, cable_from, text_of

SIZE = 1_500
MOST_GROWTH = 8
"""A text four times as long may take so many times the steps; the square would be sixteen."""


LATE = {"headers in one"}
"""Shapes of which the first lines only are looked at again and again, so that a short text says too much."""


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Tables and models are loaded once."""
    cable_from(text_of("sentences", SIZE))


@pytest.mark.parametrize("name", [*SHAPES, *DIFFERENT])
def test_steps_grow_with_the_text(name: str) -> None:
    size = SIZE if name in SHAPES and name not in LATE else 8 * SIZE
    short, long = text_of(name, size), text_of(name, TIMES * size)
    cable_from(long)  # what this shape alone makes use of is loaded, and its words are known, in both
    assert steps(lambda: cable_from(long)) < MOST_GROWTH * steps(lambda: cable_from(short))
