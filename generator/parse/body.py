"""The message as blocks, in reading order."""

import re
from dataclasses import replace
from typing import Final, NamedTuple

from generator.model import Block, BlockKind
from generator.parse.lines import PILCROW, Line, Notes
from generator.parse.marking import MARKING, canonical
from generator.parse.noise import Cleaned
from generator.parse.paragraphs import Paragraph, find_paragraphs
from generator.parse.shapes import (
    ORNAMENT,
    Piece,
    columns,
    flowed,
    has_columns,
    is_heading,
    items,
    pieces,
    starts_item,
    unfinished,
)

_LEADING_MARKING: Final = re.compile(rf"^\W{{0,4}}{MARKING}\s?[:.]?\s*")
# as in "11991.  The actual time", "1B. ALMATY 1450": the scraper's sign before a number or letter
_FALSE_MISREAD: Final = re.compile(r"^(\s*)1(?=(?:\d{1,4}|[A-Z])\.(?:\s|$))")


class _Chunk(NamedTuple):
    lines: list[Line]
    seam: bool = False
    """Something was taken out before it, or a false paragraph sign stood there: the sentence may go on."""
    page: bool = False
    """A page ended before it: capitals are no sign of a heading there."""


def read_body(cleaned: Cleaned, notes: Notes) -> list[Block]:
    """Turn the message's lines into blocks."""
    paragraphs = find_paragraphs(cleaned.lines, notes)
    misread = any(paragraph.misread for paragraph in paragraphs)
    blocks: list[Block] = []
    for paragraph, chunks in _segments(cleaned, paragraphs):
        mended = [_mend(chunk, notes, misread=misread) for chunk in chunks]
        blocks += _segment_blocks(paragraph, mended)
    return _number_first(_merge_tables(blocks), notes)


def _segments(cleaned: Cleaned, paragraphs: list[Paragraph]) -> list[tuple[Paragraph | None, list[_Chunk]]]:
    """Cut the lines at the paragraphs' openings, and each stretch at its blank lines."""
    lines = cleaned.lines
    segments: list[tuple[Paragraph | None, list[_Chunk]]] = []
    place: tuple[int, int] = (0, 0)
    current: Paragraph | None = None
    for paragraph in paragraphs:
        opening = paragraph.opening
        segments.append((current, _chunks(lines, place, (opening.row, opening.start), cleaned)))
        place, current = (opening.row, opening.end), paragraph
    segments.append((current, _chunks(lines, place, (len(lines), 0), cleaned)))
    return segments


def _chunks(
    lines: list[Line], start: tuple[int, int], end: tuple[int, int], cleaned: Cleaned
) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    current: list[Line] = []
    for index in range(start[0], min(end[0] + 1, len(lines))):
        text = lines[index].text
        text = text[: end[1]] if index == end[0] else text
        text = text[start[1] :] if index == start[0] else text
        if text.strip():
            current.append(Line(lines[index].number, text))
            continue
        if current:
            chunks.append(_Chunk(current))
            current = []
        if index in cleaned.seams:
            chunks.append(_Chunk([], seam=True, page=index in cleaned.pages))
    if current:
        chunks.append(_Chunk(current))
    return _seamed(chunks)


def _seamed(chunks: list[_Chunk]) -> list[_Chunk]:
    """Carry the seam marks over to the chunk that follows."""
    result: list[_Chunk] = []
    seam = page = False
    for chunk in chunks:
        if chunk.lines:
            result.append(_Chunk(chunk.lines, seam, page))
        seam = not chunk.lines
        page = seam and (page or chunk.page)
    return result


_FALSE_SIGN: Final = re.compile(rf"(?<!\S){PILCROW}\s?|{PILCROW}(?=\s|$)")
"""A sign with the space behind it; that behind a word (``talks¶ went``) stays, or two words become one."""
_BETWEEN: Final = PILCROW
"""A sign between two words that a copy ran together: they come apart."""


def _mend(chunk: _Chunk, notes: Notes, *, misread: bool) -> _Chunk:
    """Take out paragraph signs before what is no paragraph number."""
    lines: list[Line] = []
    seam = chunk.seam
    for index, line in enumerate(chunk.lines):
        text = line.text
        if PILCROW in text:
            seam = seam or (index == 0 and text.lstrip().startswith(PILCROW))
            text = _FALSE_SIGN.sub("", text).replace(_BETWEEN, " ")
        elif misread and _FALSE_MISREAD.match(text):
            notes.add("pilcrow-false", f'"{text.strip()[:12]}" opens no paragraph', line.number)
            seam = seam or index == 0
            text = _FALSE_MISREAD.sub(r"\1", text)
        lines.append(Line(line.number, text))
    return _Chunk(lines, seam, chunk.page)


