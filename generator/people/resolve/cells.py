"""Everything the corpus says under one spelling of a name in one country, gathered once.

A cell is the unit that is joined to others: a corpus of a million mentions has far fewer spellings, so cells
are compared, mentions only counted.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, TypeVar

from generator.model import CABLE_ID, CableContext, PersonFound, cable_id_parts
from generator.names.forms import NameForm, name_form
from generator.names.transliteration import folded
from generator.people.resolve.roles import Offices, holds_top_office, nations, office

Value = TypeVar("Value", bound=Hashable)

Occurrence = tuple[int, int]
"""Index of the cable in the sorted corpus, index of the person found in it."""


NONE: frozenset[str] = frozenset()
EMPTY: Counter[Any] = Counter()
"""Shared by all cells that have nothing to count, never written to: a million empty ones fill memory."""


@dataclass(slots=True, kw_only=True)
class Cell:
    """One spelling in one country (or one that a decision sets apart)."""

    form: NameForm
    country: str | None
    """Country of the reporting posts; None where they belong to none."""
    anchor: str = ""
    """For a surname alone its post, year and office; otherwise what a decision sets apart, or empty."""
    mentions: list[Occurrence] = field(default_factory=list)
    posts: frozenset[str] = NONE
    years: frozenset[int] = frozenset()
    homes: frozenset[str] = NONE
    """Countries that the roles name."""
    offices: Offices = field(default_factory=lambda: EMPTY)
    reigns: frozenset[int] = frozenset()
    """Years in which cables give a top office as held, not as one of former days."""
    short: Counter[str] = field(default_factory=lambda: EMPTY)
    """Folded single words by which the cables go on to call this person."""
    shut: bool = False
    """Stands only in a closing signature."""
    routed: bool = False
    """Stands only in attention lines, which name desk officers."""
    shouted: bool = False
    """Printed in capitals wherever it stands, as in headings and lists."""
    wife: bool = False
    """A cable says Mrs., and gives no office: often the wife of whom the surname alone means."""

    @property
    def key(self) -> tuple[str, str, str]:
        """Sort key, the same for the same corpus."""
        return (self.form.text, self.country or "", self.anchor)

    @property
    def cables(self) -> frozenset[int]:
        """Numbers of the cables that name it."""
        return frozenset(cable for cable, _ in self.mentions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where and when a cable was sent, as far as header or number tell."""

    post: str | None
    """As in the number (``THEHAGUE``), so that cables without a header compare with those that have one."""
    country: str | None
    year: int | None


def scenes(contexts: Sequence[CableContext]) -> tuple[Scene, ...]:
    """The scene of each context; a country that a header gives counts for all cables of that post."""
    posts = [_numbered(context) for context in contexts]
    countries: dict[str, Counter[str]] = {}
    for (post, _), context in zip(posts, contexts, strict=True):
        if post and context.country:
            countries.setdefault(post, Counter())[context.country] += 1
    usual = {post: min(seen, key=lambda c: (-seen[c], c)) for post, seen in countries.items()}
    return tuple(
        Scene(post=post, country=context.country or (usual.get(post) if post else None), year=year)
        for (post, year), context in zip(posts, contexts, strict=True)
    )


