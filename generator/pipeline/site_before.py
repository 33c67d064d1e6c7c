"""The files of the site before, taken over where everything that they depend on is the same."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.pipeline.memory import Memory
from generator.pipeline.standing import Standing
from generator.publish import Made, Shell
from generator.settings import PACKAGE
from generator.store import Key, code_files, digests, pack, unpack

_FACT = 8
"""Bytes that stand for one fact: that a file is there, or that it has this content."""


class _Page(NamedTuple):
    """One file of the site, and what it was made of."""

    key: Key
    """Of its Markdown and what surrounds it."""
    destination: str
    digest: bytes
    """Of the file itself: whatever became of the site since, no other is taken for it."""
    facts: bytes
    """What else has to be so, each ``_FACT`` bytes."""


class _Noted(NamedTuple):
    """What is kept of a site: in one value, so that no part of it is of another build."""

    sought: Key
    """The names for which every page was looked through."""
    pages: dict[str, _Page]


class SiteBefore:
    """Takes over what it can, by a second name for the same file, and notes what is made anew."""

    def __init__(
        self, standing: Standing, new: Path, generated: Mapping[str, str], docs: Path, memory: Memory
    ) -> None:
        """Nothing is taken yet.

        Args:
            standing: The site before.
            new: Folder of the new one.
            generated: Path and digest of each file below ``docs`` that no person wrote.
            docs: Folder of all of them.
            memory: Knows what the site before was made of.
        """
        self.digests: dict[str, str] = {}
        """Of the files in the new site, as far as they are known: path and SHA-256."""
        self._standing, self._new, self._generated, self._docs = standing, new, generated, docs
        self._memory = memory
        self._around = b""
        self._noted = _noted(memory.store.noted(self._name))
        self._before = self._noted.pages
        self._taken: set[str] = set()
        self._now: dict[str, _Page] = {}
        self._true: set[bytes] = set()

    @property
    def _name(self) -> str:
        return f"pages of {self._standing.folder}"

    def begin(self, shell: Shell) -> None:
        """What surrounds the pages is known now."""
        ours = code_files(PACKAGE / "overrides")
        self._around = digests("around", self._memory.code, shell.digest.encode(), *ours)
        files = (path for path in self._docs.rglob("*") if path.is_file())
        names = {*self._generated, *(path.relative_to(self._docs).as_posix() for path in files)}
        for name in names:
            self._true |= {_there(name), self._same(name)}

    def take(self, path: str) -> bool:
        """Put the file made of ``path`` into the new site as the one before had it; False: make it."""
        page = self._before.get(path)
        if page is None or page.key != self._key(path) or not self._true.issuperset(_parts(page.facts)):
            self._memory.store.count("files of the site", made=1)
            return False
        target = self._new / page.destination
        target.parent.mkdir(parents=True, exist_ok=True)
        taken = self._standing.link(page.destination, target, page.digest)
        if taken:
            self._now[path] = page
            self.digests[page.destination] = page.digest.hex()
            self._taken.add(page.destination)
        self._memory.store.count("files of the site", found=int(taken), made=int(not taken))
        return taken

    def made(self, made: Made) -> None:
        """Note a file that was made."""
        facts = [*map(_there, made.targets), *map(self._same, made.anchored)]
        self.digests[made.destination] = made.digest
        self._now[made.path] = _Page(
            self._key(made.path), made.destination, bytes.fromhex(made.digest), b"".join(facts)
        )

    def passed(self, sought: Key) -> frozenset[str]:
        """Files taken over that were looked through before for the same names, with the same theme around."""
        return frozenset(self._taken) if self._noted.sought == self._gate(sought) else frozenset()

    def note(self, sought: Key) -> None:
        """Note what the new site was made of, for the next build.

        Args:
            sought: For which names all of it was looked through.
        """
        if packed := pack(_Noted(sought=self._gate(sought), pages=self._now)):
            self._memory.store.note(self._name, packed)

    def _gate(self, sought: Key) -> Key:
        return digests("gate", self._around, sought)

    def _key(self, path: str) -> Key:
        return digests("pressed", self._around, path.encode(), self._generated[path].encode())

    def _same(self, name: str) -> bytes:
        """The fact that a file has the content that it has; of hand-written ones it is not known."""
        return sha256(f"{name}\0{self._generated.get(name, '?')}".encode()).digest()[:_FACT]


def _there(name: str) -> bytes:
    """The fact that there is such a file."""
    return sha256(name.encode()).digest()[:_FACT]


def _parts(facts: bytes) -> Iterator[bytes]:
    return (facts[at : at + _FACT] for at in range(0, len(facts), _FACT))


def _noted(packed: bytes | None) -> _Noted:
    try:
        return unpack(packed or b"", _Noted)
    except msgspec.MsgspecError:
        return _Noted(sought=b"", pages={})
