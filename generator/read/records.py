"""JSON Lines as ``cablepress parse`` writes it: finished records, read back losslessly.

A record was written by this program, but a file can have been edited or forged since: what later stages
rely on is checked here (:mod:`generator.read.sound`).
"""

import re
from collections.abc import Iterator
from itertools import count

import msgspec

from generator.model import Cable, Problem, load_cable
from generator.read import limits
from generator.read.item import Item, Reading
from generator.read.sound import unsound

NAME = "jsonl"

_RECORD = re.compile(rb'\s*\{\s*"id"\s*:\s*(?:"[^"\\]{0,60}"|null)\s*,\s*"subject"\s*:')
"""How a record starts: its keys come in the model's order."""


def recognises(item: Item) -> bool:
    """A first line that starts as a record does."""
    return bool(_RECORD.match(item.head.removeprefix(b"\xef\xbb\xbf")))


def read(item: Item) -> Iterator[Reading]:
    """A finished cable for each line; a line that is no record is a Problem and the next one goes on."""
    for number, line in _lines(item):
        if len(line) > limits.CABLE:
            size = limits.CABLE // limits.MIB
            yield Problem.of("record-unreadable", f"more than {size} MiB", path=item.name, line=number)
        elif line.strip():
            yield _record(item.name, number, line.removeprefix(b"\xef\xbb\xbf"))


def _lines(item: Item) -> Iterator[tuple[int, bytes]]:
    """Each line with its number; of one beyond the bound only the beginning, still longer than the bound."""
    stream = item.stream()
    for number in count(1):
        line = stream.readline(limits.CABLE + 1)
        if not line:
            return
        rest = line
        while len(rest) > limits.CABLE and not rest.endswith(b"\n"):
            rest = stream.readline(limits.CABLE + 1)
        yield number, line


def _record(path: str, number: int, line: bytes) -> Cable | Problem:
    try:
        cable = load_cable(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Problem.of("record-unreadable", f"no record: {error}", path=path, line=number)
    if fault := unsound(cable):
        return Problem.of("record-unsafe", f"it has {fault}", path=path, line=number)
    return cable
