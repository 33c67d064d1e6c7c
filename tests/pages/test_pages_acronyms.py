"""Acronyms explained where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.acronyms import Explained, meanings, spelled_out


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Ministry of Justice (MOJ) said", [("MOJ", "Ministry of Justice")]),
        ("the Ministry of Justice (MJ) said", [("MJ", "Ministry of Justice")]),
        ("intellectual property rights (IPR)", [("IPR", "intellectual property rights")]),
        ("for trafficking-in-persons (TIP),and", [("TIP", "trafficking-in-persons")]),
        ("Partido de la Revolucion Democratica (PRD)", [("PRD", "Partido de la Revolucion Democratica")]),
        (
            "He met the Foreign Minister (FM), and the Party of Work (PW)",
            [("FM", "Foreign Minister"), ("PW", "Party of Work")],
        ),
        ("the Ministry of Justice (OSCE)", []),
        ("and said, Ministry of Justice (AMOJ)", []),
        ("the Minister (MJ)", []),
        ("(C) Text", []),
        ("See ref A (NATO) and others", []),
    ],
)
def test_a_text_spells_out_what_has_the_very_initials(text: str, found: list[tuple[str, str]]) -> None:
    assert list(spelled_out(text)) == found


def test_the_cables_own_words_come_before_the_glossary() -> None:
    found = meanings(["The Party of Work (PW) won."], {"PW": "prisoner of war", "EU": "European Union"})
    assert found == {"PW": "Party of Work", "EU": "European Union"}


def test_an_acronym_is_explained_once_a_block_and_is_one_stop_of_the_keyboard_a_page() -> None:
    explained = Explained({"EU": 'the "Union"'})
    first = explained.text("The EU and the EU's EURO", set())
    again = explained.text("EU, NEU, EU-wide", set())
    assert first == (
        'The <abbr class="cp-abbr" tabindex="0" title="the &#34;Union&#34;">EU</abbr> and the EU\'s EURO'
    )
    assert again.count("<abbr") == 1
    assert 'tabindex="-1"' in again


def test_what_a_block_spells_out_is_not_explained_in_it() -> None:
    assert Explained({"EU": "x"}).text("European Union (EU)", {"EU"}) == "European Union (EU)"


@given(st.text(st.sampled_from("AB<>&\"' ()EU-s."), max_size=60))
def test_no_text_becomes_markup(text: str) -> None:
    shown = Explained({"EU": "x"}).text(text, set())
    assert shown.replace('<abbr class="cp-abbr" tabindex="0" title="x">EU</abbr>', "").count("<") == 0
