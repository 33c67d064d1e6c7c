"""A printed name taken apart, and how two names relate."""

import re
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from generator.people.find.naming import BEHIND
from generator.people.resolve.fold import folded, plain, same_sound, skeleton
from generator.people.resolve.lexicon import (
    COMMON,
    GIVEN_LIKE,
    HONORIFICS,
    NICKNAMES,
    PARTICLES,
    SUFFIXES,
    TITLE_WORDS,
)

REDACTED = re.compile(r"x{4,}")
"""A part of a name taken out before publication; the rest of the name still says something."""

GIVEN_AND_SURNAME = 2
LONG_WORD = 6
"""Letters from which on one may be a slip of the typist."""


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


class Relation(IntEnum):
    """How two names of several words can be one person's, closest last."""

    APART = 0
    """They can't: another given name, middle name, surname or suffix."""
    TYPO = 1
    """One letter off in one long word: Petraeus, Pettraeus is FOLDED; Petraeus, Petreaus is this."""
    INITIAL = 2
    """One gives only the initial: J. Hoek, Jan Hoek."""
    TAIL = 3
    """The shorter is the end of the longer: Rodriguez Zapatero, Jose Luis Rodriguez Zapatero."""
    HEAD = 4
    """The shorter stops before the last name: Alvaro Uribe, Alvaro Uribe Velez."""
    SOUND = 5
    """Another transliteration: Muammar Qadhafi, Moammar Gaddafi."""
    NICKNAME = 6
    """Tom Shannon, Thomas A. Shannon."""
    MIDDLE = 7
    """A middle name or initial more: Richard Hoagland, Richard E. Hoagland."""
    FOLDED = 8
    """The same but for transliteration habits: Yevgeniy, Yevgeny; Kaleyeva, Kaleeva."""
    EQUAL = 9
    """The same letters but for case, diacritics, particles."""


@lru_cache(maxsize=1 << 18)
def name_form(name: str) -> NameForm:
    """Take a printed name apart. ``CLINTON, HILLARY`` is turned round; ``Abd al-Rahman`` becomes one word.

    A name without a letter gives one token made of the text itself, so that nothing is lost.
    """
    words = _bared(_words(_turned(name)))
    suffix = SUFFIXES.get(words[-1]) if len(words) > 1 else None
    if suffix:
        words = words[:-1]
    kept = tuple(_joined_abd([word for at, word in enumerate(words) if not _idle(word, at, words)]))
    fathers = tuple(word for before, word in pairwise(words) if before in _SON_OF)
    return NameForm(tokens=kept or tuple(words) or (name.casefold(),), suffix=suffix, fathers=fathers)


_SON_OF = frozenset({"bin", "ibn", "bint"})


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
    if comma and rest.strip() and plain(rest) not in SUFFIXES:
        return f"{rest} {last}"
    return name


def _words(name: str) -> list[str]:
    spaced = re.sub(r"(?<=\b[A-Z])\.(?=[A-Z])", ". ", name)
    words: list[str] = []
    for word in spaced.split():
        bare = word.strip(".,")
        if _initials(bare) and not name.isupper():
            words += [letter for letter in plain(bare) if letter.isalpha()]
        else:
            words += plain(word).split()
    return words


def _initials(word: str) -> bool:
    """Initials printed without stops: MK Narayanan."""
    return len(word) == len("MK") and word.isupper() and word.casefold() not in SUFFIXES


def _idle(word: str, at: int, words: list[str]) -> bool:
    if word not in PARTICLES:
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


def formal(token: str) -> str:
    """The full given name behind a short one: bill -> william."""
    return NICKNAMES.get(token, token)


def is_common(form: NameForm) -> bool:
    """Whether so many people bear these words that the name alone proves little."""
    return len(form.tokens) <= GIVEN_AND_SURNAME and all(
        token in COMMON or len(token) == 1 for token in form.tokens
    )


