"""What changed from release to release: a page of all, a page for each, an Atom feed, JSON.

The first release is the collection itself and is not listed cable by cable. Of a cable that is gone only the
number is shown, whatever it said.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from markupsafe import Markup

from generator.edition.history import Change, History, Publication, Release, What, as_json
from generator.model import CABLE_ID
from generator.pages import address, cite, terms
from generator.pages.escape import inline, link, one_line, shaped
from generator.pages.feeds import Feed, FeedEntry, feed_address
from generator.pages.gone import gone_page
from generator.pages.listing import Group, ListPage, crumbs, page_head, write_page
from generator.pages.output import Output
from generator.pages.templates import render
from generator.settings import Site
from generator.settle import Entry
from generator.wording import Words, words_in

CHANGES_FEED: Final = address.feed(address.CHANGES)
ROWS: Final = 200
"""Changes on one page, and in one file of JSON."""
FED: Final = 20
"""Releases in the feed, the latest; and changes named in each of its entries."""
KINDS: Final[tuple[What, ...]] = ("added", "changed", "moved", "withheld", "removed")
"""In the order shown."""


def change_pages(history: History, entries: Mapping[str, Entry], site: Site) -> Iterator[Output]:
    """Everything on releases; nothing before the first.

    Args:
        history: All releases.
        entries: By key, the cables that are published now.
        site: Options.
    """
    if not history.releases:
        return
    words = words_in(site.language)
    yield _overview(history, site, words)
    if site.site_url:
        yield _feed(history, site, words)
    for release in history.releases[1:]:
        yield from _release(release, entries, words)


def _overview(history: History, site: Site, words: Words) -> Output:
    here, said = address.CHANGES, words.changes
    first, *later = history.releases
    feed = link(words.lists.feed, address.relative(here, CHANGES_FEED))
    begun = said.first(len(first.changes), day=words.day(first.day))
    items = (
        *(_item(release, here, words) for release in reversed(later)),
        shaped("- {}", inline(_noted(begun, first))),
    )
    return write_page(
        here,
        ListPage(
            front_matter=page_head({"feed": CHANGES_FEED} if site.site_url else {}),
            title=said.title,
            crumbs=Markup(""),
            intro=inline(said.intro) + (Markup(" ") + feed if site.site_url else Markup("")),
            chart=Markup(""),
            groups=(Group(title=said.releases, anchor="list", items=items),),
        ),
        words,
    )


def _noted(text: str, release: Release) -> str:
    return f"{text} {one_line(release.note)}" if release.note else text


def _item(release: Release, here: str, words: Words) -> Markup:
    target = address.relative(here, address.release(release.day))
    return shaped(
        "- {} {}",
        link(words.day(release.day), target),
        inline(_noted(f"{_counted(release, words)}.", release)),
    )


def _counted(release: Release, words: Words) -> str:
    """``3 added, 1 changed``."""
    said, counts = words.changes, Counter(change.what for change in release.changes)
    phrases: Mapping[What, Callable[[int], str]] = {
        "added": said.some_added,
        "changed": said.some_changed,
        "moved": said.some_moved,
        "withheld": said.some_withheld,
        "removed": said.some_removed,
    }
    return ", ".join(phrases[kind](counts[kind]) for kind in KINDS if counts[kind]) or said.nothing


def _release(release: Release, entries: Mapping[str, Entry], words: Words) -> Iterator[Output]:
    changes = sorted(release.changes, key=lambda change: (KINDS.index(change.what), change.key))
    parts = [tuple(changes[at : at + ROWS]) for at in range(0, len(changes), ROWS)] or [()]
    for number, part in enumerate(parts, 1):
        yield _part(_Part(release, part, number, len(parts)), entries, words)
        yield Output(path=address.release(release.day, number, ".json"), content=as_json(release, part))


class _Part(NamedTuple):
    """Some of the changes of one release."""

    release: Release
    changes: Sequence[Change]
    number: int
    of: int

    def title(self, words: Words) -> str:
        day = words.day(self.release.day)
        if self.of == 1:
            return words.changes.of_day.format(day=day)
        return words.changes.of_day_part.format(day=day, part=self.number)


def _part(part: _Part, entries: Mapping[str, Entry], words: Words) -> Output:
    release, said = part.release, words.changes
    here = address.release(release.day, part.number)
    groups = (
        Group(
            title=getattr(said, kind),
            anchor=f"kind-{kind}",
            items=tuple(
                _change(change, entries, here, words) for change in part.changes if change.what == kind
            ),
        )
        for kind in KINDS
    )
    steps = [
        link(said.part.format(part=other), address.relative(here, address.release(release.day, other)))
        for other in range(1, part.of + 1)
        if other != part.number
    ]
    machine = address.relative(here, address.release(release.day, part.number, ".json"))
    intro = inline(f"{_noted(f'{_counted(release, words)}.', release)} ")
    return write_page(
        here,
        ListPage(
            front_matter=page_head({}),
            title=part.title(words),
            crumbs=crumbs(here, ((said.title, address.CHANGES),)),
            intro=intro + link("JSON", machine),
            chart=Markup(""),
            groups=tuple(group for group in groups if group.items),
            outro=Markup(" \u00b7 ").join(steps),
        ),
        words,
    )


def _change(change: Change, entries: Mapping[str, Entry], here: str, words: Words) -> Markup:
    number = _number(change.key, words)
    entry = entries.get(change.to or change.key)
    if entry is None:
        return shaped("- {}", inline(number))
    shown = link(terms.subject(entry.subject, words), address.relative(here, address.cable(entry)))
    now = words.changes.renumbered.format(number=number, new=_number(entry.key, words))
    return shaped("- {}\n  {}", shown, inline(now if change.to else number))


def _number(key: str, words: Words) -> str:
    return cite.number(key) if CABLE_ID.fullmatch(key) else words.cable.number_unknown


def _feed(history: History, site: Site, words: Words) -> Output:
    """An entry for each of the latest releases, with no time but its day."""
    latest = history.releases[::-1][:FED]
    feed = Feed(
        title=words.changes.feed_title.format(name=site.name),
        address=feed_address(site, address.CHANGES),
        own_address=feed_address(site, CHANGES_FEED),
        updated=_moment(latest[0].day),
        author=site.collection or site.name,
        entries=tuple(
            _fed(release, site, words, listed=release is not history.releases[0]) for release in latest
        ),
    )
    return Output(path=CHANGES_FEED, content=render("feed.xml.j2", feed).encode())


def _fed(release: Release, site: Site, words: Words, *, listed: bool) -> FeedEntry:
    """The first release has no page of its own."""
    numbers = ", ".join(_number(change.key, words) for change in release.changes[:FED])
    page = address.release(release.day) if listed else address.CHANGES
    return FeedEntry(
        title=words.day(release.day),
        address=feed_address(site, page),
        sent=_moment(release.day),
        author=site.collection or site.name,
        tags=(),
        summary=_noted(f"{_counted(release, words)}: {numbers}.", release),
    )


def _moment(day: date) -> Markup:
    return Markup(f"{day.isoformat()}T00:00:00Z")  # noqa: S704 - digits


def former_pages(
    known: Mapping[str, Publication], entries: Mapping[str, Entry], *, last: date, words: Words
) -> Iterator[Output]:
    """Pages at the addresses of cables that were removed.

    Args:
        known: What was published, and became of it.
        entries: By key, the cables that are published now.
        last: Day of the last release.
        words: In which language.
    """
    taken = {address.cable(entry) for entry in entries.values()}
    for key, publication in known.items():
        if key in entries or publication.change.what != "removed":
            continue
        line = words.changes.no_more.format(day=words.day(last))
        title = words.changes.removed_title.format(number=_number(key, words))
        for page in publication.pages:
            if f"{page}.md" not in taken:
                yield gone_page(f"{page}.md", title, [line])


def former_lists(gone: Iterable[str], *, last: date, words: Words) -> Iterator[Output]:
    """Pages at the addresses of people and lists that are no more; what was listed there is not said.

    Args:
        gone: The addresses, without an ending.
        last: Day of the last release.
        words: In which language.
    """
    said = words.changes
    for page in gone:
        path = f"{page}.md"
        changes = link(said.title, address.relative(path, address.CHANGES))
        lines = [said.list_no_more.format(day=words.day(last)), changes]
        yield gone_page(path, said.list_gone_title, lines)


def moved_pages(
    known: Mapping[str, Publication], entries: Mapping[str, Entry], withheld: Mapping[str, str]
) -> dict[str, str]:
    """Former addresses of cables and present ones, both without an ending.

    Args:
        known: What was published, and became of it.
        entries: By key, the cables that are published now.
        withheld: By key, the pages of those that are withheld.
    """
    moved: dict[str, str] = {}
    for key, publication in known.items():
        entry = entries.get(_now(key, known))
        target = address.cable(entry).removesuffix(".md") if entry else withheld.get(key)
        if target:
            moved |= {page: target for page in publication.pages if page != target}
    return moved


def _now(key: str, known: Mapping[str, Publication]) -> str:
    """The key to which a cable was renumbered, however often."""
    seen: set[str] = set()
    while key in known and (to := known[key].change.to) and key not in seen:
        seen.add(key)
        key = to
    return key
