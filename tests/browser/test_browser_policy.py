"""The site under a strict Content-Security-Policy, as its own ``_headers`` ask for it: nothing breaks it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from generator.publish.headers import NAME, POLICY
from support.reader import Reader, reading, served
from support.sample import SampleSite

pytestmark = pytest.mark.browser

PAGES = {
    "home": "",
    "cable": "cables/2009/02/09ASTANA308/",
    "person": "people/yevgeniy-zhovtis/",
    "people": "people/",
    "tag": "tags/PGOV/",
    "tags": "tags/",
    "dates": "dates/",
    "year": "dates/2009/",
    "posts": "posts/",
    "references": "references/astana/",
    "data": "data/",
    "search": "search/",
    "written": "how-to-read-a-cable/",
    "missing": "404.html",
}
LISTEN = """
  window.broken = []
  document.addEventListener("securitypolicyviolation", event =>
    window.broken.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`))
"""


@pytest.fixture
def visitor(chromium: Browser, sample_site: SampleSite) -> Iterator[Reader]:
    """A reader whose browser notes each violation."""
    with (
        served(sample_site.hosted, strict=True) as root,
        chromium.new_context() as context,
        reading(context, root) as found,
    ):
        found.page.add_init_script(LISTEN)
        yield found


def broken(visitor: Reader) -> list[str]:
    """What the policy forbade, once everything that a page hides has been shown."""
    visitor.value("document.querySelectorAll('details').forEach(each => { each.open = true })")
    visitor.page.set_viewport_size({"width": 500, "height": 800})
    visitor.page.mouse.wheel(0, 2000)
    visitor.value("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    found: list[str] = visitor.value("window.broken")
    return found


def test_the_policy_is_the_one_that_is_promised(sample_site: SampleSite) -> None:
    assert POLICY.startswith("default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'")
    assert f"  Content-Security-Policy: {POLICY}\n" in (sample_site.hosted / NAME).read_text("utf-8")
    assert not (sample_site.offline / NAME).exists()


def test_no_page_breaks_the_policy(visitor: Reader) -> None:
    found = {}
    for kind, path in PAGES.items():
        answer = visitor.page.goto(visitor.address(path))
        assert answer is not None
        assert answer.headers["content-security-policy"] == POLICY
        found[kind] = broken(visitor)
    assert found == {kind: [] for kind in PAGES}


def test_the_search_works_under_the_policy(visitor: Reader) -> None:
    visitor.search("?q=zhovtis")
    assert sorted(visitor.found) == ["09ASTANA1182", "10ASTANA275"]
    visitor.choose("tag", "OSCE")
    assert broken(visitor) == []


def test_the_colours_work_under_the_policy(visitor: Reader) -> None:
    visitor.open("")
    visitor.page.click("label[for^=__palette]:not([hidden])")
    visitor.open("tags/")
    assert visitor.value("document.body.dataset.mdColorScheme") == "slate"
    assert broken(visitor) == []


def test_what_would_be_a_style_or_a_script_of_a_text_is_stopped_and_heard(visitor: Reader) -> None:
    visitor.open("")
    for html in ("<p style='color:red'>x</p>", "<details open ontoggle='window.owned = 1'>x</details>"):
        visitor.value(f"document.body.insertAdjacentHTML('beforeend', {html!r})")
    visitor.value("new Promise(done => setTimeout(done, 100))")  # the event of an opened details comes later
    assert len(broken(visitor)) == 2
    assert visitor.value("window.owned ?? null") is None
    visitor.complaints.clear()  # the browser's, on what was just done to the page