def relate(one: NameForm, other: NameForm) -> Relation:
    """The closest relation of two names; symmetric. A word alone and a name of several are APART here."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return Relation.APART
    if one.tokens == other.tokens or "".join(one.tokens) == "".join(other.tokens):
        return Relation.EQUAL
    short, long = sorted((one.tokens, other.tokens), key=lambda tokens: (len(tokens), tokens))
    if len(short) == 1 < len(long):
        return Relation.APART  # whose a surname alone is, context says: generator.people.resolve.alone
    if len(short) == len(long):
        return _same_length(short, long)
    return _within(short, long)


def _token(one: str, other: str, *, given: bool) -> Relation:
    """How two words relate; ``given`` where they are given or middle names."""
    if one == other:
        return Relation.EQUAL
    if len(one) == 1 or len(other) == 1:
        return Relation.INITIAL if given and one[0] == other[0] else Relation.APART
    return _word(one, other, given=given)


def _word(one: str, other: str, *, given: bool) -> Relation:
    if folded(one) == folded(other):
        return Relation.FOLDED
    if given and (formal(one) == formal(other) or _shortened(one, other)):
        return Relation.NICKNAME
    if same_sound(one, other):
        return Relation.SOUND
    return Relation.TYPO if _slip(one, other) else Relation.APART


def _shortened(one: str, other: str) -> bool:
    """One is the beginning of the other: Dan, Daniel; Joh, John."""
    short, long = sorted((one, other), key=len)
    return len(short) >= len("Dan") and long.startswith(short)


def _slip(one: str, other: str) -> bool:
    """One letter off in a long word; in a short one it makes another name."""
    long = max(len(one), len(other)) >= LONG_WORD
    return long and OSA.distance(one, other, score_cutoff=1) <= 1 and not _gendered(one, other)


def _gendered(one: str, other: str) -> bool:
    """Nazarbayev and Nazarbayeva, Garcia and Garcias: another person's name, not a slip."""
    short, long = sorted((one, other), key=len)
    return long[:-1] == short


def _same_length(one: tuple[str, ...], other: tuple[str, ...]) -> Relation:
    last = len(one) - 1
    found = [_token(a, b, given=at < last) for at, (a, b) in enumerate(zip(one, other, strict=True))]
    weakest = min(found)
    if weakest is Relation.TYPO and sum(each <= Relation.SOUND for each in found) > 1:
        return Relation.APART
    if weakest is Relation.INITIAL and found[0] is not Relation.INITIAL:
        return Relation.MIDDLE
    return weakest


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> Relation:
    """The relation of a shorter name to a longer one that has all its words in order."""
    given = _token(short[0], long[0], given=True)
    if given is Relation.APART:
        return Relation.TAIL if _ends_alike(short, long) else Relation.APART
    if len(short[1]) == 1 and _token(short[1], long[1], given=True) is Relation.APART:
        return Relation.APART  # George W. Bush is not George H. W. Bush
    at, weakest = 1, Relation(given)
    for place, word in enumerate(short[1:], start=1):
        last = place == len(short) - 1
        hit = _next_match(word, long, at, given=not last)
        if hit is None:
            return Relation.APART
        at, relation = hit
        weakest = min(weakest, relation)
    if at == len(long):
        return min(weakest, Relation.MIDDLE)
    return min(weakest, Relation.HEAD)


def _next_match(word: str, long: tuple[str, ...], start: int, *, given: bool) -> tuple[int, Relation] | None:
    for at in range(len(long) - 1, start - 1, -1) if not given else range(start, len(long)):
        relation = _token(word, long[at], given=given)
        if relation is not Relation.APART:
            return at + 1, relation
    return None


def _ends_alike(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    tail = long[-len(short) :]
    last = len(short) - 1
    found = [_token(a, b, given=at < last) for at, (a, b) in enumerate(zip(short, tail, strict=True))]
    return min(found) >= Relation.NICKNAME


def block_keys(form: NameForm) -> frozenset[str]:
    """Keys under which names that may relate meet; names without a common key are never compared."""
    first, *rest = form.tokens
    given = skeleton(formal(first))
    keys = {f"{given}|{skeleton(word)}" for word in rest if len(word) > 1}
    keys.add(f"{first[0]}|{skeleton(rest[-1])}") if rest else None
    keys.add("|".join(("", *(folded(word) for word in form.tokens[-2:]))))
    return frozenset(keys)
