"""The words of a text; tests/javascript holds the browser's half against the same cases."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.words import folded, one_word, words, words_and_joined
from support.golden import Case, cases

LETTERS = st.text(
    st.sampled_from("aZ9 -'\u2019\u2010\u00ad\u0301\u00e9\u0131\u0130\u00df\u0141\u4eac\u0416\u0651.`")
)
"""Letters, links and signs that come in each other's way."""


@pytest.mark.parametrize("case", cases("search"), ids=str)
def test_words_are_those_of_the_cases(case: Case) -> None:
    """The words in one line, then a line for what is joined: the place of its first word, and the whole."""
    plain, joined = words_and_joined(case.given)
    told = [" ".join(plain), *(f"{place} {word}" for place, word in joined)]
    assert "\n".join(told).strip() == case.expected.strip()


@given(LETTERS | st.text())
def test_what_is_folded_has_the_same_words(text: str) -> None:
    assert words(folded(text)) == words(text) == words_and_joined(text)[0]


@given(LETTERS | st.text())
def test_how_a_text_is_composed_makes_no_difference(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert words_and_joined(unicodedata.normalize(form, text)) == words_and_joined(text)


@given(LETTERS | st.text(), LETTERS | st.text())
def test_a_line_end_parts_words_and_nothing_else(one: str, other: str) -> None:
    """So a text that is read piece by piece has the words of the whole."""
    assert words(f"{one}\n{other}") == words(one) + words(other)


@given(LETTERS)
def test_what_is_joined_is_made_of_the_words_at_its_place(text: str) -> None:
    plain, joined = words_and_joined(text)
    for place, word in joined:
        runs = ("".join(plain[place:end]) for end in range(place + 2, len(plain) + 1))
        assert word in runs


def test_what_is_too_long_is_not_joined() -> None:
    assert one_word(["a" * 20, "b" * 20], possessive=False)
    assert not one_word(["a" * 20, "b" * 21], possessive=False)
