"""Sites that speak another language: nothing that is ours is left in English, in pages and in scripts."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.pages import home_page
from generator.wording import LANGUAGES, Language
from support.commands import SAMPLES, cablepress, copy_project
from support.english import SECTIONS, left, seen, words
from support.reader import reading, served
from support.record import SITE, citing, gathered, named, record, site_of
from support.rendering import converted

OTHERS: tuple[Language, ...] = tuple(language for language in LANGUAGES if language != "en")

ALIKE = {
    "de": {"Link", "Person", "Text"},
    "fr": {
        *("Classification", "Concepts", "Date", "Europe", "Note", "Organisations", "Page", "Page {pages}"),
        *("Signature", "Source", "Transmission", "concepts", "secret", "{title}, page {page}"),
    },
    "es": set[str](),
}
"""English words that are words of the other language, too."""


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_was_left_in_english(language: Language) -> None:
    same = {
        english
        for _, word in words()
        for english, text in zip(word.texts("en"), word.texts(language), strict=True)
        if english == text
    }
    assert same == ALIKE[language]
    assert len(SECTIONS) > 10


@pytest.mark.parametrize("language", OTHERS)
def test_generated_pages_say_nothing_in_english(language: Language) -> None:
    site = replace(SITE, language=language, report_to="mailto:a@example.org")
    cables = (
        citing(record("09ASTANA90001", "Askar, see ref A.", classified_by="A"), "ref A", "08BERN90002"),
        record("08BERN90003", "XXXXXXXXXXXX", date=None, classification=None, origin=None),
        record(None, "Text.", subject=None, date=None, partial=True),
    )
    cables = (named(cables[0], "Askar", "askar", roles=("Minister",)), *cables[1:])
    pages = {path: output.content for path, output in site_of(*cables, site=site).items()}
    pages["index.md"] = home_page(gathered(*cables), site, "").content
    texts = [
        text
        for path, content in pages.items()
        if path.endswith(".md")
        for text in seen(converted(content.decode().partition("\n---\n")[2]))
    ]
    assert len(texts) > 100
    assert left(texts, language) == []


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples' site in German, built from a project that began from ours."""
    folder = tmp_path_factory.mktemp("german") / "project"
    copy_project(folder)
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert "\n  language: en #" in text
    config.write_text(text.replace("\n  language: en #", "\n  language: de #"), encoding="utf-8")
    built = cablepress("build", cwd=folder)
    assert (built.status, built.problems) == (0, []), built.err
    return folder / "site"


PUBLISHERS = {"The telegrams are works of the United States government and in the public domain there."}
"""What mkdocs.yml says for its publisher."""


@pytest.mark.timeout(400)
def test_a_german_site_says_nothing_in_english(german: Path) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in german.rglob("*.html")}
    assert len(pages) > 50
    for path, html in pages.items():
        assert '<html lang="de"' in html, path
        assert left(set(seen(html)) - PUBLISHERS, "de") == [], path


def test_a_german_site_marks_what_the_telegrams_say(german: Path) -> None:
    page = (german / "cables/2009/02/09ASTANA308/index.html").read_text(encoding="utf-8")
    assert '<h1 id="cp-title" lang="en">' in page
    assert '<div class="cp-body" lang="en">' in page


@pytest.mark.browser
@pytest.mark.timeout(400)
def test_scripts_speak_german(german: Path, chromium: Browser) -> None:
    with served(german) as root, reading(chromium.new_context(), root) as reader:
        for query in ("justice", "hoagland", "zhovtis zebra", '"no such words"', "from:Astana after:2009"):
            page = reader.page
            page.goto(f"{root}search/?q={query}")
            page.locator(".cs-results > li").first.wait_for()
            page.wait_for_function("!document.querySelector('.cs-page.is-busy')")
            assert left(set(seen(page.content())) - PUBLISHERS, "de") == [], query
        reader.page.goto(f"{root}cables/2009/02/09ASTANA308/?find=justice#para-2")
        reader.page.locator(".cs-marks").wait_for()
        assert left(set(seen(reader.page.content())) - PUBLISHERS, "de") == []


def test_the_strings_that_are_looked_for_are_found() -> None:
    found = ["About", "Named in 3 cables.", "Related cables", "What the columns mean"]
    assert left([*found, "5 Telegramme", "Link", "About Kazakhstan"], "de") == found


def test_a_new_project_speaks_the_language_that_was_asked_for(tmp_path: Path) -> None:
    made = cablepress("new", "p", "--name", "Depeschen", "--language", "de", cwd=tmp_path)
    assert made.status == 0, made.err
    shutil.copyfile(SAMPLES / "10ASTANA275.txt", tmp_path / "p/cables/10ASTANA275.txt")
    assert "language: de" in (tmp_path / "p/mkdocs.yml").read_text(encoding="utf-8")
    built = cablepress("build", cwd=tmp_path / "p")
    assert built.status == 0, built.err
    for name in ("index", "about/index", "how-to-read-a-cable/index", "search/index"):
        html = (tmp_path / "p/site" / f"{name}.html").read_text(encoding="utf-8")
        assert left(seen(html), "de") == [], name
