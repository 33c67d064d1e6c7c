"""Roles as readers see them: one office under one name, without the words of the sentence around it.

``PM``, ``Russian PM`` and ``Prime Minister`` are one role, ``Erdogan and FM`` is a foreign minister, and a
"friend of Prime Minister" holds no office.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from generator.people.find.lexicon import load_lexicon
from generator.people.resolve.roles import nation_words, office

_OF_SOMEBODY: Final = re.compile(r"\b(?:of|to|for)\b", re.IGNORECASE)
_RELATIONS: Final = frozenset(
    """
    friend friends ally allies confidant confidante associate associates opponent opponents rival rivals
    critic critics supporter supporters enemy acquaintance wife husband widow son sons daughter daughters
    brother brothers sister sisters father mother cousin nephew niece uncle aunt relative relatives one some
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""What somebody is to an office holder; who is, holds no office by that."""
_NO_ROLE: Final = frozenset("mr mrs ms miss messrs dr sir lady lord dame don dona prof".split())  # noqa: SIM905 - a table
_OFFICE: Final = ("office", "org", "orglike", "nationality", "field")
_KNOWN: Final = (*_OFFICE, "place", "things", "cities")
_ORDINALS: Final = frozenset(("first", "second", "third"))


class Role(NamedTuple):
    """An office that cables give somebody."""

    key: frozenset[str]
    """The words that make it this office, whatever the country and however abbreviated."""
    printed: str
    """As a cable prints it, without what stands around it."""


@lru_cache(maxsize=1 << 14)
def role_of(printed: str) -> Role | None:
    """The role in what stands beside a name; None where that is no office: a form of address, a relation."""
    text = _SENTENCE_GOES_ON.split(_last_part(_titled_line(printed)), maxsplit=1)[0].strip(
        ' ,;:-\u201c\u201d"'
    )
    first = text.partition(" ")[0].casefold()
    if first in _RELATIONS and _OF_SOMEBODY.search(text):
        return None
    text = _without_sentence(text)
    key = office(text) - nation_words()
    return Role(key=key, printed=text) if key - _NO_ROLE else None


_SENTENCE_GOES_ON: Final = re.compile(r"\s(?:that|who|whom|which|attended|spoke|said|told|met)\b")


def _titled_line(printed: str) -> str:
    """Of several lines the one with a title; a list's item was taken for the end of the sentence before."""
    lines = [" ".join(line.split()).strip(" ,;:-") for line in printed.splitlines()]
    return next((line for line in lines if any(map(_is_title, line.split()))), " ".join(lines))


def _last_part(text: str) -> str:
    """Behind a dash or a verb, and behind "and" where somebody's name stands before."""
    text = re.split(r" - |\s(?:was|is|as)\s", text)[-1]
    before, joined, after = text.rpartition(" and ")
    named = joined and not any(_is_of_office(word) for word in before.split())
    return after if named and any(map(_is_title, after.split())) else text


def _is_of_office(word: str) -> bool:
    lexicon, lower = load_lexicon(), word.casefold()
    return _is_title(word) or lexicon.is_ordinary(lower) or any(lexicon.has(name, lower) for name in _OFFICE)


def _is_title(word: str) -> bool:
    return load_lexicon().title_in(word) is not None


def _is_known(word: str) -> bool:
    lexicon, lower = load_lexicon(), word.casefold().strip(".,'\u2019")
    return any(lexicon.has(name, lower) for name in _KNOWN)


def _without_sentence(text: str) -> str:
    """Without small words, names and a sentence's first words in front: ``as President``."""
    words = text.split(" ")
    at = 0
    while at < len(words) - 1 and _is_no_part(words[at]):
        at += 1
    return " ".join(words[at:])


def _is_no_part(word: str) -> bool:
    lexicon, lower = load_lexicon(), word.casefold()
    if _is_title(word) or _is_known(word) or lower in _ORDINALS:
        return False
    named = lexicon.has("names", lower) or lexicon.has("given", lower)
    return word.islower() or named or lexicon.has("function", lower) or lexicon.has("before", lower)


def clean_roles(printed: Iterable[str]) -> dict[frozenset[str], str]:
    """Each role once, by its words, under the name printed most often; of as frequent ones the longest."""
    counts: dict[frozenset[str], dict[str, int]] = {}
    for role in filter(None, map(role_of, printed)):
        names = counts.setdefault(role.key, {})
        names[role.printed] = names.get(role.printed, 0) + 1
    return {
        key: min(names, key=lambda name: (name.isupper(), -names[name], -len(name), name))
        for key, names in counts.items()
    }
