"""No page kind breaks a rule of WCAG 2.2 AA that axe can check; wide and light, narrow and dark."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, BrowserContext

from support.archive import GONE, GONE_TAG, SECRET, Archive, page_of
from support.browser import no_browser
from support.invented import invent
from support.record import citing, record, site_of
from support.rendering import converted
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


EDITION: Final = {
    "cable with a note, compared with what was published": page_of(invent(0)),
    "withheld cable": page_of(SECRET),
    "removed cable": GONE,
    "tag that is no more": GONE_TAG,
    "changes": "changes/index",
    "changes of a release": "changes/2026-06-12",
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_breaks_no_rule(look: BrowserContext, sample_site: SampleSite, page: str) -> None:
    breaks_no_rule(look, sample_site.offline, page)


@pytest.mark.parametrize("kind", EDITION)
def test_a_page_of_an_edition_breaks_no_rule(look: BrowserContext, archive: Archive, kind: str) -> None:
    breaks_no_rule(look, archive.offline, f"{EDITION[kind]}.html")


def breaks_no_rule(look: BrowserContext, site: Path, page: str) -> None:
    path, _, state = page.partition("#")
    tab = look.new_page()
    tab.goto((site / path).as_uri() + (f"#{state}" if state else ""))
    if path == "search.html":
        tab.wait_for_selector("[data-search-page]:not(.is-busy) .cs-results > li")
    found: dict[str, Any] = tab.evaluate(
        "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", list(RULES)
    )
    tab.close()
    assert not found["violations"], "\n".join(map(told, found["violations"]))


def test_connections_break_no_rule(look: BrowserContext, sample_site: SampleSite) -> None:
    """None of the samples has three; the figure of invented cables is put into the page of one."""
    own = "09ASTANA90001"
    around = [citing(record(f"09ASTANA{90_002 + number}"), "ASTANA 90001", own) for number in range(3)]
    markdown = site_of(record(own), *around)[f"cables/2009/02/{own}.md"].content.decode()
    figure = markdown[markdown.index('<div class="cp-network"') : markdown.index("## Cite this")]
    stands_beside_its_list(look, sample_site, figure)


def test_signers_over_time_break_no_rule(look: BrowserContext, sample_site: SampleSite) -> None:
    """One alone signed the samples."""
    own, other = (
        replace(record(f"09ASTANA{number}"), signed_by=name)
        for number, name in ((90_001, "ROE"), (90_002, "POE"))
    )
    markdown = site_of(own, other)["posts/astana.md"].content.decode()
    figure = markdown[markdown.index('<div class="cp-network') : markdown.index("{: #list }")]
    stands_beside_its_list(look, sample_site, figure[: figure.index("</div>") + len("</div>")])


def stands_beside_its_list(look: BrowserContext, sample_site: SampleSite, figure: str) -> None:
    """A figure, in Markdown, breaks no rule on a cable's page, and its rows are as high as the drawing's."""
    tab = look.new_page()
    tab.goto((sample_site.offline / "cables/2010/02/10ASTANA275.html").as_uri())
    shown = converted(figure)
    tab.evaluate("shown => document.querySelector('.cp-body').insertAdjacentHTML('afterend', shown)", shown)
    assert tab.locator(".cp-network path").count()
    found: dict[str, Any] = tab.evaluate(
        "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", list(RULES)
    )
    heights = tab.locator(".cp-network li, .cp-network svg").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().height)"
    )
    tab.close()
    assert not found["violations"], "\n".join(map(told, found["violations"]))
    assert abs(heights[0] - sum(heights[1:])) < 2, "a row stands beside its place in the drawing"


def told(violation: dict[str, Any]) -> str:
    """``target-size: Targets ... too small: 3 times, first .cp-bar``."""
    nodes = violation["nodes"]
    first = json.dumps(nodes[0]["target"])
    return (
        f"{violation['id']}: {violation['help']}: {len(nodes)} times, first {first}: {nodes[0]['html'][:200]}"
    )
