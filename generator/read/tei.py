"""*Foreign Relations of the United States* in TEI XML: a volume, or one document; each telegram one cable.

A volume is read as a stream. What is no telegram (memoranda, letters, editorial notes) is counted and left
out. Declarations of entities are refused: no volume has any, and some are made to fill a memory.
"""

import re
from collections.abc import Iterator
from typing import Any, Final
from xml.parsers import expat

from generator.model import Problem, Source
from generator.read import limits
from generator.read.decode import clean
from generator.read.errors import UnreadableInputError
from generator.read.frus import HEADING, Edited, stated_edited
from generator.read.item import Item, Reading, digest, markup_problems

NAME = "tei"

_START: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:TEI|div|!DOCTYPE\s+TEI)\b[^>]*",
    re.DOTALL,
)
_TEI: Final = re.compile(rb"tei-c\.org|<TEI|frus|xml:id=")
_BLOCKS: Final = frozenset(
    {"p", "item", "row", "l", "head", "salute", "postscript", "opener", "closer", "label", "table", "list"}
)
_CHUNK: Final = 64 * 1024
_BLANKS: Final = re.compile(r"\s+")


def recognises(item: Item) -> bool:
    """A document of the Text Encoding Initiative."""
    match = _START.match(item.head)
    return match is not None and _TEI.search(item.head) is not None


def read(item: Item) -> Iterator[Reading]:
    """A cable for each telegram, in the order of the volume.

    Raises:
        UnreadableInputError: It is no XML, or declares entities.
    """
    volume = _Volume(item.name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.EntityDeclHandler = _refused
    parser.StartElementHandler = volume.start
    parser.EndElementHandler = volume.end
    parser.CharacterDataHandler = volume.text
    parser.buffer_text = True
    volume.where = parser
    stream = item.stream()
    while True:
        part = stream.read(_CHUNK)
        try:
            parser.Parse(part, not part)
        except expat.ExpatError as error:
            yield from volume.taken()
            raise UnreadableInputError(
                code="file-unreadable", message=f"XML that is damaged: {error}", hint="fetch the file again"
            ) from error
        yield from volume.taken()
        if not part:
            break
    if volume.others:
        yield Problem.of("document-left-out", f"{volume.others} that are no telegrams", path=item.name)


def _refused(*_: object) -> None:
    raise UnreadableInputError(
        code="file-unreadable",
        message="XML that declares entities, as no volume does",
        hint="take the declarations out",
    )


class _Part:
    """One document of a volume, as it is being read."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.heading: list[str] = []
        self.note: list[str] = []
        self.dateline: list[str] = []
        self.when: str | None = None
        self.signed: list[str] = []
        self.blocks: list[str] = []
        self.letters: list[str] = []
        self.notes: list[list[str]] = []
        self.size = 0


class _Volume:
    """Collects documents from the events of the parser."""

    def __init__(self, name: str) -> None:
        self.where: Any = None
        """The parser, which knows the line."""
        self.others = 0
        self._name = name
        self._row = 0
        self._done: list[Source] = []
        self._path: list[str] = []
        self._part: _Part | None = None
        self._depth = 0

    def taken(self) -> list[Source]:
        """The telegrams that are whole since it was last asked."""
        done, self._done = self._done, []
        return done

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rsplit(" ", 1)[-1]
        self._path.append(f"{local}:{attributes.get('type', '')}")
        part = self._part
        if part is None:
            if local == "div" and attributes.get("type") in {"document", "telegram"}:
                self._part, self._depth = _Part(self.where.CurrentLineNumber), len(self._path)
            return
        if local == "note":
            part.notes.append([])
        elif local == "date" and part.when is None:
            part.when = attributes.get("when") or attributes.get("from")
        elif local == "lb":
            self.text(" ")
        elif local in _BLOCKS and not part.notes:
            self._close(part)

    def text(self, text: str) -> None:
        part = self._part
        if part is None:
            return
        part.size += len(text)
        if part.size > limits.CABLE:
            return
        if part.notes:
            part.notes[-1].append(text)
        elif self._within("head"):
            part.heading.append(text)
        elif self._within("dateline"):
            part.dateline.append(text)
        elif self._within("signed"):
            part.signed.append(text)
        else:
            part.letters.append(text)

    def end(self, name: str) -> None:
        local = name.rsplit(" ", 1)[-1]
        part = self._part
        if part is not None:
            if local == "note" and part.notes:
                kind, note = self._path[-1], "".join(part.notes.pop())
                if kind == "note:source" or note.strip().startswith("Source:"):
                    part.note.append(note)
                elif not part.notes:
                    part.blocks += [] if not note.strip() else [f"[Note: {_flowed(note)}]"]
            elif local in _BLOCKS and not part.notes:
                self._close(part)
            if len(self._path) == self._depth:
                self._close(part)
                self._finish(part)
                self._part = None
        self._path.pop()

    def _within(self, name: str) -> bool:
        return any(step.startswith(f"{name}:") for step in self._path[self._depth :])

    @staticmethod
    def _close(part: _Part) -> None:
        text = _flowed("".join(part.letters))
        if text:
            part.blocks.append(text)
        part.letters = []

    def _finish(self, part: _Part) -> None:
        heading = _flowed("".join(part.heading))
        if not HEADING.fullmatch(heading):
            self.others += 1
            return
        self._row += 1
        dateline = _flowed("".join(part.dateline))
        note = _flowed(" ".join(part.note))
        blocks = [block for block in part.blocks if not block.startswith("[Note: ")]
        signed = _flowed("".join(part.signed)).strip(" .,") or None
        edited = Edited(heading, dateline, note, blocks[0] if blocks else "", signed)
        stated, cut = stated_edited(edited)
        if blocks and cut:
            blocks[0] = blocks[0][cut:]
        text = "\n\n".join(blocks)
        original = "\n\n".join(filter(None, [heading, dateline, *part.blocks, signed or "", note]))
        self._done.append(
            Source(
                path=self._name,
                row=self._row,
                layout=NAME,
                sha256=digest(original),
                text=text,
                first_line=part.line,
                original=original,
                stated=stated,
                remarks=tuple(
                    filter(
                        None,
                        [
                            heading,
                            dateline,
                            note,
                            *(b for b in part.blocks if b not in blocks and b.startswith("[Note: ")),
                        ],
                    )
                ),
                problems=markup_problems(self._name, text, first_line=part.line),
            )
        )


def _flowed(text: str) -> str:
    return _BLANKS.sub(" ", clean(text)).strip()
