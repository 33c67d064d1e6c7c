"""The resolver from contexts to people."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from generator.model import Cable, CableContext
from generator.people.decisions import NO_DECISIONS, Decisions
from generator.people.resolve.alone import settle_alone
from generator.people.resolve.build import alone_notes, build, draft, notes_for, printed_names, rename
from generator.people.resolve.cells import Corpus, gather, in_order
from generator.people.resolve.doubts import doubts
from generator.people.resolve.link import link_full_names
from generator.people.resolve.model import People
from generator.people.resolve.pool import Pool
from generator.people.resolve.settle import Finder, anchors, apply, every_who


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
        return _resolved(in_order(contexts), decisions)


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


def _resolved(corpus: Corpus, decisions: Decisions) -> People:
    cells = gather(corpus, anchors(corpus, decisions))
    pool = Pool(cells)
    finder = Finder(corpus, cells, pool, wanted=any(True for _ in every_who(decisions)))
    problems = apply(decisions, finder, pool)
    links = link_full_names(corpus, pool)
    undecided = settle_alone(corpus, pool)
    clusters = pool.clusters()
    drafts = draft(corpus, clusters)
    notes = alone_notes(clusters) | notes_for(pool, undecided, printed_names(drafts))
    rename(drafts, decisions, finder)
    hidden = frozenset(cluster.number for who in decisions.hide for cluster in finder.clusters(who))
    people = build(corpus, drafts, notes, hidden)
    persons = people.by_slug()
    by_number = {
        cluster.number: persons[people.slugs[corpus.contexts[cable].key, index]]
        for cluster in clusters
        for cable, index in cluster.cells[0].mentions[:1]
    }
    return replace(people, doubts=doubts(pool, links, undecided, by_number), problems=problems)
