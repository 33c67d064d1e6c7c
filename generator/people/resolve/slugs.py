"""The address of a person's page.

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
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import CableContext
from generator.names.filing import slug_of, slugged
from generator.names.folding import plain
from generator.names.forms import name_form


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
        slug = next((each for each in claims(claim) if each not in taken), None)
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
    """The fullest well-attested spelling: more words count half as much again each; then case, age, alphabet.

    Args:
        names: Printed forms with their counts.
        first_seen: Place of each form's first cable in order of date, so that a tie changes nothing.
    """
    by_form: Counter[tuple[str, ...]] = Counter()
    for name, count in names.items():
        by_form[name_form(name).tokens] += count
    several = {form for form in by_form if len(form) > 1} or set(by_form)

    def rank(name: str) -> tuple[bool, float, bool, bool, int, int, str]:
        form = name_form(name).tokens
        weight = by_form[form] * (1 + 0.5 * len(form))
        titled = not plain(name).startswith(form[0])
        return form not in several, -weight, titled, name.isupper(), -names[name], first_seen[name], name

    return min(names, key=rank)
