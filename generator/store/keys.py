"""Digests: of one value, and of everything that another depends on."""

from hashlib import blake2b
from typing import Final

Key = bytes
"""A digest that stands for a value, or for all that a value depends on."""

SIZE: Final = 20
"""Bytes: so many that no two inputs meet, be they made to."""


def digest_of(content: bytes) -> Key:
    """The digest of one content."""
    return blake2b(content, digest_size=SIZE).digest()


def digests(kind: str, *parts: bytes) -> Key:
    """The key of a value of some kind that depends on all of these parts, in this order.

    Each part is told from the next by its length, so that moving bytes from one to another changes the key.
    """
    hashed = blake2b(digest_size=SIZE, person=kind.encode()[:16])
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.digest()
