"""The closing surname: ``HOAGLAND`` on the last line, or at the end of the last sentence."""

import re
from typing import Final, NamedTuple

from generator.names.affixes import GENERATION_PRINTED
from generator.parse.lines import Line
from generator.parse.lookup import is_tag
from generator.tables import LEVEL_PATTERN, PRINTED_LEVELS

_NOT_NAMES: Final = frozenset(
    [
        "COMMENT",
        "SUMMARY",
        "TEXT",
        "NOTE",
        "END",
        "NNNN",
        "BT",
        *PRINTED_LEVELS,
        "UNCLAS",
        "SIPDIS",
        "NOFORN",
        "SENSITIVE",
        "SBU",
        "MINIMIZE",
        # how a sentence begins that an extract breaks off
        "A",
        "AFTER",
        "ALTHOUGH",
        "AS",
        "AT",
        "BUT",
        "FOR",
        "FROM",
        "HE",
        "HER",
        "HIS",
        "HOWEVER",
        "IF",
        "IN",
        "IT",
        "ITS",
        "ON",
        "OUR",
        "SHE",
        "THE",
        "THEIR",
        "THERE",
        "THESE",
        "THEY",
        "THIS",
        "THOSE",
        "WE",
        "WHEN",
        "WHILE",
        "WITH",
        "ATTACHMENT",
        "ANNEX",
        "BACKGROUND",
        "POINTS",
        "QUOTE",
        "UNQUOTE",
        "TABLE",
        "LIST",
        "BIO",
        "BIOGRAPHY",
        "CONCLUSION",
    ]
)
_WORD: Final = (
    r"(?:(?:Mc|Mac|De|Di|La|Le|Van|Von|O['\u2019])?[A-Z][a-z]+|[A-Z]['\u2019]?[A-Z]+(?:[a-z][A-Z]+)*)"
)
_NAME: Final = (
    r"(?:(?:[A-Z]\. ?){1,2})?(?:(?:van|von|de|der|den|di|la|le|VAN|VON|DE|DER|DI|LA|LE) ){0,2}"
    rf"{_WORD}(?:[- ]{_WORD}){{0,2}}"
)
_SUFFIX: Final = rf"(?:,? {GENERATION_PRINTED})?"
_ALONE: Final = re.compile(rf"^\W{{0,4}}(?P<name>{_NAME}{_SUFFIX})(?P<tail>\W{{0,6}})$")
_INSIDE: Final = re.compile(
    # as in "this cable. SCOBEY", "********** HENZEL"
    r"(?:(?<=[.?!)\]\"\u201d\u2019'*=_/-])\s{1,12}"
    # as in "Website: XXXXXXXXXXXX TUTTLE"
    r"|(?<=XXXX)(?!X)\s{0,12}"
    # as in "in the Gulf.HENZEL", "in the Gulf HENZEL"
    r"|(?<=[.?!])(?=[A-Z]{4})|(?<=[a-z])\s{1,12}(?=[A-Z]{4})"
    # as in "MINIMIZE CONSIDERED MURRAY"
    r"|(?<=\bCONSIDERED)\s{1,12})(?!MINIMI[ZS])"
    rf"(?P<name>{_NAME})(?P<tail>[\s*_-]{{0,6}})$"
)
_ENDED: Final = re.compile(r"[.?!:)\]\"\u201d\u2019'*/-]\W*$|X{4}\W*$|\bCONSIDERED\W*$|\bGP-\d\W*$")
"""How a line ends behind which a name stands for itself; ``GP-3`` is a group for downgrading (1960s)."""
_ADDRESS: Final = re.compile(r"https?:|web ?site|www\.", re.IGNORECASE)
_TRAILER: Final = re.compile(
    # as in "NNNN", "BT", "#0308", "UNCLASSIFIED"
    rf"^\W*(?:NNNN(?:\s+End Cable Text)?|End Cable Text|BT|#\d+|{LEVEL_PATTERN}|SBU|CABLE ENDS"
    # as in "MINIMIZE CONSIDERED.": that few may be bothered, which the sender has thought of
    r"|MINIMI[ZS]ED? CONSIDERED"
    # notes of a communications centre: "NOTE BY OC/T: HEADING AS RECEIVED.", "NOTE: NOT PASSED TO ABOVE"
    r"|NOTE BY OC/?T\b.{0,80}|NOTE: (?:NOT )?PASSED\b.{0,60}"
    # as in "2009ASTANA00308 - Classification: SECRET"
    r"|\d{4}[A-Z]{2,20}\d{3,7} - (?:Classification: )?[A-Z/ ]+|Classification: [A-Z/ ]+)?\W*$"
)
_TRAILER_INSIDE: Final = re.compile(r"(?<!\s)\s++NNNN(?:\s+End Cable Text|\s+\d{4}[A-Z]+\d+ - .{5,40})?\s*$")
_TRAILER_MOST: Final = 120
_LINE_MOST: Final = 40
_TAIL: Final = 120
"""Characters at the end of a line among which a signature stands."""
_SHORTEST_SURE: Final = 4
"""Letters from which a lone word in capitals is a name rather than an abbreviation."""


