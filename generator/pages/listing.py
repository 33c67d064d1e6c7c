"""What a page of lists shows, and its Markdown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from markupsafe import Markup

from generator.pages import address
from generator.pages.escape import link
from generator.pages.front_matter import front_matter
from generator.pages.output import Output
from generator.pages.templates import render
from generator.settle import Entry
from generator.wording import Words

LONGEST = 200
"""Cables on one page: some 90 KB of HTML."""
LONGEST_QUOTED = 100
"""The same where a sentence of each is shown."""
FILTER_FROM = 20
"""Entries of an index from which a filter box is worth its place."""
LONG = 40
"""Cables from which a list gets a chart of its years."""

NOTHING = Markup("")
When = tuple[int, ...]
"""(), (year), (year, month) or (year, month, day); 0 for what is not known."""
Note = Callable[[Entry, str], Markup | None]
"""What a list says of a cable beyond its facts; given the entry and the page it stands on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Items under one heading."""

    title: str
    """Empty for the sole group of a page."""
    anchor: str
    items: tuple[Markup, ...]
    intro: Markup = NOTHING
    """Below the heading."""
    style: str = "cp-list"
    """``cp-list`` for cables, ``cp-index`` for short entries in columns, ``cp-years`` for rows of years."""
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
    in_columns: bool = False
    """Whether its groups, many and small, stand in columns."""
    filter: str | None = None
    """Label of a box that filters the page's items; None for none."""
    names: str | None = None
    """Script beside the page with all that the box searches, where the page itself holds only a part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list of cables and what stands around it; :mod:`generator.pages.division` makes its pages."""

    words: Words
    """In whose language its pages are."""
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
    by_time: bool = False
    """Whether it is the list of all dates: each year and month has a page, however few its cables are."""

    @property
    def longest(self) -> int:
        """Cables on one page."""
        return LONGEST if self.note is None else LONGEST_QUOTED


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
