"""What happens to a text or a file on its way to us, by accident or on purpose: the fuzzer's changes.

Each change takes a source of chance and what is to be changed, and gives the changed thing; the same chance
gives the same change.
"""

import random
from collections.abc import Callable

SHARDS = (
    *("VZCZCXRO0001", "OO RUEHAG RUEHAST", "DE RUEHTA #9308/01 0510929", "O 200929Z FEB 09", "ZNR UUUUU ZZH"),
    *("FM AMEMBASSY ASTANA", "TO RUEHC/SECSTATE WASHDC 1", "INFO NSC WASHDC", "310000Z FEB 00"),
    *("C O N F I D E N T I A L ASTANA 099308", "UNCLAS", "SECRET//NOFORN", "S E C R E T SECTION 02 OF 02"),
    *("SIPDIS", "NOFORN", "STATE FOR SCA/CEN, DRL", "E.O. 12958: DECL: 1/1/19", "TAGS: PGOV, OVIP (DOE, JOHN)"),
    *("KFRDKIRFCVIS", "TAGS:", "SUBJECT:", "SUBJECT: A SUBJECT", "REF: A. STATE 1 B. ASTANA 2", "(C) STATE 3"),
    *("REFTEL: 08 RIO DE JAN 0044", "1B. X 4", "Classified By: A B for reasons 1.4 (b) and (d)."),
    *("1. (C) Text.", "11. (C) Text", "¶2. (SBU) More,", "13. x", "-- item", "(a) item", "* item", "a    b    c"),
    *("-----", "HEADING", "SUMMARY:", "END SUMMARY.", "Comment: x", "reftel", "refs A and B", "ref A, para 3"),
    *("(09 ASTANA 308)", "ASTANA 00099308  001.2 OF 002", "PAGE 02 ROME 01196 01 OF 02 082030Z x", "NNNN"),
    *("Minister of Justice Askar Omirbek", "John Doe (JD)", "John Doe, Jr.", "JOHN DOE", "al-Doe", "O'Doe"),
    *("Doe (protect)", "(strictly protect)", "XXXXXXXXXXXX", "AskarOmirbek", "Askar\u00ad Omirbek", "#### H"),
    *("Askar\u200bOmirbek", "doe@state.sgov.gov", "pdf how-to read a cable", "Identifier", "\ufeff", "\u00a0"),
)
"""Pieces of telegrams and of the layouts around them, where they do not belong."""

HOSTILE = (
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- x", "</pre>", "</div>", "<a href=x"),
    *("{: onclick=alert(1) }", "{: #body .x }", "{ .x }", "{{ config }}", "{% raw %}", "&#1;", "&#x202e;", "&lt;"),
    *("[x](javascript:alert(1))", "![x](http://other.example/x.png)", "[x]: http://other.example", "[^1]", "[TOC]"),
    *("<http://other.example>", "*[HTML]: x", "# x", "> x", "- x", "1) x", ": x", "---", "===", "***x***"),
    *("__x__", "`x`", "```", "~~~", "| a | b |\n|---|---|\n| c | d |", "    x", "\\", "$$x$$", ":smile:", "  \n"),
    *("\x02klzzwxh:0\x03", "\x02wzxhzdk:0\x03", "klzzwxh:0001", "javascript:alert(1)", "=1+1", "@x", "' x: y"),
)
"""Pieces that mean something to Markdown, HTML, templates or a spreadsheet."""

ODD = (
    "\x00\x01\x02\x03\x07\x08\x0b\x0c\x1b\x1c\x1f\x7f\x85\xa0\xad\u061c\u0130\u017f\u200b\u200e\u2028\u2029\u202e"
    "\u2066\u3000\ufb01\ufdd0\ufeff\ufffd\uffff\U0001f600\U000e0041\u0301\u00df\u00b2\u0663\uff15\u2164\u00b6\u2019"
)
"""Characters that a program is seldom tried with."""

TextChange = Callable[[random.Random, str], str]
BytesChange = Callable[[random.Random, bytes], bytes]


def _places(dice: random.Random, length: int, longest: int = 200) -> tuple[int, int]:
    start = dice.randint(0, length)
    return start, min(length, start + dice.randint(1, dice.choice((1, 4, 30, longest))))


def _inserted(dice: random.Random, text: str, piece: str) -> str:
    place = dice.randint(0, len(text))
    return text[:place] + piece + text[place:]


def _shard(dice: random.Random, text: str) -> str:
    piece = dice.choice(SHARDS)
    return _inserted(dice, text, dice.choice((piece, f" {piece} ", f"\n{piece}\n", f"\n\n{piece}\n\n")))


def _hostile(dice: random.Random, text: str) -> str:
    piece = dice.choice(HOSTILE)
    return _inserted(dice, text, dice.choice((piece, f" {piece} ", f"\n{piece}\n", f"\n\n{piece}\n\n")))


def _odd(dice: random.Random, text: str) -> str:
    return _inserted(dice, text, dice.choice(ODD) * dice.choice((1, 1, 1, 3)))


def _cut(dice: random.Random, text: str) -> str:
    start, stop = _places(dice, len(text))
    return text[:start] + text[stop:]


def _doubled(dice: random.Random, text: str) -> str:
    start, stop = _places(dice, len(text))
    return text[:stop] + text[start:]


def _moved(dice: random.Random, text: str) -> str:
    start, stop = _places(dice, len(text))
    return _inserted(dice, text[:start] + text[stop:], text[start:stop])


