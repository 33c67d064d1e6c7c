"""What other systems need and can be seen from this one: line ends, names of files, what is in an image."""

import ast
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from generator.pages import GENERATED
from support.commands import ROOT
from support.repository import tracked

SOURCES = sorted((ROOT / "generator").rglob("*.py"))
RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10)),
}
"""What Windows keeps for devices, whatever follows the first dot.

https://learn.microsoft.com/windows/win32/fileio/naming-a-file
"""


def text_writers(path: Path) -> list[ast.Call]:
    calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    return [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "write_text"]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_text_has_the_same_line_ends_on_every_system(path: Path) -> None:
    """Windows would write two bytes for each line's end, and a site be another there."""
    silent = [
        call.lineno for call in text_writers(path) if "newline" not in {key.arg for key in call.keywords}
    ]
    assert silent == []


def test_git_leaves_line_ends_as_they_are() -> None:
    assert "* -text" in (ROOT / ".gitattributes").read_text("utf-8").splitlines()


def portable(name: str) -> bool:
    parts = name.split("/")
    return all(
        part.split(".")[0].lower() not in RESERVED
        and not re.search(r'[<>:"|?*\\\x00-\x1f]', part)
        and not part.endswith((".", " "))
        for part in parts
    )


def test_files_of_the_repository_can_be_checked_out_anywhere() -> None:
    names = [path.relative_to(ROOT).as_posix() for path in tracked()]
    assert [name for name in names if not portable(name)] == []
    assert len({name.lower() for name in names}) == len(names)
    assert max(map(len, names)) < 150


def test_files_of_a_site_can_be_unpacked_anywhere() -> None:
    names = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests" / "golden" / "site").rglob("*")
        if path.is_file()
    ]
    assert len(names) > 20
    assert [name for name in names if not portable(name)] == []
    assert len({name.lower() for name in names}) == len(names)


def copied() -> list[str]:
    """What the Containerfile brings into the image of the first stage."""
    lines = re.findall(
        r"^COPY (?!--from)(.*) \S+$", (ROOT / "Containerfile").read_text("utf-8"), re.MULTILINE
    )
    return [name for line in lines for name in line.split()]


def test_the_image_has_all_that_the_wheel_is_made_of(tmp_path: Path) -> None:
    """As the image's first stage: only what is copied is there, and the wheel is built from it."""
    names = [path.relative_to(ROOT).as_posix() for path in tracked()]
    for name in names:
        if name.split("/")[0] in copied():
            (tmp_path / "source" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, tmp_path / "source" / name)
    subprocess.run(  # noqa: S603 - the build tool with fixed arguments
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=tmp_path / "source",
        check=True,
        capture_output=True,
        timeout=100,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    assert {
        "generator/_project/mkdocs.yml",
        "generator/_project/CHANGELOG.md",
        "cablepress/__init__.py",
    } <= held
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert {f"!{name}" for name in copied()} <= set(ignored)
    assert {f"docs/{name}" for name in GENERATED} <= set(ignored), "no page made from a publisher's cables"


def test_every_version_of_python_that_is_promised_is_tried() -> None:
    promised = re.findall(r"Python :: (3\.\d+)\"", (ROOT / "pyproject.toml").read_text("utf-8"))
    checks = yaml.safe_load((ROOT / ".github" / "workflows" / "checks.yml").read_text("utf-8"))
    assert checks["jobs"]["checks"]["strategy"]["matrix"]["python"] == promised
