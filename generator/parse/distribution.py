"""What the Department's communications centre printed above a telegram: who got copies, who drafted it.

::

    PAGE 01        ROME  00123  231530Z
    ACTION EUR-12
    INFO  OCT-01  ISO-00  CIAE-00  /063 W
    DRAFTED BY EUR/WE:LMARCHETTI:ABC
    APPROVED BY EUR:RSMITHERS
    EB/OT:JDOE
                         ---------------------     012345

Source: the telegrams of the Central Foreign Policy Files, 1973-1979, and their likes up to 1996.
"""

import re
from typing import Final, NamedTuple

from generator.parse.banners import PAGE, PAGE_LEVEL
from generator.parse.lines import Line
from generator.parse.transmission import is_fixed_line

# as in "EUR-12", "SS/O-00", "/063", "W", "(ISO)", "43"
_TOKEN: Final = re.compile(
    r"(?P<code>[A-Z]{1,7}(?:/[A-Z]{1,5})?-\d{2})|/\d{2,3}[A-Z]?|[A-Z]|\([A-Z]{1,6}\)|\d{1,3}"
)
_COUNT: Final = re.compile(r"^\s*/\d{3}\s?[A-Z]?$")
_WORDS: Final = frozenset({"ACTION", "ORIGIN", "INFO"})
# as in "---------------------     012345", "------------------AB1234  120917Z /38"
_RULE: Final = re.compile(r"^\s*-{6,}[\s\w/]{0,40}$")
_DRAFTED: Final = re.compile(r"^\s*DRAFTED\s+BY\s?:?\s*(?P<value>.*)$")
_APPROVED: Final = re.compile(r"^\s*(?:APPROVED|AUTHORIZED)\s+BY\s?:?\s*(?P<value>.*)$")
_NUMBER: Final = re.compile(r"^\s*\d{1,3}$")
_DRAFTING_MOST: Final = 60
"""Lines of the longest list of clearances, doubled."""


class Distribution(NamedTuple):
    """The block, and the header without it."""

    rest: list[Line]
    printed: list[Line]
    """Page banner, distribution, rule."""
    drafted_by: str | None
    approved_by: str | None
    cleared_by: tuple[str, ...]


def take_distribution(lines: list[Line]) -> Distribution:
    """Part the lines before the classification line."""
    taken = _Taken()
    for line in lines:
        if not taken.take(line):
            taken.rest.append(line)
    return Distribution(
        taken.rest, taken.printed, taken.drafted_by, taken.approved_by, tuple(filter(None, taken.cleared_by))
    )


class _Taken:
    """One walk over the header, knowing in which part of the block it is."""

    def __init__(self) -> None:
        self.rest: list[Line] = []
        self.printed: list[Line] = []
        self.drafted_by: str | None = None
        self.approved_by: str | None = None
        self.cleared_by: list[str] = []
        self._inside = False
        self._drafting = 0
        self._seen: set[tuple[str, ...]] = set()
        """Words of the lines taken: what a copy prints twice says nothing more."""

    def take(self, line: Line) -> bool:
        """Whether a line belongs to the block."""
        text = line.text
        if not text:
            return self._inside
        if is_fixed_line(text) or text.lstrip().startswith("TO "):
            self._inside, self._drafting = False, 0
            return False
        if _RULE.match(text):
            self._inside, self._drafting = False, 0
        elif PAGE.match(text) or _is_codes(text):
            self._inside, self._drafting = True, 0
        elif self._is_drafting(text):
            return True
        elif not (PAGE_LEVEL.match(text) or (self._inside and _NUMBER.match(text))):
            return False
        if (words := tuple(text.split())) not in self._seen:
            self._seen.add(words)
            self.printed.append(line)
        return True

    def _is_drafting(self, text: str) -> bool:
        """Who drafted, approved and cleared it: everything up to the rule or the date-time group."""
        if match := _DRAFTED.match(text):
            self.drafted_by, self._drafting, self._inside = _one(match["value"]), 1, True
        elif self._drafting and (match := _APPROVED.match(text)):
            self.approved_by, self._drafting = _one(match["value"]), self._drafting + 1
        elif 0 < self._drafting < _DRAFTING_MOST:
            self._drafting += 1
            if self.approved_by is None:
                self.drafted_by = _one(f"{self.drafted_by or ''} {text}")
            else:
                self.cleared_by.append(_one(text) or "")
        else:
            return False
        return True


def _one(text: str) -> str | None:
    return " ".join(text.split()) or None


def _is_codes(text: str) -> bool:
    """``INFO  OCT-01  ISO-00  /063 W``: offices with their numbers of copies, and nothing else."""
    if _COUNT.match(text):
        return True
    words = text.split()
    tokens = [_TOKEN.fullmatch(word) for word in words if word not in _WORDS]
    return bool(tokens) and None not in tokens and any(token["code"] for token in tokens if token)
