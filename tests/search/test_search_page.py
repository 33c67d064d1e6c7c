"""What of a built page is searched, and how it is marked for Pagefind."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from generator.model import Addressee
from generator.publish.search import search_facts
from generator.publish.search.page import SearchPage, read_page
from support.cable_pages import BuiltPage, cable_page
from support.record import record


def read(tmp_path: Path, built: BuiltPage) -> tuple[SearchPage, LexborHTMLParser]:
    file = tmp_path / "index.html"
    file.write_text(built.html, encoding="utf-8")
    found = read_page(file, "cables/2009/02/09ASTANA90308/index.html", built.facts)
    assert found is not None
    page, text = found
    return page, LexborHTMLParser(text)


def fields(tree: LexborHTMLParser) -> dict[str | None, str]:
    return {node.attributes["data-pagefind-meta"]: node.text() for node in tree.css("[data-pagefind-meta]")}


def searched(tree: LexborHTMLParser) -> str:
    (body,) = tree.css("[data-pagefind-body]")
    return " ".join(body.text(separator=" ").split())


def test_a_page_without_a_marked_body_is_not_indexed(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text("<html><body><h1>Tags</h1></body></html>", encoding="utf-8")
    assert read_page(file, "tags/index.html", cable_page().facts) is None


def test_only_the_body_is_searched(tmp_path: Path) -> None:
    _, tree = read(tmp_path, cable_page())
    assert searched(tree) == "The minister spoke of reform."


def test_facets_date_and_people_are_read(tmp_path: Path) -> None:
    page, _ = read(tmp_path, cable_page())
    facets = dict(page.facets)
    assert facets["tag"] == ("PGOV", "KTIP")
    assert facets["post"] == ("Astana",)
    assert facets["person"] == ("dinara-omirbek",)
    assert page.people == (("dinara-omirbek", "Dinara Omirbek"),)
    assert page.period == "2009-02"


def test_the_header_is_searched() -> None:
    to = Addressee(route=None, name="SECSTATE\nWASHDC", precedence=None, number=None)
    cable = record(action=(to,), attention=("STATE FOR DRL",), captions=("SIPDIS",), signed_by="HOAGLAND")
    facts = search_facts(cable)
    assert facts.header == "SECSTATE WASHDC; STATE FOR DRL; SIPDIS; HOAGLAND;"
    assert (facts.title, facts.origin) == ("BUDGET TALKS BEGIN", "Embassy Astana")
    assert dict(facts.facets)["classification"] == ("CONFIDENTIAL",)


def test_a_cable_that_says_nothing_has_empty_facts() -> None:
    header = dict.fromkeys(("subject", "date", "classification", "origin", "post", "country"))
    facts = search_facts(record(None, action=(), tags=(), **header))
    assert {facts.id, facts.title, facts.date, facts.origin, facts.header} == {""}
    assert not any(values for _, values in facts.facets)


def test_without_a_date_the_number_tells_the_year(tmp_path: Path) -> None:
    page, _ = read(tmp_path, cable_page(date=None, cable_id="66ASTANA90308"))
    assert page.period == "1966"
    dated, _ = read(tmp_path, cable_page(date="1966-12-31T00:00:00Z", cable_id="66ASTANA90309"))
    assert dated.order < page.order, "at the end of its year"


def test_a_tag_is_found_by_its_meaning(tmp_path: Path) -> None:
    _, tree = read(tmp_path, cable_page(tags=("KTIP",)))
    assert "trafficking" in fields(tree)["tags"].lower()
    assert fields(tree)["tags"].startswith("KTIP ")


def test_an_acronym_is_found_by_its_words_but_not_shown(tmp_path: Path) -> None:
    body = '<p id="para-1">The DCM met the union, and com is no word for him.</p>'
    _, tree = read(tmp_path, cable_page(body=body))
    assert fields(tree)["terms"] == "deputy chief of mission"
    assert "deputy" not in searched(tree)


def test_a_number_is_found_without_its_year(tmp_path: Path) -> None:
    _, tree = read(tmp_path, cable_page())
    assert (fields(tree)["id"], fields(tree)["number"]) == ("09ASTANA90308", "ASTANA90308")


def test_paragraphs_are_anchors_without_text(tmp_path: Path) -> None:
    """Pagefind stores the text of an anchor a second time."""
    body = '<p id="para-1">One.</p><ul><li id="block-2">Two</li><li>three</li></ul>'
    _, tree = read(tmp_path, cable_page(body=body))
    anchors = {node.attributes["id"]: node.text() for node in tree.css("[id]")}
    assert anchors == {"para-1": "", "block-2": ""}
    assert searched(tree) == "One. Two three"


def test_numbers_markings_and_permalinks_are_no_text(tmp_path: Path) -> None:
    body = (
        '<p id="para-5"><a class="cp-num" href="#para-5">5. (SBU)</a> Text.</p>'
        '<h2 id="views">VIEWS<a class="headerlink" href="#views">¶</a></h2>'
    )
    _, tree = read(tmp_path, cable_page(body=body))
    assert searched(tree) == "Text. VIEWS"


def test_the_summary_outweighs_the_body(tmp_path: Path) -> None:
    body = '<section class="cp-section cp-summary"><p>Short.</p></section><p>Long.</p>'
    _, tree = read(tmp_path, cable_page(body=body))
    weights = {
        node.text().strip(): node.attributes["data-pagefind-weight"]
        for node in tree.css("[data-pagefind-weight]")
    }
    assert weights == {"Short.": "3.0"}


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    hostile = '</i><script>alert(1)</script>"&amp;'
    page, tree = read(
        tmp_path,
        cable_page(
            subject=hostile,
            tags=("<b>",),
            people=(("x", hostile),),
            body=f"<p>{hostile.replace('&', '&amp;').replace('<', '&lt;')}</p>",
        ),
    )
    assert not tree.css("script")
    assert fields(tree)["title"] == hostile
    assert searched(tree) == hostile
    assert page.people == (("x", hostile),)


def test_text_cannot_pass_for_the_marks_of_the_engine(tmp_path: Path) -> None:
    _, tree = read(tmp_path, cable_page(body="<p>Odd ___PAGEFIND_WEIGHT___10 text.</p>"))
    assert "___PAGEFIND_" not in searched(tree)
