"""The grammar of generated pages against Python-Markdown: the same HTML, or none."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from generator.pages.escape import html, inline, link, markdown
from generator.publish.press.grammar import convert
from support.rendering import converted
from support.sample import SampleSite

SIGNS = "*_`[](){}:#-.)<>&|~!1 \n\u00a0\u2028"
hostile = st.text(st.one_of(st.characters(), st.sampled_from(SIGNS)), max_size=60)


def as_written(target: str) -> str:
    return target


def same_or_none(text: str) -> bool:
    """Whether the grammar knew the text; what it makes of it is what Python-Markdown does."""
    ours = convert(text, as_written)
    assert ours is None or ours.html == converted(text)
    return ours is not None


def texts(site: SampleSite) -> dict[str, str]:
    """The Markdown of the generated pages."""
    found = sorted(path for folder in site.docs.iterdir() if folder.is_dir() for path in folder.rglob("*.md"))
    return {path.relative_to(site.docs).as_posix(): get_data(path.read_text("utf-8"))[0] for path in found}


def test_every_page_of_the_samples_is_converted_as_python_markdown_does(sample_site: SampleSite) -> None:
    pages = texts(sample_site)
    assert len(pages) > 50
    assert [path for path, text in pages.items() if not same_or_none(text)] == []


PLACES: dict[str, Callable[[str], str]] = {
    "heading": lambda text: f"# {markdown(f'x {text} x')} {{: #cp-title }}",
    "linked heading": lambda text: f"## x {link(f'x{text}', 'a.md', '.cp-who')} x {{: #sec-1 }}",
    "paragraph": lambda text: f"{markdown(text)}\n{{: #para-1 .cp-para }}",
    "in two lines": lambda text: f"<small>x</small><br>\n{inline(text)}\n{{: .cp-next }}",
    "link": lambda text: link(text, "../a.md#b", '.cp-ref title="A 1: b"') + inline(text),
    "foreign link": lambda text: link(text, "a.md", '.cp-ref lang="en" title="Straße: où"') + inline(text),
    "foreign heading": lambda text: f'# {markdown(f"x {text} x")} {{: #cp-title lang="en" }}',
    "foreign quotation": lambda text: f'- x\n  <q lang="en">{inline(text)}</q> {link("x", "a.md")}',
    "foreign body": lambda text: f'<div class="cp-body" lang="en" markdown>\n\n{markdown(text)}\n\n</div>',
    "item": lambda text: (
        f"- {markdown(text)}\n  {{: #list-1 }}\n- x\n  <q>{inline(text)}</q> {link('x', 'a.md')}"
    ),
    "bar": lambda text: f'- *{inline(text)} **1***{{ .cp-v-1 title="1 cable" }}',
    "definition": lambda text: f"x\n:   {markdown(text)}<br>\n    {markdown(text)}\n\nx\n:   x",
    "container": lambda text: f'<div class="cp-body" markdown>\n\n{markdown(text)}\n\n</div>',
    "columns": lambda text: (
        f'<div class="b" markdown>\n\n<pre id="a" class="c">\n{html(text)}</pre>\n\n</div>'
    ),
    "drawing": lambda text: (
        f'<svg viewBox="0 0 7 7"><path d="M1 2l3-4z"></path>[<title>{inline(text)}</title>'
        f'<circle cx="1" cy="2" r="1.5"></circle>'
        f'<text class="cp-end" x="1" y="2">{inline(text)}</text>](a.md)</svg>'
    ),
    "element": lambda text: (
        f'<p class="cp-citation" data-cp-copy="A"><span data-cp-para=", p. "></span>{html(text)}</p>'
        f"\n\n{markdown(text)}"
    ),
}
"""Each way in which a page shows text."""


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=40, deadline=None, derandomize=True)
@given(text=hostile)
def test_escaped_text_is_converted_alike_wherever_it_stands(place: str, text: str) -> None:
    same_or_none(f"x\n\n{PLACES[place](text)}\n\nx")


@pytest.mark.parametrize("place", PLACES)
def test_each_place_is_known(place: str) -> None:
    assert same_or_none("\n\n".join(("x", PLACES[place]('some text, with (signs) & "more"'), "x")))


BITS = (
    *"*_`[](){}:#&|~\\!$+=<>",
    *("**", "***", "\n", "\n\n", "\n\n\n", "  \n", "\t", "\x02", "\u00a0", "\u2028", "    ", "\n    "),
    *("<br>", "<q>", "</q>", "<div>", "</div>", "<p>", "</details>", "<!--x-->", "&amp;", "&#42;", "<x@y.z>"),
    *("- ", "\n- ", "1. ", "\n1) ", ": ", "\n:   ", "---", "\n---\n", "{:.x}", "\n{: .y }", "{ .x }"),
    *("[a](b.md)", "*a*", "http://x.y"),
)
"""What means something in Markdown or HTML."""


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    seed=st.integers(0, 1 << 32),
    signs=st.lists(st.sampled_from(BITS), min_size=1, max_size=3),
    remove=st.integers(0, 3),
)
def test_a_page_that_was_tampered_with_is_converted_alike_or_not_at_all(
    sample_site: SampleSite, seed: int, signs: list[str], remove: int
) -> None:
    choice = random.Random(seed)  # noqa: S311 - no secret
    pages = texts(sample_site)
    blocks = pages[choice.choice(sorted(pages))].split("\n\n")
    begin = choice.randrange(len(blocks))
    text = "\n\n".join(blocks[begin : begin + 4])[:2000]
    for sign in signs:
        at = choice.randrange(len(text) + 1)
        text = text[:at] + sign + text[at + remove :]
    same_or_none(text)


def test_the_table_of_contents_and_the_title_are_those_of_python_markdown() -> None:
    page = convert("# A &#38; b {: #cp-title }\n\n## C [d](e.md){ .cp-who } {: #f }\n\nText", as_written)
    assert page is not None
    assert page.title == "A &#38; b"
    assert [(each.level, each.anchor, each.text) for each in page.headings] == [
        (1, "cp-title", "A &#38; b"),
        (2, "f", "C d"),
    ]
    assert page.anchors == {"cp-title", "f"}


def test_a_page_whose_link_leads_nowhere_is_left_to_mkdocs() -> None:
    assert convert("[a](b.md)", lambda _: None) is None
