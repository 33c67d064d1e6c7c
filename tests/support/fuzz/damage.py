"""What happens to a text or a file on its way to us, by accident or on purpose: the fuzzer's changes.

Each change takes a source of chance and what is to be changed, and gives the changed thing; the same chance
gives the same change.
"""

import random
from collections.abc import Callable

from support.fuzz.pieces import HOSTILE, ODD, SHAPES, SHARDS, VALUES

TextChange = Callable[[random.Random, str], str]
BytesChange = Callable[[random.Random, bytes], bytes]


def _places(dice: random.Random, length: int, longest: int = 200) -> tuple[int, int]:
    start = dice.randint(0, length)
    return start, min(length, start + dice.randint(1, dice.choice((1, 4, 30, longest))))


def _inserted(dice: random.Random, text: str, piece: str) -> str:
    place = dice.randint(0, len(text))
    return text[:place] + piece + text[place:]


def _shard(dice: random.Random, text: str) -> str:
    piece = dice.choice(SHARDS)
    return _inserted(dice, text, dice.choice((piece, f" {piece} ", f"\n{piece}\n", f"\n\n{piece}\n\n")))


def _hostile(dice: random.Random, text: str) -> str:
    piece = dice.choice(HOSTILE)
    return _inserted(dice, text, dice.choice((piece, f" {piece} ", f"\n{piece}\n", f"\n\n{piece}\n\n")))


def _shape(dice: random.Random, text: str) -> str:
    """A table or a list between two lines, now and then with something hostile at one of its ends."""
    shape = dice.choice(SHAPES)
    shape = dice.choice((shape, f"{shape}\n{dice.choice(HOSTILE)}", f"{dice.choice(HOSTILE)}\n{shape}"))
    lines = text.split("\n")
    lines.insert(dice.randint(len(lines) // 2, len(lines)), f"\n{shape}\n")
    return "\n".join(lines)


def _odd(dice: random.Random, text: str) -> str:
    return _inserted(dice, text, dice.choice(ODD) * dice.choice((1, 1, 1, 3)))


def _cut(dice: random.Random, text: str) -> str:
    start, stop = _places(dice, len(text))
    return text[:start] + text[stop:]


def _doubled(dice: random.Random, text: str) -> str:
    start, stop = _places(dice, len(text))
    return text[:stop] + text[start:]


def _moved(dice: random.Random, text: str) -> str:
    start, stop = _places(dice, len(text))
    return _inserted(dice, text[:start] + text[stop:], text[start:stop])


def _ended(dice: random.Random, text: str) -> str:
    return text[: dice.randint(0, len(text))]


def _lines_moved(dice: random.Random, text: str) -> str:
    lines = text.split("\n")
    line = lines.pop(dice.randrange(len(lines)))
    lines.insert(dice.randint(0, len(lines)), line)
    return "\n".join(lines)


def _line_lost(dice: random.Random, text: str) -> str:
    lines = text.split("\n")
    del lines[dice.randrange(len(lines))]
    return "\n".join(lines)


def _lines_joined(dice: random.Random, text: str) -> str:
    breaks = [place for place, letter in enumerate(text) if letter == "\n"]
    if not breaks:
        return text
    place = dice.choice(breaks)
    return text[:place] + dice.choice(("", " ")) + text[place + 1 :]


def _line_broken(dice: random.Random, text: str) -> str:
    return _inserted(dice, text, dice.choice(("\n", "\n\n", "-\n", "\r", "\r\n", "\t", "   ")))


def _line_in_other_case(dice: random.Random, text: str) -> str:
    lines = text.split("\n")
    place = dice.randrange(len(lines))
    lines[place] = dice.choice((str.upper, str.lower, str.title, str.swapcase))(lines[place])
    return "\n".join(lines)


def _letter_changed(dice: random.Random, text: str) -> str:
    place = dice.randint(0, len(text))
    return text[:place] + dice.choice("0159AXZaz .,:;()/'\"#-¶\n") + text[place + 1 :]


def _word_repeated(dice: random.Random, text: str) -> str:
    words = text.split(" ")
    place = dice.randrange(len(words))
    words[place:place] = [words[place]] * dice.randint(1, 5)
    return " ".join(words)


TEXT_CHANGES: tuple[TextChange, ...] = (
    *(_shape, _shape, _shard, _shard, _shard, _hostile, _hostile, _odd, _odd, _cut, _doubled, _moved, _ended),
    *(_lines_moved, _line_lost, _lines_joined, _line_broken, _line_in_other_case, _letter_changed),
    *(_letter_changed, _word_repeated),
)


def damaged_text(dice: random.Random, text: str) -> str:
    """The text after up to six changes; after none, now and then."""
    for _ in range(dice.choice((0, 1, 1, 2, 3, 4, 6))):
        text = dice.choice(TEXT_CHANGES)(dice, text)
    return text


def _bytes_set(dice: random.Random, data: bytes) -> bytes:
    start, stop = _places(dice, len(data), 16)
    return data[:start] + dice.randbytes(stop - start) + data[stop:]


def _bytes_cut(dice: random.Random, data: bytes) -> bytes:
    start, stop = _places(dice, len(data))
    return data[:start] + data[stop:]


def _bytes_doubled(dice: random.Random, data: bytes) -> bytes:
    start, stop = _places(dice, len(data))
    return data[:stop] + data[start:]


def _bytes_ended(dice: random.Random, data: bytes) -> bytes:
    return data[: dice.randint(0, len(data))]


_BYTES = (b'"', b'\\"', b"\n", b"\r\n", b"\r", b"\0", b"\xff", b"\xc3", b"<pre>", b'","', b"}", b"{")


def _bytes_put_in(dice: random.Random, data: bytes) -> bytes:
    place = dice.randint(0, len(data))
    piece = dice.choice(_BYTES)
    return data[:place] + piece + data[place:]


BYTES_CHANGES: tuple[BytesChange, ...] = (
    *(_bytes_set, _bytes_cut, _bytes_doubled, _bytes_ended, _bytes_put_in, _bytes_put_in),
)


def damaged_bytes(dice: random.Random, data: bytes) -> bytes:
    """The bytes after one to four changes."""
    for _ in range(dice.randint(1, 4)):
        data = dice.choice(BYTES_CHANGES)(dice, data)
    return data


def damaged_value(dice: random.Random, value: object) -> object:
    """A JSON value with one part of it changed, wherever that lies."""
    if isinstance(value, dict) and value and dice.random() < 0.9:
        key = dice.choice(list(value))
        if dice.random() < 0.05:
            return {name: each for name, each in value.items() if name != key}
        return value | {key: damaged_value(dice, value[key])}
    if isinstance(value, list) and value and dice.random() < 0.9:
        place = dice.randrange(len(value))
        return [*value[:place], damaged_value(dice, value[place]), *value[place + 1 :]]
    if isinstance(value, str) and dice.random() < 0.5:
        return dice.choice(TEXT_CHANGES)(dice, value)
    if isinstance(value, int) and dice.random() < 0.5:
        return value + dice.choice((-1, 1, -value, 1000, -1000))
    return dice.choice(VALUES)


DEEP = ("people", "citations", "warnings", "blocks", "references", "source", "stated")
"""Parts of a record that other parts lean on; left to chance they would seldom be met."""


def damaged_record(dice: random.Random, record: dict[str, object]) -> object:
    """A record with one part of it changed, half of the time in one of ``DEEP``."""
    key = dice.choice(DEEP)
    if dice.random() < 0.5 and record.get(key):
        return record | {key: damaged_value(dice, record[key])}
    return damaged_value(dice, record)
