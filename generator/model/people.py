"""People as found in one cable; the corpus-wide person is built from these in ``generator.people``."""

from dataclasses import dataclass, field
from typing import Literal

Place = Literal["body", "classified_by", "signature", "attention"]
"""Where in a cable a name stands; ``body`` includes the subject line."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of a block's text, so that a name or a reference can be linked where it stands."""

    block: int
    """Index into ``Cable.blocks``; -1 is the subject."""
    start: int
    """Offset of the first character in the block's text."""
    end: int
    """Offset behind the last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFound:
    """One individual named in one cable, with every form the cable uses."""

    name: str
    """Fullest form in this cable, without titles, in normal case: ``Rashid Tusupbekov``."""
    slug: str
    """Address of the person's page, ``rashid-tusupbekov``; corpus-wide once people are resolved."""
    mentions: tuple[str, ...]
    """Every distinct surface form as printed, without title and possessive, in order of appearance."""
    roles: tuple[str, ...] = ()
    """Titles or positions the cable gives, as printed."""
    where: tuple[Place, ...] = ("body",)
    spans: tuple[Span, ...] = field(default=(), compare=False)
    """Where the mentions stand in subject and blocks, in order."""
    protected: bool = False
    """True where the text marks the name (protect), (strictly protect) or the like."""
