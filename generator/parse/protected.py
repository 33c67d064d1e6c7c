"""Names that the text marks (protect) or (strictly protect)."""

import re
from typing import Final

from generator.model import Block

# as in "(protect)", "(strictly protect)", "(please strictly protect)", "(protect source)", "[protect]"
_MARK: Final = re.compile(
    r"\s{0,2}[(\[]\s{0,2}(?:(?:please|strictly|pls)\s{1,2}){0,3}protect(?:ed)?(?:\s[a-z]{2,12}){0,3}\s{0,2}[)\]]",
    re.IGNORECASE,
)
_PARTICLE: Final = r"(?:al|el|bin|bint|ibn|ben|abu|de|del|da|dos|la|le|van|von|der|den|di|du)"
_NAME: Final = re.compile(
    rf"(?P<name>[A-Z][\w'\u2019`.-]*(?:[ -](?:{_PARTICLE}[ -])?[A-Z][\w'\u2019`.-]*){{0,4}})"
    r"[\"'\u201d\u2019,]?$"
)
_BEFORE: Final = 90


def protected_names(blocks: list[Block]) -> tuple[str, ...]:
    """The name before each mark, as printed, each once; a redaction is no name."""
    names: dict[str, None] = {}
    for block in blocks:
        if "rotect" not in block.text and "ROTECT" not in block.text:
            continue
        for found in _MARK.finditer(block.text):
            before = _NAME.search(block.text[max(0, found.start() - _BEFORE) : found.start()])
            if before and set(before["name"].upper()) != {"X"}:
                names[before["name"]] = None
    return tuple(names)
