"""What a person's page says beyond the list of cables."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from generator.model import Appearance, CableContext, Person
from generator.people.resolve.roles import office


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One office of a person, with the cables that give it."""

    title: str
    """Most frequent wording: ``Minister of Justice``."""
    cables: tuple[str, ...]
    """Keys of the cables that give it, in order of date."""
    first: datetime | None
    """Date of the first of them; None where none is dated."""
    last: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A person seen through the cables that name them; counts are of cables, most frequent first."""

    roles: tuple[Role, ...]
    """In order of their first cable."""
    years: tuple[tuple[int, int], ...]
    """(year, cables), in order of year: the timeline."""
    posts: tuple[tuple[str, int], ...]
    countries: tuple[tuple[str, int], ...]
    tags: tuple[tuple[str, int], ...]
    company: tuple[tuple[str, int], ...]
    """(slug, cables in common) of the people named with this one."""


def profile(
    person: Person,
    contexts: Mapping[str, CableContext],
    slugs: Mapping[tuple[str, int], str],
    *,
    company: int = 12,
) -> Profile:
    """Sum up a person.

    Args:
        person: One of ``People.persons``.
        contexts: Contexts of the corpus by key; those of the person's cables are looked at.
        slugs: ``People.slugs``.
        company: How many of the people most often named with this one to give.
    """
    keys = dict.fromkeys(appearance.cable for appearance in person.appearances)
    cables = [contexts[key] for key in keys]
    together = Counter(
        slug
        for cable in cables
        for slug in {slugs[cable.key, index] for index in range(len(cable.people))} - {person.slug}
    )
    return Profile(
        roles=roles(person.appearances),
        years=tuple(sorted(Counter(cable.date.year for cable in cables if cable.date).items())),
        posts=_counted(cable.post for cable in cables if cable.post),
        countries=_counted(cable.country for cable in cables if cable.country),
        tags=_counted(tag for cable in cables for tag in dict.fromkeys(cable.tags)),
        company=_counted(together.elements())[:company],
    )


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))


def roles(appearances: Iterable[Appearance]) -> tuple[Role, ...]:
    """The offices that cables give a person; wordings of one office ("FM", "Foreign Minister") are one."""
    wordings: defaultdict[frozenset[str], Counter[str]] = defaultdict(Counter)
    given: defaultdict[frozenset[str], dict[str, datetime | None]] = defaultdict(dict)
    for appearance in appearances:
        for role in appearance.found.roles:
            words = office(role) or frozenset({role.casefold()})
            wordings[words][role] += 1
            given[words][appearance.cable] = appearance.date
    made = [_role(wordings[words], given[words]) for words in given]
    return tuple(sorted(made, key=lambda role: (role.first is None, str(role.first), role.title)))


def _role(wordings: Counter[str], cables: dict[str, datetime | None]) -> Role:
    dated = sorted(date for date in cables.values() if date)
    title = min(wordings, key=lambda wording: (-wordings[wording], wording.isupper(), wording))
    return Role(
        title=title,
        cables=tuple(cables),
        first=dated[0] if dated else None,
        last=dated[-1] if dated else None,
    )
