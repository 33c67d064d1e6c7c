"""Cutting a passage into words and marks, with their places."""

import re

_LETTER = r"[^\W\d_]"
_STOPPED = (
    "Mr Mrs Ms Dr Drs Jr Sr St Amb Gen Lt Ltg Maj Col Capt Cdr Sgt Brig Adm Rep Reps Sen Sens Gov Prof Hon"
    " Rev Msgr Fr Sh Eng Ing Lic Sec Asst Dep Pres Min Atty"
)
"""Words written with a full stop that ends no sentence."""

TOKEN = re.compile(
    r"[a-z]+(?![\w'\u2019`\u00b4/-])"  # most words by far, so first
    rf"|(?:{'|'.join(_STOPPED.split())}|{'|'.join(_STOPPED.upper().split())})\."
    rf"|(?:[A-Z]\.-?)+(?!{_LETTER}{{2}})|[A-Z]\."
    r"|\b[A-Z]{1,2}/[A-Z]{1,2}\b"
    r"|['\u2019`\u00b4][sS]\b"
    r"|[a-z]{2,}(?=[A-Z][a-z]|XXXX)"
    rf"|{_LETTER}+(?:['\u2019`\u00b4](?![sS]\b){_LETTER}+|-{_LETTER}+)*"
    r"|\d+(?:[.,]\d+)*"
    r"|--+|\.\.+|[^\s\w]|_|\n"
)
"""``al-Qadhafi``, ``Gom'a``, ``J.P.``, ``Dr.``, ``A/S`` are one token each.

Tokens of their own are a possessive, the end of a line (which only tables and lists have), and a small word
that lost the space behind it (``andGaviria``).
"""


class Tokens:
    """The tokens of one passage; lists, not objects: a cable has a thousand and all are looked at."""

    __slots__ = ("_starts", "_text", "words")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []
        self.words: list[str] = TOKEN.findall(text)

    def start(self, index: int) -> int:
        """Offset of token ``index``; looked up when first asked for, since many passages name nobody."""
        if not self._starts:
            at = 0
            for word in self.words:
                at = self._text.index(word, at)
                self._starts.append(at)
                at += len(word)
        return self._starts[index]

    def end(self, index: int) -> int:
        """Offset behind token ``index``."""
        return self.start(index) + len(self.words[index])


def case_of(text: str) -> str:
    """``lower``, ``Title``, ``UPPER``, ``mixed`` (McCain, al-Qadhafi), or ``mark`` for what is no word."""
    if not text[0].isalpha():
        return "own" if text[0] in "'\u2019`\u00b4" and len(text) > 1 else "mark"
    if text.islower():
        return "lower"
    if text[0].isupper() and (len(text) == 1 or text[1:].islower() or text[1] == "."):
        return "Title"
    return "UPPER" if text.isupper() else "mixed"
