"""JSON Lines as ``cablepress parse`` writes it: finished records, read back losslessly.

A record was written by this program, but a file can have been edited or forged since: what becomes an address
later (ids, slugs, digests) is checked here against its strict pattern.
"""

import re
from collections.abc import Iterator

import msgspec

from generator.model import CABLE_ID, Cable, Problem, load_cable
from generator.read import limits
from generator.read.item import Item, Reading

NAME = "jsonl"

_RECORD = re.compile(rb'\s*\{\s*"id"\s*:\s*(?:"[^"\\]{0,60}"|null)\s*,\s*"subject"\s*:')
"""How a record starts: its keys come in the model's order."""
_DIGEST = re.compile(r"[0-9a-f]{64}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def recognises(item: Item) -> bool:
    """A first line that starts as a record does."""
    return bool(_RECORD.match(item.head.removeprefix(b"\xef\xbb\xbf")))


def read(item: Item) -> Iterator[Reading]:
    """A finished cable for each line; a line that is no record is a Problem and the next one goes on."""
    stream = item.stream()
    for number, line in enumerate(iter(lambda: stream.readline(limits.CABLE), b""), start=1):
        if line.strip():
            yield _record(item.name, number, line.removeprefix(b"\xef\xbb\xbf"))


def _record(path: str, number: int, line: bytes) -> Cable | Problem:
    try:
        cable = load_cable(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _problem(path, number, "record-unreadable", f"no record: {error}")
    if unsafe := _unsafe(cable):
        return _problem(path, number, "record-unsafe", f"{unsafe} is not in its canonical form")
    return cable


def _problem(path: str, number: int, code: str, message: str) -> Problem:
    hint = "write the record anew with: cablepress parse"
    return Problem(path=path, line=number, code=code, message=" ".join(message.split()), hint=hint)


def _unsafe(cable: Cable) -> str | None:
    """Name of the first field that could become an address and is not of its pattern."""
    ids = [cable.id, *(ref.id for ref in cable.references), *(cite.id for cite in cable.citations)]
    if not all(CABLE_ID.fullmatch(value) for value in ids if value is not None):
        return "an id"
    if not _DIGEST.fullmatch(cable.source.sha256):
        return "source.sha256"
    if not all(_SLUG.fullmatch(person.slug) for person in cable.people):
        return "a person's slug"
    return None
