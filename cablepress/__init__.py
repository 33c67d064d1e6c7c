"""Cablepress for programs and notebooks: read cables, know their people, look them up.

What stands in ``__all__`` is kept from version to version; everything else, the package ``generator`` above
all, may change with any of them.

Reading::

    for cable in cablepress.read("cables"):
        print(cable.id, cable.date, cable.subject)

- :func:`read`, :func:`parse`: files in any layout, or one text, to :class:`Cable`;
- :func:`people`: who is one person in several cables;
- :func:`catalogue`: everything by tag, person, month, post, and what cites what, as a site has it: people who
  are to be protected are not in it;
- :func:`dump`, :func:`load`: a cable as one line of JSON, and back.

A package of one's own can read a layout of its own (:class:`Layout`) and find names in its own way
(:class:`Tagger`): it has an entry point in the group ``cablepress.readers`` or ``cablepress.taggers``, and
mkdocs.yml names it under ``readers:`` or ``tagger:``.
"""

from cablepress._corpus import catalogue, parse, people, read
from generator import __version__
from generator.catalogue import Catalogue
from generator.model import (
    Addressee,
    Appearance,
    Block,
    Cable,
    CablepressError,
    CableWarning,
    Citation,
    Person,
    PersonFound,
    Problem,
    Provenance,
    Reference,
    Source,
    Stated,
)
from generator.model import dump_cable as dump
from generator.model import load_cable as load
from generator.people import NameSpan, Tagger
from generator.read import Layout
from generator.read.errors import UnreadableInputError
from generator.read.item import Document, Item
from generator.settle import Entry

__all__ = [
    "Addressee",
    "Appearance",
    "Block",
    "Cable",
    "CableWarning",
    "CablepressError",
    "Catalogue",
    "Citation",
    "Document",
    "Entry",
    "Item",
    "Layout",
    "NameSpan",
    "Person",
    "PersonFound",
    "Problem",
    "Provenance",
    "Reference",
    "Source",
    "Stated",
    "Tagger",
    "UnreadableInputError",
    "__version__",
    "catalogue",
    "dump",
    "load",
    "parse",
    "people",
    "read",
]
