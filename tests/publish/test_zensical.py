"""Zensical, the successor of MkDocs, builds the same docs/ and mkdocs.yml."""

import shutil
import subprocess
import sys
from pathlib import Path

from support.sample import SampleSite

ROOT = Path(__file__).parents[2]


def test_zensical_builds_the_samples(sample_site: SampleSite, tmp_path: Path) -> None:
    shutil.copytree(sample_site.docs, tmp_path / "docs")
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    program = Path(sys.executable).with_name("zensical")
    done = subprocess.run(  # noqa: S603 - the program of our own environment
        [program, "build", "--strict"], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stdout + done.stderr
    built = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.html")}
    pages = {
        path.relative_to(sample_site.docs).with_suffix("").as_posix()
        for path in sample_site.docs.rglob("*.md")
    }
    expected = {
        "index.html" if page == "index" else f"{page.removesuffix('/index')}/index.html"
        for page in pages - {"home"}
    }
    assert expected <= built
