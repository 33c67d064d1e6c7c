"""Corrections in a build: shown, kept in the store cable by cable, and reported where they fit nothing."""

import gzip
import zipfile
from pathlib import Path

import pytest

from generator.edition.corrections import read_corrections
from generator.model import Problem, load_cable
from generator.pipeline import Record, records
from generator.pipeline.correcting import corrected_records
from generator.pipeline.memory import remembering
from generator.read import LAYOUTS
from generator.settings import Finding, Project
from support.invented import invent, telegram

TWO = "".join(telegram(invent(number, paragraphs=2)) + "\n\n" for number in (1, 2))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "mkdocs.yml").write_text("site_name: Invented\n", encoding="utf-8")
    (tmp_path / "corpus").mkdir()
    for number in (3, 4, 5):
        (tmp_path / "corpus" / f"{number}.txt").write_text(telegram(invent(number)), encoding="utf-8")
    (tmp_path / "corpus" / "two.txt").write_text(TWO, encoding="utf-8")
    return Project(config_file=tmp_path / "mkdocs.yml", base=tmp_path)


def read(project: Project, corrections: str) -> tuple[dict[str, Record], list[Problem], tuple[int, int]]:
    """Records by number, what was said, and how many were corrected by the store and anew."""
    path = project.root / "corrections.yml"
    path.write_text(corrections, encoding="utf-8")
    entries, problems = read_corrections(path, [layout.name for layout in LAYOUTS])
    with remembering(project, Finding(), wanted=True) as memory:
        outcomes = corrected_records(
            records([project.root / "corpus"], read_as=entries.files, workers=1, memory=memory),
            entries,
            tagger="",
            memory=memory,
            workers=1,
        )
        whole = list(outcomes)
        tally = memory.store.tallies.get("cables corrected")
        found = (tally.found, tally.made) if tally else (0, 0)
    said = [*problems, *(outcome for outcome in whole if isinstance(outcome, Problem))]
    return {each.context.key: each for each in whole if isinstance(each, Record)}, said, found


def entry(number: str, subject: str) -> str:
    return f"- cable: {number}\n  correct: {{subject: {subject}}}\n"


def test_one_changed_correction_redoes_one_cable(project: Project) -> None:
    first, _, _ = read(project, "")
    one, other, *_ = sorted(first)
    done, said, counts = read(project, entry(one, "BUDGET OF IVAN PETRENKO") + entry(other, "COURTS"))
    assert (said, counts) == ([], (0, 2))
    assert "Ivan Petrenko" in [person.name for person in done[one].context.people], "people see the subject"
    _, _, counts = read(project, entry(one, "BUDGET OF IVAN PETRENKO") + entry(other, "COURTS LATE"))
    assert counts == (1, 1)
    assert load_cable(first[one].line).corrections == ()


def test_an_entry_on_a_cable_or_file_that_is_not_there_is_a_warning_with_its_line(project: Project) -> None:
    _, said, _ = read(project, f"{entry('09ROME90001', 'A')}- file: 33.txt\n  layout: telegram\n")
    assert [(each.code, each.line) for each in said] == [("correction-idle", 1), ("correction-idle", 3)]
    assert "did you mean" in said[1].message


def test_a_merged_cable_that_is_still_there_is_a_warning(project: Project) -> None:
    """It has its page, so that nothing leads on from it."""
    one, other, *_ = sorted(read(project, "")[0])
    _, said, _ = read(project, f"- cable: {one}\n  merged_into: {other}\n")
    assert [(each.code, f"{one} is still in the corpus" in each.message) for each in said] == [
        ("correction-idle", True)
    ]
    _, said, _ = read(project, "- cable: 09ROME90001\n  merged_into: 09ROME90002\n")
    assert ["no cable 09ROME90002" in each.message for each in said] == [True]
    _, said, _ = read(project, f"- cable: 09ROME90001\n  merged_into: {other}\n")
    assert said == []


def test_files_are_read_as_the_editors_say(project: Project) -> None:
    found, _, _ = read(project, "")
    second = TWO[: TWO.index("VZCZC", 10)].count("\n") + 1
    whole, said, _ = read(project, "- file: two.txt\n  split: [1]\n")
    assert said == []
    assert len(whole) == len(found) - 1
    cut, _, _ = read(project, f"- file: two.txt\n  split: [1, {second}]\n")
    assert sorted(cut) == sorted(found)
    forced, _, _ = read(project, "- file: 3.txt\n  layout: markdown\n")
    assert {load_cable(each.line).source.layout for each in forced.values()} == {"telegram", "markdown"}


def test_what_an_archive_holds_is_read_as_the_editors_say(project: Project) -> None:
    """A member has the archive's name before its own; of a packed file its own name is meant."""
    corpus = project.root / "corpus"
    (corpus / "two.txt").unlink()
    with zipfile.ZipFile(corpus / "box.zip", "w") as archive:
        archive.writestr("1975/two.txt", TWO)
        archive.writestr("1975/6.txt", telegram(invent(6)))
    (corpus / "7.txt.gz").write_bytes(gzip.compress(telegram(invent(7)).encode()))
    found, _, _ = read(project, "")
    assert len(found) == 7
    whole, said, _ = read(project, "- file: box.zip/1975/two.txt\n  split: [1]\n")
    assert (said, len(whole)) == ([], 6)
    again, said, _ = read(project, "")
    assert (said, sorted(again)) == ([], sorted(found)), "what was kept of the other reading is not taken"
    entries = "".join(f"- file: {name}\n  layout: markdown\n" for name in ("box.zip/1975/6.txt", "7.txt.gz"))
    forced, said, _ = read(project, entries)
    assert said == []
    layouts = {key: load_cable(each.line).source.layout for key, each in forced.items()}
    others = {invent(6).id, invent(7).id}
    assert {key for key, layout in layouts.items() if layout == "markdown"} == others
    _, said, _ = read(project, "- file: box.zip/1975/tow.txt\n  split: [1]\n")
    assert [each.code for each in said] == ["correction-idle"]
    assert "did you mean box.zip/1975/two.txt?" in said[0].message
