"""A problem is one line for a terminal, whatever the file says that it quotes."""

import pytest

from generator.model import Problem


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ('"a\nb\r\u2028c" is no date', '"a b c" is no date'),
        ("\x1b[2J\x07", r"\x1b[2J\x07"),
        ("\u202egnp.exe", r"\u202egnp.exe"),
        ("Qu\u00e9 \ufffd \u5317\u4eac", "Qu\u00e9 \ufffd \u5317\u4eac"),
    ],
)
def test_what_cannot_be_printed_stands_as_an_escape(message: str, shown: str) -> None:
    problem = Problem(path="a.txt", line=1, code="date-unreadable", message=message, hint="correct it")
    assert str(problem) == f"a.txt:1: date-unreadable: {shown}; correct it"
