"""Millions of numbers written at once, as :mod:`generator.search.digits` writes a few."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.search.digits import BITS, DIGITS, MORE

Numbers = NDArray[np.int64]
Bytes = NDArray[np.uint8]

SIGNS: Final = np.frombuffer(DIGITS.encode(), dtype=np.uint8)
"""Digit -> character."""


def written_each(numbers: Numbers) -> tuple[Bytes, Numbers]:
    """Numbers from 0 on, one behind the other: the text, and how many digits each takes."""
    if not len(numbers):
        return np.empty(0, dtype=np.uint8), np.empty(0, dtype=np.int64)
    most = max(1, -(-int(numbers.max()).bit_length() // BITS))
    digits = np.ones(len(numbers), dtype=np.int64)
    for further in range(1, most):
        digits += numbers >= 1 << (BITS * further)
    begins = np.cumsum(digits) - digits
    text = np.empty(int(digits.sum()), dtype=np.uint8)
    for digit in range(most):
        has = digits > digit
        values = (numbers[has] >> (BITS * digit)) & (MORE - 1)
        values |= np.where(digits[has] > digit + 1, MORE, 0)
        text[begins[has] + digit] = SIGNS[values]
    return text, digits
