"""Whatever a cable says is shown as it is said, and nothing of it becomes markup."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown  # type: ignore[import-untyped] # carries no types
from selectolax.lexbor import LexborHTMLParser

from generator.pages.escape import html, inline, link, markdown, one_line, url, visible
from support.golden import Case, cases

CONFIG = Path(__file__).parents[2] / "mkdocs.yml"

SIGNS = "\\`*_{}[]()<>#+-.!|:~^$%&\"'=/@ \t\n0123456789ab\u00b6\u2028\x02\x03\x00\ud800é"
"""What means something in Markdown, HTML, YAML or Jinja2, and some of what does not."""

SNIPPETS = [
    "<script>alert(1)</script>",
    "<b>bold</b>",
    "<!-- comment -->",
    "&lt;b&gt;",
    "&#60;b&#62;",
    "{{ config.site_name }}",
    "{% include 'x' %}",
    "{: #para-1 .cp-para }",
    "{ .cp-num onclick=x }",
    "[link](https://example.org)",
    "![image](https://example.org/a.png)",
    "[a][b]\n\n[b]: https://example.org",
    "[^1]",
    "[TOC]",
    "*[HTML]: abbreviation",
    "--8<-- 'mkdocs.yml'",
    ":smile:",
    "https://example.org",
    "<https://example.org>",
    "someone@example.org",
    "<someone@example.org>",
    "# heading",
    "## heading ##",
    "> quotation",
    "- item",
    "-- item",
    "1. item",
    "12) item",
    ": definition",
    "---",
    "===",
    "***",
    "***bold***",
    "__init__",
    "``code``",
    "| a | b |\n|---|---|\n| c | d |",
    "    indented",
    "\\",
    "\\\\*",
    "line\\\nbreak",
    "two  \nspaces",
    "&nbsp;",
    "&",
    "AT&T; R&D &copy",
    "javascript:alert(1)",
    "klzzwxh:0001",
    "\x02klzzwxh:0\x03",
    "<div markdown>",
    "</div>",
    "</section>",
    "<",
    ">",
    "!",
    "+",
]

hostile = st.lists(
    st.one_of(st.text(SIGNS, max_size=8), st.sampled_from(SNIPPETS), st.text(max_size=6)), max_size=6
).map("".join)


def _markdown() -> Markdown:
    """Python-Markdown as MkDocs runs it for this site."""
    config: dict[str, Any] = yaml.safe_load(CONFIG.read_text(encoding="utf-8").replace("!ENV", ""))
    names = [next(iter(each)) if isinstance(each, dict) else each for each in config["markdown_extensions"]]
    return Markdown(extensions=names)


MARKDOWN = _markdown()


def render(text: str) -> LexborHTMLParser:
    MARKDOWN.reset()
    return LexborHTMLParser(f"<main>{MARKDOWN.convert(text)}</main>")


def shown(page: LexborHTMLParser, selector: str) -> str:
    node = page.css_first(selector)
    assert node is not None
    return one_line(node.text())


def elements(page: LexborHTMLParser) -> list[str]:
    return [node.tag or "" for node in page.css("main *")]


@settings(max_examples=250, deadline=None, derandomize=True)
@given(hostile)
def test_text_at_the_start_of_a_block_shows_as_it_is(text: str) -> None:
    page = render(f"before\n\n{markdown(text)}\n\nafter")
    assert set(elements(page)) == {"p"}
    middle = [node.text() for node in page.css("main p")][1:-1]
    assert " ".join(middle) == one_line(text)


@settings(max_examples=250, deadline=None, derandomize=True)
@given(hostile)
def test_text_inside_a_line_shows_as_it_is(text: str) -> None:
    page = render(f"x{inline(text)}x")
    assert elements(page) == ["p"]
    assert shown(page, "main p") == one_line(f"x{text}x")


@settings(max_examples=150, deadline=None, derandomize=True)
@given(hostile)
def test_text_beside_links_and_attributes_shows_as_it_is(text: str) -> None:
    first, second = link("5.", "#para-5", '.cp-num title="Link"'), link(f"x{text}x", "../a.md", ".cp-who")
    page = render(f"{first} {inline(text)}{second}{inline(text)}x\n{{: #para-5 .cp-para }}")
    assert elements(page) == ["p", "a", "a"]
    assert shown(page, "#para-5") == one_line(f"5. {text}x{text}x{text}x")
    assert page.css("a")[1].attributes == {"href": "../a.md", "class": "cp-who"}


@settings(max_examples=150, deadline=None, derandomize=True)
@given(hostile)
def test_text_of_a_heading_or_item_shows_as_it_is(text: str) -> None:
    heading, item = f"## x{inline(text)} {{: #sec-1 }}", f"- {markdown(f'x{text}')}"
    page = render(f"{heading}\n\n{item}\n\n<div markdown>\n\n{markdown(text)}\n\n</div>")
    assert shown(page, "#sec-1") == one_line(f"x{text}")
    assert shown(page, "li") == one_line(f"x{text}")
    assert set(elements(page)) <= {"h2", "ul", "li", "div", "p"}


@settings(max_examples=150, deadline=None, derandomize=True)
@given(hostile)
def test_preformatted_text_keeps_every_line(text: str) -> None:
    page = render(f'before\n\n<pre class="x">\n{html(text.expandtabs())}</pre>\n\nafter')
    assert [tag for tag in elements(page) if tag != "p"] == ["pre"]
    lines = [line.rstrip() for line in re.split("\r\n|\r|\n", visible(text.expandtabs()))]
    assert [line.rstrip() for line in page.css("pre")[0].text().split("\n")] == lines


@pytest.mark.parametrize("text", SNIPPETS)
def test_each_snippet_shows_as_it_is(text: str) -> None:
    page = render(str(markdown(text)))
    assert set(elements(page)) == {"p"}
    assert " ".join(node.text() for node in page.css("p")) == one_line(text)


@pytest.mark.parametrize("case", cases("pages/escape"), ids=str)
def test_escaped_markdown_is_as_written_down(case: Case) -> None:
    assert markdown(case.given) == case.expected


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "//example.org", "a b.md", 'a"b', "a)b", "https://x"]
)
def test_only_addresses_of_this_site_become_links(target: str) -> None:
    with pytest.raises(ValueError, match="no address of this site"):
        url(target)


def test_unprintable_characters_are_made_visible() -> None:
    assert visible("a\x00b\x02c\ud800d\uffffe") == "a\ufffdb\ufffdc\ufffdd\ufffde"
