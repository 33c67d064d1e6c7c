"""Whether the anchors that links name stand in the pages that they lead to: looked up in their Markdown."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.publish.press.drafts import Drafts

_ANCHOR = re.compile(r"""(?:[ ]\#|\sid=")([^\s"}]+)""")
"""An id in an attribute list (``{: #para-5 .cp-para }``), or in an element of HTML."""

KEPT = 500
"""Pages remembered."""


class Anchors:
    """The ids of generated pages."""

    def __init__(self, pages: Drafts) -> None:
        self._pages = pages
        self._known = lru_cache(KEPT)(self._look)

    def of(self, path: str) -> frozenset[str]:
        """Those of one page, perhaps more: what looks like an id in its text."""
        return self._known(path)

    def missing(
        self, path: str, anchored: Iterable[tuple[str, str, str]], own: frozenset[str]
    ) -> Iterator[str]:
        """What MkDocs says of links to anchors that are not there.

        Args:
            path: The page that links.
            anchored: (page, anchor, link as written).
            own: The ids of the page itself.
        """
        for target, anchor, written in anchored:
            if anchor in (own if target == path else self.of(target)):
                continue
            where = (
                "there is no such anchor on this page"
                if target == path
                else f"the doc '{target}' does not contain an anchor '#{anchor}'"
            )
            yield f"Doc file '{path}' contains a link '{written}', but {where}."

    def _look(self, path: str) -> frozenset[str]:
        if not path.endswith(".md"):
            return frozenset()
        return frozenset(_ANCHOR.findall(self._pages.read(path).decode()))
