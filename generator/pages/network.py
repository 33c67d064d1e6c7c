"""What is connected with what: a list whose rows are joined by arcs, drawn while the site is built.

The arcs are one small SVG beside the list; the style sheet gives each row the height of its place there.
Around a cable stand those that it cites and that cite it, and related ones that name the same people; around
a person those who are named together with them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from markupsafe import Markup

from generator.catalogue import Links
from generator.pages import address
from generator.pages.escape import inline, link, phrase, shaped
from generator.pages.items import cable_item, facts_line
from generator.settle import Entry
from generator.wording import Words

LEAST: Final = 3
"""Connections from which a figure shows more than the lists do."""
CITING_LEAST: Final = 2
"""Citations among them: people in common alone are what the list of related cables says."""
MOST_CITING: Final = 8
"""Cables around one that it cites or that cite it: the nearest in time."""
AGAIN: Final = 2
"""Cables that name two people together before an arc joins them: within one, all are named with all."""
WIDTH: Final = 60
"""Units for the arcs; a row of two lines has 44, one of a single line 30, as in the style sheet."""
TALL, LOW = 44, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """A connection of two rows."""

    first: int
    second: int
    """Below the first."""
    style: str
    """``cites``, ``shares``, ``often``, ``sometimes``: a class of the style sheet, drawn from Z to A."""


def around_cable(links: Links, here: str, words: Words) -> Markup:
    """The cables around one, in order of time; nothing where they are too few.

    Args:
        links: What its page shows of the rest of the site.
        here: The page.
        words: In which language.
    """
    own = links.entry
    citing = _nearest(own, {each.key: each for each in (*links.held.values(), *_entries(links))}.values())
    named = links.person_pages
    sharing = [
        other
        for other in links.related
        if named.intersection(other.people) and all(other.key != each.key for each in citing)
    ]
    if len(citing) < CITING_LEAST or len(citing) + len(sharing) < LEAST:
        return Markup("")
    rows = sorted((own, *citing, *sharing), key=lambda entry: entry.sort_key)
    return _figure(
        [own_item(entry, words) if entry is own else cable_item(entry, here, words) for entry in rows],
        _cited_arcs(rows, own, {entry.key for entry in sharing}),
        TALL,
        words.cable.arcs if sharing else words.cable.arcs_citing,
        own=rows.index(own),
    )


def own_item(entry: Entry, words: Words) -> Markup:
    """The cable whose page it is, among others: no link."""
    return shaped("- **{}**\n  {}", inline(words.cable.this_cable), facts_line(entry, words))


def _entries(links: Links) -> Iterable[Entry]:
    return (citation.entry for citation in links.cited_by)


def _nearest(own: Entry, others: Iterable[Entry]) -> list[Entry]:
    """Those nearest in time, the undated last."""

    def distance(other: Entry) -> tuple[bool, float, str]:
        if own.date is None or other.date is None:
            return True, 0.0, other.key
        return False, abs((own.date - other.date).total_seconds()), other.key

    return sorted((other for other in others if other.key != own.key), key=distance)[:MOST_CITING]


def _cited_arcs(rows: Sequence[Entry], own: Entry, sharing: set[str]) -> list[Arc]:
    """Which of the cables cites which, also among those around; and what only names the same people."""
    cites = {entry.key: {cited.id for cited in entry.cites} for entry in rows}
    arcs = []
    for (first, one), (second, other) in combinations(enumerate(rows), 2):
        if one.id in cites[other.key] or other.id in cites[one.key]:
            arcs.append(Arc(first=first, second=second, style="cites"))
        elif own in (one, other) and sharing & {one.key, other.key}:
            arcs.append(Arc(first=first, second=second, style="shares"))
    return arcs


def around_person(
    together: Sequence[tuple[str, int]],
    entries: Sequence[Entry],
    names: Mapping[str, str],
    here: str,
    words: Words,
) -> Markup:
    """The people named together with one, and who of them are named with each other.

    Args:
        together: Each of them with the number of cables that name both; those named most first.
        entries: The cables that name the person.
        names: Of them, by slug.
        here: The person's page.
        words: In which language.

    Returns:
        Nothing where too few of them are named with each other more than once.
    """
    slugs = [slug for slug, _ in together]
    place = {slug: index for index, slug in enumerate(slugs)}
    counts = Counter(
        pair
        for entry in entries
        for pair in combinations(sorted({place[slug] for slug in entry.people if slug in place}), 2)
    )
    often = {pair: number for pair, number in counts.items() if number >= AGAIN}
    if len(often) < LEAST:
        return Markup("")
    most = max(often.values())
    items = [
        shaped(
            "- {} {}",
            link(names[slug], address.relative(here, address.person(slug))),
            inline(words.number(count)),
        )
        for slug, count in together
    ]
    arcs = [
        Arc(first=first, second=second, style="often" if 2 * often[first, second] > most else "sometimes")
        for first, second in sorted(often)
    ]
    return _figure(items, arcs, LOW, words.people.arcs)


def _figure(
    items: Sequence[Markup], arcs: Sequence[Arc], height: int, said: str, *, own: int | None = None
) -> Markup:
    """The list, the arcs beside it and below them what they mean."""
    paths = Markup("").join(
        shaped(
            '<path class="cp-{}" d="{}"></path>',
            style,
            "".join(_arc(arc, height) for arc in arcs if arc.style == style),
        )
        for style in sorted({arc.style for arc in arcs}, reverse=True)
    )
    points = Markup("").join(
        shaped(
            '<circle cx="{}" cy="{}" r="{}"></circle>',
            WIDTH - 6,
            _middle(row, height),
            5 if row == own else 3,
        )
        for row in range(len(items))
    )
    drawn = shaped('<svg viewBox="0 0 {} {}">{}{}</svg>', WIDTH, height * len(items), paths, points)
    style = "cp-network" if height == TALL else "cp-network cp-network--low"
    return shaped(
        '<div class="{}" markdown>\n\n{}\n\n{}\n\n</div>\n\n{}\n{{: .cp-note }}',
        style,
        drawn,
        Markup("\n").join(items),
        phrase(said),
    )


def _middle(row: int, height: int) -> int:
    return row * height + height // 2


def _arc(arc: Arc, height: int) -> str:
    """From one row to another by the left, the wider the farther they are apart."""
    down = (arc.second - arc.first) * height
    out = min(8 + 6 * (arc.second - arc.first), WIDTH - 12)
    return f"M{WIDTH - 6} {_middle(arc.first, height)}a{out} {down // 2} 0 0 0 0 {down}"
