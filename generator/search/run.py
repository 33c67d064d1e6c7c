"""The words of a run of cables: made anywhere, depending on nothing but these cables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from generator.model import CABLE_ID, Block, Cable
from generator.search.acronyms import spelled_out
from generator.search.arrays import Bytes, Numbers, written_each
from generator.search.words import words, words_and_joined
from generator.tables import tag

SUBJECT, HEADING, SUMMARY, COMMENT, NOTICE = 6.0, 2.0, 3.0, 1.5, 0.3
"""How often a word in such a place counts as one in plain text; tuned with ``bench/bench_search.py``."""

STRONGEST: Final = 31
"""The strength of a word in a cable is one digit; 0 is kept for words that stand in the header alone."""

APART: Final = ord(".")
"""Stands behind the places of a word in one cable."""

FIELDS: Final = ("from", "to", "signed", "tag", "id", "number")
"""What can be asked for by name: ``from:Astana`` stands in the index as the word ``from:astana``."""

JOINED: Final = "+"
"""Stands before what a hyphen or an apostrophe joins, ``+cooperation``: found too, behind the word itself."""

_SATURATION, _LENGTH, _USUAL = 3.0, 0.5, 700
"""BM25's k1 and b, and the length of a cable for which b makes no difference. Fixed rather than taken from
the corpus, so that a run depends on its own cables alone."""

_WEIGHTS: Final = np.array([0.0, 1.0, SUBJECT, HEADING, SUMMARY, COMMENT, NOTICE], dtype=np.float32)
_HEADER, _PLAIN, _SUBJECT, _HEADING, _SUMMARY, _COMMENT, _NOTICE = range(7)

_PLACE_BITS, _CABLE_BITS, _CLASS_BITS = 24, 12, 3
"""A token is one number: word, cable, place, class. So a single sort of numbers puts all in order."""
LARGEST: Final = 1 << _CABLE_BITS
"""Cables in a run at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedRun:
    """The words of some cables.

    A pair is a word and a cable that has it; pairs are sorted by word, then cable.
    """

    words: tuple[str, ...]
    """Sorted."""
    word: NDArray[np.uint32]
    """Of each pair: index into ``words``."""
    cable: NDArray[np.uint16]
    """Of each pair: which cable, from 0."""
    strength: NDArray[np.uint8]
    """Of each pair: 0 to ``STRONGEST``."""
    length: NDArray[np.uint32]
    """Of each pair: how much of ``places`` is its."""
    places: Bytes
    """Of each pair: where the word stands, as distances less 1 in digits, and ``APART``."""


class _Packed(msgspec.Struct):
    """A run, its numbers as bytes."""

    words: list[str]
    numbers: list[bytes]


_TYPES: Final = (np.uint32, np.uint16, np.uint8, np.uint32, np.uint8)


def dump_run(run: IndexedRun) -> bytes:
    """A run as bytes, the same on every machine of one byte order."""
    arrays = (run.word, run.cable, run.strength, run.length, run.places)
    packed = _Packed(words=list(run.words), numbers=[array.tobytes() for array in arrays])
    return msgspec.msgpack.encode(packed)


def load_run(packed: bytes) -> IndexedRun:
    """Read back what :func:`dump_run` wrote.

    Raises:
        msgspec.MsgspecError: It is something else.
    """
    read = msgspec.msgpack.decode(packed, type=_Packed)
    arrays = [np.frombuffer(raw, dtype=kind) for raw, kind in zip(read.numbers, _TYPES, strict=True)]
    word, cable, strength, length, places = arrays
    return IndexedRun(
        words=tuple(read.words), word=word, cable=cable, strength=strength, length=length, places=places
    )


_NOTHING: Final = IndexedRun(
    words=(),
    word=np.empty(0, dtype=np.uint32),
    cable=np.empty(0, dtype=np.uint16),
    strength=np.empty(0, dtype=np.uint8),
    length=np.empty(0, dtype=np.uint32),
    places=np.empty(0, dtype=np.uint8),
)


