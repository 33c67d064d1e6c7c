"""The address of a person's page.

The rule: the address is the name (``yevgeniy-zhovtis``). A single common word, which many people bear, always
takes the country of its first cable with it (``garcia-peru``). Where two people have the same name, the one
whose first cable is older keeps the bare address; the other takes country, then post, then id of its own
first cable (``john-smith-chile``, ``john-smith-chile-santiago``, ``john-smith-09santiago12``). No counters:
what else is in the corpus decides nothing but whether a name is taken.

Its limit: a newly added cable that is older than every cable naming a person, and names a namesake, takes
the bare address; and a spelling that becomes the most frequent one becomes the address of its own person.
Every spelling of several words that is nobody else's goes on leading to the page as an alias, so an address
once given is not lost. A ``rename`` in people.yml pins it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from slugify import slugify

from generator.model import CableContext
from generator.people.resolve.fold import plain
from generator.people.resolve.lexicon import COMMON
from generator.people.resolve.names import name_form


def slug_of(name: str) -> str:
    """The address made of a name alone; ``person`` for a name without a letter or digit of any script."""
    return slugify(name, max_length=80, word_boundary=True) or "person"


def claims(name: str, first: CableContext) -> Iterator[str]:
    """Addresses that a person may have, the preferred one first; the last is unique to the cable."""
    bare = slug_of(name)
    form = name_form(name)
    country, post = slugify(first.country or ""), slugify(first.post or "")
    if not (country and form.alone and form.tokens[0] in COMMON):
        yield bare
    if country:
        yield f"{bare}-{country}"
    if post:
        yield f"{bare}-{country}-{post}" if country and country != post else f"{bare}-{post}"
    yield f"{bare}-{slugify(first.key)}"


def assign(wanted: Iterable[tuple[str, CableContext]]) -> tuple[str, ...]:
    """One address for each (name, first cable), in the order given: older first cables are to come first."""
    taken: set[str] = set()
    given: list[str] = []
    for name, first in wanted:
        slug = next((each for each in claims(name, first) if each not in taken), None)
        if slug is None:
            # Two people of one name in one cable: what tells them apart is their order in it.
            last = list(claims(name, first))[-1]
            slug = next(f"{last}-{at}" for at in range(2, len(taken) + 3) if f"{last}-{at}" not in taken)
        taken.add(slug)
        given.append(slug)
    return tuple(given)


def aliases(spellings: Iterable[tuple[str, Iterable[str]]], taken: frozenset[str]) -> dict[str, str]:
    """Other addresses -> slug: slugs of a person's other spellings that nobody else has or shares."""
    pairs: defaultdict[str, set[str]] = defaultdict(set)
    for slug, names in spellings:
        for name in names:
            if not name_form(name).alone:
                pairs[slug_of(name)].add(slug)
    return {
        alias: next(iter(slugs))
        for alias, slugs in sorted(pairs.items())
        if len(slugs) == 1 and alias not in taken
    }


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
