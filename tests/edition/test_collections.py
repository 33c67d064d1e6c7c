"""Where cables come from: the nearest folder says, and what is around it says the rest."""

from pathlib import Path

import pytest

from generator.edition.collections import Collections, read_collections
from generator.model import Holding, Problem

TEXT = """\
- folder: aad/box7
  box: "7"
- folder: aad
  name: Central Files
  archive: National Archives
  link: https://aad.archives.gov/aad/
- folder: ./other.zip/
  name: Others
"""


def read(folder: Path, text: str) -> tuple[Collections, tuple[Problem, ...]]:
    (folder / "collections.yml").write_text(text, encoding="utf-8")
    return read_collections(folder / "collections.yml")


def test_the_nearest_folder_says_where_a_cable_comes_from(tmp_path: Path) -> None:
    collections, problems = read(tmp_path, TEXT)
    assert problems == ()
    files = Holding(name="Central Files", archive="National Archives", link="https://aad.archives.gov/aad/")
    box = Holding(
        name="Central Files", archive="National Archives", box="7", link="https://aad.archives.gov/aad/"
    )
    assert collections.of("aad/a.txt") == files
    assert collections.of("aad/box7/1975/a.txt") == box
    assert collections.of("aad/box70/a.txt") == files
    assert collections.of("other.zip/a.txt") == Holding(name="Others")
    assert collections.of("elsewhere/a.txt") is None
    assert [each.line for each in collections.idle(["aad/a.txt", "other.zip/a.txt"])] == [1]


def test_a_dot_is_all_of_the_corpus(tmp_path: Path) -> None:
    collections, _ = read(tmp_path, "- {folder: ., name: All}\n- {folder: a, box: '1'}\n")
    assert collections.of("b.txt") == Holding(name="All")
    assert collections.of("a/b.txt") == Holding(name="All", box="1")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- {name: A}", 1),
        ("- {folder: a}", 1),
        ("- folder: a\n  nam: A", 2),
        ("- folder: a\n  name: A\n  link: example.org", 3),
        ("- folder: a\n  name: A\n  link: javascript:alert(1)", 3),
        ("- {folder: b, name: B}", 1),
    ],
)
def test_a_wrong_entry_is_told_with_its_line_and_the_others_count(
    tmp_path: Path, text: str, line: int
) -> None:
    collections, (problem,) = read(tmp_path, f"{text}\n- {{folder: b, name: B}}\n")
    assert problem.code == "collection-entry"
    assert problem.line in {line, line + 1}
    assert collections.of("b/c.txt") == Holding(name="B")
