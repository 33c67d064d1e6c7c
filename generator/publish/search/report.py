"""What indexing is told and what it reports."""

from dataclasses import dataclass

from generator.model import Problem
from generator.publish.errors import SiteError


class SearchError(SiteError):
    """The search index cannot be built."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOptions:
    """How much of the machine indexing may use, and for which host."""

    memory: int = 1600
    """Megabytes that all Pagefind processes together may take at their peak; at least 200 is taken."""
    workers: int | None = None
    """Pagefind processes at once at most; None: one per core. The memory may allow fewer.

    The index is the same: memory goes to larger indexes first, since a reader's browser loads something from
    each of them for every query.
    """
    pages: int = 4000
    """Pages in one index at most: Pagefind's time for a query grows with the square of one index's hits."""
    language: str = "en"
    """ISO 639-1 code of the language whose word stems count; readers' browsers load one for it."""
    host_files: int | None = 20_000
    """Files the host takes in one site (Cloudflare Pages: 20,000); None: as many as there are."""


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
