"""A pull request is told, cable by cable, what it gained and lost."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from support.commands import ROOT
from support.labelled import State, dump_state, judge_all, state_of

UNHEARD = ("people recall", "07BERN90001", "Anna Frey")


def told(*arguments: str) -> str:
    """What the command prints."""
    command = [sys.executable, "bench/gains.py", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own script


def test_each_gain_and_each_loss_is_named(tmp_path: Path) -> None:
    now = state_of(judge_all())
    lost = now.wrong[0]
    base = replace(now, percents=now.percents | {"date": 50.0}, wrong=(*now.wrong[1:], UNHEARD))
    kept = tmp_path / "state.json"
    kept.write_text(dump_state(base), encoding="utf-8")
    summary = told("--base", str(kept))
    assert "1 gained, 1 lost" in summary
    assert f"**Lost**\n\n- {lost[1]}, {lost[0]}: `{lost[2]}`\n" in summary
    assert "**Gained**\n\n- 07BERN90001, people recall: `Anna Frey`\n" in summary
    assert "| date | 50.00 | 100.00 | +50.00 |" in summary


def test_a_commit_that_is_not_there_costs_the_comparison_only() -> None:
    summary = told("--against", "no-such-commit")
    assert summary.startswith("Nothing to compare with: ")
    assert "0 gained, 0 lost" in summary


def test_a_state_without_a_mistake_is_written_and_read_too(tmp_path: Path) -> None:
    kept = tmp_path / "state.json"
    kept.write_text(dump_state(State(percents={}, wrong=())), encoding="utf-8")
    assert "0 gained" in told("--base", str(kept))
