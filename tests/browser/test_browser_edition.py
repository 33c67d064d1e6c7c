"""What a publisher's desk adds, as a reader meets it: notes, withheld and removed cables, releases."""

import pytest

from support.archive import GONE, GONE_TAG, SECRET, page_of
from support.invented import invent
from support.reader import Reader

pytestmark = pytest.mark.browser

FIRST, OTHER = invent(0), invent(1)


def test_a_note_is_signed_and_leads_to_the_cable_that_it_cites(reader: Reader) -> None:
    reader.open(f"{page_of(FIRST)}/")
    note = reader.page.locator(".cp-editor")
    assert "M. Fischer, 3 May 2026" in note.inner_text()
    note.locator("a").click()
    reader.page.wait_for_url(f"**/{OTHER.id}**")


def test_what_was_published_before_can_be_compared(reader: Reader) -> None:
    reader.open(f"{page_of(FIRST)}/")
    version = reader.page.locator("details", has_text="What was published on 3 May 2026")
    assert not version.locator("li").first.is_visible()
    version.locator("summary").click()
    assert version.locator("li").first.is_visible()


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (page_of(SECRET), "Withdrawn by the archive."),
        (GONE, "is no more"),
        (GONE_TAG, "This page is no more"),
    ],
)
def test_an_address_that_was_published_says_what_became_of_it(reader: Reader, page: str, said: str) -> None:
    reader.open(f"{page}/")
    assert said in reader.page.inner_text("article")


def test_a_withheld_cable_is_found_by_nothing(reader: Reader) -> None:
    reader.search(f"?q={SECRET.id}")
    assert SECRET.id not in reader.found


def test_the_log_leads_from_release_to_cable(reader: Reader) -> None:
    reader.open("")
    reader.page.locator("article a[href*=changes]").first.click()
    reader.page.locator("article a", has_text="12 June 2026").click()
    assert "Read anew." in reader.page.inner_text("article")
    reader.page.locator(f"article a[href*='{FIRST.id}']").first.click()
    assert FIRST.id in reader.page.url
