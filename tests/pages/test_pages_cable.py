"""The page of one cable, as a reader's browser gets it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from markdown import Markdown  # type: ignore[import-untyped] # carries no types
from mkdocs.utils.meta import get_data
from selectolax.lexbor import LexborHTMLParser

from generator.model import Block, Cable, CableWarning, Span
from support.record import SITE, citing, named, record, settled, site_of

PATH = "cables/2009/02/09ASTANA90001.md"
EXTENSIONS = ["attr_list", "def_list", "md_in_html", "toc"]
HOSTILE = "<script>alert(1)</script> {{ config }} [x](http://example.org) *b* --- \x02 {: #body }"


def source(*cables: Cable) -> str:
    return site_of(*cables)[PATH].content.decode()


def page(*cables: Cable) -> LexborHTMLParser:
    text, _ = get_data(source(*cables))
    return LexborHTMLParser(Markdown(extensions=EXTENSIONS).convert(text))


def text_of(found: LexborHTMLParser, selector: str) -> str:
    node = found.css_first(selector)
    assert node is not None, selector
    return " ".join(node.text().split())


def front(*cables: Cable) -> dict[str, object]:
    _, loaded = get_data(source(*cables))
    return loaded


def test_each_numbered_paragraph_has_a_permalink_with_its_marking() -> None:
    found = page(record("09ASTANA90001", "First.", "Second."))
    assert text_of(found, "#para-2") == "2. (C) Second."
    link = found.css_first("#para-2 a")
    assert link is not None
    assert link.attributes["href"] == "#para-2"
    assert link.attributes["title"] == "Link to paragraph 2: confidential"


def test_a_person_is_linked_where_the_name_first_stands_in_a_paragraph() -> None:
    cable = named(record("09ASTANA90001", "Askar came.", "When Askar left, Askar sang."), "Askar", "askar")
    found = page(cable)
    assert [node.attributes["href"] for node in found.css(".cp-body .cp-who")] == [
        "../../../people/askar.md",
        "../../../people/askar.md",
    ]


def test_a_problem_is_reported_where_the_publisher_says() -> None:
    cable = named(record("09ASTANA90001", "Askar came."), "Askar", "askar")
    site = replace(SITE, report_to="https://tracker.example.org/new?title={id}&body={url}")
    made = {path: output.content.decode() for path, output in site_of(cable, site=site).items()}
    about = {"09ASTANA90001": PATH, "Askar": "people/askar.md"}
    for name, path in about.items():
        link = LexborHTMLParser(made[path]).css_first(".cp-report a")
        assert link is not None
        public = f"https%3A%2F%2Fcables.example.org%2F{path.removesuffix('.md').replace('/', '%2F')}%2F"
        assert link.attributes["href"] == f"https://tracker.example.org/new?title={name}&body={public}"
    assert page(cable).css_first(".cp-report") is None


def test_a_person_below_the_threshold_is_not_linked() -> None:
    cable = named(record("09ASTANA90001", "Askar came."), "Askar", "askar")
    pages = site_of(cable, site=replace(SITE, people_page_min=2))
    assert "people/askar.md" not in pages
    assert "cp-who" not in pages[PATH].content.decode()
    assert "[Askar](../cables/2009/02/09ASTANA90001.md#para-1)" in pages["people/index.md"].content.decode()


def test_a_protected_person_is_nowhere_but_in_the_text() -> None:
    cable = named(record("09ASTANA90001", "Askar (protect) came."), "Askar", "askar", protected=True)
    pages = site_of(replace(cable, protected=("Askar",)))
    holding = {path for path, output in pages.items() if b"askar" in output.content.lower()}
    assert holding == {PATH}
    head, body = pages[PATH].content.decode().split("# Budget")
    assert "skar" not in head
    assert "Askar (protect) came." in body


def test_a_citation_leads_to_the_cited_paragraph() -> None:
    old = record("08ASTANA90002", "One.", "Two.", date=datetime(2008, 1, 1, tzinfo=UTC))
    found = page(citing(record("09ASTANA90001", "See ref A, para 2."), "ref A", "08ASTANA90002", 2), old)
    link = found.css_first(".cp-body .cp-ref")
    assert link is not None
    assert link.attributes["href"] == "../../../cables/2008/01/08ASTANA90002.md#para-2"


def test_a_citation_of_a_paragraph_that_is_not_there_leads_to_the_cable() -> None:
    old = record("08ASTANA90002", "One.", date=datetime(2008, 1, 1, tzinfo=UTC))
    found = page(citing(record("09ASTANA90001", "See ref A, para 7."), "ref A", "08ASTANA90002", 7), old)
    link = found.css_first(".cp-body .cp-ref")
    assert link is not None
    assert link.attributes["href"] == "../../../cables/2008/01/08ASTANA90002.md"


def test_a_citation_of_an_absent_cable_leads_to_the_references() -> None:
    cable = citing(record("09ASTANA90001", "See ref A."), "ref A", "08BERN90002")
    link = page(cable).css_first(".cp-body .cp-ref")
    assert link is not None
    assert link.attributes["href"] == "../../../references/bern.md#cable-08BERN90002"
    stub = site_of(cable)["references/bern.md"].content.decode()
    assert "{: #cable-08BERN90002 }" in stub
    assert "See ref A." in stub


def test_a_cable_shows_who_cites_it_and_how() -> None:
    later = citing(record("09BERN90003", "See ref A.", post="Bern"), "ref A", "09ASTANA90001")
    found = page(record("09ASTANA90001", "First."), later)
    assert "See ref A." in text_of(found, "#cited-by + .cp-list")


def test_redactions_are_marked_and_kept() -> None:
    found = page(record("09ASTANA90001", "Then XXXXXXXXXXXX spoke, aged XXX."))
    assert [node.text() for node in found.css(".cp-redacted")] == ["XXXXXXXXXXXX"]
    assert "Then XXXXXXXXXXXX spoke, aged XXX." in text_of(found, "#para-1")


def test_every_kind_of_block_keeps_its_text() -> None:
    blocks = (
        Block(kind="heading", text="THE # VIEW"),
        Block(kind="list", text="-- one\n-- two\n(c) three"),
        Block(kind="list", text="- four"),
        Block(kind="table", text="a   b\n\n1   2 <c>"),
        Block(kind="notice", text="Declassified."),
        Block(kind="paragraph", text="- no list"),
    )
    found = page(record("09ASTANA90001", blocks=blocks))
    assert text_of(found, "#sec-1") == "The # View"
    lists = [[node.text().strip() for node in each.css("li")] for each in found.css(".cp-body ul")]
    assert lists == [["one", "two", "(c) three"], ["four"]]
    table = found.css_first("pre#block-3")
    assert table is not None
    assert table.text() == "a   b\n\n1   2 <c>"
    assert text_of(found, ".cp-notice") == "Declassified."
    assert text_of(found, "#block-5") == "- no list"


def test_links_inside_a_list_stand_on_their_words() -> None:
    block = Block(kind="list", text="-- Omirbek\n-- and Askar")
    cable = named(record("09ASTANA90001", blocks=(block,)), "Askar", "askar")
    assert [node.text() for node in page(cable).css(".cp-body .cp-who")] == ["Askar"]


def test_the_summary_is_a_section_of_its_own() -> None:
    blocks = (
        Block(kind="paragraph", number=1, text="SUMMARY: Short.", section="summary"),
        Block(kind="paragraph", number=2, text="Long."),
    )
    section = page(record("09ASTANA90001", blocks=blocks)).css_first("section.cp-summary")
    assert section is not None
    assert section.attributes["aria-label"] == "Summary"
    assert "Long." not in section.text()


@pytest.mark.parametrize(
    "name", ["subject", "signed_by", "classified_by", "origin", "post", "classification"]
)
def test_no_field_becomes_markup(name: str) -> None:
    found = page(record("09ASTANA90001", "Text.", **{name: HOSTILE}))
    assert not found.css("script")
    assert not found.css("a[href^=http]")
    assert not found.css("strong strong, em b, h1 em")
    shown = (found.body.text() if found.body else "").casefold()
    assert "".join(HOSTILE.replace("\x02", "\ufffd").casefold().split()) in "".join(shown.split())


def test_no_text_of_the_body_becomes_markup() -> None:
    kinds = ("heading", "paragraph", "list", "table", "preformatted", "notice")
    blocks = tuple(Block(kind=kind, text=HOSTILE) for kind in kinds)  # type: ignore[arg-type]
    found = page(record("09ASTANA90001", blocks=blocks, tags=("<B>",), tag_people=(HOSTILE,)))
    assert not found.css("script, .cp-body em, .cp-body strong")
    text = (found.body.text() if found.body else "").casefold()  # a heading has another case
    shown = text.count("{{ config }} [x](http://example.org)")
    assert shown == len(kinds) + 1  # each block, and the name in the tags


def test_signer_and_classifier_lead_to_their_pages() -> None:
    cable = record("09ASTANA90001", "Text.", signed_by="HARTWELL", classified_by="Ambassador Jane Hartwell")
    found = page(named(cable, "Jane Hartwell", "jane-hartwell", where=("classified_by", "signature")))
    assert text_of(found, ".cp-signed a") == "HARTWELL"
    assert text_of(found, ".cp-more a") == "Ambassador Jane Hartwell"


def test_spans_outside_the_text_are_passed_over() -> None:
    cable = named(record("09ASTANA90001", "Askar."), "Askar", "askar")
    person = replace(cable.people[0], spans=(Span(block=0, start=3, end=99), Span(block=-1, start=0, end=3)))
    assert "1. (C) Askar." in text_of(page(replace(cable, people=(person,))), "#para-1")


def test_front_matter_is_the_record() -> None:
    cable = named(record("09ASTANA90001", "Askar came.", captions=("SIPDIS",)), "Askar", "askar")
    found = front(cable)
    assert (found["id"], found["date"]) == ("09ASTANA90001", "2009-02-20T09:29:00Z")
    assert (found["tags"], found["captions"]) == (["PGOV", "KZ"], ["SIPDIS"])
    assert found["people"] == [
        {"name": "Askar", "slug": "askar", "mentions": ["Askar"], "roles": [], "where": ["body"]}
    ]
    assert "blocks" not in found


@pytest.mark.parametrize(
    "subject", ["a\n---\nb", "---", "&x *y !z", "'\"", "null", "2009-01-01", "a: [b", "\x85x\u2028"]
)
def test_front_matter_survives_any_subject(subject: str) -> None:
    assert front(record("09ASTANA90001", "Text.", subject=subject))["subject"] == subject


def test_the_original_is_kept_byte_for_byte() -> None:
    assert site_of(record())["cables/2009/02/09ASTANA90001.txt"].content == b"AS IT STOOD\r\n"


def test_what_was_repaired_is_said() -> None:
    warning = CableWarning(code="pilcrow-misread", message='"15." read as paragraph 5', line=54)
    found = page(record("09ASTANA90001", warnings=(warning,)))
    assert 'line 54: "15." read as paragraph 5 (pilcrow-misread)' in text_of(found, ".cp-repairs")


def test_a_cable_without_anything_has_a_page() -> None:
    empty = record(None, subject=None, date=None, classification=None, origin=None, post=None, country=None)
    pages = site_of(replace(empty, action=(), tags=()))
    text = pages[f"cables/undated/unidentified-{'ab' * 6}.md"].content.decode()
    assert "# Telegram without a subject line" in text
    assert "dates/undated.md" in pages


def test_headings_are_in_headline_case_and_links_stand_in_them() -> None:
    heading = Block(kind="heading", text="ASKAR ROE RETURNS")
    cable = record("09ASTANA90001", "Text.")
    cable = named(replace(cable, blocks=(heading, *cable.blocks)), "ASKAR ROE", "askar-roe")
    found = page(cable)
    assert text_of(found, ".cp-body h2") == "Askar Roe Returns"
    assert text_of(found, ".cp-body h2 a") == "Askar Roe"
    as_printed = replace(settled(cable), headings=())
    assert as_printed.titled.blocks[0].text == "ASKAR ROE RETURNS"
    assert settled(cable).cable.blocks[0].text == "ASKAR ROE RETURNS", "exports have it as printed"
