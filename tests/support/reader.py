"""A reader in front of a browser: opens pages of a site, hosted or from disk, and hears every complaint."""

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """No line for each request."""


class _Strict(_Quiet):
    """Sends the headers that the site comes with: what breaks its policy is an error of the console."""

    def end_headers(self) -> None:
        for line in (Path(self.directory) / "_headers").read_text(encoding="utf-8").splitlines()[1:]:
            name, _, value = line.strip().partition(": ")
            self.send_header(name, value)
        super().end_headers()


class _Patient(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that has gone on to another page is no error of the server's."""


@contextmanager
def served(folder: Path, *, strict: bool = False) -> Iterator[str]:
    """The folder over http on a free local port; yields its address.

    ``strict``: with the headers that the site comes with. Under their policy Playwright's
    ``wait_for_function``, which evaluates text, does not work.
    """
    handler = functools.partial(_Strict if strict else _Quiet, directory=str(folder))
    server = _Patient(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass  # without slots: Playwright keeps its wrapper of a listener on the object
class Reader:
    """One tab of a browser on one site."""

    page: Page
    root: str
    """Address of the site, ending in a slash: ``http://127.0.0.1:8000/``, ``file:///.../``."""
    complaints: list[str] = field(default_factory=list)
    """Errors and warnings of the console, exceptions, requests that failed."""
    foreign: list[str] = field(default_factory=list)
    """Requests to anything but the site."""

    def listen(self) -> None:
        """Begin to hear what the page complains of."""
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("requestfailed", self._failed)
        self.page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.type}: {message.text}")

    def _failed(self, request: Request) -> None:
        """A request that leaving the page cut short is no failure; one that was refused is also an error."""
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.root, "data:", "blob:")):
            self.foreign.append(request.url)

    @property
    def offline(self) -> bool:
        """Whether the site is read from disk."""
        return self.root.startswith("file:")

    def address(self, path: str, state: str = "") -> str:
        """Address of a page by its path with directory addresses: ``search/`` -> ``search.html`` on disk."""
        page = f"{path.rstrip('/') or 'index'}.html" if self.offline else path
        return f"{self.root}{page}{state}"

    def open(self, path: str, state: str = "") -> None:
        """Go to a page."""
        self.page.goto(self.address(path, state))

    def search(self, state: str) -> None:
        """Go to the search page and wait for its answer."""
        self.open("search/", state)
        self.answered()

    def answered(self) -> None:
        """Wait until the search page is done with what was asked."""
        self.page.wait_for_selector("[data-search-page]:not(.is-busy) [data-part=status]:not(:empty)")

    def choose(self, facet: str, value: str) -> None:
        """Tick or untick a value of a facet."""
        box = self.page.locator(f"[data-facet={facet}] input[data-key='{facet}={value}']")
        if not box.count():
            self.page.locator(f"[data-key=more-{facet}]").click()
        box.click()
        self.answered()

    @property
    def found(self) -> list[str]:
        """Numbers of the cables shown, in order."""
        return self.page.locator(".cs-result .cs-id").all_inner_texts()

    @property
    def count(self) -> int:
        """Number of cables found."""
        return int(self.page.inner_text("[data-part=status]").split()[0].replace(",", ""))

    def value(self, expression: str) -> Any:  # noqa: ANN401 - whatever the page says
        """Ask the page."""
        return self.page.evaluate(expression)

    def content(self) -> None:
        """Fail where the page complained or asked another host for something."""
        assert self.complaints == []
        assert self.foreign == []


def _forget(context: BrowserContext, page: Page, root: str) -> None:
    """Empty what earlier tabs kept of a site: by the browser, since a page from disk may see it too late."""
    address = urlsplit(root)
    session = context.new_cdp_session(page)
    origin = f"{address.scheme}://{address.netloc}"
    session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "local_storage"})
    session.detach()


@contextmanager
def reading(context: BrowserContext, root: str) -> Iterator[Reader]:
    """A new tab on a site, with nothing kept of earlier ones but files; nothing may have gone wrong."""
    page = context.new_page()
    try:
        reader = Reader(page, root)
        page.set_default_timeout(15_000)
        _forget(context, page, root)
        reader.listen()
        yield reader
        reader.content()
    finally:
        page.close()
