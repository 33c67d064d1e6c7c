"""What a publisher says of acronyms, ``glossary.yml``: meanings added to those shipped, or in their place.

::

    GOK: Government of Kazakhstan
    TIP:                            # is not explained
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import yaml

from generator.edition.written import EntryCode, EntryError, composed, files_of, line_of, suggestion, text_of
from generator.model import Problem

Glossary = Mapping[str, str | None]
"""By acronym the meaning; None: it is not explained."""

CODE: Final = EntryCode(code="glossary-entry", hint="an entry is ACRONYM: what it stands for")
_ACRONYM: Final = re.compile(r"[A-Z][A-Za-z0-9&/.-]{1,14}")


def read_glossary(path: Path, shipped: Mapping[str, str]) -> tuple[Glossary, tuple[Problem, ...]]:
    """Read glossary.yml, and the files of the folder beside it; what is not there explains nothing.

    Args:
        path: The file.
        shipped: Meanings that are known without it, by acronym.

    Returns:
        The entries that are right, and a problem for every one that is not.
    """
    found: dict[str, str | None] = {}
    problems: list[Problem] = []
    for file, shown in files_of(path):
        try:
            for key, value in _pairs(composed(file)):
                try:
                    acronym, meaning = _entry(key, value, shipped)
                    found[acronym] = meaning
                except EntryError as error:
                    problems.append(CODE.problem(shown, error))
        except EntryError as error:
            problems.append(CODE.problem(shown, error))
    return found, tuple(problems)


def merged(shipped: Mapping[str, str], own: Glossary) -> tuple[tuple[str, str], ...]:
    """What acronyms stand for, sorted: what is shipped, with what a publisher says in its place."""
    together: Glossary = {**shipped, **own}
    return tuple(sorted((acronym, meaning) for acronym, meaning in together.items() if meaning))


def _pairs(root: yaml.Node | None) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    if root is None or _is_empty(root):
        return
    if not isinstance(root, yaml.MappingNode):
        raise EntryError(line_of(root), "no list of acronyms")
    yield from root.value


def _entry(key: yaml.Node, value: yaml.Node, shipped: Mapping[str, str]) -> tuple[str, str | None]:
    acronym = text_of(key, "acronym")
    if not _ACRONYM.fullmatch(acronym):
        raise EntryError(
            line_of(key), f"{acronym!r} is no acronym: it begins with a capital, without a space"
        )
    if not _is_empty(value):
        return acronym, text_of(value, acronym)
    if acronym not in shipped:
        raise EntryError(line_of(key), f"{acronym} is not explained anyway: {suggestion(acronym, shipped)}")
    return acronym, None


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null")
