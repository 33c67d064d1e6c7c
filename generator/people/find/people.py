"""From passages and lines of one cable to its people."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import BlockKind, Cable, PersonFound, Place
from generator.names.filing import normal_case, slug_of
from generator.people.find.echo import GENERATION, echoes
from generator.people.find.lines import line_mentions
from generator.people.find.link import Group, link
from generator.people.find.marked import Marked, Passage, Unclear, apply_marks
from generator.people.find.mention import Locus, Mention, Part, folded_words
from generator.people.find.roles import role_at
from generator.people.find.tagger import NameSpan, Tagger, load_tagger
from generator.people.find.ties import announced_initials, ties


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
    mentions += _by_initials(passages, mentions)
    mentions += [
        _mention(passages[number], number, NameSpan(start, end))
        for number, start, end in echoes(passages, mentions)
    ]
    marked = _marked(cable, passages, mentions)
    mentions = [*marked.mentions, *line_mentions(cable)]
    groups = link(mentions, ties(passages, marked.mentions))
    return PeopleRead(
        people=tuple(_person(group) for group in groups),
        protected=_distinct(
            mention.text for mention in sorted(mentions, key=_reading_order) if mention.marked
        ),
        unclear=marked.unclear,
    )


_LONGEST_NAME = 200
"""Characters of a name; a longer stretch is a list that lost its commas, or no text at all."""


def _marked(cable: Cable, passages: Sequence[str], mentions: Sequence[Mention]) -> Marked:
    """The mentions with those marked whom the text asks to protect."""
    kinds: list[BlockKind] = ["paragraph", *(block.kind for block in cable.blocks)]
    by_passage: dict[int | None, list[Mention]] = {}
    for mention in mentions:
        by_passage.setdefault(mention.passage, []).append(mention)
    return apply_marks(
        [
            Passage(
                number=number,
                kind=kind,
                text=text,
                mentions=tuple(sorted(by_passage.get(number, ()), key=_reading_order)),
            )
            for number, (text, kind) in enumerate(zip(passages, kinds, strict=True))
        ]
    )


def _by_initials(passages: Sequence[str], mentions: Sequence[Mention]) -> list[Mention]:
    """Where initials stand that the text has put behind a full name: ``Nestor Kirchner (NK)``."""
    announced = {letters for letters, _ in announced_initials(passages, mentions)}
    taken = {(mention.passage, mention.start) for mention in mentions}
    again = [
        (found[0], number, found.start())
        for number, text in enumerate(passages if announced else ())
        for found in _LETTERS.finditer(text)
        if found[0] in announced and (number, found.start()) not in taken
    ]
    return [
        _mention(passages[number], number, NameSpan(start, start + len(letters)))
        for letters, number, start in sorted(again)
    ]


_LETTERS = re.compile(r"\b[A-Z][A-Za-z]{0,2}[A-Z]\b")
"""Initials as they are announced: two to four letters."""


def _mention(text: str, number: int, span: NameSpan) -> Mention:
    generation = GENERATION.match(text, span.end) if " " in text[span.start : span.end] else None
    if generation:
        span = span._replace(end=generation.end())
    printed = text[span.start : span.end]
    return Mention(
        text=printed,
        words=folded_words(printed),
        locus=Locus(part=Part.MESSAGE, number=number, offset=span.start),
        role=role_at(text, span.start, span.end),
    )


def _person(group: Group) -> PersonFound:
    mentions = sorted(group.mentions, key=_reading_order)
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
    """The form with most words, rather in mixed case than in capitals, rather frequent than rare."""
    counts: dict[str, int] = {}
    for mention in mentions:
        counts[mention.text] = counts.get(mention.text, 0) + 1
    best = max(
        mentions, key=lambda m: (len(m.words), not m.text.isupper(), counts[m.text], len(m.text), m.text)
    )
    return normal_case(best.listed or best.text)


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
