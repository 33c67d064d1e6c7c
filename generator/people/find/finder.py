"""From passages and lines of one cable to its people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from generator.model import BlockKind, Cable, PersonFound, Place
from generator.names import marks
from generator.names.filing import normal_case, slug_of
from generator.people.find.envelope import line_mentions
from generator.people.find.individuals import Individual, gather_people
from generator.people.find.marked import Marked, NamedPassage, Unclear, apply_marks
from generator.people.find.mention import (
    GENERATION,
    CablePart,
    Locus,
    Mention,
    echoes,
    folded_words,
    initials_again,
    ties,
)
from generator.people.find.tagger import NameSpan, Tagger, load_tagger
from generator.people.find.titles import role_at


def _reading_order(mention: Mention) -> Locus:
    return mention.locus


_PLACES: tuple[Place, ...] = ("body", "classified_by", "signature", "attention")


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleRead:
    """What a cable says of people."""

    people: tuple[PersonFound, ...]
    """Everyone named, in order of first appearance, each once."""
    protected: tuple[str, ...]
    """The names that the text asks to protect, as printed, each once."""
    unclear: tuple[Unclear, ...]
    """Requests to protect of which nobody can tell whom they mean."""


def find_people(cable: Cable, *, tagger: Tagger | None = None) -> tuple[PersonFound, ...]:
    """Everyone named in ``cable``; the people alone of :func:`read_people`."""
    return read_people(cable, tagger=tagger).people


def read_people(cable: Cable, *, tagger: Tagger | None = None) -> PeopleRead:
    """Everyone named in ``cable``, and whom it asks to protect.

    Subject and blocks are read by ``tagger`` (the built-in one where None), the other lines by their own
    patterns. A surname alone joins the full name it belongs to; two full names with one surname are two
    people. ``slug`` is made of the name alone: two namesakes in one cable share it until the corpus is
    resolved. Doubtful text never raises; ``cable.people`` is ignored.
    """
    tagger = tagger or load_tagger()
    passages = [cable.subject or "", *(block.text for block in cable.blocks)]
    mentions = [
        _mention(text, number, span)
        for number, (text, spans) in enumerate(zip(passages, tagger(passages), strict=True))
        for span in spans
        if span.end - span.start <= _LONGEST_NAME
    ]
    mentions += [
        _mention(passages[number], number, NameSpan(start, end))
        for number, start, end in initials_again(passages, mentions)
    ]
    mentions += [
        _mention(passages[number], number, NameSpan(start, end))
        for number, start, end in echoes(passages, mentions)
    ]
    marked = _marked(cable, passages, mentions)
    mentions = [*marked.mentions, *line_mentions(cable)]
    named = gather_people(mentions, ties(passages, marked.mentions))
    return PeopleRead(
        people=tuple(_person(individual) for individual in named),
        protected=_distinct(
            mention.text for mention in sorted(mentions, key=_reading_order) if mention.marked
        ),
        unclear=marked.unclear,
    )


_LONGEST_NAME = 200
"""Characters of a name; a longer stretch is a list that lost its commas, or no text at all."""


def _marked(cable: Cable, passages: Sequence[str], mentions: Sequence[Mention]) -> Marked:
    """The mentions in reading order, those marked whom the text asks to protect."""
    asked = list(map(marks, passages))
    if not any(asked):
        return Marked(mentions=tuple(sorted(mentions, key=_reading_order)), unclear=())
    kinds: list[BlockKind] = ["paragraph", *(block.kind for block in cable.blocks)]
    by_passage: dict[int | None, list[Mention]] = {}
    for mention in mentions:
        by_passage.setdefault(mention.passage, []).append(mention)
    return apply_marks(
        [
            NamedPassage(
                number=number,
                kind=kind,
                text=text,
                mentions=tuple(sorted(by_passage.get(number, ()), key=_reading_order)),
                marks=requests,
            )
            for number, (text, kind, requests) in enumerate(zip(passages, kinds, asked, strict=True))
        ]
    )


def _mention(text: str, number: int, span: NameSpan) -> Mention:
    generation = GENERATION.match(text, span.end) if " " in text[span.start : span.end] else None
    if generation:
        span = span._replace(end=generation.end())
    printed = text[span.start : span.end]
    return Mention(
        text=printed,
        words=folded_words(printed),
        locus=Locus(part=CablePart.MESSAGE, number=number, offset=span.start),
        role=role_at(text, span.start, span.end),
    )


def _person(individual: Individual) -> PersonFound:
    mentions = sorted(individual.mentions, key=_reading_order)
    name = fullest_name(mentions)
    where = {mention.where for mention in mentions}
    return PersonFound(
        name=name,
        slug=slug_of(name),
        mentions=_distinct(mention.text for mention in mentions),
        roles=_distinct(mention.role for mention in mentions if mention.role),
        where=tuple(place for place in _PLACES if place in where),
        spans=tuple(span for mention in mentions if (span := mention.span)),
        protected=any(mention.marked for mention in mentions),
    )


def fullest_name(mentions: Sequence[Mention]) -> str:
    """The form with most words, rather in mixed case than in capitals, rather frequent than rare.

    Its letters are composed, so that one name is one however its accents were written.
    """
    counts: dict[str, int] = {}
    for mention in mentions:
        counts[mention.text] = counts.get(mention.text, 0) + 1
    best = max(
        mentions, key=lambda m: (len(m.words), not m.text.isupper(), counts[m.text], len(m.text), m.text)
    )
    return normal_case(normalize("NFC", best.listed or best.text))


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
