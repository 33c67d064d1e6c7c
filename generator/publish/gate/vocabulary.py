"""Words within tags that are the theme's, not a cable's: ``main`` of ``<main class="md-main">``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

from generator.publish.gate.layers import OPENING
from generator.publish.gate.leak import Shipped
from generator.wording import LANGUAGES, spoken
from generator.wording.theme import ThemeWords

_TAG_NAME = re.compile(rf"{OPENING}/?([a-zA-Z][\w:-]*)")
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/\u203a]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>\u203a]*)))?""")
_ADDRESSES = frozenset({"href", "src"})
_LABELS = ("aria-label", "placeholder", "title")
_WORD = re.compile(r"[^\W\d_]+")
_SOURCES = ("*.html", "*.css")
_TEMPLATES = Path(__file__).parents[2] / "pages" / "templates"


def is_vocabulary(tags: str, start: int, end: int, shipped: Shipped) -> bool:
    """Whether what looks like a name is a word that the theme uses as the name of a tag, attribute or class.

    Only a single word can be: a surname alone. In any other attribute every word is a cable's, but where the
    whole attribute stands in the theme so, and in addresses of the theme's own files.

    Args:
        tags: The insides of tags.
        start: Where the word begins.
        end: Where it ends.
        shipped: Folders of the theme and of the publisher, whose templates and styles are read.
    """
    word = tags[start:end].lower()
    if not _WORD.fullmatch(word):
        return False
    opening = max(0, tags.rfind(OPENING, 0, start))
    name = _TAG_NAME.match(tags, opening)
    if name is None:
        return False
    if end <= name.end():
        return word in _theme(shipped).words
    attribute_match = next(
        (candidate for candidate in _ATTRIBUTE.finditer(tags, name.end()) if candidate.end() >= end), None
    )
    if attribute_match is None or start < attribute_match.start():
        return False
    attribute, value = (
        attribute_match[1].lower(),
        attribute_match[2] or attribute_match[3] or attribute_match[4] or "",
    )
    theme = _theme(shipped)
    if end <= attribute_match.end(1) or attribute == "class":
        return word in theme.words
    return attribute_match.group() in theme.markup or (attribute in _ADDRESSES and _is_file(value, shipped))


def _is_file(address: str, shipped: Shipped) -> bool:
    """``../../assets/stylesheets/main.57a0d79d.min.css``."""
    path = re.sub(r"^(?:\.\./|\./|/)+", "", address)
    inside = path and ".." not in path and "\0" not in path and ":" not in path
    return bool(inside) and any((folder / path).is_file() for folder in (*shipped.theme, *shipped.written))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Theme:
    """What the theme is written in."""

    markup: str
    words: frozenset[str]


def _labels() -> Iterator[str]:
    """The words that templates ask for by name, as the attributes in which they stand."""
    texts = (text for _, word in spoken(ThemeWords) for each in LANGUAGES for text in word.texts(each))
    return (f'{name}="{shown}"' for text in texts for shown in {text, escape(text)} for name in _LABELS)


@lru_cache(maxsize=4)
def _theme(shipped: Shipped) -> _Theme:
    folders = (_TEMPLATES, *shipped.theme, *shipped.written)
    files = (file for folder in folders for pattern in _SOURCES for file in sorted(folder.rglob(pattern)))
    texts = (file.read_text(encoding="utf-8", errors="replace") for file in files)
    markup = "\n".join((*texts, *_labels()))
    return _Theme(markup=markup, words=frozenset(word.lower() for word in _WORD.findall(markup)))
