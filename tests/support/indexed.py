"""The index of a few invented cables, and a reader of it that shares the digits with what writes it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

from generator.catalogue import catalogue
from generator.model import Appearance, Cable, InOrder, Person
from generator.search import FOLDER, Searched, WrittenPage, cables_of, read_call, write_index
from generator.search.digits import from_distances
from generator.settle import dump_published
from support.record import settled


def searched(
    *cables: Cable,
    variants: dict[str, tuple[str, ...]] | None = None,
    pages: Iterable[WrittenPage] = (),
    people_page_min: int = 1,
    from_disk: bool = False,
) -> Searched:
    """What a search of these cables is made of; of people the slugs that the cables give."""
    seen: dict[str, list[Appearance]] = {}
    for cable in cables:
        for index, found in enumerate(cable.people):
            appearance = Appearance(cable=cable.key, index=index, date=cable.date, found=found)
            seen.setdefault(found.slug, []).append(appearance)
    people = (
        Person(
            slug=slug,
            name=each[0].found.name,
            variants=(variants or {}).get(slug, ()),
            appearances=tuple(each),
        )
        for slug, each in seen.items()
    )
    values = {cable.key: settled(cable) for cable in cables}
    whole = catalogue((value.entry for value in values.values()), people)
    return Searched(
        catalogue=whole,
        published=lambda key: dump_published(values[key]),
        pages=tuple(pages),
        has_page=lambda person: len(whole.by_person[person.slug]) >= people_page_min,
        from_disk=from_disk,
    )


def index_of(site: Path, of: Searched, *, in_order: InOrder = map) -> "Index":
    """Write it, and a reader of it."""
    write_index(site, of, in_order=in_order)
    return Index(site / FOLDER)


@dataclass(frozen=True)
class Index:
    """The files of an index, as the browser reads them."""

    folder: Path

    def table(self, name: str) -> Any:  # noqa: ANN401 - whatever the script hands over
        """What the script of this name hands over."""
        return read_call((self.folder / f"{name}.js").read_text(encoding="utf-8"))

    @property
    def files(self) -> dict[str, bytes]:
        """Every file by its path."""
        paths = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in paths}

    @cached_property
    def start(self) -> Any:  # noqa: ANN401 - as above
        """Where everything is."""
        return self.table("search")

    @property
    def ids(self) -> list[str]:
        """The cables in the order of their numbers."""
        return [
            key for part in range(len(self.start["parts"])) for key in self.table(f"{part}/ids").split(" ")
        ]

    def shelf(self, family: str, starts: str) -> dict[str, str]:
        """All words of a family of files with what belongs to each; the files are as announced."""
        firsts = starts.split(" ") if starts else []
        held: dict[str, str] = {}
        for number, first in enumerate(firsts):
            words, texts = self.table(f"{family}/{number}")
            assert words.split(" ")[0] == first
            held |= zip(words.split(" "), texts.split(" "), strict=True)
        assert list(held) == sorted(held)
        assert len(list((self.folder / family).glob("*.js"))) == len(firsts)
        return held

    @cached_property
    def words(self) -> dict[str, dict[str, int]]:
        """Word -> the cables that have it, with the strength."""
        out: dict[str, dict[str, int]] = {}
        for number, base, part in self._parts():
            for word, posting in self.shelf(f"{number}/words", part["words"]).items():
                held = {self.ids[base + row]: strength for row, strength in cables_of(posting)}
                out.setdefault(word, {}).update(held)
        return out

    @cached_property
    def places(self) -> dict[str, dict[str, list[int]]]:
        """Word -> where it stands in each cable."""
        out: dict[str, dict[str, list[int]]] = {}
        for number, base, part in self._parts():
            words = self.shelf(f"{number}/words", part["words"])
            for word, text in self.shelf(f"{number}/places", part["places"]).items():
                rows = [row for row, _ in cables_of(words[word])]
                assert text.endswith(".")
                pieces = zip(rows, text[:-1].split("."), strict=True)
                held = {self.ids[base + row]: from_distances(piece) for row, piece in pieces}
                out.setdefault(word, {}).update(held)
        return out

    def having(self, word: str) -> list[str]:
        """The cables that have a word, in order of date."""
        return list(self.words.get(word, {}))

    def phrase(self, words: Sequence[str]) -> set[str]:
        """The cables that have words one behind the other."""
        first, *_ = words
        return {
            key
            for key, places in self.places.get(first, {}).items()
            if any(
                all(at + step in self.places.get(word, {}).get(key, ()) for step, word in enumerate(words))
                for at in places
            )
        }

    def offered(self, *words: str) -> list[tuple[str, str, str, str, int]]:
        """The things that have every word: kind, name, note, address, cables; the best known first."""
        who = self.shelf("who", self.start["who"])
        numbers = set.intersection(*(set(from_distances(who.get(word, ""))) for word in words))
        size = self.start["things"]
        return [tuple(self.table(f"things/{number // size}")[number % size]) for number in sorted(numbers)]

    def _parts(self) -> Iterable[tuple[int, int, Any]]:
        parts = self.start["parts"]
        bases = accumulate((part["cables"] for part in parts), initial=0)
        return ((number, base, part) for number, (base, part) in enumerate(zip(bases, parts, strict=False)))
