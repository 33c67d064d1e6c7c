"""The pages of a list of cables: one, or one for each year, month and day that is too long to read.

A page lists no more than ``Listing.longest`` cables. The page of a longer list shows its years, a row each,
with their months; that of a year too long its calendar; that of a month its days; a day, or what has none,
has as many pages as it needs. The address of each depends on what it shows alone: ``tags/PGOV/2009/02.md``.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from markupsafe import Markup

from generator.pages import address
from generator.pages.bars import bars, year_bars
from generator.pages.escape import inline, link, phrase, shaped
from generator.pages.heat import Target, year_calendar, year_row
from generator.pages.items import cable_item
from generator.pages.listing import NOTHING, Group, Listing, ListPage, When, crumbs, page_head, write_page
from generator.pages.output import Output
from generator.settle import Entry
from generator.wording import Words

YEARS_FROM = 12
"""Cables from which a list has a heading for each year."""

LEVELS: Final[Sequence[Callable[[Entry], int]]] = (
    lambda entry: entry.year or 0,
    lambda entry: entry.date.month if entry.date else 0,
    lambda entry: entry.date.day if entry.date else 0,
)
"""What a list is divided by, first to last; 0 where it is not known."""
YEAR, MONTH, DAY = 1, 2, 3
"""Pieces of the time of a page that shows one."""


def list_pages(listing: Listing) -> Iterator[Output]:
    """The page of a list, and those of its parts where it is long."""
    yield from _pages(listing, (), listing.entries)


def _pages(listing: Listing, when: When, entries: Sequence[Entry]) -> Iterator[Output]:
    """The pages of a list or a part of one."""
    divisible = len(when) < DAY and 0 not in when
    if _is_whole(listing, when, entries):
        yield write_page(_path(listing, when), _whole(listing, when, entries), listing.words)
    elif divisible:
        yield write_page(_path(listing, when), _overview(listing, when, entries), listing.words)
    else:
        yield from _numbered(listing, when, entries)
    if divisible and (not _is_whole(listing, when, entries) or (listing.by_time and len(when) < MONTH)):
        for piece, part in _by(entries, LEVELS[len(when)]):
            yield from _pages(listing, (*when, piece), part)


def _is_whole(listing: Listing, when: When, entries: Sequence[Entry]) -> bool:
    """Whether the page of a time lists its cables itself."""
    return len(entries) <= listing.longest and not (listing.by_time and not when)


def _path(listing: Listing, when: When, page: int = 1) -> str:
    return address.part(listing.path, when, page=page)


def _named(when: When, words: Words) -> str:
    """``2009``, ``February 2009``, ``20 February 2009``; words for what is not known."""
    year, *rest = when
    if not year:
        return words.dates.without
    if not rest:
        return str(year)
    month, *day = rest
    if not month:
        return words.cable.day_not_known.format(year=year)
    return words.day(date(year, month, *day)) if day else words.month(year, month)


def _page(  # noqa: PLR0913 - what stands on it
    listing: Listing,
    when: When,
    count: int,
    groups: Sequence[Group],
    *,
    chart: Markup = NOTHING,
    before_list: Markup = NOTHING,
    page: int = 1,
    outro: Markup = NOTHING,
) -> ListPage:
    """The page of a list, or of a part of it."""
    if not when and page == 1:
        return ListPage(
            front_matter=page_head(listing.record),
            title=listing.title,
            crumbs=crumbs(listing.path, listing.crumbs),
            intro=listing.intro,
            chart=chart,
            groups=tuple(groups),
            before_list=listing.before_list,
            outro=listing.outro + outro,
        )
    words = listing.words
    title = _named(when, words) if listing.by_time else f"{listing.title}: {_named(when, words)}"
    here = _path(listing, when, page)
    above = [
        (listing.title, listing.path),
        *((_named(when[:level], words), _path(listing, when[:level])) for level in range(1, len(when))),
        *([(_named(when, words), _path(listing, when))] if page > 1 else []),
    ]
    return ListPage(
        front_matter=page_head({}),
        title=title if page == 1 else words.lists.numbered.format(title=title, page=page),
        crumbs=crumbs(here, (*listing.crumbs, *above)),
        intro=inline(words.cables(count)),
        chart=chart,
        groups=tuple(groups),
        before_list=before_list,
        outro=outro,
    )


def _whole(listing: Listing, when: When, entries: Sequence[Entry]) -> ListPage:
    """All cables of a time on one page: a list under its years, a year under its months."""
    here, level = _path(listing, when), len(when)
    if level == 0 and len(entries) < YEARS_FROM:
        groups = [
            Group(title=listing.words.lists.heading, anchor="list", items=_items(listing, entries, here))
        ]
    elif level in (0, YEAR) and 0 not in when:
        groups = [
            Group(
                title=_named((*when, piece), listing.words),
                anchor=_anchor(level, piece),
                items=_items(listing, part, here),
            )
            for piece, part in _by(entries, LEVELS[level])
        ]
    else:
        groups = [Group(title="", anchor="list", items=_items(listing, entries, here, level))]
    before = _calendar(listing, when, entries) if listing.by_time and level == YEAR and all(when) else NOTHING
    charted = not when and len(entries) >= listing.chart_from
    chart = _chart(listing, entries, lambda year: f"#{_anchor(0, year)}") if charted else NOTHING
    return _page(listing, when, len(entries), groups, chart=chart, before_list=before)


def _overview(listing: Listing, when: When, entries: Sequence[Entry]) -> ListPage:
    """The parts of a time as links: years with their months, a year's calendar, the days of a month."""
    here, words = _path(listing, when), listing.words
    if not when:
        chart = _chart(listing, entries, lambda year: address.relative(here, _path(listing, (year,))))
        group = Group(
            title=listing.words.lists.years, anchor="list", items=_years(listing, entries), style="cp-years"
        )
        return _page(listing, when, len(entries), [group], chart=chart)
    parts = list(_by(entries, LEVELS[len(when)]))
    if len(when) == YEAR:
        alone = [
            shaped(
                "- {} {}",
                link(_named((*when, 0), words), address.relative(here, path)),
                inline(words.number(len(part))),
            )
            for piece, part in parts
            if not piece and (path := _path(listing, (*when, 0)))
        ]
        groups = [Group(title="", anchor="list", items=tuple(alone), style="cp-index")] if alone else []
        return _page(listing, when, len(entries), groups, before_list=_calendar(listing, when, entries))
    items = tuple(
        shaped(
            "- {} {}\n  {{: #{} }}",
            link(_named((*when, day), words), address.relative(here, _path(listing, (*when, day)))),
            inline(words.cables(len(part))),
            _anchor(len(when), day),
        )
        for day, part in parts
    )
    return _page(listing, when, len(entries), [Group(title="", anchor="list", items=items, style="cp-index")])


