"""People of the labelled pairs of names are told apart and brought together no worse than the pinned figures.

Floors stand in people_resolve_floors.json with the digest of the pairs. Raise them when figures rise;
lowering one needs its reason in the commit message.
"""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "text"


@pytest.mark.corpus
@pytest.mark.timeout(900)
@pytest.mark.skipif(not CORPUS.exists(), reason="the real cables of ../shared are not here")
def test_people_are_resolved_as_well_as_before() -> None:
    floors = "tests/corpus/people_resolve_floors.json"
    command = [sys.executable, "bench/bench_resolve.py", "--copies", "1", "--floors", floors]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert done.returncode == 0, done.stdout + done.stderr
