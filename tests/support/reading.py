"""Read bytes as the reading stage does, and compare texts by their words."""

import io
import re
import unicodedata
from pathlib import Path

from generator.model import Cable, Problem, Source
from generator.read import discover, read_file
from generator.read.item import Item
from generator.read.layouts import read_item


def read_bytes(data: bytes, name: str = "a.txt") -> tuple[list[Source | Cable], list[Problem]]:
    """What one file of these bytes holds: cables and problems, those of the cables included."""
    readings = list(read_item(Item(name, io.BytesIO(data), size=len(data), inner=read_item)))
    return _sorted_out(readings)


def read_text(text: str, name: str = "a.txt") -> tuple[list[Source | Cable], list[Problem]]:
    """The same for a text in UTF-8."""
    return read_bytes(text.encode(), name)


def read_source(text: str) -> Source:
    """The one cable of a text that holds one and nothing to complain of."""
    cables, problems = read_text(text)
    assert problems == []
    (cable,) = cables
    assert isinstance(cable, Source)
    return cable


def read_folder(*roots: Path) -> tuple[list[Source | Cable], list[Problem]]:
    """All that is found under the given roots."""
    files, problems = discover(roots)
    cables, others = _sorted_out([reading for file in files for reading in read_file(file)])
    return cables, [*problems, *others]


def _sorted_out(readings: list[Source | Cable | Problem]) -> tuple[list[Source | Cable], list[Problem]]:
    cables = [reading for reading in readings if not isinstance(reading, Problem)]
    problems = [reading for reading in readings if isinstance(reading, Problem)]
    sources = (cable for cable in cables if isinstance(cable, Source))
    return cables, [*problems, *(each for source in sources for each in source.problems)]


def only_sources(readings: list[Source | Cable]) -> list[Source]:
    """The same readings, none of which may be a finished record."""
    sources = [reading for reading in readings if isinstance(reading, Source)]
    assert len(sources) == len(readings)
    return sources


def words(text: str) -> list[str]:
    """Runs of letters and digits."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text))


def message_words(text: str) -> list[str]:
    """Words without the paragraph numbers at the start of lines, which layouts damage."""
    return words(re.sub(r"(?m)^\W*\d{1,3}\.(?= )", " ", text))
