"""The home page: what the publisher wrote, and what the collection is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.pages import address, terms
from generator.pages.bars import Bar, bars, year_bars
from generator.pages.escape import html, inline, link, shaped
from generator.pages.items import cable_item
from generator.pages.output import Output
from generator.pages.summary import top_people
from generator.pages.templates import render
from generator.settings import Site
from generator.settle import Entry
from generator.tables import tag as look_up
from generator.wording import Words, words_in

MARKER = "<!-- cablepress: overview -->"
"""Where in the publisher's ``docs/home.md`` the overview goes; at its end where the marker is missing."""

OVERVIEW = "cp-overview"
"""Class of the element around it: inside is made from cables, outside written by people."""

TOP = 10
"""Entries of each short list."""
NOTABLE = 6
"""Cables shown as most cited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What ``overview.md.j2`` shows."""

    words: Words
    span: str | None
    figures: tuple[Markup, ...]
    chart: Markup
    tags: Markup
    posts: Markup
    people: Markup
    cited: tuple[Markup, ...]
    latest: tuple[Markup, ...]
    further: Markup
    """Links to lists that only some sites have, and no menu names."""


def home_page(catalogue: Catalogue, site: Site, written: str, *, released: bool = False) -> Output:
    """The home page.

    Args:
        catalogue: All cables.
        site: Options of the site.
        written: The publisher's ``docs/home.md``.
        released: Whether there is a page of changes.
    """
    shown = Markup(render("overview.md.j2", _overview(catalogue, site, released=released)))  # noqa: S704 - Markdown, escaped
    overview = shaped('<div class="{}" markdown>\n\n{}\n\n</div>\n', OVERVIEW, shown)
    before, marker, after = written.partition(MARKER)
    if not marker:
        before, after = f"{written.rstrip()}\n\n", ""
    return Output(path=address.HOME, content=f"{before}{overview}{after}".encode())


def _overview(catalogue: Catalogue, site: Site, *, released: bool) -> Overview:
    entries = tuple(catalogue.entries.values())
    least, words = site.page_from(len(catalogue.entries)), words_in(site.language)
    chart = year_bars(entries, address.year)
    return Overview(
        words=words,
        span=words.span(entry.date or entry.year for entry in entries),
        figures=tuple(_figures(catalogue, words)),
        chart=bars(chart, words, label=words.lists.by_year) if chart else Markup(""),
        tags=_top_tags(catalogue, words),
        posts=_top_posts(catalogue, words),
        people=top_people(catalogue, entries, address.HOME, words, least=least, most=2 * TOP),
        cited=tuple(cable_item(entry, address.HOME, words) for entry in _most_cited(catalogue)),
        latest=tuple(cable_item(entry, address.HOME, words) for entry in _latest(catalogue)),
        further=_further(catalogue, words, released=released),
    )


def _further(catalogue: Catalogue, words: Words, *, released: bool) -> Markup:
    lists = (
        (catalogue.by_collection, words.holdings.collections, address.COLLECTIONS),
        (catalogue.by_concept, words.places.concepts, address.CONCEPTS),
        (released, words.changes.title, address.CHANGES),
    )
    return Markup(" \u00b7 ").join(link(title, path) for there, title, path in lists if there)


def _figures(catalogue: Catalogue, words: Words) -> Iterator[Markup]:
    for count, noun, path in (
        (len(catalogue.entries), words.home.cables, address.DATES),
        (len(catalogue.people), words.home.people, address.PEOPLE),
        (len(catalogue.by_post), words.home.posts, address.POSTS),
        (len(catalogue.by_tag), words.home.tags, address.TAGS),
        (len(catalogue.absent), words.home.absent, address.REFERENCES),
    ):
        number = html(words.number(count))
        shown = shaped("<b>{}</b> <span>{}</span>", number, inline(noun(count)))
        yield shaped("- {}", link(shown, path))


def _top_tags(catalogue: Catalogue, words: Words) -> Markup:
    ranked = sorted(catalogue.by_tag, key=lambda code: (-len(catalogue.by_tag[code]), code))
    return bars(
        [
            Bar(label=_tag_label(code), count=len(catalogue.by_tag[code]), target=address.tag(code))
            for code in ranked[:TOP]
        ],
        words,
        label=words.home.frequent_tags,
        across=True,
    )


def _tag_label(code: str) -> str:
    known = look_up(code)
    return f"{code} {terms.short_meaning(known.meaning)}" if known else code


def _top_posts(catalogue: Catalogue, words: Words) -> Markup:
    ranked = sorted(catalogue.by_post, key=lambda name: (-len(catalogue.by_post[name]), name))
    return bars(
        [
            Bar(label=name, count=len(catalogue.by_post[name]), target=address.post(name))
            for name in ranked[:TOP]
        ],
        words,
        label=words.home.busiest_posts,
        across=True,
    )


def _most_cited(catalogue: Catalogue) -> list[Entry]:
    counts = Counter(
        {
            cited: len(citing)
            for cited, citing in catalogue.cited_by.items()
            if cited in catalogue.entries and len(citing) > 1
        }
    )
    ranked = sorted(counts, key=lambda cited: (-counts[cited], cited))
    return [catalogue.entries[cited] for cited in ranked[:NOTABLE]]


def _latest(catalogue: Catalogue) -> list[Entry]:
    dated = [entry for entry in catalogue.entries.values() if entry.date is not None]
    return dated[-NOTABLE:][::-1]
