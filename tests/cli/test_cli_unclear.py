"""A request to protect that nobody can read stops the build until the publisher has said whom it means."""

from pathlib import Path

import pytest

from support.commands import cablepress, copy_project

CABLE = """\
CONFIDENTIAL ASTANA 009871

E.O. 12958: DECL: 02/20/2019
TAGS: PGOV, KZ
SUBJECT: A LAWYER SPEAKS OF THE COURTS

1. (C) Timur Zhanibekov told the Ambassador in confidence (STRICTLY
PROTECT) that the courts are for sale.
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_project(tmp_path_factory.mktemp("unclear") / "project")
    cables = folder / "cables"
    cables.mkdir()
    (cables / "a.txt").write_text(CABLE, encoding="utf-8")
    return folder


def build(project: Path, *options: str) -> tuple[int, str]:
    built = cablepress("build", "--corpus", "cables", "--site", "site", *options, cwd=project)
    return built.status, built.err


def test_nothing_is_built_before_the_publisher_has_said_who_is_meant(project: Path) -> None:
    status, said = build(project)
    assert status == 1
    assert "a.txt:7: protect-unclear: " in said
    assert '\n  sentence: "Timur Zhanibekov told' in said
    assert not (project / "site").exists()
    entry = said[said.index("- cable:") : said.index("  # names")]
    (project / "protect.yml").write_text(entry.replace("[...]", "[Timur Zhanibekov]"), encoding="utf-8")
    assert build(project)[0] == 0
    assert not (project / "site/people/timur-zhanibekov").exists()
    (project / "protect.yml").write_text(entry.replace("[...]", "[]"), encoding="utf-8")
    assert build(project)[0] == 0
    assert (project / "site/people/timur-zhanibekov").is_dir()
    (project / "protect.yml").write_text("cable: x\n", encoding="utf-8")
    status, said = build(project)
    assert status == 1
    assert "protect.yml:1: protect-entry:" in said


def test_an_option_that_says_what_it_risks_publishes_all_the_same(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    (project / "cables").mkdir()
    (project / "cables/a.txt").write_text(CABLE, encoding="utf-8")
    assert build(project, "--expose-unclear-sources")[0] == 0
    (page,) = (project / "site/cables").rglob("index.html")
    assert "protect-unclear" not in page.read_text(encoding="utf-8"), "a page never points at a source"