def _numbered(context: CableContext) -> tuple[str | None, int | None]:
    """Post and year from the number; else from the header."""
    if CABLE_ID.fullmatch(context.key):
        year, post, _ = cable_id_parts(context.key)
        return post, context.date.year if context.date else year
    return context.post, context.date.year if context.date else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The contexts in order of key, with what is looked up by number."""

    contexts: Sequence[CableContext]
    scenes: Sequence[Scene]
    """Post, country and year of each."""
    surnames: Sequence[tuple[str, ...]]
    """Folded surnames of those named in the text of each, sorted."""
    frequency: Mapping[str, int]
    """In how many cables each folded surname stands."""

    def person_found(self, mention: Occurrence) -> PersonFound:
        """The person found that a mention stands for."""
        return self.contexts[mention[0]].people[mention[1]]

    def company(self, cables: Iterable[int]) -> set[str]:
        """Folded surnames of those named in the text of these cables."""
        return {name for cable in cables for name in self.surnames[cable]}


def _surnames(context: CableContext) -> tuple[str, ...]:
    bodies = (person for person in context.people if "body" in person.where)
    return tuple(sorted({folded(name_form(person.name).tokens[-1]) for person in bodies}))


def in_order(contexts: Iterable[CableContext]) -> Corpus:
    """Sort the contexts by key, so that the order in which files were read can't matter.

    Keys are expected to be unique; of two contexts with one key the first in order of date and names is kept.
    """
    kept: dict[str, CableContext] = {}
    for context in sorted(contexts, key=_order):
        kept.setdefault(context.key, context)
    ordered = tuple(kept.values())
    surnames = tuple(map(_surnames, ordered))
    frequency = Counter(name for names in surnames for name in names)
    return Corpus(contexts=ordered, scenes=scenes(ordered), surnames=surnames, frequency=frequency)


def _order(context: CableContext) -> tuple[str, str, tuple[str, ...]]:
    date = context.date.isoformat() if context.date else ""
    return context.key, date, tuple(person.name for person in context.people)


def gather(corpus: Corpus, anchors: dict[tuple[str, int], str]) -> tuple[Cell, ...]:
    """Put every mention into the cell of its spelling and country; cells in order of key.

    Args:
        corpus: The contexts in order.
        anchors: Mentions (cable key, index) that a decision sets apart, with the name of their cell.
    """
    cells: dict[tuple[str, str, str], Cell] = {}
    for number, context in enumerate(corpus.contexts):
        forms = [name_form(person.name) for person in context.people]
        borne = Counter(word for form in forms for word in {folded(token) for token in form.tokens})
        for index, (form, person) in enumerate(zip(forms, context.people, strict=True)):
            anchor = anchors.get((context.key, index), "")
            # A surname alone is judged by its context: one cell only where post, year and office agree.
            scene = corpus.scenes[number]
            spot = anchor
            if form.alone and not anchor:
                # A cable that names somebody else with the same word needs a look of its own.
                shared = borne[folded(form.tokens[0])] > 1
                spot = f"{context.key}|{index}" if shared else _spot(scene, person)
            key = (form.text, scene.country or "", spot)
            cell = cells.get(key)
            if cell is None:
                cell = cells[key] = Cell(form=form, country=scene.country, anchor=spot)
            _add(cell, (number, index), scene, person)
    return tuple(cells[key] for key in sorted(cells))


def _spot(scene: Scene, person: PersonFound) -> str:
    offices = sorted(" ".join(sorted(office(role))) for role in person.roles)
    closing = person.where[0] if person.where in {("signature",), ("attention",)} else ""
    called = ";".join(offices) or ("mrs" if _is_wife(person) else "")
    return "|".join((scene.post or "", str(scene.year or ""), closing, called))


def _is_wife(person: PersonFound) -> bool:
    return any(map(_MRS.fullmatch, person.roles)) and not any(map(office, person.roles))


_MRS: Final = re.compile(r"(?:mrs|mme)\.?|madame", re.IGNORECASE)


def _add(cell: Cell, mention: Occurrence, scene: Scene, person: PersonFound) -> None:
    closing = person.where == ("signature",)
    cell.shut = closing and (cell.shut or not cell.mentions)
    cell.routed = person.where == ("attention",) and (cell.routed or not cell.mentions)
    capitals = all(map(str.isupper, person.mentions))
    cell.shouted = capitals and (cell.shouted or not cell.mentions)
    cell.wife = cell.wife or _is_wife(person)
    cell.mentions.append(mention)
    cell.posts = joined(cell.posts, only(scene.post))
    cell.years = joined(cell.years, only(scene.year))
    for role in person.roles:
        cell.homes = joined(cell.homes, nations(role))
    offices = [words for role in person.roles if (words := office(role))]
    cell.offices = summed(cell.offices, Counter(offices))
    if any(map(holds_top_office, offices)):
        cell.reigns = joined(cell.reigns, only(scene.year))
    if not cell.form.alone:
        cell.short = summed(cell.short, Counter(_short_forms(cell.form, person.mentions)))


@cache
def only(value: Value | None) -> frozenset[Value]:
    """The set of one value, always the same object; the empty one for None."""
    return frozenset() if value is None else frozenset({value})


def joined(have: frozenset[Value], more: frozenset[Value]) -> frozenset[Value]:
    """Their union, one of them where it holds the other."""
    if more <= have:
        return have
    return have | more if have else more


def summed(have: Counter[Value], more: Counter[Value]) -> Counter[Value]:
    """Their sum, one of them where the other is empty; neither is changed."""
    if not more:
        return have
    return have + more if have else more


def _short_forms(form: NameForm, mentions: Iterable[str]) -> set[str]:
    """Single words among the mentions, those that are words of the name or its initials (CFK, HBJ)."""
    own = {folded(token) for token in form.tokens}
    alone = {short.tokens[0] for short in map(name_form, mentions) if short.alone}
    return {folded(word) for word in alone if folded(word) in own or _are_initials(word, form)}


_SHORTEST_INITIALS: Final = 3


def _are_initials(word: str, form: NameForm) -> bool:
    """Whether a word is made of the first letters of a name's words, and at most two of its particles."""
    firsts, letters = [token[0] for token in form.tokens], iter(word)
    fits = _SHORTEST_INITIALS <= len(word) <= len(firsts) + 2 and word[0] == firsts[0]
    return fits and all(first in letters for first in firsts)
