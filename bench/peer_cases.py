"""Read the public test cases of cablemap, an older parser of such telegrams, and say where we read otherwise.

usage: peer_cases.py TESTS [-v]

TESTS is the folder cablemap.core/tests of a copy of github.com/heuer/cablemap. Its cases are texts of real
telegrams with what its authors hold to be right; none is kept here. A figure for references, TAGS, subjects,
recipients, signatures and who classified; with -v each case that differs.
"""

import ast
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from generator.model import Cable, Source, Stated
from generator.parse import parse
from generator.parse.lookup import is_tag

VERBOSE = "-v" in sys.argv
_DATA = re.compile(r"^_TEST_DATA = (?=\()", re.MULTILINE)
_ENDS = re.compile(r"^\s*\)", re.MULTILINE)


def main() -> None:
    """Print the figures."""
    folder = Path(next(argument for argument in sys.argv[1:] if argument != "-v"))
    _count("references", [_reference(case) for case in _cases(folder / "test_reader_references.py")])
    _count("tags", [_tags(case) for case in _cases(folder / "test_reader_tags.py")])
    _count("subjects", [_subject(case) for case in _cases(folder / "test_reader_subject.py")])
    _count("recipients", [_addressees(case) for case in _cases(folder / "test_reader_recipients.py")])
    _count("signatures", [_signature(case) for case in _cases(folder / "test_reader_signers.py")])
    _count("classifiers", [_classifier(case) for case in _cases(folder / "test_reader_classified_by.py")])


def _count(name: str, results: list[tuple[Any, Any]]) -> None:
    agreed = [got == wanted for got, wanted in results]
    print(f"{name:12s} {sum(agreed)} of {len(agreed)} agree")
    for got, wanted in results:
        if VERBOSE and got != wanted:
            print(f"   got    {got}\n   wanted {wanted}\n")


class Case(NamedTuple):
    """One case of a table."""

    values: tuple[Any, ...]
    number: str | None
    """Of the telegram, where a remark above the case says it."""


_NUMBER = re.compile(r"#\s*(\d\d[A-Z]+\d+)\s*$")


def _cases(path: Path) -> Iterator[Case]:
    """The table of a test written in Python 2, calls in it as their arguments."""
    code = path.read_text(encoding="utf-8")
    match = _DATA.search(code)
    if match is None:
        return
    text, tree = _table(code[match.end() :])
    lines = text.split("\n")
    for element in tree.body.elts:  # type: ignore[attr-defined]
        number = _NUMBER.search(lines[element.lineno - 2]) if element.lineno > 1 else None
        yield Case(_value(element), number[1] if number else None)


def _table(code: str) -> tuple[str, ast.Expression]:
    """The table at the beginning of a text, up to the first bracket that closes it."""
    for end in _ENDS.finditer(code):
        text = re.sub(r"\bur(?=['\"])", "r", code[: end.end()])
        try:
            return text, ast.parse(text, mode="eval")
        except SyntaxError:  # a bracket within a case
            continue
    message = "no table of cases"
    raise ValueError(message)


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


def _reference(case: Case) -> tuple[Any, Any]:
    text, year, *middle, wanted = case.values
    own = middle[0] if middle else case.number or "a"
    cable = _parsed(text, year, f"{own}.txt")
    return list(dict.fromkeys(each.id for each in cable.references if each.id)), wanted


def _tags(case: Case) -> tuple[Any, Any]:
    text, wanted = case.values
    cable = _parsed(text)
    return [tag for tag in cable.tags if is_tag(tag)], [tag for tag in wanted if is_tag(tag)]


def _subject(case: Case) -> tuple[Any, Any]:
    text, wanted = case.values[0], case.values[-1]
    got = _parsed(text).subject or ""
    if len(case.values) == 2 or case.values[1]:  # noqa: PLR2004 - the case asks for the subject without its marking
        got = re.sub(r"^\([A-Z/]+\)\s*", "", got)
    return got, wanted


def _addressees(case: Case) -> tuple[Any, Any]:
    cable = _parsed(case.values[0] + "\n\nUNCLAS FOOBAR 000001\n\n1. Text.")
    return [each.name for each in cable.action], [wanted[1] for wanted in case.values[1]]


def _signature(case: Case) -> tuple[Any, Any]:
    """One name each: we keep the last where two signed."""
    wanted, text = case.values[:2]
    wanted = wanted[-1] if isinstance(wanted, tuple) and wanted else wanted or ""
    return (_parsed(text).signed_by or "").upper(), wanted.upper()


def _classifier(case: Case) -> tuple[Any, Any]:
    """The name; ours stands with its title and office."""
    number, wanted, text = case.values[:3]
    got = _parsed(text, name=f"{number}.txt").classified_by or ""
    wanted = wanted[0] if isinstance(wanted, tuple) and wanted else wanted or ""
    return (wanted if wanted.upper() in got.upper() and (wanted or not got) else got), wanted


if __name__ == "__main__":
    main()
