"""A project of a publisher's own: what it leaves out comes from Cablepress."""

import shutil
from pathlib import Path

import pytest

from support.commands import SAMPLES, cablepress

TWO_LINES = "site_name: Our cables\nsite_url: https://cables.example.org/\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A configuration of two lines and one cable."""
    (tmp_path / "mkdocs.yml").write_text(TWO_LINES, encoding="utf-8")
    (tmp_path / "corpus").mkdir()
    shutil.copyfile(SAMPLES / "10ASTANA275.txt", tmp_path / "corpus" / "10ASTANA275.txt")
    return tmp_path


def built(project: Path) -> dict[str, str]:
    """The HTML pages of a site that was built without a complaint, by address."""
    result = cablepress("build", cwd=project)
    assert result.status == 0, result.err
    assert result.problems == []
    site = project / "site"
    pages = {page.relative_to(site).as_posix(): page for page in site.rglob("*.html")}
    return {name: page.read_text("utf-8") for name, page in pages.items()}


def test_two_lines_are_a_project(project: Path) -> None:
    pages = built(project)
    assert "<title>Our cables</title>" in pages["index.html"]
    assert (
        'href="https://cables.example.org/cables/2010/02/10ASTANA275/"'
        in (pages["cables/2010/02/10ASTANA275/index.html"])
    )
    assert "data-search-page" in pages["search/index.html"]
    assert "about/index.html" not in pages  # what the collection is about only the publisher can say
    assert not (project / "docs").exists()


def test_pages_of_the_publishers_come_before_ours(project: Path) -> None:
    (project / "docs").mkdir()
    (project / "docs" / "index.md").write_text("# Welcome\n", encoding="utf-8")
    (project / "docs" / "about.md").write_text("# Who we are\n", encoding="utf-8")
    pages = built(project)
    assert "Welcome" in pages["index.html"]
    assert "Who we are" in pages["about/index.html"]
    assert 'href="about/"' in pages["index.html"]
    assert "data-search-page" in pages["search/index.html"]


def test_a_theme_of_the_publishers_needs_only_what_differs(project: Path) -> None:
    (project / "overrides" / "partials").mkdir(parents=True)
    (project / "overrides" / "partials" / "footer.html").write_text("<footer>Ours</footer>", encoding="utf-8")
    theme = "theme:\n  name: material\n  custom_dir: overrides\n  language: de\n"
    (project / "mkdocs.yml").write_text(TWO_LINES + theme, encoding="utf-8")
    page = built(project)["cables/2010/02/10ASTANA275/index.html"]
    assert "<footer>Ours</footer>" in page
    assert '<html lang="de"' in page
    assert "data-cable-search" in page


def test_options_of_the_publishers_come_before_ours(project: Path) -> None:
    lines = "nav:\n  - Start: index.md\nextra:\n  cablepress:\n    corpus: telegrams\n"
    (project / "mkdocs.yml").write_text(TWO_LINES + lines, encoding="utf-8")
    (project / "corpus").rename(project / "telegrams")
    pages = built(project)
    assert "Start" in pages["index.html"]
    assert "Classification" not in pages["how-to-read-a-cable/index.html"].partition("<article")[0]
