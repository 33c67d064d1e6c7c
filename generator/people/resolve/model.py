"""What the resolver returns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.model import Person, Problem

DoubtKind = Literal["same", "which"]
"""``same``: are these names one person? ``which``: whom of these does the surname mean?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A case that the evidence leaves open, for the publisher to settle in people.yml."""

    kind: DoubtKind
    names: tuple[str, ...]
    """The names in question; for ``which`` the surname first, then the candidates."""
    slugs: tuple[str, ...]
    """Their pages, in the same order."""
    cables: tuple[tuple[str, ...], ...]
    """For each name up to three cables (keys) that give it, first ones first."""
    pro: tuple[str, ...]
    """What speaks for one person."""
    con: tuple[str, ...]
    """What speaks against."""
    worth: float
    """How much is gained by settling it: cables that would move, weighed by how close the case is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Everyone named in the corpus."""

    persons: tuple[Person, ...] = ()
    """In order of slug; hidden and protected ones included (see ``generator.people.protect``)."""
    slugs: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """(cable key, index into that cable's people) -> slug of the person."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Former and other addresses -> slug: each other spelling of several words that is nobody else's, and
    the name before a rename."""
    hidden: frozenset[str] = frozenset()
    """Slugs that people.yml hides."""
    doubts: tuple[Doubt, ...] = ()
    """Most worth settling first, a few thousand at most."""
    problems: tuple[Problem, ...] = ()
    """Entries of people.yml that match nobody."""

    def by_slug(self) -> dict[str, Person]:
        """Persons under their slugs."""
        return {person.slug: person for person in self.persons}
