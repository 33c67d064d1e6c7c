"""A text cut into tokens: words, numbers, marks, ends of lines."""

import re

_LETTER = r"[^\W\d_]"
_ACCENTS = r"\u0300-\u036f"
_LETTERS = rf"{_LETTER}+(?:[{_ACCENTS}]+{_LETTER}*)*+"
"""Letters of a word, composed or each with its accents behind it."""
_STOPPED = (
    "Mr Mrs Ms Dr Drs Jr Sr St Amb Gen Lt Ltg Maj Col Capt Cdr Sgt Brig Adm Rep Reps Sen Sens Gov Prof Hon"
    " Rev Msgr Fr Sh Eng Ing Lic Sec Asst Dep Pres Min Atty"
)
"""Words written with a full stop that ends no sentence."""

TOKEN = re.compile(
    rf"[a-z]+(?![\w'\u2019`\u00b4/{_ACCENTS}-])"  # most words by far, so first
    rf"|(?:{'|'.join(_STOPPED.split())}|{'|'.join(_STOPPED.upper().split())})\."
    rf"|(?:[A-Z]\.-?)+(?!{_LETTER}{{2}})|[A-Z]\."
    r"|\b[A-Z]{1,2}/[A-Z]{1,2}\b"
    r"|['\u2019`\u00b4][sS]\b"
    rf"|(?<={_LETTER}{{2}}),(?:s\b(?=[ ,.;:)])|(?<=[A-Z],)S\b(?= [A-Z]{{2}}))"
    r"|[a-z]{2,}(?=[A-Z][a-z]|XXXX)"
    rf"|{_LETTERS}(?:['\u2019`\u00b4](?![sS]\b){_LETTERS}|-{_LETTERS})*"
    r"|\d+(?:[.,]\d+)*"
    r"|--+|\.\.+|[^\s\w]|_|\n"
)
"""``al-Qadhafi``, ``Gom'a``, ``J.P.``, ``Dr.``, ``A/S`` are one token each.

Tokens of their own are a possessive, also with a comma for its apostrophe (``Varga,s``), the end of a line
(which only tables and lists have), and a small word that lost the space behind it (``andGaviria``).
"""


def apart(text: str) -> bool:
    """Whether a text may be cut at its blanks first, and what stands between two of them by itself.

    No token holds a blank, and none looks past one but the possessive with a comma.
    """
    return ",s" not in text and ",S" not in text


class Tokens:
    """The tokens of one passage; lists, not objects: a cable has a thousand and all are looked at.

    ``words`` are those of the text where they are known already.
    """

    __slots__ = ("_starts", "_text", "words")

    def __init__(self, text: str, words: list[str] | None = None) -> None:
        self._text = text
        self._starts: list[int] = []
        self.words: list[str] = TOKEN.findall(text) if words is None else words

    def start(self, index: int) -> int:
        """Offset of token ``index``; looked up when asked for, since many passages name nobody."""
        starts = self._starts
        if index >= len(starts):
            at = starts[-1] + len(self.words[len(starts) - 1]) if starts else 0
            place, add = self._text.index, starts.append
            for word in self.words[len(starts) : index + 1]:
                at = place(word, at)
                add(at)
                at += len(word)
        return starts[index]

    def end(self, index: int) -> int:
        """Offset behind token ``index``."""
        return self.start(index) + len(self.words[index])
