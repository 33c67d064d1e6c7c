"""Pages of real cables: the page holds every word of the body, in order, and nothing else."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from markdown import Markdown  # type: ignore[import-untyped] # carries no types
from mkdocs.utils.meta import get_data
from selectolax.lexbor import LexborHTMLParser

from generator.catalogue import links
from generator.model import Block, Cable, Source
from generator.pages import cable_pages
from generator.pages.escape import visible
from generator.parse import parse
from generator.people import find_people, load_tagger
from generator.read import discover, read_file
from support.record import SITE, gathered, settled

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "text"
EVERY = 28
"""One file of so many: some 60 cables."""

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the measuring corpus in ../shared/corpus"),
]


def sample() -> list[Cable]:
    files, _ = discover([CORPUS])
    found = [item for file in files[::EVERY] for item in read_file(file) if isinstance(item, Source)]
    cables = [parse(source) for source in found]
    tagger = load_tagger("")
    return [replace(cable, people=find_people(cable, tagger=tagger)) for cable in cables]


def printed(block: Block) -> str:
    """The text of a block as its page shows it, number and marking before it."""
    number = f"{block.number}." if block.number is not None else ""
    marking = f"({block.marking})" if block.marking is not None else ""
    lines = block.text.split("\n")
    if block.kind == "list":
        lines = [re.sub(r"^[-*\u2022\u25cf\u2013\u2014]+\s+", "", line) for line in lines]
    return number + marking + visible("\n".join(lines))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_a_page_shows_the_whole_body_and_nothing_else() -> None:
    cables = sample()
    assert len(cables) > 50
    whole = gathered(*cables)
    for cable in cables:
        shown = links(whole, cable.key, related_limit=5, people_page_min=1)
        page, _ = cable_pages(settled(cable), shown, SITE)
        text, _ = get_data(page.content.decode())
        html = Markdown(extensions=["attr_list", "def_list", "md_in_html", "toc"]).convert(text)
        body = LexborHTMLParser(html).css_first(".cp-body")
        assert body is not None
        assert squeezed(body.text()) == squeezed(
            "".join(printed(block) for block in settled(cable).titled.blocks)
        ), cable.key
