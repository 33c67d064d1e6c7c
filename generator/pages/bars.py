"""Bars that show how many cables fall into each year, month or post: lists, drawn by the style sheet."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from generator.pages.escape import inline, link, shaped
from generator.settle import Entry
from generator.wording import Words

GAP = 4
"""Years without a cable, one after another, from which one narrow sign stands for them all."""

MANY = 16
"""Bars from which their numbers are shown when one is pointed at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar."""

    label: str
    count: int
    target: str | None
    """Relative link; None for a bar that leads nowhere."""
    skipped: str = ""
    """``1986-2002`` for the sign that stands for years without cables."""


def bars(items: Sequence[Bar], words: Words, *, label: str, across: bool = False) -> Markup:
    """A chart: upright bars in a row, or ``across`` for a list with long labels."""
    most = max((item.count for item in items), default=1) or 1
    many = len(items) > MANY and not across
    style = "cp-bars cp-bars--across" if across else "cp-bars cp-bars--many" if many else "cp-bars"
    lines = Markup("\n").join(_bar(item, most, words) for item in items)
    return shaped(
        '<div class="{}" role="group" aria-label="{}" markdown>\n\n{}\n\n</div>', style, label, lines
    )


def _bar(item: Bar, most: int, words: Words) -> Markup:
    if item.skipped:
        return shaped(
            '- <span class="cp-gap">{}</span>', inline(words.lists.no_cables.format(years=item.skipped))
        )
    shown = shaped("{} **{}**", inline(item.label), inline(words.number(item.count)))
    size = f'.cp-v-{_share(item.count, most)} title="{words.cables(item.count)}"'
    if item.target is None or not item.count:
        return Markup(f"- *{shown}*{{ {size} }}")  # noqa: S704 - escaped above, numbers beside it
    return shaped("- {}", link(shown, item.target, size))


def _share(count: int, most: int) -> int:
    """Hundredths, at least one where there is anything; a class for each stands in cablepress.css."""
    return max(round(100 * count / most), 1) if count else 0


def year_bars(entries: Iterable[Entry], target: Callable[[int], str]) -> list[Bar]:
    """A bar for each year from the first that has cables to the last; long gaps are one sign.

    Args:
        entries: Those of which no year is known have no bar.
        target: Where a year that has cables leads.
    """
    counts = Counter(entry.year for entry in entries if entry.year is not None)
    years = sorted(counts)
    shown = [_year_bar(year, counts[year], target) for year in years[:1]]
    for before, year in pairwise(years):
        shown.extend(_between(before, year))
        shown.append(_year_bar(year, counts[year], target))
    return shown


def _year_bar(year: int, count: int, target: Callable[[int], str]) -> Bar:
    return Bar(label=str(year), count=count, target=target(year))


def _between(before: int, after: int) -> Iterator[Bar]:
    """The years without cables between two that have some."""
    empty = range(before + 1, after)
    if len(empty) >= GAP:
        yield Bar(label="", count=0, target=None, skipped=f"{empty[0]}\u2013{empty[-1]}")
    else:
        yield from (Bar(label=str(year), count=0, target=None) for year in empty)
