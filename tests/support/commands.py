"""Run ``cablepress`` as a publisher does: in a process of its own, from any folder."""

import os
import shutil
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.pages import GENERATED
from support.started import Starter

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "corpus"
HAND_WRITTEN = ("mkdocs.yml", "docs", "overrides")
"""What a project consists of, beside the cables."""

_FOREIGN = ("SITE_URL", "SOURCE_DATE_EPOCH")
"""Variables that change what is built; a test sets them itself or goes without."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def problems(self) -> list[str]:
        """The lines of standard error that report a problem: ``file:line: code: message; remedy``."""
        return [line for line in self.err.splitlines() if line.count(": ") >= 2]


def environment(**extra: str) -> dict[str, str]:
    """That of this process without what would change a build."""
    return {name: value for name, value in os.environ.items() if name not in _FOREIGN} | extra


def command(*args: str | Path) -> list[str]:
    """The command line of ``cablepress`` with these arguments."""
    return [sys.executable, "-m", "generator", *map(str, args)]


def cablepress(*args: str | Path, cwd: Path) -> Result:
    """Run the command to its end."""
    with TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        out.touch()
        err.touch()
        status = _starter().run([*map(str, args)], cwd=cwd, out=out, err=err)
        return Result(status, out.read_text("utf-8"), err.read_text("utf-8"))


@cache
def _starter() -> Starter:
    return Starter(environment())


def copy_project(folder: Path) -> Path:
    """The project's own site as a publisher would keep it, without what a build generated in the checkout."""
    folder.mkdir(parents=True)
    for name in HAND_WRITTEN:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=_generated)
        else:
            shutil.copyfile(source, folder / name)
    shutil.copytree(SAMPLES, folder / "corpus")
    return folder


def _generated(folder: str, names: list[str]) -> set[str]:
    return set(names) & {*GENERATED, "index.md"} if Path(folder) == ROOT / "docs" else set()