def _numbered(listing: Listing, when: When, entries: Sequence[Entry]) -> Iterator[Output]:
    """A day of more cables than a page lists, or those without one."""
    starts = range(0, len(entries), listing.longest)
    for page, start in enumerate(starts, 1):
        here = _path(listing, when, page)
        part = entries[start : start + listing.longest]
        ways = Markup(" ").join(
            shaped("**{}**", other)
            if other == page
            else link(str(other), address.relative(here, _path(listing, when, other)))
            for other in range(1, len(starts) + 1)
        )
        group = Group(title="", anchor="list", items=_items(listing, part, here))
        outro = phrase(listing.words.lists.pages, pages=ways) + Markup("\n{: .cp-letters }")
        yield write_page(
            here, _page(listing, when, len(entries), [group], page=page, outro=outro), listing.words
        )


def _chart(listing: Listing, entries: Sequence[Entry], target: Callable[[int], str]) -> Markup:
    chart, words = year_bars(entries, target), listing.words
    return bars(chart, words, label=words.lists.by_year) if len(chart) > 1 else NOTHING


def _years(listing: Listing, entries: Sequence[Entry]) -> tuple[Markup, ...]:
    """The years of a long list, each with its months; at the end what has no year."""
    here, words = _path(listing, ()), listing.words
    years = [(year, _counts(part, MONTH), len(part)) for year, part in _by(entries, LEVELS[0])]
    most = max((count for _, months, _ in years for month, count in months.items() if month), default=1)
    rows = []
    for year, months, count in years:
        target = address.relative(here, _path(listing, (year,)))
        if year:
            month_target = _targets(listing, here, (year,), count)
            rows.append(year_row(year, target, months, most, month_target, words))
        else:
            shown = shaped("<small>{}</small>", inline(words.number(count)))
            rows.append(shaped("- {} {}", link(_named((0,), words), target), shown))
    return tuple(rows)


def _calendar(listing: Listing, when: When, entries: Sequence[Entry]) -> Markup:
    """The days of a year."""
    here = _path(listing, when)
    (year,) = when
    months = {month: part for month, part in _by(entries, LEVELS[1]) if month}
    days = {month: _counts(part, DAY) for month, part in months.items()}

    def targets(month: int) -> Target:
        return _targets(listing, here, (*when, month), len(months.get(month, ())))

    return year_calendar(year, days, targets, listing.words) if days else NOTHING


def _targets(listing: Listing, here: str, when: When, count: int) -> Target:
    """Where the parts of a time of ``count`` cables lead, seen from a page.

    To a page of their own, or to their place in the time's; day 0 to the month's page.
    """
    own = count > listing.longest or (listing.by_time and len(when) == YEAR)

    def target(piece: int) -> str:
        path = _path(listing, when)
        if not piece and len(when) == MONTH:
            return address.relative(here, path)
        if own:
            return address.relative(here, _path(listing, (*when, piece)))
        return address.relative(here, f"{path}#{_anchor(len(when), piece)}")

    return target


def _anchor(level: int, piece: int) -> str:
    """``y2009``, ``m2``, ``d20``: the place of a part on the page of its time."""
    return f"{'ymd'[level]}{piece}"


def _counts(entries: Sequence[Entry], level: int) -> dict[int, int]:
    return dict(Counter(map(LEVELS[level - 1], entries)))


def _items(listing: Listing, entries: Sequence[Entry], here: str, level: int = 0) -> tuple[Markup, ...]:
    """The cables of a page; in a month the first of each day has the day's anchor."""
    note = listing.note
    seen: set[int] = set()
    items = []
    for entry in entries:
        item = cable_item(entry, here, listing.words, note=note(entry, here) if note is not None else None)
        if level == MONTH and entry.date and entry.date.day not in seen:
            seen.add(entry.date.day)
            item += shaped("\n  {{: #{} }}", _anchor(MONTH, entry.date.day))
        items.append(item)
    return tuple(items)


def _by(entries: Sequence[Entry], value: Callable[[Entry], int]) -> Iterator[tuple[int, list[Entry]]]:
    """Runs of entries; they are in order of time already."""
    return ((key, list(part)) for key, part in groupby(entries, key=value))
