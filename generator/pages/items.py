"""One cable as an item of a list, the same everywhere on the site."""

from markupsafe import Markup

from generator.catalogue import Citing, Entry, Passage
from generator.pages import address, words
from generator.pages.escape import inline, link

QUOTED = 3
"""Citing passages quoted of one cable."""


def cable_item(entry: Entry, here: str, *, note: Markup | None = None) -> Markup:
    """A Markdown list item: subject, date, id, post and level, and a line of one's own below it."""
    subject = link(entry.subject or words.NO_SUBJECT, address.relative(here, address.cable(entry)))
    facts = [
        Markup('<time datetime="{}">{}</time>').format(entry.date.date().isoformat(), words.day(entry.date))
        if entry.date
        else Markup("undated"),
        inline(entry.id or "number unknown"),
        inline(entry.post or ""),
        Markup('<span class="cp-level cp-level--{}">{}</span>').format(
            words.level(entry.classification), inline(words.classification(entry.classification))
        ),
    ]
    line = Markup(" \u00b7 ").join(fact for fact in facts if fact)
    tail = Markup("<br>\n  {}").format(note) if note else Markup("")
    return Markup("- {}<br>\n  <small>{}</small>{}").format(subject, line, tail)


def passage_lines(citing: Citing, here: str) -> Markup:
    """The sentences with which a cable cites another, each linked to its paragraph."""
    source = address.cable(citing.entry)
    return Markup("").join(_passage(each, source, here) for each in citing.passages[:QUOTED])


def _passage(passage: Passage, source: str, here: str) -> Markup:
    place = f"\u00b6{passage.paragraph}" if passage.paragraph is not None else "in the text"
    target = address.relative(here, f"{source}#{passage.anchor}")
    return Markup('<br>\n  <q class="cp-quote">{}</q> {}').format(inline(passage.quote), link(place, target))
