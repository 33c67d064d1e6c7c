"""Titles and positions printed with a name."""

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.people.find.lexicon import Lexicon, case_of, load_lexicon
from generator.people.find.tokens import Tokens

_REACH = 90
"""Characters before and behind a name in which its title is looked for."""
_JOINING = frozenset(["of", "the", "for", "and", "to", "on", "in", "de", "&", "-", "/", "'"])
_OPENING = frozenset(
    [
        "since",
        "until",
        "though",
        "although",
        "yet",
        "both",
        "also",
        "however",
        "then",
        "later",
        "meanwhile",
        "comment",
        "note",
        "summary",
        "even",
        "only",
        "earlier",
        "why",
        "where",
        "what",
        "who",
        "how",
        "once",
    ]
)
"""Words in capitals as the first of a sentence, beside those of the class ``before``."""
_OFFICE = frozenset(["of", "to", "for", "at"])
"""Within a title that is set apart from the name by a comma."""
_END = re.compile(r"[;:()\"!?,]\s|(?<![\w'-])(?P<word>[\w'-]++)\.\s")
"""End of a sentence, or of the phrase a title would stand in."""
_APPOSITION = re.compile(r",\s+(?:the\s+|a\s+|an\s+)?(?P<role>[^,.;:()\"]{3,80})[,.;:()]")


def role_at(text: str, start: int, end: int) -> str | None:
    """Title before the name ("Minister of Justice"), else the apposition behind it; None where neither."""
    before, behind = text[max(0, start - _REACH) : start].rstrip(), text[end : end + _REACH]
    if before.endswith(","):
        return _behind(behind) or _set_apart(before.rstrip(" ,"))
    return _before(before) or _behind(behind)


def _set_apart(text: str) -> str | None:
    """In "the Minister of Justice, Timur Ali": an office, and no apposition to the name before it.

    In "Askar Bek, Chairman of the Council, Timur Ali" the chairman is Bek.
    """
    phrase = text[text.rfind(", ") + 1 :]
    if phrase != text and not phrase.startswith(" the "):
        return None
    role = _before(text)
    return role if role and not _OFFICE.isdisjoint(role.split()) else None


def _before(text: str) -> str | None:
    lexicon = load_lexicon()
    last_word = text[text.rfind(" ") + 1 :]
    if last_word[:1].islower() and not _is_title(last_word) and not _BREAK.search(last_word):
        return None  # most names; the rest is slow
    text = _same_sentence(text)
    last_word = text.rstrip().rpartition(" ")[2]
    if not last_word or not (last_word[0].isupper() or _is_title(last_word)):
        return None
    belongs = _may_be_printed_with if text.isupper() else _may_belong
    tokens = Tokens(text)
    words = tokens.words
    if words[-1] == "." and _is_glued_title(words[-2:-1]):
        words = words[:-1]
        text = text[: tokens.end(len(words) - 1)]
    first = len(words)
    while first and belongs(words[first - 1], lexicon):
        first -= 1
    first = _without_opening(words, first, lexicon)
    if not any(_is_title(word) for word in words[first:]):
        return None
    if words[-1].lower() in _JOINING:
        return None
    return _last_of_two(text[tokens.start(first) :].strip(" ,")) or None


_BREAK = re.compile(r"\s")


def _same_sentence(text: str) -> str:
    """What stands behind the last end of a sentence or of a phrase: "He left. Since then, President"."""
    ends = [
        end.end()
        for end in _END.finditer(text)
        if not end["word"] or not (len(end["word"]) == 1 or _is_title(end["word"]))
    ]
    return text[ends[-1] :] if ends else text


def _without_opening(words: Sequence[str], first: int, lexicon: Lexicon) -> int:
    """Behind joining words, and behind a small word that is in capitals only as the sentence's first."""
    while first < len(words) and (
        words[first].lower() in _JOINING
        or words[first].lower() in _OPENING
        or lexicon.has("before", words[first].lower())
    ):
        first += 1
    return first


def _last_of_two(role: str) -> str:
    """Of "President and Prime Minister" the last: the first title is another's.

    Of "President and Mrs." the first, since the one surname is both his and hers.
    """
    parts = role.split(" and ")
    while len(parts) > 1 and parts[-1].rstrip(".").lower() in _WIVES:
        parts.pop()
    titled = [any(_is_title(word) for word in part.split()) for part in parts]
    for at in range(len(parts) - 1, 0, -1):
        if any(titled[at:]) and any(titled[:at]):
            return " and ".join(parts[at:])
    return " and ".join(parts)


_WIVES = frozenset(("mrs", "mme", "madame"))


@lru_cache(maxsize=1 << 15)
def _is_title(word: str) -> bool:
    return load_lexicon().title_in(word) is not None


def _is_glued_title(words: Sequence[str]) -> bool:
    """``BGen`` in "BGen. Varga": behind a title in whole words a full stop ends the sentence."""
    return any(case_of(word) == "mixed" and _is_title(word) for word in words)


def _may_belong(word: str, lexicon: Lexicon) -> bool:
    return (
        (word[0].isupper() and not lexicon.has("field", word.lower()))
        or word.lower() in _JOINING
        or _is_title(word)
        or word in ("'s", "\u2019s")
    )


def _may_be_printed_with(word: str, lexicon: Lexicon) -> bool:
    """Where all is in capitals they say nothing: only words known from titles and offices."""
    return _is_title(word) or any(lexicon.has(name, word.lower()) for name in ("office", "org"))


def _behind(text: str) -> str | None:
    apposition = _APPOSITION.match(text) if text[:1] == "," else None
    if not apposition:
        return None
    role = apposition["role"].strip()
    return role if any(_is_title(word) for word in Tokens(role).words[:5]) else None
