"""The text as numbered lines, and the notes that a parse takes as it goes."""

import re
import unicodedata
from html import unescape
from typing import Final, NamedTuple

from generator.model import CableWarning, Source

PILCROW: Final = "¶"

# Scraped copies that passed through a shell or a word processor carry other line ends and odd spaces.
_LINE_BREAKS: Final = re.compile(r"\r$|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ODD_SPACES: Final = re.compile(r"[\t\xa0\u2000-\u200a\u202f\u205f\u3000\ufeff]")

# as in "&#8217;", "&#x2019;", "&rsquo;", "&eacute;": what a copy taken out of a web page has for letters
_LETTER: Final = re.compile(
    r"&(?:#(?:1[6-9]\d|[2-9]\d\d|\d{4,6})|#[xX](?:[a-fA-F][0-9a-fA-F]|[0-9a-fA-F]{3,5})|[lr][sd]quo|[mn]dash"
    r"|hellip|para|sect|euro|pound|deg|[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|slash|ring|caron)|szlig);"
)
# those that stand for signs of ASCII, in a text that has such letters, too
_SIGN: Final = re.compile(r"&(?:amp|quot|apos|nbsp|#3[489]|#39);")

# as in "E.O. 12958: N/A \\" - one copy in circulation has a backslash at the end of each line.
_BACKSLASH_SHARE: Final = 0.3


# as in 'a ""sea change"" in Washington': a copy cut out of a table, where each quotation mark stands twice.
_DOUBLED: Final = re.compile(r'(?<!")(?:"")+(?!")')
_SINGLE: Final = re.compile(r'(?<!")"(?!")')


class Line(NamedTuple):
    """One line of the telegram."""

    number: int
    """Line of the source file, from 1."""
    text: str
    """Without trailing space; leading space kept, since tables and lists need it."""


class Notes:
    """Collects the warnings of one parse, each once."""

    def __init__(self) -> None:
        self._warnings: dict[CableWarning, None] = {}

    def add(self, code: str, message: str, line: int | None = None) -> None:
        """Note one finding; the code must stand in :data:`generator.model.CODES`."""
        self._warnings[CableWarning(code=code, message=message, line=line)] = None

    def taken(self) -> tuple[CableWarning, ...]:
        """All notes in order of line, those on the whole cable first."""
        return tuple(sorted(self._warnings, key=lambda note: (note.line or 0, note.code, note.message)))


def split_lines(source: Source) -> list[Line]:
    """Cut a source's text into lines that know where they stand in the file."""
    text = _ODD_SPACES.sub(" ", in_letters(source.text))
    odd = _LINE_BREAKS.search(text) is not None
    rows: list[str] = []
    numbers: list[int] = []
    for number, row in enumerate(text.split("\n"), start=source.first_line):
        for part in _LINE_BREAKS.split(row) if odd else (row,):
            rows.append(part.rstrip())
            numbers.append(number)
    if _ends_in_backslashes(rows):
        rows = [row.removesuffix("\\").rstrip() for row in rows]
    return [Line(number, row) for number, row in zip(numbers, rows, strict=True)]


def with_single_quotes(lines: list[Line], notes: Notes) -> list[Line]:
    """The lines with each quotation mark once, where a table's cell has doubled them.

    Of the cell's own frame and its neighbours single marks may be left; where they are the rule, two together
    are a quotation within a quotation, and stay.
    """
    doubled = [line for line in lines if _DOUBLED.search(line.text)]
    count = sum(len(_DOUBLED.findall(line.text)) for line in doubled)
    if count < _DOUBLED_LEAST or count <= sum(len(_SINGLE.findall(line.text)) for line in lines):
        return lines
    notes.add("quotes-doubled", f"{count} times", doubled[0].number)
    return [Line(line.number, _DOUBLED.sub(_halved, line.text)) for line in lines]


_DOUBLED_LEAST: Final = 2
"""One may be a slip of the typist's."""


def _halved(match: re.Match[str]) -> str:
    return match[0][::2]


def in_letters(text: str) -> str:
    """Character references (``&#8217;``, ``&amp;``) as what they mean, a letter and its accent as one.

    A text that has none for a letter beyond ASCII has not been taken out of a web page, and stays as it is.
    Brackets of markup stay in any case: no telegram has them, and nobody shall take them for markup.
    """
    if "&" in text and _LETTER.search(text):
        text = _SIGN.sub(_meant, _LETTER.sub(_meant, text))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _meant(match: re.Match[str]) -> str:
    meant = unescape(match[0])
    return meant if meant.isprintable() and meant not in "<>" else " "


def _ends_in_backslashes(rows: list[str]) -> bool:
    slashed = sum(row.endswith("\\") for row in rows)
    return slashed > _BACKSLASH_SHARE * len(rows) and slashed > 1


def squeeze(text: str) -> str:
    """Letters and digits only, in capitals: what two printings of one header have in common."""
    return "".join(filter(str.isalnum, text)).upper()
