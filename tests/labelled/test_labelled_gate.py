"""The quality gate that runs in any checkout: the labelled cables are read no worse than before.

Floors stand in ``floors.json`` with the digest of the labels they were measured on; ``bench/gains.py --pin``
writes them. The labels themselves are checked here too.
"""

import hashlib
import json
import unicodedata
from collections import Counter
from functools import cache
from typing import Any

import pytest

from generator.read.layouts import LAYOUTS
from support.labelled import FIGURES, LABELLED, Label, judge_all, percents, read_labels, understood

FLOORS: dict[str, Any] = json.loads((LABELLED / "floors.json").read_text(encoding="utf-8"))
LABELS = read_labels()
TELEGRAMS = [label for label in LABELS if label.layout != "jsonl"]
"""All but the records, which say of themselves what layout they once had."""
FIRST_INVENTED = 90_001
NOT_LABELLED = {
    *("zip", "tar", "gzip", "bzip2", "xz", "zstd", "7z", "docx", "odt", "rtf", "pdf", "sql", "mail", "json"),
    *("hocr", "alto", "aad", "foia", "frus", "tei", "incoming", "telno", "cablegram"),
}
"""What holds texts of other layouts, and layouts of archives, which ``bench/bench_layouts.py`` measures."""


@cache
def measured() -> dict[str, float]:
    return percents(judge_all())


@pytest.mark.parametrize("figure", FIGURES)
def test_no_figure_falls_below_its_floor(figure: str) -> None:
    assert measured()[figure] >= FLOORS["floors"][figure]


def test_the_floors_were_measured_on_these_labels() -> None:
    assert hashlib.sha256((LABELLED / "labels.jsonl").read_bytes()).hexdigest() == FLOORS["labels"]


def test_every_cable_is_labelled_and_every_layout_has_some() -> None:
    files = {path.relative_to(LABELLED / "cables").as_posix() for path in (LABELLED / "cables").rglob("*.*")}
    assert {label.file for label in LABELS} == files
    assert len({label.id for label in LABELS}) == len(LABELS) >= 40
    assert {label.layout for label in LABELS} == {layout.name for layout in LAYOUTS} - NOT_LABELLED


@pytest.mark.parametrize("label", TELEGRAMS, ids=lambda label: str(label.id))
def test_every_file_is_of_the_layout_that_its_label_says(label: Label) -> None:
    cables = understood(LABELLED / "cables" / label.file)
    assert {cable.source.layout for cable in cables} == {label.layout}


def test_every_number_is_beyond_those_of_real_telegrams() -> None:
    numbers = [label.id for label in LABELS]
    numbers += [reference.id for label in LABELS for reference in label.references if reference.id]
    assert [number for number in numbers if int(number[-5:]) < FIRST_INVENTED] == []


@pytest.mark.parametrize("label", LABELS, ids=lambda label: str(label.id))
def test_every_form_that_is_labelled_stands_in_the_cable(label: Label) -> None:
    text = said(label)
    forms = [form for person in label.people for form in person.mentions]
    assert [form for form in (*forms, *label.optional) if squeezed(form) not in text] == []
    assert all(person.name and person.mentions and person.where for person in label.people)
    assert Counter(person.name for person in label.people).most_common(1)[0][1] == 1


def said(label: Label) -> str:
    """All words that the reader hands on, whatever became of them; the label must be right of the text."""
    path = LABELLED / "cables" / label.file
    return "".join(squeezed(str(cable)) for cable in understood(path))


def squeezed(text: str) -> str:
    """Capitals and line ends aside."""
    return "".join(unicodedata.normalize("NFC", text).replace("\\n", " ").casefold().split())
