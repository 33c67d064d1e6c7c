"""Several telegrams in one text are several cables, or a warning says where the next one begins."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Cable, Source, Stated
from generator.parse import parse, parted
from support.invented import Paragraph, invent, opening_lines, telegram
from support.parsing import codes
from support.reading import read_source, read_text

ONE, TWO, THREE = (invent(number) for number in (3, 4, 5))


def cables(text: str) -> list[Cable]:
    """What the stages make of a file of this text."""
    found, _ = read_text(text)
    return [parse(part) for source in found if isinstance(source, Source) for part in parted(source)]


@pytest.mark.parametrize("between", ["\n\n", "\n", "\n\n=====\n\n", "\n\n\n\n"])
def test_telegrams_joined_in_one_file_are_read_each(between: str) -> None:
    found = cables(between.join(map(telegram, (ONE, TWO, THREE))))
    alone = [parse(read_source(telegram(each))) for each in (ONE, TWO, THREE)]
    assert [codes(cable) for cable in found] == [codes(cable) for cable in alone]
    assert [replace(cable, source=alone[0].source, warnings=()) for cable in found] == [
        replace(cable, source=alone[0].source, warnings=()) for cable in alone
    ]
    assert len({cable.source.sha256 for cable in found}) == len(found)
    assert found[2].source.original == telegram(THREE)


ROW = f'19310,7/30/2004 17:38,{TWO.id},"Embassy The Hague",SECRET,,"'
LABELS = f"id: 19310\ndate: 7/30/2004 17:38\nrefid: {TWO.id}\norigin: Embassy The Hague\nheader:"


@pytest.mark.parametrize("labels", [ROW, LABELS], ids=["row", "labels"])
def test_a_cable_with_another_behind_it_gives_the_other_away(labels: str) -> None:
    text = f"{telegram(ONE)}\n{labels}\n{telegram(TWO)}"
    first, second = cables(text)
    assert (first.id, first.subject, first.tags) == (ONE.id, ONE.subject, tuple(ONE.tags))
    assert (second.id, second.subject, second.signed_by) == (TWO.id, TWO.subject, TWO.signer)
    assert TWO.signer not in " ".join(block.text for block in first.blocks)
    (warning,) = [each for each in second.warnings if each.code == "telegram-parted"]
    assert warning.line is not None
    assert text.splitlines()[warning.line - 1] in (*labels.splitlines(), telegram(TWO).splitlines()[0])


SECTION = "\n".join(opening_lines(ONE)[:1])


@pytest.mark.parametrize(
    "text",
    [
        telegram(ONE),
        f"{telegram(ONE)}\n{telegram(ONE)}",
        telegram(ONE).replace("\n1. ", f"\n{telegram(ONE).splitlines()[0]}\n{SECTION}\n1. ", 1),
        f"{telegram(ONE)}\n{SECTION}\nand so on.\n",
        telegram(ONE).replace("3. ", "SECRET AGENTS IN ROME 1973\n\n3. ", 1),
    ],
    ids=["plain", "twice", "header again", "section", "prose"],
)
def test_one_telegram_stays_one(text: str) -> None:
    (cable,) = cables(text)
    assert cable.id == ONE.id
    assert not {"telegram-inside", "telegram-parted"} & set(codes(cable))


def test_a_quoted_telegram_stays_and_its_line_is_told() -> None:
    quoting = replace(
        ONE, paragraphs=(Paragraph(number=1, marking="U", text="Post repeats the text, QUOTE"),)
    )
    before = telegram(quoting, width=0).split(ONE.signer)[0].rstrip()
    (cable,) = cables(f"{before}\n\n{telegram(TWO)}\nUNQUOTE.\n\n{ONE.signer}\n")
    assert cable.id == ONE.id
    (warning,) = [each for each in cable.warnings if each.code == "telegram-inside"]
    assert warning.line == len(before.splitlines()) + 2


def test_only_the_first_is_what_the_layout_states() -> None:
    source = read_source(f"{telegram(ONE)}\n\n{telegram(TWO)}")
    stated = Stated(id=ONE.id, subject="X", tags=("PGOV",))
    first, second = parted(replace(source, stated=stated, partial=True, row=7))
    assert (first.stated, first.partial, first.row) == (stated, True, 7)
    assert (second.stated, second.partial, second.row) == (Stated(), False, 7)


@given(
    st.lists(st.integers(0, 300).map(invent).map(telegram), min_size=1, max_size=4),
    st.lists(st.sampled_from(["\n", "\n\n", "\n---\n", f"\n{ROW}\n", "\nQUOTE\n", "\nwords of no cable\n"])),
    st.sampled_from(["", "\n\n", f"{LABELS}\n", "words\n"]),
)
@settings(max_examples=40, deadline=None, derandomize=True)
def test_parts_hold_every_line_of_the_text_once(texts: list[str], between: list[str], before: str) -> None:
    glue = [*between, *["\n"] * len(texts)]
    text = before + "".join(text + joint for text, joint in zip(texts, glue, strict=False))
    for source in read_text(text)[0]:
        assert isinstance(source, Source)
        parts = parted(source)
        assert "\n".join(part.text for part in parts) == source.text
        lines = source.text.split("\n")
        assert all(part.text.split("\n")[0] == lines[part.first_line - source.first_line] for part in parts)


def test_a_message_longer_than_any_is_noticed() -> None:
    long = replace(ONE, paragraphs=(Paragraph(number=1, marking="U", text="word " * 100_001),))
    (cable,) = cables(telegram(long, width=0))
    assert "message-too-long" in codes(cable)
