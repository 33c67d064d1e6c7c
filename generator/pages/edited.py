"""What the editors say on a cable's page, set apart from what the telegram says."""

from collections.abc import Iterable

from markupsafe import Markup

from generator.edition.beside import Beside
from generator.model import Correction, Withheld
from generator.pages import address
from generator.pages.escape import html, link, one_line, phrase, shaped
from generator.wording import Words


def corrections(made: Iterable[Correction], words: Words) -> Markup:
    """What was corrected, a line each, as a block of HTML; empty where nothing was."""
    lines = Markup("\n").join(shaped("<li>{}</li>", _correction(each, words)) for each in made)
    return shaped('<ul class="cp-corrections">\n{}\n</ul>', lines) if lines else Markup("")


def dated(beside: Beside, here: str, words: Words) -> Markup:
    """When the cable was published and changed, with a link to what else changed then; empty before that."""
    first, last = beside.first_published, beside.last_changed
    if first is None or last is None:
        return Markup("")
    if last == first:
        return phrase(words.changes.since, day=words.day(first))
    changed = link(words.day(last), address.relative(here, address.release(last)))
    return phrase(words.changes.since_and_changed, day=words.day(first), changed=changed)


def withheld(parts: Iterable[Withheld], words: Words) -> Markup:
    """Which parts of a telegram are withheld, a line each, as a block of HTML; empty where none are."""
    lines = Markup("\n").join(shaped("<li>{}</li>", html(_withheld(part, words))) for part in parts)
    return shaped('<ul class="cp-withheld">\n{}\n</ul>', lines) if lines else Markup("")


def _withheld(part: Withheld, words: Words) -> str:
    said = words.edited
    what = said.passage if part.paragraph is None else said.paragraph.format(number=part.paragraph)
    lines = [
        said.withheld_because.format(what=what, reason=one_line(part.reason).rstrip("."))
        if part.reason
        else said.withheld.format(what=what)
    ]
    if part.publish_from:
        lines.append(said.publish_from.format(day=words.day(part.publish_from)))
    return " ".join(lines)


def _correction(made: Correction, words: Words) -> Markup:
    """As in "Date corrected by the editors, 3 May 2026: 2009-02-21. The document says: 2009-02-20."."""
    said = words.edited
    field = getattr(said, made.field, made.field)
    what = (
        said.corrected_on.format(field=field, day=words.day(made.corrected_on))
        if made.corrected_on
        else said.corrected.format(field=field)
    )
    parts = [
        shaped("<strong>{} </strong>{}. ", html(what), html(_value(made.now, words))),
        phrase(said.document_says, value=shaped("<q>{}</q>", html(_value(made.was, words))))
        if made.was
        else html(said.document_silent),
    ]
    if made.reason:
        parts.append(html(f" {one_line(made.reason).rstrip('.')}."))
    if made.editor:
        parts.append(html(f" ({one_line(made.editor)})"))
    return Markup("").join(parts)


def _value(values: Iterable[str], words: Words) -> str:
    return "; ".join(map(one_line, values)) or words.edited.nothing
