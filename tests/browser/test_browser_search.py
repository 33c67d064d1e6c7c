"""The search page, over http with an index in three parts, and from disk."""

from collections import Counter

import pytest

from support.archive import CABLES as HOW_MANY
from support.invented import InventedCable, invent
from support.reader import Reader

pytestmark = pytest.mark.browser

CABLES = tuple(invent(seed) for seed in range(HOW_MANY))


def ids(cables: list[InventedCable]) -> list[str]:
    return sorted(each.id for each in cables)


def with_topic(topic: str) -> list[InventedCable]:
    return [each for each in CABLES if topic.upper() in each.subject]


def counts(reader: Reader, facet: str) -> dict[str, int]:
    """Values shown of a facet with their counts; a tag's meaning is cut off."""
    boxes = reader.page.locator(f"[data-facet={facet}] li:has(input)")
    keys = boxes.locator("input").evaluate_all("all => all.map(each => each.dataset.key.split('=')[1])")
    return dict(zip(keys, map(int, boxes.locator(".cs-count").all_inner_texts()), strict=True))


def test_without_words_every_cable_is_there_newest_first(reader: Reader) -> None:
    reader.search("")
    assert reader.count == len(CABLES)
    newest = [each.id for each in sorted(CABLES, key=lambda each: each.sent, reverse=True)]
    assert reader.found == newest[:20]


def test_words_find_every_cable_that_has_them(reader: Reader) -> None:
    reader.search("?q=fisheries+agreement")
    expected = {each.id for each in CABLES if "FISHERIES AGREEMENT" in each.subject}
    assert reader.count == len(expected)
    assert set(reader.found) <= expected


def test_counts_of_facets_follow_the_words(reader: Reader) -> None:
    reader.search("?q=penal")
    found = with_topic("penal reform")
    assert reader.count == len(found)
    levels = Counter(each.classification for each in found)
    assert counts(reader, "classification") == dict(levels)


def test_a_facet_without_values_is_not_shown(reader: Reader) -> None:
    reader.search("")
    assert reader.page.locator("[data-facet=post]").is_visible()
    assert not reader.page.locator("[data-facet=concept]").is_visible()


def test_two_values_of_one_kind_mean_either_and_two_kinds_mean_both(reader: Reader) -> None:
    levels = ("SECRET", "CONFIDENTIAL")
    reader.search("")
    for level in levels:
        reader.choose("classification", level)
    either = [each for each in CABLES if each.classification in levels]
    assert reader.count == len(either)
    reader.choose("post", "Bern")
    assert sorted(reader.found) == ids([each for each in either if each.post == "BERN"])


def test_values_beside_a_chosen_one_keep_their_counts(reader: Reader) -> None:
    reader.search("?classification=SECRET")
    levels = Counter(each.classification for each in CABLES)
    assert counts(reader, "classification") == dict(levels)


def test_two_tags_mean_both(reader: Reader) -> None:
    reader.search("?tag=PGOV&tag=ECON")
    assert reader.count == len([each for each in CABLES if {"PGOV", "ECON"} <= set(each.tags)])


def test_people_are_found_in_their_facet(reader: Reader) -> None:
    reader.search("")
    page = reader.page
    page.locator("[data-facet=person] summary").click()
    page.locator("[data-facet=person] li:has(input)").first.wait_for()
    page.fill("[data-facet=person] input[type=search]", "quesada")
    page.wait_for_function(
        "[...document.querySelectorAll('[data-facet=person] .cs-value')]"
        ".every(each => /quesada/i.test(each.textContent))"
    )
    first = page.locator("[data-facet=person] li:has(input)").first
    expected = int(first.locator(".cs-count").inner_text())
    first.locator("input").click()
    reader.answered()
    assert reader.count == expected
    assert "person=" in page.url


def test_order_is_by_date_where_asked(reader: Reader) -> None:
    reader.search("?q=parliament")
    reader.page.click("[data-sort=oldest]")
    reader.answered()
    sent = {each.id: each.sent for each in CABLES}
    dates = [sent[each] for each in reader.found]
    assert dates == sorted(dates)
    reader.page.click("[data-sort=newest]")
    reader.answered()
    dates = [sent[each] for each in reader.found]
    assert dates == sorted(dates, reverse=True)


def test_a_phrase_is_found_word_by_word(reader: Reader) -> None:
    reader.search('?q="budget office"')
    loose = [each for each in CABLES if any("budget office" in one.text for one in each.paragraphs)]
    assert reader.count == len(loose)
    reader.search('?q="office budget"')
    assert reader.page.locator(".cs-nothing").count() == 1


def test_a_phrase_beside_words(reader: Reader) -> None:
    reader.search('?q=fisheries+"budget office"')
    found = with_topic("fisheries agreement")
    expected = [each for each in found if any("budget office" in one.text for one in each.paragraphs)]
    assert sorted(reader.found) == ids(expected)


def test_a_word_is_left_out(reader: Reader) -> None:
    reader.search("?q=parliament+-penal")
    assert reader.count == len(CABLES) - len(with_topic("penal reform"))


def test_no_hit_offers_a_way_on(reader: Reader) -> None:
    reader.search('?q="penal fisheries"')
    reader.page.click(".cs-nothing button")
    reader.answered()
    assert reader.page.input_value(".cs-query") == "penal fisheries"
    reader.search("?q=penal&from=1960&to=1961")
    reader.page.click(".cs-nothing button")
    reader.answered()
    assert reader.count == len(with_topic("penal reform"))


