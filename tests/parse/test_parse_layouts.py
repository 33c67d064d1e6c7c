"""One invented telegram, every layout, every width: the same cable, and its truth."""

from dataclasses import replace

import pytest

from generator.model import Block, Cable, Source
from generator.parse import parse
from support.invented import InventedCable, invent, telegram
from support.layouts import SINGLE
from support.parsing import cable_of, codes
from support.reading import message_words, read_source, words

CABLES = [invent(seed) for seed in range(40, 50)]
BY_ID = pytest.mark.parametrize("truth", CABLES, ids=lambda truth: truth.id)


def blocks_of(truth: InventedCable) -> list[tuple[str, int | None, str | None, str]]:
    """The body as the sender meant it."""
    found: list[tuple[str, int | None, str | None, str]] = []
    for paragraph in truth.paragraphs:
        if paragraph.heading:
            found.append(("heading", None, None, paragraph.heading))
        found.append(("paragraph", paragraph.number, paragraph.marking, " ".join(paragraph.text.split())))
    return found


def shape(block: Block) -> tuple[str, int | None, str | None, str]:
    return block.kind, block.number, block.marking, block.text


@BY_ID
def test_an_invented_telegram_is_read_as_it_was_meant(truth: InventedCable) -> None:
    cable = cable_of(telegram(truth))
    assert cable.id == truth.id
    assert cable.date == truth.sent.replace(second=0, microsecond=0)
    assert cable.classification == truth.classification
    assert cable.captions == truth.captions
    assert cable.origin == truth.origin
    assert cable.subject == truth.subject
    assert cable.attention == (truth.attention,)
    assert cable.tags == tuple(dict.fromkeys(truth.tags))
    assert tuple(reference.text for reference in cable.references) == truth.references
    assert [shape(block) for block in cable.blocks] == blocks_of(truth)
    assert cable.blocks[0].section == "summary"
    assert cable.blocks[-1].section == "comment"
    assert cable.signed_by == truth.signer
    assert len(cable.info) == len(truth.addressees)
    assert set(codes(cable)) <= {"reference-year-guessed"}


@pytest.mark.parametrize("layout", SINGLE)
@BY_ID
def test_a_cable_is_the_same_in_every_layout(layout: str, truth: InventedCable) -> None:
    cable = parse(read_source(SINGLE[layout](truth)))
    assert bare(cable) == bare(cable_of(telegram(truth)))


def bare(cable: Cable) -> Cable:
    """Without what a layout adds: provenance, what it states, what had to be repaired in it."""
    plain = cable_of("").source
    return replace(cable, source=plain, stated=cable_of("").stated, warnings=())


@pytest.mark.parametrize("width", [0, 40, 72])
@BY_ID
def test_a_message_reads_the_same_however_it_is_wrapped(width: int, truth: InventedCable) -> None:
    wrapped = cable_of(telegram(truth, width=width))
    assert [shape(block) for block in wrapped.blocks] == blocks_of(truth)


@pytest.mark.parametrize("layout", SINGLE)
@BY_ID
def test_no_word_of_a_message_is_lost_or_invented(layout: str, truth: InventedCable) -> None:
    source = read_source(SINGLE[layout](truth))
    cable = parse(source)
    said = [
        *(f"({block.marking}) {block.text}" if block.marking else block.text for block in cable.blocks),
        cable.signed_by or "",
    ]
    meant = [
        *(p.heading or "" for p in truth.paragraphs),
        *(f"{p.marking} {p.text}" for p in truth.paragraphs),
    ]
    assert sorted(words(" ".join(said))) == sorted(words(" ".join([*meant, truth.signer])))
    assert message_words(source.text)


def test_the_name_of_a_file_counts_only_where_the_text_has_no_number() -> None:
    text = "C O N F I D E N T I A L ASTANA 099308\n\nSUBJECT: A SUBJECT\n\n1. (C) Text.\n"
    named = cable_of(text, path="2009/09ASTANA99308.txt")
    assert (named.id, named.origin) == ("09ASTANA99308", "Embassy Astana")
    dated = cable_of(f"R 200929Z FEB 09\nFM AMEMBASSY ASTANA\n\n{text}", path="09ASTANA99999.txt")
    assert dated.id == "09ASTANA99308"
    assert "id-conflict" in codes(dated)


def test_a_row_of_a_file_has_no_number_from_the_file() -> None:
    source = read_source(
        "C O N F I D E N T I A L ASTANA 099308\n\nTAGS: PGOV KZ\nSUBJECT: A\n\n1. (C) Text.\n"
    )
    assert isinstance(source, Source)
    assert parse(replace(source, path="09ASTANA99308.csv", row=1)).id is None
