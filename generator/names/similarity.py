"""Whether two words are one name misspelt.

Within one cable more is forgiven than over the corpus: there a word nearly like another is hardly somebody
else's, among thousands of people it often is.
"""

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

_LONG_ENOUGH, _LONG = 5, 7
"""Letters of a word in which one slip is forgiven, and two."""


def alike(word: str, other: str) -> bool:
    """Whether two words are one name, perhaps misspelled: one slip in five letters, two in seven."""
    if word == other:
        return True
    shorter = min(len(word), len(other))
    if shorter < _LONG_ENOUGH or word[0] != other[0]:
        return False
    slips = 2 if shorter >= _LONG else 1
    return OSA.distance(word, other, score_cutoff=2) <= slips and not feminine(word, other)


def nearly(word: str, words: Sequence[str]) -> list[int]:
    """Which of many words may be :func:`alike` to one, by their numbers: all that are, and a few more."""
    if len(word) < _LONG_ENOUGH or not words:
        return []
    near = process.extract(word, words, scorer=OSA.distance, score_cutoff=2, limit=None)
    return sorted(at for _, _, at in near)


_LONG_OVER_CORPUS = 6
"""Letters from which on one slip is forgiven between cables; in a shorter word it makes another name."""


def one_slip(word: str, other: str) -> bool:
    """Whether two words of different cables are one letter off, and long."""
    long = max(len(word), len(other)) >= _LONG_OVER_CORPUS
    return long and OSA.distance(word, other, score_cutoff=1) <= 1 and not feminine(word, other)


def feminine(word: str, other: str) -> bool:
    """Whether one is the feminine of the other, a Slavic surname: Nazarbayev, Nazarbayeva are two people.

    Any other letter more at the end is a slip like all others: in the corpus Garcias is Garcia, without the
    apostrophe of the possessive or in the plural of the family, far more often than another name.
    """
    shared = Prefix.similarity(word, other)
    stem, ends = word[:shared], (word[shared:], other[shared:])
    return any(
        stem.endswith(before) and not {ends, ends[::-1]}.isdisjoint(pairs) for before, pairs in _ENDINGS
    )


_ENDINGS = (
    (("ov", "ev", "in", "yn"), {("", "a")}),
    ("sk", {(man, woman) for man in ("i", "y", "iy", "ii", "ij") for woman in ("a", "aya", "aia", "aja")}),
)
"""Beginnings of the ending of a surname, with what a man's and a woman's goes on with: Kowalski, Kowalska."""
