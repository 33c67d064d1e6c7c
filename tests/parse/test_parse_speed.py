"""Time grows with the text, not with its square, however hostile the text."""

import time

import pytest

from support.parsing import cable_of

HEADER = """\
O 200929Z FEB 09
FM AMEMBASSY ASTANA

C O N F I D E N T I A L ASTANA 099308

TAGS: PGOV KZ
SUBJECT: A SUBJECT
"""
FIELDS = ("", HEADER, f"{HEADER}\n1. (C) Text. ", "TAGS: ", "REF: ", "SUBJECT: ", "Classified By: ", "TO ")
UNITS = (
    " ",
    "1",
    "A",
    "A B C ",
    "(",
    "-",
    "- - ",
    "¶",
    "¶1. ",
    "1.(C) ",
    "11. (C) x\n",
    "a   b\n",
    "RURURU",
    "SUBJECT: ",
    "Classified By: ",
    "1.4 (b) ",
    "Astana 308 ",
    "ref A, ",
    "(protect) ",
    "Ab ",
    "\n",
    "XXXX ",
)
SIZE = 20_000
SECONDS = 3.0
"""Far above what any of them takes; a pattern that backtracks takes minutes."""


@pytest.mark.parametrize("unit", UNITS)
def test_hostile_text_takes_no_time(unit: str) -> None:
    for before in FIELDS:
        start = time.process_time()
        cable_of(before + unit * (SIZE // len(unit)))
        assert time.process_time() - start < SECONDS, before
