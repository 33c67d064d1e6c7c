"""From joined cells to persons with names, addresses and notes.

The rule: the address is the name (``yevgeniy-zhovtis``). A surname alone takes the country of its cables
with it (``garcia-peru``), unless cables of several countries mean the same person by it (``obama``). Where
two people have the same name, the one whose first cable is older keeps the bare address; the other takes
country, then post, then number of its own first cable (``john-smith-chile``, ``john-smith-chile-santiago``,
``john-smith-09santiago12``). No counters: what else is in the corpus decides nothing but whether a name is
taken.

Its limits: a newly added cable that is older than every cable naming a person, and names a namesake, takes
the bare address; a spelling that becomes the most frequent one becomes the address of its own person; and a
surname alone that finds its owner moves to the owner's page. Addresses made from any other spelling that is
nobody else's go on leading to the page as aliases. A ``rename`` in people.yml pins an address.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Appearance, CableContext, Person, Problem
from generator.names.filing import slug_of, slugged
from generator.names.folding import plain
from generator.names.forms import GIVEN_AND_SURNAME, name_form
from generator.people.resolve.alone import Undecided
from generator.people.resolve.cells import Corpus, Occurrence
from generator.people.resolve.clusters import Cluster, Pool
from generator.people.resolve.doubts import Doubt
from generator.people.resolve.joins import Join


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Everyone named in the corpus."""

    persons: tuple[Person, ...] = ()
    """In order of slug; hidden and protected ones included (see ``generator.people.protect``)."""
    slugs: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """(cable key, index into that cable's people) -> slug of the person."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Former and other addresses -> slug: each other spelling of several words that is nobody else's, and
    the name before a rename."""
    hidden: frozenset[str] = frozenset()
    """Slugs that people.yml hides."""
    doubts: tuple[Doubt, ...] = ()
    """Most worth settling first, a few thousand at most."""
    joins: tuple[Join, ...] = ()
    """What the evidence brought together, the least certain first, some ten thousand at most."""
    problems: tuple[Problem, ...] = ()
    """Entries of people.yml that match nobody."""

    def by_slug(self) -> dict[str, Person]:
        """Persons under their slugs."""
        return {person.slug: person for person in self.persons}


# ---- Names and addresses -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a person's address is made of; all of it the person's own."""

    name: str
    first: CableContext
    """The oldest cable that names the person."""
    abroad: bool
    """Named by cables of several countries."""


def claims(claim: Claim) -> Iterator[str]:
    """Addresses that a person may have, the preferred one first; the last is unique to the cable."""
    bare, first = slug_of(claim.name), claim.first
    country, post = slugged(first.country or ""), slugged(first.post or "")
    if claim.abroad or not country or not name_form(claim.name).alone:
        yield bare
    if country:
        yield f"{bare}-{country}"
    if post:
        yield f"{bare}-{country}-{post}" if country and country != post else f"{bare}-{post}"
    yield f"{bare}-{slugged(first.key)}"


def assign(wanted: Iterable[Claim]) -> tuple[str, ...]:
    """One address for each, in the order given: older first cables are to come first."""
    taken: set[str] = set()
    given: list[str] = []
    for claim in wanted:
        slug = next((address for address in claims(claim) if address not in taken), None)
        if slug is None:
            # Two people of one name in one cable: what tells them apart is their order in it.
            last = list(claims(claim))[-1]
            slug = next(f"{last}-{at}" for at in range(2, len(taken) + 3) if f"{last}-{at}" not in taken)
        taken.add(slug)
        given.append(slug)
    return tuple(given)


def aliases(spellings: Iterable[tuple[str, str, str | None]], taken: frozenset[str]) -> dict[str, str]:
    """Other addresses -> slug, for each spelling that nobody else has or shares.

    Args:
        spellings: (slug, printed name, country of the cable) of all mentions.
        taken: Addresses of pages.
    """
    pairs: defaultdict[str, set[str]] = defaultdict(set)
    for slug, name, country in spellings:
        other = slug_of(name)
        if name_form(name).alone:
            other = f"{other}-{slugged(country)}" if country else ""
        if other and other not in taken:
            pairs[other].add(slug)
    return {alias: min(slugs) for alias, slugs in sorted(pairs.items()) if len(slugs) == 1}


def best_name(names: Counter[str], first_seen: dict[str, int]) -> str:
    """The commonest spelling of several words; of those as common the fullest, then case, age, alphabet.

    Args:
        names: Printed forms with their counts.
        first_seen: Place of each form's first cable in order of date, so that a tie changes nothing.
    """
    by_form: Counter[tuple[str, ...]] = Counter()
    for name, count in names.items():
        by_form[name_form(name).tokens] += count
    several = {form for form in by_form if len(form) > 1} or set(by_form)
    several -= {form for form in several if _surname_of(form, names, by_form)}

    def rank(name: str) -> tuple[bool, bool, int, int, bool, bool, int, int, str]:
        form = name_form(name).tokens
        titled = not plain(name).startswith(form[0])
        twice = len(set(form)) < len(form) == GIVEN_AND_SURNAME  # Rice Rice
        return (
            form not in several,
            twice,
            -by_form[form],
            -len(form),
            titled,
            name.isupper(),
            -names[name],
            first_seen[name],
            name,
        )

    return min(names, key=rank)


