"""Raw telegram text: transmission header, empty line, body; or a body alone."""

from collections.abc import Iterator

from generator.read.item import Item, Reading
from generator.read.patterns import is_telegram, without_partial_notice

NAME = "telegram"


def recognises(item: Item) -> bool:
    """Whatever has a telegram's form; stands last of the text layouts."""
    return is_telegram(item.document().text)


def read(item: Item) -> Iterator[Reading]:
    """The text as it is, without the site's remark on extracts."""
    document = item.document()
    text, partial = without_partial_notice(document.text)
    yield document.source(NAME, text, partial=partial)
