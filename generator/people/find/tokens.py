"""Cutting a passage into words and marks, with their places."""

import re

_LETTER = r"[^\W\d_]"
_STOPPED = (
    "Mr Mrs Ms Dr Drs Jr Sr St Amb Gen Lt Ltg Maj Col Capt Cdr Sgt Brig Adm Rep Reps Sen Sens Gov Prof Hon Rev"
    " Msgr Fr Sh Eng Ing Lic Sec Asst Dep Pres Min Atty"
)
"""Words written with a full stop that ends no sentence."""

TOKEN = re.compile(
    rf"(?:{'|'.join(_STOPPED.split())}|{'|'.join(_STOPPED.upper().split())})\."
    rf"|(?:[A-Z]\.-?)+(?!{_LETTER}{{2}})|[A-Z]\."
    r"|\b[A-Z]{1,2}/[A-Z]{1,2}\b"
    r"|['’`´][sS]\b"
    rf"|{_LETTER}+(?:['’`´](?![sS]\b){_LETTER}+|-{_LETTER}+)*"
    r"|\d+(?:[.,]\d+)*"
    r"|--+|\.\.+|[^\s\w]|_|\n"
)
"""``al-Qadhafi``, ``Gom'a``, ``J.P.``, ``Dr.``, ``A/S`` are one token each; a possessive is a token of its own, and
so is the end of a line, which only tables and lists have."""


class Tokens:
    """The tokens of one passage: ``words[i]`` stands at ``starts[i]``.

    Parallel lists, not objects: a cable has a thousand tokens and all of them are looked at.
    """

    __slots__ = ("starts", "words")

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        for found in TOKEN.finditer(text):
            self.words.append(found.group())
            self.starts.append(found.start())

    def end(self, index: int) -> int:
        """Offset behind token ``index``."""
        return self.starts[index] + len(self.words[index])


def case_of(text: str) -> str:
    """``lower``, ``Title``, ``UPPER``, ``mixed`` (McCain, al-Qadhafi), or ``mark`` for what is no word."""
    if not text[0].isalpha():
        return "own" if text[0] in "'’`´" and len(text) > 1 else "mark"
    if text.islower():
        return "lower"
    if text[0].isupper() and (len(text) == 1 or text[1:].islower() or text[1] == "."):
        return "Title"
    return "UPPER" if text.isupper() else "mixed"
