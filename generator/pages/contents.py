"""What a long cable consists of, for screens that have no room for a list of contents beside the text."""

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from generator.model import Cable
from generator.pages.body import is_heading
from generator.pages.escape import html, shaped
from generator.settle import anchors
from generator.wording import Words

FROM_WORDS: Final = 600
"""Words from which a cable is long: two screens of a telephone."""
MOST: Final = 400
"""Links at most; the longest cable has 700 paragraphs."""
NOT_FOREIGN: Final = Markup("")


def contents(cable: Cable, words: Words) -> Markup:
    """Headings and numbers of paragraphs as links, in one element of HTML; empty for a short cable."""
    if sum(len(block.text.split()) for block in cable.blocks) < FROM_WORDS:
        return Markup("")
    return Markup("\n").join(_lines(cable, words))


def _lines(cable: Cable, words: Words) -> Iterator[Markup]:
    """A line for each heading and for each run of paragraphs."""
    run: list[Markup] = []
    for block, anchor in list(zip(cable.blocks, anchors(cable.blocks), strict=True))[:MOST]:
        if is_heading(block):
            if run:
                yield _line("cp-numbers", Markup(" ").join(run))
                run = []
            yield _line("cp-heading", _link(anchor, block.text), words.foreign)
        elif block.number is not None:
            run.append(_link(anchor, f"{block.number}"))
    if run:
        yield _line("cp-numbers", Markup(" ").join(run))


def _line(style: str, shown: Markup, language: Markup = NOT_FOREIGN) -> Markup:
    return shaped('<li class="{}"{}>{}</li>', style, language, shown)


def _link(anchor: str, text: str) -> Markup:
    return shaped('<a href="#{}">{}</a>', anchor, html(" ".join(text.split())))
