"""Files that hold many cables: which page a stretch of one is about.

A surname may be a namesake's on one page and a source's on another. What the strictest matcher finds in the
records, the tables and the search is judged once more as what it would be on the page itself.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any

from generator.search import FOLDER, cables_of, read_call

Read = Callable[[str], bytes]
"""A published file by its path."""
Paths = Callable[[str], Iterator[str]]
"""The published paths that begin so."""

_PAGE = r"cables/(?:\d{4}/\d{2}|undated)/[\w-]+"
_CARD = re.compile(rf'(?<=\[)"({_PAGE})"(?=,)|(?<=[{{,])"({_PAGE})"(?=:)')
"""First of a card, key of a text: a text that reads like an address stands at neither place."""
_CARDS = re.compile(rf"(?:.*/)?{FOLDER}/(?:cards|texts)/\d+\.js")
_RECORDS = re.compile(r"data/cables(?:-\d+)?\.jsonl")
_TABLE = re.compile(r"data/(?:cables|paragraphs)(?:-\d+)?\.csv")
_RECORD = re.compile(r'\{"id":"([\w-]+)"')
_MONTH = re.compile(r'"date":"(\d{4})-(\d{2})-')
_ROW = re.compile(rf",({_PAGE})/(?:#[a-z0-9-]+)?(?=\r?\n|\Z)")


def page_of(path: str, text: str, offset: int, *, from_disk: bool) -> str | None:
    """Published path of the page that a place in a shared file is about.

    Args:
        path: The file's.
        text: Its text.
        offset: The place.
        from_disk: A page is a file, as in a bundle.

    Returns:
        ``cables/2009/02/09ASTANA308/index.html``, from a search made for a bundle
        ``cables/2009/02/09ASTANA308.html``; None: the file is of one page, or the place of none.
    """
    if _CARDS.fullmatch(path):
        return _entry(text, offset, ".html" if from_disk else "/")
    if _RECORDS.fullmatch(path):
        return _record(text, offset)
    return _row(text, offset) if _TABLE.fullmatch(path) else None


def _entry(text: str, offset: int, ending: str) -> str | None:
    """The nearest address before it: what is kept of a cable begins with that of its page."""
    last = None
    for card in _CARD.finditer(text, 0, offset):
        last = card
    return last and _file(last[1] or last[2], ending)


def _record(text: str, offset: int) -> str | None:
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start:] if end < 0 else text[start:end]
    record = _RECORD.match(line)
    if not record:
        return None
    month = _MONTH.search(line)
    folder = f"{month[1]}/{month[2]}" if month else "undated"
    return _file(f"cables/{folder}/{record[1]}", "/")


def _row(text: str, offset: int) -> str | None:
    """The next address at the end of a line: the last column."""
    row = _ROW.search(text, offset)
    return row and _file(row[1], "/")


def _file(stem: str, ending: str) -> str:
    return f"{stem}/index.html" if ending == "/" else f"{stem}.html"


class Indexes:
    """Where the words of the search index stand: read when asked, and kept."""

    def __init__(self, read: Read, paths: Paths) -> None:
        """Nothing is read yet.

        Args:
            read: The bytes of a published file.
            paths: The published paths that begin with what is given.
        """
        self._read, self._paths = read, paths
        self._pages: dict[str, tuple[str, ...]] = {}
        self._starts: dict[str, dict[str, Any]] = {}

    def pages_with(self, path: str, chunk: bytes, word: str) -> tuple[str, ...]:
        """Published paths of the pages on which a word stands; none where that can't be told.

        Args:
            path: ``search-data/0/words/12.js``, or of the places beside.
            chunk: What the file holds.
            word: As it stands there.
        """
        folder, number, family = _part(path)
        if not family:
            return ()
        try:
            parts = self._start(folder)["parts"]
            if family == "places":  # of the same cables as the word's
                starts = parts[number]["words"].split(" ")
                chunk = self._read(f"{folder}/{number}/words/{bisect_right(starts, word) - 1}.js")
            words, texts = read_call(chunk.decode())
            posting = dict(zip(words.split(" "), texts.split(" "), strict=True))[word]
            base = sum(int(part["cables"]) for part in parts[:number])
            pages = self._all_pages(folder)
            return tuple(sorted({pages[base + row] for row, _ in cables_of(posting)}))
        except (ValueError, KeyError, IndexError, TypeError, AttributeError):
            return ()

    def from_disk(self, path: str) -> bool:
        """Whether a file of an index belongs to a site for reading from disk."""
        folder = path.rpartition("/")[0].rpartition("/")[0]
        try:
            return "texts" in self._start(folder)
        except (ValueError, KeyError, IndexError, TypeError):
            return False

    def _start(self, folder: str) -> dict[str, Any]:
        """What ``search.js`` says."""
        if folder not in self._starts:
            self._starts[folder] = read_call(self._read(f"{folder}/search.js").decode())
        return self._starts[folder]

    def _all_pages(self, folder: str) -> tuple[str, ...]:
        """The page of each cable."""
        if folder not in self._pages:
            ordered = sorted(self._paths(f"{folder}/cards/"), key=_number)
            cards = [card for path in ordered for card in read_call(self._read(path).decode())]
            ending = ".html" if "texts" in self._start(folder) else "/"
            self._pages[folder] = tuple(_file(str(card[0]), ending) for card in cards)
        return self._pages[folder]


def _number(path: str) -> int:
    """12 of ``search-data/cards/12.js``."""
    return int(path.rpartition("/")[2].removesuffix(".js"))


_PART_FILE = re.compile(r"(?P<folder>(?:.*/)?[^/]+)/(?P<number>\d+)/(?P<family>words|places)/\d+\.js")


def _part(path: str) -> tuple[str, int, str]:
    """Folder of the index, number of the part, family of files; empty where the path is of no part."""
    part = _PART_FILE.fullmatch(path)
    return (part["folder"], int(part["number"]), part["family"]) if part else ("", 0, "")
