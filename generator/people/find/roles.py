"""Titles and positions printed with a name."""

import re

from generator.people.find.lexicon import load_lexicon
from generator.people.find.tokens import Tokens

_REACH = 90
"""Characters before and behind a name in which its title is looked for."""
_JOINING = frozenset(["of", "the", "for", "and", "to", "on", "in", "de", "&", "-", "/", "'"])
_APPOSITION = re.compile(r",\s+(?:the\s+|a\s+|an\s+)?(?P<role>[^,.;:()\"]{3,80})[,.;:()]")


def role_at(text: str, start: int, end: int) -> str | None:
    """Title before the name ("Minister of Justice"), else the apposition behind it; None where neither."""
    return _before(text[max(0, start - _REACH) : start]) or _behind(text[end : end + _REACH])


def _before(text: str) -> str | None:
    titles = load_lexicon().classes["title"]
    last_word = text.rstrip().rpartition(" ")[2]
    if not last_word or not (last_word[0].isupper() or _is_title(last_word, titles)):
        return None  # most names; the rest is slow
    tokens = Tokens(text)
    words = tokens.words
    first = last = len(words)
    while first and (_may_belong(words[first - 1], titles)):
        first -= 1
    while first < last and words[first].lower() in _JOINING:
        first += 1
    if not any(_is_title(word, titles) for word in words[first:]):
        return None
    if words[-1].lower() in _JOINING:
        return None
    return text[tokens.start(first) :].strip(" ,") or None


def _is_title(word: str, titles: frozenset[str]) -> bool:
    return word.lower().rstrip(".") in titles


def _may_belong(word: str, titles: frozenset[str]) -> bool:
    return (
        word[0].isupper() or word.lower() in _JOINING or _is_title(word, titles) or word in ("'s", "\u2019s")
    )


def _behind(text: str) -> str | None:
    found = _APPOSITION.match(text) if text[:1] == "," else None
    if not found:
        return None
    role = found["role"].strip()
    titles = load_lexicon().classes["title"]
    return role if any(_is_title(word, titles) for word in Tokens(role).words[:5]) else None
