"""One place where a person is named."""

from dataclasses import dataclass

from generator.model import Place
from generator.names.folding import fold
from generator.people.find.tokens import Tokens


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
