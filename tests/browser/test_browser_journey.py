"""A reader's way through the five samples, hosted and from disk, with the network off."""

import pytest

from support.reader import Reader

pytestmark = pytest.mark.browser


def test_from_the_home_page_by_a_tag_to_a_cable_to_a_person(visitor: Reader) -> None:
    page = visitor.page
    visitor.open("")
    page.click("nav.md-tabs a:has-text('Tags')")
    page.locator("article a", has_text="OSCE").first.click()
    page.locator("article a", has_text="Civil Society Disappointed").first.click()
    assert "09ASTANA1182" in page.url
    page.locator(".cp-body a", has_text="Zhovtis").first.click()
    assert "people/yevgeniy-zhovtis" in page.url
    listed = page.inner_text("article")
    assert "10ASTANA275" in listed or "Minister of Justice Praises" in listed
    assert "Civil Society Disappointed" in listed


def test_a_search_is_filtered_and_a_result_opens_at_its_passage(visitor: Reader) -> None:
    visitor.search("?q=zhovtis")
    assert sorted(visitor.found) == ["09ASTANA1182", "10ASTANA275"]
    visitor.choose("tag", "OSCE")
    assert visitor.found == ["09ASTANA1182"]
    visitor.page.click(".cs-result .cs-title")
    visitor.page.wait_for_selector(".cs-marks")
    assert "09ASTANA1182" in visitor.page.url
    assert "#para-" in visitor.page.url
    assert visitor.page.locator("mark.cs-mark.is-current").inner_text().lower() == "zhovtis"


def test_a_name_leads_to_the_cables_that_spell_it_otherwise(visitor: Reader) -> None:
    visitor.search("?q=Yevgeny")
    assert visitor.count == 1
    assert "also written Yevgeny Zhovtis" in visitor.page.inner_text(".cs-thing[data-kind=person]")
    visitor.page.get_by_role("button", name="2 cables name Yevgeniy Zhovtis").click()
    visitor.answered()
    assert visitor.page.input_value(".cs-query") == 'person:"Yevgeniy Zhovtis"'
    assert sorted(visitor.found) == ["09ASTANA1182", "10ASTANA275"]


def test_every_page_has_the_search(visitor: Reader) -> None:
    for path in ("", "tags/", "people/", "cables/2009/02/09ASTANA308/"):
        if visitor.offline and path in ("tags/", "people/"):
            path += "index"  # noqa: PLW2901 - on disk a folder's page is its index
        visitor.open(path)
        assert visitor.page.locator("form[data-cable-search] input[role=combobox]").count() == 1
