"""``people``: the undecided on standard output, counts and complaints beside it; people.yml counts."""

import re
from pathlib import Path

import pytest

from generator.cli import main
from support.commands import copy_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = copy_project(tmp_path / "project")
    monkeypatch.chdir(folder)
    return folder


def people(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, list[str]]:
    """How many people there are, and what else is said on standard error."""
    assert main(["people", "--limit", "3", *options]) == 0
    *rest, last = capsys.readouterr().err.splitlines()
    count = re.fullmatch(r"(\d+) people; \d+ cases? left undecided", last)
    assert count is not None
    return int(count[1]), rest


def test_the_samples_people_are_counted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    count, said = people(capsys)
    assert count > 20
    assert said == []
    assert not (project / "site").exists()


def test_a_corpus_in_two_folders_is_read_whole(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, _ = people(capsys)
    monkeypatch.setenv("HOME", str(project))
    (project / "more").mkdir()
    for path in sorted((project / "corpus").glob("09*.txt")):
        path.rename(project / "more" / path.name)
    part, _ = people(capsys)
    both, _ = people(capsys, "--corpus", "corpus", "--corpus=~/more")
    assert part < whole == both


@pytest.mark.usefixtures("project")
def test_what_was_brought_together_is_listed_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["people", "--joined"]) == 0
    shown = capsys.readouterr().out
    first = next(line for line in shown.splitlines() if line.startswith("1. "))
    word = first.removeprefix("1. ").partition(" = ")[0].rpartition(" ")[2]
    assert "different: [[" in shown
    assert main(["people", "--joined", "--name", word.upper()]) == 0
    about = [line for line in capsys.readouterr().out.splitlines() if re.match(r"\d+\. ", line)]
    assert about
    assert all(word in line for line in about)


def test_a_decision_counts(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, _ = people(capsys)
    (project / "people.yml").write_text("same:\n- [Zagipa Baliyeva, Yevgeniy Zhovtis]\n", encoding="utf-8")
    after, said = people(capsys)
    assert (after, said) == (before - 1, [])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("same:\n- [Nobody At All, Yevgeniy Zhovtis]\n", "people.yml:2: "),
        ("sme:\n- [Zagipa Baliyeva, Yevgeniy Zhovtis]\n", "people.yml:1: "),
        ("same: [\n", "people.yml:2: "),
    ],
    ids=["nobody", "no such decision", "no YAML"],
)
def test_a_wrong_decision_is_one_line(
    project: Path, text: str, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before, _ = people(capsys)
    (project / "people.yml").write_text(text, encoding="utf-8")
    after, (line,) = people(capsys)
    assert after == before
    assert line.startswith(place)
    assert "; " in line
