"""Corrections: what the editors say takes the place of what a document says, and both can be read."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from generator.edition.corrections import Corrections, corrected, read_corrections
from generator.edition.fields import FIELDS, is_value
from generator.model import Cable, Problem, dump_cable, load_cable
from support.invented import invent, telegram
from support.parsing import cable_of

LAYOUTS = ("telegram", "plusd")


@pytest.fixture
def cable() -> Cable:
    return cable_of(telegram(invent(3, paragraphs=3)))


def read(folder: Path, text: str) -> tuple[Corrections, tuple[Problem, ...]]:
    path = folder / "corrections.yml"
    path.write_text(text, encoding="utf-8")
    return read_corrections(path, LAYOUTS)


def applied(folder: Path, cable: Cable, entry: str) -> tuple[Cable, list[str]]:
    """The cable with one entry, and the codes of what is said of it."""
    corrections, problems = read(folder, f"- cable: {cable.key}\n{entry}")
    assert problems == ()
    done, said = corrected(cable, corrections.cables[cable.key])
    return done, [problem.code for problem in said]


def test_a_field_is_corrected_and_the_record_says_what_the_document_has(tmp_path: Path, cable: Cable) -> None:
    done, said = applied(
        tmp_path,
        cable,
        "  correct: {date: 2009-02-21, tags: [PGOV, KZ], signed_by: BRANDT}\n"
        "  reason: The header gives the day after.\n  editor: M. Fischer\n  on: 2026-05-03\n",
    )
    assert said == []
    assert (done.date, done.date_precision, done.year) == (datetime(2009, 2, 21, tzinfo=UTC), "day", 2009)
    assert (done.tags, done.signed_by) == (("PGOV", "KZ"), "BRANDT")
    by_field = {correction.field: correction for correction in done.corrections}
    assert by_field["date"].was == FIELDS["date"].shown(cable)
    assert by_field["date"].now == ("2009-02-21",)
    assert by_field["tags"].was == cable.tags
    assert by_field["date"].corrected_on == date(2026, 5, 3)
    assert load_cable(dump_cable(done)) == done


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_takes_the_value_that_it_shows(name: str, cable: Cable) -> None:
    shown = FIELDS[name].shown(cable)
    assert is_value(name, shown) is None
    again = FIELDS[name].put(cable, shown)
    assert FIELDS[name].shown(again) == shown
    assert {each.id for each in again.references} == {each.id for each in cable.references}


def test_what_follows_from_a_field_follows_from_the_corrected_one(tmp_path: Path, cable: Cable) -> None:
    done, _ = applied(
        tmp_path,
        cable,
        "  correct: {origin: Embassy Reykjavik, references: [A. 08BERN9101, B. ROME 77], id: 07BERN9077}\n",
    )
    assert (done.post, done.country) == ("Reykjavik", "Iceland")
    assert [(each.label, each.id) for each in done.references][:1] == [("A", "08BERN9101")]
    assert done.references[1].label == "B"
    assert done.key == "07BERN9077"


@pytest.mark.parametrize(
    ("was", "codes"),
    [
        ("{subject: Something else}", ["correction-outdated"]),
        ("{date: null}", ["correction-outdated"]),
        ("{}", []),
    ],
)
def test_a_correction_of_what_is_no_longer_so_is_not_made(
    tmp_path: Path, cable: Cable, was: str, codes: list[str]
) -> None:
    field = "date: 2009-02-21" if "date" in was else "subject: BUDGET"
    done, said = applied(tmp_path, cable, f"  correct: {{{field}}}\n  was: {was}\n")
    assert said == codes
    assert bool(done.corrections) == (not codes)
    assert (done.subject == cable.subject) == bool(codes)


def test_a_correction_that_the_document_has_made_itself_is_reported(tmp_path: Path, cable: Cable) -> None:
    done, said = applied(tmp_path, cable, f"  correct: {{signed_by: {cable.signed_by}}}\n")
    assert (done.corrections, said) == ((), ["correction-outdated"])


def test_warnings_that_an_editor_has_settled_are_gone(tmp_path: Path) -> None:
    bare = cable_of("UNCLAS ASTANA 000308\n\nSUBJECT: BUDGET\n\n1. (U) It is late.\n")
    assert "date-missing" in [warning.code for warning in bare.warnings]
    done, _ = applied(tmp_path, bare, "  correct: {date: 2009-02-21}\n")
    assert "date-missing" not in [warning.code for warning in done.warnings]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- cable: 09ROME1\n  correct:\n    sender: Embassy Rome\n", 3, "did you mean origin?"),
        ("- cable: 09ROME1\n  correct:\n    subjct: X\n", 3, "did you mean subject?"),
        ("- cable: 09ROME1\n  correct:\n    date: 2009-02-30\n", 3, "2009-02-30"),
        ("- cable: 09ROME1\n  correct:\n    tags: [PGOV, 'no tag']\n", 3, "no TAGS code"),
        ("- cable: 09ROME1\n  correct: {subject: [A, B]}\n", 2, "one value"),
        ("- cable: 09ROME1\n  correct: {precedence: IMEDIATE}\n", 2, "did you mean IMMEDIATE?"),
        ("- cable: 09ROME1\n  correct: {classification: CONFIDENTAL}\n", 2, "did you mean CONFIDENTIAL?"),
        ("- cable: 9ROME1\n  correct: {subject: A}\n", 1, "no number like"),
        ("- cable: 09ROME1\n  correct: {subject: A}\n  when: 2026-05-03\n", 3, "known are"),
        ("- cable: 09ROME1\n  correct: {subject: A}\n  on: yesterday\n", 3, "no day like"),
        ("- cable: 09ROME1\n", 1, "lacks"),
        ("- cable: 09ROME1\n  date: 2009-02-20\n", 2, "did you mean correct?"),
        ("- file: a.txt\n  layout: telegrm\n", 2, "did you mean telegram?"),
        ("- file: a.txt\n  split: [one]\n", 2, "numbers of lines"),
        ("- cable: 09ROME1\n  correct: {subject: A}\n  correct: {subject: B}\n", 3, "twice"),
    ],
)
def test_a_wrong_entry_is_told_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    corrections, (problem,) = read(tmp_path, f"{text}- cable: 09ROME2\n  correct: {{subject: B}}\n")
    assert (problem.path, problem.line, problem.code) == ("corrections.yml", line, "correction-entry")
    assert words in problem.message
    assert list(corrections.cables) == ["09ROME2"], "the others count"


@pytest.mark.parametrize("text", ["cable: 09ROME1\n", "- [", "nothing", "- cable: \x00\n"])
def test_a_file_that_is_no_list_corrects_nothing(tmp_path: Path, text: str) -> None:
    corrections, (problem,) = read(tmp_path, text)
    assert (corrections.cables, problem.code) == ({}, "correction-entry")


def test_a_folder_of_files_is_read_in_order(tmp_path: Path) -> None:
    (tmp_path / "corrections" / "box").mkdir(parents=True)
    for name, subject in (("b.yml", "LATER"), ("a.yml", "FIRST"), ("box/c.yaml", "LAST")):
        text = f"- cable: 09ROME1\n  correct: {{subject: {subject}}}\n"
        (tmp_path / "corrections" / name).write_text(text, encoding="utf-8")
    corrections, problems = read_corrections(tmp_path / "corrections.yml", LAYOUTS)
    assert problems == ()
    entries = corrections.cables["09ROME1"]
    assert [(each.path, each.values["subject"]) for each in entries] == [
        ("corrections/a.yml", ("FIRST",)),
        ("corrections/b.yml", ("LATER",)),
        ("corrections/box/c.yaml", ("LAST",)),
    ]
