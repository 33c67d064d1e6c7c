"""What MkDocs' own run sees where generated pages are rendered apart: others whole, these as addresses."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, cast, overload
from urllib.parse import urljoin, urlsplit

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_build_date

from generator.publish.press.anchors import Anchors
from generator.publish.press.drafts import Drafts
from generator.settings import MkDocsOptions

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page


class WrittenFiles(Files):
    """The files of MkDocs' run; a generated one is made where something leads to it."""

    def __init__(  # noqa: PLR0913 - what MkDocs has, what it has not, and where that is
        self,
        files: Files,
        generated: Collection[str],
        docs: Path,
        config: MkDocsOptions,
        *,
        pages: Drafts,
        unlisted: frozenset[str] = frozenset(),
    ) -> None:
        """``files`` are those that MkDocs is to render or copy, ``generated`` all others, below ``docs``.

        Those that are ``unlisted`` stand in no list of all pages.
        """
        super().__init__(files)
        self._unlisted = unlisted
        self._generated, self._docs, self._config = generated, docs, config
        self._anchors = Anchors(pages)
        self.listing = False
        """Whether templates that list all pages are at work: after the navigation was made."""

    def get_file_from_path(self, path: str) -> File | None:
        """As MkDocs', for generated files too."""
        found = super().get_file_from_path(path)
        return self._elsewhere(path) if found is None and path in self._generated else found

    def documentation_pages(
        self, *, inclusion: Callable[[InclusionLevel], bool] | None = None
    ) -> Sequence[File]:
        """Those that MkDocs renders; all there are, where a template lists them."""
        if self.listing and inclusion is None:
            return _All(self)
        return super().documentation_pages(inclusion=inclusion or InclusionLevel.is_included)

    def all_pages(self) -> Iterator[File]:
        """Every page, in MkDocs' order."""
        own = {file.src_uri: file for file in super().documentation_pages()}
        names = own.keys() | {name for name in self._generated if name.endswith(".md")} - self._unlisted
        return (own.get(name) or self._elsewhere(name) for name in sorted(names, key=_in_order))

    def _elsewhere(self, path: str) -> File:
        file = self.file(path)
        # MkDocs asks such a file's page for its anchors, a list of all pages for its address
        file.page = cast("Page", _Elsewhere(path, self))
        return file

    def file(self, path: str) -> File:
        """A generated file as MkDocs sees it."""
        file = File(path, str(self._docs), self._config.site_dir, self._config.use_directory_urls)
        file.inclusion = InclusionLevel.INCLUDED
        return file

    @property
    def site_url(self) -> str | None:
        """The public address of the site."""
        return self._config.site_url or None

    def anchors(self, path: str) -> frozenset[str]:
        """What links to a generated page may lead to."""
        return self._anchors.of(path)


class _Elsewhere:
    """A page that is rendered apart; small, since MkDocs makes a list of all."""

    __slots__ = ("_files", "_path")
    is_link = False

    def __init__(self, path: str, files: WrittenFiles) -> None:
        self._path, self._files = path, files

    @property
    def file(self) -> File:
        """As MkDocs' pages have it."""
        return self._files.file(self._path)

    @property
    def url(self) -> str:
        """As MkDocs' pages have it."""
        url = self.file.url
        return "" if url in {".", "./"} else url

    @property
    def canonical_url(self) -> str | None:
        """As MkDocs' pages have it."""
        site = self._files.site_url
        return urljoin(f"{site.rstrip('/')}/", self.url) if site else None

    @property
    def abs_url(self) -> str | None:
        """As MkDocs' pages have it."""
        canonical = self.canonical_url
        return urlsplit(canonical).path if canonical else None

    @property
    def update_date(self) -> str:
        """As MkDocs' pages have it."""
        return get_build_date()

    @property
    def present_anchor_ids(self) -> frozenset[str]:
        """What links may lead to."""
        return self._files.anchors(self._path)


class _All(Sequence[File]):
    """All pages, made as they are asked for."""

    def __init__(self, files: WrittenFiles) -> None:
        self._files = files

    def __iter__(self) -> Iterator[File]:
        return self._files.all_pages()

    @cached_property
    def _length(self) -> int:
        return sum(1 for _ in self)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> File: ...

    @overload
    def __getitem__(self, index: slice) -> list[File]: ...

    def __getitem__(self, index: int | slice) -> File | list[File]:
        return list(self)[index]


def _in_order(name: str) -> tuple[tuple[str, ...], bool, str]:
    """MkDocs' order, by path: a folder's index first, its folders last."""
    path = PurePosixPath(name)
    return path.parts[:-1], path.stem not in {"index", "README"}, path.name
