"""Work side by side gives what work in a row gives."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pipeline.ready import Ready
from generator.pipeline.workers import WINDOW_PER_WORKER, WorkerEndedError, chunks, in_order

ROOT = Path(__file__).parents[2]


def double(number: int) -> int:
    return 2 * number


def fail_at_three(number: int) -> int:
    if number == 3:
        message = "three"
        raise ValueError(message)
    return number


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order(workers: int) -> None:
    assert list(in_order(double, range(100), workers=workers)) == [2 * n for n in range(100)]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_in_a_worker_reaches_the_caller(workers: int) -> None:
    with pytest.raises(ValueError, match="three"):
        list(in_order(fail_at_three, range(10), workers=workers))


def test_a_long_stream_is_not_drawn_ahead_of_what_is_taken() -> None:
    drawn = []

    def stream() -> Iterator[int]:
        for number in range(1000):
            drawn.append(number)
            yield number

    results = in_order(double, stream(), workers=2)
    assert isinstance(results, Generator)
    next(results)
    assert len(drawn) <= 2 * WINDOW_PER_WORKER
    results.close()


@given(st.lists(st.booleans(), max_size=40))
@settings(max_examples=15)
def test_what_is_ready_and_what_is_not_come_in_order(ready: list[bool]) -> None:
    items = [Ready(2 * number) if is_ready else number for number, is_ready in enumerate(ready)]
    assert list(in_order(double, items, workers=2)) == [2 * number for number in range(len(ready))]


def process_of(_: int) -> int:
    return os.getpid()


def test_no_process_is_started_for_one_item_among_many_that_are_ready() -> None:
    items: list[int | Ready[int]] = [Ready(0)] * 100
    items[50] = 50
    assert list(in_order(process_of, items, workers=2))[50] == os.getpid()
    items[52] = 52
    elsewhere = list(in_order(process_of, items, workers=2))
    assert os.getpid() not in {elsewhere[50], elsewhere[52]}


def test_chunks_keep_everything_in_order() -> None:
    assert list(chunks(range(5), 2)) == [(0, 1), (2, 3), (4,)]


def large(number: int) -> bytes:
    return bytes([number]) * 300_000


def test_what_is_larger_than_a_pipe_goes_both_ways() -> None:
    """Nobody waits for an end that waits for them."""
    given = [large(number) for number in range(12)]
    assert list(in_order(bytes.upper, given, workers=2)) == [each.upper() for each in given]


def fail_with_eof(number: int) -> int:
    raise EOFError(number)


def test_an_error_of_the_work_is_never_taken_for_the_end_of_a_process() -> None:
    with pytest.raises(EOFError):
        list(in_order(fail_with_eof, range(3), workers=2))


def end(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_a_process_that_is_ended_from_outside_is_one_line() -> None:
    with pytest.raises(WorkerEndedError, match="ended from outside, probably for want of memory"):
        list(in_order(end, range(9), workers=2))


def endless(path: str) -> bool:
    """A match that takes longer than anybody waits, and hears of nothing meanwhile."""
    with Path(path).open("a", encoding="utf-8") as stream:
        stream.write(f"{os.getpid()}\n")
    return re.fullmatch(r"(a|a)*b", "a" * 60) is not None


def started(log: Path, count: int) -> list[int]:
    """The processes that are in the match."""
    while not log.exists() or len(log.read_text("utf-8").splitlines()) < count:
        time.sleep(0.01)
    return [int(line) for line in log.read_text("utf-8").splitlines()]


def running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_when_the_iteration_is_given_up_so_is_the_work_at_once(tmp_path: Path) -> None:
    def items() -> Iterator[str]:
        for _ in range(4):
            yield str(tmp_path / "log")
        started(tmp_path / "log", 2)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(in_order(endless, items(), workers=2))
    assert not any(running(process) for process in started(tmp_path / "log", 2))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process ends only after the match it is in")
def test_no_process_outlives_a_killed_parent(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.append('tests/pipeline'); from test_workers import *;"
        "list(in_order(endless, [sys.argv[1]] * 4, workers=2))"
    )
    parent = subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "log")], cwd=ROOT)  # noqa: S603 - our own code
    workers = started(tmp_path / "log", 2)
    parent.kill()
    parent.wait(timeout=60)
    while any(running(process) for process in workers):  # the test's own limit of time ends it
        time.sleep(0.01)
