"""people.yml takes the addresses that pages show."""

from itertools import chain
from pathlib import Path

import pytest

import cablepress
from generator.people.decisions import parse_decisions
from generator.people.resolve import context_of, resolve

HEAD = """O 200929Z FEB {year}
FM AMEMBASSY {post}
TO SECSTATE WASHDC
UNCLAS {post} 000{number}

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: WEATHER

1. (U) {text}
BRANDT
"""
SAID = (
    ("ROME", "101", "Giulio Verrazzini met Ambassador Brandt. Verrazzini said that it rained."),
    ("ROME", "102", "Jules Verrazini agreed with the minister."),
    ("LIMA", "103", "Giulio Verrazzini, a fisherman, was not heard."),
)


def who_is_who(folder: Path, decisions: str) -> dict[str, list[str]]:
    """Of each person's address the cables that name them."""
    cables = [
        cablepress.parse(HEAD.format(year="09", post=post, number=number, text=text))
        for post, number, text in SAID
    ]
    path = folder / "people.yml"
    path.write_text(decisions, encoding="utf-8")
    found = cablepress.people(cables, people_file=path)
    return {
        person.slug: [seen.cable for seen in person.appearances]
        for person in found
        if "verraz" in person.slug
    }


@pytest.mark.parametrize(
    "written",
    [
        "people/jules-verrazini",
        "people/jules-verrazini/",
        "/people/jules-verrazini.html",
        "https://cables.example.org/archive/people/jules-verrazini/#cables",
        "../people/jules-verrazini.md",
    ],
)
def test_an_address_is_understood_in_every_form_in_which_it_is_shown(written: str) -> None:
    decisions, problems = parse_decisions(f"hide:\n  - {written}\n")
    assert problems == ()
    assert [(who.page, str(who)) for who in decisions.hide] == [("jules-verrazini", "people/jules-verrazini")]


def test_two_pages_become_one(tmp_path: Path) -> None:
    apart = who_is_who(tmp_path, "")
    assert len(apart) > 1
    other = next(slug for slug in apart if slug.startswith("giulio"))
    joined = who_is_who(tmp_path, f"same:\n  - [people/jules-verrazini, people/{other}]\n")
    assert sorted(chain(*joined.values())) == sorted(chain(*apart.values()))
    assert len(joined) == len(apart) - 1


def test_the_new_address_of_a_renamed_page_is_known_too(tmp_path: Path) -> None:
    renamed = "rename:\n  - people/jules-verrazini: Giulio Verrazini\n"
    assert "giulio-verrazini" in who_is_who(tmp_path, renamed)
    again = f"{renamed}  - people/giulio-verrazini: Julius Verrazini\n"
    assert "julius-verrazini" in who_is_who(tmp_path, again) or "giulio-verrazini" in who_is_who(
        tmp_path, again
    )


def test_an_address_that_is_nobodys_is_said_and_under_hide_stops_the_work() -> None:
    cable = cablepress.parse(HEAD.format(year="09", post="ROME", number="101", text=SAID[0][2]))
    decisions, _ = parse_decisions("hide:\n  - people/nobody-here\n")
    (problem,) = resolve([context_of(cable)], decisions).problems
    assert (problem.code, problem.message) == (
        "people-entry-hide",
        "people/nobody-here is no person's address",
    )
