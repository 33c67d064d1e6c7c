"""What a build may take over of the site before it: pages of which all that they depend on is the same."""

from dataclasses import dataclass
from typing import Protocol

from generator.publish.press.shell import Shell


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file that was made for the site, sound, and without a word of MkDocs' about it."""

    path: str
    """Below the docs folder."""
    destination: str
    """Below the site's."""
    digest: str
    """SHA-256 of what was written there."""
    targets: tuple[str, ...] = ()
    """Files below the docs folder that have to be there for it to be the same again."""
    anchored: tuple[str, ...] = ()
    """Files that have to be the same, since it leads to anchors in them."""


class Keeping(Protocol):
    """Knows the files of the site before."""

    def begin(self, shell: Shell) -> None:
        """What surrounds the pages is known now."""

    def take(self, path: str) -> bool:
        """Put the file made of ``path`` into the new site as the one before had it; False: make it."""

    def made(self, made: Made) -> None:
        """Note a file that was made."""
