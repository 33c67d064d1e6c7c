"""The words of a search in the cable it led to."""

import pytest

from support.reader import Reader

pytestmark = pytest.mark.browser


def open_first(reader: Reader, state: str) -> None:
    reader.search(state)
    reader.page.click(".cs-result .cs-title")
    reader.page.wait_for_selector(".cs-marks")


def test_next_goes_round_and_off_leaves_nothing(reader: Reader) -> None:
    open_first(reader, "?q=ambassador")
    page = reader.page
    total = int(page.inner_text(".cs-marks-place").split()[-1])
    place = page.inner_text(".cs-marks-place")
    for _ in range(total):
        page.click(".cs-marks [aria-label=Next]")
    assert page.inner_text(".cs-marks-place") == place
    before = page.inner_text(".cp-body")
    page.click(".cs-marks [aria-label='Remove the marks']")
    assert page.locator("mark, .cs-marks").count() == 0
    assert page.inner_text(".cp-body") == before
    assert "find=" not in page.url


def test_the_current_mark_is_in_sight(reader: Reader) -> None:
    open_first(reader, "?q=parliament")
    reader.page.wait_for_function(
        "(() => { const box = document.querySelector('mark.is-current').getBoundingClientRect();"
        " return box.top >= 0 && box.bottom <= innerHeight; })()"
    )


def test_a_phrase_is_marked_whole_and_nowhere_else(reader: Reader) -> None:
    open_first(reader, '?q="budget office"')
    texts = reader.page.locator(".cp-body mark.cs-mark").all_inner_texts()
    assert set(texts) == {"budget office"}


def test_what_the_address_says_is_never_markup(reader: Reader) -> None:
    reader.search("")
    address = reader.page.locator(".cs-result .cs-title").first.get_attribute("href")
    assert address is not None
    reader.page.goto(
        f"{address.split('?')[0].split('#')[0]}?find=(((.*)+<img src=x onerror=alert(1)> ambassador"
    )
    assert reader.page.locator("article img").count() == 0
