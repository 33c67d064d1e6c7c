"""Whatever the bytes: no crash, only cables and one-line problems, and no word of a telegram lost."""

import io
import random
import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Problem, Source
from generator.read.item import Item
from generator.read.layouts import read_item
from support.invented import InventedCable, Paragraph, invent, telegram
from support.layouts import SINGLE, as_csv, as_gzip, as_plusd, as_zip
from support.reading import message_words, only_sources, read_bytes, read_text, words

EXAMPLES = settings(max_examples=100, deadline=None, derandomize=True)

PRINTABLE = st.characters(min_codepoint=0x20, max_codepoint=0x7E)
"""ASCII alone: random runs of other letters are what mojibake looks like, and would be mended."""
SENTENCE = st.text(PRINTABLE, min_size=1, max_size=60).map(lambda text: " ".join(text.split())).filter(bool)
ODD = st.sampled_from(
    (
        "[Note: x]",
        '"quoted", he said',
        "C:\\temp\\",
        "a,b;c|d",
        "R&D <and> &amp; more",
        "----- ----",
        "#1",
        "$5",
        "''",
        '","',
        "é–“”",  # noqa: RUF001 - what telegrams have
    )
)


@st.composite
def cables(draw: st.DrawFn) -> InventedCable:
    """Invented cables with odd text in their paragraphs."""
    cable = invent(draw(st.integers(0, 500)), paragraphs=draw(st.integers(1, 4)))
    parts = [draw(st.lists(SENTENCE | ODD, min_size=1, max_size=4)) for _ in cable.paragraphs]
    texts = (" ".join(["Text", *part]) for part in parts)
    numbered = (
        Paragraph(number=old.number, marking=old.marking, text=text)
        for old, text in zip(cable.paragraphs, texts, strict=True)
    )
    return replace(cable, paragraphs=tuple(numbered))


def readings(data: bytes) -> list[object]:
    """All that comes out of these bytes, checked for what always holds."""
    found = list(read_item(Item("f", io.BytesIO(data), size=len(data), inner=read_item)))
    for each in found:
        problems = each.problems if isinstance(each, Source) else (each,) if isinstance(each, Problem) else ()
        for problem in problems:
            assert len(str(problem).splitlines()) == 1
            assert problem.line is None or problem.line >= 1
        if isinstance(each, Source):
            assert each.text.strip()
            assert each.text.splitlines() == each.text.split("\n")[: len(each.text.splitlines())]
            each.text.encode()
            assert re.fullmatch("[0-9a-f]{64}", each.sha256)
            assert each.first_line >= 1
    return list(found)


@given(st.binary(max_size=400))
@EXAMPLES
def test_any_bytes(data: bytes) -> None:
    assert readings(data)


@given(st.text(max_size=400))
@EXAMPLES
def test_any_text(text: str) -> None:
    assert readings(text.encode("utf-8", "surrogatepass"))


SEEDS = [
    *(write(invent(seed, paragraphs=2)).encode() for seed, write in enumerate(SINGLE.values())),
    as_csv([invent(20, paragraphs=1), invent(21, paragraphs=1)]).encode(),
    as_zip({"a.txt": telegram(invent(22)).encode(), "b.csv": as_csv([invent(23, paragraphs=1)]).encode()}),
    as_gzip(telegram(invent(24)).encode()),
    telegram(invent(25, paragraphs=1)).encode("utf-16"),
]


@given(st.integers(0, len(SEEDS) - 1), st.integers(0, 2**32))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_file_with_bytes_changed_cut_or_doubled(seed: int, fate: int) -> None:
    dice = random.Random(fate)  # noqa: S311 - the same damage for the same number
    data = bytearray(SEEDS[seed])
    for _ in range(dice.randint(1, 6)):
        place, size = dice.randrange(len(data) + 1), dice.choice((1, 1, 2, 16, 200))
        change = dice.choice(("set", "cut", "double", "quote"))
        if change == "set":
            data[place : place + size] = dice.randbytes(size)
        elif change == "cut":
            del data[place : place + size]
        elif change == "double":
            data[place:place] = data[place : place + size]
        else:
            data[place:place] = dice.choice(
                (b'"', b'\\"', b"\n", b"\r\n", b"\0", b"<pre>", b"pdf how-to read a cable\n")
            )
    readings(bytes(data))


@pytest.mark.parametrize("layout", SINGLE)
@given(cable=cables())
@settings(max_examples=40, deadline=None, derandomize=True)
def test_no_layout_loses_or_adds_a_word(layout: str, cable: InventedCable) -> None:
    text = as_plusd(cable, twice=False) if layout == "plusd" else SINGLE[layout](cable)
    ((source,), _) = read_text(text)
    (source,) = only_sources([source])
    assert source.layout in {layout, "telegram"}
    assert Counter(message_words(source.text)) == Counter(message_words(telegram(cable)))


@pytest.mark.parametrize("doubled", [False, True])
@given(st.lists(cables(), min_size=1, max_size=3))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_no_row_loses_or_adds_a_word(doubled: bool, several: list[InventedCable]) -> None:  # noqa: FBT001 - pytest passes it
    found, _ = read_text(as_csv(several, doubled=doubled))
    assert [message_words(s.text) for s in only_sources(found)] == [
        message_words(telegram(c)) for c in several
    ]


@given(st.text(PRINTABLE, max_size=200))
@EXAMPLES
def test_raw_text_keeps_every_word(text: str) -> None:
    whole = f"UNCLAS ASTANA 090412\n1. (U) {text}\n"
    for source in only_sources(read_bytes(whole.encode())[0]):
        if not source.problems:
            assert words(source.text) == words(whole)


@given(st.permutations(range(6)))
@settings(max_examples=20, deadline=None, derandomize=True)
def test_the_same_bytes_give_the_same_readings(order: list[int]) -> None:
    members = {f"{number}.txt": telegram(invent(number)).encode() for number in order}
    plain = {f"{number}.txt": telegram(invent(number)).encode() for number in range(6)}
    one, other = only_sources(read_bytes(as_zip(members))[0]), only_sources(read_bytes(as_zip(plain))[0])
    assert one == other


LONG = 50_000
TELEGRAM = b"UNCLAS ASTANA 090412\n1. (U) Text\n"


@pytest.mark.parametrize(
    "data",
    [
        TELEGRAM + b"\n" * LONG * 5,
        TELEGRAM + b"-\n" * LONG,
        TELEGRAM + b"[" * LONG + b"](#)",
        TELEGRAM + b"{{" * LONG,
        TELEGRAM + "Ã©\n".encode() * LONG,
        b"<!---->" * LONG + b"<p",
        b"<html>" + b"<div>" * LONG + b"<pre>" + TELEGRAM,
        b"<html>" + b"<pre>" * 10_000 + TELEGRAM,
        b'"1","12/28/2006 18:06","06ASTANA91","' + b'"' * LONG,
        b"Identifier\nCable title: a\n" + b" " * LONG + b"x\n" + TELEGRAM,
        b"06ASTANA91\nTitle\n2006-12-28 18:06\nSECRET\n" + b"A" * LONG + b" SECRET " + b"A " * LONG,
    ],
    ids=[
        "lines",
        "rules",
        "brackets",
        "braces",
        "mojibake",
        "comments",
        "nested",
        "pre",
        "quotes",
        "blanks",
        "capitals",
    ],
)
@pytest.mark.timeout(20)
def test_text_made_to_take_long_does_not(data: bytes) -> None:
    """No pattern and no parser takes time that grows with the square of the text."""
    assert readings(data)
