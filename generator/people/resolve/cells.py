"""Everything the corpus says under one spelling of a name in one country, gathered once.

A cell is the unit that is joined to others: a corpus of a million mentions has far fewer spellings, so cells
are compared, mentions only counted.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.model import CABLE_ID, CableContext, PersonFound, cable_id_parts
from generator.people.resolve.fold import folded
from generator.people.resolve.names import NameForm, name_form
from generator.people.resolve.nations import nations
from generator.people.resolve.roles import Offices, office

Mention = tuple[int, int]
"""Index of the cable in the sorted corpus, index of the person found in it."""


@dataclass(slots=True, kw_only=True)
class Cell:
    """One spelling in one country (or one that a decision sets apart)."""

    form: NameForm
    country: str | None
    """Country of the reporting posts; None where they belong to none."""
    anchor: str = ""
    """Set where a publisher's decision speaks of certain mentions alone; otherwise empty."""
    mentions: list[Mention] = field(default_factory=list)
    cables: set[int] = field(default_factory=set)
    names: Counter[str] = field(default_factory=Counter)
    """Printed forms with their counts."""
    posts: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    offices: Offices = field(default_factory=Counter)
    homes: set[str] = field(default_factory=set)
    """Countries that the roles name."""
    short: Counter[str] = field(default_factory=Counter)
    """Folded single words by which the cables go on to call this person."""
    shut: bool = False
    """Stands only in a closing signature."""

    @property
    def key(self) -> tuple[str, str, str]:
        """Sort key, the same for the same corpus."""
        return (self.form.text, self.country or "", self.anchor)


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
    usual = {post: min(found, key=lambda c: (-found[c], c)) for post, found in countries.items()}
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


@dataclass(slots=True, kw_only=True)
class Corpus:
    """The contexts in order of key, with what is looked up by number."""

    contexts: Sequence[CableContext]
    scenes: Sequence["Scene"] = ()
    """Post, country and year of each."""
    frequency: Counter[str] = field(default_factory=Counter)
    """In how many cables each folded surname stands."""

    def found(self, mention: Mention) -> PersonFound:
        """The person found that a mention stands for."""
        return self.contexts[mention[0]].people[mention[1]]

    def company(self, cables: Iterable[int]) -> set[str]:
        """Folded surnames of those named in the text of these cables."""
        return {name for cable in cables for name in _surnames(self.contexts[cable])}


def _surnames(context: CableContext) -> set[str]:
    return {folded(name_form(person.name).tokens[-1]) for person in context.people if "body" in person.where}


def in_order(contexts: Iterable[CableContext]) -> Corpus:
    """Sort the contexts by key, so that the order in which files were read can't matter.

    Keys are expected to be unique; of two contexts with one key the first in order of date and names is kept.
    """
    kept: dict[str, CableContext] = {}
    for context in sorted(contexts, key=_order):
        kept.setdefault(context.key, context)
    corpus = Corpus(contexts=tuple(kept.values()), scenes=scenes(tuple(kept.values())))
    for context in corpus.contexts:
        corpus.frequency.update(_surnames(context))
    return corpus


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
        for index, person in enumerate(context.people):
            form = name_form(person.name)
            anchor = anchors.get((context.key, index), "")
            # A surname alone is judged by its context: one cell only where post, year and office agree.
            scene = corpus.scenes[number]
            spot = anchor or (_spot(context, scene, index) if form.alone else "")
            key = (form.text, scene.country or "", spot)
            cell = cells.get(key)
            if cell is None:
                cell = cells[key] = Cell(form=form, country=scene.country, anchor=spot)
            _add(cell, (number, index), scene, person)
    return tuple(cells[key] for key in sorted(cells))


def _spot(context: CableContext, scene: Scene, index: int) -> str:
    if _namesake(context, index):
        return f"{context.key}|{index}"
    person = context.people[index]
    offices = sorted(" ".join(sorted(office(role))) for role in person.roles)
    closing = "signature" if person.where == ("signature",) else ""
    return "|".join((scene.post or "", str(scene.year or ""), closing, ";".join(offices)))


def _namesake(context: CableContext, index: int) -> bool:
    """Whether the cable names somebody else with the same word."""
    own = folded(name_form(context.people[index].name).tokens[0])
    return any(
        own == folded(token)
        for at, person in enumerate(context.people)
        if at != index
        for token in name_form(person.name).tokens
    )


def _add(cell: Cell, mention: Mention, scene: Scene, person: PersonFound) -> None:
    cell.mentions.append(mention)
    cell.cables.add(mention[0])
    cell.names[person.name] += 1
    if scene.post:
        cell.posts.add(scene.post)
    if scene.year:
        cell.years.add(scene.year)
    cell.offices.update(words for role in person.roles if (words := office(role)))
    cell.homes.update(country for role in person.roles for country in nations(role))
    cell.shut = person.where == ("signature",) and (cell.shut or len(cell.mentions) == 1)
    if not cell.form.alone:
        cell.short.update(_short_forms(cell.form, person.mentions))


def _short_forms(form: NameForm, mentions: Iterable[str]) -> set[str]:
    """Single words among the mentions, those that are words of the name."""
    own = {folded(token) for token in form.tokens}
    alone = (name_form(mention) for mention in mentions)
    return {folded(each.tokens[0]) for each in alone if each.alone} & own
