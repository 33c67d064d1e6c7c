"""Titles made of subjects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Block, BlockKind
from generator.settle.headlines import LONGEST, headings, headline, title
from support.golden import Case, cases


@pytest.mark.parametrize("case", cases("settle_headlines"), ids=str)
def test_a_title_is_as_written_down(case: Case) -> None:
    subject, _, text = case.given.partition("\n|\n")
    assert title(subject, [text]) == case.expected


def test_a_publisher_may_leave_the_case_as_printed() -> None:
    assert title("(C) BUDGET  TALKS", [], headline_case=False) == "BUDGET TALKS"


@given(st.text(max_size=400), st.text(max_size=80))
def test_a_title_is_short_and_loses_no_letter_of_a_headline(subject: str, text: str) -> None:
    made = title(subject, [text])
    assert len(made) <= LONGEST + 2
    assert bool(made) == bool(subject.split())


@given(st.text(st.characters(max_codepoint=0xFF, exclude_characters="\xb5\xdf"), max_size=120))
def test_only_the_case_of_letters_changes(subject: str) -> None:
    assert headline(subject, []).casefold() == subject.casefold()


def test_a_subject_without_end_is_cut_at_a_word() -> None:
    made = title("GREAT WORDS " * 900, [])
    assert made.endswith(("Great …", "Words …"))
    assert len(made) <= LONGEST + 2


def block(kind: BlockKind, text: str) -> Block:
    return Block(kind=kind, text=text)


def test_headings_are_written_as_the_text_has_their_words() -> None:
    blocks = (
        block("heading", "OSCE AND MCCAIN'S VISIT"),
        block("paragraph", "In Vienna, McCain spoke to the OSCE. THE END OF IT"),
        block("heading", "A Quiet Week"),
        block("heading", "COMMENT"),
    )
    assert headings(blocks) == ((0, "OSCE and McCain's Visit"), (3, "Comment"))


@given(st.lists(st.tuples(st.sampled_from(["heading", "paragraph"]), st.text(max_size=60)), max_size=5))
def test_a_heading_keeps_its_place_for_links(drawn: list[tuple[BlockKind, str]]) -> None:
    blocks = [block(kind, text) for kind, text in drawn]
    for at, text in headings(blocks):
        assert blocks[at].kind == "heading"
        assert len(text) == len(blocks[at].text)
        assert text != blocks[at].text
