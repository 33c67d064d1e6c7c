"""Two sites to read, each over http and from disk: the five samples, and sixty invented cables."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

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


@dataclass(frozen=True, slots=True)
class Desk:
    """A site as it is read, and a browser that keeps what it has loaded of it from test to test."""

    root: str
    context: BrowserContext


@pytest.fixture(scope="session")
def desks(chromium: Browser) -> Iterator[Callable[[Path, str, bool], Desk]]:
    """Opens a site: its folder, how it is read, and whether under the policy that it comes with."""
    with ExitStack() as opened:

        @cache
        def desk(folder: Path, form: str, strict: bool) -> Desk:  # noqa: FBT001 - a cache's key
            offline = form == "file"
            root = f"{folder.as_uri()}/" if offline else opened.enter_context(served(folder, strict=strict))
            return Desk(root, opened.enter_context(chromium.new_context(offline=offline)))

        yield desk


@pytest.fixture
def reader(desks: Callable[[Path, str, bool], Desk], archive: Archive, form: str) -> Iterator[Reader]:
    """A reader of the invented cables."""
    desk = desks(archive.offline if form == "file" else archive.hosted, form, False)  # noqa: FBT003 - as above
    with reading(desk.context, desk.root) as found:
        yield found


@pytest.fixture
def visitor(desks: Callable[[Path, str, bool], Desk], sample_site: SampleSite, form: str) -> Iterator[Reader]:
    """A reader of the five samples, over http under the policy that the site comes with."""
    desk = desks(sample_site.offline if form == "file" else sample_site.hosted, form, True)  # noqa: FBT003 - as above
    with reading(desk.context, desk.root) as found:
        yield found
