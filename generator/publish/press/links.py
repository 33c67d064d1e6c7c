"""The files of a site as MkDocs looks them up, without an object for each: generated ones are looked for on disk."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

KEPT = 20_000
"""Answers remembered: pages of one folder link to the same few hundred others."""


class FilesOnDisk(Files):
    """Answers what a link asks; holds nothing."""

    def __init__(self, docs: Path, config: MkDocsConfig) -> None:
        super().__init__([])
        self._docs, self._config = docs, config
        self._known = lru_cache(KEPT)(self._look)

    def get_file_from_path(self, path: str) -> File | None:
        """The file with this path below the docs folder; None where there is none."""
        return self._known(path)

    def _look(self, path: str) -> File | None:
        if path.startswith((".", "/")) or "\0" in path or not (self._docs / path).is_file():
            return None
        config = self._config
        file = File(path, str(self._docs), config.site_dir, config.use_directory_urls)
        file.inclusion = InclusionLevel.INCLUDED
        return file
