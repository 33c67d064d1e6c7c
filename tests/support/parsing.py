"""Parse a text as a cable, and show a cable as the golden files write it."""

import hashlib
from collections.abc import Callable

from generator.model import Block, Cable, Source, Stated
from generator.parse import parse


def cable_of(text: str, *, path: str = "a.txt", stated: Stated | None = None) -> Cable:
    """The cable of a text as it stands, without a reader before it."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return parse(
        Source(
            path=path, layout="telegram", sha256=digest, text=text, original=text, stated=stated or Stated()
        )
    )


def codes(cable: Cable) -> list[str]:
    """Codes of a cable's warnings."""
    return [warning.code for warning in cable.warnings]


def _one(value: object) -> list[str]:
    return [] if value is None else [str(value)]


def _block(block: Block) -> str:
    """``5 (SBU) comment paragraph | text``; line breaks as `` / ``."""
    number = "-" if block.number is None else str(block.number)
    marking = f" ({block.marking})" if block.marking else ""
    section = f" {block.section}" if block.section else ""
    return f"{number}{marking}{section} {block.kind} | {block.text}".replace("\n", " / ").rstrip()


SHOWN: dict[str, Callable[[Cable], list[str]]] = {
    "id": lambda cable: _one(cable.id),
    "date": lambda cable: [f"{cable.date:%Y-%m-%d %H:%M}"] if cable.date else [],
    "classification": lambda cable: _one(cable.classification),
    "captions": lambda cable: list(cable.captions),
    "origin": lambda cable: _one(cable.origin),
    "precedence": lambda cable: _one(cable.precedence),
    "action": lambda c: [f"{a.route} {a.name} {a.precedence} {a.number}" for a in c.action],
    "info": lambda c: [f"{a.route} {a.name} {a.precedence} {a.number}" for a in c.info],
    "attention": lambda cable: list(cable.attention),
    "executive order": lambda cable: _one(cable.executive_order),
    "declassify on": lambda cable: _one(cable.declassify_on),
    "classified by": lambda cable: _one(cable.classified_by),
    "reasons": lambda cable: list(cable.reasons),
    "tags": lambda cable: list(cable.tags),
    "tag people": lambda cable: list(cable.tag_people),
    "subject": lambda cable: _one(cable.subject),
    "reference": lambda c: [f"{r.label or '-'} | {r.text} | {r.id or '-'}" for r in c.references],
    "block": lambda cable: [_block(block) for block in cable.blocks],
    "citation": lambda cable: [
        f"{cable.blocks[c.span.block].text[c.span.start : c.span.end]} | {c.id}"
        + (f" | {c.paragraph}" if c.paragraph else "")
        for c in cable.citations
    ],
    "signed by": lambda cable: _one(cable.signed_by),
    "drafted by": lambda cable: _one(cable.drafted_by),
    "approved by": lambda cable: _one(cable.approved_by),
    "cleared by": lambda cable: list(cable.cleared_by),
    "excised": lambda cable: [
        f"{block.number}: {', '.join(block.excised)}" for block in cable.blocks if block.excised
    ],
    "year": lambda cable: _one(cable.year),
    "date precision": lambda cable: _one(cable.date_precision),
    "partial": lambda cable: ["yes"] if cable.partial else [],
    "protected": lambda cable: list(cable.protected),
    "warning": codes,
}
"""Key of a golden file -> what the cable says, one value a line."""


def shown(cable: Cable, keys: list[str]) -> list[str]:
    """``key: value`` lines for the keys asked, ``key: -`` where the cable has none."""
    return [f"{key}: {value}" for key in keys for value in SHOWN[key](cable) or ["-"]]
