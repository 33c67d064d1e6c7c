"""What tests of several stages share: the samples' site, built once for all workers, and a browser."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Error, sync_playwright

from support.browser import CHROMIUM, FLAGS, no_browser
from support.sample import SampleSite
from support.sharing import SharingScheduler

settings.register_profile("cablepress", deadline=None)  # a busy machine is slow now and then; see `timeout`
settings.load_profile("cablepress")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> SharingScheduler | None:  # noqa: ANN401 - xdist's
    """Tests that share something costly run in one process (``support/sharing.py``)."""
    return SharingScheduler(config, log) if config.getvalue("dist") == "loadgroup" else None


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> SampleSite:
    """Built by the first worker that asks; the others wait for it and share it."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    sample = SampleSite(shared / "sample-site")
    with _locked(shared / "sample-site.lock"):
        if not sample.whole:
            sample.build()
    return sample


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """One worker at a time."""
    with path.open("w") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The distribution's Chromium, headless.

    Without one the test is skipped, or fails where ``CABLEPRESS_REQUIRE_BROWSER=1`` requires it, as in CI.
    """
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        no_browser("no Chromium on this machine; install Debian's package chromium to run this test")
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        except Error as error:
            no_browser(f"{path} does not start: {error.message.splitlines()[0]}")
        yield browser
        browser.close()
