"""Read the public test cases of cablemap, an older parser of such telegrams, and say where we read otherwise.

usage: peer_cases.py TESTS [-v]

TESTS is the folder cablemap.core/tests of a copy of github.com/heuer/cablemap. Its cases are texts of real
telegrams with what its authors hold to be right; none is kept here. A figure for references, TAGS, subjects
and recipients; with -v each case that differs.
"""

import ast
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from generator.model import Cable, Source, Stated
from generator.parse import parse
from generator.parse.lookup import is_tag

VERBOSE = "-v" in sys.argv
_DATA = re.compile(r"^_TEST_DATA = (\(.*?^\))", re.MULTILINE | re.DOTALL)


def main() -> None:
    """Print the figures."""
    folder = Path(next(argument for argument in sys.argv[1:] if argument != "-v"))
    _count("references", [_reference(case) for case in _cases(folder / "test_reader_references.py")])
    _count("tags", [_tags(case) for case in _cases(folder / "test_reader_tags.py")])
    _count("subjects", [_subject(case) for case in _cases(folder / "test_reader_subject.py")])
    _count("recipients", [_addressees(case) for case in _cases(folder / "test_reader_recipients.py")])


def _count(name: str, results: list[tuple[Any, Any]]) -> None:
    agreed = [got == wanted for got, wanted in results]
    print(f"{name:12s} {sum(agreed)} of {len(agreed)} agree")
    for got, wanted in results:
        if VERBOSE and got != wanted:
            print(f"   got    {got}\n   wanted {wanted}\n")


def _cases(path: Path) -> Iterator[tuple[Any, ...]]:
    """The table of a test written in Python 2, calls in it as their arguments."""
    match = _DATA.search(path.read_text(encoding="utf-8"))
    if match is None:
        return
    text = re.sub(r"\bur(?=['\"])", "r", match[1])
    for element in ast.parse(text, mode="eval").body.elts:  # type: ignore[attr-defined]
        yield _value(element)


def _value(node: ast.expr) -> Any:  # noqa: ANN401 - a literal of any kind
    if isinstance(node, ast.Tuple | ast.List):
        return tuple(map(_value, node.elts)) if isinstance(node, ast.Tuple) else list(map(_value, node.elts))
    if isinstance(node, ast.Call):
        return [_value(argument) for argument in node.args]
    return ast.literal_eval(node)


def _parsed(text: str, year: int = 2009, name: str = "a.txt") -> Cable:
    stated = Stated(date=datetime(year, 12, 31, tzinfo=UTC))
    return parse(
        Source(path=name, layout="telegram", sha256="0" * 64, text=text, original=text, stated=stated)
    )


def _reference(case: tuple[Any, ...]) -> tuple[Any, Any]:
    text, year, *middle, wanted = case
    own = middle[0] if middle else "a"
    cable = _parsed(text, year, f"{own}.txt")
    return list(dict.fromkeys(each.id for each in cable.references if each.id)), wanted


def _tags(case: tuple[Any, ...]) -> tuple[Any, Any]:
    text, wanted = case
    cable = _parsed(text)
    return [tag for tag in cable.tags if is_tag(tag)], [tag for tag in wanted if is_tag(tag)]


def _subject(case: tuple[Any, ...]) -> tuple[Any, Any]:
    text, wanted = case[0], case[-1]
    got = _parsed(text).subject or ""
    if len(case) == 2 or case[1]:  # noqa: PLR2004 - the case asks for the subject without its marking
        got = re.sub(r"^\([A-Z/]+\)\s*", "", got)
    return got, wanted


def _addressees(case: tuple[Any, ...]) -> tuple[Any, Any]:
    cable = _parsed(case[0] + "\n\nUNCLAS FOOBAR 000001\n\n1. Text.")
    return [each.name for each in cable.action], [wanted[1] for wanted in case[1]]


if __name__ == "__main__":
    main()
