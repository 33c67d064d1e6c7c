"""Names as letters: folding, the (protect) grammar, and looking for a name in any text.

What people, masking and the last gate all need and none may have an opinion of its own on: which letters a
text spells (:mod:`generator.names.letters`), where a telegram asks to protect somebody
(:mod:`generator.names.marks`), and where a name stands, however it is printed
(:mod:`generator.names.search`).
"""

from generator.names.letters import Folded, fold_text
from generator.names.marks import Mark, marks
from generator.names.search import NameSearch, Words, name_words, spellings

__all__ = ["Folded", "Mark", "NameSearch", "Words", "fold_text", "marks", "name_words", "spellings"]
