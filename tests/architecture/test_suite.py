"""How the tests are handed out to processes."""

from pathlib import Path

import pytest

from support.sharing import TOGETHER, piece_of

ROOT = Path(__file__).parents[2]


def test_what_runs_together_is_there() -> None:
    assert [shared for shared in TOGETHER if not (ROOT / shared).exists()] == []


@pytest.mark.parametrize(
    ("test", "piece"),
    [
        ("tests/browser/test_browser_marks.py::test_a[http]", "tests/browser/test_browser_marks.py"),
        ("tests/corpus/test_parse_gate.py::test_a[text-id]", "tests/corpus/test_parse_gate.py"),
        ("tests/corpus/test_resolve_gate.py::test_a", "tests/corpus/test_resolve_gate.py::test_a"),
    ],
)
def test_tests_that_share_something_are_one_piece_of_work(test: str, piece: str) -> None:
    assert piece_of(test) == piece


def test_a_mark_that_does_nothing_is_not_used() -> None:
    """``xdist_group`` has no effect under pytest 9.2."""
    marked = [
        path for path in (ROOT / "tests").rglob("test_*.py") if "mark.xdist_group" in path.read_text("utf-8")
    ]
    assert [path.name for path in marked if path != Path(__file__)] == []
