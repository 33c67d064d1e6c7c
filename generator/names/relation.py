"""How two names of several words relate, and under which keys names meet that may."""

from enum import IntEnum

from generator.names.forms import NameForm
from generator.names.given import formal
from generator.names.similarity import one_slip
from generator.names.transliteration import folded, same_sound, skeleton


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


def relate(name: NameForm, other: NameForm) -> Relation:
    """The closest relation of two names; symmetric. A word alone and a name of several are APART here."""
    if name.suffix and other.suffix and name.suffix != other.suffix:
        return Relation.APART
    if name.tokens == other.tokens or "".join(name.tokens) == "".join(other.tokens):
        return Relation.EQUAL
    short, long = sorted((name.tokens, other.tokens), key=lambda tokens: (len(tokens), tokens))
    if len(short) == 1 < len(long):
        return Relation.APART  # whose a surname alone is, context says: generator.people.resolve.alone
    if len(short) == len(long):
        return _same_length(short, long)
    return _within(short, long)


def _token(word: str, other: str, *, given: bool) -> Relation:
    """How two words relate; ``given`` where they are given or middle names."""
    if word == other:
        return Relation.EQUAL
    if len(word) == 1 or len(other) == 1:
        return Relation.INITIAL if given and word[0] == other[0] else Relation.APART
    return _word(word, other, given=given)


def _word(word: str, other: str, *, given: bool) -> Relation:
    if folded(word) == folded(other):
        return Relation.FOLDED
    if given and (formal(word) == formal(other) or _shortened(word, other)):
        return Relation.NICKNAME
    if same_sound(word, other):
        return Relation.SOUND
    return Relation.TYPO if one_slip(word, other) else Relation.APART


def _shortened(word: str, other: str) -> bool:
    """One is the beginning of the other: Dan, Daniel; Joh, John."""
    short, long = sorted((word, other), key=len)
    return len(short) >= len("Dan") and long.startswith(short)


def _same_length(tokens: tuple[str, ...], other: tuple[str, ...]) -> Relation:
    last = len(tokens) - 1
    relations = [_token(a, b, given=at < last) for at, (a, b) in enumerate(zip(tokens, other, strict=True))]
    weakest = min(relations)
    if weakest is Relation.TYPO and sum(relation <= Relation.SOUND for relation in relations) > 1:
        return Relation.APART
    if weakest is Relation.INITIAL and relations[0] is not Relation.INITIAL:
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
    relations = [_token(a, b, given=at < last) for at, (a, b) in enumerate(zip(short, tail, strict=True))]
    return min(relations) >= Relation.NICKNAME


def block_keys(form: NameForm) -> frozenset[str]:
    """Keys under which names that may relate meet; names without a common key are never compared."""
    first, *rest = form.tokens
    given = skeleton(formal(first))
    keys = {f"{given}|{skeleton(word)}" for word in rest if len(word) > 1}
    keys.add(f"{first[0]}|{skeleton(rest[-1])}") if rest else None
    keys.add("|".join(("", *(folded(word) for word in form.tokens[-2:]))))
    return frozenset(keys)
