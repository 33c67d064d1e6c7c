"""One rule for one thing: whoever finds, resolves, masks or files a name reads the same letters and words."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slugify import slugify

from generator.names import fold_text, name_words
from generator.names.affixes import (
    GENERATION_PRINTED,
    GENERATIONS,
    GIVEN_LIKE,
    OVER_CABLE,
    OVER_CORPUS,
    PARTICLES,
    REGNAL,
    SMALL,
    SUFFIXES,
)
from generator.names.filing import filed_under, filing_letter, slug_of
from generator.names.folding import fold, plain
from generator.names.forms import name_form
from generator.names.letters import plain_letters
from generator.names.relation import Relation, relate
from generator.names.similarity import alike, one_slip

LETTERS = st.text(st.characters(categories=("Lu", "Ll", "Lo", "Mn")), min_size=1, max_size=12)
PRINTED = st.text(st.characters(exclude_characters="&<\\\\%-", codec="utf-8"), max_size=40)
SPELLED = {
    "\u00d8rsted": "orsted",
    "\u0110in\u0111i\u0107": "dindic",
    "\u0141\u00f3d\u017a": "lodz",
    "\u018fliyev": "aliyev",
    "\u00de\u00f3r": "thor",
    "Stra\u00dfe": "strasse",
    "\u0130n\u00f6n\u00fc": "inonu",
    "I\u011fd\u0131r": "igdir",
    "Garci\u0301a": "garcia",
    "\u0418\u0432\u0430\u043d": "ivan",
    "\u039f\u03b4\u03c5\u03c3\u03c3\u03b5\u03b1\u03c2": "odusseas",
    "Yar\u2019Adua": "yaradua",
    "Gom`a": "goma",
}


@pytest.mark.parametrize(("printed", "spelled"), SPELLED.items())
def test_a_word_is_spelled_alike_wherever_it_is_read(printed: str, spelled: str) -> None:
    assert fold(printed) == spelled
    assert plain(printed) == spelled
    assert name_words(printed) == (spelled,)
    assert name_form(printed).tokens == (spelled,)
    assert filed_under(f"Anna {printed}") == f"{spelled} anna"
    assert filing_letter(f"Anna {printed}") == spelled[0].upper()


@settings(max_examples=200, derandomize=True, deadline=None)
@given(PRINTED)
def test_words_are_folded_as_texts_are(printed: str) -> None:
    assert plain_letters(printed).strip() == fold_text(printed, tags=False).text.strip()


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.lists(LETTERS, min_size=1, max_size=4).map(" ".join))
def test_resolving_and_masking_read_the_same_words(name: str) -> None:
    assert plain(name).split() == list(name_words(name))


@settings(max_examples=200, derandomize=True, deadline=None)
@given(LETTERS)
def test_a_word_of_letters_is_never_lost(word: str) -> None:
    assert fold(f"a{word}") != ""
    assert any(map(str.isalpha, word)) == bool(fold(word))
    assert slug_of(f"a{word}")


@given(st.text("aZ9 .-'&", max_size=90))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_a_name_in_plain_letters_has_the_address_that_slugify_makes(name: str) -> None:
    assert slug_of(name) == (slugify(name, max_length=80, word_boundary=True) or "person")


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("Yevgeniy Zhovtis", "zhovtis yevgeniy"),
        ("Muammar al-Qadhafi", "qadhafi muammar"),
        ("Muqtada as-Sadr", "sadr muqtada"),
        ("Anna Smith-Jones", "smith-jones anna"),
        ("\u00d3lafur Ragnar Gr\u00edmsson", "grimsson olafur ragnar"),
        ("Sean O\u2019Brien", "obrien sean"),
        ("Omar \u2018Arif", "arif omar"),
        ("Martin King Jr.", "king martin jr"),
        ("Martin King Junior", "king martin junior"),
        ("Lula", "lula"),
        ("9", "9"),
        ("\u2014", ""),
    ],
)
def test_people_are_filed_under_the_surname(name: str, filed: str) -> None:
    assert filed_under(name) == filed


@pytest.mark.parametrize("name", ["9", "\u2014", ""])
def test_what_begins_with_no_letter_has_no_letter(name: str) -> None:
    assert filing_letter(name) is None


def test_an_address_spells_the_schwa_too() -> None:
    assert slug_of("\u0130lham \u018fliyev") == "ilham-aliyev"


@pytest.mark.parametrize(
    ("one", "other"),
    [("garcia", "garcias"), ("cardoso", "cardos"), ("petraeus", "petreaus"), ("nordmann", "nordman")],
)
def test_a_slip_is_one_within_a_cable_and_over_the_corpus(one: str, other: str) -> None:
    assert alike(one, other)
    assert one_slip(one, other)
    assert relate(name_form(f"Marta {one}"), name_form(f"Marta {other}")) >= Relation.TYPO


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nazarbayev", "nazarbayeva"),
        ("ivanova", "ivanov"),
        ("putin", "putina"),
        ("kowalska", "kowalski"),
        ("sobolevsky", "sobolevskaya"),
    ],
)
def test_the_feminine_of_a_surname_is_another_name_everywhere(one: str, other: str) -> None:
    assert not alike(one, other)
    assert not one_slip(one, other)
    assert relate(name_form(f"Marta {one}"), name_form(f"Marta {other}")) is Relation.APART


def test_whoever_passes_particles_over_passes_over_words_known_as_particles() -> None:
    assert SMALL <= PARTICLES
    assert {"abu"} == OVER_CABLE - OVER_CORPUS
    assert {"of", "the"} == OVER_CABLE - PARTICLES
    assert GIVEN_LIKE <= OVER_CORPUS
    assert PARTICLES.isdisjoint(SUFFIXES)
    assert set(GENERATIONS) <= SUFFIXES


@pytest.mark.parametrize("suffix", sorted(set(GENERATIONS) - {"junior"}))
def test_each_suffix_is_known_as_it_is_printed(suffix: str) -> None:
    printed = suffix.upper()
    assert re.fullmatch(GENERATION_PRINTED, printed)
    assert re.fullmatch(rf"{GENERATION_PRINTED} end", f"{printed}. end")
    assert suffix in REGNAL or re.fullmatch(GENERATION_PRINTED, suffix.capitalize())
