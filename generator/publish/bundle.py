"""The site as a zip that a reader unpacks and opens by double-click, search included, with no network."""

import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from generator.publish.search.index import FOLDER
from generator.publish.search.offline import offline_files
from generator.publish.site import MARKER, SiteError

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""Time of every member: the first that a zip can hold. The same site gives the same bytes."""

NEEDLESS = (
    "404.html",
    "sitemap.xml",
    "sitemap.xml.gz",
    "assets/javascripts/lunr/*",
    "assets/javascripts/workers/*",
    "search/search_index.json",
    "*.map",
    MARKER,
)
"""What only a server, a crawler, MkDocs' own search or a developer's tools would read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleReport:
    """What the zip holds."""

    files: int
    size: int
    """Bytes of the zip."""
    unpacked: int
    """Bytes of its files."""


def bundle(site: Path, target: Path) -> BundleReport:
    """Zip a site so that it works from ``file://``; ``index.html`` stands at the top of the zip.

    Args:
        site: A site built without directory addresses and indexed for search; it is left as it is.
        target: Zip to write; one that is there is replaced once the new one is whole.

    Raises:
        SiteError: The zip cannot be written.
        SearchError: The index is of a Pagefind that cannot be bundled.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _replacing(target) as scratch, zipfile.ZipFile(scratch, "w") as archive:
            sizes = [_add(archive, path, content) for path, content in _members(site)]
    except OSError as error:
        message = f"{target}: cannot be written: {error.strerror}; choose another --output"
        raise SiteError(message) from error
    return BundleReport(files=len(sizes), size=target.stat().st_size, unpacked=sum(sizes))


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """A file beside ``target`` that takes its place when the block ends without an exception."""
    scratch = target.with_name(f".{target.name}-{os.getpid()}")
    try:
        yield scratch
        scratch.replace(target)
    finally:
        scratch.unlink(missing_ok=True)


def _members(site: Path) -> Iterator[tuple[str, bytes]]:
    """Path and content of each file, sorted by path within the site and within its search."""
    for file in sorted(each for each in site.rglob("*") if each.is_file()):
        path = file.relative_to(site).as_posix()
        if path.startswith(f"{FOLDER}/") or any(fnmatch(path, pattern) for pattern in NEEDLESS):
            continue
        yield path, file.read_bytes()
    for path, content in offline_files(site / FOLDER):
        yield f"{FOLDER}/{path}", content


def _add(archive: zipfile.ZipFile, path: str, content: bytes) -> int:
    member = zipfile.ZipInfo(path, EARLIEST)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 3  # the same bytes whatever system bundles
    member.external_attr = 0o644 << 16
    archive.writestr(member, content)
    return len(content)
