"""The margin that a page puts before every line (``pdftotext -layout``, a quoted text): taken off."""

from typing import Final

_OUTSIDE: Final = 0.05
"""Share of lines that may stand further left: stamps, page numbers, running headers."""
_LEAST: Final = 4
"""Lines from which on a text has a margin at all."""


def without_margin(text: str) -> str:
    """The text without the blanks that all of its lines begin with, but for one in twenty.

    What stands further right keeps its distance, so that tables and lists stay what they are; line numbers
    stay true. A text in which one line in twenty begins at the left edge has no margin.
    """
    lines = text.split("\n")
    filled = [line for line in lines if line and not line.isspace()]
    if len(filled) < _LEAST or sum(line[0] not in " \t" for line in filled) > _OUTSIDE * len(filled):
        return text
    indents = sorted(len(line) - len(line.lstrip(" \t")) for line in filled)
    margin = indents[int(_OUTSIDE * len(indents))]
    return "\n".join(line[min(margin, len(line) - len(line.lstrip(" \t"))) :] for line in lines)
