"""The fields between classification line and message: E.O., TAGS, SUBJECT, REF, Classified By.

Each begins with its name at the start of a line; what stands before, between and behind them is captions,
attention lines and remarks, none of which is lost.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from generator.parse.banners import is_banner
from generator.parse.captions import is_caption
from generator.parse.lenient import lenient_marker
from generator.parse.lines import Line, squeeze
from generator.parse.lookup import is_tag, post_in
from generator.parse.marking import opens_paragraph, starts_marked

FieldName = Literal["executive_order", "tags", "subject", "references", "classified_by"]

MARKERS: Final[dict[FieldName, re.Pattern[str]]] = {
    # as in "E.O. 12958: DECL: 02/26/2030", "EO 12958 DECL: 11/29/10", "E.O.12356: DECL:OADR"
    "executive_order": re.compile(
        r"^\W{0,4}(?P<value>E\s?\.?\s?O\s?\.?\s{0,3}:?\s{0,3}1[\dO]{4}\b.*|DECL(?:ON)?\s?:.*)$", re.IGNORECASE
    ),
    # as in "TAGS: PGOV PREL", "TAGS PGOV, PREL", "TAG: PTER", "Tags: prel"
    "tags": re.compile(r"^\W{0,4}TAGS?(?:\s{0,3}[:;.]|\s)\s*(?P<value>.*)$|^\W{0,4}TAGS$", re.IGNORECASE),
    # as in "SUBJECT: ...", "SUBJ: ...", "Subject- ..."; the word alone on a line
    "subject": re.compile(
        r"^\W{0,4}(?:SUBJECT|SUBJ|SUBEJCT|SUBJET)(?:\s{0,3}[:;]\s*|\s{0,3}-\s+|$)(?P<value>.*)$",
        re.IGNORECASE,
    ),
    # as in "REF: A. STATE 1", "REFTEL: ASTANA 00272", "REFS (A) STATE 52607", "Reference: ..."
    "references": re.compile(
        r"^\W{0,4}REF(?:S|TEL|TELS|TEL\(S\)|ERENCE|ERENCES|\(S\))?"
        r"(?:\s{0,3}[:;]\s*|\s+(?=[(\[]?[A-Z][.):\]]\s))(?P<value>.*)$",
        re.IGNORECASE,
    ),
    # as in "Classified By: DCM ...", "CLASSIFIED BY AMBASSADOR ..."
    "classified_by": re.compile(
        r"^\W{0,4}(?:\((?:U|C|S|SBU)\)\s{0,3})?"
        r"(?:CLASSIFIED|DERIVATIVELY CLASSIFIED|CLASSIFIED AND APPROVED)\s+BY"
        r"(?:\b|(?-i:(?=[A-Z])))[\s:]*(?P<value>.*)$",
        re.IGNORECASE,
    ),
}
"""Field -> how its first line begins."""

_FIELD_LINES: Final = 40
"""No field has more lines."""
_FIELD_MOST: Final = 16_000
"""Characters of a field; the longest measured, a subject with all its message run on behind it, has 6,500."""
_ZONE: Final = 120
"""Fields stand within so many lines of the classification line."""
# as in "-----", "* * ====": no words, three signs of a rule in a row
_DASHES: Final = re.compile(r"^(?=.*[-=_*]{3})[\W_]*+$")
_HEADING_WORD: Final = re.compile(
    r"^\W{0,4}(?:\([A-Z/]{1,8}\)\s*)?(?:BEGIN\s+)?(?:SUMMARY|INTRODUCTION|ACTION REQUEST|OVERVIEW|BACKGROUND|"
    r"KEY POINTS|DEAR)\b",
    re.IGNORECASE,
)
_REFERENCE_LABEL: Final = re.compile(r"^\W{0,12}(?:1(?=[A-Z][.)]))?\(?[A-Z]\s?[.):]")
_REFERENCE_LIKE: Final = re.compile(
    r"^\W{0,6}(?:(?:19|20)?\d\d\s+)?"
    r"(?P<post>[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+){0,3})\s+\d{2,7}\b"
)
# as in "E) PARIS", then the number on the next line
_SERIAL_LIKE: Final = re.compile(r"^\W{0,4}\d{2,7}(?![\d.])")
_HANDLING: Final = re.compile(r"^\W{0,4}SENSITIVE BUT UNCLASSIFIED\b")
_REASON_LIKE: Final = re.compile(
    r"^\W{0,4}(?:REASONS?|FOR REASONS?|E\.O\.|(?:A?ND?|D|OR)?\s?\(?[A-H]\)|1\.[45])", re.IGNORECASE
)
# as in "1.4 (b)", "1.5(D)"
_REASON: Final = re.compile(r"1\.[45][\W\d]{0,40}+[a-h]\b", re.IGNORECASE)
_REASON_DONE: Final = re.compile(r"[.)\w]$")
_DECLASSIFY_LIKE: Final = re.compile(r"^\W{0,4}(?:DECL|\d{1,4}[/-]|X\d|N/A|OADR)", re.IGNORECASE)
_TAG_TOKEN: Final = re.compile(r"[A-Z]{2,6}$")
_TAGS_SHARE: Final = 0.7
"""Share of the words of a line in small letters that must be codes."""
_LONG_SUBJECT_LINE: Final = 45


@dataclass(slots=True)
class Fields:
    """The lines of each field, its name taken off the first."""

    values: dict[FieldName, list[Line]] = field(default_factory=dict)
    loose: list[Line] = field(default_factory=list)
    """Lines before the body that belong to no field."""
    body: int = 0
    """Index of the body's first line."""
    copied: set[int] = field(default_factory=set)
    """Numbers of lines that hold fields in another printing of the header."""
    misspelt: list[Line] = field(default_factory=list)
    """Lines whose label was none, and read as one."""


