"""Two sites to read, each over http and from disk: the five samples, and sixty invented cables."""

import fcntl
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from support.archive import Archive
from support.reader import Reader, reading, served
from support.sample import SampleSite


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whichever test comes first builds the sites, in its own time."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.timeout(400))


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Archive:
    """Built by the first worker that asks; the others wait for it and share it."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    found = Archive(shared / "archive")
    with (shared / "archive.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (found.folder / "whole").exists():
            found.build()
    return found


@pytest.fixture(params=["http", "file"])
def form(request: pytest.FixtureRequest) -> str:
    """How a site is read."""
    return str(request.param)


@pytest.fixture
def reader(chromium: Browser, archive: Archive, form: str) -> Iterator[Reader]:
    """A reader of the invented cables."""
    yield from _reader(chromium, archive.hosted, archive.offline, form)


@pytest.fixture
def visitor(chromium: Browser, sample_site: SampleSite, form: str) -> Iterator[Reader]:
    """A reader of the five samples."""
    yield from _reader(chromium, sample_site.hosted, sample_site.offline, form, strict=True)


def _reader(
    browser: Browser, hosted: Path, offline: Path, form: str, *, strict: bool = False
) -> Iterator[Reader]:
    """``strict``: over http under the policy that the site comes with."""
    if form == "file":
        with reading(browser, f"{offline.as_uri()}/", offline=True) as found:
            yield found
        return
    with served(hosted, strict=strict) as root, reading(browser, root) as found:
        yield found