def _surname_of(form: tuple[str, ...], names: Iterable[str], by_form: Mapping[tuple[str, ...], int]) -> bool:
    """Whether a form is two words of a surname (Lula da Silva), and a fuller one, met twice, ends in it."""
    several_words = any(name_form(name).tokens == form and len(name.split()) > len(form) for name in names)
    return several_words and any(
        count > 1 and len(other) > len(form) and other[-len(form) :] == form
        for other, count in by_form.items()
    )


# ---- Persons -------------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class Draft:
    """A person before the addresses are given."""

    cluster: Cluster
    mentions: list[Occurrence]
    """In order of date, then key; undated last."""
    name: str


def make_drafts(corpus: Corpus, clusters: Iterable[Cluster]) -> list[Draft]:
    """Order mentions and choose names; the persons whose first cable is oldest come first."""
    drafts = [_draft(corpus, cluster) for cluster in clusters]
    return sorted(drafts, key=lambda draft: (_when(corpus, draft.mentions[0]), draft.name))


def _when(corpus: Corpus, mention: Occurrence) -> tuple[str, str, int]:
    context = corpus.contexts[mention[0]]
    return (context.date.isoformat() if context.date else "~", context.key, mention[1])


def _draft(corpus: Corpus, cluster: Cluster) -> Draft:
    mentions = sorted((m for cell in cluster.cells for m in cell.mentions), key=lambda m: _when(corpus, m))
    names: Counter[str] = Counter()
    first_seen: dict[str, int] = {}
    for place, mention in enumerate(mentions):
        name = corpus.person_found(mention).name
        names[name] += 1
        first_seen.setdefault(name, place)
    return Draft(cluster=cluster, mentions=mentions, name=best_name(names, first_seen))


def give_names(drafts: Iterable[Draft], wanted: Mapping[int, str]) -> None:
    """Give the names that people.yml wants, by the number of the cluster."""
    for draft in drafts:
        if draft.cluster.number in wanted:
            draft.name = wanted[draft.cluster.number]


def build(
    corpus: Corpus,
    drafts: Sequence[Draft],
    notes: dict[int, str],
    hidden: frozenset[int],
) -> People:
    """Give addresses and make the persons."""
    slugs = assign(_claim(corpus, draft) for draft in drafts)
    persons = [
        _person(corpus, draft, slug, notes.get(draft.cluster.number))
        for draft, slug in zip(drafts, slugs, strict=True)
    ]
    lookup = {(a.cable, a.index): person.slug for person in persons for a in person.appearances}
    spelled = (
        (slug, name, corpus.contexts[cable].country)
        for draft, slug in zip(drafts, slugs, strict=True)
        for cable, index in draft.mentions
        if (name := corpus.contexts[cable].people[index].name) != draft.name
    )
    return People(
        persons=tuple(sorted(persons, key=lambda person: person.slug)),
        slugs=lookup,
        aliases=aliases(spelled, frozenset(slugs)),
        hidden=frozenset(
            slug for draft, slug in zip(drafts, slugs, strict=True) if draft.cluster.number in hidden
        ),
    )


def _claim(corpus: Corpus, draft: Draft) -> Claim:
    return Claim(
        name=draft.name,
        first=corpus.contexts[draft.mentions[0][0]],
        abroad=len(draft.cluster.countries) > 1,
    )


def _person(corpus: Corpus, draft: Draft, slug: str, note: str | None) -> Person:
    appearances = tuple(
        Appearance(
            cable=corpus.contexts[cable].key,
            index=index,
            date=corpus.contexts[cable].date,
            found=corpus.contexts[cable].people[index],
        )
        for cable, index in draft.mentions
    )
    forms = {form for a in appearances for form in (a.found.name, *a.found.mentions)}
    return Person(
        slug=slug,
        name=draft.name,
        variants=tuple(sorted(forms - {draft.name})),
        appearances=appearances,
        protected=any(a.found.protected for a in appearances),
        note=note,
    )


def notes_for(pool: Pool, undecided: Iterable[Undecided], names: dict[int, str]) -> dict[int, str]:
    """Why a surname was kept apart, by the number of its cluster."""
    notes: dict[int, str] = {}
    for case in undecided:
        candidates = sorted({names[pool.root(c.number)] for c in case.candidates[:4]})
        notes[pool.root(case.number)] = (
            f"Kept apart: where the name stands alone it fits {' and '.join(candidates)}."
        )
    return notes


ALONE_NOTE = "Named by this one word only."
"""Note of a surname that has no candidate at all."""


def alone_notes(clusters: Iterable[Cluster]) -> dict[int, str]:
    """The note of every cluster that has no name of several words."""
    return {cluster.number: ALONE_NOTE for cluster in clusters if not cluster.forms}


def printed_names(drafts: Iterable[Draft]) -> dict[int, str]:
    """Chosen name of each cluster by its number."""
    return {draft.cluster.number: draft.name for draft in drafts}
