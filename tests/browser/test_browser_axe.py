"""No page kind breaks a rule of WCAG 2.2 AA that axe can check; wide and light, narrow and dark."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, BrowserContext

from support.browser import no_browser
from support.sample import SampleSite

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]

AXE: Final = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
PAGES: Final = (
    "index.html",
    "cables/2010/02/10ASTANA275.html",
    "people/index.html",
    "people/richard-e-hoagland.html",
    "tags/index.html",
    "tags/PGOV.html",
    "dates/2009.html",
    "posts/index.html",
    "posts/map.html",
    "references/index.html",
    "data/index.html",
    "search.html#?q=justice",
    "search.html#?q=zeppelin",
    "how-to-read-a-cable.html",
)


@pytest.fixture(scope="module", params=["wide and light", "narrow and dark"])
def look(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[BrowserContext]:
    """How a page is looked at; with axe in every page."""
    if not AXE.is_file():
        no_browser("axe-core is not installed; npm ci installs it")
    wide = request.param == "wide and light"
    context = chromium.new_context(
        viewport={"width": 1280 if wide else 360, "height": 800},
        color_scheme="light" if wide else "dark",
        reduced_motion="reduce",
    )
    context.add_init_script(path=AXE)
    yield context
    context.close()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_breaks_no_rule(look: BrowserContext, sample_site: SampleSite, page: str) -> None:
    path, _, state = page.partition("#")
    tab = look.new_page()
    tab.goto((sample_site.offline / path).as_uri() + (f"#{state}" if state else ""))
    if path == "search.html":
        tab.wait_for_selector("[data-search-page]:not(.is-busy) .cs-results > li")
    found: dict[str, Any] = tab.evaluate(
        "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", list(RULES)
    )
    tab.close()
    assert not found["violations"], "\n".join(map(told, found["violations"]))


def told(violation: dict[str, Any]) -> str:
    """``target-size: Targets ... too small: 3 times, first .cp-bar``."""
    nodes = violation["nodes"]
    first = json.dumps(nodes[0]["target"])
    return (
        f"{violation['id']}: {violation['help']}: {len(nodes)} times, first {first}: {nodes[0]['html'][:200]}"
    )
