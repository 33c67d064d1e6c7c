"""The table of codes holds every code that the program gives, and no other."""

import ast
from collections.abc import Iterator
from pathlib import Path
from re import fullmatch

import pytest

from generator.model import CODES, Problem
from generator.pipeline import ESSENTIAL

GENERATOR = Path(__file__).parents[2] / "generator"
TREES = {
    path: ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(GENERATOR.rglob("*.py"))
    if path.name != "codes.py"
}
CODE = r"[a-z]+(-[a-z]+)+|mkdocs"
MADE = {"body-missing", *(f"{name}-missing" for name in ESSENTIAL if name != "blocks")}
"""What ``cablepress check`` puts together from the name of a field that is missing."""


def constants() -> dict[str, str]:
    """Names of modules' constants whose value is a text: ``HIDING`` is ``people-entry-hide``."""
    return {
        target.id: node.value.value
        for tree in TREES.values()
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str)
    }


def texts(node: ast.expr | None, named: dict[str, str]) -> Iterator[str]:
    """The texts that an expression can be: a literal, a constant's name, either branch of a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Name) and node.id in named:
        yield named[node.id]
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body, named)
        yield from texts(node.orelse, named)


def given() -> set[str]:
    """Codes that are given: ``code=...``, by default as well, ``notes.add(...)`` and ``Problem.of(...)``."""
    named = constants()
    codes: set[str] = set()
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                codes.update(*(texts(word.value, named) for word in node.keywords if word.arg == "code"))
                if node.args and ast.unparse(node.func) in {"notes.add", "Problem.of"}:
                    codes.update(texts(node.args[0], named))
            elif isinstance(node, ast.FunctionDef):
                defaults = zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
                codes.update(*(texts(value, named) for word, value in defaults if word.arg == "code"))
    return {code for code in codes if fullmatch(CODE, code)}


def written() -> set[str]:
    """Every text of the program that is a code of the table."""
    return {
        node.value
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in CODES
    }


def test_every_code_that_is_given_stands_in_the_table() -> None:
    codes = given() | MADE
    assert {"people-entry-hide", "too-slow", "tag-split", "record-unsafe", "subject-missing"} <= codes
    assert codes - set(CODES) == set()


def test_every_code_of_the_table_is_given_somewhere() -> None:
    names = {node.id for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert "PROTECT_UNCLEAR" in names
    assert set(CODES) - written() - MADE == {"protect-unclear"}


@pytest.mark.parametrize("code", CODES)
def test_a_code_says_what_it_means_and_what_to_do(code: str) -> None:
    assert fullmatch(CODE, code)
    for words in (CODES[code].meaning, CODES[code].remedy):
        assert words == " ".join(words.split())
        assert not words.endswith(".")
    assert CODES[code].meaning


def test_a_problem_without_a_hint_has_the_remedy_of_its_code() -> None:
    problem = Problem.of("record-unsafe", "it has\na fault", path="a.jsonl", line=3)
    assert str(problem) == (
        "a.jsonl:3: record-unsafe: it has a fault; write the record anew with: cablepress parse"
    )
    assert Problem.of("of-another-version", "x", path="a").hint == ""
