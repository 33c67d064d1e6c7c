"""Search: the index that Pagefind builds over a finished site, and the tables its interface counts from.

- ``facts``: a published cable -> what is searched and counted beside its text.
- ``page``: one built cable page -> its text for Pagefind.
- ``weights``, ``acronyms``: what counts how much, and which further words find a cable.
- ``split``: how many indexes a corpus needs within the memory allowed.
- ``engine``: runs Pagefind.
- ``script``: Pagefind's module as a script; ``packs``: fewer files where a host limits them.
- ``table``: facets, periods and result names for the browser.

The interface is in ``overrides/assets/javascripts/search``.
"""

from generator.publish.search.facts import FactsOf, SearchFacts, search_facts
from generator.publish.search.index import FOLDER, index_site
from generator.publish.search.report import IndexReport, SearchError

__all__ = [
    "FOLDER",
    "FactsOf",
    "IndexReport",
    "SearchError",
    "SearchFacts",
    "index_site",
    "search_facts",
]
