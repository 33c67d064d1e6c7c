"""What the text itself says of two names: that they are one person's."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.names.initials import initials_fit
from generator.people.find.mention import Mention

_ALSO = re.compile(
    r"""['\u2019]?[,\s(]*(?:a\.?k\.?a\.?|also\s+known\s+as|better\s+known\s+as|known\s+as|alias|nicknamed|dubbed|
    nom\s+de\s+guerre|n[ée]e|formerly)[:,]?[\s"“'(]*""",
    re.VERBOSE | re.IGNORECASE,
)
"""``Nasr Osama Mustafa Hassan, aka Abu Omar``."""
_INITIALS = re.compile(r"(?:'s|\u2019s)?\s+[(\[][\"“]?(?P<letters>[A-Z][A-Za-z]{0,2}[A-Z])[\"”]?[)\]]")
"""``Nestor Kirchner (NK)``; the letters must fit the name."""


def ties(passages: Sequence[str], mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Pairs of mentions that the text between them joins. ``mentions`` in reading order, block by block."""
    return [
        (one, other)
        for one, other in pairwise(mentions)
        if one.passage is not None
        and one.passage == other.passage
        and _ALSO.fullmatch(passages[one.passage], one.end, other.start)
    ]


def announced_initials(passages: Sequence[str], mentions: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """Initials put in brackets behind a full name, with that mention."""
    for mention in mentions:
        if mention.passage is None or len(mention.words) < 2:  # noqa: PLR2004 - a full name
            continue
        found = _INITIALS.match(passages[mention.passage], mention.end)
        if found and initials_fit(found["letters"].lower(), mention.words):
            yield found["letters"], mention
