"""As much of CBOR (RFC 8949) as Pagefind's index is written in: definite lengths, no tags, no floats."""

import re
from collections.abc import Iterator

from generator.publish.gate.leak import UnreadableError

_NUMBER, _NEGATIVE, _BYTES, _TEXT, _LIST, _MAP, _SIMPLE = 0, 1, 2, 3, 4, 5, 7
_SIMPLE_VALUES = {20: False, 21: True, 22: None}
_NO_STRING = re.compile(
    rb"(?:[\x00-\x17\x20-\x37\x80-\x97\xa0-\xb7\xf4-\xf6]"
    rb"|[\x18\x38\x98\xb8].|[\x19\x39\x99\xb9]..|[\x1a\x3a\x9a\xba].{4}|[\x1b\x3b\x9b\xbb].{8})*+",
    re.DOTALL,
)
"""Numbers, heads of lists and maps, true, false, null."""
_DAMAGED = "its index is damaged"
_UNKNOWN = "its index is written in a form of CBOR that is not known"
_INLINE = 24
"""Below: the argument stands in the first byte; from here on, in one, two, four or eight that follow."""
_LONGEST = 27
DEEPEST = 32
"""Lists within one another."""

Value = int | str | bytes | bool | None | list["Value"]
"""A map is the list of its keys and values in turn."""


def read_cbor(data: bytes) -> Value:
    """The one value that ``data`` holds.

    Raises:
        UnreadableError: It is no CBOR, is cut short, holds something beyond, or what Pagefind doesn't write.
    """
    try:
        value, end = _value(data, 0, DEEPEST)
    except (IndexError, UnicodeDecodeError) as error:
        raise UnreadableError(_DAMAGED) from error
    if end != len(data):
        message = "its index holds more than one value"
        raise UnreadableError(message)
    return value


def strings(data: bytes) -> Iterator[str]:
    """Every text in what Pagefind wrote, and bytes as far as they are text; nothing else is read.

    Nearly all of an index is numbers: they are passed over in runs.

    Raises:
        UnreadableError: As :func:`read_cbor`, but that how lists end is not looked at.
    """
    at = 0
    while (at := _NO_STRING.match(data, at).end()) < len(data):  # type: ignore[union-attr] # it matches nothing, too
        if data[at] >> 5 not in (_BYTES, _TEXT):
            raise UnreadableError(_UNKNOWN)
        try:
            value, at = _value(data, at, 1)
        except (IndexError, UnicodeDecodeError) as error:
            raise UnreadableError(_DAMAGED) from error
        if isinstance(value, str):
            yield value
        elif isinstance(value, bytes):
            yield value.decode("utf-8", "replace")


def _value(data: bytes, at: int, depth: int) -> tuple[Value, int]:
    kind, argument = data[at] >> 5, data[at] & 31
    at += 1
    if argument >= _INLINE:
        if argument > _LONGEST:
            raise UnreadableError(_UNKNOWN)
        size = 1 << (argument - _INLINE)
        if at + size > len(data):
            raise IndexError
        argument = int.from_bytes(data[at : at + size], "big")
        at += size
    if kind in (_NUMBER, _NEGATIVE):
        return (argument if kind == _NUMBER else -1 - argument), at
    if kind in (_BYTES, _TEXT):
        end = at + argument
        if end > len(data):
            raise IndexError
        return (data[at:end] if kind == _BYTES else data[at:end].decode()), end
    if kind in (_LIST, _MAP) and depth:
        return _list(data, at, argument * (1 if kind == _LIST else 2), depth - 1)
    if kind == _SIMPLE and argument in _SIMPLE_VALUES:
        return _SIMPLE_VALUES[argument], at
    raise UnreadableError(_UNKNOWN)


def _list(data: bytes, at: int, count: int, depth: int) -> tuple[list[Value], int]:
    values: list[Value] = []
    for _ in range(count):
        value, at = _value(data, at, depth)
        values.append(value)
    return values, at
