"""No word of a telegram is lost: what no part of the parser kept is put into a notice, with a warning.

Every part takes from its lines what it understands. Of a copy that lost its line ends one of them is given a
line of ten thousand characters, and what stands behind the date or the routing indicator would be gone. So
the record is held against the text at the end, word by word.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from generator.model import Cable
from generator.names import marks
from generator.parse.banners import PAGE, PAGE_LEVEL, is_banner
from generator.parse.captions import is_caption
from generator.parse.classification import read_head
from generator.parse.fields import marker
from generator.parse.lines import Line
from generator.parse.transmission import is_header_line

_WORD: Final = re.compile(r"[^\W_]+")
_FORM_MOST: Final = 150
"""Characters of a line that may vanish as a whole, being of a form that the record has in values of its own:
the longest classification lines and E.O. lines have 130."""


_LABELS: Final = frozenset(
    ["AND", "CLASSIFIED", "DECL", "DECLASSIFY", "FOR", "FROM", "PER", "REASON", "REASONS", "REF", "REFS",
     "REFTEL", "SECTION", "SUBJ", "SUBJECT", "TAGS", "THE"]
)  # fmt: skip
"""Words that stand around a field's value and are no part of it."""
_TAIL: Final = re.compile(r"\s{0,8}([a-z]{1,3})(?=[\s,;.:])")
"""The last letters of a word that stands on the line before: ``Rea``, ``son``."""
_SHORT: Final = 2
"""Letters of what remains in a header of words broken over lines: ``a nd``."""


def left_out(header: Sequence[Line], message: Sequence[Line], cable: Cable, post: str) -> list[Line]:
    """What of the text stands nowhere in the record, in order.

    Args:
        header: The lines before the message.
        message: Those of the message; neither with a beginning that is printed twice.
        cable: The record as it is without them.
        post: The telegram's post in capitals, by which page banners are known.
    """
    kept = Counter(_words("\n".join(_texts(cable))))
    texts = (line.text for line in message if not is_banner(line.text, post))
    said = Counter(_words("\n".join(texts)))
    left: list[Line] = []
    if any(number > kept[word] and _says_something(word, formed=False) for word, number in said.items()):
        left = [part for line in message if (part := _missing(line, kept, post, formed=False))]
    else:
        kept.subtract(said)
    return [part for line in header if (part := _missing(line, kept, post, formed=True))] + left


def _missing(line: Line, kept: Counter[str], post: str, *, formed: bool) -> Line | None:
    """Words of a line that the record does not have, or has for another line.

    Args:
        line: The line.
        kept: How often the record has each word, for lines not looked at yet.
        post: As above.
        formed: The line belongs to a header, where labels stand around values.
    """
    words = _words(line.text)
    if not words or (formed and _has_form(line, post)):
        return None
    needed = Counter(words)
    lacking = {word: number - kept[word] for word, number in needed.items() if number > kept[word]}
    if lacking and not formed and _has_form(line, post):
        return None
    if formed and (tail := _TAIL.match(line.text)):
        lacking.pop(tail[1].upper(), None)
    kept.subtract({word: min(number, kept[word]) for word, number in needed.items()})
    if not any(_says_something(word, formed=formed) for word in lacking):
        return None
    return Line(line.number, _printed(line.text, lacking))


def _printed(text: str, lacking: dict[str, int]) -> str:
    """The stretches of a line that hold the lacking words, as printed between the words that are not.

    The whole line where it asks to protect somebody: the name that is meant stays beside the mark.
    """
    if marks(text):
        return text.strip()
    stretches: list[str] = []
    start, within = 0, False
    for match in _WORD.finditer(text):
        lost = _is_lacking("".join(_words(match[0])), lacking)
        if within and not lost:
            stretches.append(text[start : match.start()])
        if not lost:
            start = match.end()
        within = lost
    if within:
        stretches.append(text[start:])
    return " ".join(" ".join(stretches).split())


def _says_something(word: str, *, formed: bool) -> bool:
    """No lone letter (a marking), no number (the record has dates and serials in its own form), no label."""
    shortest = _SHORT if formed else 1
    return len(word) > shortest and not word.isdigit() and not (formed and word in _LABELS)


def _is_lacking(word: str, lacking: dict[str, int]) -> bool:
    """Whether a word is still lacking; counts it."""
    number = lacking.get(word, 0)
    lacking[word] = number - 1
    return number > 0


def _has_form(line: Line, post: str) -> bool:
    """Whether a line is of a form whose words the record does not repeat."""
    text = line.text.strip()
    if len(text) > _FORM_MOST:
        return False
    return bool(
        is_header_line(text)
        or is_caption(text)
        or is_banner(text, post)
        or PAGE.match(text)
        or PAGE_LEVEL.match(text)
        or marker(text)
        or read_head(line)
    )


def _texts(cable: Cable) -> Iterator[str]:
    """Everything that a record says in words of the text."""
    yield from filter(None, (cable.subject, cable.signed_by, cable.classified_by, cable.transmission_id))
    yield from (*cable.captions, *cable.attention, *cable.tags, *cable.tag_people, *cable.reasons)
    for addressee in (*cable.action, *cable.info):
        yield from filter(None, (addressee.route, addressee.name, addressee.precedence, addressee.number))
    for reference in cable.references:
        yield from filter(None, (reference.label, reference.text))
    for block in cable.blocks:
        yield from filter(None, (str(block.number or ""), block.marking, block.text))
    yield from (warning.message for warning in cable.warnings)


def _words(text: str) -> list[str]:
    """Runs of letters and digits, whatever their case and however composed."""
    return _WORD.findall(text.upper() if text.isascii() else unicodedata.normalize("NFKC", text).upper())
