"""A process that has Cablepress in memory and runs command lines, each in a copy of itself.

Starting Python, importing every stage and compiling the theme takes two seconds of a processor, and the
tests run some two hundred commands. What a command does, and what it leaves, is as in a process of its own;
that it starts at all is tried where a test starts it itself (``command`` in ``support/commands.py``).
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import traceback
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, NoReturn

from generator.cli import main
from generator.cli.main import COMMANDS

SAMPLES = Path(__file__).parents[2] / "corpus"


class Starter:
    """Keeps the process; one command at a time."""

    def __init__(self, environment: dict[str, str]) -> None:
        """Start it with the environment that every command will have."""
        self._process = subprocess.Popen(  # noqa: S603 - this file itself
            [sys.executable, "-P", __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            text=True,
        )

    def run(self, args: list[str], *, cwd: Path, out: Path, err: Path) -> int:
        """Run ``cablepress`` with ``args`` to its end, what it says going into two files.

        Returns:
            Its exit status, as ``subprocess`` gives it: below zero for one that a signal ended.
        """
        asked, answered = self._process.stdin, self._process.stdout
        assert asked is not None
        assert answered is not None
        asked.write(json.dumps([args, str(cwd), str(out), str(err)]) + "\n")
        asked.flush()
        return int(answered.readline())


def _serve(asked: IO[str], answered: IO[str]) -> None:
    for module in COMMANDS.values():
        import_module(module)
    with TemporaryDirectory() as folder:
        _compile_the_theme(Path(folder))
    for line in asked:
        args, *paths = json.loads(line)
        child = os.fork()
        if not child:
            _become(args, *paths)
        _, status = os.waitpid(child, 0)
        answered.write(f"{os.waitstatus_to_exitcode(status)}\n")
        answered.flush()


def _compile_the_theme(folder: Path) -> None:
    """By a first build: what this process has compiled, its copies have."""
    (folder / "mkdocs.yml").write_text("site_name: Cables\n", encoding="utf-8")
    (folder / "corpus").mkdir()
    shutil.copy(next(SAMPLES.glob("*.txt")), folder / "corpus")
    with contextlib.chdir(folder), contextlib.suppress(SystemExit):
        main(["build", "--quiet", "--workers", "1"])


def _become(args: list[str], cwd: str, out: str, err: str) -> NoReturn:
    """The command, in this process."""
    status: int | str | None = 1
    try:
        os.chdir(cwd)
        for number, path in enumerate((os.devnull, out, err)):
            opened = os.open(path, os.O_RDWR)
            os.dup2(opened, number)
            os.close(opened)
        sys.argv = ["cablepress", *args]
        status = main(args)
    except SystemExit as left:
        status = left.code
    except BaseException:  # noqa: BLE001 - what Python does with it at the end of a process
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status if isinstance(status, int) else 1)


if __name__ == "__main__":
    _serve(sys.stdin, sys.stdout)
