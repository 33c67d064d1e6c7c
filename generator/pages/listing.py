"""Pages that list cables: by year, and split by year, month and day once a list is too long to read.

A list of up to ``LONGEST`` cables is one page. A longer one shows its years and months as links to pages of
their own; the address of the list itself never changes. Nothing is split beyond a day.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from typing import Any

from markupsafe import Markup

from generator.pages import address
from generator.pages.bars import Bar, bars, years
from generator.pages.escape import inline, link
from generator.pages.front_matter import front_matter
from generator.pages.items import cable_item
from generator.pages.output import Output
from generator.pages.templates import render
from generator.settle import Entry
from generator.wording import Words

LONGEST = 500
"""Cables on one page: some 250 KB of HTML."""
YEARS_FROM = 12
"""Cables from which a list has a heading for each year."""
FILTER_FROM = 20
"""Entries of an index from which a filter box is worth its place."""
LONG = 40
"""Cables from which a list gets a chart of its years."""

When = tuple[int, ...]
"""(year), (year, month) or (year, month, day); year 0 is the undated, month 0 those of the year alone."""
NOTHING = Markup("")
Note = Callable[[Entry, str], Markup | None]
"""What a list says of a cable beyond its facts; given the entry and the page it stands on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Items under one heading."""

    title: str
    """Empty for the sole group of a page."""
    anchor: str
    items: tuple[Markup, ...]
    style: str = "cp-list"
    """``cp-list`` for cables, ``cp-index`` for short entries in columns."""
    minor: bool = False
    """One of hundreds: a smaller heading that the page's table of contents leaves out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """What ``list.md.j2`` shows."""

    front_matter: Markup
    title: str
    crumbs: Markup
    intro: Markup
    chart: Markup
    groups: tuple[Group, ...]
    before_list: Markup = NOTHING
    outro: Markup = NOTHING
    filter: str | None = None
    """Label of a box that filters the page's items; None for none."""
    names: str | None = None
    """Script beside the page with all that the box searches, where the page itself holds only a part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list of cables and what stands around it."""

    path: str
    """Address of its page."""
    title: str
    entries: Sequence[Entry]
    """In order of time."""
    crumbs: tuple[tuple[str, str], ...] = ()
    """(text, path) of the pages above."""
    intro: Markup = NOTHING
    before_list: Markup = NOTHING
    """Between chart and list, on the list's own page only."""
    outro: Markup = NOTHING
    """Below the list, on the list's own page only."""
    note: Note | None = None
    chart_from: int = LONG
    """Cables from which the list gets a chart of its years."""
    record: dict[str, Any] = field(default_factory=dict)
    """Front matter."""


def write_page(path: str, page: ListPage, words: Words) -> Output:
    """Render a page of lists."""
    titled = page if page.title.strip() else replace(page, title=words.lists.no_name)
    return Output(path=path, content=render("list.md.j2", titled).encode())


def page_head(record: dict[str, Any]) -> Markup:
    """Front matter of an index page."""
    return Markup(front_matter({"template": "index.html", **record}))  # noqa: S704 - YAML, made by its library


def crumbs(here: str, above: Sequence[tuple[str, str]]) -> Markup:
    """Links to the pages above."""
    steps = [link(text, address.relative(here, path)) for text, path in above]
    return Markup(" \u203a ").join(steps)


def list_pages(listing: Listing, words: Words) -> Iterator[Output]:
    """The page of a list, and those of its parts where it is long."""
    if len(listing.entries) <= LONGEST:
        yield write_page(listing.path, _whole(listing, words), words)
        return
    parts = list(_split(listing.entries))
    yield write_page(listing.path, _overview(listing, parts, words), words)
    for when, entries in parts:
        yield write_page(address.part(listing.path, *when), _part(listing, when, entries, words), words)


