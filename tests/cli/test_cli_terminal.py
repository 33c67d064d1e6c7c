"""On a terminal: bars while it works, none among the data, none left at the end."""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from support.commands import SAMPLES, command, environment


def on_terminal(*args: str | Path, cwd: Path, data: int | None = None) -> str:
    """What a command writes to a terminal.

    Args:
        args: The command line.
        cwd: Where it runs.
        data: Where its standard output goes, as a file descriptor; None: to the terminal as well.
    """
    ours, theirs = pty.openpty()
    process = subprocess.Popen(  # noqa: S603 - our own command
        command(*args),
        cwd=cwd,
        env=environment(TERM="xterm", COLUMNS="100"),
        stdout=theirs if data is None else data,
        stderr=theirs,
    )
    os.close(theirs)
    said = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    assert process.wait(timeout=60) == 0
    return said.decode()


def _read(terminal: int) -> bytes:
    """What is there; nothing at the end, which a terminal reports as an error."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


@pytest.mark.parametrize("line", [("parse",), ("check", "--json")], ids=" ".join)
def test_a_bar_shows_the_work_and_never_stands_among_the_data(tmp_path: Path, line: tuple[str, ...]) -> None:
    with (tmp_path / "data").open("wb") as data:
        assert "Reading" in on_terminal(*line, SAMPLES, cwd=tmp_path, data=data.fileno())
    lines = (tmp_path / "data").read_text("utf-8").splitlines()
    assert [json.loads(each)["id"] for each in lines] == sorted(path.stem for path in SAMPLES.iterdir())
    assert "Reading" not in on_terminal(*line, SAMPLES, cwd=tmp_path)


def test_a_build_shows_each_stretch_of_its_work(tmp_path: Path) -> None:
    said = on_terminal("build", "--corpus", SAMPLES, cwd=tmp_path, data=subprocess.DEVNULL)
    for stretch in ("Reading", "Cataloguing", "Writing cables", "Rendering pages", "Indexing for search"):
        assert stretch in said
    assert said.rstrip().endswith("or copy it to any web server.")
