"""Feeds of the newest cables (RFC 4287, Atom): of all, and of each tag, post, country, person of some size.

A site is built anew from the same cables, so a feed says nothing of when that was: a cable has the time at
which it was sent, and a feed that of its newest. Addresses in a feed are whole ones; a site without a
public address has none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from markupsafe import Markup, escape

from generator.pages import address, terms
from generator.pages.division import list_pages
from generator.pages.escape import link, shaped
from generator.pages.listing import NOTHING, Listing
from generator.pages.output import Output, public_url
from generator.pages.templates import render
from generator.settings import Site
from generator.settle import Entry
from generator.wording import Words

FEED_FROM = 20
"""Cables from which a list has a feed."""
NEWEST = 30
"""Cables in a feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One cable in a feed."""

    title: str
    address: Markup
    sent: Markup
    """RFC 3339."""
    author: str
    tags: tuple[str, ...]
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What ``feed.xml.j2`` shows."""

    title: str
    address: Markup
    own_address: Markup
    updated: Markup
    author: str
    entries: tuple[FeedEntry, ...]


def list_with_feed(listing: Listing, site: Site, *, least: int = FEED_FROM) -> Iterator[Output]:
    """The pages of a list and, from ``least`` cables on and where the site has an address, its feed."""
    newest = _newest(listing.entries) if len(listing.entries) >= least else ()
    if not newest or not site.site_url:
        yield from list_pages(listing)
        return
    path = address.feed(listing.path)
    way = shaped("{}\n{{: .cp-feed }}", link(listing.words.lists.feed, address.relative(listing.path, path)))
    outro = listing.outro + (Markup("\n\n") if listing.outro else NOTHING) + way
    record = {**listing.record, "feed": path}
    yield from list_pages(replace(listing, outro=outro, record=record))
    yield _feed(listing, site, newest)


def _newest(entries: Sequence[Entry]) -> tuple[tuple[datetime, Entry], ...]:
    """The newest first; a feed needs a time, so those without a day are left out."""
    dated = [(entry.date, entry) for entry in entries if entry.date is not None]
    return tuple(dated[-NEWEST:][::-1])


def _feed(listing: Listing, site: Site, newest: Sequence[tuple[datetime, Entry]]) -> Output:
    path = address.feed(listing.path)
    feed = Feed(
        title=f"{listing.title} \u00b7 {site.name}",
        address=feed_address(site, listing.path),
        own_address=feed_address(site, path),
        updated=_moment(newest[0][0]),
        author=site.collection or site.name,
        entries=tuple(_entry(entry, sent, site, listing.words) for sent, entry in newest),
    )
    return Output(path=path, content=render("feed.xml.j2", feed).encode())


def _entry(entry: Entry, sent: datetime, site: Site, words: Words) -> FeedEntry:
    return FeedEntry(
        title=terms.subject(entry.subject, words),
        address=feed_address(site, address.cable(entry)),
        sent=_moment(sent),
        author=entry.origin or entry.post or "",
        tags=entry.tags,
        summary=entry.excerpt,
    )


def feed_address(site: Site, path: str) -> Markup:
    """An address of ours below the publisher's, for text and attributes of XML."""
    return escape(public_url(site, path) or "")


def _moment(sent: datetime) -> Markup:
    return Markup(sent.strftime("%Y-%m-%dT%H:%M:%SZ"))  # noqa: S704 - digits
