"""Reference data with typed look-ups: TAGS codes, countries, posts, where they stand, classification.

The data are tab-separated files in ``data/`` that a person can read, correct and extend; each is read once,
when first asked. Whatever is not established is absent, and its look-up answers None.
"""

from generator.tables.capitals import capital_words
from generator.tables.classification import (
    CLASSIFICATION_LEVELS,
    LEVEL_PATTERN,
    OFFICIAL_USE,
    PRINTED_LEVELS,
    Level,
    classification_levels,
    level,
    marked_level,
)
from generator.tables.countries import Territory, country, places
from generator.tables.geography import Region, positions, regions
from generator.tables.glossary import shipped_glossary
from generator.tables.lines import PostKind
from generator.tables.posts import (
    PostInfo,
    is_post,
    post_from_line,
    post_from_mrn,
    post_from_route,
    trailing_post,
)
from generator.tables.tags import PERSON_TAGS, Tag, TagKind, tag, tags

__all__ = [
    "CLASSIFICATION_LEVELS",
    "LEVEL_PATTERN",
    "OFFICIAL_USE",
    "PERSON_TAGS",
    "PRINTED_LEVELS",
    "Level",
    "PostInfo",
    "PostKind",
    "Region",
    "Tag",
    "TagKind",
    "Territory",
    "capital_words",
    "classification_levels",
    "country",
    "is_post",
    "level",
    "marked_level",
    "places",
    "positions",
    "post_from_line",
    "post_from_mrn",
    "post_from_route",
    "regions",
    "shipped_glossary",
    "tag",
    "tags",
    "trailing_post",
]
