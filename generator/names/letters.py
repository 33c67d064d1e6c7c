"""A text reduced to plain small letters, with the way back to its own offsets.

Two spellings that a reader takes for one are one here: capitals, accents (composed or not), look-alikes of
other alphabets, full-width letters, soft hyphens and characters without width, entities, tags and escapes of
HTML, JSON, Markdown and addresses, a word broken at a line's end, with or without a page banner in the break.
"""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import unquote_to_bytes

from text_unidecode import unidecode  # type: ignore[import-untyped] # carries no types

RECENT: Final = 16
"""Texts whose folded form is remembered: each is searched several times in a row, for different people."""

_OWN: Final = {
    **dict.fromkeys("əƏ", "a"),  # schwa: Azerbaijan's a
    **dict.fromkeys("ʼʻʹʺˈ´’‘`′ʾʿ", "'"),
    **dict.fromkeys("ъьЪЬ", ""),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    **dict.fromkeys("“”„«»〝〞＂", '"'),
    **dict.fromkeys("（﹙【〔〈《｛﹛［⦅❨❪❲⟨⟪⟦", "("),
    **dict.fromkeys("）﹚】〕〉》｝﹜］⦆❩❫❳⟩⟫⟧", ")"),
    **dict.fromkeys("\u2028\u2029\x85\x0b\x0c\r", "\n"),
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "
    ),
}
"""Characters whose plain form Unicode's tables or the transliteration do not give as names need it."""

_INVISIBLE: Final = frozenset({"Cf", "Cc", "Mn", "Me", "Co", "Cn", "Cs"})
"""Categories of characters that add nothing to a word: formats, controls, combining and unassigned ones."""

_LINE_BREAK: Final = r"(?:\r\n?|\n|\\r\\n|\\n|<br\s*/?>)"
_BANNER: Final = r"[A-Z][A-Z\ .]{1,30}\ \d{5,8}\ {1,3}\d{3}(?:\.\d)?\ OF\ \d{3}"
"""``ASTANA 00000275  002 OF 003``, as it stands between the halves of a sentence cut by a page's end."""

_PIECE: Final = re.compile(
    rf"""
      (?P<broken>(?<=[^\W\d_])-[ \t]{{0,8}}{_LINE_BREAK}[\s>]{{0,40}}(?:{_BANNER}\s{{0,40}})?(?=[^\W\d_]))
                                                    # Fend-|zenko, with a page's end between
    | (?P<page>(?:{_LINE_BREAK}|[ ])\s{{0,40}}{_BANNER}(?=\s|$)) # Rashid|ASTANA 00000275  002 OF 003|Omirbek
    | (?P<entity>&\#?\w{{1,10}};)                    # &#246; &shy;
    | (?P<tag></?[a-zA-Z!][^<>]{{0,300}}>)           # <b>, <wbr>
    | (?P<json>(?:\\u[0-9a-fA-F]{{4}})+)             # \u00f6, also as two surrogates
    | (?P<percent>(?:%[0-9a-fA-F]{{2}})+)            # %C3%B6
    | (?P<breaks>\\[nrt](?![a-zA-Z]))                # a line's end as JSON writes it
    | (?P<escaped>\\(?=[^\w\s]))                     # \( of Markdown, \/ of JSON
    """,
    re.VERBOSE,
)
"""What stands for another text than its own characters."""
_PIECE_OF_TEXT: Final = re.compile(_PIECE.pattern.replace("</?[a-zA-Z!]", "(?!)"), re.VERBOSE)
"""The same where a tag is text like any other."""

_BLOCK_TAG: Final = re.compile(
    r"</?(?:br|p|div|pre|li|ul|ol|dd|dt|td|th|tr|table|h[1-6]|section|article)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as plain small letters, digits and ASCII punctuation."""

    text: str
    starts: Sequence[int]
    """Offset in the original at which what gave each character begins."""
    ends: Sequence[int]
    """Offset behind it."""

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that ``text[start:end]`` (not empty) comes from."""
        return self.starts[start], self.ends[end - 1]


class _Plain(dict[int, str]):
    """For ``str.translate``: each character and its plain form, worked out when first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        own = _OWN.get(character)
        self[code] = plain = own if own is not None else _plain(character)
        return plain


_PLAIN: Final = _Plain()
"""A memo, as of a cached function: what it holds depends on Unicode alone."""


def _plain(character: str) -> str:
    if character == "\n" or " " <= character <= "~":
        return character.lower()
    if unicodedata.category(character) in _INVISIBLE:
        return ""
    spelled = str(unidecode(unicodedata.normalize("NFKC", character))).lower()
    if not unicodedata.category(character).startswith("L"):
        return spelled or " "
    return re.sub(r"[^a-z0-9]", "", spelled) or "?"


@lru_cache(maxsize=RECENT)
def fold_text(text: str, *, tags: bool = True) -> Folded:
    """Fold a text of any kind: prose, HTML, JSON, an address, a file's name.

    Args:
        text: What is to be compared or searched.
        tags: Whether ``<b>`` is markup, and so nothing; False where a text is known to have none.
    """
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece, start, end in _pieces(text, _PIECE if tags else _PIECE_OF_TEXT):
        for letter in piece.translate(_PLAIN):
            folded.append(letter)
            starts.append(start)
            ends.append(end)
    return Folded("".join(folded), starts, ends)


@lru_cache(maxsize=RECENT)
def only_letters(text: str) -> str:
    """The small letters and digits of ``fold_text(text).text`` alone, ten times as fast: for a first look."""
    spelled = _PIECE.sub(_meaning, text) if _SPECIAL.search(text) else text
    folded = spelled.translate(_PLAIN) if not spelled.isascii() else spelled.lower()
    return folded.encode("ascii").translate(None, _NO_LETTERS).decode("ascii")


_NO_LETTERS: Final = bytes(code for code in range(128) if not chr(code).isalnum())
_SPECIAL: Final = re.compile(r"[&<\\%]|\d OF \d")
"""What every piece holds that is not its own letters (a word broken at a line's end is)."""


def _pieces(text: str, special_piece: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """Characters, or what a longer piece stands for, with their places."""
    at = 0
    for special in special_piece.finditer(text):
        for offset in range(at, special.start()):
            yield text[offset], offset, offset + 1
        yield _meaning(special), special.start(), special.end()
        at = special.end()
    for offset in range(at, len(text)):
        yield text[offset], offset, offset + 1


def _meaning(special: re.Match[str]) -> str:
    kind, piece = special.lastgroup, special.group()
    if kind == "entity":
        return html.unescape(piece)
    if kind == "tag":
        return "\n" if _BLOCK_TAG.match(piece) else ""
    if kind == "json":
        codes = bytes.fromhex(piece.replace("\\u", ""))
        return codes.decode("utf-16-be", errors="ignore")
    if kind == "percent":
        return unquote_to_bytes(piece).decode("utf-8", errors="ignore") or piece
    return {"page": "\n", "breaks": "\n"}.get(kind or "", "")
