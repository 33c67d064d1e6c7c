"""Acronyms explained where they stand: by the cable's own words first, then by the glossary.

A cable that spells one out, ``Ministry of Justice (MOJ)``, says what it means by it. The rule is strict: the
initials of the words before the parenthesis have to be the acronym's letters, in order and all of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.pages.escape import as_markup, html, inline

_PARENTHESIS = re.compile(r" \(([A-Z][A-Za-z&/-]{1,9})\)")
_BROKEN = re.compile(r"\A.*[,;:.!?()\[\]\"\u201c\u201d](?=\s)", re.DOTALL)
"""What ends before the words that an acronym can stand for."""
BEFORE = 120
"""Characters before the parenthesis in which these words are looked for."""
_ACRONYM = re.compile(r"(?<![\w'\u2019&/-])[A-Z][A-Z&]{1,11}(?=s?(?![\w&]))")
_LINKING_WORDS = """
    a al and d da das de del della der des di do dos du e et for in la las le les los of on the to und y
"""
_LINKING = frozenset(_LINKING_WORDS.split())
"""Words of a name that its acronym may pass over."""
_CAPITALS, _SMALL = re.compile("[A-Z]+"), re.compile("[a-z]+")


@dataclass(slots=True)
class Explained:
    """The acronyms of one page: what they stand for, and which has been explained already."""

    meanings: Mapping[str, str]
    _seen: set[str] = field(default_factory=set)

    def text(self, text: str, here: set[str]) -> Markup:
        """Plain text with its acronyms explained.

        Args:
            text: Of one block, between links.
            here: Acronyms that this block has explained or spelled out; more are added.
        """
        parts: list[str] = []
        done = 0
        for found in _ACRONYM.finditer(text):
            acronym = found.group()
            if acronym in here or acronym not in self.meanings:
                continue
            here.add(acronym)
            parts += (inline(text[done : found.start()]), self._marked(acronym))
            done = found.end()
        parts.append(inline(text[done:]))
        return as_markup("".join(parts))

    def _marked(self, acronym: str) -> str:
        """The acronym; the first on a page is a stop of the keyboard's, all others can be touched."""
        stop = -1 if acronym in self._seen else 0
        self._seen.add(acronym)
        meaning = html(self.meanings[acronym])
        return f'<abbr class="cp-abbr" tabindex="{stop}" title="{meaning}">{inline(acronym)}</abbr>'


def meanings(passages: Iterable[str], glossary: Mapping[str, str]) -> dict[str, str]:
    """What a cable's acronyms stand for.

    Args:
        passages: Its text, block by block.
        glossary: Meanings by acronym, for those that it does not spell out.
    """
    own = {acronym: words for passage in passages for acronym, words in reversed(list(spelled_out(passage)))}
    return {**glossary, **own}


def spelled_out(text: str) -> Iterator[tuple[str, str]]:
    """Acronyms that a text spells out, each with the words: ``MOJ``, ``Ministry of Justice``."""
    for found in _PARENTHESIS.finditer(text):
        before = text[max(found.start() - BEFORE, 0) : found.start()]
        words = _BROKEN.sub("", before).split()
        if (count := _matching(words, found[1])) is not None:
            yield found[1], " ".join(words[-count:])


def _matching(words: list[str], acronym: str) -> int | None:
    """How many of the last words the acronym stands for; None where the initials are others."""
    letters = [letter.casefold() for letter in acronym if letter.isalpha()]
    for count in range(1, len(words) + 1):
        chosen = words[-count:]
        if chosen[0].casefold() in _LINKING or (len(chosen) == 1 and "-" not in chosen[0]):
            continue
        parts = [part.casefold() for word in chosen for part in word.split("-") if part]
        if letters in (_initials(parts), _initials(part for part in parts if part not in _LINKING)):
            return count
    return None


def _initials(words: Iterable[str]) -> list[str]:
    return [word[0] for word in words]


def is_in_capitals(text: str) -> bool:
    """Whether a text is in capitals throughout, so that nothing tells an acronym in it."""
    return _length(_CAPITALS, text) > _length(_SMALL, text)


def _length(letters: re.Pattern[str], text: str) -> int:
    """How many letters of a kind a text has."""
    return sum(map(len, letters.findall(text)))
