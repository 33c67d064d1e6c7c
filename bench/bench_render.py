"""Holds pressed pages against those of MkDocs' own run, all of a project's, byte for byte, and times both.

    bench/bench_render.py PROJECT [--offline]

PROJECT has mkdocs.yml and, in ``docs/``, the pages that ``cablepress build`` left there. MkDocs' run takes
140 KB of memory and some 10 ms for each page.
"""

import argparse
import filecmp
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.pipeline.workers import in_order
from generator.publish import open_project, read_owned, render
from generator.settings import heard, read_configuration


def compare(project: Path, *, directory_urls: bool) -> int:
    """Print what both took and every file that differs; return how many do."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    os.environ.setdefault("SITE_URL", "https://cables.example.org/")
    generated = dict.fromkeys(read_owned(project / "docs") or {}, "")
    pages = sum(name.endswith(".md") for name in generated)
    with tempfile.TemporaryDirectory() as scratch:
        pressed, plain = Path(scratch) / "pressed", Path(scratch) / "plain"
        processes = os.cpu_count() or 1
        _timed(
            f"pressed, {processes} processes",
            pages,
            partial(_press, project, pressed, generated, directory_urls),
        )
        _timed("mkdocs build", pages, partial(_build, project, plain, directory_urls))
        names = {
            path.relative_to(site).as_posix()
            for site in (pressed, plain)
            for path in site.rglob("*")
            if path.is_file()
        }
        equal, differing, lacking = filecmp.cmpfiles(pressed, plain, sorted(names), shallow=False)
    for name in (*differing, *lacking):
        print(f"differs: {name}")
    print(f"{len(equal):,} of {len(names):,} files are equal")
    return len(differing) + len(lacking)


def _timed(what: str, pages: int, work: Callable[[], None]) -> None:
    began = time.monotonic()
    work()
    took = time.monotonic() - began
    print(f"{what:<24} {took:8.1f} s   {1000 * took / pages:6.2f} ms a page")


def _press(project: Path, site: Path, generated: dict[str, str], directory_urls: bool) -> None:  # noqa: FBT001
    site.mkdir()
    with open_project(project / "mkdocs.yml") as opened:
        rendered = render(
            read_configuration(opened).mkdocs,
            docs=project / "docs",
            site=site,
            generated=generated,
            directory_urls=directory_urls,
            in_order=partial(in_order, workers=os.cpu_count() or 1),
        )
    if rendered.together:
        print(f"MkDocs rendered all: {rendered.together}")


def _build(project: Path, site: Path, directory_urls: bool) -> None:  # noqa: FBT001
    config_file = project / "mkdocs.yml"
    config = load_config(str(config_file), site_dir=str(site), use_directory_urls=directory_urls)
    config.plugins.on_startup(command="build", dirty=False)
    with heard(config_file):
        build(config)


def main() -> int:
    """Exit status 1 where a file differs."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("project", type=Path)
    arguments.add_argument("--offline", action="store_true", help="page.html for page/")
    given = arguments.parse_args()
    return min(compare(given.project.resolve(), directory_urls=not given.offline), 1)


if __name__ == "__main__":
    sys.exit(main())