def _segment_blocks(paragraph: Paragraph | None, chunks: list[_Chunk]) -> list[Block]:
    blocks: list[Block] = []
    if paragraph is not None:
        blocks += _numbered(paragraph, chunks[0].lines if chunks else [])
        chunks = chunks[1:]
    more: list[str] = []
    """What goes on from the last block; put behind it once, not piece by piece."""
    for chunk in chunks:
        end = _end_of(blocks[-1], more) if blocks else None
        if end and _goes_on(end, chunk):
            more.append(_joint(end.text, chunk))
        else:
            blocks[-1:] = _completed(blocks[-1:], more)
            more = []
            blocks += [_block(piece) for piece in pieces(chunk.lines) if piece.lines]
    blocks[-1:] = _completed(blocks[-1:], more)
    return [block for block in blocks if block.text or block.number is not None]


def _end_of(block: Block, more: list[str]) -> Block:
    """A block's end with what goes on from it: all that tells whether the sentence is finished."""
    end = "".join(more[-_LONG:])[-2 * _LONG :] if more else ""
    return replace(block, text=block.text[-2 * _LONG :] + end)


def _completed(last: list[Block], more: list[str]) -> list[Block]:
    return [replace(block, text="".join([block.text, *more])) for block in last] if more else last


def _numbered(paragraph: Paragraph, lines: list[Line]) -> list[Block]:
    """The numbered block; a list, table or heading behind it in the same run of lines follows as its own."""
    number, marking = paragraph.number, paragraph.opening.marking
    if not lines:
        return [Block(kind="paragraph", number=number, marking=marking, text="")]
    shaped = [
        _block(piece, marked=index == 0 and marking is not None)
        for index, piece in enumerate(piece for piece in pieces(lines) if piece.lines)
    ]
    if not shaped:
        return [Block(kind="paragraph", number=number, marking=marking, text="", line=lines[0].number)]
    first = replace(shaped[0], number=number, marking=marking or shaped[0].marking)
    if first.kind == "heading":
        first = replace(first, kind="paragraph")
    return [first, *shaped[1:]]


def _block(piece: Piece, *, marked: bool = False) -> Block:
    """A block of one shape; where it is ``marked`` already, a second marking is text."""
    kind = piece.kind
    line = piece.lines[0].number
    if kind in {"table", "preformatted"}:
        return Block(kind=kind, text=columns(piece.lines), line=line)
    if kind == "list":
        return Block(kind=kind, text=items(piece.lines), line=line)
    text = flowed(piece.lines)
    marking = None
    if not marked and (match := _LEADING_MARKING.match(text)):
        marking, text = canonical(match["marking"]), text[match.end() :]
    if kind == "heading":
        text = text.strip(ORNAMENT) or text
    return Block(kind=kind, marking=marking, text=text, line=line)


def _goes_on(before: Block, chunk: _Chunk) -> bool:
    """True where a chunk continues the sentence that the block before breaks off."""
    if before.kind not in {"paragraph", "list"}:
        return False
    first = chunk.lines[0].text.strip()
    if not first or starts_item(first) or (len(chunk.lines) > 1 and has_columns(chunk.lines[1])):
        return False
    if not unfinished(before.text):
        return chunk.seam and first[0].islower()
    if first[0].islower():
        return True
    if is_heading(chunk.lines) and not (chunk.seam and chunk.page):
        return False
    return chunk.seam or before.text.endswith(",") or (first[0].isdigit() and len(before.text) > _LONG)


_LONG: Final = 60


def _joint(end: str, chunk: _Chunk) -> str:
    """A chunk as it goes on behind the end of a text, which is flowed already."""
    end = " ".join(end.rsplit("\n", 1)[-1].split())
    return flowed([Line(0, end), *chunk.lines]).removeprefix(end)


def _merge_tables(blocks: list[Block]) -> list[Block]:
    """Tables and lists whose rows stand apart by blank lines are one block."""
    merged: list[list[Block]] = []
    for block in blocks:
        last = merged[-1][0] if merged else None
        goes_on = block.number is None and (block.kind == "table" or block.marking is None)
        if last and goes_on and block.kind == last.kind and block.kind in _APART:
            merged[-1].append(block)
        else:
            merged.append([block])
    return [_merged(run) for run in merged]


_APART: Final[dict[BlockKind, str]] = {"table": "\n\n", "list": "\n"}
"""Kinds that are one block though blank lines part them, and what stands between their parts."""


def _merged(run: list[Block]) -> Block:
    if len(run) == 1:
        return run[0]
    return replace(run[0], text=_APART[run[0].kind].join(block.text for block in run))


def _number_first(blocks: list[Block], notes: Notes) -> list[Block]:
    """Supply the number 1 that a copy lost before "(C) ..." when the next paragraph is 2."""
    first = next((index for index, block in enumerate(blocks) if block.number is not None), None)
    if first is None or blocks[first].number != 2:  # noqa: PLR2004 - the paragraph behind 1
        return blocks
    candidates = [i for i in range(first) if blocks[i].kind == "paragraph" and blocks[i].marking]
    if len(candidates) != 1:
        return blocks
    index = candidates[0]
    notes.add("paragraph-number-missing", "paragraph 1 has no number", blocks[index].line)
    return [*blocks[:index], replace(blocks[index], number=1), *blocks[index + 1 :]]
