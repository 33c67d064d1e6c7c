"""Everything that a corpus should not hold costs one line each; the cables beside it are published.

A second part opens the page of a hostile cable in a browser: what it says is shown, and means nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from support import hostile
from support.commands import Result, cablepress

LINES = [
    ("binary.txt", "file-binary", "remove it, or export the cable as plain text"),
    ("blank.txt", "file-empty", "delete it, or put the cable's text in it"),
    ("damaged.gz", "archive-damaged", "fetch or make the archive again"),
    ("damaged.zip", "archive-damaged", "fetch or make the archive again"),
    ("dangling.txt", "file-unreadable", "restore the file or remove the link"),
    ("empty.txt", "file-empty", "delete it, or put the cable's text in it"),
    ("good.txt", "duplicate-id", "remove one of the two, or correct the number"),
    ("page.html", "not-a-cable", "remove it from the corpus"),
    ("page.md", "not-a-cable", "remove it from the corpus"),
    ("path.jsonl:1", "record-unsafe", "write the record anew with: cablepress parse"),
    ("picture.jpg", "file-binary", "export the cable as plain text"),
    ("records.jsonl:1", "record-unreadable", "write the record anew with: cablepress parse"),
    ("records.jsonl:2", "record-unreadable", "write the record anew with: cablepress parse"),
    ("rows.csv", "not-a-cable", "remove it from the corpus"),
    ("shopping.txt", "not-a-cable", "remove it from the corpus"),
    ("tricks.zip/etc/shopping.txt", "not-a-cable", "remove it from the corpus"),
    ("tricks.zip/etc/shopping.txt", "member-name-unsafe", "shown under this name"),
    ("tricks.zip/outside.txt", "member-name-unsafe", "shown under this name"),
]
"""File (and line), code, a part of the remedy."""
SAID = sorted((file, code) for file, code, _ in LINES)


@dataclass(frozen=True)
class Built:
    """What a build made of the folder."""

    folder: Path
    result: Result

    @property
    def site(self) -> Path:
        """Hosted form."""
        return self.folder / "site"

    @cached_property
    def hostile_page(self) -> Path:
        """That of the cable whose every paragraph would like to be something else."""
        (page,) = self.site.rglob(f"cables/**/{hostile.HOSTILE.id}/index.html")
        return page


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("bad")
    hostile.write(folder / "corpus")
    return Built(folder, cablepress("build", "--corpus", "corpus", cwd=folder))


def test_the_site_is_built(built: Built) -> None:
    assert built.result.status == 0
    assert built.result.out == ""
    assert "Traceback" not in built.result.err


@pytest.mark.parametrize(("file", "code", "remedy"), LINES, ids=[file for file, _, _ in LINES])
def test_each_problem_is_one_line_with_file_code_and_remedy(
    built: Built, file: str, code: str, remedy: str
) -> None:
    (line,) = [line for line in built.result.problems if line.startswith(f"{file}: {code}: ")]
    assert remedy in line.rpartition(": ")[2] or remedy in line.partition("; ")[2]


def test_nothing_else_is_complained_of(built: Built) -> None:
    assert heads(built.result.problems) == SAID


def heads(lines: list[str]) -> list[tuple[str, str]]:
    """File and code of each line that reports a problem."""
    parts = (line.strip().split(": ") for line in lines)
    return sorted((first, code) for first, code, *_ in parts)


def test_every_cable_is_published(built: Built) -> None:
    pages = {page.parent.name for page in built.site.glob("cables/*/*/*/index.html")}
    assert pages == {cable.id for cable in (*hostile.GOOD, hostile.HOSTILE)}


def test_nothing_is_written_outside_the_site(built: Built) -> None:
    assert sorted(path.name for path in built.folder.iterdir()) == ["build-report.json", "corpus", "site"]
    assert not list(built.folder.parent.glob("outside*"))


def test_strict_says_no(built: Built) -> None:
    assert cablepress("parse", "--strict", "corpus", cwd=built.folder).status == 1


@pytest.mark.parametrize("name", ["parse", "check"])
def test_the_other_commands_say_the_same(built: Built, name: str) -> None:
    result = cablepress(name, *(["--files"] if name == "check" else []), "corpus", cwd=built.folder)
    lines = result.problems if name == "parse" else [line for line in result.out.splitlines() if "; " in line]
    in_files = [line for line in lines if line.startswith("  ") or name == "parse"]
    beyond_one_file = [("good.txt", "duplicate-id")]  # only a build has to choose between two files
    found = [head for head in heads(in_files) if head[1] in {code for _, code, _ in LINES}]
    assert sorted(found + beyond_one_file) == SAID


@pytest.mark.parametrize("make", ["empty folder", "missing folder", "no cable"])
def test_nothing_to_publish_leaves_the_previous_site(built: Built, tmp_path: Path, make: str) -> None:
    corpus = tmp_path / "corpus"
    if make != "missing folder":
        corpus.mkdir()
    if make == "no cable":
        (corpus / "shopping.txt").write_text("milk, eggs, bread\n", encoding="utf-8")
    before = (built.site / "index.html").read_bytes()
    result = cablepress("build", "--corpus", corpus, "--site", built.site, cwd=tmp_path)
    assert result.status == 1
    problem, error = result.err.splitlines()
    codes = {"empty folder": "folder-empty", "missing folder": "path-missing", "no cable": "not-a-cable"}
    assert f": {codes[make]}: " in problem
    assert error == f"Error: {corpus}: no cable could be read; nothing was changed"
    assert (built.site / "index.html").read_bytes() == before


def words(text: str) -> str:
    """Blanks made alike: a browser joins them."""
    return re.sub(r"\s+", " ", text)


def test_hostile_text_makes_no_element_and_no_attribute(built: Built) -> None:
    """The page of a hostile cable is made of the same elements as that of a harmless one."""
    (harmless,) = built.site.rglob(f"cables/**/{hostile.GOOD[0].id}/index.html")
    assert kinds(built.hostile_page) - kinds(harmless) <= {"li", "details", "summary"}
    html = LexborHTMLParser(built.hostile_page.read_bytes())
    assert [node.html for node in html.css("article [onerror], article [onload], article [onclick]")] == []
    assert [node.html for node in html.css("a[href^='javascript:' i]")] == []


def kinds(page: Path) -> set[str]:
    """The kinds of elements within a page's article."""
    article = LexborHTMLParser(page.read_bytes()).css_first("article")
    assert article is not None
    return {node.tag or "" for node in article.traverse() if node.tag}


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Page]:
    """A tab."""
    with chromium.new_page() as page:
        yield page


@pytest.mark.browser
@pytest.mark.parametrize(
    "address", ["cable", "index.html", "tags/index.html", "dates/index.html", "posts/index.html"]
)
def test_hostile_text_runs_nothing_and_asks_nobody(opened: Page, built: Built, address: str) -> None:
    page = built.hostile_page if address == "cable" else built.site / address
    asked: list[str] = []
    dialogs: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("dialog", lambda dialog: dialogs.append(dialog.message))
    opened.goto(page.as_uri(), wait_until="load")
    assert opened.evaluate("window.owned") is None
    assert dialogs == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


@pytest.mark.browser
def test_hostile_text_is_shown_as_it_stands(opened: Page, built: Built) -> None:
    opened.goto(built.hostile_page.as_uri(), wait_until="load")
    shown = words(opened.inner_text("article"))
    assert [text for text in hostile.SHOWN_LITERALLY if words(text) not in shown] == []
    assert hostile.HOSTILE_SUBJECT in shown  # as printed; the title is in headline case
    assert hostile.HOSTILE_SUBJECT.casefold() in words(opened.inner_text("h1")).casefold()
    assert hostile.HOSTILE_SUBJECT.casefold() in opened.title().casefold()
