"""The project's own labelled cables (tests/labelled): how well they are read, and each single miss.

Every question that a label answers is a :class:`Verdict`. Precision asks for each thing found whether it is
labelled, recall for each thing labelled whether it is found; the other figures ask once a cable, or once a
person. So a figure is a share of verdicts, and two states of the program differ by verdicts one can read.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import zip_longest
from pathlib import Path

import msgspec

from generator.model import Cable, PersonFound, Place, Problem, Reference, Source
from generator.parse import parse
from generator.people import find_people
from generator.read import discover, read_file
from support.scoring import fold

LABELLED = Path(__file__).parents[1] / "labelled"

FIGURES = (
    "id",
    "date",
    "classification",
    "origin",
    "subject",
    "paragraph numbers",
    "tags precision",
    "tags recall",
    "references precision",
    "references recall",
    "people precision",
    "people recall",
    "canonical name",
    "where",
    "protected precision",
    "protected recall",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPerson:
    """Somebody named in a cable."""

    name: str
    """The fullest form that stands there, without titles, in normal case."""
    mentions: tuple[str, ...]
    """Every form as printed, without titles and possessive."""
    where: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledReference:
    """An entry of the REF line."""

    label: str | None
    text: str
    id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What is right about one cable."""

    id: str
    file: str
    """Below ``tests/labelled/cables``; labels of one file stand in the order of its cables."""
    layout: str
    date: str | None
    """``2005-03-14T09:15``, UTC; None where the cable does not say."""
    classification: str
    origin: str
    subject: str
    tags: tuple[str, ...]
    references: tuple[LabelledReference, ...]
    paragraphs: tuple[int, ...]
    """Numbers as the sender meant them, in order."""
    people: tuple[LabelledPerson, ...]
    optional: tuple[str, ...]
    """Names that may be found or not: eponyms of a street, a foundation."""
    protected: tuple[str, ...]
    """Names that the text asks to protect."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Verdict:
    """One question and whether the program has it right."""

    figure: str
    cable: str
    asked: str
    """The thing found or labelled; for what a cable has once, the value that is right."""
    right: bool


def read_labels(folder: Path = LABELLED) -> tuple[Label, ...]:
    """All labels, in the order of their file.

    Raises:
        msgspec.ValidationError: A label lacks a key or has one of the wrong type.
    """
    lines = (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(msgspec.json.decode(line, type=Label) for line in lines)


def understood(path: Path) -> Iterator[Cable]:
    """The cables of one file, people included; records come as they are."""
    files, _ = discover([path])
    for reading in (reading for file in files for reading in read_file(file)):
        if isinstance(reading, Source):
            cable = parse(reading)
            yield replace(cable, people=find_people(cable))
        elif not isinstance(reading, Problem):
            yield reading


def judge_all(folder: Path = LABELLED) -> tuple[Verdict, ...]:
    """Every verdict on the labelled cables; a cable that is not read has everything wrong."""
    by_file: dict[str, list[Label]] = {}
    for label in read_labels(folder):
        by_file.setdefault(label.file, []).append(label)
    return tuple(
        verdict
        for name, labels in by_file.items()
        for label, cable in zip_longest(labels, understood(folder / "cables" / name))
        if label  # a cable too many has no label to be judged by
        for verdict in judge(label, cable)
    )


def percents(verdicts: Iterable[Verdict]) -> dict[str, float]:
    """Each figure in per cent, rounded down to the hundredth; a figure without a verdict is left out."""
    right, asked = Counter[str](), Counter[str]()
    for verdict in verdicts:
        asked[verdict.figure] += 1
        right[verdict.figure] += verdict.right
    return {figure: 10_000 * right[figure] // asked[figure] / 100 for figure in FIGURES if asked[figure]}


def judge(label: Label, cable: Cable | None) -> Iterator[Verdict]:
    """Every verdict on one cable, None being one that could not be read."""
    yield from _once(label, cable)
    pairs = (
        ("tags", label.tags, cable.tags if cable else ()),
        ("references", _shown(label.references), _shown(cable.references if cable else ())),
        ("protected", label.protected, _protected(cable)),
    )
    for name, wanted, got in pairs:
        yield from _both_ways(label.id, name, wanted, got)
    yield from _people(label, cable.people if cable else ())


def _once(label: Label, cable: Cable | None) -> Iterator[Verdict]:
    date = f"{cable.date:%Y-%m-%dT%H:%M}" if cable and cable.date else None
    numbers = tuple(block.number for block in cable.blocks if block.number) if cable else None
    answers = (
        ("id", label.id, cable and cable.id),
        ("date", label.date, date),
        ("classification", label.classification, cable and cable.classification),
        ("origin", label.origin, cable and cable.origin),
        ("subject", label.subject, cable and cable.subject),
        ("paragraph numbers", label.paragraphs, numbers),
    )
    for figure, wanted, got in answers:
        yield Verdict(
            figure=figure, cable=label.id, asked=str(wanted), right=cable is not None and wanted == got
        )


def _shown(references: Iterable[LabelledReference | Reference]) -> list[str]:
    """``A | ALMATY 1450 | 06ALMATY1450``, as the golden files write them."""
    return [f"{each.label or '-'} | {each.text} | {each.id or '-'}" for each in references]


def _protected(cable: Cable | None) -> tuple[str, ...]:
    """Both what the text's marks say and whom the finder takes for marked."""
    if cable is None:
        return ()
    marked = (person.name for person in cable.people if person.protected)
    return tuple({fold(name): name for name in (*cable.protected, *marked)}.values())


