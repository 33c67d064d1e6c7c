"""What a set of cables has in common: its most frequent tags, people and posts as a line of links each."""

from collections import Counter
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.pages import address
from generator.pages.escape import inline, link, shaped
from generator.settle import Entry
from generator.wording import Words

MOST = 8
"""Links a line."""
ENOUGH = 10
"""Cables from which such lines say more than the list below them."""


def facets(  # noqa: PLR0913 - the set, where it is shown, and what is left out of it
    catalogue: Catalogue,
    entries: Sequence[Entry],
    here: str,
    words: Words,
    *,
    least: int,
    but: str | None = None,
) -> Markup:
    """Markdown that begins with an empty line, or nothing for a short list.

    Args:
        catalogue: All cables.
        entries: The set.
        here: Page that shows it.
        words: In which language.
        least: Cables that must name a person for a page of their own.
        but: A tag or post not to name, being the page's own.
    """
    if len(entries) < ENOUGH:
        return Markup("")
    lines = (
        (words.lists.tags, top_tags(entries, here, words, but=but)),
        (words.lists.people, top_people(catalogue, entries, here, words, least=least)),
        (words.lists.posts, top_posts(entries, here, words, but=but)),
    )
    shown = [(name, line) for name, line in lines if line]
    if not shown:
        return Markup("")
    text = Markup("\n\n").join(shaped("{}\n:   {}", inline(name), line) for name, line in shown)
    return shaped('\n\n<div class="cp-facets" markdown>\n\n{}\n\n</div>', text)


def top_tags(
    entries: Sequence[Entry], here: str, words: Words, *, but: str | None = None, most: int = MOST
) -> Markup:
    """The most frequent TAGS."""
    counts = Counter(tag for entry in entries for tag in entry.tags if tag != but)
    return _join(
        (
            (tag, path, count)
            for tag, count in _top(counts, most)
            if (path := _maybe(here, address.tag(tag))) is not None
        ),
        words,
    )


def top_people(  # noqa: PLR0913 - the set, where it is shown, and how many
    catalogue: Catalogue,
    entries: Sequence[Entry],
    here: str,
    words: Words,
    *,
    least: int,
    most: int = MOST,
) -> Markup:
    """Those whom most of the cables name, of those who have a page."""
    counts = Counter(
        slug
        for entry in entries
        for slug in entry.people
        if slug in catalogue.people and len(catalogue.by_person[slug]) >= least
    )
    return _join(
        (
            (catalogue.people[slug].name, address.relative(here, address.person(slug)), count)
            for slug, count in _top(counts, most)
        ),
        words,
    )


def top_posts(
    entries: Sequence[Entry], here: str, words: Words, *, but: str | None = None, most: int = MOST
) -> Markup:
    """The posts that sent most of them."""
    counts = Counter(entry.post for entry in entries if entry.post not in (None, but))
    return _join(
        ((post, address.relative(here, address.post(post)), count) for post, count in _top(counts, most)),
        words,
    )


def _top(counts: Counter[str], most: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most]


def _maybe(here: str, path: str | None) -> str | None:
    return None if path is None else address.relative(here, path)


def _join(items: Iterable[tuple[str, str, int]], words: Words) -> Markup:
    return Markup(", ").join(
        link(inline(name), target) + shaped(" ({})", inline(words.number(count)))
        for name, target, count in items
    )
