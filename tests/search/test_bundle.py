"""The zip itself; what a reader does with it is in tests/browser."""

import errno
import os
import zipfile
from pathlib import Path

import pytest

from generator.publish import SiteError
from generator.publish.bundle import EARLIEST, bundle
from support.indexed import index_of, searched
from support.record import record


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    page = folder / "cables" / "2009" / "02" / "09ASTANA90308.html"
    page.parent.mkdir(parents=True)
    page.write_text("<article>Text.</article>")
    for name in ("index.html", "404.html", "sitemap.xml", "sitemap.xml.gz", "cablepress.json"):
        (folder / name).write_text(name)
    (folder / "assets" / "javascripts" / "lunr").mkdir(parents=True)
    (folder / "assets" / "javascripts" / "lunr" / "wordcut.js").write_text("")
    (folder / "assets" / "javascripts" / "bundle.min.js.map").write_text("")
    index_of(folder, searched(record("09ASTANA90308", "Text."), from_disk=True))
    return folder


def names(target: Path) -> list[str]:
    with zipfile.ZipFile(target) as archive:
        return archive.namelist()


def test_index_html_stands_at_the_top_and_nothing_needless_beside_it(site: Path, tmp_path: Path) -> None:
    report = bundle(site, tmp_path / "cables.zip")
    found = names(tmp_path / "cables.zip")
    assert report.files == len(found)
    assert report.size == (tmp_path / "cables.zip").stat().st_size
    assert [name for name in found if not name.startswith("search-data/")] == [
        "cables/2009/02/09ASTANA90308.html",
        "index.html",
    ]


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    bundle(site, tmp_path / "one.zip")
    (site / "index.html").touch()
    bundle(site, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert {member.date_time for member in archive.infolist()} == {EARLIEST}


def test_the_site_is_left_as_it_is(site: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    bundle(site, tmp_path / "cables.zip")
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_a_failed_bundle_leaves_the_previous_one(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "cables.zip"
    bundle(site, target)
    before = target.read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(SiteError, match="cannot be written"):
        bundle(site, target)
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["cables.zip"]


def test_a_place_that_cannot_be_written_is_one_line(site: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SiteError, match="choose another --output"):
        bundle(site, tmp_path / "file" / "cables.zip")


@pytest.mark.parametrize("theirs", ["text", "another zip", "a bundle with something added"])
def test_a_file_that_is_no_bundle_of_ours_is_left_alone(site: Path, tmp_path: Path, theirs: str) -> None:
    target = tmp_path / "cables.zip"
    if theirs == "text":
        target.write_text("years of work")
    else:
        if theirs.startswith("a bundle"):
            bundle(site, target)
        with zipfile.ZipFile(target, "a") as archive:
            archive.writestr("mine.txt", "years of work")
    before = target.read_bytes()
    with pytest.raises(SiteError, match="is no bundle that Cablepress wrote, or was changed since"):
        bundle(site, target)
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name != "site"] == ["cables.zip"]


def test_a_bundle_of_ours_is_replaced_where_a_link_leads(site: Path, tmp_path: Path) -> None:
    (tmp_path / "latest.zip").symlink_to("cables.zip")
    bundle(site, tmp_path / "latest.zip")
    (site / "index.html").write_text("new")
    bundle(site, tmp_path / "latest.zip")
    assert (tmp_path / "latest.zip").is_symlink()
    with zipfile.ZipFile(tmp_path / "cables.zip") as archive:
        assert archive.read("index.html") == b"new"
