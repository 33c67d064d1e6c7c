"""A site is replaced as a whole or not at all, and nothing that Cablepress did not make is lost by it."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish import SiteError, swap
from generator.publish.claim import LOCK, beside, claimed
from generator.publish.owned import LIST
from generator.publish.site import MARKER, staged
from support.tree import files


def write(folder: Path, content: dict[str, str]) -> None:
    for name, text in content.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def build(site: Path, **pages: str) -> None:
    """What a build does with a site, in small; ``about__index`` is ``about/index.html``."""
    with staged(site) as stage:
        write(stage.new, {MARKER: "{}"} | {f"{n.replace('__', '/')}.html": text for n, text in pages.items()})
        stage.complete()
        stage.swap()


def content(folder: Path) -> dict[str, str]:
    """What readers can get, by path."""
    return {name: data.decode() for name, data in files(folder).items() if name not in {MARKER, LIST}}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to swap: that of Linux, and that of systems and file systems that know none in one step."""
    if request.param == "two renames":
        monkeypatch.setattr(swap, "exchange", lambda *_: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_a_whole_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    build(tmp_path / "site", index="old", gone="old")
    build(tmp_path / "site", index="new")
    assert content(tmp_path / "site") == {"index.html": "new"}
    assert names(tmp_path) == ["site"]


def test_linux_swaps_in_one_step(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux can")
    write(tmp_path, {"one/a": "a", "two/b": "b"})
    if not swap.exchange(tmp_path / "one", tmp_path / "two"):
        pytest.skip("not on this file system")
    assert (names(tmp_path / "one"), names(tmp_path / "two")) == (["b"], ["a"])


def build_half(site: Path, error: type[BaseException]) -> None:
    with staged(site) as stage:
        write(stage.new, {"index.html": "half"})
        raise error


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_a_failed_build_leaves_the_old_site(tmp_path: Path, error: type[BaseException]) -> None:
    build(tmp_path / "site", index="old")
    before = files(tmp_path / "site")
    with pytest.raises(error):
        build_half(tmp_path / "site", error)
    assert files(tmp_path / "site") == before
    assert names(tmp_path) == ["site"]


def test_an_empty_folder_and_missing_parents_are_fine(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for site in (tmp_path / "empty", tmp_path / "a" / "b"):
        build(site, index="new")
        assert content(site) == {"index.html": "new"}


def test_a_site_given_as_a_link_is_written_where_the_link_leads(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    for text in ("old", "new"):
        build(tmp_path / "link", index=text)
    assert (tmp_path / "link").is_symlink()
    assert content(tmp_path / "real") == {"index.html": "new"}
    assert names(tmp_path) == ["link", "real"]


THEIRS = {
    "CNAME": "cables.example.org",
    ".nojekyll": "",
    ".git/HEAD": "ref: refs/heads/main",
    ".git/objects/ab/cdef": "an object",
    "corpus/10ASTANA275.txt": "a cable that somebody put there",
    "about/notes.txt": "beside a page of ours",
    "gone/notes.txt": "beside a page that is no more",
}


@pytest.mark.usefixtures("way")
def test_what_the_publisher_put_into_a_site_is_there_after_each_build(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, index="1", about__index="1", gone__index="1")
    write(site, THEIRS)
    (site / ".git/refs/tags").mkdir(parents=True)
    (site / "latest").symlink_to("about")
    for number in "23":
        build(site, index=number, about__index=number)
        found = content(site)
        assert {name: found[name] for name in THEIRS} == THEIRS
        assert found.keys() - THEIRS.keys() - {"latest"} == {"index.html", "about/index.html"}
        assert (site / ".git/refs/tags").is_dir(), "git needs its empty folders"
        assert os.readlink(site / "latest") == "about"  # noqa: PTH115 - as it was written


def test_without_hard_links_files_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    build(tmp_path / "site", index="1")
    write(tmp_path / "site", THEIRS)
    build(tmp_path / "site", index="2")
    found = content(tmp_path / "site")
    assert {name: found[name] for name in THEIRS} == THEIRS


def edit(site: Path) -> None:
    (site / "index.html").write_text("better", encoding="utf-8")


def link(site: Path) -> None:
    (site / "index.html").unlink()
    (site / "index.html").symlink_to("/etc/hostname")


def thesis(site: Path) -> None:
    (site / MARKER).unlink()
    (site / "chapter1.txt").write_text("years of work", encoding="utf-8")


REFUSED: list[tuple[Callable[[Path], object], str]] = [
    (edit, "index.html: was changed since Cablepress wrote it"),
    (link, "index.html: was changed since Cablepress wrote it"),
    (thesis, "holds something that Cablepress did not make; choose another --site"),
    (lambda site: (site / LIST).unlink(), "has no list of the files that Cablepress made"),
    (lambda site: (site / LIST).write_text("{", encoding="utf-8"), "is damaged; restore it"),
    (lambda site: write(site, {"new.html": "theirs"}), "new.html: is not Cablepress', and the new site has"),
    (lambda site: write(site, {"folder": "theirs"}), "folder: is not Cablepress', and the new site has"),
    (
        lambda site: write(site, {"new.html/x": "theirs"}),
        "new.html.*: is not Cablepress', and the new site",
    ),
]


@pytest.mark.parametrize(("change", "said"), REFUSED)
def test_what_would_be_lost_is_refused_in_one_line(
    tmp_path: Path, change: Callable[[Path], object], said: str
) -> None:
    site = tmp_path / "site"
    build(site, index="old")
    change(site)
    before = files(site)
    with pytest.raises(SiteError, match=said) as refused:
        build(site, new="ours", folder__page="ours")
    assert "\n" not in str(refused.value)
    assert files(site) == before
    assert names(tmp_path) == ["site"]


def test_a_file_in_the_place_of_the_site_is_one_line(tmp_path: Path) -> None:
    write(tmp_path, {"site": "a file"})
    with pytest.raises(SiteError, match="is no folder"), staged(tmp_path / "site"):
        pytest.fail("the block must not run")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["build", "add", "edit", "remove", "crash"]),
            st.sampled_from(["index.html", "a.html", "b/c.html", "b/d.txt", ".git/HEAD", "CNAME"]),
        ),
        max_size=12,
    )
)
def test_whatever_happens_the_publishers_files_are_there(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str]]
) -> None:
    """A build may be refused, never take away or change a file that the publisher wrote last."""
    site = tmp_path_factory.mktemp("any") / "site"
    theirs: dict[str, str] = {}
    for number, (step, name) in enumerate(steps):
        page = site / name
        if step in {"add", "edit"} and site.is_dir() and not any(above.is_file() for above in page.parents):
            write(site, {name: f"theirs {number}"})
            theirs[name] = f"theirs {number}"
        elif step == "remove":
            page.unlink(missing_ok=True)
            theirs.pop(name, None)
        elif step in {"build", "crash"}:
            try:
                with staged(site) as stage:
                    write(stage.new, {MARKER: "{}", "index.html": f"ours {number}", "b/c.html": "ours"})
                    stage.complete()
                    if step == "build":
                        stage.swap()
            except SiteError as refused:
                assert any(part in str(refused) for part in theirs), refused  # noqa: PT017 - and no other
        found = content(site) if site.is_dir() else {}
        assert {name: found.get(name) for name in theirs} == theirs


