"""How time grows with a text: for one compiled pattern, and the texts by which to try it.

Python's ``re`` counts no steps, so processor time is what there is. Nothing here says how fast something is: a
text four times as long may take :data:`MOST_GROWTH` times as long, which is far from four and far from sixteen,
and what takes less than :data:`FLOOR` is never looked at, so that the noise of a busy machine decides nothing.
"""

import ast
import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from re import _constants as code  # type: ignore[attr-defined]  # the parser of patterns has no public name
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType, ModuleType
from typing import Any

import generator

SIZE = 1_000
"""Characters of the shorter text."""
TIMES = 4
"""How many times as long the longer one is."""
MOST_GROWTH = 8.0
"""Linear is 4, quadratic 16."""
FLOOR = 0.004
"""Seconds below which the longer text says nothing: a quadratic pattern takes hundreds of milliseconds."""
LONGEST = 0.5
"""Seconds after which one match is stopped: it would never end."""

UNITS: tuple[str, ...] = (
    *" \t\n\r\x0b\xa0-=_*~#.,;:!?/\\|()[]{}<>'\"`&%$@+0159aAxXzé¶\u2019\u201c\u2013\u3000\ufffd",
    *("- ", ". ", ", ", "/ ", "* ", "# ", "> ", "| ", "( ", ") ", "1 ", "a ", "A ", "¶ ", "\n ", "\r\n"),
    *("A-", "A-A ", "a-a", "A/", "A.", "A. ", "1.", "1. ", "1.1", "1)", "(1)", "()", "( )", "[]", "][", "{}"),
    *("<a>", "<!--", "-->", "</pre>", "&#1;", "&amp;", "''", '""', '","', "\\a", '"1",', "Aa", "Ab ", "AB "),
    *(
        "A'a",
        "a b\n",
        "a   b\n",
        "A B C ",
        "XXXX",
        "XXXX ",
        "X X ",
        "---- ",
        "====\n",
        "1.4(b) ",
        "1.4 (b) and ",
    ),
    *(
        "(protect) ",
        "(protect",
        "(C) ",
        "1. (C) ",
        "\n1. (C) x",
        "/NF",
        "REL TO USA, ",
        "TO ",
        "FM ",
        "DE ",
        "R ",
    ),
    *(
        "E.O. 12958 ",
        "TAGS ",
        "TAGS: ",
        "SUBJECT: ",
        "REF: ",
        "REF A, ",
        "ref A and ",
        "PARA 1 ",
        "SECTION 01 ",
    ),
    *(
        "SIPDIS ",
        "SIPDIS,",
        "SENSITIVE/",
        "NOFORN//",
        "CLASSIFIED BY ",
        "classified by: ",
        "DECL ",
        "C O N F ",
    ),
    *(
        "ASTANA 308 ",
        "09 ASTANA 308 ",
        "ASTANA 00000308 001 OF 002 ",
        "RUEHTA ",
        "RUEHC/SECSTATE ",
        "200929Z ",
    ),
    *(
        "Minister Foo ",
        "name and ",
        "aka ",
        ", Jr",
        " Jr. ",
        "the Hon. ",
        "Mr. Foo ",
        "and ",
        "or ",
        "for ",
        "by ",
    ),
    *(
        "NNNN ",
        "END SUMMARY ",
        "BT\n",
        "pdf ",
        "Identifier ",
        "Cable title ",
        "Tags: ",
        "partial extract ",
        "full ",
    ),
    *(
        "2009-02-20 ",
        "02/20/2009 ",
        "2009-02-20 09:29:00 ",
        "20 FEB 09 ",
        "#0308/01 ",
        "[a](#)",
        "](#",
        "{{",
        "{% ",
    ),
)
"""What hostile texts are made of, one unit repeated: signs, blanks, and what the patterns look for."""


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
                used = ways.get((module.__name__, name), _ALL)
                kept = found.get(id(pattern))
                found[id(pattern)] = kept or Compiled(name=full, pattern=pattern, ways=used)
    return sorted(found.values(), key=lambda each: each.name)


