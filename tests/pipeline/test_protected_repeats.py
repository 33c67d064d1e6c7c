"""Whoever one cable marks is gone from every other, however the name is printed there; and nobody else is."""

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from generator.names import fold_text
from generator.pipeline.collect import Collected, collect
from generator.pipeline.records import records
from generator.settings import Protecting, Treatment
from generator.settle import load_published

CABLE = """\
VZCZCXYZ0001
PP RUEHC
DE RUEHTA #{number}/01 0510929
ZNY CCCCC ZZH
P 200929Z FEB 09
FM AMEMBASSY ASTANA
TO RUEHC/SECSTATE WASHDC PRIORITY 0001
BT
C O N F I D E N T I A L ASTANA 00{number}

SIPDIS

E.O. 12958: DECL: 02/20/2019
TAGS: PGOV, KZ{tag}
SUBJECT: {subject}

Classified By: Ambassador Jane Q. Sample, reasons 1.4 (b) and (d).

1. (C) {text}

2. (C) He left.

SAMPLE
"""
MARK = "Lawyer Davit Sarkadze (strictly protect) told PolOff that the courts are for sale."

PRINTED = {
    "the surname alone": "Sarkadze said that the courts are for sale.",
    "with the role": "Lawyer Sarkadze said that the courts are for sale.",
    "possessive and plural": "Sarkadze's office was searched. The Sarkadzes left.",
    "across a line's end": "We met Davit Sar-\nkadze again.",
    "torn by a line's end": "He is Davit\nSarkadze of Astana, Sar\nkadze.",
    "across a page banner": "We met Davit\n\nASTANA 00009871  002 OF 003\n\nSarkadze again.",
    "initials": "We met D. Sarkadze and D.Sarkadze.",
    "surname first": "Sarkadze, Davit; SARKADZE Davit came.",
    "hidden characters": "We met Davit Sar\u00adkadze and Sar\u200bkadze.",
    "decomposed letters": unicodedata.normalize("NFD", "We met Davit Sárkadzé."),
    "another transliteration": "We met Davit Sarkadzeh and Dawit Sarkadze.",
    "another alphabet": "Давит Саркадзе came. Саркадзе left.",
    "percent-encoded": "See http://example.org/Davit%20Sarkadze and d%61vit-sarkadze.html",
    "in an address": "Write to davit.sarkadze@example.org, dsarkadze@example.org or sarkadze@x.org",
    "small letters": "we met davit sarkadze.",
    "inflected": "Sarkadzes Anwalt; Sarkadzego; Sarkadzem",
    "a middle name": "Davit Mikheil Sarkadze spoke; D. M. Sarkadze wept.",
    "letters apart": "D A V I T  S A R K A D Z E came.",
    "a table": "Name            Role\nSarkadze        lawyer\nDavit Sarkadze  lawyer",
    "entities and tags": "<b>Davit</b> Sar<i>kadze</i> and Davit S&#97;rkadze",
    "a nickname between": 'Davit "Dato" Sarkadze',
    "run together": "DavitSarkadze and davit_sarkadze",
    "a role of somebody else": "Nino Beridze, wife of Davit Sarkadze, spoke.",
}


Gather = Callable[[Mapping[str, str], Treatment], Collected]
"""Gathers a corpus of these files under this policy."""


@pytest.fixture
def gather(tmp_path: Path) -> Iterator[Gather]:
    corpus, shelves = tmp_path / "corpus", tmp_path / "shelves"
    with ExitStack() as opened:

        def gathered(files: Mapping[str, str], protect: Treatment) -> Collected:
            for folder in (corpus, shelves):
                folder.mkdir()
            for name, text in files.items():
                (corpus / name).write_text(text, encoding="utf-8")
            policy = Protecting(protect=protect)
            return opened.enter_context(closing(collect(records([corpus], workers=1), shelves, policy)))

        yield gathered


def two(text: str, *, mark: str = MARK, subject: str = "A CONFERENCE", tag: str = "") -> dict[str, str]:
    return {
        "a.txt": CABLE.format(number=9871, tag="", subject="A LAWYER SPEAKS", text=mark),
        "b-sarkadze.txt": CABLE.format(number=9872, tag=tag, subject=subject, text=text),
    }


def said(gathered: Collected) -> str:
    """Everything that is published of the cables, without anything between its letters."""
    shown = "".join(gathered.shelf.get(key).decode() for key in gathered.keys)
    return "".join(letter for letter in fold_text(shown.replace("\\n", "\n")).text if letter.isalnum())


@pytest.mark.parametrize("text", PRINTED.values(), ids=PRINTED.keys())
def test_masked_the_name_is_in_no_field_of_any_cable(gather: Gather, text: str) -> None:
    gathered = gather(two(text), "mask")
    assert "arkadze" not in said(gathered)
    assert [slug for slug in gathered.catalogue.people if "sark" in slug] == []


@pytest.mark.parametrize("text", PRINTED.values(), ids=PRINTED.keys())
def test_hidden_the_name_has_no_page_and_no_place_in_an_index(gather: Gather, text: str) -> None:
    gathered = gather(two(text), "hide")
    assert [slug for slug in gathered.catalogue.people if "sark" in slug] == []
    shown = [each.found for person in gathered.catalogue.people.values() for each in person.appearances]
    assert "Sarkadze" not in json.dumps([person.roles for person in shown])


def test_a_subject_in_capitals_and_a_tag_give_nobody_away(gather: Gather) -> None:
    other = two("He spoke.", subject="LAWYER SARKADZE SPEAKS AGAIN", tag=", OVIP (SARKADZE, DAVIT)")
    assert "arkadze" not in said(gather(other, "mask"))


def test_who_is_marked_by_the_surname_alone_is_masked_in_full_elsewhere(gather: Gather) -> None:
    mark = "Sarkadze (protect) told PolOff that the courts are for sale."
    files = two("Davit Sarkadze said so.", mark=mark)
    assert "arkadze" not in said(gather(files, "mask"))


def test_a_relative_a_country_and_a_word_stay(gather: Gather) -> None:
    mark = MARK.replace("Davit Sarkadze", "Michael Jordan")
    text = "Maria Jordan, a banker, flew from Amman in Jordan to Astana. Jordan is a kingdom."
    gathered = gather(two(text, mark=mark), "mask")
    cable = load_published(gathered.shelf.get("09ASTANA9872")).cable
    assert cable.blocks[0].text == text
    assert "maria-jordan" in gathered.catalogue.people
