"""Header fields whose label is misspelt, has no colon, or whose value alone shows what the line is.

Asked only for a field that no line begins in its proper form; so a sentence that happens to begin like one
does no harm where the field itself stands.
"""

import re
from typing import Final, Literal

from rapidfuzz.distance import OSA

from generator.parse.lookup import is_tag, post_in

LenientName = Literal["tags", "subject", "references"]

_LABEL: Final = re.compile(
    r"^\W{0,4}(?P<label>[A-Za-z]{2,9})(?:\((?:S|s)\))?\s{0,3}(?P<stop>[:;,.-]|(?=\s))\s*(?P<value>\S.*)$"
)
_WORDS: Final = re.compile(r"[A-Za-z]{2,}")
_SUBJECTS: Final = ("SUBJECT", "SUBJ")
_REFERENCES: Final = ("REF", "REFS", "REFTEL", "REFTELS", "REFERENCE", "REFERENCES")
_TAG_SHARE: Final = 0.6
"""Share of the words behind a misspelt label that must be codes."""
_SHORTEST: Final = 4
"""Letters of a label in which one may be wrong."""
# as in "TUNIS 701", "A. 07 TUNIS 701", "(A) STATE 1"
_TELEGRAM: Final = re.compile(
    r"(?P<post>[A-Z][A-Za-z.']{1,20}(?:[ -][A-Z][A-Za-z.']{0,20}){0,3})[\s#:-]{1,3}0{0,3}\d{1,7}\b"
)
_SUBJECT_VALUE: Final = re.compile(r"[A-Z0-9\"'(\u201c\u2018]")
_LOOK_AT: Final = 200


def lenient_marker(text: str) -> tuple[LenientName, str, bool] | None:
    """The field that a line may begin, the rest of the line, and whether its label is misspelt."""
    match = _LABEL.match(text)
    if match is None:
        return None
    label, stop, value = match["label"].upper(), match["stop"], match["value"].strip()
    if _near(label, ("TAGS",)) and _are_tags(value):
        return "tags", value, label != "TAGS" or stop == ","
    if label in _REFERENCES or (stop in {":", ";"} and _near(label, _REFERENCES[2:])):
        return ("references", value, label not in _REFERENCES) if _cites(value) else None
    if label in _SUBJECTS and match["label"][0].isupper() and _SUBJECT_VALUE.match(value):
        return "subject", value, False
    if stop in {":", ";"} and _near(label, _SUBJECTS[:1]):
        return "subject", value, True
    return None


def _near(label: str, names: tuple[str, ...]) -> bool:
    """One slip at most: a letter too many, too few, another one, or two changed places."""
    return any(
        label == name or (min(len(label), len(name)) >= _SHORTEST - 1 and OSA.distance(label, name) <= 1)
        for name in names
    )


def _are_tags(value: str) -> bool:
    words = [word.upper() for word in _WORDS.findall(value[:_LOOK_AT])]
    return bool(words) and sum(map(is_tag, words)) >= _TAG_SHARE * len(words)


def _cites(value: str) -> bool:
    """Whether a value names a telegram of a known post."""
    text = value[:_LOOK_AT]
    text = text.upper() if text.islower() else text
    return any(post_in(match["post"]) is not None for match in _TELEGRAM.finditer(text))
