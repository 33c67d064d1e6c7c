"""``make clean`` takes away what builds left, and nothing that anybody wrote."""

from pathlib import Path

from generator.publish.clean import clean
from generator.publish.owned import list_of, write_owned
from support.tree import files


def test_only_what_is_ours_and_unchanged_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    for name in ("index.html", "people/x/index.html", "tags/y/index.html", "edited.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("ours", encoding="utf-8")
    write_owned(folder, list_of(folder))
    (folder / "edited.html").write_text("theirs", encoding="utf-8")
    (folder / "people/how.txt").write_text("theirs", encoding="utf-8")
    clean(folder)
    assert files(folder) == {"edited.html": b"theirs", "people/how.txt": b"theirs"}
    assert not (folder / "tags").exists()
    clean(folder)
    assert files(folder) == {"edited.html": b"theirs", "people/how.txt": b"theirs"}


def test_a_folder_with_nothing_else_goes_as_a_whole(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("ours", encoding="utf-8")
    write_owned(folder, list_of(folder))
    clean(folder)
    clean(folder)
    assert not folder.exists()
