"""The E.O. line and "Classified By": who classified the telegram, why, and until when."""

import re
from datetime import date
from typing import Final, NamedTuple

from generator.parse.dates import read_date
from generator.parse.lines import Line, Notes

_ORDER: Final = re.compile(r"\b(1[\dO]{4})\b")
# No date is meant, and none is missing: an exemption, an event, a number of years, nothing to declassify.
_NO_DATE: Final = re.compile(
    r"N\s?/?\s?A\b|\bX?[AG]?DS\b|\bX\s?\d|OADR|YEARS?\b|UPON|AFTER|CLOSURE|NONE|25X|1\.6|NARA|MR\b|HUM|REUNIF|^\W*$",
    re.IGNORECASE,
)
_DECLASSIFIED: Final = re.compile(r"DECLASSIFIED\s+BY", re.IGNORECASE)


class ExecutiveOrder(NamedTuple):
    """What the E.O. line says."""

    number: str | None
    declassify_on: date | None


def read_order(lines: list[Line], sent: date | None, notes: Notes) -> ExecutiveOrder:
    """Read the E.O. line: ``E.O. 12958: DECL: 02/26/2030``."""
    text = " ".join(line.text for line in lines)
    match = _ORDER.search(text)
    number = match[1].replace("O", "0") if match else None
    value = text[match.end() :].strip(" :;.,") if match else text
    if _DECLASSIFIED.search(value):
        return ExecutiveOrder(number, None)
    declassify_on = read_date(value, after=sent)
    if declassify_on is None and not _NO_DATE.search(value.removeprefix("DECL").strip(" :")):
        notes.add("declassify-unreadable", f'"{value[:60]}" is no date', lines[0].number)
    return ExecutiveOrder(number, declassify_on)


