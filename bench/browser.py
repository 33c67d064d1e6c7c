"""A browser, and a host that serves a folder: what the benchmarks of the site share."""

import functools
import gzip
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

CHROMIUM = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class _Host(SimpleHTTPRequestHandler):
    """Serves a folder as a host does: connections kept open, text compressed, the rest as it is."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """No line for each request."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in {".js", ".css", ".json"} or not path.is_file():
            super().do_GET()
            return
        content = _compressed(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class _Patient(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A tab that is closed while it loads is no error of the server's."""


@functools.cache
def _compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes())


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder over http on a free local port, by a process of its own; yields its address."""
    ours, theirs = Pipe()
    process = Process(target=_serve, args=(folder, theirs), daemon=True)
    process.start()
    yield f"http://127.0.0.1:{ours.recv()}/"
    process.terminate()
    process.join()


def _serve(folder: Path, port: Connection) -> None:
    server = _Patient(("127.0.0.1", 0), functools.partial(_Host, directory=str(folder)))
    port.send(server.server_port)
    server.serve_forever()


@contextmanager
def tab() -> Iterator[Page]:
    """A tab of Debian's Chromium with an empty cache."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        yield browser.new_page()
        browser.close()