class _Around(NamedTuple):
    """Where a line stands."""

    gap: bool
    """A blank line precedes."""
    double: bool
    """Every line of this header is followed by a blank one."""


def marker(text: str) -> tuple[FieldName, str] | None:
    """The field that a line begins, with the rest of the line."""
    if not len("REF") <= len(text) <= _FIELD_MOST:
        return None
    for name, pattern in MARKERS.items():
        if match := pattern.match(text):
            return name, (match["value"] or "").strip().removeprefix("**").lstrip()  # "**SUBJECT:** A VISIT"
    return None


def read_fields(lines: list[Line], post: str) -> Fields:
    """Sort the lines behind the classification line into fields, loose lines and body.

    Args:
        lines: Behind the classification line.
        post: The telegram's post in capitals, by which page banners are known; empty where it is not known.
    """
    fields = Fields()
    marks = _marks(lines)
    _add_lenient(lines, marks, fields)
    last = max(marks, default=-1)
    double = _double_spaced(lines[: last + 1])
    current: FieldName | None = None
    blanks = 0
    for index, line in enumerate(lines):
        if not line.text.strip():
            blanks += 1
            continue
        if is_banner(line.text, post):
            continue
        around = _Around(blanks > (1 if double else 0), double)
        blanks = 0
        if index in marks:
            current = _begin(fields, line, marks[index])
        elif current and _continues(current, fields.values[current], line.text, around, index >= last):
            fields.values[current].append(line)
        elif index > last and not (last < 0 and _front_matter(line.text)):
            fields.body = index
            return fields
        else:
            current = None
            fields.loose.append(line)
    fields.body = len(lines)
    return fields


def _marks(lines: list[Line]) -> dict[int, tuple[FieldName, str]]:
    """Index -> field for every line that begins one, before the first numbered paragraph."""
    marks: dict[int, tuple[FieldName, str]] = {}
    for index, line in enumerate(lines[:_ZONE]):
        if opens_paragraph(line.text):
            break
        if mark := marker(line.text):
            marks[index] = mark
    return marks


def _add_lenient(lines: list[Line], marks: dict[int, tuple[FieldName, str]], fields: Fields) -> None:
    """The lines that begin a field which has no line in its proper form; such fields stand among others."""
    begun = {name for name, _ in marks.values()}
    if {"tags", "subject", "references"} <= begun or not marks:
        return
    for index, line in enumerate(lines[: max(marks) + _LENIENT_BEHIND]):
        if opens_paragraph(line.text):
            return
        mark = lenient_marker(line.text) if index not in marks and line.text else None
        if mark and mark[0] not in begun:
            name, value, misspelt = mark
            marks[index] = name, value
            begun.add(name)
            if misspelt:
                fields.misspelt.append(line)


_LENIENT_BEHIND: Final = 8
"""Lines behind the last proper field among which one without a proper label may stand."""


def _begin(fields: Fields, line: Line, mark: tuple[FieldName, str]) -> FieldName | None:
    """Open a field; a second printing of one already filled is dropped when it says the same."""
    name, value = mark
    known = fields.values.get(name)
    if known is None or not any(part.text for part in known):
        fields.values[name] = [Line(line.number, value)]
        return name
    if name == "tags" and squeeze(value) not in squeeze(" ".join(part.text for part in known)):
        known.append(Line(line.number, value))  # as in "TAGS: EAID, TAGS: EFIN"
        return name
    if name == "executive_order" and len(known) == 1 and not line.text.upper().lstrip().startswith("E"):
        known.append(Line(line.number, value))
        return name
    if squeeze(value) not in squeeze(" ".join(part.text for part in known)):
        fields.loose.append(line)
    return None


