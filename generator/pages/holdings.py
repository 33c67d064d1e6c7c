"""Collections: a page for each, with its cables, and where a cable comes from on its own page."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.model import Holding
from generator.pages import address
from generator.pages.escape import html, inline, link, one_line, shaped
from generator.pages.feeds import list_with_feed
from generator.pages.listing import Group, Listing, ListPage, page_head, write_page
from generator.pages.output import Output
from generator.settings import Site
from generator.wording import Words, words_in


def collection_pages(catalogue: Catalogue, site: Site) -> Iterator[Output]:
    """The overview and a page for each collection; nothing where no cable is of any."""
    words = words_in(site.language)
    said, here = words.holdings, address.COLLECTIONS
    if not catalogue.by_collection:
        return
    items = tuple(
        shaped(
            "- {} {}",
            link(name, address.relative(here, address.collection(name))),
            inline(words.cables(len(entries))),
        )
        for name, entries in catalogue.by_collection.items()
    )
    yield write_page(
        here,
        ListPage(
            front_matter=page_head({}),
            title=said.collections,
            crumbs=Markup(""),
            intro=inline(said.intro(len(items))),
            chart=Markup(""),
            groups=(Group(title="", anchor="list", items=items, style="cp-index"),),
        ),
        words,
    )
    addresses: set[str] = set()
    for name, entries in catalogue.by_collection.items():
        path = address.collection(name)
        if path in addresses:  # two names that differ in signs alone
            continue
        addresses.add(path)
        listing = Listing(
            words=words,
            path=path,
            title=name,
            entries=entries,
            crumbs=((said.collections, here),),
            intro=inline(words.cables(len(entries))),
            record={"collection": name},
        )
        yield from list_with_feed(listing, site)


def holding_block(holding: Holding | None, here: str, words: Words) -> Markup:
    """Where a cable comes from, as lines of HTML and a link to its collection; empty where nobody says."""
    if holding is None:
        return Markup("")
    said = words.holdings
    lines = {
        said.archive: holding.archive,
        said.series: holding.series,
        said.box: holding.box,
        said.accession: holding.accession,
        said.rights: holding.rights,
    }
    facts = [shaped("{}: {}", html(name), html(one_line(text))) for name, text in lines.items() if text]
    if holding.link:
        facts.append(shaped('<a href="{}">{}</a>', html(holding.link), html(said.link)))
    collection = link(one_line(holding.name), address.relative(here, address.collection(holding.name)))
    named = shaped("{}: {}", inline(said.collection), collection)
    below = shaped('\n\n<p class="cp-report">{}</p>', Markup(" \u00b7 ").join(facts))
    return named + below if facts else named


def cited_as(holding: Holding | None, words: Words) -> str | None:
    """The collection as a citation names it: ``Files, Series, Box 7, Archive``; None where nobody says."""
    if holding is None:
        return None
    box = f"{words.holdings.box} {holding.box}" if holding.box else None
    parts = (holding.name, holding.series, box, holding.archive)
    return ", ".join(one_line(part) for part in dict.fromkeys(parts) if part)
