"""Invented telegrams in the form of the real ones, with all that stands in them known beforehand.

``invent(seed)`` gives the same cable for the same seed, everywhere. Posts are real, since the tables know no
others; every person, number and event is made up, and serials are beyond those of any real post. ``telegram``
writes a cable as raw text; ``support.layouts`` writes it in every other layout.
"""

import random
import textwrap
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

LEVELS: tuple[tuple[str, str, str, str], ...] = (
    ("UNCLASSIFIED", "UNCLAS", "U", "ZNR UUUUU ZZH"),
    ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "UNCLAS", "SBU", "ZNR UUUUU ZZH"),
    ("CONFIDENTIAL", "C O N F I D E N T I A L", "C", "ZNY CCCCC ZZH"),
    ("SECRET", "S E C R E T", "S", "ZNY SSSSS ZZH"),
    ("SECRET//NOFORN", "S E C R E T", "S/NF", "ZNY SSSSS ZZH"),
)
"""Classification as published, as printed, portion marking, and transmission line."""

POSTS: tuple[tuple[str, str, str, str, str], ...] = (
    ("ASTANA", "AMEMBASSY ASTANA", "Embassy Astana", "RUEHTA", "KZ"),
    ("REYKJAVIK", "AMEMBASSY REYKJAVIK", "Embassy Reykjavik", "RUEHRK", "IC"),
    ("SAN JOSE", "AMEMBASSY SAN JOSE", "Embassy San Jose", "RUEHSJ", "CS"),
    ("BUENOS AIRES", "AMEMBASSY BUENOS AIRES", "Embassy Buenos Aires", "RUEHBU", "AR"),
    ("BERN", "AMEMBASSY BERN", "Embassy Bern", "RUEHSW", "SZ"),
    ("HAMBURG", "AMCONSUL HAMBURG", "Consulate Hamburg", "RUEHAG", "GM"),
)
"""Post, its line in the header, its name in the index, routing indicator, country tag."""

ADDRESSEES = (
    "RUEHBJ/AMEMBASSY BEIJING",
    "RUEHKO/AMEMBASSY TOKYO",
    "RUCNDT/USMISSION USUN NEW YORK",
    "RUEATRS/DEPT OF TREASURY WASHDC",
    "RUEKJCS/SECDEF WASHDC",
    "RHEHNSC/NSC WASHDC",
)
TAGS = ("PGOV", "PREL", "PHUM", "ECON", "ETRD", "SNAR", "KDEM", "EAID", "MARR", "SENV", "EPET", "KTIP")
GIVEN = (
    "Askar",
    "Dinara",
    "Halldor",
    "Marisol",
    "Ignacio",
    "Ursula",
    "Timur",
    "Sigridur",
    "Beatriz",
    "Konrad",
)
FAMILY = (
    "Omirbek",
    "Saltanat",
    "Thorvaldsen",
    "Quesada",
    "Larralde",
    "Aebischer",
    "Zhanibek",
    "Brandt",
    "Ferrufino",
)
ROLES = ("Minister of Justice", "Deputy Foreign Minister", "Trade Commissioner", "Governor", "Ombudsman")
SIGNERS = ("HARTWELL", "PENDERGAST", "O'DONNELLY", "VAN ORTEN", "LINDQVIST")
TOPICS = (
    "FISHERIES AGREEMENT",
    "PENAL REFORM",
    "THE CUSTOMS UNION",
    "A NEW ELECTION LAW",
    "PIPELINE TALKS",
    "COURT BUDGETS",
)
HEADINGS = ("A SLOW START", "MONEY MATTERS", "NEXT STEPS IN THE CAPITAL", "THE VIEW FROM THE REGIONS")
SENTENCES = (
    "{role} {name} told the Ambassador that the draft on {topic} would reach parliament before the recess.",
    "{name} expected little resistance, since both coalition partners had signed the outline in advance.",
    "Asked about the delay (see ref A), {name} blamed the budget office, which wanted 1,350,000 USD more.",
    'A contact in the ministry called the plan "too clever by half" and predicted a veto.',
    "PolOff noted that three of the five working groups had not met since January.",
    "The business association sees it differently: its members want lower fees, not another agency.",
    "According to XXXXXXXXXXXX, the capital's police will get new vehicles in any case.",
    "{name} thanked the Embassy for its seminar on procurement -- the first of its kind in the region.",
    "No date was set, but officials on both sides spoke of the second half of the year.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A numbered paragraph, with the heading that stands before it."""

    number: int
    marking: str
    text: str
    heading: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedCable:
    """A telegram and the truth about it."""

    id: str
    sent: datetime
    classification: str
    """As the published index has it."""
    printed_level: str
    """As its classification line has it."""
    control: str
    """Transmission line of the classification, ``ZNR UUUUU ZZH``."""
    post: str
    from_line: str
    origin: str
    routing: str
    serial: int
    precedence: str
    captions: tuple[str, ...]
    addressees: tuple[str, ...]
    attention: str
    declassify: str
    tags: tuple[str, ...]
    subject: str
    references: tuple[str, ...]
    """As printed, without labels: ``ASTANA 90412``."""
    paragraphs: tuple[Paragraph, ...]
    signer: str
    people: tuple[str, ...]
    """Full names that its paragraphs mention."""


def invent(seed: int, *, paragraphs: int | None = None) -> InventedCable:
    """The cable of this seed; ``paragraphs`` sets how many it has (else 3 to 9)."""
    dice = random.Random(f"cable {seed}")  # noqa: S311 - the same cable for the same seed, nothing secret
    post, from_line, origin, routing, country = dice.choice(POSTS)
    level, printed, marking, control = dice.choice(LEVELS)
    sent = datetime(1996, 1, 1, tzinfo=UTC) + timedelta(minutes=dice.randrange(14 * 365 * 24 * 60))
    serial = 90_001 + seed % 9_000
    topic = dice.choice(TOPICS)
    names = tuple(sorted({f"{dice.choice(GIVEN)} {dice.choice(FAMILY)}" for _ in range(2)}))
    body = _paragraphs(dice, paragraphs or dice.randint(3, 9), marking, topic, names)
    return InventedCable(
        id=f"{sent:%y}{post.replace(' ', '')}{serial}",
        sent=sent,
        classification=level,
        printed_level=printed,
        control=control,
        post=post,
        from_line=from_line,
        origin=origin,
        routing=routing,
        serial=serial,
        precedence=dice.choice("OPR"),
        captions=_captions(level),
        addressees=tuple(dice.sample(ADDRESSEES, dice.randint(1, 5))),
        attention=dice.choice(("STATE FOR SCA/CEN, DRL", "DEPT FOR EUR/NB", "STATE PLEASE PASS TO USTR")),
        declassify="N/A" if level.startswith("UNCLAS") else f"DECL: {sent:%m/%d}/{sent.year + 10}",
        tags=(*dice.sample(TAGS, dice.randint(2, 5)), country),
        subject=f"{post}: {topic} MOVES FORWARD DESPITE DOUBTS IN PARLIAMENT AND AMONG THE REGIONS",
        references=tuple(f"{post} {dice.randint(90_001, 99_000)}" for _ in range(dice.randint(0, 3))),
        paragraphs=body,
        signer=dice.choice(SIGNERS),
        people=tuple(name for name in names if any(name in paragraph.text for paragraph in body)),
    )


def _captions(level: str) -> tuple[str, ...]:
    extra = {"UNCLASSIFIED//FOR OFFICIAL USE ONLY": ("SENSITIVE",), "SECRET//NOFORN": ("NOFORN",)}
    return (*extra.get(level, ()), "SIPDIS")


def _paragraphs(
    dice: random.Random, count: int, marking: str, topic: str, names: tuple[str, ...]
) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(
            number=number,
            marking=marking,
            text=_framed(_text(dice, topic, names), number, count),
            heading=dice.choice(HEADINGS) if 1 < number < count and dice.random() < 0.5 else None,
        )
        for number in range(1, count + 1)
    )


