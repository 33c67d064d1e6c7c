"""The quality gate: what the parser finds in the 1,669 measured cables may not get worse unnoticed.

The floors stand in ``parse_floors.json`` with a digest of the truth they were measured against. A gain is
written there by hand; a loss fails. ``CABLEPRESS_SHARED`` names the folder that holds ``corpus`` where it is
not beside the checkout.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.model import Cable, Source
from generator.parse import parse
from support.reading import only_sources, read_folder
from support.scoring import FIGURES, Score, add_metadata, add_words, name_of

HERE = Path(__file__).parent
CORPUS = Path(os.environ.get("CABLEPRESS_SHARED", HERE.parents[2] / "shared")) / "corpus"
FLOORS: dict[str, Any] = json.loads((HERE / "parse_floors.json").read_text(encoding="utf-8"))

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the measuring corpus in ../shared/corpus"),
    pytest.mark.timeout(600),
]


@cache
def truth() -> dict[str, dict[str, Any]]:
    entries = [json.loads(line) for line in (CORPUS / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    return {entry["id"]: entry for entry in entries}


@cache
def raw() -> tuple[Source, ...]:
    """The 1,669 telegrams as files, read once."""
    return tuple(only_sources(read_folder(CORPUS / "text")[0]))


@cache
def measured(folder: str) -> Score:
    score = Score()
    for source in raw() if folder == "text" else only_sources(read_folder(CORPUS / folder)[0]):
        cable = parse(source)
        add_metadata(score, cable, truth()[name_of(cable)])
        add_words(score, cable, (CORPUS / "text" / f"{name_of(cable)}.txt").read_text(encoding="utf-8"))
    return score


def test_the_floors_were_measured_on_this_corpus() -> None:
    assert hashlib.sha256((CORPUS / "truth.jsonl").read_bytes()).hexdigest() == FLOORS["truth sha256"]


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("folder", FLOORS["folders"])
def test_no_figure_falls_below_its_floor(folder: str, figure: str) -> None:
    assert measured(folder).percent(figure) >= FLOORS["folders"][folder][figure]


def under_opaque_names() -> Iterator[tuple[str, Cable]]:
    for number, source in enumerate(raw()):
        yield Path(source.path).stem, parse(replace(source, path=f"{number:05d}.txt"))


def test_numbers_and_dates_come_from_the_text_where_it_has_them() -> None:
    """Files renamed to an opaque name; a cable counts where it has a transmission header."""
    found = [(name, cable) for name, cable in under_opaque_names() if cable.date or cable.transmission_id]
    score = Score()
    for name, cable in found:
        score.add("id", cable.id == name)
        score.add("date", str(cable.date or "")[:10] == truth()[name]["created"][:10])
    assert len(found) >= FLOORS["opaque names"]["with header"]
    assert score.percent("id") >= FLOORS["opaque names"]["id"]
    assert score.percent("date") >= FLOORS["opaque names"]["date"]


def test_a_row_of_the_csv_is_read_like_its_file() -> None:
    rows = [parse(s) for s in only_sources(read_folder(CORPUS / "cables.csv")[0]) if isinstance(s, Source)]
    score = Score()
    for cable in rows:
        assert cable.stated.id
        add_metadata(score, cable, truth()[cable.stated.id])
    assert len(rows) == FLOORS["cables"]
    for figure, floor in FLOORS["csv"].items():
        assert score.percent(figure) >= floor, figure
