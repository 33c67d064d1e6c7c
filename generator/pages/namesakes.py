"""People of one name told apart, where names stand in a list: ``Mendoza (Ecuador)``, ``Mendoza (Peru)``."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.model import Person
from generator.pages.escape import one_line
from generator.people.resolve.role_names import clean_roles
from generator.wording import Words


def told_apart(catalogue: Catalogue, words: Words) -> dict[str, str]:
    """By slug, of those who share their name with somebody: what no other of the name has.

    The country of most of the cables that name them, an office that they give, the years, in this order: the
    first of these that is this person's alone; else all that is known, which may be the same.
    """
    by_name: dict[str, list[Person]] = defaultdict(list)
    for person in catalogue.people.values():
        by_name[one_line(person.name)].append(person)
    return {
        slug: mark
        for namesakes in by_name.values()
        if len(namesakes) > 1
        for slug, mark in _marks(namesakes, catalogue, words)
        if mark
    }


def _marks(namesakes: Sequence[Person], catalogue: Catalogue, words: Words) -> Iterator[tuple[str, str]]:
    facts = {person.slug: _facts(person, catalogue, words) for person in namesakes}
    for person in namesakes:
        own = facts[person.slug]
        others = {fact for slug, known in facts.items() if slug != person.slug for fact in known}
        yield person.slug, next((fact for fact in own if fact not in others), ", ".join(own))


def _facts(person: Person, catalogue: Catalogue, words: Words) -> tuple[str, ...]:
    entries = catalogue.by_person[person.slug]
    countries = Counter(entry.country for entry in entries if entry.country)
    country = min(countries, key=lambda name: (-countries[name], name), default=None)
    roles = clean_roles(
        role
        for appearance in person.appearances
        if appearance.cable in catalogue.entries
        for role in appearance.found.roles
    )
    office = min(roles.values(), default=None)
    years = words.span(entry.date or entry.year for entry in entries)
    return tuple(one_line(fact) for fact in (country, office, years) if fact)
