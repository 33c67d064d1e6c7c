"""Two thousand files that nobody would write, through every stage: what always holds, holds for them.

``bench/fuzz.py`` tries a hundred thousand, and any of these again: the seed and the number make the input.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.fuzz.hunt import ELSEWHERE, Catch, compare, hunt, reproducers, table
from support.fuzz.inputs import fuzz_input
from support.fuzz.invariants import INVARIANTS, SAME

SEED = 20_260
INPUTS, BATCH = 2_000, 250
TESTS = Path(__file__).parents[1]


def said(catch: Catch) -> str:
    """What went wrong, as ``bench/fuzz.py`` prints it."""
    return "\n".join(["", *table(catch), "", *reproducers(catch, SEED)])


@pytest.mark.parametrize("first", range(0, INPUTS, BATCH))
def test_whatever_stands_in_a_file_the_invariants_hold(first: int) -> None:
    catch = hunt(SEED, range(first, first + BATCH))
    assert not catch.failed, said(catch)


def test_another_process_makes_the_same_of_the_same_file() -> None:
    """Another order of sets, the inputs in another order: the same bytes."""
    numbers = range(0, 30 * ELSEWHERE, ELSEWHERE)
    ask = f"print(json.dumps(digests({SEED}, {numbers!r})))"
    call = f"import json; from support.fuzz.hunt import digests; {ask}"
    there = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", call],
        env=os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": str(TESTS)},
        cwd=TESTS.parent,
        capture_output=True,
        check=True,
    ).stdout
    catch = hunt(SEED, numbers)
    compare(catch, SEED, {int(number): digest for number, digest in json.loads(there).items()})
    assert catch.checked[SAME] > len(numbers)
    assert not catch.failed, said(catch)


def test_every_invariant_is_looked_at_and_every_kind_of_file_is_tried() -> None:
    """A hunt that looks at nothing finds nothing."""
    kinds = {fuzz_input(SEED, number).kind for number in range(INPUTS)}
    assert kinds >= {"sample", "telegram", "viewer", "csv", "records", "archive", "settings", "decisions"}
    looked = hunt(SEED, range(0, 160, 4)).checked
    assert {invariant for invariant in INVARIANTS if not looked[invariant]} == set()
