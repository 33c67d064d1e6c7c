"""What indexing reports."""

from dataclasses import dataclass

from generator.model import Problem
from generator.publish.errors import SiteError


class SearchError(SiteError):
    """The search index cannot be built."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexReport:
    """What was indexed."""

    pages: int
    """Cable pages in the index."""
    indexes: int
    """Pagefind indexes, merged in the browser."""
    files: int
    """Files of the whole site, the index included."""
    size: int
    """Bytes of the index on disk."""
    problems: tuple[Problem, ...] = ()
