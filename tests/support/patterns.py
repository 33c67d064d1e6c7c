"""Every compiled pattern of the package, how it is used, and the texts that are hard for it."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from re import _constants as code  # type: ignore[attr-defined]  # the parser of patterns has no public name
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import generator
from support.growth import Shape

UNITS: tuple[str, ...] = (
    *" \t\n\r-=_*#.,;:!/|([]<'\"`&{0aAxXé¶\u2019",
    *(
        "- ",
        ". ",
        ", ",
        "/ ",
        "1 ",
        "a ",
        "A ",
        "A-",
        "A/",
        "A.",
        "1.",
        "1. ",
        "()",
        "[]",
        "<a>",
        "<!--",
        "''",
    ),
    *(
        '","',
        "\\a",
        "Ab ",
        "AB ",
        "a   b\n",
        "XXXX ",
        "1.4(b) ",
        "(protect) ",
        "1. (C) ",
        "SIPDIS ",
        "REF A, ",
    ),
    *("ASTANA 308 ", "Minister Foo ", "name and ", "the ", "200929Z FEB 09 "),
)
"""What hostile texts are made of, one unit again and again: signs, blanks, and what the patterns look for."""

MORE_UNITS: tuple[str, ...] = (
    *"\x0b\xa0~?\\)}>%$@+159z\u201c\u2013\u3000\ufffd",
    *(
        "* ",
        "# ",
        "> ",
        "| ",
        "( ",
        ") ",
        "¶ ",
        "\n ",
        "\r\n",
        "A-A ",
        "a-a",
        "A. ",
        "1.1",
        "1)",
        "(1)",
        "( )",
    ),
    *(
        "][",
        "{}",
        "-->",
        "</pre>",
        "&#1;",
        "&amp;",
        '""',
        '"1",',
        "Aa",
        "A'a",
        "a b\n",
        "A B C ",
        "XXXX",
        "X X ",
    ),
    *(
        "---- ",
        "====\n",
        "1.4 (b) and ",
        "(protect",
        "(C) ",
        "\n1. (C) x",
        "/NF",
        "REL TO USA, ",
        "TO ",
        "FM ",
    ),
    *(
        "DE ",
        "R ",
        "E.O. 12958 ",
        "TAGS ",
        "TAGS: ",
        "SUBJECT: ",
        "REF: ",
        "ref A and ",
        "PARA 1 ",
        "SECTION 01 ",
    ),
    *(
        "SIPDIS,",
        "SENSITIVE/",
        "NOFORN//",
        "CLASSIFIED BY ",
        "classified by: ",
        "DECL ",
        "C O N F ",
        "RUEHTA ",
    ),
    *(
        "09 ASTANA 308 ",
        "ASTANA 00000308 001 OF 002 ",
        "RUEHC/SECSTATE ",
        "200929Z ",
        "aka ",
        ", Jr",
        " Jr. ",
    ),
    *(
        "the Hon. ",
        "Mr. Foo ",
        "and ",
        "or ",
        "for ",
        "by ",
        "NNNN ",
        "END SUMMARY ",
        "BT\n",
        "pdf ",
        "full ",
    ),
    *(
        "Identifier ",
        "Cable title ",
        "Tags: ",
        "partial extract ",
        "2009-02-20 ",
        "02/20/2009 ",
        "20 FEB 09 ",
    ),
    *(
        "2009-02-20 09:29:00 ",
        "#0308/01 ",
        "[a](#)",
        "](#",
        "{{",
        "{% ",
        "protect ",
        "strictly ",
        "http://a.",
    ),
)
"""Further ones, for the thorough walk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """One pattern of the package."""

    name: str
    """``parse.fields.MARKERS[tags]``: its module without ``generator.``, and its place there."""
    pattern: re.Pattern[Any]
    ways: frozenset[str]
    """How it is used: of ``search``, ``match``, ``fullmatch``."""


def compiled_patterns() -> list[Compiled]:
    """Every pattern that a module of the package holds, by its own name, in a class or in a collection."""
    ways = _ways()
    found: dict[int, Compiled] = {}
    for module in _modules():
        for name, value in vars(module).items():
            for place, pattern in _inside(value, name, module.__name__):
                full = f"{module.__name__.removeprefix('generator.')}.{place}"
                used = ways.get((module.__name__, name), ALL)
                found.setdefault(id(pattern), Compiled(name=full, pattern=pattern, ways=used))
    return sorted(found.values(), key=lambda each: each.name)