def test_words_that_no_cable_has_together_are_not_found(reader: Reader) -> None:
    reader.search("?q=penal+fisheries")
    assert reader.count == 0
    assert "Each of these is in some cable, but no cable has them all." in results(reader)
    reader.page.click("button:has-text('Search for penal alone')")
    reader.answered()
    assert reader.count == len(with_topic("penal reform"))


def test_a_question_that_no_cable_answers_finds_the_nearest_and_says_so(reader: Reader) -> None:
    reader.search("?q=penal+fisheries+customs")
    assert status(reader) == "No cable has all these words"
    assert "These have most of the words:" in results(reader)
    topics = ("PENAL", "FISHERIES", "CUSTOMS")
    subjects = {each.id: each.subject for each in CABLES}
    for result in reader.page.locator(".cs-result").all():
        subject = subjects[result.locator(".cs-id").inner_text()]
        lacks = [topic.lower() for topic in topics if topic not in subject]
        assert result.locator(".cs-lacks").inner_text() == f"Without: {', '.join(lacks)}"


def results(reader: Reader) -> str:
    return reader.page.inner_text("[data-part=results]")


def status(reader: Reader) -> str:
    return reader.page.inner_text("[data-part=status]")


def test_a_word_that_no_cable_has_is_named(reader: Reader) -> None:
    reader.search("?q=penal+qqqzzzxxx")
    assert "No cable has qqqzzzxxx. Search without it: penal" in results(reader)
    assert reader.count == 0
    reader.search("?q=penal+reform")
    assert reader.page.locator("[data-part=results] .cs-note").count() == 0


def test_the_whole_state_is_in_the_address(reader: Reader) -> None:
    reader.search("?q=parliament")
    reader.choose("classification", "SECRET")
    reader.page.click("[data-sort=oldest]")
    reader.answered()
    before = (reader.count, reader.found, reader.page.url)
    reader.page.reload()
    reader.answered()
    assert (reader.count, reader.found, reader.page.url) == before


def test_back_undoes_a_step_and_returns_from_a_cable(reader: Reader) -> None:
    reader.search("?q=parliament")
    all_of_them = reader.count
    reader.choose("classification", "SECRET")
    some = reader.count
    reader.page.click(".cs-result .cs-title")
    reader.page.wait_for_selector("article .cp-body")
    reader.page.go_back()
    reader.answered()
    assert reader.count == some
    assert reader.page.input_value(".cs-query") == "parliament"
    reader.page.go_back()
    reader.page.wait_for_function(
        f"document.querySelector('[data-part=status]').textContent.startsWith('{all_of_them} ')"
    )


def test_a_range_is_dragged_over_the_histogram(reader: Reader) -> None:
    reader.search("")
    box = reader.page.locator(".cs-plot").bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    reader.page.mouse.move(box["x"] + box["width"] * 0.25, y)
    reader.page.mouse.down()
    reader.page.mouse.move(box["x"] + box["width"] * 0.5, y, steps=4)
    reader.page.mouse.up()
    reader.answered()
    low, high = (
        reader.value(f"new URLSearchParams(location.search).get('{name}')") for name in ("from", "to")
    )
    inside = [each for each in CABLES if low <= str(each.sent.year) <= high]
    assert 0 < reader.count == len(inside) < len(CABLES)


def test_the_range_is_set_by_keyboard(reader: Reader) -> None:
    reader.search("")
    handle = reader.page.locator(".cs-histogram input").first
    handle.focus()
    handle.press("ArrowRight")
    reader.page.wait_for_function("new URLSearchParams(location.search).get('from') !== null")
    reader.answered()
    low = reader.value("new URLSearchParams(location.search).get('from')")
    assert reader.count == len([each for each in CABLES if str(each.sent.year) >= low])
    assert handle.get_attribute("aria-valuetext") == low


def test_the_range_is_typed_to_the_day(reader: Reader) -> None:
    days = sorted(each.sent.date() for each in CABLES)
    first, last = days[20], days[40]
    reader.search("")
    for field, day in zip(reader.page.locator(".cs-days input").all(), (first, last), strict=True):
        field.fill(day.isoformat())
        reader.answered()
    assert reader.count == sum(first <= day <= last for day in days)
    assert f"from={first}&to={last}" in reader.page.url


def test_the_first_hit_is_two_keys_away(reader: Reader) -> None:
    reader.search("?q=penal")
    reader.page.locator(".cs-skip").focus()
    reader.page.keyboard.press("Enter")
    focused = reader.page.evaluate("document.activeElement.closest('.cs-results > li') !== null")
    assert focused


def test_more_results_are_a_key_away_and_kept(reader: Reader) -> None:
    reader.search("")
    reader.page.click("[data-part=more]")
    reader.page.wait_for_function("document.querySelectorAll('.cs-result').length === 40")
    reader.page.reload()
    reader.answered()
    assert len(reader.found) == 40


def test_a_cable_number_comes_first(reader: Reader) -> None:
    cable = CABLES[3]
    reader.search(f"?q={cable.post} {cable.serial}")
    assert reader.found[0] == cable.id


def test_hostile_words_are_only_words(reader: Reader) -> None:
    reader.search("?q=<img src=x onerror=alert(1)>&person=<b>&from=zz&sort=evil&n=-5")
    assert reader.page.locator("[data-search-page] img").count() == 0
    assert reader.found == []
