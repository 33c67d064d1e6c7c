"""The search box of every page, by keyboard."""

import pytest

from support.archive import CABLES
from support.invented import invent
from support.reader import Reader

pytestmark = pytest.mark.browser


def type_in(reader: Reader, text: str) -> None:
    reader.open("")
    reader.page.keyboard.press("/")
    reader.page.keyboard.type(text)
    answered = "text => document.querySelector('[role=listbox]').dataset.query === text"
    reader.page.wait_for_function(answered, arg=text)
    reader.page.wait_for_selector("[role=listbox]:visible [role=option]")


def test_slash_and_control_k_lead_to_it_and_escape_out_of_it(reader: Reader) -> None:
    page = reader.page
    reader.open("")
    for key in ("/", "Control+k"):
        page.keyboard.press(key)
        assert reader.value("document.activeElement.getAttribute('role')") == "combobox"
        page.keyboard.press("Escape")
        assert reader.value("document.activeElement.getAttribute('role')") != "combobox"


def test_a_slash_in_a_field_is_a_slash(reader: Reader) -> None:
    reader.open("")
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("a/b")
    assert reader.page.input_value("form.cs input") == "a/b"


def test_results_say_subject_date_post_classification_and_passage(reader: Reader) -> None:
    type_in(reader, "customs union veto")
    first = reader.page.locator(".cs-option:has(.cs-passage)").first
    assert "Customs Union" in first.locator(".cs-title").inner_text()
    facts = first.locator(".cs-facts span").all_inner_texts()
    assert len(facts) == 4
    assert first.locator(".cs-passage mark").count() > 0


def test_a_note_of_the_editors_leads_to_its_paragraph(reader: Reader) -> None:
    type_in(reader, "palimpsest")
    option = reader.page.locator("[role=option][data-kind=note]")
    assert "In the margin of the print" in option.inner_text()
    option.click()
    reader.page.wait_for_selector(".cp-editor >> text=palimpsest")
    assert reader.value("location.hash") == "#para-2"


def test_arrows_choose_and_enter_opens_what_was_chosen(reader: Reader) -> None:
    type_in(reader, "pipeline")
    page = reader.page
    box = page.locator("form.cs input")
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    chosen = box.get_attribute("aria-activedescendant")
    option = page.locator(f"#{chosen}")
    assert option.get_attribute("aria-selected") == "true"
    target = option.get_attribute("href")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") == chosen
    page.keyboard.press("Enter")
    page.wait_for_url(str(target))


def test_up_from_the_box_goes_to_the_last_option(reader: Reader) -> None:
    type_in(reader, "pipeline")
    reader.page.keyboard.press("ArrowUp")
    chosen = reader.page.locator("form.cs input").get_attribute("aria-activedescendant")
    assert "cs-all" in (reader.page.locator(f"#{chosen}").get_attribute("class") or "")


def test_enter_alone_goes_to_the_search_page(reader: Reader) -> None:
    type_in(reader, "ombudsman")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_selector("[data-search-page]")
    reader.answered()
    assert reader.page.input_value(".cs-query") == "ombudsman"


def test_the_number_of_hits_is_announced(reader: Reader) -> None:
    type_in(reader, "parliament")
    assert "found" in reader.page.locator("form.cs [role=status]").inner_text()


@pytest.mark.parametrize("spelling", ["{id}", "20{year} {post} 0{serial}"])
def test_a_number_in_any_spelling_leads_to_its_cable(reader: Reader, spelling: str) -> None:
    cables = (invent(seed) for seed in range(CABLES))
    cable = next(each for each in cables if " " in each.post and each.sent.year >= 2000)
    typed = spelling.format(
        id=cable.id, year=f"{cable.sent:%y}", post=cable.post.title(), serial=cable.serial
    )
    type_in(reader, typed)
    assert reader.page.locator(".cs-option .cs-id").first.inner_text() == cable.id
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_selector("article .cp-body")
    assert cable.id in reader.page.url


def test_a_tag_is_offered_by_its_meaning(reader: Reader) -> None:
    type_in(reader, "trafficking")
    assert reader.page.locator(".cs-option", has_text="KTIP").count() == 1


def test_what_no_cable_has_and_what_nearest_ones_lack_is_said(reader: Reader) -> None:
    type_in(reader, "penal fisheries customs")
    results = reader.page.locator(".cs-option:has(.cs-passage)")
    assert reader.page.locator(".cs-note").first.inner_text().startswith("No cable has all these words")
    assert "found" not in reader.page.locator("form.cs [role=status]").inner_text()
    assert results.count() == reader.page.locator(".cs-option .cs-lacks").count() > 0
    type_in(reader, "penal qqqzzzxxx")
    assert "No cable has \u201cqqqzzzxxx\u201d" in reader.page.inner_text(".cs-list")


@pytest.mark.parametrize("form", ["http"])
def test_a_part_of_the_index_that_does_not_come_is_asked_for_again(reader: Reader) -> None:
    page = reader.page
    page.route("**/words/*.js*", lambda route: route.abort())
    reader.open("")
    page.keyboard.press("/")
    page.keyboard.type("penal")
    page.wait_for_selector(".cs-note:has-text('not available here')")
    page.unroute("**/words/*.js*")
    page.keyboard.type(" reform")
    page.wait_for_selector(".cs-option .cs-passage")
    reader.complaints.clear()


def test_no_hit_says_so(reader: Reader) -> None:
    type_in(reader, "qqqzzzxxx")
    assert "No cable" in reader.page.locator(".cs-list").inner_text()
