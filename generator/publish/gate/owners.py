"""Files that hold many cables: which page a stretch of one is about.

A surname may be a namesake's on one page and a source's on another. What the strictest matcher finds in the
records, the tables and the search is judged once more as what it would be on the page itself.
"""

import re
from collections.abc import Callable, Iterator
from itertools import accumulate

from generator.publish.gate.cbor import Value, read_cbor
from generator.publish.gate.contents import contents, packed_contents
from generator.publish.gate.layers import Layer, packed
from generator.publish.gate.leak import Shipped

Read = Callable[[str], bytes]
"""A published file by its path."""
Paths = Callable[[str], Iterator[str]]
"""The published paths that begin so."""

_PAGE = r"cables/(?:\d{4}/\d{2}|undated)/[\w-]+"
_ADDRESS = re.compile(rf'"url\\*":\\*"/?({_PAGE})(/|\.html)')
_PACKED = re.compile(rf'"([^\W_]+_\w+)":"pagefind_dcd\{{\\*"url\\*":\\*"/?({_PAGE})(/|\.html)')
_RECORD = re.compile(r'\{"id":"([\w-]+)"')
_MONTH = re.compile(r'"date":"(\d{4})-(\d{2})-')
_ROW = re.compile(rf",({_PAGE})/(?=\r?\n|\Z)")


def page_of(path: str, text: str, offset: int) -> str | None:
    """Published path of the page that a place in a shared file is about.

    Args:
        path: The file's.
        text: Its text.
        offset: The place.

    Returns:
        ``cables/2009/02/09ASTANA308/index.html``, from a search made for a bundle
        ``cables/2009/02/09ASTANA308.html``; None: the file is of one page, or the place of none.
    """
    if "/fragment/" in path:
        return _entry(text, offset)
    if path == "data/cables.jsonl":
        return _record(text, offset)
    return _row(text, offset) if path == "data/cables.csv" else None


def _entry(text: str, offset: int) -> str | None:
    """The nearest address before it: a fragment begins with that of its page."""
    last = None
    for found in _ADDRESS.finditer(text, 0, offset):
        last = found
    return last and _file(last[1], last[2])


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
    found = _ROW.search(text, offset)
    return found and _file(found[1], "/")


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
        self._known: dict[str, tuple[str, ...]] = {}

    def pages_with(self, path: str, chunk: bytes, word: str) -> tuple[str, ...]:
        """Published paths of the pages on which a word stands; none where that can't be told.

        Args:
            path: ``pagefind/0/index/en_1a2b3c4.pf_index``, in a bundle with ``.js`` behind it.
            chunk: What the file holds, unpacked.
            word: As it stands there.
        """
        folder, inside, _ = path.partition("/index/")
        if not inside:
            return ()
        if folder not in self._known:
            self._known[folder] = self._pages(folder)
        pages = self._known[folder]
        numbers = set(_numbers(read_cbor(chunk), word))
        if not numbers or max(numbers) >= len(pages):
            return ()
        named = {pages[number] for number in numbers}
        return () if "" in named else tuple(sorted(named))

    def _pages(self, folder: str) -> tuple[str, ...]:
        """The page of each number; empty where it is unknown."""
        names: list[str] = []
        addresses: dict[str, str] = {}
        for path in self._paths(f"{folder}/"):
            name = path.rpartition("/")[2]
            if ".pf_meta" in name:
                names = list(_fragment_names(_index(path, self._read(path))))
            elif path.startswith(f"{folder}/fragment/"):
                addresses |= _addresses(name, path, self._read(path))
        return tuple(addresses.get(name, "") for name in names)


def _index(path: str, data: bytes) -> Value:
    """The index in a file, which in a bundle is wrapped in a script."""
    for content in contents(path, data, Shipped()):
        if content.index is not None:
            return read_cbor(content.index)
        for _, packet in packed(Layer(text=content.text)):
            for inner in packed_contents(path, packet):
                if inner.index is not None:
                    return read_cbor(inner.index)
    return None


def _addresses(name: str, path: str, data: bytes) -> dict[str, str]:
    """Name of each fragment in a file -> published path of its page."""
    texts = [content.text for content in contents(path, data, Shipped())]
    several = {each[1]: _file(each[2], each[3]) for text in texts for each in _PACKED.finditer(text)}
    alone = [_file(each[1], each[2]) for text in texts for each in [_ADDRESS.search(text)] if each]
    return several or {name.partition(".")[0]: page for page in alone}


def _fragment_names(meta: Value) -> Iterator[str]:
    """``[version, [[fragment, words], ...], ...]``: the fragments in the order of the pages' numbers."""
    pages = meta[1] if isinstance(meta, list) and len(meta) > 1 else None
    for page in pages if isinstance(pages, list) else ():
        if isinstance(page, list) and page and isinstance(page[0], str):
            yield page[0]


def _numbers(chunk: Value, word: str) -> Iterator[int]:
    """``[[[word, pages, [[form, pages], ...]], ...]]``; each number is the distance from the one before."""
    entries = chunk[0] if isinstance(chunk, list) and len(chunk) == 1 else None
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, list) and len(entry) == 3:  # noqa: PLR2004 - the three above
            variants = entry[2] if isinstance(entry[2], list) else []
            for form in ([entry[0], entry[1]], *variants):
                if isinstance(form, list) and form[:1] == [word]:
                    yield from accumulate(_distances(form[1]))


def _distances(pages: Value) -> Iterator[int]:
    for page in pages if isinstance(pages, list) else ():
        if isinstance(page, list) and page and isinstance(page[0], int):
            yield page[0]
