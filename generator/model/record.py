"""A cable as one line of JSON and back, losslessly."""

import msgspec

from generator.model.cable import Cable

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
