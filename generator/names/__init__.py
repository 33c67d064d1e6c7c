"""The rules about names, each once: for finding, resolving, masking, the pages and the last gate alike.

As letters: which a text spells (:mod:`generator.names.letters`), which two words are compared by
(:mod:`generator.names.folding`), which transliterations are one (:mod:`generator.names.transliteration`).
As words: what around a name is none of it (:mod:`generator.names.affixes`), short and frequent names
(:mod:`generator.names.given`), initials (:mod:`generator.names.initials`), offices
(:mod:`generator.names.offices`), slips of the typist (:mod:`generator.names.similarity`). As names: one
taken apart (:mod:`generator.names.forms`) or filed from A to Z (:mod:`generator.names.filing`), two held
against each other (:mod:`generator.names.relation`). In a text: where a telegram asks to protect somebody
(:mod:`generator.names.marks`), and where a name or a whole passage stands, however it is printed
(:mod:`generator.names.search`, :mod:`generator.names.passages`).
"""

from generator.names.letters import Folded, fold_text
from generator.names.marks import Mark, marks
from generator.names.search import NameSearch, Words, name_words, spellings

__all__ = ["Folded", "Mark", "NameSearch", "Words", "fold_text", "marks", "name_words", "spellings"]