def _continues(name: FieldName, so_far: list[Line], text: str, around: _Around, last: bool) -> bool:  # noqa: FBT001 - one predicate of five alike
    value = " ".join(part.text for part in so_far).strip()
    too_long = len(so_far) > _FIELD_LINES or len(value) + len(text) > _FIELD_MOST
    if too_long or _DASHES.match(text) or opens_paragraph(text):
        return False
    if name == "subject":
        return _continues_subject(so_far, text, around, last=last)
    if name == "tags":
        return _continues_tags(value, text, around)
    if name == "references":
        return _continues_references(value, text, around)
    if name == "classified_by":
        return _continues_classified(value, text, around)
    return _continues_order(value, text, around)


def _continues_order(value: str, text: str, around: _Around) -> bool:
    if value.endswith((":", "DECL")) or not re.search(r"\d{5}.*\w", value):
        return bool(_DECLASSIFY_LIKE.match(text))
    return not around.gap and not around.double and len(value) > _LONG_SUBJECT_LINE and not is_caption(text)


def _continues_tags(value: str, text: str, around: _Around) -> bool:
    if is_caption(text):
        return False
    tokens = re.split(r"[\s,;.()]+", text.strip(" ,;.()"))
    small = text.islower() and len(tokens) > 1  # a lone small word may be one of the message's
    if small and sum(is_tag(token.upper()) for token in tokens) > _TAGS_SHARE * len(tokens):
        return not around.gap or value.endswith(",") or not value
    if not all(_TAG_TOKEN.match(token) for token in tokens):
        return not around.gap and value.count("(") > value.count(")")
    return not around.gap or value.endswith(",") or not value or any(map(is_tag, tokens))


def _continues_subject(so_far: list[Line], text: str, around: _Around, *, last: bool) -> bool:
    if not any(part.text for part in so_far):
        return not is_caption(text)
    if _HEADING_WORD.match(text) or is_caption(text):
        return False
    if so_far[-1].text.isupper() and len(_SMALL_WORD.findall(text)) >= _PROSE_LEAST - 1:
        return False
    if not around.gap:
        return not (around.double and last) or text.isupper()
    return not last and len(so_far[-1].text) >= _LONG_SUBJECT_LINE and text.isupper()


def _continues_references(value: str, text: str, around: _Around) -> bool:
    if starts_marked(text) and not _labels_telegram(text):
        return False
    if _HEADING_WORD.match(text) or is_caption(text) or _HANDLING.match(text):
        return False
    if _SERIAL_LIKE.match(text) and not value[-1:].isdigit():
        return True
    if not around.gap and not around.double:
        return not _is_prose(text)
    if not value or value.endswith((",", ";")) or _REFERENCE_LABEL.match(text):
        return True
    return _is_telegram(text)


def _is_telegram(text: str) -> bool:
    """Whether a line begins with post and number: a whole name, no words before it."""
    match = _REFERENCE_LIKE.match(text)
    found = post_in(match["post"]) if match else None
    return found is not None and not found.offset


def _labels_telegram(text: str) -> bool:
    """``(C) SAO PAULO 42``: a label that looks like a marking, a telegram behind it."""
    mark = _MARK.match(text)
    return mark is not None and _is_telegram(text[mark.end() :])


_MARK: Final = re.compile(r"^\s{0,8}\([A-Z]\)")


def _is_prose(text: str) -> bool:
    """A line of a sentence, no reference: the message follows without an empty line."""
    return not _DIGIT.search(text) and len(_SMALL_WORD.findall(text)) >= _PROSE_LEAST


_DIGIT: Final = re.compile(r"\d")
_SMALL_WORD: Final = re.compile(r"\b[a-z]{2,}\b")
_PROSE_LEAST: Final = 6


def _continues_classified(value: str, text: str, around: _Around) -> bool:
    if not value or _CLOSING.match(text):
        return True
    if starts_marked(text):
        return False
    if around.gap or around.double or _reason_done(value):
        return bool(_REASON_LIKE.match(text)) or value.endswith((",", " and", " for", " AND", " FOR"))
    return not (_HEADING_WORD.match(text) or is_caption(text))


_CLOSING: Final = re.compile(r"\s*[)\].;,]{1,3}\s*$")
"""All that the network left of a line: ``1.4 (b) and (d`` and then ``).``."""


def _reason_done(value: str) -> bool:
    """A reason stands there, and the last word or bracket behind it is closed."""
    reason = _REASON.search(value)
    return reason is not None and _REASON_DONE.search(value[reason.end() :][-1:]) is not None


def _double_spaced(lines: list[Line]) -> bool:
    filled = [bool(line.text.strip()) for line in lines]
    return sum(filled) >= _DOUBLE_LEAST and not any(a and b for a, b in pairwise(filled))


_DOUBLE_LEAST: Final = 6


def _front_matter(text: str) -> bool:
    """In a cable without any field: is this line still a caption or an attention line?"""
    return is_caption(text) or (bool(_ATTENTION.match(text)) and len(text) < _ZONE)


_ATTENTION: Final = re.compile(r"^\W{0,4}(?:[A-Z/ -]{2,30}\s(?:ALSO\s)?(?:FOR|PASS)\s|FOR\s+[A-Z/]{2,})")
