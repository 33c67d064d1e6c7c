"""Stage ``catalogue``: the entries of all cables, and the indexes built from them.

``catalogue`` gathers all entries; ``links`` says what one cable's page shows of the others.
"""

from generator.catalogue.absent import CITING, QUOTED, Absent, AbsentPlace, Citing
from generator.catalogue.index import Catalogue, catalogue
from generator.catalogue.links import Links, links
from generator.catalogue.related import related

__all__ = [
    "CITING",
    "QUOTED",
    "Absent",
    "AbsentPlace",
    "Catalogue",
    "Citing",
    "Links",
    "catalogue",
    "links",
    "related",
]
