"""Cables as long as wanted, each of one hostile shape that a reader, parser or finder could stumble on."""

import io
from typing import Final

from generator.model import Cable, Source
from generator.pipeline.records import understand
from generator.read.item import Item
from generator.read.layouts import read_item
from support.growth import Shape

HEAD: Final = """\
VZCZCXRO7817
O 200929Z FEB 09
FM AMEMBASSY ASTANA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 4680

C O N F I D E N T I A L ASTANA 000308

"""
FIELDS: Final = f"{HEAD}E.O. 12958: DECL: 02/26/2030\nTAGS: PGOV, KZ\nSUBJECT: A SUBJECT\n"
BODY: Final = f"{FIELDS}REF: A. ASTANA 300\n\n1. (C) "
END: Final = "\n2. (C) The end.\nHOAGLAND\n"

SHAPES: Final[dict[str, Shape]] = {
    name: Shape(before=before, unit=unit, behind=behind)
    for name, before, unit, behind in (
        ("dashes on a line", BODY, "-", END),
        ("dashes before the header", "", "-", f"\n{BODY}Text.{END}"),
        ("dashes behind a field", f"{FIELDS}REF: A. ASTANA 300\n", "-", f"\n\n1. (C) Text.{END}"),
        (
            "dashes and a word behind a field",
            f"{FIELDS}REF: A. ASTANA 300\n",
            "-",
            f" x\n\n1. (C) Text.{END}",
        ),
        ("rules of 150 dashes", BODY, "-" * 150 + "x\n", END),
        ("dots in REF", f"{FIELDS}REF: A. ", ".", f"x\n\n1. (C) Text.{END}"),
        ("ampersands in REF", f"{FIELDS}REF: A. ASTANA 300 ", "&.", f"x\n\n1. (C) Text.{END}"),
        ("numbers in REF", f"{FIELDS}REF: A. ASTANA 300", ", 301", f"\n\n1. (C) Text.{END}"),
        ("slashes in an attention line", f"{HEAD}DEPT FOR EUR", "/", f"\nTAGS: PGOV\n\n1. (C) Text.{END}"),
        ("slashes between addressees", f"{HEAD[:80]}TO ", "RUEHC/", f"\n{HEAD[80:]}1. (C) Text.{END}"),
        ("addressees", f"{HEAD[:80]}INFO ", "RUEHC/SECSTATE WASHDC  ", f"\n{HEAD[80:]}1. (C) Text.{END}"),
        ("captions", f"{HEAD}DEPT FOR EUR ", "SIPDIS ", f"x\nTAGS: PGOV\n\n1. (C) Text.{END}"),
        ("digits behind TAGS", f"{HEAD}TAGS: ", "1234 ", f"\n\n1. (C) Text.{END}"),
        ("blanks behind TAGS", f"{HEAD}TAGS: PGOV", " ", f"x\n\n1. (C) Text.{END}"),
        ("a person behind TAGS", f"{HEAD}TAGS: OVIP (", "A, ", f")\n\n1. (C) Text.{END}"),
        ("reasons", f"{FIELDS}Classified By: A B, reason ", "1.4(b) ", f"\n\n1. (C) Text.{END}"),
        ("classified by", f"{FIELDS}Classified By: ", "Minister Foo ", f"\n\n1. (C) Text.{END}"),
        (
            "words of a sender",
            "O 200929Z FEB 09\nFM AMEMBASSY ",
            "ASTANA B ",
            f"\n{HEAD[50:]}1. (C) Text.{END}",
        ),
        ("a subject in capitals", f"{HEAD}SUBJECT: ", "MINISTER FOO AND ", f"\n\n1. (C) Text.{END}"),
        ("one word in capitals", BODY, "A", f"{END}X"),
        ("names joined", BODY, "Karim Masimov and ", END),
        ("titles", BODY, "Minister Foo ", END),
        ("an initial and a hyphen", BODY, "A-", f"! (protect){END}"),
        ("a name and a mark", BODY, "Karim Masimov (protect) ", END),
        ("marks alone", BODY, "(protect) ", END),
        ("requests", BODY, "please protect ", END),
        ("the word itself", BODY, "protect ", END),
        ("silence", BODY, "name withheld ", END),
        ("brackets around a mark", BODY, "(", f"protect{END}"),
        ("given names", BODY, "Karim ", END),
        ("crosses", BODY, "X", f" (protect){END}"),
        ("brackets", BODY, "[", END),
        ("backquotes", BODY, "`", END),
        ("asterisks", BODY, "*", END),
        ("underscores and words", BODY, "_a ", END),
        ("less-than signs", BODY, "<a", END),
        ("braces", BODY, "{: ", END),
        ("blanks", BODY, " ", f"x{END}"),
        ("empty lines", BODY, "\n", f"x{END}"),
        ("half sentences", BODY, "and so,\n\n", END),
        ("lines of a list", BODY, "- an item\n\n", END),
        ("rows of a table", BODY, "a   b   c\n", END),
        ("rows apart", BODY, "a   b   c\nd   e   f\n\n", END),
        ("paragraphs", BODY, "x\n1. (C) ", END),
        ("references", BODY, "ref A, B and ", END),
        ("telegrams", BODY, "09 ASTANA 308 and ", END),
        ("telegrams of no post", BODY, "Abcde Fghij 308 ", END),
        ("sections", BODY, "SUMMARY: x\n\nEND SUMMARY\n\n", END),
        ("page banners", BODY, "text  ASTANA 00000308  002 OF 003   ", END),
        ("section headers", BODY, "C O N F I D E N T I A L ASTANA 000308 \n", END),
        ("headers in one", BODY, HEAD, END),
        ("sentences", BODY, "He said so. Then he left. ", END),
    )
}
"""Name -> the shape. Every kind of field, line and block has one, so that no stage is left out."""

