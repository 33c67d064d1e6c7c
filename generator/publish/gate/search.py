"""The last look before publishing: every file, in every way of writing, for every name."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.model import InOrder
from generator.publish.gate.contents import FILLER, Content, contents, packed_contents, spaced
from generator.publish.gate.layers import Layer, Stretch, layers, packed
from generator.publish.gate.leak import Kind, Leak, MatcherFor, Shipped, UnreadableError
from generator.publish.gate.owners import Indexes, page_of
from generator.publish.gate.published import Part, Published, batches, opened, piece
from generator.publish.gate.vocabulary import is_vocabulary

BATCH = 4 << 20
"""Bytes looked through at a time by one process."""
_CONTEXT = 60
"""Characters shown on either side of a name."""
_JUDGED = 2_000
"""Characters on either side that the matcher of a page is given to judge what another found."""


def leaks(
    site: Path,
    matcher_for: MatcherFor,
    *,
    shipped: Shipped | None = None,
    in_order: InOrder = map,
    passed: Container[str] = (),
) -> Iterator[Leak]:
    """Every place of a finished site at which a name to be protected stands.

    Text is searched as it is and as it reads once tags are taken out, entities, JSON's and JavaScript's
    escapes, percent-encoding and base64 are undone, within one another too; files are unpacked (gzip, zip,
    SQLite, the index of the search and its forms for ``file://``); names of files and folders count. What
    cannot be looked into is a leak, too. A name is reported once for each place in a file.

    Args:
        site: Folder of the site, or a bundle; nothing is written to it.
        matcher_for: Which names are looked for in the file at a path.
        shipped: Files that were there before any cable was read.
        in_order: ``map``, or its like in several processes (``generator.pipeline.workers.in_order``); the
            result is the same.
        passed: Paths of files that were looked through before for the same names, and have not changed since.

    Yields:
        In the order of the paths, within a file of the places.
    """
    work = partial(_in_batch, site, matcher_for, shipped or Shipped())
    try:
        with opened(site) as published:
            for leaked in in_order(work, batches(published, size=BATCH, passed=passed)):
                yield from leaked
    except UnreadableError as error:
        yield Leak(path=site.name, kind=Kind.UNREADABLE, before=str(error))


def _in_batch(
    site: Path, matcher_for: MatcherFor, shipped: Shipped, batch: tuple[Part, ...]
) -> tuple[Leak, ...]:
    with opened(site) as published:
        gate = _Gate(published, matcher_for, shipped)
        return tuple(leak for part in batch for leak in gate.look_through(part))


@dataclass(frozen=True, slots=True)
class _Text:
    """A text under search, and where it is."""

    path: str
    content: Content
    overlap: int = 0
    """Characters at its beginning that were looked through with the piece before."""
    offset: int = 0
    """Bytes of the file before it."""
    depth: int = 4
    """How often there may be base64 in base64."""


class _Gate:
    """The search of some files."""

    def __init__(self, published: Published, matcher_for: MatcherFor, shipped: Shipped) -> None:
        self._published, self._matcher_for, self._shipped = published, matcher_for, shipped
        self._indexes = Indexes(published.read, published.paths)

    def look_through(self, part: Part) -> Iterator[Leak]:
        """The leaks of one file, or a piece of one."""
        path = part.path
        if path.endswith("/"):
            yield from self._in_name(part)
            return
        try:
            data, overlap, offset = piece(self._published, part)
        except UnreadableError as error:
            yield from self._in_name(part)
            yield _unreadable(path, "", str(error))
            return
        if part.whole and self._shipped.is_theme(path, data):
            return
        yield from self._in_name(part)
        before = len(data[:overlap].decode("utf-8", "replace"))
        for content in contents(path, data, self._shipped):
            yield from self._in_text(_Text(path, content, before, offset))

    def _in_name(self, part: Part) -> Iterator[Leak]:
        """A name in the path: of the file, or of a folder that no earlier file stood in."""
        path = part.path
        if len(path) == part.known:
            return
        matcher = self._matcher_for(path)
        seen: set[str] = set()
        for text in dict.fromkeys((path, spaced(path))):
            try:
                stretches = [
                    (layer, stretch)
                    for layer in layers(text, markup=False)
                    for stretch in layer.find(matcher)
                ]
            except UnreadableError as error:
                yield _unreadable(path, "its name", str(error))
                continue
            for layer, stretch in stretches:
                at = layer.origin(stretch[1] - 1)
                stop = path.find("/", at)
                place = path[:stop] if stop >= 0 else path
                if at >= part.known and place not in seen:
                    seen.add(place)
                    yield _leak(place, Kind.FILE_NAME, layer, stretch)

    def _in_text(self, text: _Text) -> Iterator[Leak]:
        content = text.content
        if content.kind is Kind.UNREADABLE:
            yield _unreadable(text.path, content.where, content.text)
            return
        by_name: dict[tuple[int | None, str, str], tuple[int, Leak]] = {}
        try:
            for place, leak in self._in_layers(text):
                by_name.setdefault((leak.line, leak.where, leak.name.casefold()), (place, leak))
        except UnreadableError as error:
            yield _unreadable(text.path, content.where, str(error))
        yield from (leak for _, leak in sorted(by_name.values(), key=_place))

    def _in_layers(self, text: _Text) -> Iterator[tuple[int, Leak]]:
        """Each place with what stands there, perhaps several times: once for each layer that shows it."""
        content = text.content
        matcher = self._matcher_for(content.page or text.path)
        for layer in layers(content.text, markup=content.markup):
            for start, end in layer.find(matcher):
                place = layer.origin(start)
                if layer.origin(end - 1) < text.overlap:
                    continue
                if layer.tags and is_vocabulary(layer.text, start, end, self._shipped):
                    continue
                page = self._page(text, layer, (start, end), place)
                if page is not None:
                    where = ", ".join(filter(None, (content.where, page)))
                    kind = Kind.ATTRIBUTE if layer.tags else content.kind
                    line = self._line(text, place)
                    leak = _leak(text.path, kind, layer, (start, end))
                    yield place, replace(leak, line=line, where=where)
            for place, data in packed(layer):
                for at, leak in self._in_base64(text, layer.origin(place), data):
                    yield at, replace(leak, kind=Kind.ATTRIBUTE) if layer.tags else leak

    def _in_base64(self, text: _Text, place: int, data: bytes) -> Iterator[tuple[int, Leak]]:
        if place < text.overlap:
            return
        for inner in packed_contents(text.path, data):
            if text.depth == 0:
                message = "it holds base64 within base64, again and again"
                raise UnreadableError(message)
            within = _Text(text.path, replace(inner, page=text.content.page), depth=text.depth - 1)
            for leak in self._in_text(within):
                where = ", ".join(filter(None, (text.content.where, "base64", leak.where)))
                yield place, replace(leak, line=self._line(text, place), where=where)

    def _page(self, text: _Text, layer: Layer, stretch: Stretch, place: int) -> str | None:
        """The page that a name in a shared file stands for, or nothing; None: on that page it is no leak."""
        start, end = stretch
        content = text.content
        if content.index is not None:
            first = content.text.rfind(FILLER, 0, place) + len(FILLER)
            word = content.text[first : content.text.find(FILLER, first)]
            pages = self._indexes.pages_with(text.path, content.index, word)
            if pages and not any(True for page in pages for _ in self._matcher_for(page).find(word)):
                return None
            return ""
        path = content.page or text.path
        page = page_of(path, content.text, place, from_disk=self._indexes.from_disk(text.path))
        if page is None:
            return ""
        low = max(0, start - _JUDGED)
        again = self._matcher_for(page).find(layer.text[low : end + _JUDGED])
        return page if any(named[0] + low < end and start < named[1] + low for named in again) else None

    def _line(self, text: _Text, place: int) -> int | None:
        """The line of a place, counted from the beginning of the file."""
        if not text.content.lines:
            return None
        before = self._published.read(text.path, 0, text.offset).count(b"\n") if text.offset else 0
        return before + text.content.text.count("\n", 0, place) + 1


def _place(placed: tuple[int, Leak]) -> int:
    return placed[0]


def _leak(path: str, kind: Kind, layer: Layer, stretch: Stretch) -> Leak:
    start, end = stretch
    return Leak(
        path=path,
        kind=kind,
        before=_in_one_line(layer.text[max(0, start - _CONTEXT) : start]),
        name=_in_one_line(layer.text[start:end]),
        after=_in_one_line(layer.text[end : end + _CONTEXT]),
    )


def _unreadable(path: str, where: str, reason: str) -> Leak:
    return Leak(path=path, kind=Kind.UNREADABLE, where=where, before=reason)


def _in_one_line(text: str) -> str:
    """Without anything that a terminal would obey."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
