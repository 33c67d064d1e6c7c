"""What archives and reviewers printed on a telegram long after it was sent.

Release stamps, case numbers, page numbers, the words that part a file's text from its attributes. Such a line
stands anywhere, on each page anew, and may bear a classification that is not the telegram's. So it is taken
out before anything else is read, and kept as a notice. In a text that a reviewer has released in part the
exemptions printed where something was cut out (``B1``, ``1.4(D)``) become ``[B1, 1.4(D)]``: a redaction with
its reasons.
"""

import re
from typing import Final, NamedTuple

from generator.parse.forms import Form, any_of
from generator.parse.lines import Line, squeeze

_EXEMPTION: Final = (
    # as in "B1", "B7(C)", "(b)(1)", "NR"
    r"(?:\(?B\)?\s?\(?[1-9]\)?(?:\s?\([A-F]\))?"
    # as in "1.4(D)", "1.5 (b)"
    r"|[13]\.[3-6]\s?\([A-H]\))"
)
"""Why something was cut out: an exemption of the Freedom of Information Act, a reason of the order."""
_EXEMPTIONS: Final = rf"{_EXEMPTION}(?:[\s,;]{{1,3}}{_EXEMPTION}){{0,9}}"

REVIEW: Final = (
    Form(
        # its beginning may be hidden by another stamp, or read wrongly: "C05770001IFIED U.S. Department ..."
        r"(?:[\w\W]{0,40}?\s)?U\.?\s?S\.?\s+Department\s+of\s+State\s+Case\s+No\b.{0,120}$",
        "UNCLASSIFIED U.S. Department of State Case No. F-2012-00001 Doc No. C01234567 Date: 01/02/2014",
    ),
    Form(
        r"(?:APPROVED\s+FOR\s+)?RELEASED?\s+IN\s+(?:PART|FULL)\b[\w\s,.;()/-]{0,60}$",
        "RELEASE IN PART B1,1.4(B),1.4(D)",
    ),
    Form(r"DENIED\s+IN\s+(?:PART|FULL)\b[\w\s,.;()/-]{0,60}$", "DENIED IN FULL B1"),
    Form(r"APPROVED\s+FOR\s+RELEASE\b.{0,60}$", "APPROVED FOR RELEASE 2003/05/23"),
    Form(r"REVIEW(?:ED)?\s+(?:AUTHORITY|BY)\s?:.{0,100}$", "REVIEW AUTHORITY: Jane Sample, Senior Reviewer"),
    Form(r"Case\s+No\.?:?\s+[A-Z]{1,3}-\d{4}-\d{3,6}\b.{0,80}$", "Case No. M-2014-01234 Doc No. C05501234"),
    Form(r"Doc(?:ument)?\s+No\.?:?\s+C\d{8}\b.{0,60}$", "Doc No. C01234567 Date: 01/02/2014"),
    Form(r"C0\d{7}$", "C05439999"),
)
"""Stamps of a review under the Freedom of Information Act; any makes exemptions in the text redactions."""

STAMPS: Final = (
    *REVIEW,
    Form(
        r"(?:[A-Z][\w.'-]*\s){0,4}Declassified(?:/|\s+and\s+)Released\s+US\s+Department\s+of\s+State\b.{0,80}$",
        "Sheryl P. Walter Declassified/Released US Department of State EO Systematic Review 20 Mar 2014",
    ),
    Form(r"Review\s+\d{1,2}\s+[A-Z]{3}\s+(?:19|20)\d\d$", "Review 30 JUN 2005"),
    Form(r"Message\s+(?:Text|Attributes)$", "Message Text"),
    Form(
        r"\*{3}\s?Current\s+(?:Handling\s+Restrictions|Classification)\b.{0,60}$",
        "*** Current Classification ***",
    ),
    Form(r"(?:<<\s?)?END\s+OF\s+DOCUMENT(?:\s?>>)?$", "<< END OF DOCUMENT >>"),
    Form(r"N{3,4}(?:MA?F?V?VZCZ)?$", "NNNN"),
    Form(r"Page\s+\d{1,3}\s+of\s+\d{1,3}$", "Page 2 of 5"),
    Form(r"-\s{0,2}\d{1,3}\s{0,2}-$", "- 2 -"),
)
"""Every line that is no word of the telegram, wherever it stands."""

