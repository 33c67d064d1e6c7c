"""English words of the interface, where a site speaks another language."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.wording import Language, Plural, Word, Wording, spoken
from generator.wording.files import SCRIPTS
from generator.wording.theme import ThemeWords
from generator.wording.words import Words

OF_PAGES: list[type[Wording]] = [
    field.type  # type: ignore[misc] # dataclasses gives the annotation, which is no text in that module
    for field in fields(Words)
    if field.name != "language"
]
SECTIONS: list[type[Wording]] = [*OF_PAGES, ThemeWords, *SCRIPTS.values()]
"""Where all words stand."""

FOREIGN = "[lang=en], title, script, style, code, pre, .md-nav--secondary"
"""What is a telegram's, or no words: the contents of a page are its headings, its title is a subject."""
LABELS = ("title", "aria-label", "placeholder", "alt")

LONG = 8
"""Signs of several words from which they are looked for within a text."""

_PLACE = re.compile(r"\{\w+\}")
_CONNECTING = re.compile(r"\b(?:the|which|these|this|does|were|where|who)\b")
"""Words that stand in most English sentences, and in no name, no meaning of a tag, no other language."""


def words() -> Iterator[tuple[str, Word | Plural]]:
    """Every word by its place."""
    for section in SECTIONS:
        yield from ((f"{section.__name__}.{name}", word) for name, word in spoken(section))


def left(texts: Iterable[str], language: Language) -> list[str]:
    """Texts with English of ours in them; each is what a reader sees at one place."""
    return sorted({text for text in texts if _is_english(text, language)})


def seen(html: str) -> Iterator[str]:
    """What a page says itself, its labels too."""
    tree = LexborHTMLParser(html)
    for node in tree.css(FOREIGN):
        node.decompose()
    yield from (text for node in tree.css("*") for text in _labels(node))
    root = tree.root
    for node in root.traverse(include_text=True) if root is not None else ():
        if node.tag == "-text" and (text := " ".join(node.text().split())):
            yield text


def _labels(node: LexborNode) -> Iterator[str]:
    if "Z3988" not in (node.attributes.get("class") or ""):  # a record for programs
        yield from (text for name in LABELS if (text := node.attributes.get(name)))


def _is_english(text: str, language: Language) -> bool:
    whole, pieces = _english(language)
    return text in whole or bool(_CONNECTING.search(text)) or any(piece.search(text) for piece in pieces)


@cache
def _english(language: Language) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Short words, which count where they stand alone; sentences, which count anywhere."""
    spoken_there = "\n".join(text for _, word in words() for text in word.texts(language))
    english = {
        piece.strip(" .,:;()")
        for _, word in words()
        for text in word.texts("en")
        for piece in _PLACE.split(text)
    }
    own = {piece for piece in english if piece and not re.search(rf"\b{re.escape(piece)}\b", spoken_there)}
    long = {piece for piece in own if " " in piece and len(piece) >= LONG}
    return frozenset(own), tuple(re.compile(rf"\b{re.escape(piece)}\b") for piece in sorted(long))
