"""people.yml: how it is read (tests/golden/people_decisions/*.txt) and what it does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.people.decisions import HIDING, Decisions, parse_decisions, read_decisions
from generator.people.resolve import People, render_doubts, render_joins, resolve
from support.golden import Case, cases
from support.people import contexts_of

CORPUS = """
06LIMA90001 2006-02-01 Peru
  Juan Garcia Larralde (mayor)
  Quesada
08BERN90002 2008-02-01 Switzerland
  Juan Larralde (engineer)
09BERN90003 2009-02-01 Switzerland
  Beatriz Quesada (singer)
  Konrad Aebischer
09BERN90004 2009-03-01 Switzerland
  Konrad Aebischer (pilot)
"""


def shown(decisions: Decisions) -> Iterator[str]:
    for kind, groups in (("same", decisions.same), ("different", decisions.different)):
        yield from (f"{kind}: {' | '.join(map(str, group))}" for group in groups)
    yield from (f"rename: {each.who} -> {each.to}" for each in decisions.rename)
    yield from (f"hide: {who}" for who in decisions.hide)


@pytest.mark.parametrize("case", cases("people_decisions"), ids=str)
def test_golden(case: Case) -> None:
    decisions, problems = parse_decisions(case.given)
    found = [f"{each.path}:{each.line}: {each.message}" for each in problems]
    assert "\n".join([*shown(decisions), *found]) == case.expected


@pytest.mark.parametrize("text", ["", "# nothing yet", "same:", "hide: []"])
def test_an_empty_file_decides_nothing(text: str) -> None:
    assert parse_decisions(text) == (Decisions(), ())


def decided(text: str) -> People:
    decisions, problems = parse_decisions(text)
    assert problems == ()
    return resolve(contexts_of(CORPUS), decisions)


def slugs(people: People) -> dict[str, set[str]]:
    return {person.slug: {a.cable for a in person.appearances} for person in people.persons}


def test_a_file_that_is_not_there_decides_nothing(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "people.yml") == (Decisions(), ())


def test_a_file_that_is_no_text_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "people.yml"
    path.write_bytes(b"\xff\xfe\x00")
    _, (problem,) = read_decisions(path)
    assert str(problem).startswith("people.yml: people-entry-hide: cannot be read")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hide:\n- A\x00B", "people.yml:2: people-entry-hide: the character U+0000 cannot stand in YAML"),
        ('hide:\n- "A\\ud800"', "people.yml:2: people-entry-hide: half a character"),
        (f"hide: {'[' * 2000}", "people.yml: people-entry-hide: lists stand in lists too deep to be read"),
        (f"hide: &a [*a, {'[' * 2000}]", "people.yml: people-entry-hide: lists stand in lists"),
    ],
)
def test_what_is_no_yaml_is_one_problem(text: str, said: str) -> None:
    _, (problem,) = parse_decisions(text)
    assert str(problem).startswith(said)


def test_same_joins_what_the_evidence_does_not() -> None:
    assert slugs(decided("same: [[Quesada (06LIMA90001), Beatriz Quesada]]"))["beatriz-quesada"] == {
        "06LIMA90001",
        "09BERN90003",
    }


def test_different_keeps_apart_what_the_evidence_joins() -> None:
    assert len(decided("").persons) == 5
    parted = slugs(decided("different: [[Konrad Aebischer (09BERN90003), Konrad Aebischer (09BERN90004)]]"))
    assert parted["konrad-aebischer"] == {"09BERN90003"}
    assert parted["konrad-aebischer-switzerland"] == {"09BERN90004"}


def test_rename_keeps_the_old_address() -> None:
    people = decided("rename: [{Konrad Aebischer: Konrad E. Aebischer}]")
    assert people.aliases["konrad-aebischer"] == "konrad-e-aebischer"
    assert people.by_slug()["konrad-e-aebischer"].name == "Konrad E. Aebischer"


def test_hide_names_the_slug() -> None:
    assert decided("hide: [Beatriz Quesada]").hidden == {"beatriz-quesada"}


def test_an_entry_that_names_nobody_is_a_problem_with_its_line() -> None:
    people = resolve(contexts_of(CORPUS), parse_decisions("hide:\n  - Nobody Known")[0])
    (problem,) = people.problems
    assert str(problem).startswith(
        "people.yml:2: people-entry-hide: Nobody Known stands in no cable of the corpus; "
    )


@pytest.mark.parametrize(
    "text", ["hide: Ivan Petrenko", "hide: [[A, B]]", "hied: [Ivan Petrenko]", "hide: [12]", "["]
)
def test_a_doubt_about_whom_to_hide_has_a_code_that_stops_a_build(text: str) -> None:
    _, problems = parse_decisions(text)
    assert [problem.code for problem in problems] == [HIDING]


def test_what_is_said_to_be_the_same_and_different_is_a_problem() -> None:
    text = "same: [[Beatriz Quesada, Konrad Aebischer]]\ndifferent: [[Beatriz Quesada, Konrad Aebischer]]"
    assert [problem.line for problem in decided(text).problems] == [2]


OPEN = """
09SANJOSE90001 2009-02-01 Costa Rica
  Oscar Quesada (senator) = Quesada
