"""The bundle in Firefox, from disk."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.archive import CABLES, Archive
from support.bidi import Firefox, firefox
from support.browser import no_browser
from support.invented import invent

pytestmark = pytest.mark.browser

DONE = "document.querySelector('[data-search-page]:not(.is-busy) [data-part=status]:not(:empty)')"


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Firefox]:
    """A headless Firefox."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        no_browser("no Firefox on this machine; install Debian's package firefox-esr to run this test")
    with firefox(program, tmp_path) as found:
        yield found


def test_search_filters_and_passages_work_from_disk(reader: Firefox, archive: Archive) -> None:
    root = archive.offline.as_uri()
    expected = [each for each in map(invent, range(CABLES)) if "PENAL REFORM" in each.subject]
    reader.open(f"{root}/search.html?q=penal")
    reader.wait(DONE)
    found = "[...document.querySelectorAll('.cs-result .cs-id')].map((each) => each.textContent)"
    assert sorted(reader.value(found)) == sorted(each.id for each in expected)
    level = expected[0].classification
    reader.value(f"""document.querySelector("[data-key='classification={level}']").click()""")
    reader.wait("/classification=/.test(location.href)")
    reader.wait(DONE)
    assert sorted(reader.value(found)) == sorted(each.id for each in expected if each.classification == level)
    # the address gets its words when the passage is there
    reader.wait("document.querySelector('.cs-result .cs-title').href.includes('find=')")
    reader.open(reader.value("document.querySelector('.cs-result .cs-title').href"))
    reader.wait("document.querySelector('.cs-marks')")
    assert reader.value("document.querySelector('mark.is-current').textContent").lower() == "penal"
    assert reader.complaints == []
    assert [address for address in reader.requests if not address.startswith(("file:", "data:"))] == []
