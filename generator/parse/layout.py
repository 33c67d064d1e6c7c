"""Finds the parts of a cable: what stands before the classification line, the header fields, the body.

Undoes what copying did to the order of lines: fields run together on one line, the header (or the first
thousand characters) printed twice.
"""

import re
from typing import Final, NamedTuple

from generator.parse.banners import PAGE_LEVEL
from generator.parse.captions import is_caption
from generator.parse.classification import HeadLine, read_head
from generator.parse.fields import marker
from generator.parse.forms import Form, any_of
from generator.parse.lenient import lenient_marker
from generator.parse.lines import Line, Notes, squeeze
from generator.parse.marking import UNNAMED_MARKING, opens_paragraph

GLUED: Final = (
    Form(
        r"(?<!^[SC])\s*(?=(?:C O N F I D E N T I A L|S E C R E T|UNCLAS)"
        r"\s+(?:SECTION|[A-Z][A-Z ]{2,24}\d{4,7}))",
        "MOSCOW POLITICAL COLLECTIVEC O N F I D E N T I A L REYKJAVIK 000248",
    ),
    Form(r"\s*(?=SIPDIS)", "TOKYO 002993SIPDIS"),
    Form(r"(?<=SIPDIS)\s*(?=[A-Z])", "SIPDISDEPT FOR EAP/J"),
    Form(r"\s*(?=E\.?O\.? ?:? ?1\d{4}\b)", "SIPDIS E.O. 12958: DECL: 10/24/2018"),
    Form(r"\s*(?=TAGS ?: )", "DECL: 10/24/2018TAGS: PARM"),
    Form(r"\s*(?=SUBJECT ?:)", "TAGS: PREL SUBJECT: A VISIT"),
    Form(r"\s+(?=SUBJ ?: )", "TAGS: PREL SUBJ: A VISIT"),
    Form(r"\s+(?=(?i:TAGS|SUBJECT): )", "N/A Tags: PREL"),
    Form(r"\s+(?=(?:REF|REFS|REFTEL|REFTELS) ?: )", "SUBJECT: A VISIT REF: A. CAIRO 1522 B. CAIRO 1550"),
    Form(
        r"(?<!REF)(?<=[\w.!?)\"'\u2019\u201d])\s*(?=(?:REF|Ref)(?:S|s|TELS?|tels?|\((?:S|s)\))? ?: ?"
        r"(?:\(?[A-Z][.)]\s|[A-Z] [A-Z]|(?:\d{2,4} )?[A-Z][A-Za-z]{2,20} (?:[A-Za-z]{2,12} ){0,3}\d))",
        "OPENS NEW WINGREF: A. TUNIS 701",
    ),
    Form(r"\s*(?=Classified By:|CLASSIFIED BY:|Classified by:)", "B. CAIRO 1550 Classified By: Ambassador"),
    Form(r"\s+(?=SENSITIVE BUT UNCLASSIFIED\b)", "REF: CAIRO 1522 SENSITIVE BUT UNCLASSIFIED"),
    Form(
        r"\s{2,}(?=[A-Z][A-Z ]{2,24} \d{8}  ?\d{3}(?:\.\d)? OF \d{3})",
        "REF: 09 STATE 124006  LONDON 00000092  001.3 OF 012",
    ),
    Form(r"(?<=\d OF \d{3})\s+", "LONDON 00000092  001.3 OF 012   In response to reftel"),
    Form(r"\s{2,}(?=1\.\s{1,2}[A-Z(])", "LONDON 0092   1.  In response to reftel"),
    Form(r"\s+(?=¶?1\. ?\((?:U|SBU|C|S)[/)])", "Reasons 1.4 (b) and (d) 1. (C) Summary"),
)
"""Where one header field ends and the next begins on the same line; each takes the space before it."""
_GLUED: Final = re.compile(rf"(?<=\S)(?:{any_of(GLUED)})")
# No line without one of these has anything to part; looking is ten times cheaper than trying.
_HINT: Final = re.compile(
    r"SIPDIS|TAGS|SUBJ|E\.?O\.? ?:? ?1|REF|lassified|C O N|S E C|UNCLAS| OF |1\.|BUT UNC", re.IGNORECASE
)
# as in "Classified By: ... 1.4 (b) and (d). (C) Poloff discussed", "REF: STATE 18802 (SBU) Post ..."
_BEFORE_MESSAGE: Final = re.compile(r"1\.\s?[3-6]|^\W{0,4}REF|^\W{0,12}1?\(?[A-Z][.)]\s", re.IGNORECASE)
_MESSAGE: Final = re.compile(
    rf"(?<=[\w.)])\s{{1,6}}(?={UNNAMED_MARKING}\s{{1,3}}(?!AND\b|OR\b)[A-Z\"'\u201c][\w'])"
)
_PARAGRAPH_ONE: Final = re.compile(r"^\W{0,8}(?:¶\s*)?1{1,2}\s?[.)]\s*(?:\(|[A-Z]|$)")

# A copy for distribution within the post: its own classification line stands above the transmission header.
_TRANSMISSION: Final = re.compile(r"^\W{0,4}(?:FM\s+[A-Z]|DE\s+R[A-Z]{4,6}\s|VZCZ[A-Z])")

_HEADER_LINES: Final = 250
"""A header is never longer; beyond this no one looks for its parts."""
_REPEAT_SHARE: Final = 0.9
_REPEAT_LEAST: Final = 40
"""Letters and digits two printings must share to count as the same."""
_LEFTOVER_MOST: Final = 3000
"""Characters of labels or addressees that may stand between two printings."""