09SANJOSE90002 2009-02-02 Costa Rica
  Rodrigo Quesada (senator) = Quesada
09SANJOSE90003 2009-02-03 Costa Rica
  Quesada
"""


def test_an_open_case_reads_as_a_question_with_yaml_to_paste() -> None:
    lines = list(render_doubts(resolve(contexts_of(OPEN)).doubts))
    assert lines[0] == "1. Quesada: Oscar Quesada or Rodrigo Quesada?"
    assert "   would move: 1 cable" in lines
    same = next(line for line in lines if line.strip().startswith("same:"))
    assert yaml.safe_load(same) == {"same": [["Quesada (09SANJOSE90003)", "Oscar Quesada"]]}


def test_the_yaml_of_an_open_case_settles_it() -> None:
    people = resolve(contexts_of(OPEN))
    same = next(line for line in render_doubts(people.doubts) if line.strip().startswith("same:"))
    settled = resolve(contexts_of(OPEN), parse_decisions(same)[0])
    assert settled.problems == ()
    assert settled.doubts == ()
    assert settled.slugs["09SANJOSE90003", 0] == "oscar-quesada"


def pages_of(people: People, name: str, cables: tuple[str, ...]) -> set[str]:
    """Where the first of the cables' namings by that name stands."""
    seen = [(person.slug, each) for person in people.persons for each in person.appearances]
    return {slug for slug, each in seen if each.cable == cables[0] and each.found.name == name}


@pytest.mark.parametrize("case", cases("people_resolve"), ids=str)
def test_the_line_of_what_was_brought_together_undoes_it(case: Case) -> None:
    people = resolve(contexts_of(case.given))
    for join in people.joins:
        line = next(line for line in render_joins([join]) if line.strip().startswith("different:"))
        apart = resolve(contexts_of(case.given), parse_decisions(line)[0])
        assert apart.problems == ()
        one, other = (pages_of(apart, *end) for end in zip(join.names, join.cables, strict=True))
        assert one.isdisjoint(other)


def test_what_was_brought_together_says_why() -> None:
    given = """
08BERN90001 2008-02-01 Switzerland
  Halldor Aebischer (President)
08BERN90002 2008-03-01 Switzerland
  Aebischer (President)
"""
    assert list(render_joins(resolve(contexts_of(given)).joins)) == [
        "1. Halldor Aebischer = Aebischer [halldor-aebischer]",
        "   Halldor Aebischer: 08BERN90001",
        "   Aebischer: 08BERN90002",
        "   for: same post (BERN); same year; same office",
        "     different: [[Halldor Aebischer (Switzerland), Aebischer (08BERN90002)]]",
        "",
    ]
