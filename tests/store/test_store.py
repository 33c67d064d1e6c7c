"""The store gives back what it was given, or nothing: whatever happens to its file."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.store import FOLDER, Store, digests, opened_store
from generator.store.store import FILE, LAST

KEYS = [digests("test", bytes([number])) for number in range(20)]


def filled(project: Path) -> Path:
    """A store with a value for each key; its file."""
    with opened_store(project) as store:
        store.begin()
        for number, key in enumerate(KEYS):
            store.keep(key, bytes([number]) * 3000)
        store.note("name", b"noted")
        store.end()
    return project / FOLDER / FILE


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    (tmp_path / FOLDER).chmod(0o700)


def test_what_was_kept_is_found_by_the_next_build(folder: Path) -> None:
    filled(folder)
    with opened_store(folder) as store:
        assert store.find([*KEYS, b"none"]) == {key: bytes([n]) * 3000 for n, key in enumerate(KEYS)}
        assert store.noted("name") == b"noted"
        assert store.noted("other") is None


def test_nobody_else_may_read_it_and_git_leaves_it_out(folder: Path) -> None:
    file = filled(folder)
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert (file.parent / ".gitignore").read_text("utf-8").endswith("*\n")


@pytest.mark.parametrize("part", range(10))
def test_a_damaged_file_gives_whole_values_or_none(folder: Path, part: int) -> None:
    file = filled(folder)
    content = bytearray(file.read_bytes())
    at = len(content) * part // 10
    content[at : at + 500] = os.urandom(500)
    file.write_bytes(content)
    with opened_store(folder) as store:
        found = store.find(KEYS)
        assert all(found[key] == bytes([n]) * 3000 for n, key in enumerate(KEYS) if key in found)
        assert store.noted("name") in {b"noted", None}
        store.keep(KEYS[0], b"anew")
        store.flush()
    with opened_store(folder) as store:
        store.find(KEYS)
        assert not store.problems


@pytest.mark.parametrize("size", [0, 1, 100, 5000])
def test_a_half_written_file_is_replaced(folder: Path, size: int) -> None:
    file = filled(folder)
    file.write_bytes(file.read_bytes()[:size])
    with opened_store(folder) as store:
        store.find(KEYS)
    filled(folder)
    with opened_store(folder) as store:
        assert len(store.find(KEYS)) == len(KEYS)


def test_one_of_another_format_is_replaced(folder: Path) -> None:
    file = filled(folder)
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    with opened_store(folder) as store:
        assert store.there
        assert store.find(KEYS) == {}


def test_while_another_build_writes_it_is_read_and_nothing_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.store.store.WAIT", 0.01)
    other = sqlite3.connect(filled(folder))
    other.execute("BEGIN IMMEDIATE")
    with opened_store(folder) as store:
        assert len(store.find(KEYS)) == len(KEYS)
        store.keep(b"new", b"value")
        store.end()
        assert not store.problems
    other.close()
    with opened_store(folder) as store:
        assert store.find([b"new"]) == {}


def test_where_it_cannot_be_written_a_line_says_so(tmp_path: Path) -> None:
    file = tmp_path / "no-folder"
    file.touch()  # permissions would not keep the system's administrator out
    with opened_store(file / "below") as store:
        assert [problem.code for problem in store.problems] == ["store-unused"]


def test_where_there_is_no_room_a_line_says_so(folder: Path) -> None:
    file = filled(folder)
    with opened_store(folder) as store:
        assert store._database is not None
        store._database.execute(f"PRAGMA max_page_count = {file.stat().st_size // 4096}")
        store.keep(b"large", bytes(1 << 20))
        store.flush()
        assert [problem.code for problem in store.problems] == ["store-unused"]
        assert store.find(KEYS) == {}


@pytest.mark.parametrize("foreign", ["file", "link"])
def test_what_is_not_ours_in_its_place_is_left_alone(folder: Path, foreign: str) -> None:
    place = folder / FOLDER
    if foreign == "file":
        place.write_text("mine", encoding="utf-8")
    else:
        (folder / "elsewhere").mkdir()
        place.symlink_to("elsewhere")
    with opened_store(folder) as store:
        assert not store.there
        assert [problem.code for problem in store.problems] == ["store-unused"]
    assert place.is_symlink() or place.read_text("utf-8") == "mine"
    assert foreign == "file" or not list((folder / "elsewhere").iterdir())


def test_what_builds_have_no_use_for_is_forgotten(folder: Path) -> None:
    filled(folder)
    for _ in range(LAST + 1):
        with opened_store(folder) as store:
            store.begin()
            store.find(KEYS[:5])
            store.end()
    with opened_store(folder) as store:
        assert set(store.find(KEYS)) == set(KEYS[:5])


def test_where_none_is_wanted_nothing_is_written(tmp_path: Path) -> None:
    with opened_store(None) as store:
        assert isinstance(store, Store)
        store.begin()
        store.keep(b"key", b"value")
        store.note("name", b"value")
        store.end()
        assert store.find([b"key"]) == {}
    assert not list(tmp_path.iterdir())


def test_parts_are_told_from_one_another() -> None:
    assert len({digests("a", b"b", b"cd"), digests("a", b"bc", b"d"), digests("b", b"b", b"cd")}) == 3
