"""What the interface says around what editors write."""

from typing import Final

from generator.wording.word import Word, Wording


class NoteWords(Wording):
    """Notes, and pages that discuss a cable."""

    __slots__ = ()

    editors_note: Final = Word(
        en="Editors’ note", de="Anmerkung der Redaktion", fr="Note de la rédaction", es="Nota de los editores"
    )
    discussed: Final = Word(en="Discussed in", de="Besprochen in", fr="Commenté dans", es="Comentado en")
