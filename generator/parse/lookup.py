"""What the parse asks of the reference tables, in the forms in which telegrams print codes and posts."""

import re
from functools import cache
from typing import Final, NamedTuple

from generator import tables

_PROGRAMME: Final = re.compile(r"K[A-Z]{3}")

SPELT_OUT: Final[dict[str, str]] = {
    "HUMAN RIGHTS": "PHUM",
    "TERRORISM": "PTER",
    "IRAQI FREEDOM": "IZ",
    "ELECTIONS": "PGOV",
}
"""Terms that senders spell out where a code is meant. Seen on the TAGS lines of Rome (2002-2005)."""


class PostFound(NamedTuple):
    """A post named in a text."""

    code: str
    """As in the message number: ``RIODEJANEIRO``."""
    offset: int
    """Where its name begins in the text."""


@cache
def is_tag(code: str) -> bool:
    """True for a code of the table and any programme tag: K and three letters are coined freely."""
    return tables.tag(code) is not None or bool(_PROGRAMME.fullmatch(code))


@cache
def split_tags(word: str) -> tuple[str, ...]:
    """Tags run together (``KFRDKIRFCVIS``, ``PGOVLO``) as the tags they are; () where that can't be told."""
    if not word.isalpha() or len(word) > _RUN_MOST:
        return ()
    if len(word) == _COUNTRY_FIRST and is_tag(word[:2]) and is_tag(word[2:]):
        return (word[:2], word[2:])
    return _split(word) or ()


_COUNTRY_FIRST: Final = 6
"""Letters of a country and a subject run together: ``VTPREL``."""


_RUN_MOST: Final = 80


@cache
def _split(word: str) -> tuple[str, ...] | None:
    if not word:
        return ()
    for length in (4, 3, 2, 5, 6):
        head, rest = word[:length], word[length:]
        if len(head) != length or (tables.tag(head) is None and not (length == 4 and is_tag(head))):  # noqa: PLR2004 - programme tags
            continue
        if length < 4 and rest:  # noqa: PLR2004 - a country closes the run; in the middle it would fit anything
            continue
        tail = _split(rest)
        if tail is not None:
            return (head, *tail)
    return None


@cache
def post_in(printed: str) -> PostFound | None:
    """The post at the end of a run of words, as before a serial number: "the San Jose" -> SANJOSE."""
    split = tables.trailing_post(printed)
    if split is None:
        return None
    before, post = split
    offset = len(printed) - len(printed[len(before) :].lstrip()) if before else 0
    return PostFound(post.mrn, offset)


@cache
def own_post_in(printed: str, own: str) -> PostFound | None:
    """The writer's own post at the end of a run of words, cut short as at home: ``VAT``, ``PORT A``, ``BA``.

    Args:
        printed: As before a serial number in a list of references.
        own: The post of the citing cable, as in its number.
    """
    post = tables.post_from_mrn(own)
    initials = "".join(word[0] for word in post.post.split()).upper() if post else ""
    for word in list(_WORD.finditer(printed))[-_CUT_WORDS:]:
        name = "".join(filter(str.isalpha, printed[word.start() :])).upper()
        is_cut = len(name) >= _CUT_LEAST and own.startswith(name) and name not in _NO_POST
        if is_cut or (len(name) > 1 and name == initials):
            return PostFound(own, word.start())
    return None


_WORD: Final = re.compile(r"[A-Za-z']+")
_CUT_WORDS: Final = 3
_CUT_LEAST: Final = 3
"""Letters of a name that is cut short."""
_NO_POST: Final = frozenset(
    {
        "PARA",
        "PARAS",
        "PART",
        "PAGE",
        "MAR",
        "MARCH",
        "JUL",
        "SEP",
        "DEC",
        "NOV",
        "OCT",
        "JUN",
        "APR",
        "AUG",
        "JAN",
        "FEB",
        "MAY",
        "FOR",
        "THE",
    }
)
"""What stands before a number and begins some post's name, too."""
