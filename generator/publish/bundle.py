"""The site as a zip that a reader unpacks and opens by double-click, search included, with no network."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path

from generator.publish.claim import beside, claimed, empty
from generator.publish.errors import SiteError
from generator.publish.owned import LIST
from generator.publish.site import MARKER

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""Time of every member: the first that a zip can hold. The same site gives the same bytes."""

NEEDLESS = (
    "404.html",
    "sitemap.xml",
    "sitemap.xml.gz",
    "assets/javascripts/elements.js",
    "assets/javascripts/language.js",
    "assets/javascripts/texts/*",
    "assets/javascripts/lunr/*",
    "assets/javascripts/search/*",
    "assets/javascripts/workers/*",
    "search/search_index.json",
    "*.map",
    MARKER,
    LIST,
)
"""What only a server, a crawler, MkDocs' own search or a developer's tools would read; what joined/ holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleReport:
    """What the zip holds."""

    files: int
    size: int
    """Bytes of the zip."""
    unpacked: int
    """Bytes of its files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleStage:
    """A bundle in the making."""

    target: Path
    """Its place."""
    new: Path
    """Path for :func:`write_bundle`."""

    def swap(self) -> None:
        """Put the new bundle in its place.

        Raises:
            SiteError: What is there is none that we wrote.
        """
        _refuse_foreign(self.target)
        self.new.replace(self.target)


@contextmanager
def bundling(target: Path) -> Iterator[BundleStage]:
    """A stage for a bundle, to itself. Without :meth:`BundleStage.swap` nothing changes.

    Args:
        target: Where it is a symbolic link, the file that it leads to.

    Raises:
        SiteError: ``target`` is no bundle that we wrote, or its place cannot be written, or another build is
            at work there.
    """
    shown, target = target, target.resolve()
    work = beside(target)
    try:
        with claimed(work, shown=str(shown)):
            empty(work)
            _refuse_foreign(target)
            try:
                yield BundleStage(target=target, new=work / "new")
            finally:
                empty(work)
    except OSError as error:
        message = f"{shown}: cannot be written: {error.strerror}; choose another --output"
        raise SiteError(message) from error


def bundle(site: Path, target: Path) -> BundleReport:
    """:func:`write_bundle` to its place; what is there is replaced once the new zip is whole.

    Raises:
        SiteError: As :func:`bundling`.
    """
    with bundling(target) as stage:
        report = write_bundle(site, stage.new)
        stage.swap()
        return report


def write_bundle(site: Path, target: Path) -> BundleReport:
    """Zip a site so that it works from ``file://``; ``index.html`` stands at the top of the zip.

    Args:
        site: A site built without directory addresses, its search for reading from disk; it is left as it is.
        target: Zip to write.

    Raises:
        OSError: The zip cannot be written.
    """
    with zipfile.ZipFile(target, "w") as archive:
        sizes = [_add(archive, path, content) for path, content in _members(site)]
        archive.comment = _comment(archive)
    return BundleReport(files=len(sizes), size=target.stat().st_size, unpacked=sum(sizes))


def _comment(archive: zipfile.ZipFile) -> bytes:
    """What says that a zip is a bundle of ours, with exactly these members."""
    members = (f"{member.filename} {member.CRC} {member.file_size}" for member in archive.infolist())
    return f"Made by Cablepress: {sha256(chr(10).join(members).encode()).hexdigest()}".encode()


def _refuse_foreign(target: Path) -> None:
    """Replace only a bundle of ours, with nothing added or changed since."""
    if not target.exists():
        return
    try:
        with zipfile.ZipFile(target) as archive:
            ours = target.is_file() and archive.comment == _comment(archive)
    except (zipfile.BadZipFile, OSError):
        ours = False
    if not ours:
        message = (
            f"{target}: is no bundle that Cablepress wrote, or was changed since; choose another --output or"
            " move it away"
        )
        raise SiteError(message)


def _members(site: Path) -> Iterator[tuple[str, bytes]]:
    """Path and content of each file, sorted by path."""
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        path = file.relative_to(site).as_posix()
        if any(fnmatch(path, pattern) for pattern in NEEDLESS):
            continue
        yield path, file.read_bytes()


def _add(archive: zipfile.ZipFile, path: str, content: bytes) -> int:
    member = zipfile.ZipInfo(path, EARLIEST)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 3  # the same bytes whatever system bundles
    member.external_attr = 0o644 << 16
    archive.writestr(member, content)
    return len(content)