def _text(dice: random.Random, topic: str, names: tuple[str, ...]) -> str:
    chosen = dice.sample(SENTENCES, dice.randint(3, 7))
    return "  ".join(
        sentence.format(role=dice.choice(ROLES), name=dice.choice(names), topic=topic.lower())
        for sentence in chosen
    )


def _framed(text: str, number: int, count: int) -> str:
    if number == 1:
        return f"SUMMARY: {text} END SUMMARY."
    return f"COMMENT: {text} END COMMENT." if number == count else text


def header_lines(cable: InventedCable) -> list[str]:
    """The transmission header, line by line."""
    head, *info = cable.addressees
    return [
        f"VZCZCXRO{cable.serial % 10_000:04d}",
        "RR RUEHAG RUEHAST RUEHDA",
        f"DE {cable.routing} #{cable.serial % 10_000:04d}/01 {cable.sent:%j%H%M}",
        cable.control,
        f"{cable.precedence} {cable.sent:%d%H%M}Z {cable.sent:%b %y}".upper(),
        f"FM {cable.from_line}",
        "TO RUEHC/SECSTATE WASHDC PRIORITY 4680",
        f"INFO {head} 0611",
        *(f"{addressee} {number:04d}" for number, addressee in enumerate(info, start=117)),
    ]


def opening_lines(cable: InventedCable) -> list[str]:
    """The body down to its first paragraph, line by line."""
    labels = "ABCDEF"
    references = [f"{labels[n]}. {text}" for n, text in enumerate(cable.references)]
    subject = textwrap.wrap(f"SUBJECT: {cable.subject}", 66)
    return [
        f"{cable.printed_level} SECTION 01 OF 02 {cable.post} {cable.serial:06d}",
        "",
        *cable.captions,
        "",
        cable.attention,
        "",
        f"E.O. 12958: {cable.declassify}",
        f"TAGS: {' '.join(cable.tags)}",
        *subject,
        *(["", f"REF: {references[0]}", *references[1:]] if references else []),
    ]


def message_lines(cable: InventedCable, *, pilcrow: str = "¶", width: int = 66) -> list[str]:
    """Paragraphs, headings, signature; ``width`` 0 leaves every paragraph on one line."""
    lines: list[str] = []
    for paragraph in cable.paragraphs:
        if paragraph.heading:
            lines += ["", paragraph.heading]
        text = f"{pilcrow}{paragraph.number}. ({paragraph.marking}) {paragraph.text}"
        lines += ["", *(textwrap.wrap(text, width, break_long_words=False) if width else [text])]
    return [*lines, "", cable.signer]


def telegram(cable: InventedCable, *, pilcrow: str = "¶", width: int = 66) -> str:
    """The cable as raw text: header, empty line, body."""
    body = [*opening_lines(cable), *message_lines(cable, pilcrow=pilcrow, width=width)]
    return "\n".join([*header_lines(cable), "", *body]) + "\n"
