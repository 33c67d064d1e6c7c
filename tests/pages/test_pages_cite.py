"""Citations."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator  # type: ignore[import-untyped] # carries no types
from selectolax.lexbor import LexborHTMLParser

from generator.pages import cite, reference_formats
from generator.pages.cite import Work
from support.golden import Case, cases
from support.record import entry, record

CABLE = record(subject="BUDGET & {TALKS} AT 50% #1")
PLAIN = cite.work(
    CABLE,
    entry(CABLE),
    collection="Test collection",
    url="https://cables.example.org/cables/2009/02/09ASTANA90001/",
)


def bare() -> Work:
    cable = record(None, subject=None, date=None, origin=None, post=None, action=())
    return cite.work(cable, entry(cable), collection="", url=None)


FORMS: dict[str, Callable[[Work], str]] = {
    "chicago": cite.chicago,
    "mla": cite.mla,
    "apa": cite.apa,
    "plain": cite.plain,
    "bibtex": reference_formats.bibtex,
    "ris": reference_formats.ris,
    "csl": reference_formats.csl,
}
ITEMS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": {
            **{key: {"type": "string"} for key in ("id", "title", "genre", "number", "publisher")},
            **{key: {"type": "string"} for key in ("publisher-place", "archive_collection", "URL")},
            **{key: {"type": "array", "items": {"$ref": "#/$defs/name"}} for key in ("author", "recipient")},
            "type": {"const": "report"},
            "issued": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 2,
                        "items": {
                            "type": "array",
                            "minItems": 1,
                            "maxItems": 3,
                            "items": {"type": "integer"},
                        },
                    }
                },
            },
        },
    },
    "$defs": {
        "name": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"literal": {"type": "string"}},
        }
    },
}
"""The variables that we use, with the types that CSL's schema of input data (csl-data.json) gives them."""


@pytest.mark.parametrize("case", cases("pages/cite"), ids=str)
def test_citation_is_as_written_down(case: Case) -> None:
    form, _, of = case.given.partition(" ")
    cited = {"bare": bare(), "without-subject": replace(PLAIN, title=None)}.get(of, PLAIN)
    citation = FORMS[form](cited)
    shown = cite.of_paragraph(citation, int(of), f"para-{of}") if of.isdecimal() else cite.whole(citation)
    assert shown.rstrip("\n") == case.expected


def test_a_year_alone_is_cited_as_one() -> None:
    cited = replace(PLAIN, date=(1973,))
    assert [" 1973" in cite.whole(FORMS[form](cited)) for form in ("chicago", "mla", "plain")] == [True] * 3
    assert "(1973)." in cite.apa(cited)
    assert "PY  - 1973\n" in reference_formats.ris(cited)
    assert "DA" not in reference_formats.ris(cited)
    assert "month" not in reference_formats.bibtex(cited)


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


@pytest.mark.parametrize("cited", [PLAIN, replace(PLAIN, date=(1973,)), replace(PLAIN, title=None), bare()])
@pytest.mark.parametrize("paragraph", [None, 5])
def test_csl_json_keeps_to_its_schema(cited: Work, paragraph: int | None) -> None:
    text = reference_formats.csl(cited)
    shown = cite.of_paragraph(text, paragraph, "para-5") if paragraph else cite.whole(text)
    items = json.loads(shown)
    assert list(Draft7Validator(ITEMS).iter_errors(items)) == []
    assert len(items) == 1


def test_csl_json_is_an_item_of_type_report() -> None:
    (item,) = json.loads(cite.whole(reference_formats.csl(PLAIN)))
    assert (item["type"], item["genre"], item["number"]) == ("report", "Telegram", "09 Astana 90001")
    assert item["issued"] == {"date-parts": [[2009, 2, 20]]}


def test_a_line_break_in_a_title_starts_no_field() -> None:
    cable = record(subject="A\nER  - \nTY  - BOOK")
    hostile = cite.work(cable, entry(cable), collection="", url=None)
    assert [line[:2] for line in reference_formats.ris(hostile).splitlines()].count("TY") == 1


def test_sender_and_recipient_come_from_the_header() -> None:
    assert PLAIN.recipient == "Secretary of State"


@given(subject=st.text(st.one_of(st.characters(), st.sampled_from('\ue000\ue001\ue002<>"&#')), max_size=40))
def test_no_text_makes_a_place_or_an_element_of_a_citation(subject: str) -> None:
    """What a script fills in has its places from us alone."""
    cable = record(subject=subject)
    cited = cite.work(cable, entry(cable), collection="C", url=PLAIN.url)
    page = LexborHTMLParser(f"<p>{cite.in_page(cite.chicago(cited))}</p>")
    assert [node.tag for node in page.css("p *")] == ["span", "span"]
    shown = page.css_first("p")
    assert shown is not None
    assert " ".join(shown.text().split()) == " ".join(cite.whole(cite.chicago(cited)).split())
