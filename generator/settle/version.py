"""What a published cable says, as one text and as one digest: by these two versions of it are compared."""

from collections.abc import Iterator
from hashlib import blake2b

import msgspec

from generator.edition.fields import FIELDS
from generator.model import Cable

COMPARED = tuple(name for name in FIELDS if name not in {"id", "transmission_id", "partial"})
"""Fields of the header in which versions can differ; the number is the version's own name."""


def version_of(cable: Cable) -> str:
    """The digest of what a published cable says: 16 digits.

    Neither its number nor the people in it count: who is who depends on other cables. A cable that was only
    renumbered has the same.
    """
    said = (
        [(name, FIELDS[name].shown(cable)) for name in COMPARED],
        [(block.kind, block.number, block.marking, block.text) for block in cable.blocks],
    )
    return blake2b(msgspec.msgpack.encode(said), digest_size=8).hexdigest()


def readable(cable: Cable) -> str:
    """What it says as a text: the header's fields, a line each, an empty line, the paragraphs."""
    return "\n\n".join(["\n".join(_header(cable)), *_paragraphs(cable)])


def _header(cable: Cable) -> Iterator[str]:
    for name in COMPARED:
        if values := FIELDS[name].shown(cable):
            yield f"{name}: {'; '.join(' '.join(value.split()) for value in values)}"


def _paragraphs(cable: Cable) -> Iterator[str]:
    for block in cable.blocks:
        number = f"{block.number}. " if block.number is not None else ""
        marking = f"({block.marking}) " if block.marking else ""
        yield f"{number}{marking}{block.text}"
