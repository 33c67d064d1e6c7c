"""The sentence around a place in a text, short enough to quote, and fit to be quoted."""

import re
from collections.abc import Sequence
from itertools import chain

from generator.model import Cable
from generator.names import NameSearch, marks, spellings

LONGEST = 280
"""Characters of a quotation, ellipses aside: two lines on a wide screen."""

_END = re.compile(r"""[.!?][)\]"'\u2019\u201d]*\s+(?=["'(\[\u2018\u201c]?[A-Z0-9])""")
"""A full stop followed by a capital: ``... said so. He left``."""

LONGEST_WORD = 6
"""Letters looked back on from a full stop; no abbreviation is longer."""

_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Amb|Gen|Lt|Col|Maj|Capt|Adm|Gov|Sen|Rep|Prof|Hon|St|Jr|Sr|No|vs|etc|Inc|Ltd"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)|\b[A-Za-z])\.$",
    re.IGNORECASE,
)
"""A full stop that ends no sentence: a title, a month, an initial."""


def quotable(quote: str, withheld: NameSearch) -> bool:
    """Whether a quotation may stand on other pages than the cable's own.

    An index must not give away whom a cable asks to protect: not by a name in ``withheld``, however it is
    printed, and not by a sentence that holds the request itself: the name beside it may have been missed.
    """
    asked = any(mark.kind != "message" and not mark.weak for mark in marks(quote))
    return not asked and not any(True for _ in withheld.find(quote))


def names_withheld(cable: Cable, slugs: Sequence[str | None], *, surnames_alone: bool = False) -> NameSearch:
    """Every form of the names of those who have no slug, and, unless such people are shown, those marked.

    Args:
        cable: With all its people.
        slugs: For each of them the address; None for one who must not appear.
        surnames_alone: Also the last word of each name, for what is listed by itself: a signature, a heading.
    """
    pairs = list(zip(cable.people, slugs, strict=True))
    hidden = (person.mentions for person, slug in pairs if slug is None)
    shown = any(person.protected and slug is not None for person, slug in pairs)
    names = tuple(chain(*hidden, () if shown else cable.protected))
    if surnames_alone:
        names += tuple(name.split()[-1] for name in names if name.split())
    return NameSearch(words for name in names for words in spellings(name))


def sentence(text: str, start: int, end: int) -> str:
    """The sentence that holds ``text[start:end]``, cut around it with ellipses where it is long."""
    begin = max(start - _REACH, 0)
    first, last = _bounds(text[begin : end + _REACH], start - begin, end - begin)
    first, last = first + begin, last + begin
    if last - first <= LONGEST:
        return _tidy(text[first:last])
    return _cut(text, first, last, start, end)


def opening(text: str, longest: int = LONGEST) -> str:
    """The beginning of a text, cut at a word."""
    text = _tidy(text)
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(",;:- ") + " …"


_REACH = 2 * LONGEST
"""Characters around a place in which its sentence is looked for; a longer one is cut in any case."""


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the sentence around the place."""
    first, last = 0, len(text)
    for stop in _END.finditer(text):
        if _ABBREVIATED.search(text[max(stop.start() - LONGEST_WORD, 0) : stop.start() + 1]):
            continue
        if stop.end() <= start:
            first = stop.end()
        elif stop.start() >= end - 1:
            last = stop.end()
            break
    return first, last


def _cut(text: str, first: int, last: int, start: int, end: int) -> str:
    """A window of ``LONGEST`` around the place, snapped to words."""
    room = max(LONGEST - (end - start), 0)
    left = max(first, start - room // 2)
    right = min(last, left + LONGEST)
    left = max(first, min(left, right - LONGEST))
    if left > first:
        space = text.find(" ", left, start)
        left = left if space < 0 else space + 1
    if right < last:
        space = text.rfind(" ", end, right)
        right = right if space < 0 else space
    return ("… " if left > first else "") + _tidy(text[left:right]) + (" …" if right < last else "")


def _tidy(text: str) -> str:
    return " ".join(text.split())