def _split(entries: Sequence[Entry]) -> Iterator[tuple[When, Sequence[Entry]]]:
    """Years; months of a year that is too long; days of a month that is. The undated stay together."""
    for year, in_year in _by(entries, _year):
        if len(in_year) <= LONGEST or not year:
            yield (year,), in_year
            continue
        for month, in_month in _by(in_year, _month):
            if len(in_month) <= LONGEST or not month:
                yield (year, month), in_month
            else:
                yield from (((year, month, day), in_day) for day, in_day in _by(in_month, _day))


def _named(when: When, words: Words) -> str:
    """``2009``, ``February 2009``, ``20 February 2009``; ``Undated`` for year 0."""
    year, *rest = when
    if not rest:
        return str(year) if year else words.lists.undated
    month, *day = rest
    if not month:
        return words.cable.day_not_known.format(year=year)
    return words.day(date(year, month, *day)) if day else words.month(year, month)


def _page(listing: Listing, chart: Sequence[Bar], groups: Iterable[Group], words: Words) -> ListPage:
    return ListPage(
        front_matter=page_head(listing.record),
        title=listing.title,
        crumbs=crumbs(listing.path, listing.crumbs),
        intro=listing.intro,
        chart=bars(chart, words, label=words.lists.by_year) if len(chart) > 1 else Markup(""),
        groups=tuple(groups),
        before_list=listing.before_list,
        outro=listing.outro,
    )


def _whole(listing: Listing, words: Words) -> ListPage:
    """Everything on one page, under its years."""
    long = len(listing.entries) >= listing.chart_from
    chart = [Bar(label=str(year), count=n, target=f"#y{year}") for year, n in years(listing.entries)]
    if len(listing.entries) < YEARS_FROM:
        items = _items(listing.entries, listing.path, listing.note, words)
        group = Group(title=words.lists.heading, anchor="list", items=items)
        return _page(listing, chart if long else (), (group,), words)
    groups = (
        Group(
            title=_named((year,), words),
            anchor=f"y{year}",
            items=_items(entries, listing.path, listing.note, words),
        )
        for year, entries in _by(listing.entries, _year)
    )
    return _page(listing, chart if long else (), groups, words)


def _overview(listing: Listing, parts: Sequence[tuple[When, Sequence[Entry]]], words: Words) -> ListPage:
    """The parts of a long list as links, under their years."""
    chart = [Bar(label=str(year), count=n, target=f"#y{year}") for year, n in years(listing.entries)]
    groups = (
        Group(
            title=_named((year,), words),
            anchor=f"y{year}",
            items=tuple(_part_link(listing, when, len(entries), words) for when, entries in group),
        )
        for year, group in groupby(parts, key=lambda part: part[0][0])
    )
    return _page(listing, chart, groups, words)


def _part_link(listing: Listing, when: When, count: int, words: Words) -> Markup:
    target = address.relative(listing.path, address.part(listing.path, *when))
    return Markup("- {} {}").format(link(_named(when, words), target), inline(words.cables(count)))


def _part(listing: Listing, when: When, entries: Sequence[Entry], words: Words) -> ListPage:
    """One part of a long list."""
    here = address.part(listing.path, *when)
    return ListPage(
        front_matter=page_head({}),
        title=f"{listing.title}: {_named(when, words)}",
        crumbs=crumbs(here, (*listing.crumbs, (listing.title, listing.path))),
        intro=inline(words.cables(len(entries))),
        chart=Markup(""),
        groups=(Group(title="", anchor="list", items=_items(entries, here, listing.note, words)),),
    )


def _items(entries: Sequence[Entry], here: str, note: Note | None, words: Words) -> tuple[Markup, ...]:
    return tuple(
        cable_item(entry, here, words, note=note(entry, here) if note is not None else None)
        for entry in entries
    )


def _by(entries: Sequence[Entry], value: Callable[[Entry], int]) -> Iterator[tuple[int, list[Entry]]]:
    """Runs of entries; they are in order of time already."""
    return ((key, list(group)) for key, group in groupby(entries, key=value))


def _year(entry: Entry) -> int:
    """0 where it is not known."""
    return entry.year or 0


def _month(entry: Entry) -> int:
    return entry.date.month if entry.date else 0


def _day(entry: Entry) -> int:
    return entry.date.day if entry.date else 0
