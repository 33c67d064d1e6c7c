"""The REF line: which earlier messages this one answers or continues.

``REF: A. ALMATY 1450`` · ``A) ... B) ...`` · ``(A) ...; (B) ...`` · ``¶B. ...`` (the scraper's sign) ·
``1B. ...`` (that sign misread) · ``A. A) THE HAGUE 2127`` (label typed and added) · ``08 RIO DE JAN 0044 AND
PREVIOUS`` · ``STATE 12345 (NOTAL)`` · ``ROME 1484 (2008)`` · ``BRASILIA 2799 AND 2764``.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from generator import tables
from generator.model import Reference
from generator.parse.lines import Line, Notes
from generator.parse.telegrams import CitedFrom, Telegram, canonical_id, find_telegrams

_LABEL: Final = re.compile(
    r"(?:(?<=[\s;,.)])|^)(?P<damage>¶\s?|1(?=[A-Z][.)]))?[(\[]?(?P<label>[A-Za-z])\s?"
    r"(?:\.?[)\]][.:]?|\.(?![A-Z]\.)|:(?=\s))"
)
_TRIM: Final = " \t\n,;:.-¶"
_JOINERS: Final = " ,;.&/"
_JOINED: Final = re.compile(r"and\b", re.IGNORECASE)
_SMALL_WORD: Final = re.compile(r"\b[a-z]{2,}\b")
_PROSE_LEAST: Final = 5
_SKIP_MOST: Final = 2
"""Labels a sender leaves out at most."""


class _Entry(NamedTuple):
    label: str | None
    text: str
    line: int


class _Label(NamedTuple):
    letter: str
    start: int
    end: int
    printed: str


class ReferenceLine(NamedTuple):
    """What the REF line says."""

    references: tuple[Reference, ...]
    rest: tuple[Line, ...]
    """Sentences behind a reference: the message, run on by a copy."""


def read_references(lines: list[Line], citing: CitedFrom, notes: Notes) -> ReferenceLine:
    """Read the REF line and its continuation, in printed order."""
    references: list[Reference] = []
    rest: list[Line] = []
    lines = [Line(line.number, _AGAIN.sub("", line.text)) for line in lines]
    raised = _raises(lines)
    for entry in _entries(lines, notes, raised=raised):
        text = " ".join(entry.text.split())
        telegrams = _telegrams(text, citing, raised=raised) or _guessed(text, citing, entry.line, notes)
        end = telegrams[-1].end if telegrams else 0
        if telegrams and len(_SMALL_WORD.findall(text[end:])) >= _PROSE_LEAST:
            rest.append(Line(entry.line, text[end:].lstrip(" _-.,;")))
            text = text[:end]
        own = (
            canonical_id(citing.year, citing.post, str(citing.serial))
            if citing.post and citing.year
            else None
        )
        kept = [telegram for telegram in telegrams if telegram.id != own]
        if kept or not telegrams:
            references += _read_entry(entry._replace(text=text), kept, notes)
    return ReferenceLine(tuple(dict.fromkeys(references)), tuple(rest))


def _raises(lines: list[Line]) -> bool:
    """Whether the line is in small letters, posts and labels too, so that it is read as if in capitals."""
    text = "".join(line.text for line in lines)
    letters = [letter for letter in text if letter.isalpha()]
    return text.isascii() and bool(letters) and sum(map(str.islower, letters)) >= _SMALL_SHARE * len(letters)


_SMALL_SHARE: Final = 0.9
# as in "REF: REF: STATE 1", "REF A STATE 1" behind the label "A."
_AGAIN: Final = re.compile(r"(?<![A-Za-z])REF(?:S|TEL|TELS)?\s?:\s*|(?<=[.)] )REF(?= [A-Z] )", re.IGNORECASE)


def _telegrams(text: str, citing: CitedFrom, *, raised: bool) -> list[Telegram]:
    """The telegrams of an entry, as printed."""
    if not raised:
        return find_telegrams(text, citing, cut=True)
    telegrams = find_telegrams(text.upper(), citing, cut=True)
    return [telegram._replace(printed=text[telegram.start : telegram.end]) for telegram in telegrams]


# as in "05 SAO PAUO 1106", "SECTSTATE 14985", "05 0TTAWA 3518", "O4 CHENNAI 0944"
_ALONE: Final = re.compile(
    r"\W{0,3}(?:['\u2019]?(?P<year>(?:(?:19|20)?[\dO]\d))[ -])?(?P<post>[A-Z0][A-Za-z0.'\u2019]{2,20}"
    r"(?:[ -][A-Z][A-Za-z.]{1,20}){0,3})[ #-]{1,3}0{0,3}(?P<serial>[1-9]\d{1,6})"
    r"(?: ?\([A-Z ]{4,12}\))?\W{0,3}"
)


def _guessed(text: str, citing: CitedFrom, line: int, notes: Notes) -> list[Telegram]:
    """The one telegram that an entry is whose post is misspelt by a letter or two."""
    match = _ALONE.fullmatch(text) if len(text) < _ALONE_MOST else None
    post = tables.post_from_mrn(match["post"].replace("0", "O")) if match else None
    if match is None or post is None:
        return []
    mended = f"{(match['year'] or '').replace('O', '0')} {post.mrn} {match['serial']}".strip()
    telegrams = find_telegrams(mended, citing)
    if len(telegrams) != 1:
        return []
    notes.add("reference-repaired", f'"{text.strip(_TRIM)[:60]}" read as {telegrams[0].id}', line)
    return [telegrams[0]._replace(start=0, end=len(text), printed=text)]


_ALONE_MOST: Final = 60


def _entries(lines: list[Line], notes: Notes, *, raised: bool) -> Iterator[_Entry]:
    """Cut at the labels; without labels, at semicolons."""
    text = "\n".join(line.text.strip() for line in lines)
    labels = _labels(text.upper() if raised else text)
    labels = labels or _bare_labels(text.upper() if raised else text)
    first = labels[0].start if labels else len(text)
    for part in text[:first].split(";"):
        if part.strip(_TRIM):
            yield _Entry(None, part, lines[0].number)
    ends = [*(label.start for label in labels[1:]), len(text)]
    for label, end in zip(labels, ends, strict=False):
        line = lines[text.count("\n", 0, label.start)].number
        if label.printed.startswith("1"):
            notes.add("reference-repaired", f'"{label.printed}" read as {label.letter}.', line)
        if text[label.end : end].strip(_TRIM):
            yield _Entry(label.letter, text[label.end : end], line)


def _labels(text: str) -> list[_Label]:
    """Labels in alphabetical order; an initial ("J. Smith e-mail") out of order is none."""
    labels: list[_Label] = []
    expected = ord("A")
    for match in _LABEL.finditer(text):
        letter = match["label"].upper()
        if match["label"].islower() and not match[0].endswith((")", "]")):
            continue
        if labels and ord(letter) == expected - 1 and not text[labels[-1].end : match.start()].strip(_TRIM):
            labels[-1] = labels[-1]._replace(end=match.end())
        elif expected <= ord(letter) <= expected + (_SKIP_MOST if labels else 0):
            labels.append(_Label(letter, match.start(), match.end(), match[0].strip()))
            expected = ord(letter) + 1
    return labels


# as in "A TUNIS 701 B LISBON 338", "A 07 TUNIS 701, B LISBON 338"
_BARE: Final = re.compile(
    r"(?:(?<=[\s;,.)\d])|^)(?P<label>[A-Z])(?=\s(?:['\u2019]?(?:19|20)?\d\d[ -])?[A-Z][A-Za-z.'\u2019]{1,20}"
    r"(?:[ -][A-Za-z.'\u2019]{1,20}){0,3}[\s#-]{1,3}\d)"
)


def _bare_labels(text: str) -> list[_Label]:
    """Letters without a stop before post and number, in alphabetical order from A."""
    labels: list[_Label] = []
    for match in _BARE.finditer(text):
        if ord(match["label"]) == ord("A") + len(labels):
            labels.append(_Label(match["label"], match.start(), match.end(), match["label"]))
    return labels


def _read_entry(entry: _Entry, telegrams: list[Telegram], notes: Notes) -> Iterator[Reference]:
    """One label can stand for several telegrams: ``B. ALGIERS 110 AND ALGIERS 140``."""
    text = entry.text
    if not telegrams:
        printed = text.strip(_TRIM)
        notes.add("reference-unreadable", f'"{printed[:60]}" is no message number', entry.line)
        yield Reference(label=entry.label, text=printed, id=None)
        return
    edges = [0, *(telegram.start for telegram in telegrams[1:]), len(text)]
    for telegram, start, end in zip(telegrams, edges, edges[1:], strict=False):
        if telegram.year_guessed:
            notes.add("reference-year-guessed", f'"{telegram.printed}" read as {telegram.id}', entry.line)
        yield Reference(label=entry.label, text=_trimmed(text[start:end]), id=telegram.id)


def _trimmed(text: str) -> str:
    """Without the "and" or comma that joins it to the next."""
    text = text.strip(_TRIM).lstrip(_JOINERS)
    if joined := _JOINED.match(text):
        text = text[joined.end() :].lstrip(_JOINERS)
    text = text.rstrip(_JOINERS)
    if text[-3:].lower() == "and" and text[-4:-3] in {*_JOINERS}:
        text = text[:-3].rstrip(_JOINERS)
    return text.strip(_TRIM)
