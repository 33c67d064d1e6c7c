"""The sentences that name people, for the people's own pages; kept apart from the entries, being text."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalogue.anchors import anchors
from generator.catalogue.sentences import names_withheld, quotable, sentence
from generator.model import Cable, PersonFound, Span
from generator.names import NameSearch


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How one cable names one person."""

    anchor: str | None
    """Where in the cable's page the name first stands; None for subject, classification line, signature."""
    paragraph: int | None
    """Number of that paragraph."""
    sentence: str | None
    """The sentence with the fullest form of the name; None where no sentence holds it, or where it would
    also name someone who must not appear in any index."""


def namings(cable: Cable, person_slugs: Sequence[str | None]) -> tuple[Naming, ...]:
    """For each of ``cable.people``, in their order, where and in what words the cable names them.

    ``person_slugs`` as for :func:`generator.catalogue.entry`; those without one are quoted nowhere.
    """
    where = anchors(cable.blocks)
    withheld = names_withheld(cable, person_slugs)
    return tuple(_naming(cable, person, where, withheld) for person in cable.people)


def _naming(cable: Cable, person: PersonFound, where: Sequence[str], withheld: NameSearch) -> Naming:
    span = _best(cable, person)
    if span is None:
        return Naming(anchor=None, paragraph=None, sentence=None)
    block = cable.blocks[span.block]
    quote = sentence(block.text, span.start, span.end)
    return Naming(
        anchor=where[span.block],
        paragraph=block.number,
        sentence=quote if quotable(quote, withheld) else None,
    )


def _best(cable: Cable, person: PersonFound) -> Span | None:
    """The mention in running text with the longest form; the first of these."""
    spans = [span for span in person.spans if 0 <= span.block < len(cable.blocks)]
    text = [span for span in spans if cable.blocks[span.block].kind in ("paragraph", "list")]
    return min(text or spans, key=lambda span: (span.start - span.end, span), default=None)
