"""Run ``cablepress`` as a publisher does: as a process of its own, from any folder."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from generator.pages import GENERATED

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


def cablepress(*args: str | Path, cwd: Path, **env: str) -> Result:
    """Run the command to its end."""
    done = subprocess.run(  # noqa: S603 - our own command with a test's own arguments
        command(*args), cwd=cwd, env=environment(**env), capture_output=True, check=False, timeout=100
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


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
