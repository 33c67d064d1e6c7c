"""The words of the theme and of its scripts, as the files of ``overrides/`` that hold them.

Templates and scripts have their words from files, so that MkDocs and Zensical build ``docs/`` without a line of
ours. They are committed; ``make words`` writes them anew, and a test compares them with the words.
"""

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any, Final

from generator.wording import calendar
from generator.wording.scripts import BasketWords, PageScriptWords, ReadingWords
from generator.wording.search import SearchWords
from generator.wording.theme import ThemeWords
from generator.wording.word import LANGUAGES, Language, Plural, Word, Wording, locale, spoken

SCRIPTS: Final[Mapping[str, type[Wording]]] = {
    "page": PageScriptWords,
    "reading": ReadingWords,
    "basket": BasketWords,
    "search": SearchWords,
}
"""What scripts know as ``cablepressLanguage.texts``, by the names that they have there."""

MADE: Final = "Made by `make words` from generator/wording: change the words there."


def files() -> dict[str, str]:
    """Path below ``overrides/`` and content of each file."""
    scripts = {f"assets/javascripts/texts/{language}.js": _script(language) for language in LANGUAGES}
    return {"partials/wording.html": _theme(), **scripts}


def write(overrides: Path) -> None:
    """Write them."""
    for name, content in files().items():
        path = overrides / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")


def _theme() -> str:
    """A module of Jinja's: the words of templates, escaped, by language and key."""
    texts = {language: _escaped(language) for language in LANGUAGES}
    return f"{{#- {MADE} -#}}\n{{% set texts = {_json(texts)} %}}\n"


def _escaped(language: Language) -> dict[str, str]:
    words = ((name, word) for name, word in spoken(ThemeWords) if isinstance(word, Word))
    return {f"cablepress.{name}": escape(word.texts(language)[0]) for name, word in words}


def _script(language: Language) -> str:
    """A script's one constant: the words, and how the language writes dates and numbers."""
    texts = {name: dict(map(_said(language), spoken(wording))) for name, wording in SCRIPTS.items()}
    value = {
        "language": language,
        "group": locale(language).number_symbols["latn"]["group"],
        "months": calendar.months_in_dates(language),
        "day": calendar.short_pattern(language, "yMMMd"),
        "month": calendar.short_pattern(language, "yMMM"),
        "texts": texts,
    }
    return f"/** {MADE} */\nconst cablepressTexts = {_json(value)};\n"


def _said(language: Language) -> Any:  # noqa: ANN401 - a function
    def said(named: tuple[str, Word | Plural]) -> tuple[str, object]:
        name, word = named
        texts = word.texts(language)
        return name, texts[0] if isinstance(word, Word) else dict(zip(("one", "other"), texts, strict=True))

    return said


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    write(Path(__file__).resolve().parents[2] / "overrides")
