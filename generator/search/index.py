"""The search of a site: what is published of its cables in, scripts for the browser out.

``words/N.js`` and ``places/N.js`` of each part of the corpus hold postings, a stretch of the alphabet each;
``cards/N.js`` what a result shows; ``rows.js`` and ``people.js`` what is counted; ``who/N.js`` and
``things/N.js`` what is offered beside cables; ``search.js`` where everything is.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from heapq import merge
from itertools import accumulate, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zlib import crc32

from generator.catalogue import Catalogue
from generator.model import InOrder, Person
from generator.search.cards import card, ordered, people_rows, rows, texts
from generator.search.digits import DIGITS, Posting, distances, from_distances
from generator.search.script import call, read_call
from generator.search.things import Thing, WrittenPage, person_words, things
from generator.settle import Entry, load_published
from generator.wording import words_in

if TYPE_CHECKING:
    from generator.search.run import IndexedRun

FOLDER: Final = "search-data"
"""Where the index stands in the site."""

PART: Final = 8192
"""Cables in a part of the index: so much a browser counts and a build holds at once."""
RUN: Final = 256
"""Cables that one process takes up at a time, on average."""
LONGEST_RUN: Final = 4 * RUN
CARDS: Final = 64
"""Cables whose cards share a file: six results then load some 20 KB."""
THINGS: Final = 512
TEXTS: Final = 16
"""Cables whose texts share a file, in a site that is read from disk."""

WORDS_FILE: Final = 44_000
"""Characters of a file of postings, about; packed by a host some 26 KB."""
PLACES_FILE: Final = 88_000


Runs = Callable[[Iterable[tuple[str, ...]]], Iterator["IndexedRun"]]
"""From batches of keys of cables to their runs, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What a search is made of."""

    catalogue: Catalogue
    published: Callable[[str], bytes]
    """From the key of a cable to its value, as ``dump_published`` wrote it."""
    pages: tuple[WrittenPage, ...]
    runs: "Runs | None" = None
    """None: they are made from ``published``."""
    has_page: Callable[[Person], bool]
    """Whether a person has a page of their own."""
    from_disk: bool = False
    """The browser can read no page, so that the texts which results show come with the index."""
    language: str = "en"
    """In which these name the lines of a header, as the pages do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexReport:
    """What was indexed."""

    cables: int
    words: int
    """Different words, those of fields aside."""
    files: int
    size: int
    """Bytes on disk."""


def write_index(site: Path, searched: Searched, *, in_order: InOrder = map) -> IndexReport:
    """Write ``site/search-data/``; an index in it is replaced. The same cables give the same bytes.

    Args:
        site: Folder of the site.
        searched: What is published.
        in_order: How work is spread.
    """
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    entries = ordered(searched.catalogue.entries)
    tally = _Tally(folder)
    keys = [entry.key for entry in entries]
    stretches = [keys[at : at + PART] for at in range(0, len(keys), PART)]
    batches = [batch for stretch in stretches for batch in run_batches(stretch)]
    runs = (searched.runs or partial(_runs, searched, in_order))(batches)
    parts = [
        _write_part(tally, number, searched, entries[at : at + PART], runs)
        for number, at in enumerate(range(0, len(entries), PART))
    ]
    for number, at in enumerate(range(0, len(entries), CARDS)):
        tally.write(f"cards/{number}", [card(entry) for entry in entries[at : at + CARDS]])
    offered = things(searched.catalogue, searched.pages, has_page=searched.has_page)
    who = _write_things(tally, offered)
    of_batch = partial(_texts, language=searched.language)
    texts = in_order(of_batch, _batches(searched, keys, TEXTS)) if searched.from_disk else ()
    for number, held in enumerate(texts):
        tally.write(f"texts/{number}", held)
    manifest = {
        "build": tally.digest.hexdigest()[:12],
        "cables": len(entries),
        "cards": CARDS,
        "things": THINGS,
        "parts": parts,
        "who": who,
        **({"texts": TEXTS} if searched.from_disk else {}),
    }
    tally.write("search", manifest)
    return IndexReport(cables=len(entries), words=tally.words, files=tally.files, size=tally.size)


class _Tally:
    """Writes the files and counts them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = self.size = self.words = 0
        self.digest = sha256()

    def write(self, name: str, value: object) -> None:
        content = call(name, value).encode()
        self.digest.update(content)
        self.files += 1
        self.size += len(content)
        file = self.folder / f"{name}.js"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _batches(searched: Searched, keys: Sequence[str], size: int) -> Iterator[tuple[bytes, ...]]:
    for at in range(0, len(keys), size):
        yield tuple(map(searched.published, keys[at : at + size]))


def run_batches(keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The cables of a part in runs, bounded by the keys: one more cable changes the run that it joins."""
    batch: list[str] = []
    for key in keys:
        if batch and (crc32(key.encode()) % RUN == 0 or len(batch) >= LONGEST_RUN):
            yield tuple(batch)
            batch = []
        batch.append(key)
    if batch:
        yield tuple(batch)


def _runs(
    searched: Searched, in_order: InOrder, batches: Iterable[tuple[str, ...]]
) -> Iterator["IndexedRun"]:
    return in_order(_run, (tuple(map(searched.published, batch)) for batch in batches))


def _run(batch: tuple[bytes, ...]) -> "IndexedRun":
    from generator.search.run import run  # noqa: PLC0415 - numpy takes its time, which --help need not

    return run(load_published(value).cable for value in batch)


