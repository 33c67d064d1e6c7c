"""The pages of years and months, and the timeline over all."""

from collections.abc import Iterator
from itertools import chain

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.pages import address
from generator.pages.bars import Bar, bars, years
from generator.pages.escape import inline, link
from generator.pages.items import cable_item
from generator.pages.listing import (
    LONGEST,
    Group,
    Listing,
    ListPage,
    crumbs,
    list_pages,
    page_head,
    write_page,
)
from generator.pages.output import Output
from generator.settle import Entry
from generator.wording import Words


def date_pages(catalogue: Catalogue, words: Words) -> Iterator[Output]:
    """All pages of dates."""
    by_year: dict[int, dict[int, tuple[Entry, ...]]] = {}
    for (year, month), entries in catalogue.by_month.items():
        by_year.setdefault(year, {})[month] = entries
    for year in catalogue.by_year_alone:
        by_year.setdefault(year, {})
    by_year = dict(sorted(by_year.items()))
    yield _overview(catalogue, by_year, words)
    for year, months in by_year.items():
        yield _year(year, months, catalogue.by_year_alone.get(year, ()), words)
        for month, entries in months.items():
            yield from _month(year, month, entries, words)
    if catalogue.undated:
        yield from _undated(catalogue, words)


def _overview(catalogue: Catalogue, by_year: dict[int, dict[int, tuple[Entry, ...]]], words: Words) -> Output:
    here = address.DATES
    dated = list(chain.from_iterable([*catalogue.by_month.values(), *catalogue.by_year_alone.values()]))
    chart = [
        Bar(
            label=str(year),
            count=count,
            target=address.relative(here, address.year(year)) if year in by_year else None,
        )
        for year, count in years(dated)
    ]
    groups = [
        _months_of(year, months, here, len(catalogue.by_year_alone.get(year, ())), words)
        for year, months in sorted(by_year.items(), reverse=True)
    ]
    if catalogue.undated:
        groups.append(_undated_link(catalogue, here, words))
    return write_page(
        here,
        ListPage(
            front_matter=page_head({}),
            title=words.dates.title,
            crumbs=Markup(""),
            intro=inline(words.dates.intro(len(dated))),
            chart=bars(chart, words, label=words.lists.by_year),
            groups=tuple(groups),
        ),
        words,
    )


def _months_of(year: int, months: dict[int, tuple[Entry, ...]], here: str, alone: int, words: Words) -> Group:
    """The months of a year; last those cables of which the year alone is known."""
    items = [
        Markup("- {} {}").format(
            link(words.month(year, month), address.relative(here, address.month(year, month))),
            inline(words.number(len(entries))),
        )
        for month, entries in months.items()
    ]
    if alone:
        target = f"{address.relative(here, address.year(year))}#{_ALONE}"
        shown = link(words.cable.day_not_known.format(year=year), target)
        items.append(Markup("- {} {}").format(shown, inline(words.number(alone))))
    return Group(title=str(year), anchor=f"y{year}", style="cp-index", items=tuple(items))


_ALONE = "m0"
"""Anchor of the cables of which the year alone is known, on its page."""


def _undated_link(catalogue: Catalogue, here: str, words: Words) -> Group:
    item = Markup("- {} {}").format(
        link(words.dates.without, address.relative(here, address.undated())),
        inline(words.number(len(catalogue.undated))),
    )
    return Group(title=words.lists.undated, anchor="undated", style="cp-index", items=(item,))


def _year(year: int, months: dict[int, tuple[Entry, ...]], alone: tuple[Entry, ...], words: Words) -> Output:
    """The months of a year, with their cables where they are few enough for one page.

    Those of which the year alone is known stand below them in any case: they have no month's page.
    """
    here = address.year(year)
    dated = sum(len(entries) for entries in months.values())
    count = dated + len(alone)
    chart = [
        Bar(
            label=words.short_months()[month - 1],
            count=len(months.get(month, ())),
            target=address.relative(here, address.month(year, month)) if month in months else None,
        )
        for month in range(1, 13)
    ]
    listed = (
        tuple(
            Group(
                title=words.month(year, month),
                anchor=f"m{month}",
                items=tuple(cable_item(entry, here, words) for entry in entries),
            )
            for month, entries in months.items()
        )
        if dated <= LONGEST
        else (_months_of(year, months, here, 0, words),)
    )
    if alone:
        items = tuple(cable_item(entry, here, words) for entry in alone)
        listed = (*listed, Group(title=words.dates.day_not_known, anchor=_ALONE, items=items))
    return write_page(
        here,
        ListPage(
            front_matter=page_head({}),
            title=str(year),
            crumbs=crumbs(here, ((words.dates.title, address.DATES),)),
            intro=inline(words.cables(count)),
            chart=bars(chart, words, label=words.dates.by_month),
            groups=listed,
        ),
        words,
    )


def _month(year: int, month: int, entries: tuple[Entry, ...], words: Words) -> Iterator[Output]:
    path = address.month(year, month)
    yield from list_pages(
        Listing(
            path=path,
            title=words.month(year, month),
            entries=entries,
            crumbs=((words.dates.title, address.DATES), (str(year), address.year(year))),
            intro=inline(words.cables(len(entries))),
        ),
        words,
    )


def _undated(catalogue: Catalogue, words: Words) -> Iterator[Output]:
    yield from list_pages(
        Listing(
            path=address.undated(),
            title=words.dates.without,
            entries=catalogue.undated,
            crumbs=((words.dates.title, address.DATES),),
            intro=inline(words.dates.without_intro(len(catalogue.undated))),
        ),
        words,
    )