STOPPED_IN_SWAP = """
import os, signal, sys, time
from pathlib import Path
from generator.publish import SiteError, swap
from generator.publish.site import staged
from generator.cli.main import _terminable

swap.exchange = lambda *_: False
rename = Path.rename

def slow(self, target):
    print(self.name, flush=True)
    sys.stdin.readline()
    return rename(self, target)

with _terminable(), staged(Path(sys.argv[1])) as stage:
    (stage.new / "cablepress.json").write_text("{}")
    (stage.new / "index.html").write_text("new")
    stage.complete()
    with swap.undisturbed():
        Path.rename = slow
        stage.swap()
        Path.rename = rename
"""
"""A build whose renames wait to be told to go on."""


def at_rename(site: Path, number: int, way: signal.Signals) -> int:
    """Send a signal when the build is about to make this rename of its two; its status."""
    process = subprocess.Popen(  # noqa: S603 - our own code
        [sys.executable, "-c", STOPPED_IN_SWAP, str(site)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - no threads
    )
    assert process.stdin
    assert process.stdout
    for passed in range(2):
        process.stdout.readline()
        if passed == number:
            process.send_signal(way)
            time.sleep(0.05)  # kill -9 is heeded here, the others must not be
        if process.poll() is None:
            try:
                process.stdin.write(b"\n")
                process.stdin.flush()
            except BrokenPipeError:
                break
    process.stdin.close()
    process.stdout.close()
    return process.wait(timeout=60)


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda sent: sent.name)
def test_a_signal_between_the_two_renames_loses_neither_site(
    tmp_path: Path, number: int, sent: signal.Signals
) -> None:
    site = tmp_path / "site"
    build(site, index="old")
    write(site, THEIRS)
    assert at_rename(site, number, sent) != 0
    if sent is signal.SIGKILL:
        (tmp_path / "elsewhere").mkdir()
        with staged(site):  # the next command, whatever comes of it
            pass
        assert content(site) == {"index.html": "old", **THEIRS}
    else:
        assert content(site) == {"index.html": "new", **THEIRS}
    assert beside(site).name not in names(tmp_path), "what the build needed is removed"


