"""Paragraph openings: pilcrow, number, portion marking.

``¶5. (SBU) ...``. Forms seen: ``5. (C)``, ``5.(C)``, ``¶ 5. (S/NF)``, ``5) (U)``, ``(C) 5.``; with the sign
misread as a digit ``15. (SBU)``.
"""

import re
from typing import Final

# U, SBU, C, S, TS with their controls: S/NF, C//NF, SBU/NF, C//REL UK, S//NF//OC, U//FOUO, S/REL USA, ACGU
_LEVEL: Final = r"(?:TS|S|C|SBU|U|LOU|FOUO|USBU)"
_CONTROL: Final = (
    r"(?:\s?//?\s?(?:NF|NOFORN|FOUO|OC|SI|HCS|SBU|REL(?:\s(?:TO\s)?[A-Z]{2,4}(?:,\s?[A-Z]{2,4})*)?))"
)
MARKING: Final = rf"\(\s?(?P<marking>{_LEVEL}{_CONTROL}*)\s?\)"
"""A portion marking in parentheses. Source: ISOO marking booklet."""

NUMBERED_MARKING: Final = rf"(?i:{MARKING})"
"""The same behind a paragraph number, where ``(c)`` cannot be the letter of an item."""

UNNAMED_MARKING: Final = rf"\(\s?{_LEVEL}{_CONTROL}*\s?\)"
"""The same without a group."""

_FIRST: Final = re.compile(r"^\W{0,8}(?:¶\s?)?1{1,2}\s?[.)]\s{0,6}(?:\(|[A-Z\"'\u201c]|--|$)")
_MARKED: Final = re.compile(rf"^\W{{0,8}}(?:¶\s?)?\d{{1,3}}\s?[.):,;]?\s{{0,4}}{NUMBERED_MARKING}")
_MARKED_BEFORE: Final = re.compile(
    rf"^\W{{0,4}}{UNNAMED_MARKING}\s{{1,3}}\d{{1,3}}\s?[.)]\s{{1,3}}[A-Z\"'\u201c]"
)
"""``(C) 5. Text``: the marking before the number."""
_STARTS_MARKED: Final = re.compile(rf"^\s{{0,8}}{MARKING}\s{{0,4}}(?!AND\b|OR\b)[A-Z\"'\u201c][\w']")


def opens_paragraph(text: str) -> bool:
    """True where a line opens the message: paragraph 1, or any numbered paragraph with a portion marking."""
    return bool(_FIRST.match(text) or _MARKED.match(text) or _MARKED_BEFORE.match(text))


def starts_marked(text: str) -> bool:
    """True where a line begins with a portion marking, a word behind it: ``(U) Following consultation``."""
    return _STARTS_MARKED.match(text) is not None


def canonical(marking: str) -> str:
    """``C//NF`` and ``C / NF`` as ``C/NF``."""
    return re.sub(r"\s?//?\s?", "/", marking.strip()).upper()