class Signed(NamedTuple):
    """The message's lines without the signature."""

    lines: list[Line]
    name: str | None
    trailer: list[Line]
    """What copies print behind it."""


def take_signature(lines: list[Line]) -> Signed:
    """Take the signature off the end of a message."""
    body, trailer = _without_trailer(lines)
    if not body:
        return Signed(lines, None, [])
    last, before = body[-1], body[:-1]
    printed = last.text.strip()
    alone = _ALONE.match(printed) if len(printed) < _LINE_MOST else None
    if alone and _is_name(alone["name"]) and _stands_alone(alone, before):
        return Signed(before, alone["name"], trailer)
    match = _INSIDE.search(last.text[-_TAIL:])
    if match and _is_name(match["name"]) and _closes(match):
        cut = max(len(last.text) - _TAIL, 0) + match.start("name")
        return Signed([*before, Line(last.number, last.text[:cut].rstrip())], match["name"], trailer)
    return Signed(body, None, trailer)


def _without_trailer(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The message, and what copies print behind it."""
    end = len(lines)
    while end and len(lines[end - 1].text) < _TRAILER_MOST and _TRAILER.match(lines[end - 1].text):
        end -= 1
    trailer = [line for line in lines[end:] if any(map(str.isalnum, line.text))]
    body = lines[:end]
    if body and (match := _TRAILER_INSIDE.search(body[-1].text[-_TAIL:])):
        last = body[-1]
        body = [*body[:-1], Line(last.number, last.text[: len(last.text) - len(match[0])])]
        trailer.insert(0, Line(last.number, match[0].strip()))
    return body, trailer


def _is_name(name: str) -> bool:
    """No heading word, no redaction."""
    words = name.upper().split()
    return not _NOT_NAMES & set(words) and not any(set(word) == {"X"} for word in words)


def _stands_alone(match: re.Match[str], before: list[Line]) -> bool:
    """True where the sentence before has ended, or the name is set off from it by its capitals."""
    previous = before[-1].text if before else ""
    if not before:
        return False
    if not previous.strip() or _ENDED.search(previous[-20:]) or _ADDRESS.search(previous):
        return True
    name = match["name"]
    sure = name.isupper() and len(name) >= _SHORTEST_SURE and not match["tail"].strip()
    return sure and any(map(str.islower, previous))


def _closes(match: re.Match[str]) -> bool:
    """Within a line only one word, or several in capitals, can be trusted to be a name."""
    name = match["name"]
    before = match.string[: match.start("name")].rstrip()
    if before[-1:].islower():
        return name.isupper() and " " not in name and not is_tag(name) and not before.isupper()
    return name.isupper() or " " not in name
