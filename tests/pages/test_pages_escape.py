"""Whatever a cable says is shown as it is said, and nothing of it becomes markup."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from generator.pages.escape import html, inline, link, markdown, one_line, shaped, url, visible
from support.golden import Case, cases
from support.rendering import converted

SIGNS = (
    "\\`*_{}[]()<>#+-.!|:~^$%&\"'=/@ \t\n0123456789ab\u00b6"
    "\u2028\x02\x03\x00\x0b\x85\xa0\u202e\u2066\ud800\ufeffé\u0663\uff11"
)
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
    "\uff151. item",
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
    "\x02wzxhzdk:0\x03",
    "&#1;&#2;wzxhzdk:0&#3;",
    "\n{: onfocus=alert(1) autofocus=1 }",
    "\n{ .x onclick=y }\n",
    "\n\n[b]: javascript:alert(1)\n",
    "\n\n*[b]: x\n\n[^1]: y\n\n",
    "\n```\ncode\n```\n",
    "\n~~~ { onclick=x }\ncode\n~~~\n",
    "\n:   definition\n{: onclick=x }",
    "==a== ^^b^^ ~~c~~ ++d++ (c) -> $x$",
    "/// note\n///",
    "!!! note",
    "\u202egnp.exe\u2066",
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

LINES: dict[str, tuple[Callable[[str], str], str, list[str]]] = {
    "paragraph": (lambda text: f"{inline(f'x{text}')}\n{{: #here .y }}", "#here", ["p"]),
    "start": (lambda text: f"{markdown(f'{text} x')}\n{{: #here .y }}", "#here", ["p"]),
    "heading": (lambda text: f"## x{inline(text)} {{: #here }}", "#here", ["h2"]),
    "item": (lambda text: f"- {markdown(f'{text} x')}\n  {{: #here }}", "#here", ["ul", "li"]),
    "definition": (lambda text: f"term\n:   {markdown(f'{text} x')}", "dd", ["dl", "dt", "dd"]),
    "term": (lambda text: f"{markdown(f'{text} x')}\n:   meaning", "dt", ["dl", "dt", "dd"]),
    "link": (lambda text: link(f"x{text}", "../a.md", ".y"), "a", ["p", "a"]),
    "quotation": (lambda text: f"- x <q>{inline(text)}</q> x", "q", ["ul", "li", "q"]),
    "html": (lambda text: f"<p id=here>{html(one_line(text))}</p>", "#here", ["p"]),
    "inside": (
        lambda text: f"<div markdown>\n\n<p id=here>{markdown(text)}</p>\n\n</div>",
        "#here",
        ["div", "p"],
    ),
    "columns": (lambda text: f"<div markdown>\n\n<pre>\n{html(text)}</pre>\n\n</div>", "pre", ["div", "pre"]),
}
"""Each place that text can come to: how a page writes it, where it stands, the elements there are."""

ATTRIBUTES = {"id", "class", "href"}


def render(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(f"<main>{converted(text)}</main>")


def shown(page: LexborHTMLParser, selector: str) -> str:
    node = page.css_first(selector)
    assert node is not None
    return one_line(node.text())


def elements(page: LexborHTMLParser) -> list[str]:
    return [node.tag or "" for node in page.css("main *")]


@pytest.mark.parametrize("place", LINES)
@settings(max_examples=50, deadline=None, derandomize=True)
@given(text=hostile)
def test_text_shows_as_it_is_wherever_it_stands(place: str, text: str) -> None:
    write, where, expected = LINES[place]
    page = render(f"before\n\n{write(text)}\n\nafter")
    assert elements(page) == ["p", *expected, "p"]
    assert {name for node in page.css("main *") for name in node.attributes} <= ATTRIBUTES
    assert shown(page, where).strip("x ") == one_line(text).strip("x ")


@settings(max_examples=50, deadline=None, derandomize=True)
@given(hostile)
def test_text_of_an_attribute_is_as_it_was(text: str) -> None:
    page = render(f'before\n\n<p title="{html(text)}">x</p>\n\nafter')
    assert elements(page) == ["p", "p", "p"]
    (node,) = page.css("[title]")
    assert one_line(node.attributes["title"] or "") == one_line(text)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(hostile)
def test_preformatted_text_keeps_every_line(text: str) -> None:
    page = render(f'before\n\n<pre class="x">\n{html(text.expandtabs())}</pre>\n\nafter')
    assert [tag for tag in elements(page) if tag != "p"] == ["pre"]
    lines = [visible(line).rstrip() for line in re.split("\r\n|[\n\f\r\x85\u2028\u2029]", text.expandtabs())]
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


def test_what_turns_text_around_or_hides_stands_by_name() -> None:
    assert visible("a\u202eb\u2066c\U000e0041") == "a[U+202E]b[U+2066]c[U+E0041]"
    assert markdown("a\u202eb") == "a&#91;U&#43;202E&#93;b"


def test_unprintable_characters_are_made_visible() -> None:
    assert visible("a\x00b\x02c\ud800d\uffffe") == "a\ufffdb\ufffdc\ufffdd\ufffde"


PIECES = st.sampled_from(("{}", "{:.0f}", "{{", "}}", "- ", "<b>", "\n", " {{: .x }}"))
PARTS = st.lists(st.text(max_size=5) | st.text(max_size=5).map(inline), min_size=8, max_size=8)


@given(st.lists(PIECES, max_size=8), PARTS)
def test_a_shape_is_filled_as_markupsafe_fills_it(pieces: list[str], texts: list[str]) -> None:
    shape = "".join(pieces)
    parts = [
        3.25 if piece == "{:.0f}" else texts[at]
        for at, piece in enumerate(pieces)
        if piece in {"{}", "{:.0f}"}
    ]
    assert shaped(shape, *parts) == Markup(shape).format(*parts)  # noqa: S704 - what it has to equal


@pytest.mark.parametrize("parts", [(), ("one", "two")])
def test_a_shape_has_a_part_for_each_place(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="argument"):
        shaped("- {}", *parts)
