"""Runs Pagefind's own indexer over folders of prepared pages."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from pagefind_bin import (  # type: ignore[import-untyped] # the wheel that holds the program has no types
    get_executable,
)

from generator.publish.parent import end_with_parent
from generator.publish.search.report import SearchError
from generator.settings import SearchOptions

NEEDED = "pagefind.js"
"""Pagefind's module: all that a browser needs of it beside the index; its own interfaces are not shipped."""

PAUSE = 0.01
"""Seconds between two looks whether a process has ended; Ctrl-C is heeded at each."""


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
    with _processes() as running:
        for source, target in jobs:
            while len(running) >= at_once:
                _reap(running)
            running.append(_start(program, source, target, options))
        while running:
            _reap(running)
    for position, (_, target) in enumerate(jobs):
        _drop_needless(target, options, first=position == 0)


class _Engine:
    """One run of Pagefind, and what it says."""

    def __init__(self, command: Sequence[str]) -> None:
        self.said = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `close`
        self.process = subprocess.Popen(  # noqa: S603 - our own arguments
            command,
            stdin=subprocess.DEVNULL,
            stdout=self.said,
            stderr=subprocess.STDOUT,
            preexec_fn=_tied(),  # noqa: PLW1509 - it makes one call, and nothing is loaded
        )

    def close(self) -> None:
        """End it, should it still run."""
        self.process.kill()
        self.process.wait()
        self.said.close()


def _tied() -> Callable[[], None] | None:
    """What makes Pagefind end with us, where that can be had."""
    return partial(end_with_parent, os.getpid()) if sys.platform == "linux" else None


@contextmanager
def _processes() -> Iterator[list[_Engine]]:
    """Whatever ends the block ends those that run."""
    running: list[_Engine] = []
    try:
        yield running
    finally:
        for engine in running:
            engine.close()


def _start(program: Path, source: Path, target: Path, options: SearchOptions) -> _Engine:
    command = [str(program), "--site", str(source), "--output-path", str(target), "--quiet"]
    return _Engine([*command, "--force-language", options.language])


def _reap(running: list[_Engine]) -> None:
    """Wait until one has ended, and take it off the list.

    Raises:
        SearchError: It failed.
    """
    while all(engine.process.poll() is None for engine in running):
        time.sleep(PAUSE)
    ended = next(engine for engine in running if engine.process.poll() is not None)
    if ended.process.returncode:
        ended.said.seek(0)
        said = ended.said.read().decode(errors="replace")
        reason = " ".join(said.split())[-300:] or f"exit status {ended.process.returncode}"
        message = f"search: Pagefind failed: {reason}; with little memory, lower the search's memory option"
        raise SearchError(message)
    running.remove(ended)
    ended.close()


def _drop_needless(target: Path, options: SearchOptions, *, first: bool) -> None:
    """The engine once, in the first index; no interface but our own."""
    wasm = f"wasm.{options.language}.pagefind"
    for file in target.glob("*"):
        ours = file.name in (NEEDED, wasm) and first
        index = file.is_dir() or file.suffix in (".pf_meta", ".json")
        if not (ours or index):
            file.unlink()
