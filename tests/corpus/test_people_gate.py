"""People found in the labelled cables of ../shared never fall below the pinned figures.

Floors stand in people_find_floors.json with the digest of the labels. Raise them when figures rise; lowering
one needs its reason in the commit message.
"""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold" / "people.jsonl"


@pytest.mark.corpus
@pytest.mark.skipif(not GOLD.exists(), reason="the labelled cables of ../shared are not here")
def test_people_are_found_as_well_as_before() -> None:
    command = ["bench/bench_people_find.py", "--floors", "tests/corpus/people_find_floors.json"]
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert done.returncode == 0, done.stdout + done.stderr
