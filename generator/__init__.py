"""Cablepress: a folder of diplomatic telegrams in, a searchable documentation-style site out.

The stages, in the order in which data flows; each imports only from those above it
(``tests/architecture/test_architecture.py`` checks this):

- :mod:`generator.model`: the values that travel between the stages; no I/O, no parsing.
- :mod:`generator.tables`: reference data (TAGS codes, posts, countries) with typed look-ups.
- :mod:`generator.read`: files in any layout -> ``Source``.
- :mod:`generator.parse`: one ``Source`` -> ``Cable``.
- :mod:`generator.people`: people found in one ``Cable``, then resolved over the corpus.
- :mod:`generator.settle`: a ``Cable`` and who is shown in it -> ``PublishedCable``, what is published of it.
- :mod:`generator.catalogue`: compact entries of all cables -> indexes.
- :mod:`generator.pages`: a ``PublishedCable`` or an index -> Markdown with front matter.
- :mod:`generator.search`: what is published of the cables -> the index that a browser reads.
- :mod:`generator.publish`: Markdown -> site (MkDocs) and offline bundle.
- :mod:`generator.cli`: the ``cablepress`` command.
"""

__version__ = "0.1.0"
