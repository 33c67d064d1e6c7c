"""The home page: what the publisher wrote is kept, whichever of the two files it stands in."""

from pathlib import Path

import pytest

from generator.pipeline.docs import copy_written, keep_generated


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    (folder / "cables").mkdir(parents=True)
    (folder / "index.md").write_text("index", encoding="utf-8")
    (folder / "about.md").write_text("about", encoding="utf-8")
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_index_made_of_home_is_made_anew(docs: Path, tmp_path: Path) -> None:
    (docs / "home.md").write_text("home", encoding="utf-8")
    copy_written(docs, tmp_path / "built")
    assert names(tmp_path / "built") == ["about.md", "home.md"]
    (tmp_path / "built" / "index.md").write_text("new", encoding="utf-8")
    keep_generated(tmp_path / "built", docs)
    assert (docs / "index.md").read_text(encoding="utf-8") == "new"


def test_an_index_that_the_publisher_wrote_is_never_replaced(docs: Path, tmp_path: Path) -> None:
    copy_written(docs, tmp_path / "built")
    assert names(tmp_path / "built") == ["about.md", "index.md"]
    (tmp_path / "built" / "index.md").write_text("with the overview", encoding="utf-8")
    keep_generated(tmp_path / "built", docs)
    assert (docs / "index.md").read_text(encoding="utf-8") == "index"
