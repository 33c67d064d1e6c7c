"""Labels that copies print above a cable: database rows, field names, days of the week, a remark."""

import re
from typing import Final

from generator.parse.captions import is_caption
from generator.parse.forms import Form, any_of
from generator.parse.lines import Line
from generator.tables import LEVEL_PATTERN

# as in "This record is a partial extract of the original cable. The full text of the original cable is not
# available."
_PARTIAL: Final = re.compile(
    r"partial\s+extract\s+of\s+the\s+original|full\s+text\s+of\s+the\s+original\s+cable\s+is\s+not",
    re.IGNORECASE,
)

LABELS: Final = (
    Form(r"\d{4,6}$", "196219"),
    Form(r"\d{4,6},\d", "196219,3/9/2009 6:49"),
    Form(r"\d{4}-\d\d-\d\d", "2009-03-09 06:49:00"),
    Form(r"\d{1,2}/\d{1,2}/\d{2,4}\b", "3/9/2009 6:49"),
    Form(r"\d{2}[A-Z]{3,28}\d{1,7}\b", "09ASTANA308"),
    Form(
        r"(?:id|date|refid|origin|classification|destination|header|source|reference id|released|created|"
        r"cable dated|class|identifier)\s?:",
        "Reference ID: 09ASTANA308",
    ),
    Form(r"(?:Embassy|Consulate|Mission|Secretary of State|US\w*)\s[A-Z][\w ]+$", "Embassy Astana"),
    Form(rf"(?:{LEVEL_PATTERN})(?://[A-Z ]+)?$", "UNCLASSIFIED//FOR OFFICIAL USE ONLY"),
    Form(r"(?:(?<=---)|(?<=--- )|(?<=---  ))header ends", "----------------- header ends ----------------"),
    Form(r"[A-Z][a-z]+day,?\s\d", "Friday, 20 February 2009, 09:29"),
    Form(r"(?:The\s)?full\s+text\s+of\s+the", "The full text of the original cable is not available."),
    Form(r"text\s+of\s+the\s+original", "text of the original cable is not available."),
    Form(r"cable\.", "cable."),
)
"""How a label begins, in any case; the last three are lines of a remark that a copy has wrapped."""
_LABEL: Final = re.compile(rf"^\W*+(?:{any_of(LABELS)})", re.IGNORECASE)


def is_partial(text: str) -> bool:
    """True where a line says that the cable is an extract."""
    return _PARTIAL.search(text) is not None


def is_label(text: str) -> bool:
    """True where a line above a cable was printed by a copy and is no word of the telegram."""
    return bool(_LABEL.match(text)) or is_partial(text)


def part_labels(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Part the labels of a copy from remarks that are to be kept; captions are noted elsewhere."""
    lines = [line for line in lines if not is_caption(line.text)]
    labels = [line for line in lines if is_label(line.text)]
    known = set(labels)
    return labels, [line for line in lines if line not in known and any(map(str.isalnum, line.text))]
