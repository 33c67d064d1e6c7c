"""The closing surname: ``HOAGLAND`` on the last line, or at the end of the last sentence."""

import re
from typing import Final, NamedTuple

from generator.parse.lines import Line

_NOT_NAMES: Final = frozenset(
    [
        "COMMENT",
        "SUMMARY",
        "TEXT",
        "NOTE",
        "END",
        "NNNN",
        "BT",
        "CONFIDENTIAL",
        "SECRET",
        "UNCLASSIFIED",
        "UNCLAS",
        "SIPDIS",
        "NOFORN",
        "SENSITIVE",
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
    r"(?:(?:Mc|Mac|De|Di|La|Le|Van|Von|O['\u2019])?[A-Z][a-z]+|[A-Z]['\u2019]?[A-Z]+(?:[a-z]?[A-Z]+)*)"
)
_NAME: Final = (
    r"(?:(?:[A-Z]\. ?){1,2})?(?:(?:van|von|de|der|den|di|la|le|VAN|VON|DE|DER|DI|LA|LE) ){0,2}"
    rf"{_WORD}(?:[- ]{_WORD}){{0,2}}"
)
_ALONE: Final = re.compile(rf"^\W{{0,4}}(?P<name>{_NAME}(?:,? (?:JR|Jr|SR|Sr|III|II)\.?)?)\W{{0,6}}$")
_INSIDE: Final = re.compile(rf"(?<=[.?!)\]\"\u201d\u2019'*=_-])\s{{1,12}}(?P<name>{_NAME})[\s*_-]{{0,6}}$")
_ENDED: Final = re.compile(r"[.?!:)\]\"\u201d\u2019'*-]\W*$")
_TRAILER: Final = re.compile(
    r"^\W*(?:NNNN|BT|#\d+|UNCLASSIFIED|CONFIDENTIAL|SECRET|CABLE ENDS"
    r"|\d{4}[A-Z]{2,20}\d{3,7} - Classification: .*)?\W*$"
)
_LINE_MOST: Final = 40


class Signed(NamedTuple):
    """The message's lines without the signature."""

    lines: list[Line]
    name: str | None
    trailer: list[Line]
    """What copies print behind it."""


def take_signature(lines: list[Line]) -> Signed:
    """Take the signature off the end of a message."""
    end = len(lines)
    while end and _TRAILER.match(lines[end - 1].text[:120]) and len(lines[end - 1].text) < 120:  # noqa: PLR2004 - a trailer is short
        end -= 1
    trailer = [line for line in lines[end:] if any(map(str.isalnum, line.text))]
    if not end:
        return Signed(lines, None, [])
    last = lines[end - 1]
    if (
        len(last.text) < _LINE_MOST
        and (found := _ALONE.match(last.text))
        and _is_name(found["name"])
        and _ended(lines[: end - 1])
    ):
        return Signed(lines[: end - 1], found["name"], trailer)
    if (found := _INSIDE.search(last.text[-_TAIL:])) and _is_name(found["name"]) and _closes(found["name"]):
        cut = len(last.text) - len(last.text[-_TAIL:]) + found.start()
        return Signed([*lines[: end - 1], Line(last.number, last.text[:cut])], found["name"], trailer)
    return Signed(lines[:end], None, trailer)


_TAIL: Final = 80


def _is_name(name: str) -> bool:
    """No heading word, no redaction."""
    return not _NOT_NAMES & set(name.upper().split()) and set(name.upper()) != {"X"}


def _closes(name: str) -> bool:
    """Inside a line only one word, or several in capitals, can be trusted to be a name."""
    return name.isupper() or " " not in name


def _ended(lines: list[Line]) -> bool:
    """True where the sentence before has ended, or a blank line stands between."""
    if not lines:
        return False
    return not lines[-1].text.strip() or bool(_ENDED.search(lines[-1].text[-20:]))
