"""Who signed a post's cables, and when: chiefs of mission come and go, and a reader sees who was there.

A signature is a surname. It counts for the person of that surname whom the cable names, so that the
Ambassador's name leads to the Ambassador's page; where there is none it stands as printed.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.names.filing import slugged
from generator.pages import address
from generator.pages.escape import inline, link, one_line, shaped
from generator.pages.network import LOW
from generator.settle import Entry
from generator.wording import Words

MOST: Final = 20
"""Signers shown: those of most cables."""
WIDTH: Final = 100
"""Units of the whole time."""
SHORTEST: Final = 2
"""Units of one day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Whoever signed, with the cables in order of time."""

    name: str
    slug: str | None
    """None where no person is known by the signature."""
    entries: tuple[Entry, ...]


def signers(catalogue: Catalogue, entries: Sequence[Entry]) -> tuple[Signer, ...]:
    """Those who signed cables of which at least the year is known, in the order in which they begin."""
    named = cache(lambda slug: slugged(catalogue.people[slug].name))
    signed: list[tuple[Entry, str, frozenset[str]]] = []
    known: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        surname = slugged(entry.signed_by or "")
        if surname and entry.year is not None:
            bearers = frozenset(
                slug
                for slug in entry.people
                if slug in catalogue.people and f"-{named(slug)}".endswith(f"-{surname}")
            )
            signed.append((entry, surname, bearers))
            known[surname] |= bearers
    groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry, surname, bearers in signed:
        own = bearers or known[surname]
        groups[surname, next(iter(own)) if len(own) == 1 else ""].append(entry)
    found = (
        Signer(
            name=catalogue.people[slug].name if slug else one_line(group[0].signed_by or ""),
            slug=slug or None,
            entries=tuple(group),
        )
        for (_, slug), group in groups.items()
    )
    most = sorted(found, key=lambda signer: (-len(signer.entries), signer.name))[:MOST]
    return tuple(sorted(most, key=lambda signer: (_day(signer.entries[0]), signer.name)))


def signers_over_time(
    catalogue: Catalogue, entries: Sequence[Entry], here: str, words: Words, *, least: int
) -> Markup:
    """A row for each with a bar from first to last; nothing where fewer than two signed.

    Args:
        catalogue: All cables.
        entries: Those of a post, in order of time.
        here: Page that shows it.
        words: In which language.
        least: Cables that must name a person for a page of their own.
    """
    found = signers(catalogue, entries)
    if len(found) < 2:  # noqa: PLR2004 - one alone has no order
        return Markup("")
    days = [(_day(signer.entries[0]), _day(signer.entries[-1])) for signer in found]
    first, last = min(start for start, _ in days), max(end for _, end in days)
    scale = (WIDTH - SHORTEST) / max(last - first, 1)
    bars = "".join(
        f"M{(start - first) * scale:.0f} {row * LOW + LOW // 2}h{(end - start) * scale + SHORTEST:.0f}"
        for row, (start, end) in enumerate(days)
    )
    items = Markup("\n").join(_item(catalogue, signer, here, words, least) for signer in found)
    return shaped(
        '## {} {{: #signers }}\n\n<div class="cp-network cp-network--low cp-network--time" markdown>\n\n'
        '<svg viewBox="0 0 {} {}"><path d="{}"></path></svg>\n\n{}\n\n</div>',
        inline(words.places.signers),
        WIDTH,
        LOW * len(found),
        bars,
        items,
    )


def _item(catalogue: Catalogue, signer: Signer, here: str, words: Words, least: int) -> Markup:
    has_page = signer.slug is not None and len(catalogue.by_person[signer.slug]) >= least
    name = (
        link(signer.name, address.relative(here, address.person(signer.slug)))
        if signer.slug and has_page
        else shaped("<b>{}</b>", inline(signer.name))
    )
    when = words.span(entry.date or entry.year for entry in signer.entries)
    return shaped("- {} {}", name, inline(f"{words.number(len(signer.entries))} \u00b7 {when}"))


def _day(entry: Entry) -> int:
    """The day, counted; the middle of the year where that alone is known."""
    return (entry.date.date() if entry.date else date(entry.year or 1, 7, 1)).toordinal()
