"""The interface's words: whole in every language, and safe wherever they stand."""

import re
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from generator.wording import LANGUAGES, Language, Wording, places, spoken, words_in
from generator.wording.files import SCRIPTS, files
from generator.wording.theme import ThemeWords
from generator.wording.words import Words

ROOT = Path(__file__).parents[2]
OF_PAGES = [field.type for field in fields(Words) if field.name != "language"]
SECTIONS: list[type[Wording]] = [*OF_PAGES, ThemeWords, *SCRIPTS.values()]  # type: ignore[list-item] # types


@pytest.mark.parametrize("section", SECTIONS)
def test_a_word_is_said_in_every_language_with_the_same_places(section: type[Wording]) -> None:
    for name, word in spoken(section):
        wanted = places(word.texts("en")[-1])
        for language in LANGUAGES:
            for text in word.texts(language):
                assert text.strip() == text != "", (name, language)
                assert places(text) == wanted, (name, language)


MEANS_SOMETHING = re.compile(r"[*_\[\]<>&`#|\\$^~+=!]|\n|\{\{|^\s*\d+\.|^- ")
"""What Markdown, HTML or Jinja takes for its own; a quotation mark would end an attribute."""


@pytest.mark.parametrize("section", OF_PAGES)
def test_words_of_pages_can_stand_in_markdown_as_they_are(section: type[Wording]) -> None:
    texts = [text for _, word in spoken(section) for language in LANGUAGES for text in word.texts(language)]
    assert [text for text in texts if MEANS_SOMETHING.search(text) or '"' in text] == []


def test_the_files_of_the_theme_have_the_words() -> None:
    made = {name: (ROOT / "overrides" / name).read_text(encoding="utf-8") for name in files()}
    assert made == files(), "make words"


def test_templates_and_scripts_ask_only_for_words_that_there_are() -> None:
    asked = {
        key
        for path in (ROOT / "overrides").rglob("*.html")
        for key in re.findall(r"lang\.t\(['\"]cablepress\.(\w+)['\"]\)", path.read_text(encoding="utf-8"))
    }
    assert asked == {name for name, _ in spoken(ThemeWords)}


@pytest.mark.parametrize(
    ("language", "none", "one", "many", "day"),
    [
        ("en", "0 cables", "1 cable", "1,669 cables", "1 September 2009"),
        ("de", "0 Telegramme", "1 Telegramm", "1.669 Telegramme", "1. September 2009"),
        ("fr", "0 télégramme", "1 télégramme", "1\u202f669 télégrammes", "1 septembre 2009"),
        ("es", "0 telegramas", "1 telegrama", "1.669 telegramas", "1 de septiembre de 2009"),
        ("ar", "0 cables", "1 cable", "1,669 cables", "1 September 2009"),
    ],
)
def test_numbers_and_dates_follow_the_language(
    language: str, none: str, one: str, many: str, day: str
) -> None:
    words = words_in(language)
    assert [words.cables(count) for count in (0, 1, 1669)] == [none, one, many]
    assert words.day(date(2009, 9, 1)) == day


@pytest.mark.parametrize(
    ("tag", "spoken_there"), [("de", "de"), ("de-AT", "de"), ("FR", "fr"), ("zh-Hant", "en")]
)
def test_a_variety_of_a_language_is_spoken_as_the_language(tag: str, spoken_there: Language) -> None:
    assert words_in(tag).language == spoken_there
