"""A cable in short, for tests of the people in it."""

from generator.model import Block, Cable, Provenance, Reference

KEYS = ("SUBJECT", "CLASSIFIED BY", "ATTENTION", "TAG", "REF", "SIGNED")


def short_cable(text: str) -> Cable:
    """Lines beginning with one of ``KEYS`` are what they say; every other line is a paragraph."""
    said: dict[str, list[str]] = {}
    blocks: list[Block] = []
    for line in text.split("\n"):
        key, colon, value = line.partition(": ")
        if colon and key in KEYS:
            said.setdefault(key, []).append(value)
        else:
            blocks.append(Block(kind="paragraph", text=line))
    return Cable(
        id="09SOMEWHERE1",
        subject=next(iter(said.get("SUBJECT", ())), None),
        date=None,
        classification=None,
        classified_by=next(iter(said.get("CLASSIFIED BY", ())), None),
        attention=tuple(said.get("ATTENTION", ())),
        tag_people=tuple(said.get("TAG", ())),
        references=tuple(Reference(label=None, text=text, id=None) for text in said.get("REF", ())),
        signed_by=next(iter(said.get("SIGNED", ())), None),
        blocks=tuple(blocks),
        source=Provenance(path="short.txt", layout="short", sha256="0" * 64),
    )
