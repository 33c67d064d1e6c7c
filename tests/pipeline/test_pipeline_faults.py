"""Whatever a stage raises on one cable costs that cable its place and a line; the others are published."""

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from generator.catalogue import Catalogue
from generator.model import Cable, CableContext, Problem, Source
from generator.people.decisions import Decisions
from generator.pipeline.collect import collect
from generator.pipeline.docs import write_docs
from generator.pipeline.records import records
from generator.settings import Protecting, Site
from generator.settle import PublishedCable
from support.invented import invent, telegram
from support.tree import files

SITE = Site(name="Invented", collection="Invented", site_url="https://cables.example.org/")
CABLES = tuple(invent(number) for number in range(4))
BAD = CABLES[2].id


def written(folder: Path, corpus: Path, policy: Protecting) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The Markdown of a corpus by path, and what was lost."""
    (folder / "shelves").mkdir(parents=True)
    with closing(collect(records([corpus], workers=1), folder / "shelves", policy)) as collected:
        done, _ = write_docs(collected, folder / "docs", SITE)
    return files(folder / "docs"), done.lost


Work = Callable[..., object]


def failing(work: Work) -> Work:
    """``work``, but with an error wherever the one cable is among what it is given."""

    def fails(*args: object, **options: object) -> object:
        if any(map(_is_bad, args)):
            message = "of the kind\nthat nobody expects"
            raise LookupError(message)
        return work(*args, **options)

    return fails


def _is_bad(value: object) -> bool:
    match value:
        case Source() as source:
            return source.path == f"{BAD}.txt"
        case Cable() | CableContext() | PublishedCable() as cable:
            return cable.key == BAD
        case Catalogue() as catalogue:
            return BAD in catalogue.entries
    return False


def resolving(work: Work) -> Work:
    """The same for the step over the contexts of all cables."""
    fails = failing(lambda context: context)

    def resolve(contexts: Iterable[CableContext], decisions: Decisions) -> object:
        return work([fails(context) for context in contexts], decisions)

    return resolve


STAGES: dict[str, tuple[str, str, Callable[[Work], Work]]] = {
    "parsing": ("pipeline.records", "parse", failing),
    "people": ("pipeline.records", "read_people", failing),
    "context": ("pipeline.records", "context_of", failing),
    "resolving": ("pipeline.resolving", "resolve", resolving),
    "masking": ("settle.cable", "masked", failing),
    "entry": ("settle.published", "entry", failing),
    "namings": ("settle.published", "namings", failing),
    "page": ("pipeline.docs", "cable_pages", failing),
    "export": ("pipeline.downloads", "exported", failing),
    "index": ("pipeline.docs", "index_pages", failing),
    "home": ("pipeline.docs", "home_page", failing),
}
"""Stage -> module and function in which it fails."""


def fail(stage: str, patch: pytest.MonkeyPatch) -> None:
    """Make a stage fail on the one cable."""
    module, name, fails = STAGES[stage]
    within = import_module(f"generator.{module}")
    patch.setattr(within, name, fails(getattr(within, name)))


@pytest.mark.parametrize("stage", STAGES)
def test_one_cable_costs_itself(stage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    policy = Protecting()
    for cable in CABLES:
        for corpus in ("all", "without"):
            (tmp_path / corpus).mkdir(exist_ok=True)
            if cable.id != BAD or corpus == "all":
                (tmp_path / corpus / f"{cable.id}.txt").write_text(telegram(cable), encoding="utf-8")
    expected, _ = written(tmp_path / "1", tmp_path / "without", policy)
    fail(stage, monkeypatch)
    found, lost = written(tmp_path / "2", tmp_path / "all", policy)
    assert found == expected
    (problem,) = lost
    assert (problem.path, problem.code) == (f"{BAD}.txt", "internal-error")
    assert problem.message == "LookupError: of the kind that nobody expects"


def test_who_is_marked_in_a_cable_left_out_stays_protected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = (f"Jane Roe {mark}said that reform goes on. Jane Roe waits." for mark in ("(protect) ", ""))
    for cable, text in zip((CABLES[2], CABLES[1]), texts, strict=True):
        first = replace(cable.paragraphs[0], text=text)
        (tmp_path / "all").mkdir(exist_ok=True)
        path = tmp_path / "all" / f"{cable.id}.txt"
        path.write_text(telegram(replace(cable, paragraphs=(first,))), encoding="utf-8")
    for stage in ("resolving", "masking", "page"):
        with monkeypatch.context() as patch:
            fail(stage, patch)
            found, _ = written(tmp_path / stage, tmp_path / "all", Protecting(protect="mask"))
        assert found
        assert not [path for path, content in found.items() if b"Roe" in content or b"roe" in content]
