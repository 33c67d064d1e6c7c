"""The site that stands: what it was made of, and whether it is still as it was made."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from generator.pipeline.memory import Memory
from generator.pipeline.report import Report
from generator.publish import SiteError, read_owned
from generator.publish import digest as file_digest
from generator.store import Key, Seen, pack, unpack


@dataclass(frozen=True, slots=True, kw_only=True)
class _Noted:
    """What is known of a site from the build that made it."""

    inputs: Key
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The files of a folder that builds wrote, looked at no oftener than needed."""

    folder: Path
    seen: Seen

    def digest(self, path: Path) -> str:
        """SHA-256 of a file's content, as the folder's list of files has it.

        Raises:
            OSError: It cannot be read, or is no file.
        """
        return self.seen.digest(path).hex()

    def is_whole(self) -> bool:
        """Whether every file on its list is there as it was written."""
        try:
            owned = read_owned(self.folder)
            return bool(owned) and all(
                self.digest(self.folder / name) in digests for name, digests in (owned or {}).items()
            )
        except (OSError, SiteError):
            return False

    def link(self, name: str, target: Path, digest: bytes) -> bool:
        """Give one of the files a second name; False: it has another content, or that cannot be done."""
        return self.seen.link(self.folder / name, target, digest)

    def trust(self, before: int) -> None:
        """Take the files on the list, written by this very build, for what the list says.

        Args:
            before: When the build had written them, in nanoseconds: one that is newer was changed since.
        """
        for name, digests in (read_owned(self.folder) or {}).items():
            self.seen.trust(self.folder / name, bytes.fromhex(min(digests)), before)


def standing(folder: Path, memory: Memory) -> Standing:
    """What is known of a folder of ours.

    Args:
        folder: A site, or docs/.
        memory: Knows its files from earlier builds.
    """
    folder = folder.resolve()
    seen = Seen.after(memory.sightings(_name("files", folder)), reads=_sha256, follows_links=False)
    return Standing(folder=folder, seen=seen)


def _sha256(path: Path) -> bytes:
    return bytes.fromhex(file_digest(path))


def _name(what: str, folder: Path) -> str:
    return f"{what} of {os.fsdecode(os.path.realpath(folder))}"


def report_of(folders: Sequence[Standing], inputs: Key, memory: Memory) -> Report | None:
    """What the build said that made the site of these very inputs; None where the site has to be built.

    Args:
        folders: The site, then what else the build wrote.
        inputs: From :func:`generator.pipeline.fingerprint.fingerprint`.
        memory: The project's.
    """
    try:
        noted = unpack(memory.store.noted(_name("site", folders[0].folder)) or b"", _Noted)
    except msgspec.MsgspecError:
        return None
    if noted.inputs != inputs or not all(folder.is_whole() for folder in folders):
        return None
    note_files(folders, memory)
    return noted.report


def note_site(site: Path, inputs: Key, report: Report, memory: Memory) -> None:
    """Note what a site was made of, once it is in its place."""
    if packed := pack(_Noted(inputs=inputs, report=report)):
        memory.store.note(_name("site", site), packed)


def forget_gone(memory: Memory) -> None:
    """Forget what was known of folders that are no more: those of ``serve`` are there for an hour."""
    for name in memory.store.names():
        _, said, folder = name.partition(" of ")
        if said and not Path(folder).is_dir():
            memory.store.forget(name)


def note_files(folders: Sequence[Standing], memory: Memory) -> None:
    """Note the files that were looked at, so that they need not be read again."""
    for folder in folders:
        memory.note_sightings(_name("files", folder.folder), folder.seen.now)
