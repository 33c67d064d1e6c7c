r"""Markdown-flavoured text: a published page run through an HTML-to-Markdown converter.

Links without a target (``[PGOV](#)``), headings (``#### SUMMARY``), escapes (``\\$350,000``) and hard line
breaks (two blanks at the end of a line).
"""

from collections.abc import Iterator

from generator.read.item import Item, Reading
from generator.read.patterns import has_markdown, is_telegram, without_markdown, without_partial_notice

NAME = "markdown"


def recognises(item: Item) -> bool:
    """A telegram with any remains of Markdown."""
    text = item.document().text
    return has_markdown(text) and is_telegram(text)


def read(item: Item) -> Iterator[Reading]:
    """The telegram with the converter's marks undone; a heading keeps ``#### ``."""
    document = item.document()
    text, partial = without_partial_notice(document.text)
    yield document.source(NAME, without_markdown(text), partial=partial)
