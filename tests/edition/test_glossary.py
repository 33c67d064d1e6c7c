"""A publisher's glossary."""

from pathlib import Path

from generator.edition import merged, read_glossary

SHIPPED = {"EU": "European Union", "OSCE": "Organization for Security"}


def test_meanings_are_added_changed_and_taken_out(tmp_path: Path) -> None:
    file = tmp_path / "glossary.yml"
    file.write_text("GOK: Government of Kazakhstan\nEU: the Union\nOSCE:\n", encoding="utf-8")
    own, problems = read_glossary(file, SHIPPED)
    assert problems == ()
    assert merged(SHIPPED, own) == (("EU", "the Union"), ("GOK", "Government of Kazakhstan"))


def test_a_wrong_entry_is_one_line_that_says_what_was_meant(tmp_path: Path) -> None:
    file = tmp_path / "glossary.yml"
    file.write_text("GOK: Government\nOCSE:\nsmall words: x\nEU: [a]\n", encoding="utf-8")
    own, problems = read_glossary(file, SHIPPED)
    assert own == {"GOK": "Government"}
    assert [(problem.line, problem.code) for problem in problems] == [
        (n, "glossary-entry") for n in (2, 3, 4)
    ]
    assert "did you mean OSCE?" in problems[0].message


def test_a_file_that_is_not_there_explains_nothing(tmp_path: Path) -> None:
    assert read_glossary(tmp_path / "glossary.yml", SHIPPED) == ({}, ())