def packed_run(batch: Iterable[bytes]) -> bytes:
    """The run of some cables as bytes, from their values as ``dump_published`` wrote them."""
    from generator.search.run import dump_run  # noqa: PLC0415 - as above

    return dump_run(_run(tuple(batch)))


def unpacked_run(packed: bytes) -> "IndexedRun":
    """Read back what :func:`packed_run` gave.

    Raises:
        msgspec.MsgspecError: It is something else.
    """
    from generator.search.run import load_run  # noqa: PLC0415 - as above

    return load_run(packed)


def _texts(batch: tuple[bytes, ...], *, language: str) -> dict[str, list[list[str]]]:
    values = [load_published(value) for value in batch]
    return {card(value.entry)[0]: texts(value.cable, words_in(language)) for value in values}


def _write_part(
    tally: _Tally, number: int, searched: Searched, entries: Sequence[Entry], runs: Iterator["IndexedRun"]
) -> dict[str, object]:
    """One part of the index; what the browser must know of it."""
    from generator.search.merge import postings  # noqa: PLC0415 - as above

    sizes = [len(batch) for batch in run_batches([entry.key for entry in entries])]
    own = list(islice(runs, len(sizes)))
    every = merge(
        postings(own, [0, *accumulate(sizes[:-1])]),
        _further(searched.catalogue, entries),
        key=lambda posting: posting.word,
    )
    words, places = (
        _Shelf(tally, f"{number}/words", WORDS_FILE),
        _Shelf(tally, f"{number}/places", PLACES_FILE),
    )
    for posting in every:
        if not posting.word:
            continue
        words.add(posting.word, posting.cables)
        if posting.places:
            tally.words += 1
            places.add(posting.word, posting.places)
    tally.write(f"{number}/rows", rows(entries))
    tally.write(f"{number}/ids", " ".join(entry.key for entry in entries))
    tally.write(f"{number}/people", people_rows(entries, searched.catalogue.people))
    return {"cables": len(entries), "words": words.close(), "places": places.close()}


def _further(catalogue: Catalogue, entries: Sequence[Entry]) -> Iterator[Posting]:
    """What can be asked for that no cable says by itself: who a name is, and who cites what."""
    at: dict[str, list[int]] = {}
    named = {slug for entry in entries for slug in entry.people}
    words_of = {slug: person_words(catalogue.people[slug]) for slug in named}
    for number, entry in enumerate(entries):
        names = {word for slug in entry.people for word in words_of[slug]}
        cited = {cable.id.lower() for cable in entry.cites}
        for word in (*(f"person:{name}" for name in names), *(f"cites:{cable}" for cable in cited)):
            at.setdefault(word, []).append(number)
    for word in sorted(at):
        written = distances(at[word])
        yield Posting(word, _with_strength(written), "")


def _with_strength(written: str) -> str:
    """A digit of strength, 0, behind each number."""
    return "".join(sign + DIGITS[0] if DIGITS.index(sign) < len(DIGITS) // 2 else sign for sign in written)


class _Shelf:
    """Words with their postings, a stretch of the alphabet to a file."""

    def __init__(self, tally: _Tally, name: str, largest: int) -> None:
        self._tally, self._name, self._largest = tally, name, largest
        self._firsts: list[str] = []
        self._held: dict[str, str] = {}
        self._size = 0

    def add(self, word: str, text: str) -> None:
        """Words come sorted. A posting as large as a file gets one of its own."""
        size = len(word) + len(text) + 2
        if self._held and self._size + size > self._largest:
            self._flush()
        self._held[word] = text
        self._size += size

    def close(self) -> str:
        """The first word of each file, with blanks between."""
        if self._held:
            self._flush()
        return " ".join(self._firsts)

    def _flush(self) -> None:
        name = f"{self._name}/{len(self._firsts)}"
        self._firsts.append(next(iter(self._held)))
        self._tally.write(name, [" ".join(self._held), " ".join(self._held.values())])
        self._held, self._size = {}, 0


def _write_things(tally: _Tally, offered: Sequence[Thing]) -> str:
    """What is offered, and the words by which; the first word of each file of words."""
    at: dict[str, list[int]] = {}
    for number, thing in enumerate(offered):
        for word in thing.words:
            at.setdefault(word, []).append(number)
    shelf = _Shelf(tally, "who", WORDS_FILE)
    for word in sorted(at):
        shelf.add(word, distances(at[word]))
    for number, begin in enumerate(range(0, len(offered), THINGS)):
        held = offered[begin : begin + THINGS]
        shown = [[thing.kind, thing.name, thing.note, thing.address, thing.cables] for thing in held]
        tally.write(f"things/{number}", shown)
    return shelf.close()


def people_listed(site: Path) -> Iterator[tuple[Path, str]]:
    """All by which the index of a site gives people, file and text: names, spellings, words, addresses.

    What leads to posts, tags and written pages alone is none of it.
    """
    folder = site / FOLDER
    for file in sorted(folder.glob("*/people.js")):
        table = read_call(file.read_text(encoding="utf-8"))
        yield from ((file, text) for text in (*table["values"], *table["names"]))
    persons: list[bool] = []
    for file in sorted(folder.glob("things/*.js"), key=lambda path: int(path.stem)):
        for kind, name, note, where, _ in read_call(file.read_text(encoding="utf-8")):
            persons.append(kind == "person")
            if kind == "person":
                yield from ((file, text) for text in (name, note, where))
    for file in sorted(folder.glob("who/*.js")):
        words, numbers = read_call(file.read_text(encoding="utf-8"))
        for word, leads in zip(words.split(" "), numbers.split(" "), strict=True):
            if any(persons[number] for number in from_distances(leads)):
                yield file, word
