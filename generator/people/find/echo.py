"""Further places where someone already found is named: what the model missed the second time."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.people.find.mention import Mention

GENERATION = re.compile(r"(?:,|(?<!\s))\s++(?:Jr|Sr|JR|SR|II|III|IV)\b\.?")
"""Belongs to a full name: ``Robert O. Blake, Jr.``"""
_BEFORE = re.compile(r"(?:^|[^\w'\u2019-])$")
_BEHIND = re.compile(r"(?:['\u2019]s\b|['\u2019](?!\w)|(?![\w'\u2019-]))(?!\s+[A-Z][a-z])")
"""Not followed by another capitalised word: White in White House, Bouzidi in Bouzidi Foundation."""
_TITLED_LIKE = re.compile(r"[A-Z][\w.'\u2019-]*\s+$")
_SHORTEST = 4


def surnames(mentions: Iterable[Mention]) -> set[str]:
    """Words by which people of a full name can be called again, as printed and in capitals."""
    full = (GENERATION.sub("", m.text) for m in mentions if len(m.words) > 1 and m.listed is None)
    found = {text.rpartition(" ")[2] for text in full}
    found = {word for word in found if len(word) >= _SHORTEST and word[0].isalpha() and word[-1].isalpha()}
    return found | {word.upper() for word in found}


def echoes(passages: Sequence[str], mentions: Sequence[Mention]) -> Iterator[tuple[int, int, int]]:
    """Block, start and end of surnames that stand alone and are no mention yet.

    Not taken: part of a longer capitalised stretch, which is another name or an institution.
    """
    taken: dict[int, list[tuple[int, int]]] = {}
    for mention in mentions:
        if mention.block is not None:
            taken.setdefault(mention.block, []).append((mention.start, mention.end))
    for name in sorted(surnames(mentions)):
        for number, text in enumerate(passages):
            if name in text:
                yield from _places(name, text, number - 1, taken.get(number - 1, ()))


def _places(
    name: str, text: str, block: int, taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, int]]:
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        free = all(end <= other or start >= stop for other, stop in taken)
        head = text[max(0, start - 30) : start]
        if free and _BEFORE.search(head[-1:]) and _BEHIND.match(text, end) and not _TITLED_LIKE.search(head):
            yield block, start, end
        start = text.find(name, end)
