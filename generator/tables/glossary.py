"""What acronyms of telegrams stand for, from ``data/glossary.tsv``."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from generator.tables.rows import rows


@cache
def shipped_glossary() -> Mapping[str, str]:
    """Meaning by acronym: ``OSCE`` -> ``Organization for Security and Co-operation in Europe``."""
    return MappingProxyType({row["acronym"]: row["meaning"] for row in rows("glossary")})