_REVIEW: Final = re.compile(rf"(?i:{any_of(REVIEW)})")
_STAMP: Final = re.compile(rf"(?i:{any_of(STAMPS)})")
_HINTS: Final = ("case", "releas", "denied", "review", "doc", "message", "***", "nnn", "page")
_BEGINS: Final = re.compile(r"\W{0,80}(?:C0|-\s{0,2})\d", re.IGNORECASE)
"""No line without one of these is a stamp; looking is cheaper than trying."""
_EDGE: Final = " \t_|\u2014\u2013*~"
"""What scanning leaves around a stamp."""
_BESIDE: Final = re.compile(
    r"(?:CLASSIFICATION|REASONS?|DECLASSIFY\s+(?:AFTER|ON)|CLASSIFIED\s+BY)\s?:\s?.{1,80}$"
    # a stamp over several lines: "U.S. Department of State", "Case No. ...", "Date: 01/02/2014"
    r"|U\.?\s?S\.?\s+Department\s+of\s+State$|Date:\s?\d{1,2}/\d{1,2}/\d{4}$",
    re.IGNORECASE,
)
"""Lines of a reviewer's block; only beside a stamp, since telegrams have such fields of their own."""
_ALONE: Final = re.compile(rf"\W{{0,80}}(?P<codes>{_EXEMPTIONS})\W{{0,3}}$", re.IGNORECASE)
_BEHIND: Final = re.compile(rf"(?<=[^ ]) {{3,120}}(?P<codes>{_EXEMPTIONS})\W{{0,3}}$", re.IGNORECASE)
_MARKED: Final = re.compile(rf"\[(?P<codes>{_EXEMPTIONS})\]", re.IGNORECASE)
_REDACTED: Final = re.compile(r"\[(?:REDACTED|EXCISED|DELETED)\b[^\[\]]{0,60}\]", re.IGNORECASE)
_CODE: Final = re.compile(_EXEMPTION, re.IGNORECASE)
_CODES_MOST: Final = 160


class Stamped(NamedTuple):
    """A text without stamps."""

    lines: list[Line]
    """An empty line stands in place of each."""
    stamps: tuple[Line, ...]
    """What was taken out, each wording once."""
    rows: frozenset[int]
    """Numbers of the lines that were taken out: across them a sentence may go on."""


def without_stamps(lines: list[Line]) -> Stamped:
    """Take the stamps out; mark exemptions as redactions where a reviewer has stamped the text."""
    stamped = [line.text != "" and _is_stamp(line.text) for line in lines]
    if not any(stamped):
        return Stamped(lines, (), frozenset())
    reviewed = any(
        _REVIEW.match(line.text.strip(_EDGE))
        for line, is_stamp in zip(lines, stamped, strict=True)
        if is_stamp
    )
    if reviewed:
        _add_beside(lines, stamped)
    kept = [
        Line(line.number, "") if is_stamp else line for line, is_stamp in zip(lines, stamped, strict=True)
    ]
    stamps = {
        squeeze(line.text): line
        for line, is_stamp in zip(reversed(lines), reversed(stamped), strict=True)
        if is_stamp
    }
    return Stamped(
        _with_redactions(kept) if reviewed else kept,
        tuple(sorted(stamps.values())),
        frozenset(line.number for line, is_stamp in zip(lines, stamped, strict=True) if is_stamp),
    )


def exemptions(text: str) -> tuple[str, ...]:
    """The reasons of the redactions in a text, each once: ``B1``, ``1.4(D)``; ``redacted`` without one."""
    if "[" not in text:
        return ()
    reasons: dict[str, None] = {}
    for marked in _MARKED.finditer(text):
        reasons.update(
            dict.fromkeys("".join(code[0].split()).upper() for code in _CODE.finditer(marked["codes"]))
        )
    if not reasons and _REDACTED.search(text):
        reasons["redacted"] = None
    return tuple(reasons)


def _is_stamp(text: str) -> bool:
    letters = text.lower()
    if not (any(hint in letters for hint in _HINTS) or _BEGINS.match(text)):
        return False
    return _STAMP.match(text.strip(_EDGE)) is not None


def _add_beside(lines: list[Line], stamped: list[bool]) -> None:
    """Lines of a reviewer's block: exemptions next to a stamp, reasons with a blank line between at most."""
    for order in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        step = 1 if order.step > 0 else -1
        for index in order:
            text = lines[index].text
            if stamped[index] or not text:
                continue
            beside = stamped[index - step]
            near = beside or (
                not lines[index - step].text
                and 0 <= index - 2 * step < len(lines)
                and stamped[index - 2 * step]
            )
            codes = _ALONE.match(text[:_CODES_MOST]) if beside and step > 0 else None
            stamped[index] = codes is not None or (near and _BESIDE.match(text.strip(_EDGE)) is not None)


def _with_redactions(lines: list[Line]) -> list[Line]:
    """``3.            B1`` and ``1.4(D)`` below it as ``3. [B1, 1.4(D)]``."""
    marked: list[Line] = []
    open_at: int | None = None
    for line in lines:
        text = line.text
        alone = _ALONE.match(text) if len(text) < _CODES_MOST else None
        behind = None if alone or "   " not in text else _BEHIND.search(text[-_CODES_MOST:])
        if alone and open_at is not None:
            before = marked[open_at]
            marked[open_at] = Line(before.number, f"{before.text[:-1]}, {alone['codes']}]")
            marked.append(Line(line.number, ""))
        elif alone:
            open_at = len(marked)
            marked.append(Line(line.number, f"[{alone['codes']}]"))
        elif behind:
            open_at = len(marked)
            kept = text[: len(text) - len(behind[0])]
            marked.append(Line(line.number, f"{kept} [{behind['codes']}]"))
        else:
            open_at = open_at if not text else None
            marked.append(line)
    return marked