# as in "1.4 (b) and (d)", "1.4 (B), (D)", "1.4(b),(d)", "1.4 b/d", "1.5 (b)-(d)", "1.4 (B & D)"
_REASONS: Final = re.compile(
    r"(?P<section>1\.\s?[3456])\s*(?P<letters>(?:[(\[]?\s?[a-h]\s?[)\]]?(?:\s*(?:,|;|&|/|\+|-|and|or)?\s*)(?![a-z]{2}))+)",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(r"(?<![a-z])[a-h](?![a-z])", re.IGNORECASE)
_RANGE: Final = re.compile(r"([a-h])\)?\s?-\s?\(?([a-h])", re.IGNORECASE)
# Where the name ends: ", for reasons 1.4", "; REASON:", " per 1.4", ", Reasons", " E.O. 12958"
_NAME_END: Final = re.compile(
    r"[\s,;.:\-(]{0,6}(?:\b(?:for|per|under|by|due to|pursuant to|in accordance with|citing)\s+)?(?:"
    # as in "for the following reasons", "reas", "reason(s)"
    r"\b(?:the\s+)?(?:following\s+)?reas(?:on|ons|ns|o)?\b|\breason\s?\(?s\)?"
    # as in "E.O. 12958", "EO13526"
    r"|\bE\.?O\.?\s*1\d{4}"
    # as in "section 1.4", "para. 1.5", "1.4"
    r"|\b(?:section|sect?|para(?:graph)?|sub-?section)\.?\s*1\.|1\.\s?[3456]\b)",
    re.IGNORECASE,
)
# "1.4 (b) a" and "nd (d)" on the next line
_BROKEN_AND: Final = re.compile(r"\b(?:a nd|an d)\b(?= ?\(?[a-h]\b)", re.IGNORECASE)
_AGAIN: Final = re.compile(r"^(?:classified\s+by\s*:?\s*)+", re.IGNORECASE)
_ABBREVIATED: Final = re.compile(r"\b(?:Jr|Sr|[A-Z])$", re.IGNORECASE)
_DANGLING: Final = re.compile(r"(?<![\s,;:\-(])[\s,;:\-(]++(?:(?:for|per|under|by)\s*)?$", re.IGNORECASE)


_NAME_MOST: Final = 500
"""Characters of the longest name with its titles; more without a reason is no name."""


class Classifier(NamedTuple):
    """What the "Classified By" line says."""

    name: str | None
    """As printed, without the reasons."""
    reasons: tuple[str, ...]
    """``1.4(b)``."""
    rest: str
    """What stands behind the reasons and is more than their end: the message, run on by a copy."""


def read_classifier(lines: list[Line]) -> Classifier:
    """Read "Classified By: Ambassador Richard E. Hoagland, 1.4 (B), (D)"."""
    text = _BROKEN_AND.sub("and", _joined([line.text.strip() for line in lines]))
    text = _AGAIN.sub("", text)
    end = _NAME_END.search(text, 0, _NAME_MOST)
    if end is None and len(text) > _NAME_MOST:
        return Classifier(None, (), text)
    name = _DANGLING.sub("", text[: end.start()] if end else text).strip()
    name += "." if _ABBREVIATED.search(name) and text[len(name) : len(name) + 1] == "." else ""
    if name.endswith(".") and not _ABBREVIATED.search(name[:-1]):
        name = name[:-1].rstrip()
    return Classifier(name or None, read_reasons(text), _rest(text))


def _joined(lines: list[str]) -> str:
    """The lines as one; a word of which the network put the last letters on the next line is whole again."""
    text = ""
    for line in lines:
        tail = _TAIL.match(line)
        is_broken = tail and len(text) > _WRAPPED and text[-1:].isalpha() and tail[0] not in _SMALL_WORDS
        text = f"{text}{'' if is_broken else ' '}{line}"
    return text.strip()


_TAIL: Final = re.compile(r"[a-z]{1,3}(?=[\s,;.:])")
_WRAPPED: Final = 50
"""Characters of a line from which on it may have been wrapped."""
_SMALL_WORDS: Final = frozenset(
    ["of", "for", "and", "in", "to", "by", "per", "the", "or", "de", "la", "el", "di", "da", "du", "van",
     "von", "al", "bin", "le", "at", "on", "nd", "d", "b", "c"]
)  # fmt: skip
"""What begins a line as a word of its own, letters of reasons among them."""


def classifier_within(text: str) -> Classifier | None:
    """Who classified, where a paragraph says so: ``1. (U) CLASSIFIED BY DCM JANE DOE. REASON: 1.5 (D)``.

    None where it says nothing of it. The words stay in the paragraph.
    """
    match = _WITHIN.search(text, 0, _NAME_MOST)
    if match is None or not _REASON_NAMED.search(text, match.end(), match.end() + _NAME_MOST):
        return None
    found = read_classifier([Line(0, text[match.end() :])])
    name = _ORDER_BEHIND.sub("", found.name or "").strip(" -:,")
    is_name = len(_WORDS.findall(name)) > 0 and not name.upper().startswith(("SECTION", "REASON"))
    return found._replace(name=name, rest="") if is_name else None


_WITHIN: Final = re.compile(r"(?:^|[.;:\-]\s{1,3})(?:DERIVATIVELY\s)?CLASSIFIED\s+BY\b[\s:]*", re.IGNORECASE)
_REASON_NAMED: Final = re.compile(r"\bREAS[O0]N|\b1\.\s?[3-6]", re.IGNORECASE)
_ORDER_BEHIND: Final = re.compile(r"(?<!\s)\s++(?:based\s++[o0]n|reas0n.*)$", re.IGNORECASE)


def _rest(text: str) -> str:
    ends = [match.end() for match in _REASONS.finditer(text)]
    rest = text[ends[-1] :].strip(" .,;)") if ends else ""
    return rest if len(_WORDS.findall(rest)) >= _REST_LEAST else ""


_WORDS: Final = re.compile(r"[^\W\d_]{2,}")
_REST_LEAST: Final = 4


def read_reasons(text: str) -> tuple[str, ...]:
    """Every reason named, as ``1.4(b)``, each once."""
    reasons: dict[str, None] = {}
    for match in _REASONS.finditer(text):
        section = match["section"].replace(" ", "")
        letters = match["letters"].lower()
        for letter in _letters(letters):
            reasons[f"{section}({letter})"] = None
    return tuple(reasons)


def _letters(text: str) -> list[str]:
    if span := _RANGE.search(text):
        return [chr(code) for code in range(ord(span[1]), ord(span[2]) + 1)]
    return [match[0] for match in _LETTER.finditer(text)]
