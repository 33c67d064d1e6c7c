"""One cable settled: who is shown in it, what is taken out, what its neighbours in the site need of it."""

from dataclasses import dataclass, replace

from generator.model import Cable
from generator.names import Words
from generator.parse import PROTECT_UNCLEAR
from generator.people.protect import Protection, kept_surnames, masked, shown_slugs, suspects
from generator.people.resolve import People
from generator.settle.published import PublishedCable, published


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """One cable's value, and what is known of it that is never published."""

    published: PublishedCable
    suspects: tuple[str, ...]
    """Lines on people who may be the ones whose name is redacted and marked."""
    kept: frozenset[Words]
    """Surnames of masked people that are somebody else's here."""


def settle(cable: Cable, people: People, protection: Protection, *, headline_case: bool = True) -> Settled:
    """Make a cable the value that is published.

    Args:
        cable: As it was read, its own people found.
        people: Everyone, resolved over the corpus.
        protection: Whom to withhold and whom to mask.
        headline_case: Whether titles get headline case.
    """
    slugs = shown_slugs(cable, people, protection)
    discreet = _unmarked(masked(cable, people, protection))
    return Settled(
        published=published(discreet, slugs, headline_case=headline_case),
        suspects=tuple(suspects(cable)),
        kept=kept_surnames(discreet, protection),
    )


def _unmarked(cable: Cable) -> Cable:
    """Without the warnings of unclear marks: on a page they would point at a source."""
    kept = tuple(warning for warning in cable.warnings if warning.code != PROTECT_UNCLEAR)
    return cable if len(kept) == len(cable.warnings) else replace(cable, warnings=kept)
