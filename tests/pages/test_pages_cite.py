"""Citations."""

import json
from dataclasses import replace

import pytest

from generator.pages import cite
from generator.pages.cite import Work
from support.golden import Case, cases
from support.record import entry, record

PLAIN = cite.work(
    record(subject="BUDGET & {TALKS} AT 50% #1"),
    entry(record()),
    collection="Test collection",
    url="https://cables.example.org/cables/2009/02/09ASTANA90001/",
)


def bare() -> Work:
    cable = record(None, subject=None, date=None, origin=None, post=None, action=())
    return cite.work(cable, entry(cable), collection="", url=None)


@pytest.mark.parametrize("case", cases("pages/cite"), ids=str)
def test_citation_is_as_written_down(case: Case) -> None:
    form = {"chicago": cite.chicago, "bibtex": cite.bibtex, "ris": cite.ris}[case.given]
    assert form(PLAIN).rstrip("\n") == case.expected


def test_a_cable_that_says_nothing_can_still_be_cited() -> None:
    assert cite.chicago(bare()) == "Telegram, “Telegram without a subject line,” n.d."
    assert cite.ris(bare()).startswith("TY  - RPRT\n")
    assert "year" not in cite.bibtex(bare())


@pytest.mark.parametrize(
    ("cable_id", "number"),
    [
        ("09SANJOSE90001", "09 San Jose 90001"),
        ("09STATE90001", "09 State 90001"),
        ("09USUNNEWYORK90001", "09 USUN New York 90001"),
        ("09NOWHERE90001", "09 Nowhere 90001"),
    ],
)
def test_numbers_are_written_as_people_write_them(cable_id: str, number: str) -> None:
    assert cite.number(cable_id) == number


def test_csl_json_is_an_item_of_type_report() -> None:
    item = json.loads(cite.csl(PLAIN))
    assert (item["type"], item["genre"], item["number"]) == ("report", "Telegram", "09 Astana 90001")
    assert item["issued"] == {"date-parts": [[2009, 2, 20]]}


def test_a_line_break_in_a_title_starts_no_field() -> None:
    hostile = replace(bare(), title="A\nER  - \nTY  - BOOK")
    assert [line[:2] for line in cite.ris(hostile).splitlines()].count("TY") == 1


def test_sender_and_recipient_come_from_the_header() -> None:
    assert PLAIN.recipient == "Secretary of State"
