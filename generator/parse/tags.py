"""The TAGS line: codes in order, canonical; names given with person tags.

``TAGS: PGOV, PREL, KZ`` · ``OVIP (CLINTON, HILLARY)`` · over two lines · run together ``KFRDKIRFCVIS`` ·
a code spelt out (``HUMAN RIGHTS``). Source: 5 FAH-3 (TAGS/Terms handbook).
"""

import re
from typing import Final, NamedTuple

from generator.parse.lines import Line, Notes
from generator.parse.lookup import SPELT_OUT, is_tag, split_tags
from generator.tables import PERSON_TAGS


class TagLine(NamedTuple):
    """What the TAGS line says."""

    tags: tuple[str, ...]
    people: tuple[str, ...]
    """Names given with a person tag, as printed: ``CLINTON, HILLARY``."""


_PERSON: Final = re.compile(r"\b(?P<tag>[A-Z]{4})\s?\(\s?(?P<name>[^()]{2,60}?)\s?\)")
_NAMED: Final = re.compile(
    rf"\b(?P<tag>{'|'.join(sorted(PERSON_TAGS))})\s+(?P<surname>[A-Z][A-Z'-]{{2,30}}),?\s+(?P<given>[A-Z]{{3,20}}(?:\s[A-Z]\.?(?![A-Z]))?)"
    r"(?=[\s,;]|$)"
)
_PHRASE: Final = re.compile(r"\b(?:" + "|".join(SPELT_OUT) + r")\b")
_WORD: Final = re.compile(r"[A-Z0-9]+")
_CODE_MOST: Final = 4


def read_tags(lines: list[Line], notes: Notes) -> TagLine:
    """Read the TAGS line and its continuation."""
    number = lines[0].number if lines else None
    people: list[str] = []
    text = " ".join(line.text for line in lines).upper()

    def person(match: re.Match[str]) -> str:
        people.append(" ".join(match["name"].split()))
        return match["tag"] + " "

    def spelt(match: re.Match[str]) -> str:
        notes.add("tag-repaired", f'"{match[0]}" read as {SPELT_OUT[match[0]]}', number)
        return SPELT_OUT[match[0]]

    text = _PHRASE.sub(spelt, _PERSON.sub(person, text))
    for match in _NAMED.finditer(text):
        _add_named(match, people)
    tags: dict[str, None] = {}
    for word in _WORD.findall(text):
        for tag in _codes(word, notes, number):
            tags[tag] = None
    return TagLine(tuple(tags), tuple(dict.fromkeys(people)))


def _add_named(match: re.Match[str], people: list[str]) -> None:
    """The name of ``OVIP CLINTON HILLARY``, whose brackets a copy lost.

    Its words stay among the tags, where the published index has them, too.
    """
    surname, given = match["surname"], match["given"]
    if not any(is_tag(word) or split_tags(word) for word in (surname, given.split()[0])):
        people.append(f"{surname}, {given}")


def _codes(word: str, notes: Notes, number: int | None) -> tuple[str, ...]:
    """The codes one printed word stands for."""
    if is_tag(word):
        return (word,)
    if len(word) > _CODE_MOST and (parts := split_tags(word)):
        notes.add("tag-split", f'"{word}" read as {" ".join(parts)}', number)
        return parts
    if len(word) == 1 or not word.isalpha():
        notes.add("tag-dropped", f'"{word}" is no tag', number)
        return ()
    notes.add("tag-unknown", f'"{word}" is not in the table of TAGS', number)
    return (word,)
