"""Everything that stands on one cable's page beside the cable and is no part of it: what the editors say."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.edition.notes import Kind, Note


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteShown:
    """A note as a page shows it."""

    kind: Kind
    markdown: str
    """Neutral (:mod:`generator.pages.notes`), its links to cables from the root of the site."""
    by: str | None
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussion:
    """A page of the publisher's that cites a cable."""

    title: str
    path: str
    """Below ``docs/``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePlaced:
    """A note with the page on which it stands."""

    note: Note
    shown: NoteShown
    page: str
    """Below ``docs/``: ``cables/2009/02/09ASTANA308.md``."""
    title: str
    """Of what it is on: a cable's, a person's name, a code."""
    cites: tuple[str, ...] = ()
    """Keys of the published cables that it cites, each once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Essay:
    """A page of the publisher's that cites cables."""

    title: str
    path: str
    """Below ``docs/``."""
    text: str
    """Markdown as it is written, without front matter."""
    cites: tuple[str, ...]
    """Keys of the published cables that it cites, each once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What the editors have on one cable; small and picklable."""

    first_published: date | None = None
    """Day of the release that had it first; None where none had it."""
    last_changed: date | None = None
    """Day of the last release that changed it; the same as the first where none did."""
    notes: tuple[NoteShown, ...] = ()
    """On the whole cable."""
    on_paragraphs: tuple[tuple[int, NoteShown], ...] = ()
    """With the paragraph's number, in the order written."""
    discussed: tuple[Discussion, ...] = ()
    """Pages that cite it, by path."""


NOTHING_BESIDE: Final = Beside()
