"""The wheel carries what a build needs, and nothing that a build in the checkout left there."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from support.commands import HAND_WRITTEN, ROOT
from support.repository import tracked

CARRIED = ("CHANGELOG.md", "cablepress", "generator", *HAND_WRITTEN)


def copy_checkout(target: Path) -> list[str]:
    """The repository as it is committed; the paths that a wheel should carry."""
    names = [path.relative_to(ROOT).as_posix() for path in tracked()]
    for name in names:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target / name)
    return [name for name in names if name.split("/")[0] in CARRIED]


def in_wheel(name: str) -> str:
    return name if name.startswith(("cablepress/", "generator/")) else f"generator/_project/{name}"


def test_the_wheel_carries_all_that_is_needed_and_no_generated_page(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    wanted = copy_checkout(checkout)
    for left in ("docs/index.md", "docs/cables/2009/01/09ROME1.md", "docs/people/somebody.md"):
        (checkout / left).parent.mkdir(parents=True, exist_ok=True)
        (checkout / left).write_text("a publisher's own", encoding="utf-8")
    subprocess.run(  # noqa: S603 - the build tool with fixed arguments
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=checkout,
        check=True,
        capture_output=True,
        timeout=100,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        carried = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert carried == {in_wheel(name) for name in wanted}