def _both_ways(cable: str, name: str, wanted: Sequence[str], got: Sequence[str]) -> Iterator[Verdict]:
    right, found = {fold(each) for each in wanted}, {fold(each) for each in got}
    for each in wanted:
        yield Verdict(figure=f"{name} recall", cable=cable, asked=each, right=fold(each) in found)
    for each in dict.fromkeys(got):
        yield Verdict(figure=f"{name} precision", cable=cable, asked=each, right=fold(each) in right)


def _people(label: Label, got: Sequence[PersonFound]) -> Iterator[Verdict]:
    left = list(label.people)
    free = {fold(name) for name in label.optional}
    for person in got:
        forms = _forms(person)
        best = max(left, key=partial(_likeness, person), default=None)
        if best and forms & _forms(best):
            left.remove(best)
            yield from _pair(label.id, best, person)
        elif not forms & free:
            yield Verdict(figure="people precision", cable=label.id, asked=person.name, right=False)
    for missed in left:
        yield Verdict(figure="people recall", cable=label.id, asked=missed.name, right=False)


def _forms(person: LabelledPerson | PersonFound) -> set[str]:
    return {fold(form) for form in (*person.mentions, person.name)}


def _likeness(got: PersonFound, wanted: LabelledPerson) -> tuple[int, bool]:
    """Forms that both have; among relatives called by one surname, the one of that full name."""
    return len(_forms(got) & _forms(wanted)), fold(got.name) == fold(wanted.name)


def _pair(cable: str, wanted: LabelledPerson, got: PersonFound) -> Iterator[Verdict]:
    answers = (
        ("people precision", True),
        ("people recall", True),
        ("canonical name", fold(got.name) == fold(wanted.name)),
        ("where", set(got.where) == set(wanted.where)),
    )
    for figure, right in answers:
        yield Verdict(figure=figure, cable=cable, asked=wanted.name, right=right)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What one state of the program makes of the labelled cables; small enough to keep and compare."""

    percents: dict[str, float]
    wrong: tuple[tuple[str, str, str], ...]
    """Figure, cable and what was asked, of every verdict that is wrong."""


def state_of(verdicts: Sequence[Verdict]) -> State:
    """The figures, and what is wrong, sorted."""
    wrong = sorted((each.figure, each.cable, each.asked) for each in verdicts if not each.right)
    return State(percents=percents(verdicts), wrong=tuple(wrong))


def dump_state(state: State) -> str:
    """As JSON, one wrong verdict a line."""
    lines = ",\n  ".join(json.dumps(each, ensure_ascii=False) for each in state.wrong)
    return f'{{"percents": {json.dumps(state.percents)},\n "wrong": [\n  {lines}]}}\n'


def load_state(text: str) -> State:
    """Read back what :func:`dump_state` wrote.

    Raises:
        msgspec.DecodeError: The text is no such JSON.
    """
    return msgspec.json.decode(text, type=State)
