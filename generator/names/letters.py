"""A text reduced to plain small letters, with the way back to its own offsets.

Two spellings that a reader takes for one are one here: capitals, accents (composed or not), look-alikes of
other alphabets, full-width letters, soft hyphens and characters without width, entities, tags and escapes of
HTML, JSON, Markdown and addresses, a word broken at a line's end, with or without a page banner in the break.
"""

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple
from urllib.parse import unquote_to_bytes

from text_unidecode import unidecode  # type: ignore[import-untyped] # carries no types

RECENT: Final = 128
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

_TAG: Final = r"(?P<tag></?[a-zA-Z!][^<>]{0,300}>)"
"""``<b>``, ``<wbr>``"""
_PAGE_END: Final = rf"(?P<page>(?:{_LINE_BREAK}|[ ])\s{{0,40}}{_BANNER}(?=\s|$))"
"""``Rashid|ASTANA 00000275  002 OF 003|Omirbek``"""
_ESCAPED: Final = rf"""
      (?P<broken>-(?<=[^\W\d_]-)[ \t]{{0,8}}{_LINE_BREAK}[\s>]{{0,40}}(?:{_BANNER}\s{{0,40}})?(?=[^\W\d_]))
                                                    # Fend-|zenko, with a page's end between
    | (?P<entity>&\#?\w{{1,10}};)                    # &#246; &shy;
    | (?P<json>(?:\\u[0-9a-fA-F]{{4}})+)             # \u00f6, also as two surrogates
    | (?P<percent>(?:%[0-9a-fA-F]{{2}})+)            # %C3%B6
    | (?P<breaks>\\[nrt](?![a-zA-Z]))                # a line's end as JSON writes it
    | (?P<escaped>\\(?=[^\w\s]))                     # \( of Markdown, \/ of JSON
"""


@cache
def _piece(*, tags: bool, banners: bool) -> re.Pattern[str]:
    """What stands for another text than its own characters; a page's end is looked for only where one is."""
    parts = [_ESCAPED, *([_TAG] if tags else []), *([_PAGE_END] if banners else [])]
    return re.compile("|".join(parts), re.VERBOSE)


def _specials(text: str, *, tags: bool) -> re.Pattern[str]:
    return _piece(tags=tags, banners=_BANNERED.search(text) is not None)


_BLOCK_TAG: Final = re.compile(
    r"</?(?:br|p|div|pre|li|ul|ol|dd|dt|td|th|tr|table|h[1-6]|section|article)\b", re.IGNORECASE
)


Piece = tuple[int, int, bool]
"""Start and end in the original of what a stretch comes from, and whether it is as long and each is one."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as plain small letters, digits and ASCII punctuation."""

    text: str
    at: Sequence[int]
    """Offsets in ``text`` at which a new piece of the original begins; the first is 0."""
    pieces: Sequence[Piece]
    """What the text is made of, as many as ``at``."""

    def place(self, offset: int) -> tuple[int, int]:
        """Start and end in the original of what the character at ``offset`` comes from."""
        number = bisect_right(self.at, offset) - 1
        start, end, alike = self.pieces[number]
        if not alike:
            return start, end
        start += offset - self.at[number]
        return start, start + 1

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that ``text[start:end]`` (not empty) comes from."""
        return self.place(start)[0], self.place(end - 1)[1]

    def only(self, offsets: Sequence[int]) -> "Folded":
        """The same with these characters alone."""
        return Folded(
            "".join([self.text[offset] for offset in offsets]),
            range(len(offsets)),
            [(*self.place(offset), False) for offset in offsets],
        )


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
    at: list[int] = []
    pieces: list[Piece] = []
    length = 0
    for piece, start, end in _pieces(text, _specials(text, tags=tags)):
        letters = piece.translate(_PLAIN)
        if letters:
            folded.append(letters)
            at.append(length)
            pieces.append((start, end, len(letters) == end - start))
            length += len(letters)
    return Folded("".join(folded), at, pieces)


def folds_to_itself(text: str) -> bool:
    """Whether :func:`fold_text` of a text in ASCII, without markup, is that text in small letters."""
    if text.isprintable() and not any(map(text.__contains__, _PIECE_HAS)):
        return True
    return not (_MOVED.search(text) or (_SPECIAL.search(text) and _specials(text, tags=False).search(text)))


_PIECE_HAS: Final = ("&", "<", "\\", "%", " OF ")
"""What a piece on one line holds."""
_MOVED: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def plain_letters(word: str) -> str:
    """A word or a printed name as plain small letters, digits and ASCII punctuation; no markup is read.

    As :func:`fold_text` folds each character, but without the way back. A letter that has no Latin spelling
    is ``?``.
    """
    return word.lower() if word.isascii() and word.isprintable() else word.translate(_PLAIN)


class Look(NamedTuple):
    """What a first look at a text sees, a hundred times as fast as folding it with the way back."""

    words: str
    """Its words, a blank before each; what is broken by a hyphen or an apostrophe is two."""
    joined: str
    """The same with these drawn together; empty where there are none."""
    letters: str
    """Its letters and digits alone."""
    spaced: bool
    """Whether some word is printed with gaps between its letters."""


@lru_cache(maxsize=RECENT)
def first_look(text: str) -> Look:
    """The words and letters of ``fold_text(text).text``."""
    spelled = _specials(text, tags=True).sub(_meaning, text) if _SPECIAL.search(text) else text
    plain = spelled.isascii() and not _CONTROL.search(spelled)
    folded = spelled.lower() if plain else spelled.translate(_PLAIN)
    words = _WORDS.findall(folded)
    joined = _WORDS.findall(_HYPHEN.sub("", folded)) if _HYPHEN.search(folded) else []
    return Look(
        words="".join([f" {word}" for word in words]),
        joined="".join([f" {word}" for word in joined]),
        letters="".join(words),
        spaced=_SPACED.search(folded) is not None,
    )


_WORDS: Final = re.compile(r"[a-z0-9]+")
_HYPHEN: Final = re.compile(r"['`-]\s?")
_SPACED: Final = re.compile(r"(?<![a-z0-9])(?:[a-z0-9][^a-z0-9]{1,4}){4}")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SPECIAL: Final = re.compile(r"[&<\\%]|\d OF \d|-[ \t]*[\r\n]")
"""What every piece holds that is not its own letters."""
_BANNERED: Final = re.compile(r"\d OF \d")
_UNLIKE: Final = re.compile(r"[^\t\n\x0b\x0c\r -~]")
"""A character that may become none, or more than one."""


def _pieces(text: str, special_piece: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """Stretches of characters, or what a longer piece stands for, with their places."""
    at = 0
    for special in special_piece.finditer(text):
        yield from _stretches(text, at, special.start())
        yield _meaning(special), special.start(), special.end()
        at = special.end()
    yield from _stretches(text, at, len(text))


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Stretches of characters that become one each, and each other character by itself."""
    for unlike in _UNLIKE.finditer(text, start, end):
        if start < unlike.start():
            yield text[start : unlike.start()], start, unlike.start()
        yield unlike.group(), unlike.start(), unlike.end()
        start = unlike.end()
    if start < end:
        yield text[start:end], start, end


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
