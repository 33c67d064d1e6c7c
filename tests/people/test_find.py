"""Finding people in one cable: what holds for any text, and how another tagger takes the model's place."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.names.filing import normal_case
from generator.people import NameSpan, find_people, load_tagger
from generator.people.find.lexicon import FactBook, load_lexicon
from generator.people.find.tokens import TOKEN, Tokens
from support.find import short_cable

TEXT = (
    "SUBJECT: VARGOVA ON REFORM\n"
    "Justice Minister Jelena Vargova met Ambassador Robert F. Hensley, Jr. in Strelsau.\n"
    "Hensley's questions surprised Vargova. Her deputy, Pavel Drozdov (protect), took notes for al-Mansuri."
)


def test_each_span_holds_a_mention() -> None:
    cable = short_cable(TEXT)
    passages = [cable.subject or "", *(block.text for block in cable.blocks)]
    for person in find_people(cable):
        printed = [passages[span.block + 1][span.start : span.end] for span in person.spans]
        assert printed
        assert set(printed) == set(person.mentions)


def test_spans_do_not_overlap() -> None:
    spans = sorted(span for person in find_people(short_cable(TEXT)) for span in person.spans)
    assert all(one.block < other.block or one.end <= other.start for one, other in itertools.pairwise(spans))


def test_the_mark_counts_for_the_marked_person_alone() -> None:
    assert [p.name for p in find_people(short_cable(TEXT)) if p.protected] == ["Pavel Drozdov"]


def test_people_are_listed_in_reading_order_however_many_lines_a_part_has() -> None:
    addressed = "ATTENTION: FOR THE DESK\n" * 60 + "ATTENTION: FOR JOHN VOKERMAN\n"
    cable = short_cable(f"{addressed}REF: DOHERTY EMAIL 8/20/09\nTAG: HENSLEY, ROBERT")
    assert [person.name for person in find_people(cable)] == ["John Vokerman", "Doherty", "Robert Hensley"]


def test_people_found_before_are_ignored() -> None:
    cable = short_cable(TEXT)
    people = find_people(cable)
    assert find_people(replace(cable, people=people[:1])) == people


ACCENTED = (
    "SUBJECT: MINISTER TOM\u00c1\u0160 VARG\u00c1\u0147 ON REFORM\n"
    "CLASSIFIED BY: Ambassador Ren\u00e9 M\u00fcller\n"
    "President V\u00e1clav Zelen\u00fd met Justice Minister Jos\u00e9 Mu\u00f1oz in S\u00e3o Bento.\n"
    "Zelen\u00fd's questions surprised Mu\u00f1oz. \u0160t\u011bp\u00e1n Dvo\u0159\u00e1k took notes.\n"
    "SIGNED: M\u00dcLLER"
)


def test_letters_written_apart_from_their_accents_are_the_same_letters() -> None:
    composed = find_people(short_cable(ACCENTED))
    apart = find_people(short_cable(normalize("NFD", ACCENTED)))
    assert "Jos\u00e9 Mu\u00f1oz" in [person.name for person in composed]
    assert [(p.name, p.roles, p.where) for p in apart] == [(p.name, p.roles, p.where) for p in composed]
    assert [[normalize("NFC", m) for m in p.mentions] for p in apart] == [list(p.mentions) for p in composed]


def test_an_empty_cable_names_nobody() -> None:
    assert find_people(short_cable("")) == ()


@given(st.text(st.sampled_from("AbcdeZ .,'\u2019-()\n\u0301\u2028éЖ中¶<{%$\\/1"), max_size=200))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_any_text_is_read_and_every_form_is_printed_in_it(text: str) -> None:
    cable = short_cable("x")
    cable = replace(cable, subject=text, blocks=(replace(cable.blocks[0], text=text),))
    for person in find_people(cable):
        assert person.slug
        for span in person.spans:
            assert text[span.start : span.end] in person.mentions


@given(st.text(max_size=200))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_tokens_stand_where_they_say(text: str) -> None:
    tokens = Tokens(text)
    assert [text[tokens.start(i) : tokens.end(i)] for i in range(len(tokens.words))] == tokens.words


TELLING = st.sampled_from(" ,sS.'\u2019`/-\n\tAZaz1\u0301\u00e9")
PRINTED = st.text(TELLING | st.characters(codec="utf-8"), max_size=60)


@given(PRINTED)
@settings(derandomize=True, max_examples=300, deadline=None)
def test_a_text_cut_at_its_blanks_has_the_tokens_of_the_whole(text: str) -> None:
    book = FactBook(load_lexicon())
    assert [fact.word for fact in book.facts_in(text)] == TOKEN.findall(text)


def every_vargova(passages: Sequence[str]) -> list[list[NameSpan]]:
    """A tagger that knows one name."""
    return [[NameSpan(at, at + 7)] if (at := text.find("Vargova")) >= 0 else [] for text in passages]


def test_another_tagger_takes_the_place_of_the_model() -> None:
    text = TEXT.replace(" (protect)", "").replace(" (strictly protect)", "")
    people = find_people(short_cable(text), tagger=load_tagger(f"{__name__}:every_vargova"))
    assert [(person.name, len(person.spans)) for person in people] == [("Vargova", 2)]


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("no_such_module_here:tag", "No module named"),
        ("generator.people:nothing_such", "nothing_such"),
        ("generator.people", "package.module:attribute"),
        ("generator.people:__doc__", "package.module:attribute"),
    ],
)
def test_a_wrong_tagger_is_named(name: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        load_tagger(name)


@pytest.mark.parametrize(
    ("printed", "listed"),
    [
        ("JOHN MCCAIN", "John McCain"),
        ("WILLIAM TANNEN JR", "William Tannen Jr"),
        ("AL-NAHYAN", "al-Nahyan"),
        ("ABDULLAH BIN ZAYED AL-NAHYAN", "Abdullah bin Zayed al-Nahyan"),
        ("MARIA DE LA CRUZ", "Maria de la Cruz"),
        ("DE LA CRUZ", "de la Cruz"),
        ("O'BRIEN", "O'Brien"),
        ("JN DIXIT", "JN Dixit"),
        ("JOHN C. ROOD III", "John C. Rood III"),
        ("POPE JOHN XXIII", "Pope John XXIII"),
        ("LOUIS XIV", "Louis XIV"),
        ("XI JINPING", "Xi Jinping"),
        ("Nhial Deng Nhial", "Nhial Deng Nhial"),
    ],
)
def test_normal_case(printed: str, listed: str) -> None:
    assert normal_case(printed) == listed
