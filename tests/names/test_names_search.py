"""A name is recognised however it is printed, and only a name."""

import json
import unicodedata
from html import escape
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.names import NameSearch, fold_text, name_words, spellings
from generator.names.letters import first_look

SOUGHT = NameSearch([name_words("Ivan Petrovich Petrenko"), *spellings("Ursula Müller-Lüdenscheid")])
SURNAME = NameSearch([("petrenko",)])


def printed(text: str, search: NameSearch = SOUGHT) -> list[str]:
    return [text[start:end] for start, end in sorted(set(search.find(text)))]


@pytest.mark.parametrize(
    "name",
    [
        "Ivan Petrenko",
        "PETRENKO, IVAN",
        "Petrenko Ivan",
        "I. P. Petrenko",
        "I.P. Petrenko",
        "ivan petrovich petrenko",
        "Ivan\nPetrenko",
        "Ivan Petren-\nko",
        "Ivan Petren-ko",
        "Ivan Pe\u00adtren\u200bko",
        "Іван Петренко",
        "Ｉｖａｎ Ｐｅｔｒｅｎｋｏ",
        "I V A N  P E T R E N K O",
        "Ivan%20Petrenko",
        "ivan-petrenko",
        "ivan_petrenko",
        "IvanPetrenko",
        "ipetrenko",
        "Iv&#97;n Petr&shy;enko",
        "Iv<wbr>an <b>Petrenko",
        "Ivan \\u0050etrenko",
        "Ivan Petrenkos",
        "Ivan Petrenkom",
        "Ivan\n\nASTANA 00000275  002 OF 003\n\nPetrenko",
        "Ursula Mueller-Luedenscheid",
        "URSULA MULLER LUDENSCHEID",
        unicodedata.normalize("NFD", "Ursula Müller-Lüdenscheid"),
    ],
)
def test_every_printing_of_a_name_is_found_whole(name: str) -> None:
    assert printed(f"We met {name}, a lawyer.") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Maria Petrenko came.",
        "Petrenkoville is a town.",
        "Ivan left; Petrenko AG paid.",
        "Ivan Petrov came.",
        "Divan Petrenkov",
        "",
    ],
)
def test_somebody_else_and_something_else_are_not(text: str) -> None:
    assert printed(text) == []


def test_a_surname_torn_by_a_line_end_is_found_and_two_small_words_are_not() -> None:
    assert printed("Petren\nko spoke", SURNAME) == ["Petren\nko"]
    assert printed("new man here", NameSearch([("newman",)])) == []


NAME = "Ivan Petrenko"
CARRIERS = st.sampled_from(
    [
        str,
        str.upper,
        str.lower,
        escape,
        quote,
        json.dumps,
        lambda name: "".join(f"&#{ord(letter)};" for letter in name),
        lambda name: "".join(f"\\u{ord(letter):04x}" for letter in name),
        "\u200b".join,
        lambda name: " ".join(name.replace(" ", "")),
        lambda name: unicodedata.normalize("NFD", name.replace("e", "é")),
        lambda name: name.replace(" ", "\r\n"),
        lambda name: f"**{name}**",
    ]
)


@given(st.text(max_size=60), CARRIERS, st.text(max_size=60))
def test_a_planted_name_is_found_in_any_surroundings(before: str, carried: object, after: str) -> None:
    assert callable(carried)
    text = f"{before}\n.{carried(NAME)}.\n{after}"
    assert any(text[start:end] for start, end in SOUGHT.find(text))


@given(st.text())
def test_folding_keeps_the_way_back_and_the_first_look_sees_the_same_letters(text: str) -> None:
    folded = fold_text(text)
    places = [folded.place(offset) for offset in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    assert first_look(text).letters == "".join(letter for letter in folded.text if letter.isalnum())
    assert folded.text.isascii()
