"""Generated pages in one file: what was written is read, and nothing else."""

from contextlib import closing
from pathlib import Path

import pytest

from generator.publish import Drafts, DraftsInMaking


@pytest.fixture
def pages(tmp_path: Path) -> Drafts:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "about.md").write_bytes(b"by hand")
    (docs / "index.md").write_bytes(b"by hand")
    with closing(DraftsInMaking(tmp_path / "drafts")) as drafts:
        drafts.write("tags/OLD.md", b"taken back")
        drafts.clear()
        drafts.write("tags/PGOV.md", b"first")
        drafts.write("tags/PGOV.md", b"second")
        drafts.write("index.md", b"made")
        drafts.write("empty.md", b"")
    return Drafts(docs, tmp_path / "drafts")


def test_a_page_is_what_was_written_last(pages: Drafts) -> None:
    assert pages.read("tags/PGOV.md") == b"second"
    assert (pages.read("empty.md"), pages.holds("empty.md")) == (b"", True)
    assert not pages.holds("tags/OLD.md")
    with pytest.raises(FileNotFoundError):
        pages.read("tags/OLD.md")


def test_what_is_no_draft_is_read_from_the_folder(pages: Drafts) -> None:
    assert pages.read("about.md") == b"by hand"
    assert pages.holds("about.md")
    assert pages.drafted("about.md") is None
    assert pages.read("index.md") == b"made"


def test_a_page_that_is_written_out_changes_no_other_name_of_the_file(pages: Drafts, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.mkdir()
    (target / "index.md").hardlink_to(tmp_path / "docs" / "index.md")
    for path in ("index.md", "tags/PGOV.md", "about.md"):
        pages.write(path, target)
    assert (target / "index.md").read_bytes() == b"made"
    assert (tmp_path / "docs" / "index.md").read_bytes() == b"by hand"
    assert (target / "tags/PGOV.md").read_bytes() == b"second"
    assert not (target / "about.md").exists()


def test_without_a_file_all_is_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "about.md").write_bytes(b"by hand")
    pages = Drafts(tmp_path)
    assert pages.read("about.md") == b"by hand"
    assert not pages.holds("index.md")
