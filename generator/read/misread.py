"""Text in which pilcrows were misread as the digit 1: ``¶5.`` became ``15.``, ``¶10.`` became ``110.``.

The damage itself is the parser's to repair, since it can occur in any layout; this reader only tells a
publisher what the file is, and undoes the Markdown remains that such copies carry.
"""

from collections.abc import Iterator

from generator.read.item import Item, Reading
from generator.read.patterns import (
    NUMBERED,
    has_markdown,
    is_telegram,
    without_markdown,
    without_partial_notice,
)

NAME = "misread"


def recognises(item: Item) -> bool:
    """A telegram one of whose paragraphs bears the expected number with a 1 before it."""
    text = item.document().text
    return has_misread_number(text) and is_telegram(text)


def has_misread_number(text: str) -> bool:
    """True where a paragraph's number is the next one due with a 1 before it, and not itself due."""
    due = 1
    for match in NUMBERED.finditer(text):
        number = int(match[1])
        if number == int(f"1{due}") and "¶" not in match[0]:
            return True
        if number == due:
            due += 1
    return False


def read(item: Item) -> Iterator[Reading]:
    """The telegram as it is, Markdown remains undone."""
    document = item.document()
    text, partial = without_partial_notice(document.text)
    yield document.source(NAME, without_markdown(text) if has_markdown(text) else text, partial=partial)
