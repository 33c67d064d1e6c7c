"""Which tests run in one process, because they share what is costly to make.

pytest-xdist's own marks ride on a node id that pytest 9.2 no longer lets it change, so they do nothing: each
process read the corpora and built the sites again, or waited until the other had.
"""

from typing import Final

from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]  # ships no types

TOGETHER: Final = (
    "tests/cli/test_cli_bad_input.py",
    "tests/cli/test_cli_unclear.py",
    "tests/corpus/test_parse_gate.py",
    "tests/labelled/",
    "tests/pages/test_pages_theme.py",
    "tests/people/test_resolve_samples.py",
    "tests/publish/test_protected_site.py",
    "tests/read/test_read_corpus.py",
    "tests/tables/test_tables_corpus.py",
)
"""Files: the folders of the measuring corpus, bad files, sites."""
EACH_FILE: Final = ("tests/browser/",)
"""Folders of which each file is a piece: in one process, all that need Chromium would take the longest."""


class SharingScheduler(LoadScopeScheduling):  # type: ignore[misc]  # as above
    """Hands out tests that share something as one piece of work, the largest pieces first; others singly."""

    def _split_scope(self, nodeid: str) -> str:
        return piece_of(nodeid)


def piece_of(nodeid: str) -> str:
    """The piece of work a test belongs to: a line of :data:`TOGETHER`, its file, else the test alone."""
    if nodeid.startswith(EACH_FILE):
        return nodeid.partition("::")[0]
    return next((shared for shared in TOGETHER if nodeid.startswith(shared)), nodeid)
