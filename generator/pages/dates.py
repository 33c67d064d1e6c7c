"""The list of all dates: years, months and days, and the cables of each."""

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.pages import address
from generator.pages.escape import inline
from generator.pages.feeds import list_with_feed
from generator.pages.listing import Listing
from generator.pages.output import Output
from generator.settings import Site
from generator.wording import Words, words_in


def date_pages(catalogue: Catalogue, site: Site) -> Iterator[Output]:
    """All pages of dates, and the feed of the whole collection."""
    words = words_in(site.language)
    yield from list_with_feed(
        Listing(
            words=words,
            path=address.DATES,
            title=words.dates.title,
            entries=tuple(catalogue.entries.values()),
            intro=inline(_counted(catalogue, words)),
            chart_from=1,
            by_time=True,
        ),
        site,
        least=1,
    )


def _counted(catalogue: Catalogue, words: Words) -> str:
    """How many cables there are, and of how many less than the day is known."""
    alone = sum(len(entries) for entries in catalogue.by_year_alone.values())
    said = [
        words.dates.intro(len(catalogue.entries)),
        words.dates.year_alone(alone) if alone else "",
        words.dates.undated(len(catalogue.undated)) if catalogue.undated else "",
    ]
    return " ".join(filter(None, said))
