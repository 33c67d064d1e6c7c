"""Where links lead: the files of a site as MkDocs looks them up, looked for on disk."""

import posixpath
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_relative_url

from generator.publish.press.drafts import Drafts
from generator.settings import MkDocsOptions

KEPT = 5_000
"""Answers remembered: pages of one folder link to the same few hundred others."""


class FilesOnDisk(Files):
    """Answers what a link asks; holds nothing."""

    def __init__(self, docs: Path, pages: Drafts, config: MkDocsOptions) -> None:
        super().__init__([])
        self._docs, self._pages, self._config = docs, pages, config
        self._known = lru_cache(KEPT)(self._look)

    def get_file_from_path(self, path: str) -> File | None:
        """The file with this path below the docs folder; None where there is none."""
        return self._known(path)

    def _look(self, path: str) -> File | None:
        if path.startswith((".", "/")) or "\0" in path or not self._pages.holds(path):
            return None
        config = self._config
        file = File(path, str(self._docs), config.site_dir, config.use_directory_urls)
        file.inclusion = InclusionLevel.INCLUDED
        return file


class Resolver:
    """Where the links of one page lead: what MkDocs makes of those to files that are there."""

    def __init__(self, page: File, files: FilesOnDisk) -> None:
        self._page, self._files = page, files
        self._folder = posixpath.dirname(page.src_uri)
        folders = self._page.url.split("/")[:-1]
        self._section, self._up = (folders[0] if folders else ""), "../" * len(folders)
        self.targets: set[str] = set()
        """The files that it links to."""
        self.anchored: dict[tuple[str, str], str] = {}
        """(page, anchor) and the first link to it as written."""

    def __call__(self, written: str) -> str | None:
        """The address; None where MkDocs has to say something about the link."""
        path, sign, anchor = written.partition("#")
        if not path:
            if anchor:
                self.anchored.setdefault((self._page.src_uri, anchor), written)
            return written
        if sign and not anchor:
            return None
        target = posixpath.normpath(posixpath.join(self._folder, path))
        file = self._files.get_file_from_path(target)
        if file is None:
            return None
        self.targets.add(target)
        address = self._relative(file.url)
        if not anchor:
            return address
        self.anchored.setdefault((target, anchor), written)
        return f"{address}#{anchor}"

    def _relative(self, url: str) -> str:
        """As MkDocs', which compares part by part also what begins otherwise."""
        if url.partition("/")[0] == self._section or not self._section:
            return str(get_relative_url(url, self._page.url))
        return f"{self._up}{url}"

    def anchored_in_order(self) -> Iterator[tuple[str, str, str]]:
        """(page, anchor, link as written)."""
        return ((target, anchor, written) for (target, anchor), written in self.anchored.items())
