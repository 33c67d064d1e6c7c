"""From joined cells to persons with names, addresses and notes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Appearance, Person
from generator.people.decisions import Decisions
from generator.people.resolve.alone import Undecided
from generator.people.resolve.cells import Corpus, Mention
from generator.people.resolve.cluster import Cluster
from generator.people.resolve.model import People
from generator.people.resolve.pool import Pool
from generator.people.resolve.settle import Finder
from generator.people.resolve.slugs import Claim, aliases, assign, best_name


@dataclass(slots=True, kw_only=True)
class Draft:
    """A person before the addresses are given."""

    cluster: Cluster
    mentions: list[Mention]
    """In order of date, then key; undated last."""
    name: str


def draft(corpus: Corpus, clusters: Iterable[Cluster]) -> list[Draft]:
    """Order mentions and choose names; the persons whose first cable is oldest come first."""
    drafts = [_draft(corpus, cluster) for cluster in clusters]
    return sorted(drafts, key=lambda each: (_when(corpus, each.mentions[0]), each.name))


def _when(corpus: Corpus, mention: Mention) -> tuple[str, str, int]:
    context = corpus.contexts[mention[0]]
    return (context.date.isoformat() if context.date else "~", context.key, mention[1])


def _draft(corpus: Corpus, cluster: Cluster) -> Draft:
    mentions = sorted((m for cell in cluster.cells for m in cell.mentions), key=lambda m: _when(corpus, m))
    names: Counter[str] = Counter()
    first_seen: dict[str, int] = {}
    for place, mention in enumerate(mentions):
        name = corpus.found(mention).name
        names[name] += 1
        first_seen.setdefault(name, place)
    return Draft(cluster=cluster, mentions=mentions, name=best_name(names, first_seen))


def rename(drafts: Iterable[Draft], decisions: Decisions, finder: Finder) -> None:
    """Give the names that people.yml wants."""
    wanted = {cluster.number: each.to for each in decisions.rename for cluster in finder.clusters(each.who)}
    for each in drafts:
        if each.cluster.number in wanted:
            each.name = wanted[each.cluster.number]


def build(
    corpus: Corpus,
    drafts: Sequence[Draft],
    notes: dict[int, str],
    hidden: frozenset[int],
) -> People:
    """Give addresses and make the persons."""
    slugs = assign(_claim(corpus, each) for each in drafts)
    persons = [
        _person(corpus, each, slug, notes.get(each.cluster.number))
        for each, slug in zip(drafts, slugs, strict=True)
    ]
    lookup = {(a.cable, a.index): person.slug for person in persons for a in person.appearances}
    spelled = (
        (slug, name, corpus.contexts[cable].country)
        for each, slug in zip(drafts, slugs, strict=True)
        for cable, index in each.mentions
        if (name := corpus.contexts[cable].people[index].name) != each.name
    )
    return People(
        persons=tuple(sorted(persons, key=lambda person: person.slug)),
        slugs=lookup,
        aliases=aliases(spelled, frozenset(slugs)),
        hidden=frozenset(
            slug for each, slug in zip(drafts, slugs, strict=True) if each.cluster.number in hidden
        ),
    )


def _claim(corpus: Corpus, each: Draft) -> Claim:
    return Claim(
        name=each.name,
        first=corpus.contexts[each.mentions[0][0]],
        abroad=len(each.cluster.countries) > 1,
    )


def _person(corpus: Corpus, each: Draft, slug: str, note: str | None) -> Person:
    appearances = tuple(
        Appearance(
            cable=corpus.contexts[cable].key,
            index=index,
            date=corpus.contexts[cable].date,
            found=corpus.contexts[cable].people[index],
        )
        for cable, index in each.mentions
    )
    forms = {form for a in appearances for form in (a.found.name, *a.found.mentions)}
    return Person(
        slug=slug,
        name=each.name,
        variants=tuple(sorted(forms - {each.name})),
        appearances=appearances,
        protected=any(a.found.protected for a in appearances),
        note=note,
    )


def notes_for(pool: Pool, undecided: Iterable[Undecided], names: dict[int, str]) -> dict[int, str]:
    """Why a surname was kept apart, by the number of its cluster."""
    found: dict[int, str] = {}
    for case in undecided:
        candidates = sorted({names[pool.root(c.number)] for c in case.candidates[:4]})
        found[pool.root(case.number)] = (
            f"Kept apart: where the name stands alone it fits {' and '.join(candidates)}."
        )
    return found


ALONE_NOTE = "Named by this one word only."
"""Note of a surname that has no candidate at all."""


def alone_notes(clusters: Iterable[Cluster]) -> dict[int, str]:
    """The note of every cluster that has no name of several words."""
    return {cluster.number: ALONE_NOTE for cluster in clusters if not cluster.forms}


def printed_names(drafts: Iterable[Draft]) -> dict[int, str]:
    """Chosen name of each cluster by its number."""
    return {each.cluster.number: each.name for each in drafts}
