"""The successor of MkDocs builds the same docs/ with the same mkdocs.yml."""

import shutil
import subprocess
import sys
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from support.commands import environment
from support.sample import SampleSite


def pages(site: Path) -> set[str]:
    """Every page; what leads on from a former address is added by Cablepress after MkDocs."""
    found = (path for path in site.rglob("*.html") if b'http-equiv="refresh"' not in path.read_bytes())
    return {path.relative_to(site).as_posix() for path in found}


def paragraphs(page: Path) -> list[str]:
    """The text of every numbered paragraph."""
    found = LexborHTMLParser(page.read_bytes()).css(".cp-para")
    return [" ".join(node.text().split()) for node in found]


def test_zensical_builds_every_page_without_complaint(sample_site: SampleSite, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(sample_site.project, project)
    done = subprocess.run(  # noqa: S603 - Zensical's own command with fixed arguments
        [str(Path(sys.executable).with_name("zensical")), "build", "--strict"],
        cwd=project,
        env=environment(),
        capture_output=True,
        check=False,
        text=True,
        timeout=100,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No issues found" in done.stdout + done.stderr
    assert pages(sample_site.hosted) <= pages(project / "site")
    cables = [path for path in pages(sample_site.hosted) if path.startswith("cables/")]
    for path in cables:
        assert paragraphs(project / "site" / path) == paragraphs(sample_site.hosted / path) != []
