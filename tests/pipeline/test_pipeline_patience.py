"""A cable that takes too long costs itself; the others are published, and memory stays bounded."""

import re
import signal
import threading
from importlib import import_module
from itertools import repeat
from pathlib import Path

import pytest

from generator.model import Cable, Problem, Source
from generator.parse import parse
from generator.pipeline import guard
from generator.pipeline.patience import TooSlowError, within
from support.invented import invent, telegram

records = import_module("generator.pipeline.records")  # the package gives its function this name

ENDLESS = re.compile(r"(?:a|a)*b")


def test_a_cable_that_takes_too_long_is_left_out_with_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cables = [invent(number) for number in range(3)]
    for cable in cables:
        (tmp_path / f"{cable.id}.txt").write_text(telegram(cable), encoding="utf-8")

    def slow(source: Source) -> Cable:
        return parse(source) if cables[1].id not in source.path else ENDLESS.match("a" * 100)  # type: ignore[return-value]

    monkeypatch.setattr(records, "parse", slow)
    monkeypatch.setattr(guard, "SECONDS", 0.3)
    outcomes = list(records.records([tmp_path], workers=1))
    (problem,) = [outcome for outcome in outcomes if isinstance(outcome, Problem)]
    assert (problem.path, problem.code) == (f"{cables[1].id}.txt", "too-slow")
    assert len(outcomes) == 3


def test_a_match_is_stopped_and_the_timer_given_back() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with pytest.raises(TooSlowError), within(0.05):
        ENDLESS.match("a" * 100)
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_outside_the_main_thread_nothing_is_stopped() -> None:
    done: list[int] = []

    def work() -> None:
        with within(0.001):
            done.append(sum(range(300_000)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done


def test_long_texts_travel_in_shorter_batches() -> None:
    long = Source(
        path="a.csv", row=1, layout="csv", sha256="0" * 64, text="x" * records.BATCH_TEXT, original=""
    )
    problem = Problem(path="a", line=None, code="c", message="m", hint="")
    assert [len(run) for run in records.batches(repeat(long, 3))] == [1, 1, 1]
    assert [len(run) for run in records.batches(repeat(problem, records.BATCH + 1))] == [records.BATCH, 1]
