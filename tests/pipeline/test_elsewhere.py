"""Stages in an executor of the publisher's: what comes of it is what our own processes make."""

import pickle
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from generator.pipeline import build_site, elsewhere
from generator.pipeline.elsewhere import Elsewhere, OtherVersionError, load_executor
from generator.pipeline.ready import Ready
from generator.pipeline.workers import in_order
from generator.publish import SiteError, open_project
from generator.settings import read_configuration
from support import executors
from support.commands import copy_project
from support.tree import differences, files

PROCESSES = Elsewhere(executor="support.executors:two_processes", workers=2)
DASK = "support.executors:two_of_dask"


def half(number: int) -> float:
    return 1 / (number - 50)


def test_results_come_in_order_and_what_is_ready_in_its_turn() -> None:
    items = [Ready(0.0) if number == 50 else number for number in range(100)]
    assert list(in_order(half, items, workers=PROCESSES)) == [
        0.0 if number == 50 else half(number) for number in range(100)
    ]


def test_an_error_reaches_the_caller() -> None:
    with pytest.raises(ZeroDivisionError):
        list(in_order(half, range(100), workers=PROCESSES))


def test_a_long_stream_is_not_drawn_ahead_of_what_is_taken() -> None:
    drawn: list[int] = []

    def stream() -> Iterator[int]:
        for number in range(60, 1060):
            drawn.append(number)
            yield number

    results = in_order(half, stream(), workers=PROCESSES)
    next(results)
    assert len(drawn) <= PROCESSES.workers * elsewhere.AHEAD


def test_a_worker_of_another_version_makes_nothing() -> None:
    with pytest.raises(OtherVersionError, match="another version"):
        elsewhere._done(pickle.dumps(half), b"of another program", 1)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("support.executors:nothing", "cannot be loaded"),
        ("support.executors:NOT_CALLABLE", "is no callable"),
        ("nobodys", "no installed package has a"),
    ],
)
def test_an_executor_that_is_none_is_one_line(name: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        load_executor(name)


def built(folder: Path, executor: str) -> Path:
    """The samples' site, made by the workers of an executor; an empty name: by this process."""
    project = copy_project(folder)
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace('executor: ""', f'executor: "{executor}"'), "utf-8")
    with open_project(config) as opened:
        build_site(read_configuration(opened, workers=2 if executor else 1), folder / "site")
    return folder / "site"


@pytest.mark.parametrize(
    "executor",
    [
        "support.executors:two_processes",
        pytest.param(DASK, marks=pytest.mark.filterwarnings("ignore")),  # Dask's own
    ],
)
def test_a_site_made_by_an_executor_is_the_same(
    executor: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = built(tmp_path / "plain", "")
    for stage in ("records", "settling", "correcting", "docs", "build"):
        monkeypatch.setattr(import_module(f"generator.pipeline.{stage}"), "INLINE", 0)  # five cables are few
    try:
        made = built(tmp_path / "elsewhere", executor)
    finally:
        executors.dismiss()
    assert list(differences(files(plain), files(made))) == []


def test_a_build_with_an_executor_that_cannot_be_loaded_stops(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="executor 'nobody:knows' cannot be loaded"):
        built(tmp_path / "project", "nobody:knows")
