"""The scorer that the gate trusts notices each kind of mistake, and nothing else."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from generator.model import Block, Cable, PersonFound, Provenance, Reference
from support.labelled import (
    Label,
    LabelledPerson,
    LabelledReference,
    dump_state,
    judge,
    load_state,
    percents,
    state_of,
)

ANNA = LabelledPerson(name="Anna Frey", mentions=("Anna Frey", "Frey"), where=("body",))
OTTO = LabelledPerson(name="Otto Frey", mentions=("Otto Frey", "Frey"), where=("body", "signature"))
BERN = LabelledPerson(name="Bern", mentions=("Bern",), where=("body",))
TELL = LabelledPerson(name="Tell", mentions=("Tell",), where=("body",))
LABEL = Label(
    id="07BERN90001",
    file="text/07BERN90001.txt",
    layout="telegram",
    date="2007-05-01T08:30",
    classification="CONFIDENTIAL",
    origin="Embassy Bern",
    subject="CHEESE",
    tags=("ETRD", "SZ"),
    references=(LabelledReference(label="A", text="BERN 90000", id="07BERN90000"),),
    paragraphs=(1, 2),
    people=(ANNA, OTTO),
    optional=("Tell",),
    protected=("Anna Frey",),
)


def found(person: LabelledPerson) -> PersonFound:
    return PersonFound(name=person.name, slug="x", mentions=person.mentions, where=person.where)


RIGHT = Cable(
    id=LABEL.id,
    subject=LABEL.subject,
    date=datetime(2007, 5, 1, 8, 30, tzinfo=UTC),
    classification=LABEL.classification,
    origin=LABEL.origin,
    tags=LABEL.tags,
    references=(Reference(label="A", text="BERN 90000", id="07BERN90000"),),
    blocks=tuple(Block(kind="paragraph", number=number, text="") for number in LABEL.paragraphs),
    people=tuple(map(found, LABEL.people)),
    protected=LABEL.protected,
    source=Provenance(path=LABEL.file, layout=LABEL.layout, sha256="0" * 64),
)


def wrong(cable: Cable | None, label: Label = LABEL) -> set[str]:
    return {verdict.figure for verdict in judge(label, cable) if not verdict.right}


def test_nothing_is_wrong_with_a_cable_that_is_as_labelled() -> None:
    assert wrong(RIGHT) == set()
    assert set(percents(judge(LABEL, RIGHT)).values()) == {100.0}


@pytest.mark.parametrize(
    ("change", "figures"),
    [
        ({"id": "07BERN90002"}, {"id"}),
        ({"date": None}, {"date"}),
        ({"classification": None}, {"classification"}),
        ({"origin": "Embassy Zagreb"}, {"origin"}),
        ({"subject": "CHEES"}, {"subject"}),
        ({"blocks": ()}, {"paragraph numbers"}),
        ({"tags": ("ETRD",)}, {"tags recall"}),
        ({"tags": ("ETRD", "SZ", "KZ")}, {"tags precision"}),
        ({"references": ()}, {"references recall"}),
        ({"protected": ()}, {"protected recall"}),
        ({"protected": ("Anna Frey", "Otto Frey")}, {"protected precision"}),
        ({"people": (found(OTTO),)}, {"people recall"}),
        ({"people": (found(OTTO), replace(found(ANNA), name="A. Frey"))}, {"canonical name"}),
        ({"people": (found(ANNA), replace(found(OTTO), where=("body",)))}, {"where"}),
        (
            {"people": (*RIGHT.people, replace(found(ANNA), mentions=("Bern",), name="Bern"))},
            {"people precision"},
        ),
        ({"people": (*RIGHT.people, replace(found(ANNA), mentions=("Tell",), name="Tell"))}, set()),
    ],
)
def test_each_mistake_shows_in_its_figure_alone(change: dict[str, Any], figures: set[str]) -> None:
    assert wrong(replace(RIGHT, **change)) == figures


def test_a_person_whom_only_the_finder_takes_for_marked_counts_as_protected() -> None:
    marked = replace(RIGHT, protected=(), people=(replace(found(ANNA), protected=True), found(OTTO)))
    assert wrong(marked) == set()


def test_a_cable_that_is_not_read_has_everything_wrong() -> None:
    verdicts = list(judge(LABEL, None))
    assert verdicts
    assert not any(verdict.right for verdict in verdicts)


def test_a_figure_is_rounded_down() -> None:
    verdicts = [*judge(LABEL, RIGHT), *judge(LABEL, RIGHT), *judge(LABEL, replace(RIGHT, date=None))]
    assert percents(verdicts)["date"] == 66.66


def test_a_state_is_kept_and_read_back() -> None:
    state = state_of(list(judge(LABEL, replace(RIGHT, date=None, people=()))))
    assert [asked for _, _, asked in state.wrong] == ["2007-05-01T08:30", "Anna Frey", "Otto Frey"]
    assert load_state(dump_state(state)) == state
