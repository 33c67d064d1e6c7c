"""docs/ between two builds: pages that people wrote are published and kept, whatever folder they stand in."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from generator.pipeline import kept
from generator.pipeline.collect import collect
from generator.pipeline.docs import write_docs
from generator.pipeline.kept import (
    WORK,
    among_generated,
    bring,
    copy_written,
    docs_to_oneself,
    ignored_by_git,
    move_in,
)
from generator.pipeline.records import records
from generator.publish import LIST, SiteError
from generator.settings import Protecting, Site
from support.commands import SAMPLES
from support.tree import files


def write(folder: Path, content: Mapping[str, str]) -> None:
    for name, text in content.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def content(folder: Path) -> dict[str, str]:
    return {name: data.decode() for name, data in files(folder).items() if name != LIST}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    write(tmp_path / "docs", {"home.md": "home", "about.md": "about"})
    return tmp_path / "docs"


def build(docs: Path, generated: Mapping[str, str]) -> dict[str, str]:
    """What a build does with docs/, in small; the pages it publishes."""
    built = docs.parent / "built"
    copy_written(docs, built)
    write(built, generated)
    published = content(built)
    digests = {name: sha256(text.encode()).hexdigest() for name, text in generated.items()}
    with docs_to_oneself(docs) as work:
        bring(built, docs, work, digests)
        move_in(docs, work, digests)
    for folder, _, names in os.walk(built, topdown=False):
        for name in names:
            (Path(folder) / name).unlink()
        Path(folder).rmdir()
    return published


def test_of_pages_that_nobody_may_change_a_build_writes_into_its_copy(docs: Path, tmp_path: Path) -> None:
    write(docs, {"essays/one.md": "one"})
    for folder in (docs / "essays", docs):
        folder.chmod(0o555)
    copy_written(docs, tmp_path / "copied")
    modes = {
        folder.stat().st_mode & 0o200 for folder in (tmp_path / "copied", tmp_path / "copied" / "essays")
    }
    for folder in (docs, docs / "essays"):
        folder.chmod(0o755)
    assert modes == {0o200}


ONE = {"index.md": "1", "cables/2009/02/A.md": "1", "people/x.md": "1", "data/cables.jsonl": "1"}
TWO = {"index.md": "2", "cables/2009/03/B.md": "2", "people/x.md": "2", "data/cables.jsonl": "2"}


def test_generated_pages_follow_the_build_and_hand_written_ones_stay(docs: Path) -> None:
    theirs = {
        "home.md": "home",
        "about.md": "about",
        "search.md": "theirs",
        "basket.md": "theirs",
        "how-to-read-a-cable.md": "theirs",
        "people/method.md": "theirs",
        "tags/mine/note.txt": "theirs",
    }
    write(docs, theirs)
    assert build(docs, ONE) == {**theirs, **ONE}
    assert content(docs) == {**theirs, **ONE}
    assert build(docs, TWO) == {**theirs, **TWO}
    assert content(docs) == {**theirs, **TWO}
    assert not (docs / "cables/2009/02").exists(), "no empty folder is left"
    assert not (docs / WORK).exists()


def test_a_page_that_came_out_the_same_is_not_written_again(docs: Path) -> None:
    build(docs, {"people/a.md": "a", "people/b.md": "b"})
    before = (docs / "people" / "a.md").stat()
    build(docs, {"people/a.md": "a", "people/b.md": "other"})
    after = (docs / "people" / "a.md").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert content(docs)["people/b.md"] == "other"


def test_a_generated_page_that_was_changed_is_the_publishers(docs: Path) -> None:
    build(docs, ONE)
    write(docs, {"people/x.md": "better"})
    before = files(docs)
    with pytest.raises(SiteError, match=r"people/x\.md: was changed since .*, or delete the file"):
        build(docs, TWO)
    assert files(docs) == before
    (docs / "people/x.md").unlink()
    build(docs, TWO)
    assert content(docs)["people/x.md"] == "2"


def test_pages_of_a_version_without_a_list_are_left_where_they_are(docs: Path) -> None:
    write(docs, ONE)
    with pytest.raises(SiteError, match="generated pages of an older version and no list"):
        build(docs, TWO)
    assert content(docs) == {"home.md": "home", "about.md": "about", **ONE}


def test_a_file_that_came_during_the_build_is_not_replaced(docs: Path, tmp_path: Path) -> None:
    copy_written(docs, tmp_path / "built")
    write(tmp_path / "built", {"people/x.md": "ours"})
    write(docs, {"people/x.md": "theirs"})
    with docs_to_oneself(docs) as work, pytest.raises(SiteError, match=r"people/x\.md: came while"):
        bring(tmp_path / "built", docs, work, {"people/x.md": sha256(b"ours").hexdigest()})
    assert content(docs)["people/x.md"] == "theirs"


@pytest.mark.parametrize("after", range(6))
def test_a_kill_among_the_renames_is_mended_by_the_next_build(
    docs: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """Whatever had its new content and whatever its old: all of it is known as ours."""
    build(docs, ONE)
    write(docs, {"people/method.md": "theirs"})
    replace, done = Path.replace, 0

    def until_killed(self: Path, target: Path) -> Path:
        nonlocal done
        if WORK in self.parts and self.name != f"{LIST}.new":
            done += 1
            if done > after:
                raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", until_killed)
    # A killed build clears nothing away either.
    monkeypatch.setattr(kept, "empty", lambda _: None)
    if after < len(TWO) + 1:
        with pytest.raises(KeyboardInterrupt):
            build(docs, TWO)
    monkeypatch.undo()
    (docs.parent / "built").rename(docs.parent / "killed") if (docs.parent / "built").exists() else None
    build(docs, TWO)
    assert content(docs) == {"home.md": "home", "about.md": "about", "people/method.md": "theirs", **TWO}


def test_docs_that_cannot_be_written_say_that_nothing_was_published(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "move", full)
    with pytest.raises(SiteError, match=r"docs: cannot be written: No space left .*; nothing was published"):
        build(docs, ONE)
    assert content(docs) == {"home.md": "home", "about.md": "about"}


def test_a_second_build_in_one_project_says_so(docs: Path) -> None:
    with (
        docs_to_oneself(docs),
        pytest.raises(SiteError, match="another build is at work"),
        docs_to_oneself(docs),
    ):
        pytest.fail("the block must not run")


def test_a_page_that_git_would_not_bring_back_is_a_warning(docs: Path) -> None:
    build(docs, ONE)
    write(docs, {"people/method.md": "theirs", "people/kept.md": "theirs", "essays/one.md": "theirs"})
    assert among_generated(docs) == ("people/kept.md", "people/method.md")
    assert list(ignored_by_git(docs)) == [], "where there is no git, nobody relies on it"
    git(docs.parent, "init", "--quiet")
    write(docs.parent, {".gitignore": "/docs/people/\n"})
    git(docs.parent, "add", "-f", "docs/people/kept.md")
    (warning,) = ignored_by_git(docs)
    assert (warning.path, warning.code) == ("docs/people/method.md", "page-ignored")


def git(folder: Path, *args: str) -> None:
    subprocess.run(["git", "-C", folder, *args], check=True, capture_output=True)  # noqa: S603, S607 - git of the PATH


@pytest.fixture
def write_samples(docs: Path, tmp_path: Path) -> Callable[[], dict[str, str]]:
    """Writes the samples' pages beside a copy of docs/, as a build does."""

    def write_them() -> dict[str, str]:
        copy_written(docs, tmp_path / "built")
        with closing(collect(records([SAMPLES]), tmp_path, Protecting())) as collected:
            site = Site(name="S", collection="S", site_url=None)
            return write_docs(collected, tmp_path / "built", site)[1]

    return write_them


@pytest.mark.parametrize(
    "name",
    [
        "people/index.md",
        "tags/PGOV/index.md",
        "tags/PGOV/index.html",
        "cables/2009/03/09ASTANA436.txt",
        "data/cables.jsonl/notes.txt",
        "index.md",
        "posts",
    ],
)
def test_a_hand_written_page_is_never_hidden_by_a_generated_one(
    docs: Path, write_samples: Callable[[], dict[str, str]], name: str
) -> None:
    write(docs, {name: "theirs"})
    with pytest.raises(SiteError, match=rf"docs/{name}.*: stands in the way of a page that"):
        write_samples()


def test_an_index_that_the_publisher_wrote_is_the_home_page(
    docs: Path, write_samples: Callable[[], dict[str, str]]
) -> None:
    (docs / "home.md").unlink()
    write(docs, {"index.md": "my own words"})
    assert "index.md" in write_samples()
    assert (docs.parent / "built" / "index.md").read_text("utf-8").startswith("my own words\n")
    assert content(docs)["index.md"] == "my own words"
