"""What readers can find of a source whom a cable asks to protect: in every file of site and bundle."""

import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from fnmatch import fnmatch
from pathlib import Path

import pytest

from support.commands import cablepress, copy_project

MARKING = """\
VZCZCXYZ0001
PP RUEHC
DE RUEHTA #9871/01 0510929
ZNY CCCCC ZZH
P 200929Z FEB 09
FM AMEMBASSY ASTANA
TO RUEHC/SECSTATE WASHDC PRIORITY 0001
BT
C O N F I D E N T I A L ASTANA 009871

SIPDIS

E.O. 12958: DECL: 02/20/2019
TAGS: PGOV, KZ
SUBJECT: A LAWYER SPEAKS OF THE COURTS

Classified By: Ambassador Jane Q. Sample, reasons 1.4 (b) and (d).

1. (C) Lawyer Timur Zhanibekov (strictly protect) told PolOff on
February 18 that the courts are for sale. Zhanibekov gave two examples.
His colleague Ursula Aebischer was present.

2. (C) Comment: ZHANIBEKOV has been right before. End comment.

SAMPLE
"""
NAMING = (
    MARKING.replace("9871", "9872")
    .replace(" (strictly protect)", "")
    .replace("A LAWYER SPEAKS OF THE COURTS", "A CONFERENCE OF LAWYERS")
)
"""Another cable that names the same lawyer openly."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_project(tmp_path_factory.mktemp("protected") / "project")
    cables = folder / "cables"
    cables.mkdir()
    (cables / "a.txt").write_text(MARKING, encoding="utf-8")
    (cables / "b.txt").write_text(NAMING, encoding="utf-8")
    return folder


def configure(project: Path, policy: str, mask: str = "[]") -> None:
    config = project / "mkdocs.yml"
    lines = config.read_text(encoding="utf-8").splitlines()
    values = {"    protect:": policy, "    mask:": mask}
    for key, value in values.items():
        (index,) = [number for number, line in enumerate(lines) if line.startswith(key)]
        lines[index] = f"{key} {value}"
    config.write_text("\n".join(lines) + "\n", encoding="utf-8")


def build(project: Path) -> Path:
    built = cablepress("build", "--corpus", "cables", "--site", "site", cwd=project)
    assert built.status == 0, built.err
    return project / "site"


def files_with(folder: Path, name: str) -> set[str]:
    """Files that hold a name, in their path or content, in any case."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {
        path
        for path, file in files.items()
        if name in path.lower() or name.encode() in readable(file).lower()
    }


def readable(file: Path) -> bytes:
    """A file with what its form packs: the members of an archive, the values of a database."""
    parts = [file.read_bytes()]
    if file.suffix == ".zip":
        with zipfile.ZipFile(file) as archive:
            parts += [archive.read(member) for member in archive.namelist()]
    if file.suffix == ".db":
        parts += [values.encode() for values in tables(file).values()]
    return b"\n".join(parts)


def tables(database: Path) -> dict[str, str]:
    """All values of each table of a database."""
    with closing(sqlite3.connect(database)) as base:
        names = [name for (name,) in base.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: repr(base.execute(f'SELECT * FROM "{name}"').fetchall()) for name in names}  # noqa: S608 - our own names


FULL_TEXT = ("cables/*", "search-data/[0-9]*/words/*", "search-data/[0-9]*/places/*", "search-data/search.js")
"""The cables' own pages and texts, and the index of the words in those."""

DOWNLOADS_OF_TEXT = {"data/cables.db", "data/cables.jsonl", "data/paragraphs.csv", "data/tei.zip"}
INDEXED_TEXT = {"cables", "cables_fts", "cables_fts_data", "cables_fts_idx"}
"""The text of the cables in the database, and the index of its words."""


def outside_cables(paths: set[str]) -> Iterator[str]:
    """Everything but the text of cables."""
    return (path for path in sorted(paths) if not any(fnmatch(path, each) for each in FULL_TEXT))


def test_by_default_a_marked_name_leads_nowhere_but_to_the_text(project: Path) -> None:
    configure(project, "hide")
    found = files_with(build(project), "zhanibekov")
    assert set(outside_cables(found)) == DOWNLOADS_OF_TEXT, "they hold the text of the cables"
    held = tables(project / "site/data/cables.db")
    holding = {table for table, values in held.items() if "zhanibekov" in values.lower()}
    assert "cables" in holding
    assert holding <= INDEXED_TEXT, "no list of people"
    assert "aebischer" in held["people"], "who is not marked is in the table of people"
    listed = {"search-data/0/people.js", "search-data/things/0.js", "search-data/who/0.js"}
    assert not listed & found, "no facet, and nobody is offered under the name"
    assert listed <= files_with(project / "site", "aebischer"), "who is not marked has both"
    words = (project / "site/search-data/0/words/0.js").read_text(encoding="utf-8")
    assert "person:aebischer" in words
    assert "person:zhanibekov" not in words
    page = (project / "site/cables/2009/02/09ASTANA9871/index.html").read_text(encoding="utf-8")
    assert "people/timur-zhanibekov" not in page
    report = (project / "build-report.json").read_text(encoding="utf-8")
    assert "Timur Zhanibekov" in report


def test_masked_names_are_in_no_file_of_site_or_bundle(project: Path, tmp_path: Path) -> None:
    configure(project, "mask", "[Ursula Aebischer]")
    site = build(project)
    bundled = cablepress("bundle", "--corpus", "cables", "--output", tmp_path / "x.zip", cwd=project)
    assert bundled.status == 0, bundled.err
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        archive.extractall(tmp_path / "x")  # made by us a moment ago
    for folder in (site, tmp_path / "x"):
        seen = files_with(folder, "poloff")
        assert any(path.startswith("search-data/") for path in seen), "the search index is looked into"
        assert folder != site or seen >= DOWNLOADS_OF_TEXT, "the downloads are looked into"
        for name in ("zhanibekov", "aebischer"):
            assert files_with(folder, name) == set()
    page = (site / "cables/2009/02/09ASTANA9871/index.html").read_text(encoding="utf-8")
    assert "XXXXXXXXXXXX" in page


def test_show_treats_a_marked_name_like_any_other(project: Path) -> None:
    configure(project, "show")
    assert (build(project) / "people/timur-zhanibekov/index.html").is_file()


def test_a_page_of_the_publishers_own_that_names_somebody_masked_is_not_published(project: Path) -> None:
    configure(project, "mask")
    site = build(project)
    before = sorted(path.as_posix() for path in site.rglob("*"))
    essay = project / "docs" / "essay.md"
    essay.write_text("# An essay\n\nAsk T. Zhani&shy;bekov about the courts.\n", encoding="utf-8")
    refused = cablepress("build", "--corpus", "cables", "--site", "site", cwd=project)
    bundled = cablepress("bundle", "--corpus", "cables", "--output", "x.zip", cwd=project)
    essay.unlink()
    assert (refused.status, bundled.status) == (1, 1)
    assert "essay/index.html:" in refused.err
    assert "protected-name: text: " in refused.err
    assert "hanibekov" not in refused.err.lower(), "what a build prints may be read by others"
    assert sorted(path.as_posix() for path in site.rglob("*")) == before, "the site that was there stays"
    assert not (project / "x.zip").exists()
