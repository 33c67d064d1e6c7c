"""A reader collects cables and paragraphs, notes them and passes them on: hosted and from disk."""

import json
from pathlib import Path

import pytest

from support.reader import Reader

pytestmark = pytest.mark.browser

CABLE, OTHER = "cables/2009/02/09ASTANA308/", "cables/2010/02/10ASTANA275/"


def collect(reader: Reader) -> None:
    """A cable, and a paragraph of another."""
    reader.open(CABLE)
    reader.page.locator(".cp-byline").get_by_role("button", name="Add to the basket").click()
    reader.open(OTHER, "#para-3")
    reader.page.locator(".cp-paragraph-tools").get_by_role("button", name="Add to the basket").click()
    reader.page.locator(".cp-paragraph-tools").get_by_role("link", name="In the basket").click()
    reader.page.wait_for_selector(".cp-basket > li:nth-child(2)")


def titles(reader: Reader) -> list[str]:
    """What the basket lists."""
    return reader.page.locator(".cp-basket > li > a").all_inner_texts()


def saved(reader: Reader, name: str) -> str:
    """What a button of the basket saves."""
    with reader.page.expect_download() as download:
        reader.page.get_by_role("group", name="Save").get_by_role("button", name=name, exact=True).click()
    return Path(download.value.path()).read_text(encoding="utf-8")


def test_what_is_collected_is_ordered_noted_and_kept(visitor: Reader) -> None:
    collect(visitor)
    first, second = titles(visitor)
    assert first.startswith("Kazakhstan: Justice Minister Baliyeva")
    assert second.endswith("¶3")
    visitor.page.get_by_role("button", name="Up: Kazakhstan: Minister of Justice").click()
    note = visitor.page.locator(".cp-basket textarea").first
    note.fill('=SUM(A1) "quoted"')
    note.blur()
    visitor.page.reload()
    assert titles(visitor) == [second, first]
    assert visitor.page.locator(".cp-basket textarea").first.input_value() == '=SUM(A1) "quoted"'
    visitor.page.get_by_role("button", name="Remove").first.click()
    assert titles(visitor) == [first]


def test_a_basket_is_saved_for_programs_and_people(visitor: Reader) -> None:
    collect(visitor)
    visitor.page.locator(".cp-basket textarea").first.fill("=1+1")
    visitor.page.locator(".cp-basket textarea").first.blur()
    items = json.loads(saved(visitor, "CSL-JSON"))
    assert [item["number"] for item in items] == ["09 Astana 308", "10 Astana 275, para. 3"]
    assert saved(visitor, "RIS").count("TY  - RPRT\n") == 2
    assert "@techreport{10ASTANA275p3," in saved(visitor, "BibTeX")
    table = saved(visitor, "CSV").splitlines()
    assert table[0] == '"number","paragraph","title","about","quote","note","address"'
    assert '"\'=1+1"' in table[1]
    assert '"09ASTANA308 \u00b7 20 February 2009 \u00b7 Embassy Astana \u00b7 ' in table[1]
    assert "=1+1" in saved(visitor, "Text")


def test_a_basket_is_sent_as_a_link_and_taken_over_only_on_wish(visitor: Reader) -> None:
    collect(visitor)
    visitor.page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    visitor.page.get_by_role("button", name="Copy as a link").click()
    link = str(visitor.page.evaluate("window.copied"))
    visitor.page.get_by_role("button", name="Empty the basket").click()
    visitor.page.get_by_role("button", name="Press again to empty it").click()
    assert titles(visitor) == []
    visitor.open("")
    visitor.page.goto(link)
    assert "A link with 2 items was sent to you" in visitor.page.inner_text(".cp-received")
    assert titles(visitor) == []
    visitor.page.get_by_role("button", name="Put them into my basket").click()
    visitor.page.wait_for_selector(".cp-basket > li")
    assert len(titles(visitor)) == 2
    lacking = visitor.page.get_by_text("2 items have no citations yet")
    assert lacking.count() == int(visitor.offline)  # a browser loads no pages from disk
    if visitor.offline:
        visitor.complaints.clear()  # and says so


def test_a_link_that_somebody_made_up_is_text_and_leads_nowhere_else(visitor: Reader) -> None:
    visitor.open("basket/")
    made = """
      const rows = [["2009/02/09ASTANA308", "", "<img src=x onerror=alert(1)>", "<b>note</b>"],
                    ["../../evil", "", "x", ""], ["2009/02/09ASTANA308", "javascript:x", "x", ""]];
      const part = btoa(JSON.stringify(rows)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
      location.hash = `b=${part}`;
    """
    visitor.page.evaluate(made)
    visitor.page.wait_for_selector(".cp-received:not([hidden])")
    assert visitor.page.locator(".cp-received a").all_inner_texts() == ["<img src=x onerror=alert(1)>"]
    assert visitor.page.locator(".cp-received img, .cp-received b").count() == 0


def test_two_are_looked_at_side_by_side(visitor: Reader) -> None:
    collect(visitor)
    for index in range(2):  # the list is drawn anew with each choice
        visitor.page.get_by_role("checkbox", name="Side by side").nth(index).check()
    frames = visitor.page.locator(".cp-compared iframe")
    frames.nth(1).wait_for()
    assert frames.count() == 2
    visitor.page.frame_locator(".cp-compared iframe >> nth=0").locator("#cp-title").wait_for()


def test_a_browser_that_keeps_nothing_is_told(visitor: Reader) -> None:
    visitor.page.add_init_script("Storage.prototype.setItem = () => { throw new Error('no room'); };")
    visitor.open("basket/")
    assert "This browser keeps nothing for this page" in visitor.page.inner_text("[data-part=status]")
