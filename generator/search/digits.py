"""Whole numbers as text: what a script can hold without escapes and a host packs well.

A number is written in digits of five bits, the least first; a digit of 32 or more says that another follows.
``overrides/assets/javascripts/search/postings.js`` reads them.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final, NamedTuple

DIGITS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""Digit -> character."""

BITS: Final = 5
MORE: Final = 1 << BITS


class Posting(NamedTuple):
    """One word in all cables."""

    word: str
    cables: str
    """For each cable that has it, in order, the distance from the one before, less 1, and the strength."""
    places: str
    """For each of these cables the places (:class:`~generator.search.run.IndexedRun`)."""


def written(numbers: Iterable[int]) -> str:
    """Numbers from 0 on: 0 is ``A``, 31 ``f``, 32 ``gB``."""
    signs: list[str] = []
    for number in numbers:
        rest = number
        while rest >= MORE:
            signs.append(DIGITS[MORE | rest & (MORE - 1)])
            rest >>= BITS
        signs.append(DIGITS[rest])
    return "".join(signs)


def read(text: str) -> list[int]:
    """The numbers that :func:`written` wrote."""
    numbers: list[int] = []
    value = shift = 0
    for sign in text:
        digit = DIGITS.index(sign)
        value |= (digit & (MORE - 1)) << shift
        shift += BITS
        if digit < MORE:
            numbers.append(value)
            value = shift = 0
    return numbers


def distances(rising: Iterable[int]) -> str:
    """Rising numbers, written as the distance of each from the one before, less 1."""
    values = [-1, *rising]
    return written(number - before - 1 for before, number in pairwise(values))


def from_distances(text: str) -> list[int]:
    """What :func:`distances` wrote."""
    out: list[int] = []
    before = -1
    for distance in read(text):
        before += distance + 1
        out.append(before)
    return out


def cables_of(posting: str) -> list[tuple[int, int]]:
    """Number and strength of each cable of a posting (:mod:`generator.search.merge`)."""
    values = read(posting)
    out: list[tuple[int, int]] = []
    before = -1
    for distance, strength in zip(values[::2], values[1::2], strict=True):
        before += distance + 1
        out.append((before, strength))
    return out
