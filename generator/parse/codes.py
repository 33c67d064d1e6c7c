"""Every warning a parse can give: what it means and what to do about it.

One table, used by ``cablepress check``, the build report and the tests. A repaired or guessed field always
carries one of these; a field that is merely absent from a partial extract carries one too, so that every null
in a record has its reason.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One class of warning."""

    meaning: str
    """What was found, in one line."""
    remedy: str
    """What a publisher can do, in one line; empty where the repair is certain and nothing needs doing."""


_LOOK = "compare with the original text"
PROTECT_UNCLEAR: Final = "protect-unclear"
"""A request to protect of which nobody can tell whom it means; no site is built before that is settled."""

CODES: Final[dict[str, Code]] = {
    "id-missing": Code(
        meaning="no message number in the text, the layout or the file name",
        remedy="name the file after the cable, e.g. 09ASTANA308.txt",
    ),
    "id-from-name": Code(
        meaning="the message number was taken from the file name; the text has none",
        remedy="check that the file is named after its cable",
    ),
    "id-from-stated": Code(
        meaning="the message number was taken from the layout's label; the text has none", remedy=""
    ),
    "id-from-label": Code(
        meaning="the message number was taken from a label that a copy printed above the cable", remedy=_LOOK
    ),
    "id-from-station": Code(
        meaning="the message number was taken from the DE line; the classification line has none",
        remedy=_LOOK,
    ),
    "id-conflict": Code(
        meaning="the layout or the file name gives another message number than the text, which was kept",
        remedy="rename the file or correct the label if the text is right",
    ),
    "date-missing": Code(
        meaning="no date-time group in the text and none stated", remedy="add the date-time group if known"
    ),
    "date-unreadable": Code(
        meaning="the date-time group is no date; kept as printed", remedy="correct the date-time group"
    ),
    "date-guessed": Code(
        meaning="the date was taken from a line outside the transmission header", remedy=_LOOK
    ),
    "date-from-stated": Code(
        meaning="the date was taken from the layout's label; the text has none", remedy=""
    ),
    "date-conflict": Code(
        meaning="the text's date-time group and the layout give different days; the text's was kept",
        remedy=_LOOK,
    ),
    "classification-missing": Code(
        meaning="no classification line in the text and none stated", remedy="add the classification line"
    ),
    "classification-repaired": Code(meaning="the classification line is misspelt or damaged", remedy=_LOOK),
    "classification-guessed": Code(
        meaning="the classification was inferred from the portion markings; the line is missing",
        remedy=_LOOK,
    ),
    "classification-from-stated": Code(
        meaning="the classification was taken from the layout's label; the text has none", remedy=""
    ),
    "classification-conflict": Code(
        meaning="the text and the layout give different classifications; the stricter was kept", remedy=_LOOK
    ),
    "origin-missing": Code(meaning="no sender in the text and none stated", remedy="add the FM line"),
    "origin-guessed": Code(
        meaning="the sender was inferred from the message number; there is no FM line", remedy=_LOOK
    ),
    "origin-unknown": Code(
        meaning="the FM line names a sender that is not in the table of posts; kept as printed",
        remedy="add the post to the table of posts",
    ),
    "subject-missing": Code(meaning="no subject line", remedy="add the subject line"),
    "subject-from-stated": Code(
        meaning="the subject was taken from the layout's label; the text has none", remedy=""
    ),
    "subject-conflict": Code(meaning="the text and the layout give different subjects", remedy=_LOOK),
    "tags-missing": Code(meaning="no TAGS line", remedy="add the TAGS line"),
    "tags-from-stated": Code(
        meaning="the tags were taken from the layout's label; the text has none", remedy=""
    ),
    "tag-split": Code(meaning="tags run together were split", remedy=_LOOK),
    "tag-repaired": Code(meaning="a misspelt or spelt-out tag was put in its canonical form", remedy=_LOOK),
    "tag-unknown": Code(
        meaning="a tag that is not in the table of TAGS was kept as printed",
        remedy="add it to the table of TAGS if it is one",
    ),
    "tag-dropped": Code(meaning="something on the TAGS line is no tag and was left out", remedy=_LOOK),
    "reference-unreadable": Code(meaning="a reference names no telegram that can be looked up", remedy=""),
    "reference-year-guessed": Code(
        meaning="a reference without year was dated the year before; its number is too high for this one",
        remedy=_LOOK,
    ),
    "reference-repaired": Code(meaning="a label or number on the reference line was repaired", remedy=_LOOK),
    "declassify-unreadable": Code(meaning="the declassification date cannot be read as a date", remedy=""),
    "header-missing": Code(meaning="no transmission header", remedy=""),
    "header-repeated": Code(
        meaning="the header, or the beginning of the cable, is printed twice; one copy was left out",
        remedy=_LOOK,
    ),
    "field-from-copy": Code(
        meaning="a field was taken from the other printing of the beginning, which may be cut short",
        remedy=_LOOK,
    ),
    "header-line-unknown": Code(
        meaning="a line before the message is none of the header's; kept as a notice", remedy=_LOOK
    ),
    "header-unglued": Code(meaning="header fields run together on one line were parted", remedy=_LOOK),
    "section-header-removed": Code(
        meaning="a section header repeated within the message was left out", remedy=""
    ),
    "pilcrow-misread": Code(
        meaning="the paragraph sign was read as a digit (15. for 5.); the numbers were repaired",
        remedy=_LOOK,
    ),
    "pilcrow-false": Code(
        meaning="a paragraph sign before something that is no paragraph number was left out", remedy=""
    ),
    "paragraph-number-missing": Code(
        meaning="a paragraph's number is missing and was supplied", remedy=_LOOK
    ),
    "paragraphs-out-of-order": Code(
        meaning="the paragraph numbers skip or repeat", remedy="nothing, if the sender miscounted"
    ),
    "paragraphs-missing": Code(meaning="the message has no numbered paragraphs", remedy=""),
    "telegram-inside": Code(
        meaning="another telegram seems to begin within this one; all was kept as one cable",
        remedy="split the file at this line if they are two",
    ),
    "telegram-parted": Code(
        meaning="another telegram stood behind this file's or row's first; it was read as a cable of its own",
        remedy=_LOOK,
    ),
    "words-left-over": Code(
        meaning="words that are no part of any field or paragraph were kept as a notice behind the message",
        remedy=_LOOK,
    ),
    "message-too-long": Code(
        meaning="the message is far longer than any telegram",
        remedy="look whether it is several, and split it",
    ),
    "body-missing": Code(meaning="nothing of a message was found", remedy="check that the file is a cable"),
    PROTECT_UNCLEAR: Code(
        meaning="the text asks to protect somebody, and it is not certain whom",
        remedy="say who is meant, or nobody, in protect.yml",
    ),
    "reader-repair": Code(meaning="the text had to be repaired before it could be read", remedy=_LOOK),
}
"""Code -> meaning and remedy, in the order of a cable's parts."""
