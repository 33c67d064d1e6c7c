"""A failed or interrupted build leaves the previous site untouched, and only a site of ours is replaced."""

from pathlib import Path

import pytest

from generator.publish.site import MARKER, SiteError, staged


def make_site(folder: Path, page: str) -> Path:
    folder.mkdir(parents=True)
    (folder / MARKER).write_text("{}", encoding="utf-8")
    (folder / "index.html").write_text(page, encoding="utf-8")
    return folder


def test_a_whole_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", "old")
    with staged(site) as new:
        (new / "index.html").write_text("new", encoding="utf-8")
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert not (site / MARKER).exists(), "nothing of the old site is left in the new one"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def build_half(site: Path, error: type[BaseException]) -> None:
    with staged(site) as new:
        (new / "index.html").write_text("half", encoding="utf-8")
        raise error


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_a_failed_build_leaves_the_old_site(tmp_path: Path, error: type[BaseException]) -> None:
    site = make_site(tmp_path / "site", "old")
    with pytest.raises(error):
        build_half(site, error)
    assert (site / "index.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_is_no_site_is_not_replaced(tmp_path: Path) -> None:
    precious = tmp_path / "thesis"
    precious.mkdir()
    (precious / "chapter1.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(SiteError, match="did not make; choose another --site"), staged(precious):
        pytest.fail("the block must not run")
    assert (precious / "chapter1.txt").exists()


def test_an_empty_folder_and_missing_parents_are_fine(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for site in (tmp_path / "empty", tmp_path / "a" / "b"):
        with staged(site) as new:
            (new / "index.html").write_text("new", encoding="utf-8")
        assert (site / "index.html").is_file()


def test_a_file_in_the_place_of_the_site_is_one_line(tmp_path: Path) -> None:
    place = tmp_path / "site"
    place.write_text("a file", encoding="utf-8")
    with pytest.raises(SiteError, match="is no folder"), staged(place):
        pytest.fail("the block must not run")
