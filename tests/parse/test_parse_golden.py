"""Odd forms of telegrams, written by hand: tests/golden/parse/*.txt.

The expected part names the fields it speaks of, ``key: value``, a value a line; ``-`` where there is none.
"""

import pytest

from support.golden import Case, cases
from support.parsing import cable_of, shown


@pytest.mark.parametrize("case", cases("parse"), ids=str)
def test_golden_parse(case: Case) -> None:
    expected = case.expected.split("\n")
    keys = list(dict.fromkeys(line.split(":")[0] for line in expected))
    assert shown(cable_of(case.given), keys) == expected