def test_a_failed_second_rename_puts_the_old_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path / "site", index="old")
    monkeypatch.setattr(swap, "exchange", lambda *_: False)
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(SiteError, match="cannot be written: Permission denied"):
        build(tmp_path / "site", index="new")
    assert content(tmp_path / "site") == {"index.html": "old"}
    assert names(tmp_path) == ["site"]


def test_a_second_build_says_at_once_that_it_is_one(tmp_path: Path) -> None:
    with staged(tmp_path / "site") as stage:
        write(stage.new, {MARKER: "{}"})
        with pytest.raises(SiteError, match=f"another build is at work there .process {os.getpid()}."):
            build(tmp_path / "site", index="second")
        stage.complete()
        stage.swap()
    assert names(tmp_path) == ["site"]


def test_what_a_killed_build_left_is_removed_and_does_not_block(tmp_path: Path) -> None:
    write(beside(tmp_path / "site"), {LOCK: "", "new/index.html": "half"})
    build(tmp_path / "site", index="new")
    assert names(tmp_path) == ["site"]


@pytest.mark.parametrize("mine", [{"notes.txt": "mine"}, {LOCK: "mine", "notes.txt": "mine"}])
def test_a_folder_that_only_has_the_name_is_left_alone(tmp_path: Path, mine: dict[str, str]) -> None:
    work = beside(tmp_path / "site")
    write(work, mine)
    with pytest.raises(SiteError, match="is not Cablepress', which needs a folder of this name"):
        build(tmp_path / "site", index="new")
    assert content(work) == mine


def test_claims_follow_one_another(tmp_path: Path) -> None:
    for _ in range(3):
        with claimed(tmp_path / "work", shown="here"):
            assert names(tmp_path / "work") == [LOCK]
        assert names(tmp_path) == []


def test_where_no_folder_can_be_made_it_is_said_and_not_tried_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some file systems (``/proc``) answer that the folder in which a folder is to be made is not there."""

    def missing(folder: Path, **_: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(folder))

    monkeypatch.setattr(Path, "mkdir", missing)
    with pytest.raises(SiteError, match="cannot be written: No such file or directory"):
        build(tmp_path / "site", index="new")


@pytest.fixture(autouse=True)
def _no_leftover_signals() -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    yield
    assert signal.getsignal(signal.SIGINT) is before
