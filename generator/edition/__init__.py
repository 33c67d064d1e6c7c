"""Stage ``edition``: what a publisher says of the cables beside the cables, in files of their own.

Corrections of what a document says (:mod:`generator.edition.corrections`) are put into a cable between its
parsing and the finding of its people, so that whatever comes behind sees corrected values alone.

Every file is read the same way (:mod:`generator.edition.written`): a list of entries that know their lines,
in one file or in a folder of them; a wrong entry is one line with what was probably meant.

What acronyms stand for (:mod:`generator.edition.glossary`) is shown where they stand.
"""

from generator.edition.glossary import merged, read_glossary

__all__ = ["merged", "read_glossary"]