class Parts(NamedTuple):
    """A cable's lines by part."""

    before: list[Line]
    """Transmission header and whatever a copy put there."""
    head: Line | None
    """The classification line."""
    headline: HeadLine | None
    after: list[Line]
    """Captions, fields and body."""
    copies: list[list[Line]]
    """Other printings of the beginning, each without its classification line."""


def find_parts(lines: list[Line], notes: Notes) -> Parts:
    """Divide a cable at its classification line, one printing only."""
    lines = _unglue(lines, notes)
    heads = _heads(lines)
    if not heads:
        start = _fields_begin(lines)
        return Parts(lines[:start], None, None, lines[start:], [])
    before: list[Line] = []
    copies: list[list[Line]] = []
    start, end = 0, len(lines)
    first, headline = heads[0]
    for following, other in heads[1:]:
        cut = _repeats(lines, first, following, headline, other)
        if cut is None:
            break
        notes.add("header-repeated", "the beginning is printed twice", lines[following].number)
        if _nothing_new(lines[first:following], lines[following:]):
            copies.append(lines[following + 1 :])
            end = following
            break
        before += lines[start:first] + lines[cut:following]
        copies.append(lines[first + 1 : following])
        start, first, headline = following, following, other
    before += lines[start:first]
    return Parts(before, lines[first], headline, lines[first + 1 : end], copies)


def _nothing_new(earlier: list[Line], later: list[Line]) -> bool:
    """True where the later printing stops before the earlier one does, without a paragraph."""
    if any(opens_paragraph(line.text) for line in later):
        return False
    return sum(len(squeeze(line.text)) for line in later) < sum(len(squeeze(line.text)) for line in earlier)


def _unglue(lines: list[Line], notes: Notes) -> list[Line]:
    """Give every header field a line of its own; lines from paragraph 1 on stay as they are."""
    parted: list[Line] = []
    for index, printed in enumerate(lines[:_HEADER_LINES]):
        line = _without_heading_mark(printed)
        if _PARAGRAPH_ONE.match(line.text):
            return parted + lines[index:]
        pieces = _parted(line.text) if line.text else []
        if sum(bool(marker(piece)) for piece in pieces) > 1:
            notes.add("header-unglued", "header fields run together were parted", line.number)
        if len(pieces) > 1:
            parted += [Line(line.number, piece.rstrip()) for piece in pieces]
        else:
            parted.append(line)
    return parted + lines[_HEADER_LINES:]


def _parted(text: str) -> list[str]:
    """The header fields of one line, and the message where it begins on the same line."""
    if not _HINT.search(text):
        return [text]
    pieces = [piece for piece in _GLUED.split(text) if piece.strip()]
    last = pieces[-1] if pieces else ""
    if not _BEFORE_MESSAGE.search(last):
        return pieces
    return [*pieces[:-1], *_MESSAGE.split(last, maxsplit=1)]


def _without_heading_mark(line: Line) -> Line:
    """``#### SENSITIVE``: a Markdown layout marks lines of the header as headings too."""
    if not line.text.startswith("#"):
        return line
    bare = line.text.lstrip("# ")
    in_header = is_caption(bare) or marker(bare) or read_head(Line(line.number, bare))
    return Line(line.number, bare) if in_header else line


def _heads(lines: list[Line]) -> list[tuple[int, HeadLine]]:
    """Classification lines with a number, or failing these the first bare one."""
    heads = [
        (index, head)
        for index, line in enumerate(lines[:_HEADER_LINES])
        if line.text and (head := read_head(line)) and not _is_page_level(line.text)
    ]
    numbered = [(index, head) for index, head in heads if head.serial]
    return numbered or [bare for bare in heads[:1] if _heads_message(lines, bare[0])]


def _heads_message(lines: list[Line], row: int) -> bool:
    """Whether a level alone on a line stands above the message; at its foot it is the page's."""
    if any(opens_paragraph(line.text) for line in lines[:row]):
        return False
    return any(line.text for line in lines[row + 1 :])


def _is_page_level(text: str) -> bool:
    """``CONFIDENTIAL     PTQ1859``: the head of a page, whose operator's sign looks like a post's number."""
    return text[-1].isdigit() and PAGE_LEVEL.match(text) is not None


def _fields_begin(lines: list[Line]) -> int:
    """In a cable without a classification line: where the first field, caption or paragraph stands."""
    for index, line in enumerate(lines[:_HEADER_LINES]):
        text = line.text
        if marker(text) or lenient_marker(text) or is_caption(text) or opens_paragraph(text):
            return index
    return 0


def _bare(serial: str | None) -> str:
    return (serial or "").lstrip("0")


def _repeats(
    lines: list[Line], first: int, second: int, earlier_head: HeadLine, later_head: HeadLine
) -> int | None:
    """Index of the first line behind the earlier copy if the later one prints the same text over again."""
    if _bare(earlier_head.serial) != _bare(later_head.serial):
        return None
    if any(_TRANSMISSION.match(line.text) for line in lines[first:second]) and earlier_head.section is None:
        return first + 1
    if earlier_head.section != later_head.section:
        return None
    earlier = [squeeze(line.text) for line in lines[first:second]]
    later = "".join(squeeze(line.text) for line in lines[second : second + 2 * len(earlier) + 20])
    shared = _shared("".join(earlier), later)
    if shared < _REPEAT_LEAST:
        return None
    offset = length = 0
    while offset < len(earlier) and length + _REPEAT_SHARE * len(earlier[offset]) <= shared:
        length += len(earlier[offset])
        offset += 1
    leftover = sum(map(len, earlier[offset:]))
    return first + offset if leftover < _LEFTOVER_MOST else None


def _shared(text: str, other: str) -> int:
    """Characters that two texts have in common at their beginning."""
    for index, (a, b) in enumerate(zip(text, other, strict=False)):
        if a != b:
            return index
    return min(len(text), len(other))
