"""What the rest of the site needs to know of one cable: small, and without its body."""

from dataclasses import dataclass
from datetime import datetime

from generator.model import CABLE_ID, SUBJECT, Cable, Citation, cable_id_parts
from generator.names import NameSearch
from generator.people.redaction import REDACTION
from generator.settle.anchors import anchors
from generator.settle.headlines import title
from generator.settle.sentences import opening, quotable, sentence

PASSAGES = 3
"""Citing passages kept of one cable for each cable it cites; more would only repeat."""
EXCERPT = 320
"""Characters of the excerpt shown in lists and link previews."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One place that cites another cable."""

    anchor: str
    """Where it stands in the citing cable's page, ``para-5``."""
    paragraph: int | None
    """Its paragraph number; None where the passage stands in no numbered paragraph."""
    quote: str | None
    """The citing sentence, shortened; None where it names someone who must not appear in any index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One cable that this one refers to, in its REF line or in its text."""

    id: str
    """Canonical id, in the corpus or not."""
    text: str | None
    """As the REF line prints it; None where only the text refers to it."""
    passages: tuple[Passage, ...] = ()
    """Where the text refers to it, in order, at most ``PASSAGES``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One cable in the catalogue."""

    key: str
    """``Cable.key``: the file name of its page."""
    id: str | None
    subject: str | None
    """As it is printed."""
    title: str | None
    """The subject as pages show it (:func:`generator.settle.headlines.title`); None where there is none."""
    date: datetime | None
    year: int | None
    """Year sent, from the date, else from the number."""
    classification: str | None
    origin: str | None
    post: str | None
    country: str | None
    tags: tuple[str, ...]
    people: tuple[str, ...]
    """Slugs of the people it names, each once, in order of appearance."""
    cites: tuple[Cited, ...]
    """Each cited cable once, in order of appearance; never the cable itself."""
    excerpt: str
    """The beginning of the summary, or of the text where there is none."""
    paragraphs: tuple[int, ...]
    """Numbers of its paragraphs, each once, sorted: where a citation of one can lead."""
    concepts: tuple[str, ...]
    """Subject headings that an archive gave it, each once; none that names somebody withheld."""
    signed_by: str | None
    """The signature; None where it names somebody withheld, too."""
    words: int
    """Words of the body."""
    partial: bool
    collection: str | None = None
    """Name of the collection that it belongs to."""

    @property
    def sort_key(self) -> tuple[bool, str, str]:
        """In order of time, a bare year behind its days, the undated last; ties by key."""
        when = self.date.isoformat() if self.date else f"{self.year}-99"
        return (self.year is None, when if self.year is not None else "", self.key)


def entry(cable: Cable, withheld: NameSearch, unlisted: NameSearch, *, headline_case: bool = True) -> Entry:
    """The catalogue's entry of a cable.

    Args:
        cable: As it is published.
        withheld: Names that no quotation may hold.
        unlisted: Names and surnames that nothing by which cables are listed may hold.
        headline_case: Whether titles get headline case.
    """
    passages = (block.text for block in cable.blocks)
    return Entry(
        key=cable.key,
        id=cable.id,
        subject=cable.subject,
        title=(title(cable.subject, passages, headline_case=headline_case) if cable.subject else "") or None,
        date=cable.date,
        year=_year(cable),
        classification=cable.classification,
        origin=cable.origin,
        post=cable.post,
        country=cable.country,
        tags=tuple(dict.fromkeys(cable.tags)),
        people=tuple(dict.fromkeys(person.slug for person in cable.people)),
        cites=_cites(cable, withheld),
        excerpt=_excerpt(cable, withheld),
        paragraphs=tuple(sorted({block.number for block in cable.blocks if block.number is not None})),
        concepts=tuple(heading for heading in dict.fromkeys(cable.concepts) if quotable(heading, unlisted)),
        signed_by=_signer(cable, unlisted),
        words=sum(len(block.text.split()) for block in cable.blocks),
        partial=cable.partial,
        collection=cable.holding.name if cable.holding else None,
    )


def _signer(cable: Cable, unlisted: NameSearch) -> str | None:
    signer = cable.signed_by
    named = signer is not None and REDACTION not in signer and quotable(signer, unlisted)
    return signer if named else None


def _year(cable: Cable) -> int | None:
    if cable.date:
        return cable.date.year
    return cable_id_parts(cable.id)[0] if cable.id and CABLE_ID.fullmatch(cable.id) else cable.year


def _cites(cable: Cable, withheld: NameSearch) -> tuple[Cited, ...]:
    printed = {ref.id: ref.text for ref in reversed(cable.references) if ref.id is not None}
    order = [ref.id for ref in cable.references if ref.id is not None]
    order += [citation.id for citation in cable.citations]
    passages = _passages(cable, withheld)
    return tuple(
        Cited(id=cited, text=printed.get(cited), passages=passages.get(cited, ()))
        for cited in dict.fromkeys(order)
        if cited != cable.id
    )


def _passages(cable: Cable, withheld: NameSearch) -> dict[str, tuple[Passage, ...]]:
    """For each cable cited in the text, the first sentences that cite it, one a block."""
    if not cable.citations:
        return {}
    where = anchors(cable.blocks)
    by_cited: dict[str, dict[int, Passage]] = {}
    for citation in sorted(cable.citations, key=lambda cited_at: cited_at.span):
        block = citation.span.block
        places = by_cited.setdefault(citation.id, {})
        if block != SUBJECT and block not in places and len(places) < PASSAGES:
            places[block] = _passage(cable, citation, where[block], withheld)
    return {cited: tuple(places.values()) for cited, places in by_cited.items()}


def _passage(cable: Cable, citation: Citation, anchor: str, withheld: NameSearch) -> Passage:
    block = cable.blocks[citation.span.block]
    quote = sentence(block.text, citation.span.start, citation.span.end)
    return Passage(
        anchor=anchor,
        paragraph=block.number,
        quote=quote if quotable(quote, withheld) else None,
    )


def _excerpt(cable: Cable, withheld: NameSearch) -> str:
    """Summary first: it is what the sender wrote for readers in a hurry."""
    readable = [block for block in cable.blocks if block.kind in ("paragraph", "list")]
    summary = [block for block in readable if block.section == "summary"]
    candidates = (opening(block.text, EXCERPT) for block in [*summary, *readable])
    return next((text for text in candidates if text and quotable(text, withheld)), "")
