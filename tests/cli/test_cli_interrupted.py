"""An interrupt is one line and a status that shells know, wherever it comes."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.main import COMMANDS, main

MODULE = """
class Ends:
    def __set_name__(self, owner, name):
        raise {how}

class InTheMaking:
    field = Ends()
"""
"""A module that is interrupted while it is imported, in the body of a class: as a dataclass can be."""


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the module of the command ``build`` is looked for."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(COMMANDS, "build", f"ends_{tmp_path.name}")
    return tmp_path / f"ends_{tmp_path.name}.py"


def test_ctrl_c_while_a_command_is_loaded(load: Path, capsys: pytest.CaptureFixture[str]) -> None:
    load.write_text(MODULE.format(how="KeyboardInterrupt"), encoding="utf-8")
    assert main(["build"]) == 130
    assert capsys.readouterr().err == "Stopped; what was there before is untouched.\n"


def test_kill_while_a_command_is_loaded(load: Path) -> None:
    load.write_text(MODULE.format(how="SystemExit(143)"), encoding="utf-8")
    try:
        ended = main(["build"])
    except SystemExit as error:  # as it is from Python 3.12 on
        ended = int(error.code or 0)
    assert ended == 143


DROPPED = """
import sys, time
import click
from generator.cli.main import COMMANDS, main

class Ends:
    def __del__(self):
        raise KeyboardInterrupt

@click.command()
def build():
    Ends()
    time.sleep(20)

COMMANDS["build"] = "__main__"
sys.exit(main(["build"]))
"""
"""Ctrl-C in a destructor, where Python drops what is raised."""


def test_ctrl_c_where_python_drops_it() -> None:
    ended = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", DROPPED], capture_output=True, text=True, timeout=15, check=False
    )
    assert ended.returncode == 130
    assert ended.stderr.strip() == "Stopped; what was there before is untouched."
