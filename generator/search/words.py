"""The words of a text as the search knows them; ``overrides/assets/javascripts/search/words.js`` agrees.

Capitals, accents (composed or not), the letters of ``LETTERS``, apostrophes and hyphens make no difference. A
word is a run of letters and digits of one kind: Latin letters and digits, or others. Scripts that leave no
blanks between words give a word for each sign, so that any part of a run is found as a phrase.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

LETTERS: Final = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ħ": "h",
    "\u0131": "i",
    "ŋ": "n",
    "ŧ": "t",
    "ə": "a",
    "\u03c2": "\u03c3",
    **dict.fromkeys("\u02bc\u02bb\u02b9\u02c8\u2019\u2018\u2032\u02be\u02bf", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
}
"""Small letters and signs that Unicode does not take apart, and what they are read as."""

INVISIBLE: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Characters without width, as a set of a regular expression: a word goes on across them."""

UNSPACED: Final = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
)
"""Thai, Lao, Tibetan, Burmese, Khmer, Japanese and Chinese signs, as a set of a regular expression."""

LONGEST_CHAIN: Final = 40
"""Letters and digits of words joined by hyphens or apostrophes that are also one word."""

_FOREIGN: Final = re.compile(r"[^\x00-\x7f]+")
_CHAINED: Final = re.compile(rf"[0-9a-z]+(?:['-][0-9a-z]+)*|[{UNSPACED}]|[^\W_0-9a-z{UNSPACED}]+")
_NO_LINK: Final = re.compile(r"['-]{2,}")
"""Hyphens and apostrophes in a row, which part words rather than link them."""
_ASCII: Final = str.maketrans(
    {code: chr(code).lower() if chr(code).isalnum() or chr(code) in "'-" else " " for code in range(128)}
)
"""Small letters, digits and what links them; all else parts words."""
_DROPPED: Final = re.compile(rf"[{INVISIBLE}]")
_LINKS: Final = re.compile(r"['-]")
_TRANSLATION: Final = str.maketrans(LETTERS)


class Joined(NamedTuple):
    """Words that hyphens or apostrophes make one: ``al-Qadhafi`` is ``alqadhafi``, too."""

    place: int
    """Of the first of them among the words of the text."""
    word: str


def folded(text: str) -> str:
    """The text in the letters by which words are compared; offsets are not kept."""
    small = text.lower()
    return small if small.isascii() else _FOREIGN.sub(lambda run: _plain(run[0]), small)


@lru_cache(maxsize=1 << 14)
def _plain(run: str) -> str:
    """A run of characters beyond ASCII, in small letters."""
    apart = unicodedata.normalize("NFKD", _DROPPED.sub("", run)).lower()
    return "".join(sign for sign in apart if unicodedata.category(sign)[0] != "M").translate(_TRANSLATION)


def words(text: str) -> list[str]:
    """The words of a text, in order."""
    return words_and_joined(text)[0]


def words_and_joined(text: str) -> tuple[list[str], list[Joined]]:
    """The words of a text, and those that hyphens or apostrophes join."""
    chained = text.translate(_ASCII).split() if text.isascii() else _CHAINED.findall(folded(text))
    if "-" not in text and "'" not in text and text.isascii():
        return chained, []
    single: list[str] = []
    joined: list[Joined] = []
    done = 0
    for number in [number for number, chain in enumerate(chained) if "-" in chain or "'" in chain]:
        single += chained[done:number]
        done = number + 1
        chain = chained[number].strip("-'")
        for link in _NO_LINK.split(chain) if chain else ():
            parts = _LINKS.split(link)
            if whole := one_word(parts, possessive=link.endswith("'s")):
                joined.append(Joined(len(single), whole))
            single += parts
    return single + chained[done:], joined


def one_word(parts: list[str], *, possessive: bool) -> str:
    """``co``, ``operation``: ``cooperation``; empty where nothing is joined: ``Hoagland's``, ``2009-10``."""
    kept = parts[:-1] if possessive else parts
    whole = "".join(kept)
    return whole if len(kept) > 1 and len(whole) <= LONGEST_CHAIN and not whole.isdecimal() else ""
