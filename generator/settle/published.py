"""A cable as it is published: the one value that pages, exports, search and catalogue are made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from generator.model import Cable
from generator.settle.entry import Entry, entry
from generator.settle.headlines import headings
from generator.settle.naming import Naming, namings
from generator.settle.sentences import names_withheld

Namings = Mapping[str, Naming]
"""By slug: how one cable names each of its people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedCable:
    """One cable, with nothing in it that may not be published."""

    cable: Cable
    """Names masked. ``people`` are those who may be shown, ``slug`` being the address over the whole corpus;
    ``protected`` is empty."""
    entry: Entry
    namings: Namings
    headings: tuple[tuple[int, str], ...] = ()
    """By number of a block, headings as pages show them (:func:`generator.settle.headlines.headings`)."""

    @property
    def key(self) -> str:
        """``Cable.key``."""
        return self.entry.key

    @property
    def titled(self) -> Cable:
        """The cable with its headings as pages show them; exports have them as printed."""
        if not self.headings:
            return self.cable
        blocks = list(self.cable.blocks)
        for at, text in self.headings:
            blocks[at] = replace(blocks[at], text=text)
        return replace(self.cable, blocks=tuple(blocks))


def published(cable: Cable, slugs: Sequence[str | None], *, headline_case: bool = True) -> PublishedCable:
    """The value that is published of a cable.

    Args:
        cable: Names masked; its people all those that were found.
        slugs: For each of ``cable.people``, in their order, the person's slug over the whole corpus; None for
            one who must not appear in any index: such a person is left out, and so is what quotes the name.
        headline_case: Whether titles and headings get headline case.

    Raises:
        ValueError: ``slugs`` is not as long as ``cable.people``.
    """
    if len(slugs) != len(cable.people):
        message = f"{cable.key}: {len(cable.people)} people, but {len(slugs)} slugs"
        raise ValueError(message)
    withheld = names_withheld(cable, slugs)
    pairs = zip(cable.people, slugs, strict=True)
    people = tuple(replace(person, slug=slug) for person, slug in pairs if slug is not None)
    shown = replace(cable, people=people, protected=())
    unlisted = names_withheld(cable, slugs, surnames_alone=True)
    listed = entry(shown, withheld, unlisted, headline_case=headline_case)
    return PublishedCable(
        cable=shown,
        entry=listed,
        namings=namings(shown, withheld),
        headings=headings(shown.blocks) if headline_case else (),
    )


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(PublishedCable, strict=True)


def dump_published(value: PublishedCable) -> bytes:
    """The value as bytes, for the shelf and for other processes; the same value gives the same bytes."""
    return _ENCODER.encode(value)


def load_published(line: bytes) -> PublishedCable:
    """Read back what :func:`dump_published` wrote.

    Raises:
        msgspec.DecodeError: It is something else.
    """
    return _DECODER.decode(line)


_NAMINGS = msgspec.json.Decoder(dict[str, Naming])


def dump_namings(namings: Namings) -> bytes:
    """What people's pages need of a cable, by itself: as bytes, like :func:`dump_published`."""
    return _ENCODER.encode(namings)


def load_namings(line: bytes) -> Namings:
    """Read back what :func:`dump_namings` wrote.

    Raises:
        msgspec.DecodeError: It is something else.
    """
    return _NAMINGS.decode(line)
