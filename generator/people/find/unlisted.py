"""Names that the finder does not know, beside a mark that asks to protect whoever it is.

Names in small letters, surnames alone, names of languages that no list has: a word counts as one unless it is
known as anything else. Beside a mark that errs on the right side.
"""

import re
from typing import Final

from generator.people.find.lexicon import load_lexicon

_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019`.-]{1,2}[^\W\d_]+)*\.?")
LAST_WORD: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]+(?:['\u2019`.-]{1,2}[^\W\d_]+){0,3}\.?)\s{0,2}$")
_LONGEST_NAME: Final = 4
REDACTED: Final = re.compile(r"[Xx]{4,}")


def without_remarks(text: str) -> str:
    """The text without what may stand between a name and its mark."""
    for _ in range(_MOST_REMARKS):
        head, tail = text[:-_LONGEST_REMARK], text[-_LONGEST_REMARK:]
        shorter = head + _SIGNS.sub("", _REMARK.sub("", tail))
        if shorter == text:
            break
        text = shorter
    return text


_LONGEST_REMARK: Final = 120
"""Characters at the end of a text that a remark there can have."""
_MOST_REMARKS: Final = 8
"""Remarks in a row that are looked past; behind more the mark is unclear."""
_REMARK: Final = re.compile(r"(?:\([^()]{0,90}\)|\[[^\[\]]{0,90}\]|,\s{0,2}\(?\d{1,3}\)?)[\s,;:.*_\\-]{0,4}$")
_SIGNS: Final = re.compile(r"(?:['\u2019]s|['\u2019])?[\s\"'\u2019\u201d*_\\,;:\u2013\u2014(\[{<-]{0,12}$")


_CAPITALISED: Final = re.compile(r"(?:(?<![^\W\d_])[A-Z][^\W\d_]*(?:[-'\u2019.][^\W\d_]*)?\s{0,2}){2,6}$")


def _full_name(text: str) -> tuple[int, int] | None:
    """Capitalised words at the end, from a given name on, whatever the rest is otherwise: Peter Wells."""
    run = _CAPITALISED.search(text[-_LONGEST_RUN:])
    if run is None:
        return None
    lexicon, offset = load_lexicon(), max(0, len(text) - _LONGEST_RUN) + run.start()
    words = list(_WORD.finditer(run.group()))[-_LONGEST_NAME:]
    for word in words[:-1]:
        lower = word.group().lower()
        if lower in lexicon.classes["given"] and lower not in lexicon.classes["place"]:
            return offset + word.start(), offset + words[-1].end()
    return None


_LONGEST_RUN: Final = 120


_DESCRIBED: Final = re.compile(
    r"\b(?i:an?|the|our|his|her|their|its|one|another|this|that|two|three|some|several|other|local)\s{1,3}"
    r"(?P<between>(?:[a-z][a-z'\u2019-]{0,24}\s{1,3}){0,4})[a-z][a-z'\u2019-]{1,24}\s{0,2}$"
)


def is_described(text: str, *, by_one_word: bool = False) -> bool:
    """Whether a text ends in somebody described, not named: "A translator", "our contact at the ministry".

    Args:
        text: What stands before a mark.
        by_one_word: Only by one behind the article; "the lawyer petrenko" may be a name in small letters.
    """
    described = _DESCRIBED.search(text[-_LONGEST_RUN:])
    return described is not None and not (by_one_word and described["between"])


def trailing_name(text: str) -> tuple[int, int] | None:
    """The stretch of the last words of ``text`` that may be a name; None where the last word is none."""
    if full := _full_name(text):
        return full
    if is_described(text, by_one_word=True):
        return None
    end = last = len(text.rstrip())
    particles = load_lexicon().classes["particle"]
    count = 0
    while count < _LONGEST_NAME and (word := LAST_WORD.search(text, max(0, last - 60), last)):
        if not _may_name(word[1]) and not (count and word[1].lower() in particles):
            break
        last, count = word.start(1), count + 1
    return (last, end) if count and re.search(r"[^\W\d_]{2}", text[last:end]) else None


def _may_name(word: str) -> bool:
    """Whether a word can be part of a name that the finder missed: an initial, or known as nothing else."""
    lexicon, lower = load_lexicon(), word.lower().rstrip(".")
    if REDACTED.fullmatch(word):
        return False
    if len(lower) == 1:
        return word[0].isupper()
    if lower in lexicon.classes["given"]:
        return True
    return not lexicon.names_something_else(lower)


def leading_name(text: str, start: int) -> tuple[int, int] | None:
    """The stretch of one to four words from ``start`` on that may be a name."""
    at, last, count = start, start, 0
    while count < _LONGEST_NAME and (word := _WORD.match(text, at)) and _may_name(word.group()):
        last, count = word.end(), count + 1
        gap = re.compile(r" {1,2}").match(text, last)
        if not gap:
            break
        at = gap.end()
    return (start, last) if count else None
