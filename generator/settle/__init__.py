"""Stage ``settle``: each cable made one value, once the people of the corpus are resolved and protected.

``settle`` takes a cable with all that was found in it and gives a :class:`PublishedCable`: names masked, the
people who may be shown under their addresses, its entry for the catalogue, the sentences that name people.
Whatever is written of a cable is made from this value, so that what is not in it cannot be published.
"""

from generator.settle.anchors import anchors
from generator.settle.cable import Settled, settle
from generator.settle.entry import Cited, Entry, Passage
from generator.settle.naming import Naming
from generator.settle.published import (
    Namings,
    PublishedCable,
    dump_namings,
    dump_published,
    load_namings,
    load_published,
    published,
)
from generator.settle.version import readable, version_of

__all__ = [
    "Cited",
    "Entry",
    "Naming",
    "Namings",
    "Passage",
    "PublishedCable",
    "Settled",
    "anchors",
    "dump_namings",
    "dump_published",
    "load_namings",
    "load_published",
    "published",
    "readable",
    "settle",
    "version_of",
]
