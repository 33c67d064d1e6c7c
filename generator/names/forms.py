"""A printed name taken apart into the words that tell it from others."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from generator.names.affixes import (
    BEHIND,
    FATHERS,
    GENERATIONS,
    GIVEN_LIKE,
    HONORIFICS,
    OVER_CORPUS,
    TITLE_WORDS,
)
from generator.names.folding import plain
from generator.names.given import COMMON
from generator.names.initials import two_capitals

REDACTED = re.compile(r"x{4,}")
"""A part of a name taken out before publication; the rest of the name still says something."""

GIVEN_AND_SURNAME = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """One spelling of a name, made comparable."""

    tokens: tuple[str, ...]
    """Plain words in order, given name first as printed, particles and generational suffix left out."""
    suffix: str | None = None
    """``jr``, ``iii``; None where none is printed."""
    fathers: tuple[str, ...] = field(default=(), compare=False)
    """Words behind bin, ibn or bint: names of the father, by which nobody is called."""

    @property
    def alone(self) -> bool:
        """A surname or given name on its own."""
        return len(self.tokens) == 1

    @property
    def text(self) -> str:
        """Sort and identity key."""
        return " ".join(self.tokens) + (f" {self.suffix}" if self.suffix else "")


@lru_cache(maxsize=1 << 18)
def name_form(name: str) -> NameForm:
    """Take a printed name apart. ``CLINTON, HILLARY`` is turned round; ``Abd al-Rahman`` becomes one word.

    A name without a letter gives one token made of the text itself, so that nothing is lost.
    """
    words = _bared(_words(_turned(name)))
    suffix = GENERATIONS.get(words[-1]) if len(words) > 1 else None
    if suffix:
        words = words[:-1]
    kept = tuple(_joined_abd([word for at, word in enumerate(words) if not _idle(word, at, words)]))
    fathers = tuple(word for before, word in pairwise(words) if before in FATHERS)
    return NameForm(tokens=kept or tuple(words) or (name.casefold(),), suffix=suffix, fathers=fathers)


def _bared(words: list[str]) -> list[str]:
    """The words without titles before, ``administration`` behind and redactions; one word at least stays."""
    words = [word for word in words if not REDACTED.fullmatch(word)] or words[:1]
    while len(words) > 1 and (words[0] in HONORIFICS or words[0] in TITLE_WORDS):
        words = words[1:]
    while len(words) > 1 and words[-1] in BEHIND:
        words = words[:-1]
    return words


def _turned(name: str) -> str:
    """Put the given name first where a comma says that it stands last."""
    last, comma, rest = name.partition(",")
    if comma and rest.strip() and plain(rest) not in GENERATIONS:
        return f"{rest} {last}"
    return name


def _words(name: str) -> list[str]:
    spaced = re.sub(r"(?<=\b[A-Z])\.(?=[A-Z])", ". ", name)
    words: list[str] = []
    for word in spaced.split():
        bare = word.strip(".,")
        if two_capitals(bare) and not name.isupper():
            words += [letter for letter in plain(bare) if letter.isalpha()]
        else:
            words += plain(word).split()
    return words


def _idle(word: str, at: int, words: list[str]) -> bool:
    if word not in OVER_CORPUS:
        return False
    return not (at == 0 and word in GIVEN_LIKE and len(words) > 1)


def _joined_abd(words: list[str]) -> list[str]:
    """``abd rahman``, ``abdul rahman`` -> one word, as ``abdulrahman`` is."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in {"abd", "abdul", "abdel", "abdal", "abdur"}:
            joined[-1] = f"abdul{word}"
        else:
            joined.append(word)
    return joined


def is_common(form: NameForm) -> bool:
    """Whether so many people bear these words that the name alone proves little."""
    return len(form.tokens) <= GIVEN_AND_SURNAME and all(
        token in COMMON or len(token) == 1 for token in form.tokens
    )
