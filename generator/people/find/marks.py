"""Names that the text asks to protect."""

import re

PROTECT = re.compile(
    r"[\"”\u2019']?,?\s*(?:\((?!\s*(?:please\s+|strictly\s+)*protect)[^()]{1,60}\),?\s*)?"
    r"(?:[(\[]\s*,?\s*(?:please\s+|pls\s+|strictly\s+)*protect\b[^)\]]{0,40}[)\]]|STRICTLY\s+PROTECT\b|PLEASE\s+PROTECT\b)",
    re.IGNORECASE,
)
"""``(protect)``, ``(please protect)``, ``(strictly protect throughout,)``, also behind one other remark in
brackets: ``Raul Henry (PMDB, Pernambuco) (protect)``. Matched right behind a name, so that a mark behind a
redaction (``XXXXXXXXXXXX (strictly protect)``) marks nobody else."""


def is_marked(text: str, end: int) -> bool:
    """Whether a request to protect stands right behind offset ``end``."""
    return PROTECT.match(text, end) is not None
