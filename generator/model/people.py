"""People as found in one cable; the corpus-wide person is built from these in ``generator.people``."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

Place = Literal["body", "classified_by", "signature", "attention"]
"""Where in a cable a name stands; ``body`` includes the subject line."""


SUBJECT: Final = -1
"""``Span.block`` of the subject, which stands before the first block."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of a block's text, so that a name or a reference can be linked where it stands."""

    block: int
    """Index into ``Cable.blocks``; :data:`SUBJECT` is the subject."""
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
    """From the name alone, ``rashid-tusupbekov``; in a published cable the person's over the whole corpus."""
    mentions: tuple[str, ...]
    """Every distinct surface form as printed, without title and possessive, in order of appearance."""
    roles: tuple[str, ...] = ()
    """Titles or positions the cable gives, as printed."""
    where: tuple[Place, ...] = ("body",)
    spans: tuple[Span, ...] = field(default=(), compare=False)
    """Where the mentions stand in subject and blocks, in order."""
    protected: bool = False
    """True where the text marks the name (protect), (strictly protect) or the like."""

    @property
    def sure(self) -> bool:
        """Whether more than a single word in capitals says that this is a person: a handle, a heading's word.

        More is a full name, small letters, an office, a signature.
        """
        signed = not {"signature", "classified_by"}.isdisjoint(self.where)
        return bool(signed or self.roles) or not all(
            printed.isupper() and " " not in printed for printed in self.mentions
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CableContext:
    """What resolving people over the corpus needs to know of one cable: no body text."""

    key: str
    """``Cable.key``."""
    date: datetime | None
    post: str | None
    country: str | None
    tags: tuple[str, ...]
    people: tuple[PersonFound, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One cable that names a person."""

    cable: str
    """``Cable.key``."""
    index: int
    """Which of that cable's ``people`` it is."""
    date: datetime | None
    found: PersonFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One individual of the corpus, with every cable that names them."""

    slug: str
    """Address of the page; stable: adding a cable never changes the slug of another person."""
    name: str
    """Fullest well-attested form, ``Yevgeniy Zhovtis``."""
    variants: tuple[str, ...]
    """Other forms that the corpus uses, sorted."""
    appearances: tuple[Appearance, ...]
    """In order of date, then key; undated last."""
    protected: bool = False
    """True where any cable marks the name (protect)."""
    note: str | None = None
    """Why a surname alone was kept apart, or what a publisher's decision says."""

    @property
    def sure(self) -> bool:
        """Whether any cable is sure of this person; who is not is listed apart, and never in front."""
        return any(appearance.found.sure for appearance in self.appearances)
