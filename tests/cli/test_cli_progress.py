"""How far a build is: lines for machines, a bar's figures for people, or nothing."""

import json
from itertools import count
from pathlib import Path

import pytest

from generator.cli import main
from generator.cli.progress import Progressed, in_lines
from generator.read import expected_cables
from support.commands import SAMPLES, copy_project


def test_a_stage_says_how_fast_it_is_and_how_long_the_rest_takes() -> None:
    halfway = Progressed(stage="Reading", done=50, total=200, seconds=10.0)
    assert (halfway.rate, halfway.left) == (5.0, 30.0)
    assert Progressed(stage="Reading", done=0, total=200, seconds=10.0).left is None
    assert Progressed(stage="Reading", done=50, total=None, seconds=10.0).left is None
    assert Progressed(stage="Reading", done=9, total=8, seconds=1.0).left == 0.0


def test_lines_come_where_a_stage_begins_and_ends_and_once_a_second_meanwhile() -> None:
    lines: list[str] = []
    quarters = count(0)
    watch = in_lines(lines.append, lambda: next(quarters) / 4)
    assert list(watch("Reading", range(10), 10)) == list(range(10))
    told = [json.loads(line) for line in lines]
    assert {line["event"] for line in told} == {"progress"}
    done = [line["done"] for line in told]
    assert (done[0], done[-1]) == (0, 10)
    assert done == sorted(done)
    assert 2 < len(done) < 10


def test_a_build_tells_machines_all_on_standard_output_and_quiet_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    project = copy_project(tmp_path / "project")
    for path in (project / "corpus").iterdir():
        if path.name != "10ASTANA275.txt":
            path.unlink()
    (project / "corpus" / "empty.txt").write_text("", "utf-8")
    monkeypatch.chdir(project)
    assert main(["build", "--json"]) == 0
    said = capfd.readouterr()
    events = [json.loads(line) for line in said.out.splitlines()]
    assert said.err == ""
    stages = [event["stage"] for event in events if event["event"] == "progress"]
    assert list(dict.fromkeys(stages))[:2] == ["Reading", "Cataloguing"]
    (reading, *_) = (event for event in events if event["event"] == "progress")
    assert reading["total"] == 2
    (problem,) = (event for event in events if event["event"] == "problem")
    assert problem["path"] == "empty.txt"
    assert problem["code"]
    done = events[-1]
    assert (done["event"], done["place"], done["cables"], done["unchanged"]) == ("done", "site", 1, False)
    assert main(["build", "--quiet"]) == 0
    assert capfd.readouterr() == ("", "")
    assert main(["build", "--quiet", "--corpus", "nowhere"]) == 1
    assert "nowhere" in capfd.readouterr().err


def test_samples_are_counted_before_they_are_read() -> None:
    assert expected_cables([SAMPLES]) == len(list(SAMPLES.iterdir()))
