"""On a phone nothing is wider than the screen."""

import pytest
from playwright.sync_api import Browser

from support.sample import SampleSite

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]

PAGES = (
    "index.html",
    "cables/2010/02/10ASTANA275.html",
    "people/index.html",
    "people/richard-e-hoagland.html",
    "tags/index.html",
    "dates/2009.html",
    "references/index.html",
    "data/index.html",
    "search.html",
    "how-to-read-a-cable.html",
)


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("page", PAGES)
def test_no_page_scrolls_sideways(chromium: Browser, sample_site: SampleSite, page: str, width: int) -> None:
    tab = chromium.new_page(viewport={"width": width, "height": 800})
    tab.goto((sample_site.offline / page).as_uri())
    moved = tab.evaluate("() => { scrollTo(1000, 0); return scrollX; }")
    tab.close()
    assert moved == 0


def test_a_map_begins_where_its_posts_are(chromium: Browser, sample_site: SampleSite) -> None:
    tab = chromium.new_page(viewport={"width": 360, "height": 800})
    tab.goto((sample_site.offline / "posts/map.html").as_uri())
    tab.wait_for_function("() => document.querySelector('.cp-map').scrollLeft")
    circle = tab.locator(".cp-map circle").first.bounding_box()
    tab.evaluate("() => { document.querySelector('.cp-map').scrollLeft = 0; }")
    tab.wait_for_timeout(300)
    moved = tab.evaluate("() => document.querySelector('.cp-map').scrollLeft")
    tab.close()
    assert circle is not None
    assert 0 < circle["x"] < 360 - circle["width"]
    assert moved == 0, "a reader who scrolled it is not brought back"


def test_the_drawer_opens_for_who_comes_to_it_by_keyboard(chromium: Browser, sample_site: SampleSite) -> None:
    tab = chromium.new_page(viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    tab.goto((sample_site.offline / "tags/index.html").as_uri())
    link = tab.locator(".md-sidebar--primary .md-nav__link[href]").first
    for _ in range(10):
        tab.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    tab.wait_for_function("() => document.activeElement.getBoundingClientRect().left >= 0")
    tab.close()
