"""The telegram as understood: the record that ``cablepress parse`` prints and front matter carries.

One line of JSON and back, losslessly.
"""

from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 - the record's own field is called "date"
from datetime import datetime
from typing import Literal

import msgspec

from generator.model.people import PersonFound, Span
from generator.model.source import DatePrecision, Stated

BlockKind = Literal["heading", "paragraph", "list", "table", "preformatted", "notice"]
"""``notice``: text that is no part of the message's argument (a declassification stamp, a site's remark).
``table`` and ``preformatted`` keep their line breaks and columns exactly; ``list`` has one item a line."""

Section = Literal["summary", "comment", "note"]
"""The part of the message a block lies in, between SUMMARY and END SUMMARY and so on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """One action or information addressee of the transmission header."""

    route: str | None
    """Routing indicator, ``RUEHC``; None in short headers that give names alone."""
    name: str
    """As printed, ``SECSTATE WASHDC``."""
    precedence: str | None
    """``FLASH``, ``IMMEDIATE``, ``PRIORITY``, ``ROUTINE``; None where it is the telegram's own."""
    number: str | None
    """Channel number as printed, leading zeros kept: ``0116``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One entry of the REF line."""

    label: str | None
    """``A``; None for a sole unlabelled reference."""
    text: str
    """As printed, without the label: ``ALMATY 1450``."""
    id: str | None
    """Canonical id, the year supplied from the citing cable where omitted; None for what is no telegram
    (an e-mail, a memorandum) or cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference inside the text ("ref A", "09 ASTANA 308"), resolved to the cable it means."""

    span: Span
    id: str
    paragraph: int | None = None
    """Paragraph of the cited cable where the text names one: "(Ref B, para 3)"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of the body, in reading order."""

    kind: BlockKind
    number: int | None = None
    """Paragraph number as the sender meant it (damage repaired); None where the block has none."""
    marking: str | None = None
    """Portion marking without parentheses: ``U``, ``SBU``, ``C``, ``S/NF``."""
    text: str
    """Text with hard line breaks joined (tables and preformatted text keep theirs)."""
    section: Section | None = None
    excised: tuple[str, ...] = ()
    """Why something was cut out of it: ``B1``, ``1.4(D)``; ``redacted`` where no reason is printed."""
    line: int | None = field(default=None, compare=False)
    """Line of the source file on which the block begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a cable came from; compared apart, since the same telegram can come in several layouts."""

    path: str
    row: int | None = None
    layout: str
    sha256: str
    original: str = ""
    """The cable as it stood in the file, for "original text"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """The collection that a cable belongs to, as the editors describe it."""

    name: str
    archive: str | None = None
    """The institution that holds the document."""
    series: str | None = None
    box: str | None = None
    accession: str | None = None
    rights: str | None = None
    link: str | None = None
    """Address of the collection at the institution."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A passage that two printings of one telegram have differently; empty where one has nothing there."""

    here: str
    there: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """Another printing of the same telegram, less full than the one published: with other redactions, say."""

    path: str
    row: int | None = None
    layout: str
    sha256: str
    text: str
    """Its message; empty where it asks to protect somebody."""
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One field of the header that the editors corrected; the cable itself carries what they say."""

    field: str
    """Name of the field in this record: ``date``."""
    was: tuple[str, ...]
    """What the document says, as ``corrections.yml`` would write it; a single value is one text, and nothing
    is ()."""
    now: tuple[str, ...]
    """What the editors say."""
    reason: str | None = None
    editor: str | None = None
    corrected_on: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """A part of the telegram that the editors withhold; its text is nowhere in the record."""

    paragraph: int | None = None
    """Its number; None for a passage or a name."""
    reason: str | None = None
    """As the editors give it to the public."""
    publish_from: Date | None = None
    """Day from which it is published; None while that is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerVersion:
    """What was published of the cable before it was changed."""

    published_on: Date
    """Day of the release that had it so."""
    differences: tuple[Difference, ...]
    """Passages that it had differently from what is published now."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class CableWarning:
    """What could not be read or had to be repaired in one cable."""

    code: str
    """Kebab-case class: ``pilcrow-misread``, ``date-missing``; all stand in ``generator.model.codes``."""
    message: str
    line: int | None
    """Line of the source file, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cable:
    """One telegram. Field order is the order of keys in the record."""

    id: str | None
    """Canonical MRN ``09ASTANA308``; None where neither text nor layout nor file name gives one."""
    subject: str | None
    """Whole subject, continuation lines joined."""
    date: datetime | None
    """Time sent, UTC, from the date-time group; None where not even the day is known."""
    date_precision: DatePrecision | None = None
    """What is known of the time sent: ``minute``, ``day`` (the time in ``date`` is then 00:00) or ``year``
    (``date`` is then None); None where nothing is."""
    year: int | None = None
    """Year sent, from the date, else from the message number."""
    classification: str | None
    """Level and controls as in the published index: ``SECRET//NOFORN``."""
    captions: tuple[str, ...] = ()
    """``SENSITIVE``, ``SIPDIS``, in order of appearance, each once."""
    origin: str | None = None
    """Sender in plain words: ``Embassy Astana``."""
    post: str | None = None
    """``Astana``."""
    country: str | None = None
    """``Kazakhstan``; None for posts that belong to none (Secretary of State, USUN)."""
    precedence: str | None = None
    """Highest action precedence, in words: ``IMMEDIATE``."""
    transmission_id: str | None = None
    """``VZCZCXRO7817``."""
    action: tuple[Addressee, ...] = ()
    info: tuple[Addressee, ...] = ()
    attention: tuple[str, ...] = ()
    """Passing instructions, a line each: ``STATE FOR SCA/CEN, DRL``."""
    executive_order: str | None = None
    """``12958``."""
    declassify_on: Date | None = None
    classified_by: str | None = None
    """``Ambassador Richard E. Hoagland``, as printed without the reasons."""
    reasons: tuple[str, ...] = ()
    """``1.4(b)``, lower case letter."""
    tags: tuple[str, ...] = ()
    """Canonical TAGS codes in printed order."""
    tag_people: tuple[str, ...] = ()
    """Names given with person TAGS as printed: ``CLINTON, HILLARY`` of ``OVIP (CLINTON, HILLARY)``."""
    references: tuple[Reference, ...] = ()
    blocks: tuple[Block, ...] = ()
    citations: tuple[Citation, ...] = ()
    signed_by: str | None = None
    """The closing surname as printed: ``HOAGLAND``."""
    drafted_by: str | None = None
    """``EUR/WE:LMARCHETTI:ABC``, as printed on outgoing telegrams."""
    approved_by: str | None = None
    cleared_by: tuple[str, ...] = ()
    """Offices and people who cleared an outgoing telegram, a line each."""
    concepts: tuple[str, ...] = ()
    """Subject headings that the archive gave it: ``HARBORS``."""
    text_status: str | None = None
    """Why the entry has no text, where the archive says so: ``TEXT ON MICROFILM``; None for a telegram."""
    partial: bool = False
    people: tuple[PersonFound, ...] = ()
    protected: tuple[str, ...] = ()
    """Names that the text marks (protect), (strictly protect) or (please protect), as printed."""
    stated: Stated = field(default_factory=Stated)
    """What the layout says itself."""
    source: Provenance
    holding: Holding | None = None
    """The collection that it belongs to; a build says so."""
    printings: tuple[Printing, ...] = ()
    """Other printings of the telegram in the corpus; a build adds them, ``cablepress parse`` has none."""
    corrections: tuple[Correction, ...] = ()
    """What the editors corrected, in the order written; a build adds them, too."""
    withheld: tuple[Withheld, ...] = ()
    """What the editors withhold of it, in the order written; likewise."""
    versions: tuple[FormerVersion, ...] = ()
    """Versions of it that were published before, in order; likewise."""
    warnings: tuple[CableWarning, ...] = ()

    @property
    def key(self) -> str:
        """Name for addresses and look-ups: the id, or one made from the text's digest where there is none."""
        return self.id or f"unidentified-{self.source.sha256[:12]}"


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Cable, strict=True)


def dump_cable(cable: Cable) -> bytes:
    """The record of DESIGN's table as UTF-8 JSON on one line, without the newline; keys in field order."""
    return _ENCODER.encode(cable)


def load_cable(line: bytes | str) -> Cable:
    """Read back what :func:`dump_cable` wrote.

    Raises:
        msgspec.DecodeError: The line is no JSON.
        msgspec.ValidationError: A key is missing or has the wrong type; the message names it.
    """
    return _DECODER.decode(line)
