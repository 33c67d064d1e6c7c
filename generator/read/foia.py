"""Telegrams from the Department of State's reading room under the Freedom of Information Act.

Reviewers' stamps stand on every page, and bear a classification of their own. They stay in the text, line for
line: the parser takes them out, with what stands where something was cut (:mod:`generator.parse.stamps`).
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.read.item import Item, Reading
from generator.read.patterns import is_telegram

NAME = "foia"

_STAMP: Final = re.compile(
    r"U\.?\s?S\.?\s+Department\s+of\s+State\s+Case\s+No\b|^\W{0,80}RELEASED?\s+IN\s+(?:PART|FULL)\b",
    re.MULTILINE,
)


def recognises(item: Item) -> bool:
    """A telegram with a release stamp or a case number."""
    text = item.document().text
    return _STAMP.search(text) is not None and is_telegram(text)


def read(item: Item) -> Iterator[Reading]:
    """The text as it is."""
    document = item.document()
    yield document.source(NAME, document.text)
