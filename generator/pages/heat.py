"""Months and days as cells that are the darker the more cables they have, each leading to its cables."""

import math
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date

from markupsafe import Markup

from generator.pages.escape import inline, link, shaped
from generator.wording import Words

LEVELS = 5
"""Shades; a class for each stands in cablepress.css."""

Target = Callable[[int], str]
"""From a month or a day to the relative link to its cables."""


def year_row(  # noqa: PLR0913, PLR0917 - a year and what it shows
    year: int, target: str, counts: Mapping[int, int], most: int, month_target: Target, words: Words
) -> Markup:
    """One year as an item of a list: its number, its cables, a cell for each month that has some.

    Args:
        year: Which.
        target: Relative link to its page.
        counts: Cables by month; month 0 for those of which no day is known.
        most: Cables of the fullest month of the whole list.
        month_target: Where a month leads.
        words: The language.
    """
    cells = Markup(" ").join(
        _month_cell(year, month, counts[month], most, month_target(month), words)
        for month in sorted(counts, key=lambda month: month or 13)
    )
    count = shaped("<small>{}</small>", inline(words.number(sum(counts.values()))))
    return shaped("- {} {} {}", link(str(year), target), count, cells)


def _month_cell(  # noqa: PLR0913, PLR0917 - a month and what it shows
    year: int, month: int, count: int, most: int, target: str, words: Words
) -> Markup:
    if not month:
        text = shaped("{} **{}**", inline(words.dates.day_not_known), inline(words.number(count)))
        return link(text, target, ".cp-m-0")
    shown = shaped("{} **{}**", inline(words.short_months()[month - 1]), inline(words.number(count)))
    return link(
        shown, target, f'.cp-m-{month} .cp-h-{_shade(count, most)} title="{words.month(year, month)}"'
    )


def year_calendar(
    year: int, days: Mapping[int, Mapping[int, int]], targets: Callable[[int], Target], words: Words
) -> Markup:
    """A year as twelve small calendars, Monday first.

    Args:
        year: Which.
        days: By month, by day: its cables; those without a day are not in it.
        targets: From a month to where its days lead; from day 0, where the month itself does.
        words: The language.
    """
    most = max((count for counts in days.values() for count in counts.values()), default=1)
    months = Markup("\n\n").join(
        _month(year, month, days.get(month, {}), most, targets(month), words) for month in range(1, 13)
    )
    return shaped('<div class="cp-calendar" markdown>\n\n{}\n\n</div>', months)


def _month(  # noqa: PLR0913, PLR0917 - a month and what it shows
    year: int, month: int, counts: Mapping[int, int], most: int, target: Target, words: Words
) -> Markup:
    first, length = monthrange(year, month)
    name = inline(words.month(year, month))
    if not counts:
        return shaped('<div class="cp-month" markdown>\n\n{} 0\n\n</div>', name)
    cells = Markup("\n").join(
        _day_cell(date(year, month, day), counts.get(day, 0), most, target, words)
        for day in range(1, length + 1)
    )
    head = shaped("{} {}", link(name, target(0)), inline(words.number(sum(counts.values()))))
    return shaped('<div class="cp-month cp-w-{}" markdown>\n\n{}\n\n{}\n\n</div>', first + 1, head, cells)


def _day_cell(day: date, count: int, most: int, target: Target, words: Words) -> Markup:
    if not count:
        return shaped("- {}", day.day)
    style = f'.cp-h-{_shade(count, most)} title="{words.day(day)}: {words.cables(count)}"'
    return shaped("- {}", link(str(day.day), target(day.day), style))


def _shade(count: int, most: int) -> int:
    """1 to ``LEVELS``; by the square root, since a few days have most of the cables."""
    return max(1, math.ceil(LEVELS * math.sqrt(count / most)))