class _Vocabulary(dict[str, int]):
    """Numbers for words, given as they come."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


def run(cables: Iterable[Cable]) -> IndexedRun:
    """All words of the cables, in the order given; at most ``LARGEST``."""
    vocabulary = _Vocabulary()
    tokens: list[Numbers] = []
    lengths: list[int] = []
    for number, cable in enumerate(cables):
        length, coded = _tokens(cable, vocabulary)
        lengths.append(length)
        tokens.append(coded | (number << (_PLACE_BITS + _CLASS_BITS)))
    names = sorted(vocabulary)
    rank = np.empty(len(names), dtype=np.int64)
    rank[[vocabulary[name] for name in names]] = np.arange(len(names))
    return _sorted(
        tuple(names),
        np.concatenate([np.empty(0, dtype=np.int64), *tokens]),
        rank,
        np.array(lengths, dtype=np.float32),
    )


_WORD_SHIFT: Final = _PLACE_BITS + _CLASS_BITS + _CABLE_BITS


def _sorted(
    names: tuple[str, ...], tokens: Numbers, rank: Numbers, lengths: NDArray[np.float32]
) -> IndexedRun:
    low = (1 << _WORD_SHIFT) - 1
    tokens = np.sort((rank[tokens >> _WORD_SHIFT] << _WORD_SHIFT) | (tokens & low))
    pair = tokens >> (_PLACE_BITS + _CLASS_BITS)
    begins = np.flatnonzero(np.diff(pair, prepend=-1))
    if not len(begins):
        return _NOTHING
    place = (tokens >> _CLASS_BITS) & ((1 << _PLACE_BITS) - 1)
    before = np.empty_like(place)
    before[1:] = place[:-1]
    before[begins] = -1
    # a word may stand at one place twice, as itself and as what a hyphen joins
    text, digits = written_each(np.maximum(place - before - 1, 0))
    ends = np.append(begins[1:], len(tokens))
    upto = np.concatenate(([0], np.cumsum(digits)))
    size = upto[ends] - upto[begins]
    cable = pair[begins] & (LARGEST - 1)
    return IndexedRun(
        words=names,
        word=(pair[begins] >> _CABLE_BITS).astype(np.uint32),
        cable=cable.astype(np.uint16),
        strength=_strengths(
            np.add.reduceat(_WEIGHTS[tokens & ((1 << _CLASS_BITS) - 1)], begins), lengths[cable]
        ),
        length=(size + 1).astype(np.uint32),
        places=np.insert(text, upto[ends], APART),
    )


def _strengths(count: NDArray[np.float32], length: NDArray[np.float32]) -> NDArray[np.uint8]:
    damping = _SATURATION * (1 - _LENGTH + _LENGTH * length / _USUAL)
    strength = np.rint(STRONGEST * count / (count + damping))
    return np.where(count > 0, np.maximum(strength, 1), 0).astype(np.uint8)


def _tokens(cable: Cable, vocabulary: _Vocabulary) -> tuple[int, Numbers]:
    """Words of the text, and every word of the cable as a number without the cable's."""
    stream: list[str] = []
    counts: list[int] = []
    classes: list[int] = []
    extra: list[tuple[str, int, int]] = []
    for text, kind in _texts(cable):
        parts, joined = words_and_joined(text)
        extra += [(JOINED + word, len(stream) + place, kind) for place, word in joined]
        stream += parts
        counts.append(len(parts))
        classes.append(kind)
    length = len(stream)
    stream.append("")  # no phrase goes from the text on into the header
    counts.append(1)
    classes.append(_HEADER)
    for text in _header(cable):
        parts, joined = words_and_joined(text)
        extra += [(JOINED + word, len(stream) + place, _HEADER) for place, word in joined]
        stream += [*parts, ""]
        counts.append(len(parts) + 1)
        classes.append(_HEADER)
    extra += [(word, 0, _HEADER) for word in dict.fromkeys((*_field_words(cable), *_about(cable)))]
    stream += [word for word, _, _ in extra]
    place = np.arange(len(stream), dtype=np.int64)
    place[len(stream) - len(extra) :] = [at for _, at, _ in extra]
    kind_of = np.concatenate(
        (
            np.repeat(np.array(classes, dtype=np.int64), counts),
            np.array([kind for _, _, kind in extra], dtype=np.int64),
        )
    )
    word = np.fromiter(map(vocabulary.__getitem__, stream), dtype=np.int64, count=len(stream))
    return length, (word << _WORD_SHIFT) | (place << _CLASS_BITS) | kind_of


def _texts(cable: Cable) -> Iterator[tuple[str, int]]:
    yield cable.subject or "", _SUBJECT
    for block in cable.blocks:
        yield block.text, _class(block)


def _class(block: Block) -> int:
    if block.kind == "heading":
        return _HEADING
    if block.kind == "notice":
        return _NOTICE
    return {"summary": _SUMMARY, "comment": _COMMENT}.get(block.section or "", _PLAIN)


def _header(cable: Cable) -> Iterator[str]:
    """What the page shows beside subject and text, in the cable's own words."""
    yield from (addressee.name for addressee in (*cable.action, *cable.info))
    yield from cable.attention
    yield from cable.captions
    yield from cable.tags
    yield from cable.tag_people
    yield from (reference.text for reference in cable.references)
    yield from (*cable.cleared_by, *cable.concepts)
    yield from filter(
        None,
        (
            cable.drafted_by,
            cable.approved_by,
            cable.origin,
            cable.classification,
            cable.signed_by,
            cable.classified_by,
            cable.transmission_id,
            cable.id,
        ),
    )


def _about(cable: Cable) -> Iterator[str]:
    """What a cable is about in words that it need not have: its tags' meanings, its acronyms, its country.

    They bring no cable into the results of a word; among those that answer a question they help to find the
    best.
    """
    known = [tag(code) for code in cable.tags]
    meanings = [text for code in known if code for text in (code.meaning, *code.words)]
    acronyms = spelled_out(" ".join([cable.subject or "", *(block.text for block in cable.blocks)]))
    for text in (*meanings, *acronyms, cable.country or ""):
        yield from (f"about:{word}" for word in words(text))


def _field_words(cable: Cable) -> Iterator[str]:
    known = CABLE_ID.fullmatch(cable.id or "")
    fields = {
        "from": (cable.origin or "", cable.post or "", cable.country or ""),
        "to": tuple(addressee.name for addressee in (*cable.action, *cable.info)),
        "signed": (cable.signed_by or "",),
        "tag": cable.tags,
        "id": (cable.id or "",),
        "number": (f"{known['post']}{known['serial']}" if known else "",),
    }
    for name, texts in fields.items():
        for text in texts:
            yield from (f"{name}:{word}" for word in words(text))