def _ended(dice: random.Random, text: str) -> str:
    return text[: dice.randint(0, len(text))]


def _lines_moved(dice: random.Random, text: str) -> str:
    lines = text.split("\n")
    line = lines.pop(dice.randrange(len(lines)))
    lines.insert(dice.randint(0, len(lines)), line)
    return "\n".join(lines)


def _line_lost(dice: random.Random, text: str) -> str:
    lines = text.split("\n")
    del lines[dice.randrange(len(lines))]
    return "\n".join(lines)


def _lines_joined(dice: random.Random, text: str) -> str:
    breaks = [place for place, letter in enumerate(text) if letter == "\n"]
    if not breaks:
        return text
    place = dice.choice(breaks)
    return text[:place] + dice.choice(("", " ")) + text[place + 1 :]


def _line_broken(dice: random.Random, text: str) -> str:
    return _inserted(dice, text, dice.choice(("\n", "\n\n", "-\n", "\r", "\r\n", "\t", "   ")))


def _line_in_other_case(dice: random.Random, text: str) -> str:
    lines = text.split("\n")
    place = dice.randrange(len(lines))
    lines[place] = dice.choice((str.upper, str.lower, str.title, str.swapcase))(lines[place])
    return "\n".join(lines)


def _letter_changed(dice: random.Random, text: str) -> str:
    place = dice.randint(0, len(text))
    return text[:place] + dice.choice("0159AXZaz .,:;()/'\"#-¶\n") + text[place + 1 :]


def _word_repeated(dice: random.Random, text: str) -> str:
    words = text.split(" ")
    place = dice.randrange(len(words))
    words[place:place] = [words[place]] * dice.randint(1, 5)
    return " ".join(words)


TEXT_CHANGES: tuple[TextChange, ...] = (
    *(_shard, _shard, _shard, _hostile, _hostile, _odd, _odd, _cut, _doubled, _moved, _ended),
    *(_lines_moved, _line_lost, _lines_joined, _line_broken, _line_in_other_case, _letter_changed),
    *(_letter_changed, _word_repeated),
)


def damaged_text(dice: random.Random, text: str) -> str:
    """The text after up to six changes; after none, now and then."""
    for _ in range(dice.choice((0, 1, 1, 2, 3, 4, 6))):
        text = dice.choice(TEXT_CHANGES)(dice, text)
    return text


def _bytes_set(dice: random.Random, data: bytes) -> bytes:
    start, stop = _places(dice, len(data), 16)
    return data[:start] + dice.randbytes(stop - start) + data[stop:]


def _bytes_cut(dice: random.Random, data: bytes) -> bytes:
    start, stop = _places(dice, len(data))
    return data[:start] + data[stop:]


def _bytes_doubled(dice: random.Random, data: bytes) -> bytes:
    start, stop = _places(dice, len(data))
    return data[:stop] + data[start:]


def _bytes_ended(dice: random.Random, data: bytes) -> bytes:
    return data[: dice.randint(0, len(data))]


def _bytes_put_in(dice: random.Random, data: bytes) -> bytes:
    place = dice.randint(0, len(data))
    piece = dice.choice((b'"', b'\\"', b"\n", b"\r\n", b"\r", b"\0", b"\xff", b"\xc3", b"<pre>", b'","', b"}"))
    return data[:place] + piece + data[place:]


BYTES_CHANGES: tuple[BytesChange, ...] = (
    *(_bytes_set, _bytes_cut, _bytes_doubled, _bytes_ended, _bytes_put_in, _bytes_put_in),
)


def damaged_bytes(dice: random.Random, data: bytes) -> bytes:
    """The bytes after one to four changes."""
    for _ in range(dice.randint(1, 4)):
        data = dice.choice(BYTES_CHANGES)(dice, data)
    return data


VALUES: tuple[object, ...] = (
    *(None, True, 0, -1, 1, 7, 10**6, 10**30, -(10**9), 1.5, "", " ", "x", "a\nb", "\x00", "\u202e", "../x", "/"),
    *("<b>", "=1+1", "09ASTANA90001", "66X1", "para-1", "2009-02-20T09:29:00Z", "0001-01-01T00:00:00Z"),
    *("9999-12-31T23:59:59Z", "2009-02-20", "a-b", "U", "x" * 300, [], {}, [None], ["x"], [1], {"x": 1}),
)
"""What stands in a forged record where something else should."""


def damaged_value(dice: random.Random, value: object) -> object:
    """A JSON value with one part of it changed, wherever that lies."""
    if isinstance(value, dict) and value and dice.random() < 0.9:  # noqa: PLR2004 - mostly deeper
        key = dice.choice(list(value))
        if dice.random() < 0.05:  # noqa: PLR2004 - now and then a key is lost
            return {name: each for name, each in value.items() if name != key}
        return value | {key: damaged_value(dice, value[key])}
    if isinstance(value, list) and value and dice.random() < 0.9:  # noqa: PLR2004
        place = dice.randrange(len(value))
        return [*value[:place], damaged_value(dice, value[place]), *value[place + 1 :]]
    if isinstance(value, str) and dice.random() < 0.5:  # noqa: PLR2004 - half of it still fits
        return dice.choice(TEXT_CHANGES)(dice, value)
    if isinstance(value, int) and dice.random() < 0.5:  # noqa: PLR2004
        return value + dice.choice((-1, 1, -value, 1000, -1000))
    return dice.choice(VALUES)
