"""One cable as an item of a list, the same everywhere on the site."""

from functools import lru_cache

from markupsafe import Markup

from generator.catalogue import QUOTED, Citing
from generator.pages import address, terms
from generator.pages.escape import inline, link
from generator.settle import Entry, Passage
from generator.wording import Words


def cable_item(entry: Entry, here: str, words: Words, *, note: Markup | None = None) -> Markup:
    """A Markdown list item: subject, then date, id, post and level, and lines of one's own below.

    A link and plain text: long lists are most of what MkDocs has to render, and every tag costs time. The
    style sheet sets the rest.
    """
    when = words.day(entry.date) if entry.date else str(entry.year or words.item.undated)
    subject, attributes, facts = _described(
        words, entry.title, when, entry.id, entry.post, entry.classification, entry.partial
    )
    linked = link(subject, address.relative(here, address.cable(entry)), attributes)
    return Markup(f"- {linked}\n  {facts}{note or ''}")  # noqa: S704 - every part is Markup


def facts_line(entry: Entry, words: Words) -> Markup:
    """What stands below the subject: date, id, post and level."""
    when = words.day(entry.date) if entry.date else str(entry.year or words.item.undated)
    return _described(words, entry.title, when, entry.id, entry.post, entry.classification, entry.partial)[2]


@lru_cache(20_000)
def _described(  # noqa: PLR0913, PLR0917 - all that an item shows of a cable, which stands in a dozen lists
    words: Words,
    title: str | None,
    when: str,
    number: str | None,
    post: str | None,
    classification: str | None,
    partial: bool,  # noqa: FBT001 - a cache knows what is called alike
) -> tuple[Markup, str, Markup]:
    """The subject, the link's attributes and the line of facts."""
    facts = (
        when,
        number or words.cable.number_unknown,
        post,
        terms.classification(classification) if classification is not None else words.item.not_stated,
        words.item.extract if partial else None,
    )
    line = inline(" \u00b7 ".join(fact for fact in facts if fact))
    attributes = f".cp-{terms.level(classification)}{words.foreign if (title or '').strip() else ''}"
    return inline(terms.subject(title, words)), attributes, line


def passage_lines(citing: Citing, here: str, words: Words) -> Markup:
    """The sentences with which a cable cites another, each linked to its paragraph."""
    source = address.cable(citing.entry)
    return Markup("").join(_passage(passage, source, here, words) for passage in citing.passages[:QUOTED])


def _passage(passage: Passage, source: str, here: str, words: Words) -> Markup:
    place = f"\u00b6{passage.paragraph}" if passage.paragraph is not None else words.item.in_the_text
    target = address.relative(here, f"{source}#{passage.anchor}")
    return quote(passage.quote, place, target, words)


def quote(text: str | None, place: str, target: str, words: Words) -> Markup:
    """A sentence in quotation marks and a link to where it stands, on a line of its own in a list item."""
    words_quoted = f"<q{words.foreign}>{inline(text)}</q> " if text else "<br>"
    return Markup(f"\n  {words_quoted}{link(place, target)}")  # noqa: S704 - every part is Markup
