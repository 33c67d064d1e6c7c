"""Which browsers tests drive, and what becomes of a test where there is none."""

import os
from typing import NoReturn

import pytest

CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""Names under which distributions install it; Playwright's own download is not used.

First the one without windows: the same engine, whose page costs a third of the processor.
"""
FLAGS = [
    "--no-sandbox",  # CI runs as root, whom Chromium's sandbox refuses
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",  # what the browser itself would ask for is no request of the site's
    "--disable-component-update",
    "--disable-sync",
]


def no_browser(reason: str) -> NoReturn:
    """Skip the test, visibly; fail it where ``CABLEPRESS_REQUIRE_BROWSER=1`` requires them, as in CI."""
    if os.environ.get("CABLEPRESS_REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