def _modules() -> Iterator[ModuleType]:
    for info in pkgutil.walk_packages(generator.__path__, "generator."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def _inside(value: object, place: str, module: str) -> Iterator[tuple[str, re.Pattern[Any]]]:
    if isinstance(value, re.Pattern):
        yield place, value
        return
    for key, inner in _parts(value, module):
        yield from _inside(inner, f"{place}{key}", module)


def _parts(value: object, module: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, type):
        if value.__module__ == module:
            yield from ((f".{key}", part) for key, part in vars(value).items() if not key.startswith("__"))
    elif isinstance(value, Mapping):
        yield from ((f"[{key}]", part) for key, part in value.items())
    elif isinstance(value, tuple | list | set | frozenset):
        yield from ((f"[{key}]", part) for key, part in enumerate(value))
    elif is_dataclass(value):
        yield from ((f".{each.name}", getattr(value, each.name, None)) for each in fields(value))


ALL = frozenset({"search", "match", "fullmatch"})
_WAY = {
    **dict.fromkeys(("search", "finditer", "findall", "sub", "subn", "split"), "search"),
    "match": "match",
    "fullmatch": "fullmatch",
}


def _ways() -> dict[tuple[str, str], frozenset[str]]:
    """Module and name of a pattern -> how the package uses it; all ways where it is handed on."""
    found: dict[tuple[str, str], set[str]] = {}
    for module in _modules():
        nodes = list(ast.walk(ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))))
        homes = {
            alias.asname or alias.name: (node.module or "", alias.name)
            for node in nodes
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        methods = {
            id(_bare(node.value)): _WAY[node.attr]
            for node in nodes
            if isinstance(node, ast.Attribute) and node.attr in _WAY
        }
        for node in nodes:
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                home = homes.get(node.id, (module.__name__, node.id))
                found.setdefault(home, set()).update({methods[id(node)]} if id(node) in methods else ALL)
    return {home: frozenset(ways) for home, ways in found.items()}


def _bare(node: ast.expr) -> ast.expr:
    """``_STARTS`` of ``_STARTS[delimiter]``."""
    return node.value if isinstance(node, ast.Subscript) else node


def shapes(pattern: re.Pattern[Any], *, thorough: bool) -> list[Shape]:
    """Texts that are hard for this pattern.

    Units again and again: :data:`UNITS`, and what a round of each of the pattern's own repeats takes, also
    behind what leads up to that repeat. ``thorough``: :data:`MORE_UNITS`, and every unit behind every lead.
    """
    leads, own = repeats(pattern)
    units = list(dict.fromkeys([*UNITS, *(MORE_UNITS if thorough else ()), *own, *filter(None, leads)]))
    wanted = [Shape(before="", unit=unit, behind="\x01") for unit in units]
    if thorough:
        wanted += [Shape(before="", unit=unit, behind="") for unit in units]
    for lead in leads:
        wanted += [Shape(before=lead, unit=unit, behind="\x01") for unit in (units if thorough else own)]
    return list(dict.fromkeys(wanted))


def repeats(pattern: re.Pattern[Any]) -> tuple[list[str], list[str]]:
    """Texts that lead up to each unbounded repeat of a pattern, and texts that one round of it takes."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    flags = pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags
    walk = _Walk()
    walk.through(parser.parse(source, flags & ~re.DEBUG), "")
    return list(walk.leads), [unit for unit in walk.units if unit]


_MANY = 30
"""A repeat of at most so many rounds is no repeat."""
_SAMPLES = "a A1 .-/,()_é"
_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    code.CATEGORY_DIGIT: str.isdigit,
    code.CATEGORY_NOT_DIGIT: lambda c: not c.isdigit(),
    code.CATEGORY_SPACE: str.isspace,
    code.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    code.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    code.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}


class _Walk:
    """Goes through a parsed pattern with a shortest match of what it has passed."""

    def __init__(self) -> None:
        self.leads: dict[str, None] = {}
        self.units: dict[str, None] = {}

    def through(self, tree: Any, lead: str) -> str:  # noqa: ANN401 - the parser's own trees
        """``lead`` with a match of the tree behind it."""
        for operator, value in tree:
            lead = self._passed(operator, value, lead)
        return lead

    def _passed(self, operator: Any, value: Any, lead: str) -> str:  # noqa: ANN401 - as above
        if operator in _CHARACTERS:
            return lead + _CHARACTERS[operator](value)
        if operator is code.BRANCH:
            return min((self.through(branch, lead) for branch in value[1]), key=len)
        if operator in {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}:
            least, most, body = value
            return self._repeated(least, most, body, lead)
        if operator is code.ASSERT:
            self.through(value[1], lead)
        if operator is code.SUBPATTERN:
            return self.through(value[-1], lead)
        return self.through(value, lead) if operator is code.ATOMIC_GROUP else lead

    def _repeated(self, least: int, most: int, body: Any, lead: str) -> str:  # noqa: ANN401 - as above
        once = self.through(body, lead)[len(lead) :]
        if most > _MANY and once:
            self.leads[lead] = None
            self.units[once] = None
            sets = [value for operator, value in body if operator is code.IN]
            self.units.update(dict.fromkeys(s for values in sets for s in _SAMPLES if _takes(values, s)))
        return lead + once * least


def _member(values: Any) -> str:  # noqa: ANN401 - as above
    """A character of a set."""
    literals = (
        chr(v if op is code.LITERAL else v[0]) for op, v in values if op in {code.LITERAL, code.RANGE}
    )
    return next((sample for sample in _SAMPLES if _takes(values, sample)), None) or next(literals, "\x02")


def _takes(values: Any, sample: str) -> bool:  # noqa: ANN401 - as above
    held = any(_holds(operator, value, sample) for operator, value in values)
    return held != any(operator is code.NEGATE for operator, _ in values)


def _holds(operator: Any, value: Any, sample: str) -> bool:  # noqa: ANN401 - as above
    if operator is code.LITERAL:
        return ord(sample) == int(value)
    if operator is code.RANGE:
        return int(value[0]) <= ord(sample) <= int(value[1])
    return operator is code.CATEGORY and _CATEGORIES[value](sample)


_CHARACTERS: dict[Any, Callable[[Any], str]] = {
    code.LITERAL: chr,
    code.NOT_LITERAL: lambda value: "b" if chr(value) == "a" else "a",
    code.ANY: lambda _: "a",
    code.IN: _member,
}
