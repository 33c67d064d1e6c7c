"""The five sample cables: what must come out, whatever their files are called."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from generator.model import Cable
from generator.parse import parse
from support.parsing import codes
from support.reading import only_sources, read_folder

CORPUS = Path(__file__).parents[2] / "corpus"
OFFICIAL_USE = "UNCLASSIFIED//FOR OFFICIAL USE ONLY"

# id, sent, classification, tags, references, number of paragraphs, signed by
TABLE = (
    ("10ASTANA275", "2010-02-26 10:00", "CONFIDENTIAL", "PGOV PREL PHUM SOCI SNAR KDEM KTIP KZ",
     "10ASTANA272", 12, None),
    ("06ASTANA38", "2006-04-24 03:36", OFFICIAL_USE, "EFIN KCRM KDEM PGOV PREL SMIG KZ",
     "A 06ALMATY1450 B 06ASTANA33 C 06ASTANA5", 8, "TRACY"),
    ("09ASTANA308", "2009-02-20 09:29", OFFICIAL_USE, "PGOV PREL PHUM SOCI KCRM KDEM KZ", "", 10, "HOAGLAND"),
    ("09ASTANA436", "2009-03-12 08:29", OFFICIAL_USE, "PHUM PGOV EAID KZ", "", 11, "HOAGLAND"),
    ("09ASTANA1182", "2009-07-14 09:57", OFFICIAL_USE, "PHUM PREL PGOV KDEM OSCE KZ", "", 8, "HOAGLAND"),
)  # fmt: skip


@cache
def samples() -> dict[str | None, Cable]:
    """The samples by the number that their text gives; the file names say nothing."""
    sources = only_sources(read_folder(CORPUS)[0])
    cables = [parse(replace(source, path=f"{index}.txt")) for index, source in enumerate(sources)]
    return {cable.id: cable for cable in cables}


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_a_sample_says_what_it_must(row: tuple[str, str, str, str, str, int, str | None]) -> None:
    number, sent, classification, tags, references, paragraphs, signed = row
    cable = samples()[number]
    found = [f"{r.label} {r.id}" if r.label else str(r.id) for r in cable.references]
    assert f"{cable.date:%Y-%m-%d %H:%M}" == sent
    assert cable.classification == classification
    assert sorted(cable.tags) == sorted(tags.split())
    assert " ".join(found) == references
    assert [block.number for block in cable.blocks if block.number] == list(range(1, paragraphs + 1))
    assert cable.signed_by == signed


def test_the_samples_need_these_repairs_and_no_other() -> None:
    assert {cable.id: codes(cable) for cable in samples().values() if cable.warnings} == {
        "06ASTANA38": ["pilcrow-misread"],
        "09ASTANA436": ["pilcrow-misread"],
        "09ASTANA308": ["header-repeated"],
    }


def test_who_classified_a_sample() -> None:
    cable = samples()["10ASTANA275"]
    assert cable.classified_by == "Ambassador Richard E. Hoagland"
    assert cable.reasons == ("1.4(b)", "1.4(d)")
    assert str(cable.declassify_on) == "2030-02-26"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("06ASTANA38", "the number of prosecutions for TIP in 2005 was low"),
        ("09ASTANA1182", "a distinct disadvantage in the courtroom"),
        ("09ASTANA436", "including a draft law on lobbying"),
        ("10ASTANA275", "the social and economic costs to Kazakhstan"),
    ],
)
def test_sentences_cut_by_a_page_read_on_whole(number: str, sentence: str) -> None:
    assert any(sentence in block.text for block in samples()[number].blocks)


def test_headings_are_headings_and_signs_of_the_layout_are_gone() -> None:
    for cable in samples().values():
        text = " ".join(block.text for block in cable.blocks)
        assert not any(sign in text for sign in ("¶", "\\$", "](#)", "####", " OF 00"))
        assert all(not block.text.isupper() or block.kind in {"heading", "notice"} for block in cable.blocks)
    headings = [block.text for block in samples()["06ASTANA38"].blocks if block.kind == "heading"]
    assert headings[0] == "AIG: SIGNED AT LAST"
