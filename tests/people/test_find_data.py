"""The word lists say where they come from, hold words alone, and are made anew by anyone."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from support.commands import ROOT

DATA = ROOT / "generator" / "people" / "find" / "data"
FILES = sorted(DATA.iterdir())
LISTS = [path for path in FILES if path.suffix == ".txt"]
WORD = re.compile(r"['\u2018\u2019]?[^\W\d_].*|&")
"""Begins with a letter, or with the apostrophe of ``'s`` and ``'t``."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.name))
def test_every_file_says_where_its_lines_come_from(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    said = " ".join(line for line in lines if line.startswith("# "))
    assert re.search(r"by hand|made by bench/\w+\.py|GeoNames|census", said, re.IGNORECASE), said


@pytest.mark.parametrize("path", LISTS, ids=lambda path: str(path.name))
def test_every_entry_is_made_of_words(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not re.match(r"#|\[|$", line)]
    assert [line for line in lines if line != line.strip()] == []
    assert [word for line in lines for word in line.split() if not WORD.fullmatch(word)] == []


def test_lists_of_places_are_what_the_script_makes() -> None:
    done = subprocess.run(
        [sys.executable, "bench/place_names.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr
