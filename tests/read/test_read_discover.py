"""Finding the files of a corpus: sorted, each once, nothing else's; what cannot be read costs one line."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.read import discover, read_file
from support.invented import invent, telegram
from support.layouts import as_csv, as_zip
from support.reading import only_sources, read_folder

TEXT = telegram(invent(100))


def write(root: Path, *names: str) -> Path:
    """A folder with a cable under each of these names."""
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    return root


def names(*roots: Path) -> list[str]:
    """Names of what is found, nothing to complain of."""
    files, problems = discover(roots)
    assert problems == ()
    return [file.name for file in files]


def test_files_are_sorted_by_name_whatever_the_folder_says(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.txt", "a.txt", "c/d/e", "B.TXT")
    assert names(tmp_path) == ["B.TXT", "a.txt", "a/z.txt", "b.txt", "c/d/e"]


def test_a_file_may_be_named_directly(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "README.txt")
    assert names(tmp_path / "README.txt") == ["README.txt"]


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "d/a.txt")
    assert names(tmp_path / "d", tmp_path / "d" / "a.txt") == ["a.txt"]


def test_what_is_no_part_of_a_corpus_is_skipped(tmp_path: Path) -> None:
    junk = (
        ".git/config",
        ".hidden.txt",
        "README.md",
        "LICENSE",
        "Readme",
        "d/CHANGELOG.md",
        "__MACOSX/a.txt",
        "a.txt~",
        "Thumbs.db",
        "b.txt.swp",
        "node_modules/x/a.txt",
    )
    write(tmp_path, "a.txt", *junk)
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("name", ["notice-to-mariners.txt", "license-fees.txt", "d.readme.backup.txt"])
def test_a_cable_whose_name_only_resembles_junk_is_kept(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    assert names(tmp_path) == [name]


def test_files_with_many_cables_say_so(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "b").write_text(as_csv([invent(101)]), encoding="utf-8")
    (tmp_path / "c").write_bytes(as_zip({"a.txt": TEXT.encode()}))
    files, _ = discover([tmp_path])
    assert [(file.name, file.many) for file in files] == [("a.txt", False), ("b", True), ("c", True)]
    assert [file.size for file in files] == [(tmp_path / file.name).stat().st_size for file in files]


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path, "d/a.txt")
    (tmp_path / "d" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    files, problems = discover([tmp_path])
    assert [file.name for file in files] == ["d/a.txt"]
    assert [(problem.path, problem.code) for problem in problems] == [("self", "file-unreadable")]


def test_linked_folders_and_files_belong_to_the_corpus_once(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/a.txt")
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "linked").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "corpus" / "also.txt").symlink_to(tmp_path / "elsewhere" / "a.txt")
    assert len(names(tmp_path / "corpus")) == 1


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (Path.absolute, "path-missing"),
        (lambda path: path.mkdir(), "folder-empty"),
        (lambda path: (path / "x" / "y").mkdir(parents=True), "folder-empty"),
        (lambda path: write(path, "README.md"), "folder-empty"),
        (lambda path: path.symlink_to(path.parent / "gone"), "path-missing"),
    ],
    ids=["missing", "empty", "only folders", "only a readme", "broken link"],
)
def test_a_path_without_cables_is_one_line_with_a_remedy(
    tmp_path: Path, make: Callable[[Path], object], code: str
) -> None:
    make(tmp_path / "corpus")
    files, (problem,) = discover([tmp_path / "corpus"])
    assert files == ()
    assert problem.code == code
    assert problem.path.endswith("corpus")
    assert problem.hint


NOBODY = 65534


@contextmanager
def as_anybody() -> Iterator[Path]:
    """A folder that everybody may enter; inside, root, who may read everything, acts as nobody."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        root.chmod(0o755)
        user = os.geteuid()
        try:
            yield root
        finally:
            os.seteuid(user)
            for path in root.rglob("*"):
                path.chmod(0o700)  # so that it can be removed


def act_as_nobody() -> None:
    if os.geteuid() == 0:
        os.seteuid(NOBODY)


def test_a_file_and_a_folder_that_may_not_be_read() -> None:
    with as_anybody() as root:
        write(root, "a.txt", "b.txt", "d/c.txt")
        (root / "b.txt").chmod(0)
        (root / "d").chmod(0)
        act_as_nobody()
        files, problems = discover([root])
    assert [file.name for file in files] == ["a.txt"]
    assert [(problem.path, problem.code) for problem in problems] == [
        ("b.txt", "file-unreadable"),
        ("d", "file-unreadable"),
    ]


def test_a_file_gone_since_it_was_found_is_one_line(tmp_path: Path) -> None:
    files, _ = discover([write(tmp_path, "a.txt")])
    (tmp_path / "a.txt").unlink()
    (problem,) = read_file(files[0])
    assert str(problem) == (
        "a.txt: file-unreadable: gone since it was listed, or a link that leads nowhere; "
        "restore the file or remove the link"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes")
def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe")
    files, (problem,) = discover([tmp_path])
    assert [file.name for file in files] == ["a.txt"]
    assert (problem.path, problem.code) == ("pipe", "file-special")


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_names_that_are_no_text_are_shown_on_one_line(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n.txt"))).write_text(TEXT, encoding="utf-8")
    ((source,), problems) = read_folder(tmp_path)
    assert problems == []
    assert only_sources([source])[0].path == "caf\ufffd\ufffd.txt"


def test_good_files_are_read_whatever_lies_beside_them(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "d/b.txt")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    (tmp_path / "list.txt").write_text("milk\nbread\n", encoding="utf-8")
    cables, problems = read_folder(tmp_path)
    assert [source.path for source in only_sources(cables)] == ["a.txt", "d/b.txt"]
    assert sorted((problem.path, problem.code) for problem in problems) == [
        ("empty.txt", "file-empty"),
        ("list.txt", "not-a-cable"),
        ("picture.png", "file-binary"),
    ]
