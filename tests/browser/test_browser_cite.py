"""A reader cites a cable and one of its paragraphs: one click each, hosted and from disk."""

import json
from pathlib import Path

import pytest

from support.reader import Reader

pytestmark = pytest.mark.browser

CABLE = "cables/2009/02/09ASTANA308/"
LISTEN = "navigator.clipboard.writeText = async (text) => { window.copied = text; }"


def copied(reader: Reader, group: str, name: str) -> str:
    """What a click on a button puts on the clipboard."""
    reader.page.evaluate(LISTEN)
    reader.page.get_by_role("group", name=group).get_by_role("button", name=name, exact=True).click()
    return str(reader.page.evaluate("window.copied"))


def test_a_cable_is_cited_in_every_format_with_one_click_each(visitor: Reader) -> None:
    visitor.open(CABLE)
    names = ("Chicago", "MLA", "APA", "Plain text", "BibTeX", "RIS", "CSL-JSON")
    found = {name: copied(visitor, "Copy a citation of this cable", name) for name in names}
    assert found["Chicago"].startswith("Embassy Astana to Secretary of State, telegram 09 Astana 308, “")
    assert found["MLA"].startswith("Embassy Astana. “")
    assert found["APA"].startswith("Embassy Astana. (2009, February 20). ")
    assert found["BibTeX"].startswith("@techreport{09ASTANA308,\n")
    assert found["RIS"].startswith("TY  - RPRT\n")
    assert json.loads(found["CSL-JSON"])[0]["number"] == "09 Astana 308"
    assert len(set(found.values())) == len(names)


def test_a_paragraph_is_cited_once_its_number_was_followed(visitor: Reader) -> None:
    visitor.open(CABLE)
    visitor.page.click("#para-3 .cp-num")
    assert ", para. 3, " in copied(visitor, "Copy a citation of paragraph 3", "Chicago")
    visitor.page.click("#para-4 .cp-num")
    assert visitor.page.locator(".cp-paragraph-tools").count() == 1
    assert "{09 Astana 308, para. 4}" in copied(visitor, "Copy a citation of paragraph 4", "BibTeX")


def test_a_citation_is_saved_as_a_file(visitor: Reader) -> None:
    visitor.open(CABLE, "#para-2")
    group = visitor.page.get_by_role("group", name="Save a citation of paragraph 2")
    with visitor.page.expect_download() as saved:
        group.get_by_role("button", name="RIS").click()
    assert saved.value.suggested_filename == "09ASTANA308-para-2.ris"
    assert "SN  - 09 Astana 308, para. 2\n" in Path(saved.value.path()).read_text(encoding="utf-8")
