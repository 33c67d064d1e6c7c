"""What editors write stands on the pages that it is about, their own pages on the cables that they cite."""

import json
from pathlib import Path

import pytest

from generator.pipeline import Report, build_site
from generator.publish import open_project
from generator.search import FOLDER
from generator.settings import read_configuration
from pipeline.test_incremental import make_project
from support.indexed import Index
from support.invented import invent

ONE, TWO = invent(0, paragraphs=3), invent(1, paragraphs=3)
NOTES = f"""\
- cable: {ONE.id}
  text: The *whole* is late; see [[{TWO.id}#2]].
  by: M. Fischer
- cable: {ONE.id}
  paragraph: 2
  text: Only this paragraph.
- tag: {ONE.tags[0]}
  kind: introduction
  text: What the tag is about.
- year: {ONE.sent.year}
  text: A year of [[09ROME90077]].
- person: nobody-at-all
  text: Nobody.
"""
ESSAY = f"""\
# How it went

First [[{ONE.id}#2]], then [[{TWO.id}]] and `[[{TWO.id}]]`,
but never [[09ROME90078]].
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    project = tmp_path_factory.mktemp("noted") / "project"
    make_project(project, cables=3)
    (project / "notes.yml").write_text(NOTES, encoding="utf-8")
    (project / "docs" / "essays").mkdir()
    (project / "docs" / "essays" / "how_it went.md").write_text(ESSAY, encoding="utf-8")
    with open_project(project / "mkdocs.yml") as opened:
        configured = read_configuration(opened, workers=1, store=False, expose_unclear=True)
        return project, build_site(configured, project / "site")


def page(project: Path, key: str) -> str:
    (found,) = (project / "site" / "cables").rglob(f"{key}/index.html")
    return found.read_text("utf-8")


def test_notes_stand_where_they_belong(built: tuple[Path, Report]) -> None:
    project, _ = built
    text = page(project, ONE.id)
    assert "The <em>whole</em> is late" in text
    assert f"{TWO.id}/#para-2" in text
    assert (
        text.index("whole")
        < text.index('id="para-2"')
        < text.index("Only this paragraph")
        < text.index('id="para-3"')
    )
    tag = (project / "site" / "tags" / ONE.tags[0] / "index.html").read_text("utf-8")
    assert "What the tag is about." in tag
    assert "A year of" in (project / "site" / "dates" / str(ONE.sent.year) / "index.html").read_text("utf-8")


def test_an_essay_cites_by_number_and_stands_on_the_cables(built: tuple[Path, Report]) -> None:
    project, _ = built
    essay = (project / "site" / "essays" / "how_it went" / "index.html").read_text("utf-8")
    assert f"{ONE.id}/#para-2" in essay
    assert f"<code>[[{TWO.id}]]</code>" in essay
    for key in (ONE.id, TWO.id):
        text = page(project, key)
        assert "How it went" in text
        assert "essays/how_it%20went/" in text
    assert (project / "docs/essays/how_it went.md").read_text("utf-8") == ESSAY, (
        "the publisher's file is as it was"
    )


def test_what_editors_wrote_is_found_and_exported(built: tuple[Path, Report]) -> None:
    project, _ = built
    found = Index(project / "site" / FOLDER)
    offered = {name: (shown, address) for _, name, shown, address, _ in found.offered("only", "paragraph")}
    (address,) = (address for shown, address in offered.values() if shown == "Only this paragraph.")
    assert address.endswith(f"{ONE.id}/#para-2")
    assert ("page", "How it went") in [(kind, name) for kind, name, *_ in found.offered("first", "then")]
    lines = (project / "site" / "data" / "notes.jsonl").read_text("utf-8").splitlines()
    told = [(note["kind"], note["about"], note["cites"]) for note in map(json.loads, lines)]
    assert told == [
        ("note", ONE.id, [TWO.id]),
        ("note", ONE.id, []),
        ("introduction", ONE.tags[0], []),
        ("note", str(ONE.sent.year), []),
        ("essay", "essays/how_it went.md", [ONE.id, TWO.id]),
    ]


def test_what_leads_nowhere_is_told_with_file_and_line(built: tuple[Path, Report]) -> None:
    _, report = built
    told = {
        (each.path, each.line, each.code)
        for each in report.lost
        if each.code in {"cable-unknown", "note-idle"}
    }
    assert told == {
        ("notes.yml", 11, "cable-unknown"),
        ("notes.yml", 13, "note-idle"),
        ("docs/essays/how_it went.md", 4, "cable-unknown"),
    }
