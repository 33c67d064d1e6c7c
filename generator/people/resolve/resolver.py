"""The resolver from contexts to people: first what people.yml says, then what the evidence does."""

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import combinations

from generator.model import Cable, CableContext, Problem
from generator.names.forms import name_form
from generator.people.decisions import HIDING, NO_DECISIONS, Decisions, Who, entry_problem
from generator.people.resolve.addresses import Addressed, addressed, every_who
from generator.people.resolve.alone import settle_alone
from generator.people.resolve.cells import Cell, Corpus, gather, in_order
from generator.people.resolve.clusters import Cluster, Pool
from generator.people.resolve.doubts import open_doubts
from generator.people.resolve.joins import joins_of
from generator.people.resolve.link import link_full_names
from generator.people.resolve.persons import (
    People,
    alone_notes,
    build,
    give_names,
    make_drafts,
    notes_for,
    printed_names,
)


def context_of(cable: Cable) -> CableContext:
    """What :func:`resolve` needs of a cable; the spans of its people are left out to save memory."""
    return CableContext(
        key=cable.key,
        date=cable.date,
        post=cable.post,
        country=cable.country,
        tags=cable.tags,
        people=tuple(replace(person, spans=()) for person in cable.people),
    )


def resolve(contexts: Iterable[CableContext], decisions: Decisions = NO_DECISIONS) -> People:
    """Bring together everyone named in the corpus.

    The result depends on the contexts and decisions alone, not on the order of the contexts. Every (cable
    key, index) of the input is in ``People.slugs`` and in exactly one person's appearances.

    Args:
        contexts: One for each cable, with keys that differ.
        decisions: What people.yml says; it overrules all evidence.
    """
    with _no_collection():
        corpus = in_order(contexts)
        pages = addressed(corpus, decisions, lambda some, known: _resolved(corpus, some, known))
        return _resolved(corpus, decisions, pages)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold Python's garbage collector back: it would walk millions of live values over and over.

    Nothing here makes cycles, so nothing waits for it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _resolved(corpus: Corpus, decisions: Decisions, pages: Addressed) -> People:
    cells = gather(corpus, anchors(corpus, decisions))
    pool = Pool(cells)
    lookup = Lookup(corpus, cells, pool, pages, wanted=any(True for _ in every_who(decisions)))
    problems = apply(decisions, lookup, pool)
    links = link_full_names(corpus, pool)
    undecided = settle_alone(corpus, pool)
    clusters = pool.clusters()
    drafts = make_drafts(corpus, clusters)
    notes = alone_notes(clusters) | notes_for(pool, undecided, printed_names(drafts))
    wanted = ((change.to, lookup.clusters(change.who)) for change in decisions.rename)
    give_names(drafts, {cluster.number: name for name, named in wanted for cluster in named})
    hidden = frozenset(cluster.number for who in decisions.hide for cluster in lookup.clusters(who))
    people = build(corpus, drafts, notes, hidden)
    persons = people.by_slug()
    by_number = {
        cluster.number: persons[people.slugs[corpus.contexts[cable].key, index]]
        for cluster in clusters
        for cable, index in cluster.cells[0].mentions[:1]
    }
    return replace(
        people,
        doubts=open_doubts(pool, links, undecided, by_number),
        joins=joins_of(corpus, pool, people.slugs),
        problems=problems,
    )


# ---- Decisions of people.yml, before any evidence is weighed -------------------------------------------


def anchors(corpus: Corpus, decisions: Decisions) -> dict[tuple[str, int], str]:
    """Mentions that a decision names by their cable, so that they get a cell of their own."""
    by_cable: defaultdict[str, list[Who]] = defaultdict(list)
    for who in every_who(decisions):
        if who.cable:
            by_cable[who.cable].append(who)
    set_apart: dict[tuple[str, int], str] = {}
    for context in corpus.contexts if by_cable else ():
        for who in by_cable.get(context.key, ()):
            for index, person in enumerate(context.people):
                if _same_name(who, person.name) or any(
                    _same_name(who, printed) for printed in person.mentions
                ):
                    set_apart[context.key, index] = f"{context.key}|{index}"
    return set_apart


def _same_name(who: Who, name: str) -> bool:
    return name_form(who.name).text == name_form(name).text


class Lookup:
    """Finds the clusters of a name in the decisions."""

    def __init__(
        self, corpus: Corpus, cells: Iterable[Cell], pool: Pool, pages: Addressed, *, wanted: bool
    ) -> None:
        """Index the cells by spelling and by page; where nothing is ``wanted`` of it, it finds nothing."""
        self._pool = pool
        self._on_page: defaultdict[str, list[int]] = defaultdict(list)
        page_of = {mention: page for page, mentions in pages.items() for mention in mentions}
        self._by_form: defaultdict[str, list[tuple[int, Cell]]] = defaultdict(list)
        for number, cell in enumerate(cells) if wanted else ():
            spellings = {cell.form.text}
            if cell.anchor and len(cell.mentions) == 1:
                spellings |= {
                    name_form(printed).text for printed in corpus.person_found(cell.mentions[0]).mentions
                }
            for text in sorted(spellings):
                self._by_form[text].append((number, cell))
            for page in sorted({page_of[mention] for mention in cell.mentions if mention in page_of}):
                self._on_page[page].append(number)
        self._keys = {context.key: number for number, context in enumerate(corpus.contexts)}

    def clusters(self, who: Who) -> tuple[Cluster, ...]:
        """The clusters that hold a mention of this name within the scope given; in order, each once."""
        named = (
            self._on_page.get(who.page, ())
            if who.page
            else (
                number
                for number, cell in self._by_form.get(name_form(who.name).text, ())
                if self._in_scope(who, cell)
            )
        )
        numbers = {self._pool.root(number) for number in named}
        return tuple(self._pool.of(number) for number in sorted(numbers))

    def _in_scope(self, who: Who, cell: Cell) -> bool:
        if who.cable:
            return self._keys.get(who.cable) in cell.cables and len(cell.cables) == 1
        return who.country is None or (cell.country or "").casefold() == who.country.casefold()


def apply(decisions: Decisions, lookup: Lookup, pool: Pool) -> tuple[Problem, ...]:
    """Join what people.yml calls the same, part what it calls different; report names that stand nowhere."""
    for group in decisions.same:
        numbers = [cluster.number for who in group for cluster in lookup.clusters(who)]
        for number in numbers[1:]:
            pool.join(pool.of(numbers[0]), pool.of(number))
    problems = [
        entry_problem(
            decisions.path,
            who.line,
            f"{who} is no person's address" if who.page else f"{who} stands in no cable of the corpus",
            code=HIDING if who in decisions.hide else "people-entry",
        )
        for who in every_who(decisions)
        if not lookup.clusters(who)
    ]
    for group in decisions.different:
        for who, other in combinations(group, 2):
            problems += _part(decisions.path, lookup, pool, who, other)
    return tuple(sorted(set(problems)))


def _part(path: str, lookup: Lookup, pool: Pool, who: Who, other: Who) -> Iterator[Problem]:
    for a in lookup.clusters(who):
        for b in lookup.clusters(other):
            if a is b:
                yield entry_problem(
                    path, other.line, f"{who} and {other} cannot be told apart by what is given"
                )
                return
            pool.forbid(a, b)
