"""protect.yml: what a publisher says of marks that nobody else can read; a doubt in it is reported."""

from pathlib import Path

import pytest

from generator.people.rulings import Ruling, entries_for, read_rulings

SENTENCE = 'He said "no" in confidence (STRICTLY PROTECT) that the courts: are for sale.'


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "protect.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_that_is_not_there_settles_nothing(tmp_path: Path) -> None:
    assert read_rulings(tmp_path / "protect.yml")[0].entries == ()


def test_the_entry_that_a_build_prints_settles_its_mark_once_it_is_filled_in(tmp_path: Path) -> None:
    printed = "\n".join(entries_for([("09ASTANA308", SENTENCE)]))
    _, problems = read_rulings(written(tmp_path, printed))
    assert [problem.code for problem in problems] == ["protect-entry"], "as printed it names nobody yet"
    rulings, problems = read_rulings(written(tmp_path, printed.replace("[...]", "[Ivan Petrenko]")))
    assert problems == ()
    ruling = rulings.of("09ASTANA308", SENTENCE)
    assert isinstance(ruling, Ruling)
    assert ruling.names == ("Ivan Petrenko",)
    assert rulings.of("09ASTANA309", SENTENCE) is None
    assert rulings.of("09ASTANA308", "Another sentence (PROTECT).") is None


@pytest.mark.parametrize(
    "text",
    [
        "cable: 09ASTANA308",
        "- 09ASTANA308",
        "- {cable: 09ASTANA308, sentence: he said}",
        "- {cable: 09ASTANA308, sentence: he said, protect: Ivan}",
        "- {cable: 09ASTANA308, sentence: he said, protect: [12, [Ivan]]}",
        "- {cable: 09ASTANA308, sentence: he said, protect: [], reason: none}",
        "- {cable: 09ASTANA308, sentence: '', protect: []}",
        "- [",
    ],
)
def test_what_cannot_be_understood_is_a_problem_with_what_to_do(tmp_path: Path, text: str) -> None:
    rulings, (problem,) = read_rulings(written(tmp_path, text))
    assert rulings.entries == ()
    assert problem.hint
