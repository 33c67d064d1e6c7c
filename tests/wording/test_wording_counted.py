"""Messages to publishers have singulars: whatever is counted goes through ``counted``, or is never one."""

import ast
import re
from pathlib import Path

import pytest

from generator.model import counted

GENERATOR = Path(__file__).parents[2] / "generator"
_SEVERAL = re.compile(
    r" (?:more |other )?(cables|telegrams|files|pages|lines|words|characters|columns|people|cases)\b"
)
NEVER_ONE = {
    "publish/searchable.py": "the site has {} files",
    "parse/assemble.py": "{} words, {} characters",
    "settle/published.py": "{}: {} people, but {} slugs",
    "read/documents.py": "{} of {} pages",
}
"""Module -> what it says of a number that is large, of a part of one, or to programmers alone."""


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [
        (1, "word", "1 word"),
        (2, "word", "2 words"),
        (0, "cable", "0 cables"),
        (1, "person", "1 person"),
        (1_669, "person", "1,669 people"),
    ],
)
def test_one_is_singular(number: int, noun: str, said: str) -> None:
    assert counted(number, noun) == said


def test_no_message_puts_a_number_before_a_plural() -> None:
    found = {
        (path.relative_to(GENERATOR).as_posix(), text)
        for path in sorted(GENERATOR.rglob("*.py"))
        for text in _numbered(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert {(name, text) for name, text in found if not text.startswith(NEVER_ONE.get(name, "\0"))} == set()


def _numbered(tree: ast.AST) -> set[str]:
    """Texts with a value directly before a noun in the plural, ``{}`` for each value."""
    texts: set[str] = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.JoinedStr):
            continue
        text = "".join("{}" if isinstance(part, ast.FormattedValue) else _text(part) for part in node.values)
        if any(_SEVERAL.match(text, match.end()) for match in re.finditer(r"\{\}", text)):
            texts.add(text)
    return texts


def _text(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else ""
