"""The sentences that name people, for the people's own pages; kept apart from the entries, being text."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Cable, PersonFound, Place, Span
from generator.names import NameSearch
from generator.settle.anchors import anchors
from generator.settle.sentences import quotable, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How one cable names one person."""

    anchor: str | None
    """Where in the cable's page the name first stands; None for subject, classification line, signature."""
    where: tuple[Place, ...]
    """Everywhere that the cable names the person."""
    paragraph: int | None
    """Number of that paragraph."""
    sentence: str | None
    """The sentence with the fullest form of the name; None where no sentence holds it, or where it would
    also name someone who must not appear in any index."""


def namings(cable: Cable, withheld: NameSearch) -> dict[str, Naming]:
    """By slug, in order of appearance, where and in what words a cable names each of its people.

    Args:
        cable: As it is published; of two of its people who are one person the first counts.
        withheld: Names that no quotation may hold.
    """
    where = anchors(cable.blocks)
    firsts = {person.slug: person for person in reversed(cable.people)}
    return {
        slug: _naming(cable, firsts[slug], where, withheld)
        for slug in dict.fromkeys(person.slug for person in cable.people)
    }


def _naming(cable: Cable, person: PersonFound, where: Sequence[str], withheld: NameSearch) -> Naming:
    span = _best(cable, person)
    if span is None:
        return Naming(anchor=None, where=person.where, paragraph=None, sentence=None)
    block = cable.blocks[span.block]
    quote = sentence(block.text, span.start, span.end)
    return Naming(
        anchor=where[span.block],
        where=person.where,
        paragraph=block.number,
        sentence=quote if quotable(quote, withheld) else None,
    )


def _best(cable: Cable, person: PersonFound) -> Span | None:
    """The mention in running text with the longest form; the first of these."""
    spans = [span for span in person.spans if 0 <= span.block < len(cable.blocks)]
    text = [span for span in spans if cable.blocks[span.block].kind in ("paragraph", "list")]
    return min(text or spans, key=lambda span: (span.start - span.end, span), default=None)
