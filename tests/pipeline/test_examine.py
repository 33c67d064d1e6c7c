"""What is looked at before a corpus is: the files in which a publisher says what is to be done with it."""

from dataclasses import fields, replace
from pathlib import Path

import pytest

from generator.model import CODES
from generator.pipeline.examine import files_misnamed
from generator.pipeline.stopped import DOUBTFUL
from generator.settings import Sources

USUAL = Sources()
OPTIONS = tuple(option.name for option in fields(Sources) if option.name.endswith("_file"))


def sources(folder: Path, **named: Path) -> Sources:
    """A project's files, none of which need exist."""
    usual = {option: folder / getattr(USUAL, option) for option in OPTIONS}
    return replace(USUAL, **(usual | named))


@pytest.mark.parametrize("option", OPTIONS)
def test_a_file_that_is_named_and_not_there_is_told(tmp_path: Path, option: str) -> None:
    assert files_misnamed(sources(tmp_path)) == (), "those of the usual names need not exist"
    (problem,) = files_misnamed(sources(tmp_path, **{option: tmp_path / "other" / "mine.yml"}))
    assert f"{option}:" in problem.hint
    assert problem.code in CODES
    protecting = option in {"people_file", "protect_file", "withhold_file"}
    assert (problem.code in DOUBTFUL) is protecting, "what decides on protection stops a build"


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("witholding.yml", "withhold.yml"),
        ("people.yaml", "people.yml"),
        ("correction.yml", "corrections.yml"),
        ("note.yml", "notes.yml"),
        ("project.yml", None),
        ("notes.md", None),
    ],
)
def test_a_file_of_almost_the_right_name_is_told(tmp_path: Path, slip: str, meant: str | None) -> None:
    (tmp_path / slip).touch()
    said = [(problem.path, problem.hint) for problem in files_misnamed(sources(tmp_path))]
    assert said == ([(slip, f"rename it to {meant}")] if meant else [])


def test_a_folder_stands_for_its_file(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert files_misnamed(sources(tmp_path, notes_file=tmp_path / "mine.yml")) == ()
