"""Everything that can be said in a cable or a record, in every place at once: pages stay what they are."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.model import Addressee, Block, BlockKind, Cable, CableWarning, Reference
from generator.pages import OVERVIEW, home_page
from generator.pages.body import MOST_SIGNS
from generator.pages.escape import markdown, one_line
from generator.publish.inert import foreign
from support.record import SITE, citing, gathered, named, record, site_of
from support.rendering import content

KINDS: tuple[BlockKind, ...] = ("heading", "paragraph", "list", "table", "preformatted", "notice")

LINES = (
    "{: onfocus=alert('xss') autofocus=1 }",
    "{: style=position:fixed id=location }",
    "{ .md-overlay onclick=x }",
    "- {: onclick=x }",
    ":   {: onclick=x }",
    "> quoted",
    "# heading {: #location }",
    "</pre><script>alert(1)</script>",
    "</div></article></main><h1>Another page</h1>",
    "<svg/onload=alert(1)>",
    "<div markdown>",
    "<!--",
    "<![CDATA[",
    "<?php",
    "[x]: javascript:alert(1)",
    "[x](javascript:alert(1)){: onclick=y }",
    "*[x]: y",
    "[^x]: y",
    "```{ onclick=x }",
    "~~~",
    "a | b",
    "--|--",
    "wzxhzdk:0",
    "\x02wzxhzdk:0\x03",
    "\x02klzzwxh:0000\x03",
    "&#2;wzxhzdk:0&#3;&#1;",
    "\u202eesrever\u2066",
    "\u2028{: onclick=x }\u2029",
    "\x85{: onclick=x }",
    "xxxx{: onclick=x }XXXX",
    "1. one",
    "\t- two",
    "",
    " ",
    "\xa0",
)


def hostile(text: str) -> Cable:
    """A cable that says the text wherever a telegram or a record can say one."""
    blocks = [Block(kind=kind, text=text) for kind in KINDS]
    blocks += [
        Block(kind=kind, text=f"Name and ref A {text}", number=n, marking="C") for n, kind in enumerate(KINDS)
    ]
    cable = record(
        "09ASTANA90001",
        blocks=tuple(blocks),
        subject=text,
        classification=text,
        origin=text,
        post=text or None,
        country=text or None,
        captions=(text,),
        attention=(text,),
        action=(Addressee(route=text, name=text, precedence=text, number=text),),
        info=(Addressee(route=None, name=text, precedence=None, number=None),),
        precedence=text,
        transmission_id=text,
        executive_order=text,
        declassify_on=date(2019, 1, 1),
        reasons=(text,),
        tags=("PGOV", "OWNED", text),
        tag_people=(text,),
        references=(Reference(label=text, text=text, id=None),),
        signed_by=text,
        classified_by=text,
        warnings=(CableWarning(code=text, message=text, line=1),),
    )
    cable = replace(cable, source=replace(cable.source, sha256=text, layout=text, path=text))
    cable = named(citing(cable, "ref A", "08BERN90002"), "Name", "name", roles=(text,))
    return replace(cable, people=(replace(cable.people[0], name=text or "Name"),))


def sound(cable: Cable) -> None:
    """Every page of the cable holds what a page may hold."""
    other = record("09BERN90003", "Name.", date=None, subject=cable.subject)
    for path, output in site_of(cable, other).items():
        if path.endswith(".md"):
            assert list(foreign(content(output.content))) == [], path
    home = home_page(gathered(cable, other), SITE, "# Ours\n")
    assert list(foreign(content(home.content), within=OVERVIEW)) == []


@pytest.mark.parametrize("text", LINES)
def test_no_line_makes_a_page_something_else(text: str) -> None:
    sound(hostile(f"{text}\nbetween\n{text}"))


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=8)), max_size=5).map("\n".join))
def test_no_text_makes_a_page_something_else(text: str) -> None:
    sound(hostile(text))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_block_shows_every_line(kind: BlockKind) -> None:
    blocks = tuple(Block(kind=kind, text=f"a\n{line}\nb\n{line}") for line in LINES)
    made = site_of(record("09ASTANA90001", blocks=blocks))["cables/2009/02/09ASTANA90001.md"]
    body = LexborHTMLParser(content(made.content)).css_first(".cp-body")
    assert body is not None
    expected, shown = (" ".join(one_line(block.text) for block in blocks), one_line(body.text(separator=" ")))
    if kind == "list":  # the list's own signs stand for those of the sender
        expected, shown = expected.replace("- ", ""), shown.replace("- ", "")
    if kind == "heading":  # in headline case
        expected, shown = expected.casefold(), shown.casefold()
    assert "".join(shown.split()) == "".join(expected.split())


@pytest.mark.parametrize("sign", list("[`*_<&{\\"))
def test_a_block_of_nothing_but_signs_does_not_go_through_markdown(sign: str) -> None:
    text = sign * (MOST_SIGNS + 1)
    page = site_of(record("09ASTANA90001", text))["cables/2009/02/09ASTANA90001.md"].content
    found = LexborHTMLParser(content(page)).css_first("#para-1")
    assert found is not None
    assert found.text().endswith(text)
    assert f'<p id="para-1" class="cp-para">{markdown(text)}</p>' in page.decode()


def test_two_countries_of_one_address_share_their_place() -> None:
    cables = [
        record(f"09BERN9000{n}", post=f"P{n}", country=name) for n, name in enumerate(("A-B", "A B", None))
    ]
    page = content(site_of(*cables)["posts/index.md"].content)
    assert list(foreign(page)) == []
    assert [node.attributes["id"] for node in LexborHTMLParser(page).css("h2")] == ["country-a-b", "none"]


def test_people_who_begin_with_no_letter_stand_together() -> None:
    cable = record("09ASTANA90001", "9 and 7 and Ждан and Brandt.")
    for name, slug in (("9", "nine"), ("7", "seven"), ("Ждан", "zhdan"), ("Brandt", "brandt")):
        cable = named(cable, name, slug)
    page = content(site_of(cable)["people/index.md"].content)
    assert list(foreign(page)) == []
    headings = LexborHTMLParser(page).css("h2")
    assert [node.attributes["id"] for node in headings] == ["letter-b", "letter-z", "letter-other"]


@pytest.mark.parametrize("blank", [" ", "\n", "\t\r\n", "\u2028"])
def test_blank_text_leaves_no_heading_without_words(blank: str) -> None:
    sound(hostile(blank))