def _modules() -> Iterator[ModuleType]:
    for info in pkgutil.walk_packages(generator.__path__, "generator."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def _inside(value: object, place: str, module: str) -> Iterator[tuple[str, re.Pattern[Any]]]:
    if isinstance(value, re.Pattern):
        yield place, value
    elif isinstance(value, type) and value.__module__ == module:
        for name, inner in vars(value).items():
            if not name.startswith("__"):
                yield from _inside(inner, f"{place}.{name}", module)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _inside(inner, f"{place}[{key}]", module)
    elif isinstance(value, tuple | list | set | frozenset):
        for key, inner in enumerate(value):
            yield from _inside(inner, f"{place}[{key}]", module)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _inside(getattr(value, each.name, None), f"{place}.{each.name}", module)


_ALL = frozenset({"search", "match", "fullmatch"})
_WAY = {
    "search": "search",
    "finditer": "search",
    "findall": "search",
    "sub": "search",
    "subn": "search",
    "split": "search",
    "match": "match",
    "fullmatch": "fullmatch",
}


def _ways() -> dict[tuple[str, str], frozenset[str]]:
    """Module and name of a pattern -> how the package uses what bears it; all ways where it is handed on."""
    found: dict[tuple[str, str], set[str]] = {}
    for module in _modules():
        tree = ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))
        homes = {
            alias.asname or alias.name: (node.module or "", alias.name)
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        methods = {
            id(_bare(node.value)): _WAY[node.attr]
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and node.attr in _WAY
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                home = homes.get(node.id, (module.__name__, node.id))
                found.setdefault(home, set()).update({methods[id(node)]} if id(node) in methods else _ALL)
    return {home: frozenset(ways) for home, ways in found.items()}


def _bare(node: ast.expr) -> ast.expr:
    """``_STARTS`` of ``_STARTS[delimiter]``."""
    return node.value if isinstance(node, ast.Subscript) else node


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A text that can be made as long as wanted: something before, one unit again and again, something behind."""

    before: str
    unit: str
    behind: str

    def text(self, size: int) -> str:
        """About ``size`` characters of it."""
        return self.before + self.unit * (size // len(self.unit)) + self.behind


def shapes(pattern: re.Pattern[Any], *, thorough: bool) -> list[Shape]:
    """Texts that are hard for this pattern: what leads up to each of its repeats, then one unit over and over.

    The units are :data:`UNITS` and what the repeats themselves take; ``thorough``: each also behind what leads
    up to every repeat.
    """
    leads, own = _leads(pattern)
    repeated = [*UNITS, *own, *(lead for lead in leads if lead)]
    units = list(dict.fromkeys(repeated))
    wanted = [Shape(before="", unit=unit, behind=behind) for unit in units for behind in ("", "\x01")]
    for lead in leads if thorough else leads[:6]:
        wanted += [Shape(before=lead, unit=unit, behind="\x01") for unit in (units if thorough else own)]
    return list(dict.fromkeys(wanted))


def _leads(pattern: re.Pattern[Any]) -> tuple[list[str], list[str]]:
    """Texts that lead up to each unbounded repeat of a pattern, and texts that one round of it takes."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    flags = pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags
    leads: dict[str, None] = {}
    units: dict[str, None] = {}
    _walk(parser.parse(source, flags & ~re.DEBUG), "", leads, units)
    return list(leads), [unit for unit in units if unit]


def _walk(tree: Any, lead: str, leads: dict[str, None], units: dict[str, None]) -> str:  # noqa: ANN401 - the parser's own trees
    """Note every repeat below ``tree``; returns ``lead`` with a shortest match of the tree behind it."""
    for operator, value in tree:
        lead = _step(operator, value, lead, leads, units)
    return lead


_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_MANY = 30
"""A repeat of at most so many rounds is no repeat."""


def _step(operator: Any, value: Any, lead: str, leads: dict[str, None], units: dict[str, None]) -> str:  # noqa: ANN401
    if operator is code.LITERAL:
        return lead + chr(value)
    if operator is code.NOT_LITERAL:
        return lead + ("a" if chr(value) != "a" else "b")
    if operator is code.ANY:
        return lead + "a"
    if operator is code.IN:
        return lead + _member(value)
    if operator is code.SUBPATTERN:
        return _walk(value[-1], lead, leads, units)
    if operator is code.ATOMIC_GROUP:
        return _walk(value, lead, leads, units)
    if operator is code.BRANCH:
        ends = [_walk(branch, lead, leads, units) for branch in value[1]]
        return min(ends, key=len)
    if operator in _REPEATS:
        least, most, body = value
        once = _walk(body, lead, leads, units)
        round_ = once[len(lead) :]
        if most > _MANY and round_:
            leads[lead] = None
            units[round_] = None
            units.update(dict.fromkeys(_members(body)))
        return lead + round_ * least
    if operator is code.ASSERT:
        _walk(value[1], lead, leads, units)
    return lead


def _members(body: Any) -> Iterator[str]:  # noqa: ANN401
    """Of a set under a repeat a few members of different kinds."""
    for operator, value in body:
        if operator is code.IN:
            yield from (sample for sample in _SAMPLES if _takes(value, sample))


_SAMPLES = "a A1 .-/,()_é"


def _member(values: Any) -> str:  # noqa: ANN401
    return next((sample for sample in _SAMPLES if _takes(values, sample)), None) or _literal(values)


def _literal(values: Any) -> str:  # noqa: ANN401
    for operator, value in values:
        if operator is code.LITERAL:
            return chr(value)
        if operator is code.RANGE:
            return chr(value[0])
    return "\x02"


_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    code.CATEGORY_DIGIT: str.isdigit,
    code.CATEGORY_NOT_DIGIT: lambda c: not c.isdigit(),
    code.CATEGORY_SPACE: str.isspace,
    code.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    code.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    code.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}


def _takes(values: Any, sample: str) -> bool:  # noqa: ANN401
    negate, held = False, False
    for operator, value in values:
        if operator is code.NEGATE:
            negate = True
        elif operator is code.LITERAL:
            held = held or ord(sample) == value
        elif operator is code.RANGE:
            held = held or value[0] <= ord(sample) <= value[1]
        elif operator is code.CATEGORY:
            held = held or _CATEGORIES[value](sample)
    return held != negate


def grows(pattern: re.Pattern[Any], way: str, shape: Shape) -> float | None:
    """By how much a text four times as long takes longer where that is too much; None where it is not."""
    if _spent(pattern, way, shape, SIZE) * TIMES * TIMES < FLOOR:
        return None  # nearly all: not even a square could be more
    if _spent(pattern, way, shape, TIMES * SIZE) < FLOOR:
        return None
    ratio = 0.0
    for size in (SIZE, 2 * SIZE, SIZE):  # only what grows so each time does
        short = min(_spent(pattern, way, shape, size) for _ in range(2))
        ratio = _spent(pattern, way, shape, TIMES * size) / max(short, 1e-7)
        if ratio < MOST_GROWTH:
            return None
    return ratio


def _spent(pattern: re.Pattern[Any], way: str, shape: Shape, size: int) -> float:
    text = shape.text(size)
    subject: Any = text if isinstance(pattern.pattern, str) else text.encode()
    start = time.thread_time()
    try:
        with _stopped():
            if way == "search":
                for _ in pattern.finditer(subject):
                    pass
            else:
                getattr(pattern, way)(subject)
    except TimeoutError:
        return LONGEST * (size / SIZE) ** 2
    return time.thread_time() - start


class _stopped:  # noqa: N801 - reads as a statement
    """Raises TimeoutError in a match that takes longer than :data:`LONGEST`; ``re`` looks for signals."""

    def __enter__(self) -> None:
        self._before = signal.signal(signal.SIGVTALRM, self._raise)
        signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, self._before)

    @staticmethod
    def _raise(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError
