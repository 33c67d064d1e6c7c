"""Stage ``catalogue``: compact entries of all cables, and the indexes built from them.

``entry`` looks at one cable (in parallel, body text stays behind); ``catalogue`` gathers all entries;
``links`` says what one cable's page shows of the others; ``namings`` gives the sentences that name people.
"""

from generator.catalogue.anchors import anchors
from generator.catalogue.entry import Entry, Passage, entry
from generator.catalogue.index import Absent, Catalogue, Citing, catalogue
from generator.catalogue.links import Links, links
from generator.catalogue.naming import Naming, namings
from generator.catalogue.related import related

__all__ = [
    "Absent",
    "Catalogue",
    "Citing",
    "Entry",
    "Links",
    "Naming",
    "Passage",
    "anchors",
    "catalogue",
    "entry",
    "links",
    "namings",
    "related",
]
