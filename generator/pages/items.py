"""One cable as an item of a list, the same everywhere on the site."""

from markupsafe import Markup

from generator.catalogue import Citing
from generator.pages import address, words
from generator.pages.escape import inline, link
from generator.settle import Entry, Passage

QUOTED = 3
"""Citing passages quoted of one cable."""


def cable_item(entry: Entry, here: str, *, note: Markup | None = None) -> Markup:
    """A Markdown list item: subject, then date, id, post and level, and lines of one's own below.

    A link and plain text: long lists are most of what MkDocs has to render, and every tag costs time. The
    style sheet sets the rest.
    """
    subject = link(
        words.subject(entry.subject),
        address.relative(here, address.cable(entry)),
        f".cp-{words.level(entry.classification)}",
    )
    facts = (
        words.day(entry.date) if entry.date else str(entry.year or "undated"),
        entry.id or "number unknown",
        entry.post,
        words.classification(entry.classification),
        "extract" if entry.partial else None,
    )
    line = inline(" \u00b7 ".join(fact for fact in facts if fact))
    return Markup("- {}\n  {}{}").format(subject, line, note or "")


def passage_lines(citing: Citing, here: str) -> Markup:
    """The sentences with which a cable cites another, each linked to its paragraph."""
    source = address.cable(citing.entry)
    return Markup("").join(_passage(passage, source, here) for passage in citing.passages[:QUOTED])


def _passage(passage: Passage, source: str, here: str) -> Markup:
    place = f"\u00b6{passage.paragraph}" if passage.paragraph is not None else "in the text"
    target = address.relative(here, f"{source}#{passage.anchor}")
    return quote(passage.quote, place, target)


def quote(text: str | None, place: str, target: str) -> Markup:
    """A sentence in quotation marks and a link to where it stands, on a line of its own in a list item."""
    words_quoted = Markup("<q>{}</q> ").format(inline(text)) if text else Markup("<br>")
    return Markup("\n  {}{}").format(words_quoted, link(place, target))
