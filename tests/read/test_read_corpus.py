"""The readers on the measuring corpus: every file read, each layout one telegram, labels as published."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from generator.model import Source
from support.reading import message_words, only_sources, read_folder, words

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the measuring corpus in ../shared/corpus"),
]

FOLDERS = {
    "layouts/markdown": {"markdown", "telegram"},
    "layouts/misread": {"misread", "telegram"},
    "layouts/plusd": {"plusd"},
    "layouts/extract": {"extract"},
    "html": {"viewer"},
    "cables.csv": {"csv"},
}
DAMAGED = {"layouts/misread": 7, "layouts/markdown": 1}
"""Cables of a layout whose words were changed when it was made: a pilcrow put before a year at the start of a
line (``¶1991.``) was misread as part of the number."""


@cache
def sources(folder: str) -> tuple[Source, ...]:
    """All cables of a folder; none may be complained of."""
    cables, problems = read_folder(CORPUS / folder)
    assert problems == []
    return tuple(only_sources(cables))


@cache
def plain() -> dict[str, Source]:
    """The raw telegram of each id."""
    return {Path(source.path).stem: source for source in sources("text")}


def cable_id(source: Source) -> str:
    """Its id in the corpus: the file's name, or the row's."""
    return source.stated.id or "" if source.row else Path(source.path).stem


def test_every_file_is_read() -> None:
    assert len(plain()) == 1669
    assert {source.layout for source in plain().values()} == {"telegram", "misread"}
    assert sum(source.partial for source in plain().values()) == 142


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_layout_is_recognised(folder: str) -> None:
    assert {source.layout for source in sources(folder)} <= FOLDERS[folder]
    assert all(source.partial == plain()[cable_id(source)].partial for source in sources(folder))


@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if folder != "layouts/plusd"])
def test_every_layout_gives_the_words_of_the_raw_telegram(folder: str) -> None:
    """PlusD prints the opening twice, so it stands apart."""
    differ = [
        cable_id(source)
        for source in sources(folder)
        if counted(source.text) != counted(plain()[cable_id(source)].text)
    ]
    assert len(differ) <= DAMAGED.get(folder, 0), differ


def counted(text: str) -> Counter[str]:
    """Words, pilcrows apart."""
    return Counter(message_words(text.replace("¶", " ")))


def test_plusd_loses_no_word() -> None:
    for source in sources("layouts/plusd"):
        lost = Counter(words(plain()[cable_id(source)].text)) - Counter(words(source.text))
        assert not lost, cable_id(source)


@pytest.mark.parametrize("folder", ["layouts/plusd", "layouts/extract", "html", "cables.csv"])
def test_what_the_layout_states_is_what_was_published(folder: str) -> None:
    lines = (CORPUS / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    truth = {record["id"]: record for record in map(json.loads, lines)}
    for source in sources(folder):
        stated, want = source.stated, truth[cable_id(source)]
        assert (stated.id, f"{stated.date:%Y-%m-%d %H:%M}") == (want["id"], want["created"])
        assert (stated.classification, stated.origin) == (want["classification"], want["origin"])
        if stated.subject:
            assert stated.subject == " ".join(want["title"].split())
