"""``people``: the undecided on standard output, counts and complaints beside it; people.yml counts."""

import io
import re
from pathlib import Path

import pytest

from generator.cli import main
from generator.cli.asking import Desk, ask
from generator.people.resolve import Doubt
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


def test_answers_are_written_to_people_yml_below_what_stands_there(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "# Ours.\nhide: # nobody yet\n"
    (project / "people.yml").write_text(text, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("k\np\nk\nq\n"))
    assert main(["people", "--joined", "--ask"]) == 0
    new = (project / "people.yml").read_text(encoding="utf-8")
    assert new.startswith(f"{text}different:\n  - [")
    assert new.count("\n") == text.count("\n") + 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        "1 decision written to people.yml; the next build heeds them."
    )
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["people", "--ask"]) == 0
    assert (project / "people.yml").read_text(encoding="utf-8") == new


ASKED = Doubt(
    kind="which",
    names=("Umarov", "Ivan Umarov", "Kairat Umarov"),
    slugs=("umarov", "ivan-umarov", "kairat-umarov"),
    cables=(("10ASTANA275",), ("09ASTANA1",), ("09ASTANA2",)),
    pro=(),
    con=(),
    worth=1.0,
)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("j\n2\n", "same:\n  - [Umarov (10ASTANA275), Kairat Umarov]\n"),
        (
            "p\n",
            (
                "different:\n  - [Umarov (10ASTANA275), Ivan Umarov]\n"
                "  - [Umarov (10ASTANA275), Kairat Umarov]\n"
            ),
        ),
        ("r\n3\nKairat Umaruly\n", "rename:\n  - Kairat Umarov: Kairat Umaruly\n"),
        ("h\n1\n", "hide:\n  - Umarov (10ASTANA275)\n"),
        ("j\n9\n", ""),
        ("x\ns\n", ""),
    ],
)
def test_each_key_decides_one_thing(
    typed: str, written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    desk = Desk(tmp_path / "people.yml")
    ask([ASKED], desk)
    assert (desk.path.read_text("utf-8") if desk.path.exists() else "") == written
