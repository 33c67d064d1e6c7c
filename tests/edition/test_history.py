"""Releases: what was published is known for ever, and what became of it is said once."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.edition.history import (
    Change,
    History,
    PublishedNow,
    Release,
    ReleaseError,
    compare,
    read_history,
    texts_of,
    with_changes,
    write_release,
)
from generator.settle import readable, version_of
from support.record import record

if TYPE_CHECKING:
    from generator.model import Cable

ONE, TWO, THREE = date(2026, 5, 3), date(2026, 6, 12), date(2026, 7, 1)


def standing(*keys: str, version: str = "a", month: str = "02") -> dict[str, PublishedNow]:
    return {key: PublishedNow(page=f"cables/2009/{month}/{key}", version=f"{version}-{key}") for key in keys}


def released(folder: Path, day: date, changes: tuple[Change, ...]) -> History:
    texts = [(change.key, f"text of {day}") for change in changes if change.version]
    write_release(folder, Release(day=day, note="Box 7.", changes=changes), texts)
    history, problems = read_history(folder)
    assert problems == ()
    return history


def whats(changes: tuple[Change, ...]) -> dict[str, str]:
    return {change.key: change.what for change in changes}


def test_everything_is_new_before_the_first_release_and_nothing_right_after_it(tmp_path: Path) -> None:
    now = standing("09ROME1", "09ROME2")
    first = compare(History(), now, {}, {})
    assert whats(first) == {"09ROME1": "added", "09ROME2": "added"}
    history = released(tmp_path, ONE, first)
    assert compare(history, now, {}, {}) == ()
    assert (history.last, history.releases[0].note) == (ONE, "Box 7.")


def test_each_change_is_said_once(tmp_path: Path) -> None:
    history = released(tmp_path, ONE, compare(History(), standing("09ROME1", "09ROME2", "09ROME3"), {}, {}))
    now = standing("09ROME1", version="b") | standing("09ROME4")
    withheld = {"09ROME3": "cables/2009/02/09ROME3"}
    changes = compare(history, now, withheld, {})
    assert whats(changes) == {
        "09ROME1": "changed",
        "09ROME2": "removed",
        "09ROME3": "withheld",
        "09ROME4": "added",
    }
    history = released(tmp_path, TWO, changes)
    assert compare(history, now, withheld, {}) == ()
    assert history.cables["09ROME1"].texts == (ONE, TWO)
    assert (history.cables["09ROME1"].first, history.cables["09ROME1"].last) == (ONE, TWO)
    back = compare(history, now | standing("09ROME3"), {}, {})
    assert whats(back) == {"09ROME3": "added"}


def test_a_cable_under_a_new_number_is_known_by_its_words_or_by_the_editors(tmp_path: Path) -> None:
    history = released(tmp_path, ONE, compare(History(), standing("09ROME1", "09ROME2"), {}, {}))
    same = {"09ROME9": PublishedNow(page="cables/2009/02/09ROME9", version="a-09ROME1")}
    changes = compare(history, same, {}, {"09ROME2": "09ROME9"})
    moved = {change.key: change.to for change in changes if change.what == "moved"}
    assert moved == {"09ROME1": "09ROME9", "09ROME2": "09ROME9"}


def test_every_address_that_a_cable_had_is_kept(tmp_path: Path) -> None:
    history = released(tmp_path, ONE, compare(History(), standing("09ROME1"), {}, {}))
    changes = compare(history, standing("09ROME1", month="03"), {}, {})
    assert whats(changes) == {"09ROME1": "changed"}
    assert with_changes(history, changes)["09ROME1"].pages == (
        "cables/2009/02/09ROME1",
        "cables/2009/03/09ROME1",
    )


def test_a_release_is_never_written_over(tmp_path: Path) -> None:
    released(tmp_path, TWO, compare(History(), standing("09ROME1"), {}, {}))
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    for day in (ONE, TWO):
        with pytest.raises(ReleaseError, match="takes a later day"):
            write_release(tmp_path, Release(day=day), [])
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_file_that_cannot_be_read_is_a_line_and_the_others_count(tmp_path: Path) -> None:
    released(tmp_path, ONE, compare(History(), standing("09ROME1"), {}, {}))
    (tmp_path / "2026-06-12.jsonl").write_text("{\n", encoding="utf-8")
    (tmp_path / "notes.jsonl").write_text('{"note": ""}\n', encoding="utf-8")
    history, problems = read_history(tmp_path)
    assert [problem.code for problem in problems] == ["history-unreadable"] * 2
    assert list(history.cables) == ["09ROME1"]


def test_what_cables_said_is_read_again_and_its_loss_costs_nothing_else(tmp_path: Path) -> None:
    released(tmp_path, ONE, compare(History(), standing("09ROME1", "09ROME2"), {}, {}))
    assert dict(texts_of(tmp_path, ONE, ["09ROME2"])) == {"09ROME2": "text of 2026-05-03"}
    packed = tmp_path / "2026-05-03.texts.jsonl.gz"
    packed.write_bytes(packed.read_bytes()[:20])
    assert list(texts_of(tmp_path, ONE, ["09ROME2"])) == []
    packed.unlink()
    assert list(texts_of(tmp_path, ONE, ["09ROME2"])) == []


def test_a_version_is_what_a_cable_says_and_nothing_else() -> None:
    cable = record("09ROME90001", "The budget is late.")
    other = record("09ROME90002", "The budget is late.")
    assert version_of(cable) == version_of(other), "the number is no part of it"
    changed: tuple[Cable, ...] = (
        record("09ROME90001", "The budget is early."),
        record("09ROME90001", "The budget is late.", subject="ANOTHER"),
        record("09ROME90001", "The budget is late.", tags=("PGOV", "PREL")),
    )
    assert len({version_of(each) for each in (cable, *changed)}) == 4
    assert readable(cable).endswith("1. (C) The budget is late.")
