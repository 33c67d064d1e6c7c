"""What masking replaces and what it leaves: tests/golden/people_protect/*.txt.

Input: ``mask:`` a person's number or a name, a line for each person with its number, the text with mentions
as ``[1:Brandt]``, the original. Expected: the text with the mentions that are left, the original.
"""

import re

import pytest

from generator.model import Block, Cable, PersonFound, Provenance, Span
from generator.people.masking import ToMask, mask_cable
from generator.people.redaction import REDACTION
from support.golden import Case, cases

MENTION = re.compile(r"\[(\d):([^\]]+)\]")


def plain_with_spans(marked: str) -> tuple[str, dict[int, list[tuple[Span, str]]]]:
    """The text without its marks, and where each person stands in it."""
    text, at = "", 0
    spans: dict[int, list[tuple[Span, str]]] = {}
    for hit in MENTION.finditer(marked):
        text += marked[at : hit.start()]
        span = Span(block=0, start=len(text), end=len(text) + len(hit[2]))
        spans.setdefault(int(hit[1]), []).append((span, hit[2]))
        text += hit[2]
        at = hit.end()
    return text + marked[at:], spans


def read_case(given: str) -> tuple[Cable, ToMask]:
    head, rest = given.split("\ntext:\n")
    marked, original = rest.split("\noriginal:\n")
    wanted, *names = head.split("\n")
    text, spans = plain_with_spans(marked)
    people = tuple(
        PersonFound(
            name=name[2:],
            slug="",
            mentions=tuple(word for _, word in spans.get(number, [])),
            roles=(f"friend of {names[0][2:]}",),
            spans=tuple(span for span, _ in spans.get(number, [])),
        )
        for number, name in enumerate(names, start=1)
    )
    source = Provenance(path="a.txt", layout="plusd", sha256="0", original=original)
    cable = Cable(
        id="09BERN90001",
        subject=None,
        date=None,
        classification=None,
        blocks=(Block(kind="paragraph", text=text),),
        people=people,
        source=source,
    )
    whom = wanted.removeprefix("mask: ")
    if whom.isdecimal():
        return cable, ToMask(people=frozenset({int(whom) - 1}))
    return cable, ToMask(names=() if whom == "-" else (whom,))


def marked_again(cable: Cable) -> str:
    """The text with the mentions of those who are left."""
    text = cable.blocks[0].text
    spans = [(span, number) for number, person in enumerate(cable.people, start=1) for span in person.spans]
    for span, number in sorted(spans, reverse=True):
        text = f"{text[: span.start]}[{number}:{text[span.start : span.end]}]{text[span.end :]}"
    return text


@pytest.mark.parametrize("case", cases("people_protect"), ids=str)
def test_golden(case: Case) -> None:
    masked = mask_cable(*read_case(case.given))
    assert f"{marked_again(masked)}\noriginal:\n{masked.source.original}" == case.expected


def test_a_masked_person_keeps_the_index_and_nothing_else() -> None:
    cable, _ = read_case("mask: 1\n1 Igor Brandt\n2 Timur Askar\ntext:\n[1:Igor Brandt] saw.\noriginal:\n")
    gone, left = mask_cable(cable, ToMask(people=frozenset({0}))).people
    assert (gone.name, gone.slug, gone.mentions, gone.roles, gone.spans) == (REDACTION, "", (), (), ())
    assert left.roles == (f"friend of {REDACTION}",)
