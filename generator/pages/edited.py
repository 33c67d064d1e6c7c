"""What the editors say on a cable's page, set apart from what the telegram says."""

from collections.abc import Iterable

from markupsafe import Markup

from generator.model import Correction, Withheld
from generator.pages import words
from generator.pages.escape import html, one_line

FIELDS = {
    "id": "Number",
    "subject": "Subject",
    "date": "Date",
    "year": "Year",
    "classification": "Classification",
    "captions": "Captions",
    "origin": "Sender",
    "post": "Post",
    "country": "Country",
    "precedence": "Precedence",
    "transmission_id": "Transmission",
    "action": "Addressees",
    "info": "Addressees for information",
    "attention": "Attention lines",
    "executive_order": "Executive order",
    "declassify_on": "Date of declassification",
    "classified_by": "Classifier",
    "reasons": "Reasons of classification",
    "tags": "Tags",
    "tag_people": "Persons in the tags",
    "references": "References",
    "signed_by": "Signature",
    "drafted_by": "Drafter",
    "approved_by": "Approval",
    "cleared_by": "Clearances",
    "concepts": "Concepts",
    "text_status": "Remark on the text",
    "partial": "Mark of an extract",
}
"""A field of the header in words."""


def corrections(made: Iterable[Correction]) -> Markup:
    """What was corrected, a line each, as a block of HTML; empty where nothing was."""
    lines = Markup("\n").join(Markup("<li>{}</li>").format(_correction(each)) for each in made)
    return Markup('<ul class="cp-corrections">\n{}\n</ul>').format(lines) if lines else Markup("")


def withheld(parts: Iterable[Withheld]) -> Markup:
    """Which parts of a telegram are withheld, a line each, as a block of HTML; empty where none are."""
    lines = Markup("\n").join(Markup("<li>{}</li>").format(html(_withheld(part))) for part in parts)
    return Markup('<ul class="cp-withheld">\n{}\n</ul>').format(lines) if lines else Markup("")


def _withheld(part: Withheld) -> str:
    what = f"Paragraph {part.paragraph}" if part.paragraph is not None else "A passage"
    reason = f": {one_line(part.reason).rstrip('.')}" if part.reason else ""
    when = f" It is to be published from {words.day(part.publish_from)}." if part.publish_from else ""
    return f"{what} is withheld by the editors{reason}.{when}"


def _correction(made: Correction) -> Markup:
    """As in "Date corrected by the editors, 3 May 2026: 2009-02-21. The document says: 2009-02-20."."""
    when = f", {words.day(made.corrected_on)}" if made.corrected_on else ""
    what = f"{FIELDS.get(made.field, made.field)} corrected by the editors{when}: "
    parts = [
        Markup("<strong>{}</strong>{}. ").format(html(what), html(_value(made.now))),
        Markup("The document says: <q>{}</q>.").format(html(_value(made.was)))
        if made.was
        else html("The document says nothing."),
    ]
    if made.reason:
        parts.append(html(f" {one_line(made.reason).rstrip('.')}."))
    if made.editor:
        parts.append(html(f" ({one_line(made.editor)})"))
    return Markup("").join(parts)


def _value(values: Iterable[str]) -> str:
    return "; ".join(map(one_line, values)) or "nothing"