DIFFERENT: Final[dict[str, tuple[str, str]]] = {
    "people": ("Mr. {0}ov met {0}bek {0}sky. ", END),
    "surnames": ("Karim {0}ov left. {0}ov came. ", END),
    "titled": ("President Karim {0}ov met King {0}. ", END),
    "joined marks": ("please protect {0}ov and {0}sky, ", END),
    "initials": ("Karim {0}ov ({1}) left. {1} came. ", END),
    "posts": ("{0} 308 and ", END),
    "marks": ("Karim {0}ov (protect) left. ", END),
}
"""Name -> a unit into which ever other words are put, and what stands behind."""


def different(name: str, size: int) -> str:
    """About ``size`` characters of a body in which no two names are the same."""
    unit, behind = DIFFERENT[name]
    count = size // (len(unit) + 6)
    return BODY + "".join(unit.format(_word(n), _letters(n)) for n in range(count)) + behind


def _word(number: int) -> str:
    """Ever another word, and seldom one like it."""
    letters, vowels, word = "bdfgklmnprstvz", "aeiou", ""
    number = number * 15_485_863 % 70**5
    for _ in range(5):
        number, one = divmod(number, len(letters))
        number, two = divmod(number, len(vowels))
        word += letters[one] + vowels[two]
    return word.title()


def _letters(number: int) -> str:
    return "".join(chr(65 + number // 26**place % 26) for place in range(3))


def text_of(name: str, size: int) -> str:
    """A cable of one of the shapes, by name."""
    return SHAPES[name].text(size) if name in SHAPES else different(name, size)


def source_of(text: str, name: str = "long.txt") -> Source:
    """The one source that a file of this text holds."""
    data = text.encode()
    item = Item(name, io.BytesIO(data), size=len(data), inner=read_item)
    return next(found for found in read_item(item) if isinstance(found, Source))


def cable_from(text: str) -> Cable:
    """What is understood of a text, from bytes to people."""
    return understand(source_of(text))
