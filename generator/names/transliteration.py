"""Transliterations of one name brought to one form.

Two degrees beyond :func:`generator.names.folding.plain`, each coarser than the one before:

- :func:`folded` removes differences of transliteration (``Yevgeniy``, ``Evgeny`` -> ``evgeni``);
- :func:`skeleton` keeps consonants alone (``Qadhafi``, ``Gaddafi`` -> ``kdf``): for finding candidates, never
  as proof; :func:`same_sound` is the proof, since it looks at the vowels too.
"""

import re
from functools import lru_cache
from itertools import zip_longest

_TRANSLITERATION: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"^abd(?:[aeou]l|[aeou]r(?=r)|[aeou]s(?=s)|[aeou])(?!la?h?$)(?=[a-z]{3})", "abd"),  # Abdelaziz
        (r"^y?abdu?[ae]?l+ah?$", "abdala"),  # Abdullah, Abdallah, Abdulla
        (r"tch|tsch", "ch"),  # Khatchaturian
        (r"sch", "sh"),  # Schevchenko
        (r"dzh|dj|zh", "j"),  # Dzhumagulov, Djibril, Zhovtis
        (r"ph", "f"),
        (r"kh", "h"),  # Khalid, Halid
        (r"gh", "g"),  # Gharib
        (r"dh", "d"),  # Qadhafi
        (r"(?<!^)th", "t"),
        (r"ck|q", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"x", "ks"),  # Alexander, Aleksandr
        (r"ou|oo", "u"),  # Mahmoud
        (r"w", "v"),
        (r"y", "i"),
        (r"ii+", "i"),
        (r"^ie", "e"),  # Yevgeny, Evgeny
        (r"(?<=[aeou])i(?=[aeou])", ""),  # Kaleyeva, Kaleeva
        (r"(?<=[^aeiou])ie(?=v)", "e"),  # Soloviev
        (r"(.)\1+", r"\1"),  # Hussein, Hussain; Kaddafi
        (r"(?<=[aeiou])h$", ""),  # Abdullah, Abdulla
    )
)
"""In this order; ISO 9, BGN/PCGN and the newspapers' habits for Russian, and those for Arabic, meet
halfway."""

_INITIAL_K = re.compile(r"^[gkq]")
_VOWELS = re.compile(r"[aeiou]+")
_ALIKE = frozenset({"ae", "ei", "ou", "aa", "ee", "ii", "oo", "uu"})
"""Vowels that transliterations exchange (Mohammed, Muhammad), as sorted pairs; not a and u (Hassan,
Hussein)."""


@lru_cache(maxsize=1 << 17)
def folded(token: str) -> str:
    """One plain token with differences of transliteration removed; never empty for a non-empty token."""
    text = token
    for pattern, to in _TRANSLITERATION:
        text = pattern.sub(to, text)
    return text or token


@lru_cache(maxsize=1 << 17)
def skeleton(token: str) -> str:
    """Consonants of the folded token, initial g and k alike; a leading vowel stays as ``*``."""
    text = _INITIAL_K.sub("k", folded(token))
    lead = "*" if text[:1] in "aeiou" else ""
    return lead + _VOWELS.sub("", text)


@lru_cache(maxsize=1 << 17)
def _syllables(token: str) -> tuple[str, tuple[str, ...]]:
    """Consonant frame with ``*`` where vowels stand, and the vowels."""
    text = _INITIAL_K.sub("k", folded(token))
    return _VOWELS.sub("*", text), tuple(_VOWELS.findall(text))


def same_sound(word: str, other: str) -> bool:
    """Whether two plain tokens can be transliterations of one name.

    Same consonants with vowels in the same places, and vowels that transliterations exchange: Qadhafi and
    Gaddafi, Mohammed and Muhammad; not Hassan and Hussein, Mahmoud and Mohammed, Nazarbayev and Nazarbayeva.
    """
    frame, vowels = _syllables(word)
    other_frame, other_vowels = _syllables(other)
    return frame == other_frame and all(
        a is not None and b is not None and _vowels_alike(a, b) for a, b in zip_longest(vowels, other_vowels)
    )


def _vowels_alike(vowels: str, other: str) -> bool:
    """The first of each group decides: Saeed and Said, Husain and Husein; not Lobao and Lobo."""
    return "".join(sorted(vowels[0] + other[0])) in _ALIKE
