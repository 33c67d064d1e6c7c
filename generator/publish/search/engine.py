"""Runs Pagefind's own indexer over folders of prepared pages."""

import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pagefind_bin import (  # type: ignore[import-untyped] # the wheel that holds the program has no types
    get_executable,
)

from generator.publish.search.report import SearchError, SearchOptions

NEEDED = "pagefind.js"
"""Pagefind's module: all that a browser needs of it beside the index; its own interfaces are not shipped."""


def run_engine(jobs: Sequence[tuple[Path, Path]], options: SearchOptions, *, at_once: int = 1) -> None:
    """Index each folder of pages into its own index.

    Args:
        jobs: Folder of pages, folder of the index to write.
        options: Language.
        at_once: Processes at the same time.

    Raises:
        SearchError: Pagefind is missing for this platform, or failed; the message says how.
    """
    try:
        program = get_executable()
    except FileNotFoundError as error:
        message = "search: there is no Pagefind for this platform; install pagefind[bin], or see pagefind.app"
        raise SearchError(message) from error
    with ThreadPoolExecutor(max_workers=at_once) as pool:
        list(pool.map(lambda job: _index(program, job[0], job[1], options), jobs))
    for position, (_, target) in enumerate(jobs):
        _drop_needless(target, options, first=position == 0)


def _index(program: Path, source: Path, target: Path, options: SearchOptions) -> None:
    command = [str(program), "--site", str(source), "--output-path", str(target), "--quiet"]
    command += ["--force-language", options.language]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
    if done.returncode:
        reason = " ".join((done.stderr or done.stdout).split())[-300:] or f"exit status {done.returncode}"
        message = f"search: Pagefind failed: {reason}; with little memory, lower the search's memory option"
        raise SearchError(message)


def _drop_needless(target: Path, options: SearchOptions, *, first: bool) -> None:
    """The engine once, in the first index; no interface but our own."""
    wasm = f"wasm.{options.language}.pagefind"
    for file in target.glob("*"):
        ours = file.name in (NEEDED, wasm) and first
        index = file.is_dir() or file.suffix in (".pf_meta", ".json")
        if not (ours or index):
            file.unlink()
