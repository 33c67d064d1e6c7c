"""What a run of lines is: heading, paragraph, list, table; and where one ends and the next begins.

Works on lines between blank lines ("chunks"). Tables and preformatted text keep their lines exactly.
"""

import re
from typing import Final, NamedTuple

from generator.model import BlockKind
from generator.parse.lines import Line

_RULE: Final = re.compile(r"^(?=.*[-=_*~#.]{3})[\W_]*+$")
_COLUMN_GAP: Final = re.compile(r"\S(?: {3,}|\s*\|\s*)\S")
# as in "-- item", "- item", "* item", "• item", "-item", "o  item", "(a) item", "a) item", "(1) item"
_BULLET: Final = re.compile(
    r"^\s*(?:--?-?\s?(?=[\w\"'(&$])|[*•·▪+>]\s?(?=\w)|o\s{2,}(?=\w)|\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})\)\s)"
)
_DASH_BULLET: Final = re.compile(r"^\s*(?:--?|[*•·▪])")
_SENTENCE_END: Final = re.compile(r"[.!?:;][\"'\u201d\u2019)\]]*$")
_OPEN_END: Final = re.compile(r"[\w,&/(-]$")
_MARKDOWN_HEADING: Final = re.compile(r"^\s*#{1,6}\s+")
_MARKING_AROUND: Final = re.compile(r"^\s*+\([A-Z/]{1,8}\)|\([A-Z/]{1,8}\)\s*+$")
_TAIL: Final = 20
"""Characters at the end of a text that tell whether its sentence is finished."""
ORNAMENT: Final = " /*_=~<>-#\u2013"
"""What senders set around a heading: ``//King Juan Carlos//``, ``*** COMMENT ***``."""
_HEADING_MOST: Final = 160
_HEADING_LINES: Final = 3
_HEADING_LINE_MOST: Final = 90
_TITLE_SHARE: Final = 0.6
_SHORT_WORD: Final = 3
_TABLE_SHARE: Final = 0.5


class Piece(NamedTuple):
    """A stretch of lines of one kind."""

    kind: BlockKind
    lines: list[Line]


def pieces(chunk: list[Line]) -> list[Piece]:
    """Divide the lines between two blank lines by kind."""
    if is_table(chunk):
        return [Piece("table", chunk)]
    chunk = _with_rules_apart(chunk)
    done: list[Piece] = []
    pending: list[Line] = []
    title_next = False
    for line in chunk:
        if _MARKDOWN_HEADING.match(line.text):
            title = Line(line.number, _MARKDOWN_HEADING.sub("", line.text))
            done += [*_flow(pending), Piece("heading", [title])]
            pending = []
        elif not is_rule(line.text):
            pending.append(line)
        else:
            done += _before_rule(pending, opened=title_next)
            title_next = not pending
            pending = []
    return done + _flow(pending)


def _with_rules_apart(chunk: list[Line]) -> list[Line]:
    """Give lines of dashes that a copy ran into the text a line of their own again, and their titles too.

    ``... welcomed them back. ---------- Opposition ----------``; ``COMMENT -------``.
    """
    if not any(run in line.text for line in chunk for run in _RULE_RUNS):
        return chunk
    apart: list[Line] = []
    for line in chunk:
        parts = [part for part in _RULE_INSIDE.split(line.text) if part and part.strip()]
        for index, part in enumerate(parts):
            follows_rule = index > 0 and is_rule(parts[index - 1])
            before_rule = index + 1 < len(parts) and is_rule(parts[index + 1])
            texts = _title_apart(part) if before_rule and not follows_rule else [part]
            apart += [Line(line.number, text) for text in texts]
    return apart


def _title_apart(text: str) -> list[str]:
    """A title at the end of a paragraph, behind its last full stop."""
    cut = max((match.end() for match in _STOP.finditer(text[-_HEADING_MOST:])), default=0)
    title = text[-_HEADING_MOST:][cut:] if cut else ""
    if not title or not _may_be_title(title):
        return [text]
    return [text[: len(text) - len(title)].rstrip(), title]


_RULE_RUNS: Final = ("----", "====", "****", "____")
_RULE_INSIDE: Final = re.compile(r"(?:(?<=\s)|^)([-=*_]{4,}(?:\s{1,3}[-=*_]{1,200})*)(?=\s|$)")
_STOP: Final = re.compile(r"[.?!][\"'\u201d)]*\s+(?=[A-Z(\"])")


def is_rule(text: str) -> bool:
    """A line of dashes, equal signs or the like, no words."""
    return len(text) < 200 and bool(_RULE.match(text))  # noqa: PLR2004 - no line of dashes is longer


def is_table(chunk: list[Line]) -> bool:
    """True where most lines show columns, set apart by three spaces or a bar."""
    rows = [line.text for line in chunk if not is_rule(line.text)]
    gapped = sum(_shows_columns(row) for row in rows)
    return gapped > 1 and gapped >= _TABLE_SHARE * len(rows)


_ROW_MOST: Final = 200


def has_columns(line: Line) -> bool:
    """True where one line shows columns; one alone makes no table."""
    return _shows_columns(line.text)


def _shows_columns(row: str) -> bool:
    if len(row) >= _ROW_MOST or not ("   " in row or "|" in row):
        return False
    return _COLUMN_GAP.search(row.strip()) is not None


