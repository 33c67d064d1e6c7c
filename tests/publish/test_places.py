"""What is written and what is read never lie in one another, however the paths are written."""

from pathlib import Path

import pytest

from generator.publish import SiteError, refuse_inside, refuse_mixed, refuse_nested

READ = {"your pages": Path("docs"), "the cables": Path("cables")}
PLACES = [("docs/pages", False), (".", False), ("link", False), ("cables", True)]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    for name in ("docs/pages", "cables/2009", "elsewhere"):
        (folder / name).mkdir(parents=True)
    (folder / "link").symlink_to("docs")
    (folder / "elsewhere" / "out").symlink_to("../cables")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    "site",
    [
        "docs",
        "docs/site",
        "docs/pages/site",
        "link/site",
        "elsewhere/../docs/site",
        "elsewhere/out",
        "elsewhere/out/site",
        "cables/2009",
        ".",
        "..",
    ],
)
@pytest.mark.usefixtures("project")
def test_a_site_among_what_it_is_made_from_is_refused(site: str) -> None:
    with pytest.raises(SiteError, match="choose another --site") as refused:
        refuse_nested(Path(site), option="--site", folders=READ)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("site", ["site", "docs2", "elsewhere/site", "../public"])
@pytest.mark.usefixtures("project")
def test_a_site_beside_it_is_fine(site: str) -> None:
    refuse_nested(Path(site), option="--site", folders=READ)


@pytest.mark.parametrize(("cables", "fine"), PLACES)
@pytest.mark.usefixtures("project")
def test_cables_are_not_published_as_they_came(cables: str, *, fine: bool) -> None:
    if fine:
        refuse_mixed(Path(cables), Path("docs"))
        return
    with pytest.raises(SiteError, match="lie in one another"):
        refuse_mixed(Path(cables), Path("docs"))


@pytest.mark.usefixtures("project")
def test_a_file_to_be_written_is_kept_out_of_what_is_published() -> None:
    with pytest.raises(SiteError, match=r"report\.json: is, or lies in, the site .*choose another --report"):
        refuse_inside(Path("site/report.json"), option="--report", folders={"the site": Path("site")})
