"""Folders for work are removed at the end; after a kill, by the next command, and nobody else's ever."""

import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.publish.scratch import OWNER, PREFIX, scratch_folder

KILLED = """
import os, signal
from generator.publish.scratch import scratch_folder
with scratch_folder() as folder:
    (folder / "pages").mkdir()
    (folder / "pages" / "page.md").write_text("a page")
    print(folder, flush=True)
    {then}
"""


@contextmanager
def answering(number: signal.Signals) -> Iterator[None]:
    """Python's own answer to Ctrl-C, also where the tests run in the background and none is heard."""
    before = signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(number, before)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's temporary folder."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def work(then: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own code
        [sys.executable, "-c", KILLED.format(then=then)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def test_nothing_is_left_at_the_end(temporary: Path) -> None:
    with scratch_folder() as folder:
        assert folder.parent == temporary
    assert list(temporary.iterdir()) == []


def test_a_signal_while_it_is_removed_is_answered_when_it_is_gone(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rmtree = shutil.rmtree

    def interrupted(path: Path, *, ignore_errors: bool) -> None:
        signal.raise_signal(signal.SIGINT)
        rmtree(path, ignore_errors=ignore_errors)

    monkeypatch.setattr(shutil, "rmtree", interrupted)
    with answering(signal.SIGINT), pytest.raises(KeyboardInterrupt), scratch_folder() as folder:
        (folder / "pages").mkdir()
    assert list(temporary.iterdir()) == []


def test_what_a_killed_build_left_is_removed_by_the_next(temporary: Path) -> None:
    work("os.kill(os.getpid(), signal.SIGKILL)").communicate(timeout=60)
    (left,) = temporary.iterdir()
    with scratch_folder():
        assert not left.exists()


def test_a_folder_that_is_in_use_stays(temporary: Path) -> None:
    process = work("input()")
    assert process.stdout
    process.stdout.readline()
    (used,) = temporary.iterdir()
    with scratch_folder():
        assert (used / "pages" / "page.md").exists()
    process.communicate(b"\n", timeout=60)
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("kind", ["no mark", "a link", "a file", "a mark that is a link"])
def test_what_is_not_certainly_ours_stays(temporary: Path, kind: str) -> None:
    mine, place = temporary / "mine", temporary / f"{PREFIX}mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work", encoding="utf-8")
    if kind == "a link":
        (mine / OWNER).touch()
        place.symlink_to(mine)
    elif kind == "a file":
        place.write_text("mine", encoding="utf-8")
    else:
        place.mkdir()
        (place / "thesis.txt").write_text("years of work", encoding="utf-8")
        if kind == "a mark that is a link":
            (place / OWNER).symlink_to(mine / "thesis.txt")
    with scratch_folder():
        pass
    assert place.exists()
    assert (mine / "thesis.txt").read_text("utf-8") == "years of work"
