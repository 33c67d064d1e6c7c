"""One cable as a reader hands it over, before anything of the telegram is understood."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from generator.model.problem import Problem

DatePrecision = Literal["minute", "day", "year"]
"""What is known of the time at which a telegram was sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What the layout itself says of the cable, outside the telegram (a label block, a CSV column).

    Kept beside what the text says; where they differ the text's own header wins or a warning says why not.
    Every value is as printed, cleaned of surrounding space only; None or () where the layout says nothing.
    """

    id: str | None = None
    date: datetime | None = None
    """Time sent as the layout gives it, UTC."""
    classification: str | None = None
    """As in the published index, e.g. ``UNCLASSIFIED//FOR OFFICIAL USE ONLY``."""
    origin: str | None = None
    """``Embassy Astana``."""
    subject: str | None = None
    tags: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    date_precision: DatePrecision = "minute"
    """What of ``date`` is known; ``day`` where the layout gives no time."""
    captions: tuple[str, ...] = ()
    """Handling restrictions: ``EXDIS``."""
    addressees: tuple[str, ...] = ()
    """To whom it went: ``STATE``."""
    concepts: tuple[str, ...] = ()
    """The archive's own subject headings: ``HARBORS``."""
    drafted_by: str | None = None
    signed_by: str | None = None
    text_status: str | None = None
    """Where the archive says so, why there is no text: ``TEXT ON MICROFILM``, ``WITHDRAWN``."""
    place: str | None = None
    """Where it was written, as the layout's heading says: ``Rome``."""
    is_foreign: bool = False
    """True for another country's service: its posts are in no table, though they may be named like ours."""
    is_archival: bool = False
    """True where an archive catalogued the telegram by itself, not by reading its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One cable's text with its provenance."""

    path: str
    """File it came from, relative to the corpus, POSIX separators; a member of an archive is
    ``archive.zip/member.txt``."""
    row: int | None = None
    """Which record of a file that holds many (CSV row, JSON line), from 1; None where file = cable."""
    layout: str
    """Name of the reader that recognised it, e.g. ``plusd``."""
    sha256: str
    """Hex digest of the cable's original bytes."""
    text: str
    """The telegram, decoded, newlines ``\\n``; the layout's own labels and markup removed or blanked out,
    line for line where the layout allows so that line numbers stay true."""
    first_line: int = 1
    """Line of the file on which ``text`` starts."""
    original: str
    """The cable as it stood in the file, decoded but otherwise untouched: what "original text" shows."""
    stated: Stated = field(default_factory=Stated)
    partial: bool = False
    """True where the layout says that this is an extract."""
    remarks: tuple[str, ...] = ()
    """What the layout prints around the telegram and is worth keeping: a heading, a note on the source. Each
    becomes a notice behind the message."""
    problems: tuple[Problem, ...] = ()
    """What the reader had to repair (encoding, mojibake)."""
