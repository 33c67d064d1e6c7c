"""Words printed with a gap between any two letters, for emphasis or to be overlooked."""

import re
from typing import Final

from generator.names.letters import Folded

SPACED_WORD: Final = re.compile(r"(?<![a-z])(?:[a-z][ .\-_*]{1,2}){4,40}[a-z](?![a-z])")
"""``p r o t e c t``."""


def unspaced(folded: Folded) -> Folded:
    """Words printed with a gap between any two letters drawn together; a wider gap parts words."""
    kept: list[int] = []
    at = 0
    for spaced in SPACED_WORD.finditer(folded.text):
        kept += range(at, spaced.start())
        kept += [k for k in range(*spaced.span()) if folded.text[k].isalpha() or _wide(folded.text, k)]
        at = spaced.end()
    if not at:
        return folded
    return folded.only([*kept, *range(at, len(folded.text))])


def _wide(text: str, at: int) -> bool:
    return text[at] == " " and text[at - 1] == " "
