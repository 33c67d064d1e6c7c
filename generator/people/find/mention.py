"""One place where a person is named."""

import unicodedata
from dataclasses import dataclass

from generator.model import Place
from generator.people.find.tokens import Tokens

_APOSTROPHES = str.maketrans({"\u2019": "'", "`": "'", "\u00b4": "'"})


def fold(word: str) -> str:
    """Small letters without diacritics, apostrophes or full stops: what two spellings are compared by."""
    plain = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES)) if not word.isascii() else word
    return "".join(c for c in plain.lower() if c.isalnum() or c == "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name as printed."""

    text: str
    """Without title and possessive."""
    words: tuple[str, ...]
    """Its tokens, folded; a full stop alone or a quotation mark leaves none."""
    where: Place
    block: int | None
    """As in ``Span.block``; None outside subject and blocks."""
    start: int
    end: int
    listed: str | None = None
    """The name in its usual order where it is printed in another: ``HILLARY CLINTON`` for
    ``CLINTON, HILLARY``."""
    role: str | None = None
    """Title or position printed with it."""
    marked: bool = False
    """True where the text asks to protect the one named; see :mod:`generator.people.find.marked`."""


def folded_words(text: str) -> tuple[str, ...]:
    """The comparable words of a name."""
    return tuple(word for word in map(fold, Tokens(text).words) if word)
