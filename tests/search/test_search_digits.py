"""Numbers as text."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.search.arrays import written_each
from generator.search.digits import cables_of, distances, from_distances, read, written

NUMBERS = st.lists(st.integers(0, 40) | st.integers(0, 1 << 40))


def test_small_numbers_are_short() -> None:
    assert [written([number]) for number in (0, 31, 32, 1023, 1024)] == ["A", "f", "gB", "_f", "ggB"]


@given(NUMBERS)
def test_numbers_come_back(numbers: list[int]) -> None:
    assert read(written(numbers)) == numbers


@given(st.sets(st.integers(0, 40) | st.integers(0, 1 << 40)))
def test_rising_numbers_come_back(numbers: set[int]) -> None:
    assert from_distances(distances(sorted(numbers))) == sorted(numbers)


@given(NUMBERS)
def test_many_at_once_are_written_as_one_by_one(numbers: list[int]) -> None:
    text, digits = written_each(np.array(numbers, dtype=np.int64))
    assert text.tobytes().decode() == written(numbers)
    assert digits.tolist() == [len(written([number])) for number in numbers]


@given(st.dictionaries(st.integers(0, 1 << 20), st.integers(0, 31)))
def test_a_posting_comes_back(strengths: dict[int, int]) -> None:
    rows = sorted(strengths)
    steps = [number - before - 1 for before, number in zip([-1, *rows], rows, strict=False)]
    posting = written(
        value for step, row in zip(steps, rows, strict=True) for value in (step, strengths[row])
    )
    assert cables_of(posting) == sorted(strengths.items())
