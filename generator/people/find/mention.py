"""One place where a person is named."""

from dataclasses import dataclass
from enum import IntEnum

from generator.model import Place, Span
from generator.names.folding import fold
from generator.people.find.passage import Tokens


class Part(IntEnum):
    """The parts of a cable, in the order in which the people named in them are listed."""

    MESSAGE = 0
    """Subject and blocks."""
    CLASSIFIED_BY = 1
    SIGNATURE = 2
    ATTENTION = 3
    REFERENCES = 4
    TAGS = 5


_WHERE: dict[Part, Place] = {
    Part.MESSAGE: "body",
    Part.CLASSIFIED_BY: "classified_by",
    Part.SIGNATURE: "signature",
    Part.ATTENTION: "attention",
    Part.REFERENCES: "body",
    Part.TAGS: "attention",
}
"""What the record says of a name in each part."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Locus:
    """A place in a cable; one that comes before another in reading order is the smaller."""

    part: Part
    number: int = 0
    """Which of the part's texts it is: for the message 0 is the subject, 1 the first block; else the line."""
    offset: int = 0
    """Offset of the first character in that text."""


NOWHERE = Locus(part=Part.MESSAGE, number=-1)
"""Before every place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name as printed."""

    text: str
    """Without title and possessive."""
    words: tuple[str, ...]
    """Its tokens, folded; a full stop alone or a quotation mark leaves none."""
    locus: Locus
    """Where its first character stands."""
    listed: str | None = None
    """The name in its usual order where it is printed in another: ``HILLARY CLINTON`` for
    ``CLINTON, HILLARY``."""
    role: str | None = None
    """Title or position printed with it."""
    marked: bool = False
    """True where the text asks to protect the one named; see :mod:`generator.people.find.marked`."""

    @property
    def where(self) -> Place:
        """What the record says of where it stands."""
        return _WHERE[self.locus.part]

    @property
    def passage(self) -> int | None:
        """Which text of the message holds it, 0 for the subject; None outside subject and blocks."""
        return self.locus.number if self.locus.part is Part.MESSAGE else None

    @property
    def start(self) -> int:
        """Offset of its first character in the text that holds it."""
        return self.locus.offset

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.locus.offset + len(self.text)

    @property
    def span(self) -> Span | None:
        """Where a page can link it; None outside subject and blocks."""
        if self.passage is None:
            return None
        return Span(block=block_of(self.passage), start=self.start, end=self.end)


def block_of(passage: int) -> int:
    """``Span.block`` of a text of the message: there the subject is -1, the first block 0."""
    return passage - 1


def folded_words(text: str) -> tuple[str, ...]:
    """The comparable words of a name."""
    return tuple(word for word in map(fold, Tokens(text).words) if word)
