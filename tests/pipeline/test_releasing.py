"""A release, and what the next builds make of it: addresses that lead on, a log, versions compared."""

import shutil
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from generator.edition.history import Release
from generator.pipeline import Report, build_site, record_release
from generator.publish import open_project
from generator.settings import read_configuration
from pipeline.test_incremental import add_cable, make_project
from support.invented import invent

ONE, TWO = date(2026, 5, 3), date(2026, 6, 12)
NUMBERS = {number: invent(number, paragraphs=3).id for number in range(6)}


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("released") / "project"
    make_project(folder, cables=5)
    config = folder / "mkdocs.yml"
    config.write_text(f"site_url: https://cables.example.org/\n{config.read_text('utf-8')}", encoding="utf-8")
    release(folder, ONE)
    return folder


@pytest.fixture
def project(once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(once, tmp_path / "project"))


def release(project: Path, day: date, note: str = "") -> Release | None:
    with open_project(project / "mkdocs.yml") as opened:
        configured = read_configuration(opened, workers=1, store=False, expose_unclear=True)
        return record_release(configured, day, note=note)


def build(project: Path) -> Report:
    with open_project(project / "mkdocs.yml") as opened:
        configured = read_configuration(opened, workers=1, store=False, expose_unclear=True)
        return build_site(configured, project / "site")


def page(project: Path, key: str) -> str:
    (found,) = (project / "site" / "cables").rglob(f"{key}/index.html")
    return found.read_text("utf-8")


def lists(project: Path) -> set[Path]:
    """Pages of people and lists."""
    folders = ("people", "tags", "posts", "countries", "classification", "dates", "concepts")
    return {path for name in folders for path in (project / "site" / name).rglob("index.html")}


def test_people_and_lists_that_are_gone_say_so_but_for_names_that_are_withheld(project: Path) -> None:
    build(project)
    before = lists(project)
    withheld = (project / "corpus" / "4.txt").read_text("utf-8")
    for number in (0, 1):
        (project / "corpus" / f"{number}.txt").unlink()
    (project / "withhold.yml").write_text(f"- cable: {NUMBERS[4]}\n  only_here: true\n", encoding="utf-8")
    build(project)
    stones = {path for path in before & lists(project) if "This page is no more" in path.read_text("utf-8")}
    folders = {path.relative_to(project / "site").parts[0] for path in stones}
    assert folders >= {"people", "tags", "dates"}
    lost = before - lists(project)
    assert lost
    for path in lost:
        *_, folder, slug, _ = path.parts
        assert folder == "people"
        assert any(len(part) > 2 and part in withheld.lower() for part in slug.split("-")), slug
    sitemap = (project / "site/sitemap.xml").read_text("utf-8")
    assert not [path for path in stones if f"/{'/'.join(path.parts[-3:-1])}/" in sitemap]


def test_what_changed_is_told_before_a_release_and_shown_after_it(project: Path) -> None:
    assert build(project).since == {}
    (project / "corpus" / "0.txt").unlink()
    add_cable(project, 5)
    changed = project / "corpus" / "1.txt"
    changed.write_text(changed.read_text("utf-8").replace("the", "those", 1), encoding="utf-8")
    (project / "corrections.yml").write_text(
        f"- cable: {NUMBERS[2]}\n  correct: {{id: 09ROME90222}}\n"
        f"- cable: {NUMBERS[3]}\n  correct: {{date: 1999-12-31}}\n",
        encoding="utf-8",
    )
    (project / "withhold.yml").write_text(f"- cable: {NUMBERS[4]}\n  only_here: true\n", encoding="utf-8")
    pending = {"added": 2, "changed": 2, "moved": 1, "removed": 1, "withheld": 1}
    assert build(project).since == pending
    said = {"removed": page(project, NUMBERS[0]), "withheld": page(project, NUMBERS[4])}
    assert "is no more" in said["removed"]
    assert "withhold this telegram" in said["withheld"]
    assert "09ROME90222" in page(project, NUMBERS[2]), "a renumbered one leads on"
    moved = sorted((project / "site" / "cables").rglob(f"{NUMBERS[3]}/index.html"))
    assert moved[0].parts[-4:-2] == ("1999", "12")
    assert any("now at" in path.read_text("utf-8") for path in moved), "so does its former month"

    recorded = release(project, TWO, "Box 7 added.")
    assert recorded is not None
    assert release(project, date(2026, 6, 13)) is None, "nothing has changed since"
    before = build(project)
    assert before.since == {}
    log = (project / "site/changes/2026-06-12/index.html").read_text("utf-8")
    assert "Box 7 added." in log
    assert "Renumbered or merged" in log
    shown = page(project, NUMBERS[1])
    assert "last changed" in shown
    assert "What was published on 3 May 2026" in shown
    assert "those" in shown
    feed = ET.parse(project / "site/changes/feed.xml").getroot()
    assert [entry[0].text for entry in feed if entry.tag.endswith("entry")] == ["12 June 2026", "3 May 2026"]
    assert (project / "site/changes/2026-06-12.json").is_file()
    sitemap = project / "site/sitemap.xml"
    assert NUMBERS[1] in sitemap.read_text("utf-8")
    assert NUMBERS[0] not in sitemap.read_text("utf-8")
    assert NUMBERS[4] not in sitemap.read_text("utf-8")


def test_a_former_version_holds_nothing_that_is_masked_or_withheld_since(project: Path) -> None:
    file = project / "corpus" / "1.txt"
    text = file.read_text("utf-8")
    file.write_text(text.replace("1. (", "1. (", 1).replace(" the ", " Igor Sommer and the ", 1), "utf-8")
    release(project, TWO)
    file.write_text(text.replace(" the ", " those ", 1), encoding="utf-8")
    release(project, date(2026, 6, 13))
    build(project)
    assert "Igor Sommer" in page(project, NUMBERS[1])
    config = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(f'{config}    mask: ["Igor Sommer"]\n', encoding="utf-8")
    build(project)
    assert "Sommer" not in page(project, NUMBERS[1])
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    entry = f"- {{cable: {NUMBERS[1]}, paragraph: 1, only_here: true}}\n"
    (project / "withhold.yml").write_text(entry, encoding="utf-8")
    build(project)
    assert "What was published on" not in page(project, NUMBERS[1])
