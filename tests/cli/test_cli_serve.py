"""``serve``: the site at a local address; a new cable appears, a broken change does not end it."""

import re
import shutil
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.cli.serve import _Server, answers_to
from support.commands import SAMPLES, cablepress, command, copy_project, environment

PATIENCE = 60
"""Seconds to wait for a build on a busy machine."""


class Served:
    """A running ``cablepress serve`` and what it has said so far."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.said = ""
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.said += line.decode()

    @property
    def address(self) -> str:
        """Where it serves, ending in a slash."""
        found = re.search(r"Serving at (http://\S+/)", self.said)
        assert found is not None
        return found[1]

    def get(self, path: str) -> str | None:
        """A page; None where there is none."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:  # noqa: S310 - our own
                content: bytes = answer.read()
                return content.decode()
        except urllib.error.HTTPError:
            return None

    def wait(self, what: str, met: Callable[[], object]) -> None:
        """Until the condition is met.

        Raises:
            AssertionError: It was not in time, or the server has ended.
        """
        end = time.monotonic() + PATIENCE
        while not met():
            assert time.monotonic() < end, f"{what} did not come: {self.said}"
            assert self.process.poll() is None, f"ended before {what}: {self.said}"
            time.sleep(0.1)


@contextmanager
def serving(project: Path, *args: str) -> Iterator[Served]:
    process = subprocess.Popen(  # noqa: S603 - our own command
        command("serve", "--port", "0", *args), cwd=project, env=environment(), stderr=subprocess.PIPE
    )
    try:
        served = Served(process)
        served.wait("the address", lambda: "Serving at" in served.said)
        yield served
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=PATIENCE)
        if process.stderr is not None:
            process.stderr.close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = copy_project(tmp_path / "project")
    for path in (folder / "corpus").iterdir():
        if path.name != "10ASTANA275.txt":
            path.unlink()
    return folder


@pytest.mark.timeout(300)
def test_a_change_is_shown_and_a_broken_one_does_not_end_it(project: Path) -> None:
    with serving(project) as served:
        old, new = "cables/2010/02/10ASTANA275/", "cables/2009/03/09ASTANA436/"
        home = served.get("")
        assert home is not None
        assert "10ASTANA275" in home
        assert served.get(old) is not None
        assert served.get(new) is None

        shutil.copyfile(SAMPLES / "09ASTANA436.txt", project / "corpus" / "added.txt")
        served.wait("the new cable", lambda: served.get(new))

        template = project / "overrides" / "cable.html"
        good = template.read_text("utf-8")
        template.write_text("{% if %}", encoding="utf-8")
        served.wait("word of the broken template", lambda: "the last good site is still shown" in served.said)
        assert "cable.html:1: template: " in served.said
        assert served.get(new) is not None

        template.write_text(good.replace("{% extends", "{# mended #}{% extends", 1), encoding="utf-8")
        (project / "corpus" / "added.txt").unlink()
        served.wait("the mended site", lambda: served.get(new) is None and served.get(old))

        page = project / "docs" / "finding-aid.md"
        page.write_text("# Finding aid\n", encoding="utf-8")
        served.wait("the new page", lambda: served.get("finding-aid/"))

        assert served.get("people/yevgeniy-zhovtis/")
        (project / "people.yml").write_text("hide:\n  - Yevgeniy Zhovtis\n", encoding="utf-8")
        served.wait("the first decision", lambda: served.get("people/yevgeniy-zhovtis/") is None)
        builds = served.said.count("Built ")
        time.sleep(3)
        assert served.said.count("Built ") <= builds + 1, "a build sets off the next"
    assert "Traceback" not in served.said
    assert not (project / "site").exists()
    assert not (project / "docs" / "cables").exists()


def test_without_a_cable_it_ends_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    ended = cablepress("serve", "--port", "0", "--corpus", "corpus", cwd=tmp_path)
    assert ended.status == 1
    assert ended.err.splitlines() == [
        "corpus: folder-empty: no cables in it; put cables in it",
        "Error: corpus: no cable could be read; nothing was changed",
    ]


def test_a_port_in_use_is_one_line(project: Path) -> None:
    with serving(project) as served:
        port = served.address.rstrip("/").rpartition(":")[2]
        ended = cablepress("serve", "--port", port, cwd=project)
    assert ended.status == 1
    assert ended.err.splitlines()[-1].startswith(f"Error: 127.0.0.1:{port}: ")
    assert "choose another --port" in ended.err


ANY = "0.0.0.0"  # noqa: S104 - asked for in words only


@pytest.mark.parametrize(
    ("header", "asked_for", "answered"),
    [
        ("localhost", "127.0.0.1", True),
        ("LocalHost.:8000", "127.0.0.1", True),
        ("127.0.0.1:8000", "127.0.0.1", True),
        ("127.9.9.9", "127.0.0.1", True),
        ("[::1]:8000", "127.0.0.1", True),
        ("[::1]", "::1", True),
        ("cables.lan:8000", "cables.lan", True),
        ("192.0.2.7:8000", "192.0.2.7", True),
        ("192.0.2.7:8000", ANY, True),
        ("[2001:db8::7]:8000", "::", True),
        ("", "127.0.0.1", False),
        (":8000", "127.0.0.1", False),
        ("evil.example", "127.0.0.1", False),
        ("evil.example:8000", ANY, False),
        ("localhost.evil.example", "127.0.0.1", False),
        ("127.0.0.1.evil.example", "127.0.0.1", False),
        ("192.0.2.7", "127.0.0.1", False),
        ("evil.example", "cables.lan", False),
        ("localhost:8000.evil.example", "127.0.0.1", False),
        ("evil.example:80:localhost", "127.0.0.1", False),
    ],
)
def test_it_answers_to_its_own_names_only(header: str, asked_for: str, *, answered: bool) -> None:
    """A name that only leads here would let its owner's page read every cable."""
    assert answers_to(header, asked_for) == answered


@pytest.mark.parametrize(
    ("host", "path", "status"),
    [
        ("localhost:8000", "/page.txt", "200 OK"),
        ("localhost:8000", "/none.txt", "404 Not Found"),
        ("localhost:8000", "/page\0.txt", "400 Bad Request"),
        ("evil.example", "/page.txt", "403 Forbidden"),
        ("evil.example", "/livereload/1/1", "403 Forbidden"),
        (None, "/page.txt", "403 Forbidden"),
    ],
)
def test_each_request_is_answered_with_its_status(
    tmp_path: Path, host: str | None, path: str, status: str
) -> None:
    (tmp_path / "page.txt").write_text("a page", encoding="utf-8")
    said: list[str] = []
    server = _Server(lambda: None, "127.0.0.1", 0, str(tmp_path))
    try:
        environ = {"PATH_INFO": path} | ({"HTTP_HOST": host} if host else {})
        answered = server.serve_request(environ, lambda status, _: said.append(status))
        answer = b"".join(answered)
        getattr(answered, "close", lambda: None)()
    finally:
        server.server_close()
    assert said == [status]
    assert (answer == b"a page") == (status == "200 OK")
