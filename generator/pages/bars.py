"""Bars that show how many cables fall into each year, month or post: lists, drawn by the style sheet."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.escape import inline, link
from generator.settle import Entry
from generator.wording import Words

MOST_GAPS = 60
"""Years between first and last beyond which empty years are left out."""

MANY = 16
"""Bars from which only every fifth year keeps its label in sight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar."""

    label: str
    count: int
    target: str | None
    """Relative link; None for a bar that leads nowhere."""


def bars(items: Sequence[Bar], words: Words, *, label: str, across: bool = False) -> Markup:
    """A chart: upright bars in a row, or ``across`` for a list with long labels."""
    most = max((item.count for item in items), default=1) or 1
    many = len(items) > MANY and not across
    style = "cp-bars cp-bars--across" if across else "cp-bars cp-bars--many" if many else "cp-bars"
    lines = Markup("\n").join(
        _bar(item, most, words, dim=many and item.label[-1:] not in "05") for item in items
    )
    return Markup('<div class="{}" role="group" aria-label="{}" markdown>\n\n{}\n\n</div>').format(
        style, label, lines
    )


def _bar(item: Bar, most: int, words: Words, *, dim: bool) -> Markup:
    shown = Markup("{} **{}**").format(inline(item.label), inline(words.number(item.count)))
    style = f'.cp-v-{_share(item.count, most)} title="{words.cables(item.count)}"'
    size = f"{style} .cp-between" if dim else style
    if item.target is None or not item.count:
        return Markup(f"- *{shown}*{{ {size} }}")  # noqa: S704 - escaped above, numbers beside it
    return Markup("- {}").format(link(shown, item.target, size))


def _share(count: int, most: int) -> int:
    """Hundredths, at least one where there is anything; a class for each stands in cablepress.css."""
    return max(round(100 * count / most), 1) if count else 0


def years(entries: Iterable[Entry]) -> list[tuple[int, int]]:
    """(year, cables) from the first year to the last, empty ones included where they are few."""
    counts = Counter(entry.year for entry in entries if entry.year is not None)
    if not counts:
        return []
    first, last = min(counts), max(counts)
    wanted = range(first, last + 1) if last - first <= MOST_GAPS else sorted(counts)
    return [(year, counts[year]) for year in wanted]
