"""Where a passage stands in a text, however its lines are broken and whatever stands between its words.

A passage is looked for by its letters and digits alone, from the beginning of a word to the end of one.
Unlike a name it has no other forms.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from generator.names.letters import first_look, fold_text
from generator.names.search import LetterStream, Words, name_words

WINDOW: Final = 12
"""Words of which a long passage is looked for by: so many in a row are nobody else's by chance."""


class PassageSearch:
    """Finds passages."""

    def __init__(self, passages: Iterable[Words]) -> None:
        """Args: passages: Words as :func:`passage_words` gives them."""
        self.passages = tuple(sorted({words for words in passages if "".join(words)}))
        self._letters = tuple("".join(words) for words in self.passages)

    def __bool__(self) -> bool:
        return bool(self.passages)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Stretches of ``text`` that are one of the passages; in no order, they may overlap."""
        look = first_look(text).letters if self.passages else ""
        wanted = [letters for letters in self._letters if letters in look]
        if not wanted:
            return
        folded = fold_text(text)
        stream = LetterStream(folded.text)
        for letters in wanted:
            for start, end in _places(stream, letters):
                yield folded.back(start, end)


def _places(stream: LetterStream, letters: str) -> Iterator[tuple[int, int]]:
    """Where these letters stand, as words of their own."""
    places = stream.places_of
    at = stream.letters.find(letters)
    while at >= 0:
        last = at + len(letters) - 1
        begins = at == 0 or places[at - 1] + 1 < places[at]
        ends = last + 1 == len(places) or places[last] + 1 < places[last + 1]
        if begins and ends:
            yield places[at], places[last] + 1
        at = stream.letters.find(letters, at + 1)


def passage_words(text: str) -> Words:
    """The words of a passage, plain and in small letters."""
    return name_words(text.replace(",", " "))


def windows(words: Words, *, size: int = WINDOW) -> Iterator[Words]:
    """A long passage as stretches that cover all of it; a short one whole."""
    if len(words) <= size:
        yield words
        return
    for start in range(0, len(words) - size + 1, size):
        yield words[start : start + size]
    if len(words) % size:
        yield words[-size:]
