"""Stage ``catalogue``: the entries of all cables, and the indexes built from them.

``catalogue`` gathers all entries; ``links`` says what one cable's page shows of the others.
"""

from generator.catalogue.index import Absent, Catalogue, Citing, catalogue
from generator.catalogue.links import Links, links
from generator.catalogue.related import related

__all__ = [
    "Absent",
    "Catalogue",
    "Citing",
    "Links",
    "catalogue",
    "links",
    "related",
]
