"""Whatever became of a telegram's lines, each of its words stands in the record, or a warning counts it."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Cable, Source
from generator.parse import parse, parted
from support.commands import SAMPLES
from support.invented import invent, telegram
from support.parsing import cable_of, codes
from support.reading import read_text, words

LABELS = frozenset(
    ["SUBJECT", "REF", "REFS", "REFTEL", "CLASSIFIED", "REASON", "REASONS", "FOR", "AND", "TAGS"]
)
"""Words around the values of fields, which the record has under names of its own."""
RUN_IN = re.compile(r"(?<=[A-Za-z])(?=REFS?: |Classified By)")
"""Where a label was run into the word before it, which is parted on purpose."""
JOINTS = ("\n", " ", "", "\r", "\r\n", "\n\n", "\x85", "\x0c", "\x0b", "\u2028", "  \n", "\t", " \\\n")
"""What stands between two lines, or once did."""


BANNER = re.compile(r"^[A-Z ]+ \d{8} .* OF \d{3}\s*$", re.MULTILINE)
"""Taken out on purpose and kept nowhere: it is of the network, not of the message."""


@cache
def texts() -> tuple[str, ...]:
    samples = (path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt")))
    return (*(BANNER.sub("", text) for text in samples), *(telegram(invent(number)) for number in range(12)))


def said(cable: Cable) -> Iterator[str]:
    """All that a record says in words."""
    yield from filter(None, (cable.subject, cable.signed_by, cable.classified_by, cable.classification))
    yield from (*cable.captions, *cable.attention, *cable.tags, *cable.reasons)
    for addressee in (*cable.action, *cable.info):
        yield from filter(None, (addressee.route, addressee.name, addressee.precedence, addressee.number))
    for reference in cable.references:
        yield f"{reference.label} {reference.text}"
    for block in cable.blocks:
        yield f"{block.number} {block.marking} {block.text}"
    yield from (warning.message for warning in cable.warnings)


def telling(text: str) -> Counter[str]:
    """The words of a text but for markings, numbers and labels."""
    return Counter(
        word
        for word in map(str.upper, words(RUN_IN.sub(" ", text)))
        if len(word) > 2 and word.isalpha() and word not in LABELS
    )


def from_subject_on(text: str) -> tuple[str, str]:
    """What stands before the last subject line, and the rest: some copies print the header twice."""
    start = text.rindex("SUBJECT:")
    return text[:start], text[start:]


@given(
    st.integers(0, 16),
    st.lists(st.sampled_from(JOINTS), min_size=1, max_size=3)
    | st.sampled_from(JOINTS).map(lambda joint: [joint]),
)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_no_word_is_lost_whatever_became_of_the_line_ends(which: int, joints: list[str]) -> None:
    header, message = (spoilt(part, joints) for part in from_subject_on(texts()[which]))
    check(f"{header}{message}", message)


@given(st.integers(0, 16), st.sets(st.integers(0, 200), max_size=12), st.integers(1, 4))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_no_word_is_lost_where_lines_are_doubled(which: int, doubled: set[int], times: int) -> None:
    header, message = from_subject_on(texts()[which])
    lines = message.split("\n")
    message = "\n".join(
        line for number, line in enumerate(lines) for _ in range(times if number in doubled else 1)
    )
    check(header + message, message, once=True)


def spoilt(text: str, joints: list[str]) -> str:
    """A text with its line ends replaced, by one or by several in turn."""
    lines = text.split("\n")
    return "".join(
        line + (joints[number % len(joints)] if number < len(lines) - 1 else "")
        for number, line in enumerate(lines)
    )


def check(text: str, message: str, *, once: bool = False) -> None:
    """Every word of the message is in what comes out of the file, as often as the message has it.

    ``once`` where a field's line may stand twice, which says nothing more; and where a warning says that a
    beginning is printed twice.
    """
    found, problems = read_text(text)
    cables = [parse(part) for source in found if isinstance(source, Source) for part in parted(source)]
    kept = telling("\n".join(each for cable in cables for each in said(cable)))
    lost = telling(message) - kept
    if once or any(warning.code == "header-repeated" for cable in cables for warning in cable.warnings):
        lost = Counter(word for word in lost if word not in kept)
    assert cables or problems
    assert not cables or not lost


def test_a_mark_in_what_is_left_over_stays_beside_its_name() -> None:
    """A routing line that goes on and on, as in a copy without line ends."""
    line = f"VZCZCXRO0001 {'It went well. ' * 20}Jane Roe (strictly protect) said so. John Doe agreed."
    cable = cable_of(f"{line}\n\nTAGS: PGOV\nSUBJECT: X\n\n1. (C) Jane Roe met Poloff.\n\nDOE\n")
    assert [block.text for block in cable.blocks if block.kind == "notice"] == [line]
    assert "words-left-over" in codes(cable)
