"""Whatever the text: no crash, no lost word, the same answer twice, every span and every code in order."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import CODES, Stated, dump_cable, load_cable
from generator.parse import problems
from generator.read.sound import unsound
from support.parsing import cable_of
from support.reading import words

settings.register_profile("parse", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("parse")

SHARDS = (
    "VZCZCXRO0001",
    "OO RUEHAG RUEHAST",
    "DE RUEHTA #9308/01 0510929",
    "O 200929Z FEB 09",
    "FM AMEMBASSY ASTANA",
    "TO RUEHC/SECSTATE WASHDC 1",
    "INFO NSC WASHDC",
    "C O N F I D E N T I A L ASTANA 099308",
    "UNCLAS",
    "SECRET",
    "CONFIDENTIAL SECTION 02 OF 02 ASTANA 099308",
    "SIPDIS",
    "NOFORN",
    "STATE FOR SCA",
    "E.O. 12958: DECL: 1/1/19",
    "TAGS: PGOV KZ",
    "KFRDKIRFCVIS",
    "SUBJECT: A SUBJECT",
    "REF: A. STATE 1 B. ASTANA 2",
    "(C) STATE 3",
    "1B. X 4",
    "Classified By: A B for reasons 1.4 (b) and (d).",
    "1. (C) Text.",
    "11. (C) Text",
    "¶2. (SBU) More,",
    "13. x",
    "3. item",
    "-- item",
    "(a) item",
    "a    b    c",
    "-----",
    "HEADING",
    "END SUMMARY.",
    "Comment: x",
    "reftel",
    "ref A, para 3",
    "Doe (protect)",
    "ASTANA 00099308  001.2 OF 002",
    "PAGE 02 ROME 01196 01 OF 02 082030Z x",
    "DOE",
    "NNNN",
    "UNCLAS ASTANA 3\uff11\u0662",
    "O 200929Z FEB 0012",
    "REF: 0\u0669 ASTANA \uff13",
    "\u017fUMMARY: x",
    "END \u017fUMMARY.",
    "\u2028",
    "\x00",
    "\ud800",
    "¶",
    "#### H",
    "{{ x }}",
    "",
    " ",
)
TEXTS = st.lists(st.sampled_from(SHARDS) | st.text(max_size=30), max_size=25).map("\n".join) | st.lists(
    st.sampled_from(SHARDS), max_size=12
).map(" ".join)

SENTENCES = st.lists(
    st.sampled_from(
        [
            "the",
            "minister",
            "said",
            "that",
            "reform",
            "goes",
            "on",
            "in",
            "Astana",
            "and",
            "Almaty",
            "while",
            "others",
            "wait",
        ]
    ),
    min_size=3,
    max_size=30,
).map(lambda said: f"{' '.join(said).capitalize()}.")
SIGNS = ("", "¶", "1")
MARKED = st.lists(
    st.tuples(st.sampled_from(SIGNS), st.sampled_from(["(C) ", "(S/NF) "]), SENTENCES),
    min_size=1,
    max_size=14,
)
"""Copies that lost some paragraph signs and misread others; the portion markings tell."""
PLAIN = st.tuples(st.sampled_from(SIGNS), st.lists(SENTENCES, min_size=1, max_size=14)).map(
    lambda message: [(message[0], "", text) for text in message[1]]
)
"""Copies without markings, all of one kind."""


@given(TEXTS)
def test_any_text_makes_a_sound_record(text: str) -> None:
    cable = cable_of(text)
    assert cable == cable_of(text)
    assert unsound(cable) is None
    assert {warning.code for warning in cable.warnings} <= set(CODES)
    assert len(problems(cable)) == len(cable.warnings)


@given(TEXTS.filter(lambda text: "\ud800" not in text))
def test_any_record_can_be_written_and_read_back(text: str) -> None:
    cable = cable_of(text)
    assert load_cable(dump_cable(cable)) == cable


ODD_LINES = ("A Heading", "- an item", "4. an item", "¶A. an item", "=====", "a   b   c", "")


@given(st.lists(SENTENCES | st.sampled_from(ODD_LINES), max_size=20))
def test_no_word_of_any_message_is_lost(lines: list[str]) -> None:
    cable = cable_of(
        "\n".join(["UNCLAS ASTANA 099308", "", "SUBJECT: X", "", "1. Begin.", "", *lines, "", "End."])
    )
    said = Counter(words(" ".join([*(block.text for block in cable.blocks), cable.signed_by or ""])))
    numbers = Counter(str(block.number) for block in cable.blocks if block.number)
    assert not Counter(words(" ".join([*lines, "Begin. End."]))) - said - numbers


@given(MARKED | PLAIN)
def test_paragraphs_count_as_they_were_meant_whatever_became_of_the_signs(
    parts: list[tuple[str, str, str]],
) -> None:
    lines = [f"{sign}{number}. {mark}{text}" for number, (sign, mark, text) in enumerate(parts, start=1)]
    cable = cable_of("UNCLAS ASTANA 099308\n\nSUBJECT: X\n\n" + "\n\n".join(lines))
    assert [(b.number, b.text) for b in cable.blocks if b.number] == [
        (number, text) for number, (_, _, text) in enumerate(parts, start=1)
    ]


@given(TEXTS)
def test_what_the_layout_states_fills_what_the_text_lacks(text: str) -> None:
    stated = Stated(id="09ASTANA99308", classification="SECRET", origin="Embassy Astana", subject="A SUBJECT")
    cable = cable_of(text, stated=stated)
    assert cable.id
    assert cable.subject
    assert cable.origin
    assert cable.classification
    assert cable.stated == stated
