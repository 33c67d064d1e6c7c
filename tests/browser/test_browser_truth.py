"""What the search finds is there, and what is there it finds: over http and from disk."""

import re
from typing import Any

import pytest

from support.archive import CABLES as HOW_MANY
from support.invented import InventedCable, invent
from support.reader import Reader

pytestmark = pytest.mark.browser

CABLES = tuple(invent(seed) for seed in range(HOW_MANY))


def words(cable: InventedCable) -> str:
    """The words of its text, small, a blank around each."""
    text = " ".join((cable.subject, *(each.text for each in cable.paragraphs))).lower()
    return f" {' '.join(re.findall('[a-z0-9]+', text))} "


def having(text: str) -> set[str]:
    return {cable.id for cable in CABLES if f" {text} " in words(cable)}


def ask(reader: Reader, text: str) -> dict[str, Any]:
    """What the search tells a program."""
    told: dict[str, Any] = reader.page.evaluate("text => window.cablepressSearch.ask(text)", text)
    return told


def said(reader: Reader) -> str:
    return reader.page.inner_text("[data-part=results]")


def test_a_program_is_told_what_stands_in_the_cables(reader: Reader) -> None:
    reader.open("")
    nowhere = ("blockchain", "ministe", '"penal fisheries"', "tag:XXXX", "signed:nobody")
    assert [(ask(reader, text)["count"], ask(reader, text)["ids"]) for text in nowhere] == [(0, [])] * len(
        nowhere
    )
    assert ask(reader, "penal blockchain")["absent"] == ["blockchain"]
    for word in ("ombudsman", "LARRALDE", "fisheries", "clever", "1", "the"):
        assert set(ask(reader, word)["ids"]) == having(word.lower())
    for phrase in ("second half of the year", "penal reform moves", "too clever by half"):
        assert set(ask(reader, f'"{phrase}"')["ids"]) == having(phrase)


def test_fields_and_numbers_are_exact(reader: Reader) -> None:
    reader.open("")
    wanted = {
        'from:"Buenos Aires"': {each.id for each in CABLES if each.post == "BUENOS AIRES"},
        "to:treasury": {each.id for each in CABLES if any("TREASURY" in name for name in each.addressees)},
        "tag:ktip": {each.id for each in CABLES if "KTIP" in each.tags},
        "signed:lindqvist": {each.id for each in CABLES if each.signer == "LINDQVIST"},
        "before:2000-03-15 after:1999": {
            each.id for each in CABLES if "1999" <= f"{each.sent:%Y-%m-%d}" < "2000-03-15"
        },
        "penal -from:Bern": {each.id for each in CABLES if "PENAL" in each.subject and each.post != "BERN"},
        "penal OR fisheries": having("penal") | having("fisheries"),
        "ombuds*": having("ombudsman"),
        f"20{CABLES[0].id}": {CABLES[0].id},
    }
    assert {text: set(ask(reader, text)["ids"]) for text in wanted} == wanted


def test_other_forms_come_by_choice(reader: Reader) -> None:
    reader.search("?q=expect")
    assert reader.count == 0
    forms = having("expected")
    assert "No cable has expect." in said(reader)
    reader.page.get_by_role("button", name=f"{len(forms)} cables with expected").click()
    reader.answered()
    assert reader.count == len(forms)
    assert reader.page.input_value(".cs-query") == "expect OR expected"


def test_what_no_cable_has_is_said_with_what_is_near(reader: Reader) -> None:
    reader.search("?q=penal+parlament")
    assert "No cable has parlament. Nearest: parliament." in said(reader)
    assert reader.count == 0
    reader.page.get_by_role("button", name="parliament", exact=True).click()
    reader.answered()
    assert reader.page.input_value(".cs-query") == "penal parliament"
    assert reader.count == len(having("penal") & having("parliament"))


def test_a_hit_in_the_header_shows_where_it_is(reader: Reader) -> None:
    for query in ("treasury", "to:treasury", "signed:lindqvist", "tag:ktip"):
        reader.search(f"?q={query}")
        reader.page.wait_for_selector(".cs-result .cs-passage mark")
        marked = {text.lower() for text in reader.page.locator(".cs-passage mark").all_inner_texts()}
        assert marked == {query.rpartition(":")[2]}, query


def test_fields_are_taken_off_one_by_one(reader: Reader) -> None:
    reader.search("?q=penal+from:Bern+after:1997")
    assert reader.page.locator(".cs-chip").all_inner_texts() == ["From Bern \u2715", "Since 1997 \u2715"]
    reader.page.click("[aria-label='Remove From Bern']")
    reader.answered()
    assert reader.page.input_value(".cs-query") == "penal after:1997"
    reader.page.click("[aria-label='Remove Since 1997']")
    reader.answered()
    assert reader.count == len(having("penal"))


def test_how_to_ask_is_a_line_away(reader: Reader) -> None:
    reader.search("")
    assert not reader.page.is_visible(".cs-help code")
    reader.page.click(".cs-help summary")
    assert reader.page.locator(".cs-help code").count() > 8
