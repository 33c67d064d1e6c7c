"""A small client of WebDriver BiDi, enough for Debian's Firefox, which comes without geckodriver.

WebSocket as in RFC 6455 (text frames, a client's frames masked), commands as in w3c.github.io/webdriver-bidi.
"""

import base64
import itertools
import json
import os
import re
import socket
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

READY = re.compile(r"WebDriver BiDi listening on ws://(?P<host>[\d.]+):(?P<port>\d+)")
PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.server": "",
}
"""What keeps a new profile from asking questions and hosts of its own."""


_LONGEST = (125, 0xFFFF)
"""Bytes of a frame whose length stands in 7 and in 16 bits."""


class Firefox:
    """One tab of a headless Firefox."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._numbers = itertools.count(1)
        self.complaints: list[str] = []
        """Errors of the console and of scripts, in order."""
        self.requests: list[str] = []
        """Addresses asked for."""
        self._send_command("session.new", {"capabilities": {}})
        (tab, *_) = self._send_command("browsingContext.getTree", {})["contexts"]
        self._tab = tab["context"]
        self._send_command("session.subscribe", {"events": ["log.entryAdded", "network.beforeRequestSent"]})

    def open(self, address: str) -> None:
        """Go to a page and wait until it is loaded."""
        params = {"context": self._tab, "url": address, "wait": "complete"}
        self._send_command("browsingContext.navigate", params)

    def value(self, expression: str) -> Any:  # noqa: ANN401 - whatever the page says
        """What an expression, awaited, gives as JSON."""
        given = self._send_command(
            "script.evaluate",
            {
                "expression": f"(async () => JSON.stringify(await ({expression})))()",
                "target": {"context": self._tab},
                "awaitPromise": True,
            },
        )
        assert given["type"] == "success", given
        return json.loads(given["result"].get("value", "null"))

    def wait(self, expression: str) -> None:
        """Wait until an expression holds; fail after twenty seconds."""
        look = (
            f"({expression}) ? done(true) : Date.now() - start > 20000 ? done(false) : setTimeout(look, 50)"
        )
        promise = f"new Promise((done) => {{ const start = Date.now(); const look = () => {look}; look(); }})"
        assert self.value(promise), expression

    def _send_command(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        number = next(self._numbers)
        self._write(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            message = json.loads(self._read())
            if message.get("id") == number:
                assert message["type"] == "success", message
                result: dict[str, Any] = message["result"]
                return result
            self._hear(message)

    def _hear(self, message: dict[str, Any]) -> None:
        if message.get("method") == "log.entryAdded" and message["params"]["level"] in {"error", "warn"}:
            self.complaints.append(str(message["params"]["text"]))
        if message.get("method") == "network.beforeRequestSent":
            self.requests.append(message["params"]["request"]["url"])

    def _write(self, text: str) -> None:
        data = text.encode()
        mask = os.urandom(4)
        length = len(data)
        if length > _LONGEST[1]:
            head = struct.pack("!BBQ", 0x81, 0xFF, length)
        elif length > _LONGEST[0]:
            head = struct.pack("!BBH", 0x81, 0xFE, length)
        else:
            head = struct.pack("!BB", 0x81, 0x80 | length)
        self._connection.sendall(head + mask + bytes(byte ^ mask[at % 4] for at, byte in enumerate(data)))

    def _read(self) -> str:
        """One message, which may come in several frames; pings are passed over."""
        parts: list[bytes] = []
        while True:
            first, second = self._exactly(2)
            length = second & 0x7F
            if length == 126:
                (length,) = struct.unpack("!H", self._exactly(2))
            elif length == 127:
                (length,) = struct.unpack("!Q", self._exactly(8))
            data = self._exactly(length)
            if first & 0x0F <= 2:
                parts.append(data)
                if first & 0x80:
                    return b"".join(parts).decode()

    def _exactly(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            more = self._connection.recv(count - len(data))
            assert more, "Firefox closed the connection"
            data += more
        return data


@contextmanager
def firefox(program: str, profile: Path) -> Iterator[Firefox]:
    """Start Firefox with a profile of its own; end it afterwards."""
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [
        program,
        "--headless",
        "--no-remote",
        "--profile",
        str(profile),
        "--remote-debugging-port",
        "0",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:  # noqa: S603
        try:
            assert process.stderr is not None
            found = next(filter(None, map(READY.search, process.stderr)), None)
            assert found, "Firefox ended without a word"
            with socket.create_connection((found["host"], int(found["port"])), timeout=60) as connection:
                _shake_hands(connection, found["host"], int(found["port"]))
                yield Firefox(connection)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _shake_hands(connection: socket.socket, host: str, port: int) -> None:
    key = base64.b64encode(os.urandom(16)).decode()
    lines = [
        "GET /session HTTP/1.1",
        f"Host: {host}:{port}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {key}",
        "Sec-WebSocket-Version: 13",
    ]
    connection.sendall("\r\n".join([*lines, "", ""]).encode())
    answer = b""
    while not answer.endswith(b"\r\n\r\n"):
        answer += connection.recv(1)
    assert b" 101 " in answer.splitlines()[0], answer
