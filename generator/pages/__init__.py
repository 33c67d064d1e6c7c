"""Stage ``pages``: cables and indexes as Markdown with front matter, one :class:`Output` for each file.

``cable_pages`` writes one cable and needs only what ``generator.catalogue.links`` gathered for it;
``index_pages`` writes every index, ``person_pages`` the people's pages (any share of them, in any process),
``home_page`` the overview within the publisher's own text.

Splitting long lists: see ``generator.pages.listing``. Escaping: ``generator.pages.escape`` and nowhere else.
"""

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.pages.address import GENERATED
from generator.pages.cable import cable_pages
from generator.pages.changes import change_pages, former_lists, former_pages, moved_pages
from generator.pages.dates import date_pages
from generator.pages.directory import people_index
from generator.pages.gone import tombstone
from generator.pages.holdings import collection_pages
from generator.pages.home import OVERVIEW, home_page
from generator.pages.notes import with_notes
from generator.pages.output import Output
from generator.pages.people import NamingsOf, has_page, person_pages
from generator.pages.places import classification_pages, concept_pages, country_pages, post_pages
from generator.pages.references import reference_pages
from generator.pages.tags import tag_pages
from generator.settings import Site
from generator.wording import words_in

__all__ = [
    "GENERATED",
    "OVERVIEW",
    "NamingsOf",
    "Output",
    "cable_pages",
    "change_pages",
    "former_lists",
    "former_pages",
    "has_page",
    "home_page",
    "index_pages",
    "moved_pages",
    "person_pages",
    "tombstone",
    "with_notes",
]


def index_pages(catalogue: Catalogue, site: Site, namings: NamingsOf) -> Iterator[Output]:
    """Every index page except the people's own and the home page."""
    words = words_in(site.language)
    yield from date_pages(catalogue, site)
    yield from tag_pages(catalogue, site)
    yield from post_pages(catalogue, site)
    yield from country_pages(catalogue, site)
    yield from classification_pages(catalogue, site)
    yield from concept_pages(catalogue, site)
    yield from people_index(catalogue, site, namings)
    yield from collection_pages(catalogue, site)
    yield from reference_pages(catalogue, words)