def _before_rule(lines: list[Line], *, opened: bool) -> list[Piece]:
    """What stands above a line of dashes: a title, or a paragraph with a title as its last line."""
    if not lines:
        return []
    if len(lines) <= _HEADING_LINES and (opened or all(_may_be_title(line.text) for line in lines)):
        return [Piece("heading", lines)]
    split = len(lines)
    while split > 0 and len(lines) - split < _HEADING_LINES and _may_be_title(lines[split - 1].text):
        split -= 1
        if split and _SENTENCE_END.search(lines[split - 1].text[-_TAIL:]):
            break
    title = lines[split:]
    return _flow(lines[:split]) + ([Piece("heading", title)] if title else [])


def _may_be_title(text: str) -> bool:
    text = text.strip()
    return (
        0 < len(text) <= _HEADING_LINE_MOST
        and not text.endswith((".", ",", ";"))
        and not _DASH_BULLET.match(text)
    )


def _flow(lines: list[Line]) -> list[Piece]:
    """Lines without rules: paragraph, list or heading."""
    flow: list[Piece] = []
    start = 0
    width = max((len(line.text) for line in lines), default=0)
    for index, line in enumerate(lines):
        if index > start and starts_item(line.text) and _item_may_follow(lines[index - 1], line, width):
            flow.append(_one(lines[start:index]))
            start = index
    if lines[start:]:
        flow.append(_one(lines[start:]))
    return flow


def starts_item(text: str) -> bool:
    """True where a line begins with a bullet or an item's letter or number."""
    return bool(_BULLET.match(text))


def _item_may_follow(before: Line, line: Line, width: int) -> bool:
    """A dash within a wrapped sentence is no bullet.

    The line before must have ended, or have had room for the line's first word, in which case the break was
    meant.
    """
    text = before.text
    if _SENTENCE_END.search(text[-_TAIL:]) or text.endswith(","):
        return True
    first = line.text.split(maxsplit=1)[0]
    return len(text) + 1 + len(first) < width


def _one(lines: list[Line]) -> Piece:
    if starts_item(lines[0].text):
        return Piece("list", lines)
    if is_heading(lines):
        return Piece("heading", lines)
    return Piece("paragraph", lines)


def is_heading(lines: list[Line]) -> bool:
    """Short, without a full stop, in capitals or in title case."""
    text = " ".join(line.text.strip() for line in lines)
    if len(lines) > _HEADING_LINES or not 1 < len(text) <= _HEADING_MOST:
        return False
    bare = _MARKING_AROUND.sub("", text).strip(ORNAMENT)
    if (
        not bare
        or bare.endswith((".", ",", ";"))
        or not (bare[0].isupper() or bare[0].isdigit() or bare[0] in "\"'\u201c(&")
    ):
        return False
    letters = [letter for letter in bare if letter.isalpha()]
    if len(letters) < 2:  # noqa: PLR2004 - one letter is no title
        return False
    if sum(letter.isupper() for letter in letters) >= _UPPER_SHARE * len(letters):
        return True
    words = [
        word for word in re.findall(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?", bare) if len(word) > _SHORT_WORD
    ]
    return (
        bool(words)
        and sum(word[0].isupper() for word in words) >= max(_TITLE_SHARE * len(words), 1)
        and len(lines) < _HEADING_LINES
    )


_UPPER_SHARE: Final = 0.85


_CUT_OUT: Final = re.compile(r"\s?\[[\w.,() ]{1,60}\]\s*$")
_REDACTION_MOST: Final = 120
"""Characters at the end of a text among which a redaction's reasons stand: ``THE FARE [B1, 1.4(D)]``."""


def unfinished(text: str) -> bool:
    """True where a paragraph breaks off in mid-sentence."""
    tail = _CUT_OUT.sub("", text[-_REDACTION_MOST:]).rstrip()[-_TAIL:]
    return bool(_OPEN_END.search(tail)) and not _SENTENCE_END.search(tail)


def flowed(lines: list[Line]) -> str:
    """Hard-wrapped lines as one; a word divided at its own hyphen is put together."""
    parts: list[str] = []
    for line in lines:
        part = " ".join(line.text.split())
        if not part:
            continue
        if parts and not (_divided(parts[-1]) and part[0].isalpha()):
            parts.append(" ")
        parts.append(part)
    return "".join(parts)


def _divided(text: str) -> bool:
    """True where a line ends in a hyphen that belongs to a word."""
    return text.endswith("-") and text[-2:-1].isalpha()


def columns(lines: list[Line]) -> str:
    """Lines of a table exactly, without the indent that all share."""
    indent = min((len(line.text) - len(line.text.lstrip()) for line in lines if line.text.strip()), default=0)
    return "\n".join(line.text[indent:] for line in lines)


def items(lines: list[Line]) -> str:
    """A list, one item a line, wrapped items joined."""
    grouped: list[list[Line]] = []
    width = max((len(line.text) for line in lines), default=0)
    for index, line in enumerate(lines):
        if not grouped or (starts_item(line.text) and _item_may_follow(lines[index - 1], line, width)):
            grouped.append([])
        grouped[-1].append(line)
    return "\n".join(flowed(group) for group in grouped)
