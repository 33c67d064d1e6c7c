"""Collections in a build: on the cable, in its citation, in lists, exports and the search."""

import json
from pathlib import Path

from generator.pipeline import build_site
from generator.publish import open_project
from generator.settings import read_configuration
from pipeline.test_incremental import make_project
from support.invented import invent
from support.tree import files

COLLECTIONS = """\
- folder: box7
  name: Central Files
  archive: Invented Archives
  box: "7"
  rights: None <b>known</b>
  link: https://archives.example.org/?a=1&b=2
- folder: box8
  name: Others
"""


def test_a_collection_is_shown_cited_listed_and_exported(tmp_path: Path) -> None:
    project = tmp_path / "project"
    make_project(project, cables=2)
    (project / "corpus" / "box7").mkdir()
    (project / "corpus" / "0.txt").replace(project / "corpus" / "box7" / "0.txt")
    (project / "collections.yml").write_text(COLLECTIONS, encoding="utf-8")
    with open_project(project / "mkdocs.yml") as opened:
        report = build_site(
            read_configuration(opened, workers=1, store=False, expose_unclear=True), project / "site"
        )
    assert [(each.line, each.code) for each in report.lost if each.code == "collection-idle"] == [
        (7, "collection-idle")
    ]
    site = {name: content.decode("utf-8", "replace") for name, content in files(project / "site").items()}
    key, other = (invent(number, paragraphs=3).id for number in (0, 1))
    (page,) = (text for name, text in site.items() if name.endswith(f"{key}/index.html"))
    assert "Central Files, Box 7, Invented Archives" in page, "cited"
    assert (
        'href="https://archives.example.org/?a=1&amp;b=2"' in page
        or "a&#61;1&#38;b" in page
        or "a=1&#38;b=2" in page
    )
    assert "<b>known</b>" not in page
    assert key in site["collections/central-files/index.html"]
    assert other not in site["collections/central-files/index.html"]
    tables = [text for name, text in site.items() if name.endswith(".csv") and "Central Files" in text]
    assert any(key in text and ",Invented Archives," in text for text in tables)
    records = [
        json.loads(line) for name in site if name.endswith(".jsonl") for line in site[name].splitlines()
    ]
    boxes = {each["id"]: each["holding"] and each["holding"]["box"] for each in records if "holding" in each}
    assert boxes in ({key: "7", other: None}, {})
    assert any("Central Files" in text for name, text in site.items() if "search-data" in name)
