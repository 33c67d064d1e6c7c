"""What a publisher sets: the section ``extra: cablepress:`` of mkdocs.yml, typed and checked."""

import difflib
import os
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

import msgspec
import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from generator.model import Problem

SECTION = ("extra", "cablepress")
"""MkDocs warns of unknown top-level keys; ``extra`` is its place for those of others."""

Protect = Literal["hide", "mask", "show"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Options of the generator. Relative paths count from the folder of mkdocs.yml."""

    corpus: str = "corpus"
    """Folder of the cables."""
    collection: str = ""
    """Name of the collection in citations; empty: the site's name."""
    protect: Protect = "hide"
    """Names the text marks (protect): ``hide`` gives them no page, index entry or facet; ``mask`` also
    replaces them wherever they stand; ``show`` treats them like any other."""
    mask: tuple[str, ...] = ()
    """Further names to mask everywhere, whatever ``protect`` says."""
    people_file: str = "people.yml"
    """A publisher's decisions on people; need not exist."""
    protect_file: str = "protect.yml"
    """Whom the marks mean that Cablepress cannot read; need not exist."""
    people_page_min: Annotated[int, msgspec.Meta(ge=1)] | None = None
    """Cables that must name a person for a page of their own; null: 1 up to 1,000 cables, 2 beyond."""
    related: Annotated[int, msgspec.Meta(ge=0, le=20)] = 5
    """Related cables shown on a page."""
    workers: Annotated[int, msgspec.Meta(ge=1, le=64)] | None = None
    """Processes; null: one per core. The result is the same."""
    search_memory: Annotated[int, msgspec.Meta(ge=200)] = 1600
    """Megabytes that building the search index may take; a large corpus gets several indexes within it."""
    host_files: Annotated[int, msgspec.Meta(ge=1)] | None = 20_000
    """Files that the host takes in one site; a warning says where it is too small. null: no limit."""
    report_to: Annotated[str, msgspec.Meta(pattern=r"^$|^(mailto:|https?://)[^\s<>\"']+$")] = ""
    """Where a reader reports a problem: ``mailto:``, ``https:`` or ``http:``. ``{id}`` and ``{url}`` in it
    become the cable's number or the person's name, and the address of the page. Empty: no page offers it."""
    tagger: str = ""
    """A stronger tagger of names as ``package.module:attribute``; empty: the built-in one."""


def processes(*wanted: int | None) -> int:
    """How many processes to work in: the first number that somebody asked for, else one for each core."""
    return next(filter(None, wanted), None) or os.cpu_count() or 1


def load_settings(config_file: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the options; a wrong one is a problem and its default counts.

    Not so where the protection of people could depend on it: an option that is not known, since it may be a
    misspelt one, and a wrong value of ``PROTECTING``.

    Raises:
        ConfigurationError: The file is missing or no YAML, or protection is in doubt, in one line.
    """
    section = _section(config_file)
    if not isinstance(section, dict):
        raise _in_doubt(_option(config_file, (), "is not a list of options", "write `option: value` lines"))
    _refuse_misplaced(config_file)
    hints = get_type_hints(Settings, include_extras=True)
    good: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in section.items():
        if name not in hints:
            raise _in_doubt(_option(config_file, (str(name),), "is no option", _suggest(str(name))))
        try:
            converted = msgspec.convert(value, hints[name])
            msgspec.json.encode(converted)  # half a character ("\\ud800") cannot be written to any page
            good[name] = converted
        except (msgspec.ValidationError, UnicodeEncodeError) as error:
            problem = _option(
                config_file, (name,), f"{_shown(value)}: {error}", _REMEDIES.get(name, "correct the value")
            )
            if name in PROTECTING:
                raise _in_doubt(problem) from error
            problems.append(problem)
    for name in good.get("mask", ()):
        if not any(letter.isalpha() for letter in name):
            raise _in_doubt(_option(config_file, ("mask",), f"{name!r} is no name", _REMEDIES["mask"]))
    return Settings(**good), tuple(problems)


PROTECTING = ("protect", "mask", "people_file", "protect_file")
"""Options that decide whose name is published."""

_REMEDIES = {
    "protect": "it is hide, mask or show",
    "mask": "it is a list of names: mask: [Igor Brandt, Maria Brandt]",
}


def _shown(value: object) -> str:
    """A value as people read it, the same in every process: a set has no order of its own."""
    return f"{{{', '.join(sorted(map(repr, value)))}}}" if isinstance(value, set) else repr(value)


def _in_doubt(problem: Problem) -> ConfigurationError:
    """Why nothing is built: what protects people fails closed."""
    return ConfigurationError(f"{problem}; nothing is built while it is in doubt whom to protect")


def _wrong(config_file: Path, line: int, message: str) -> ConfigurationError:
    return ConfigurationError(f"{config_file.name}:{line}: option-wrong: {message}")


def _refuse_misplaced(config_file: Path) -> None:
    """Options of ours where they have no effect, and options given twice, of which one has none.

    Raises:
        ConfigurationError: There are such.
    """
    root = yaml.compose(config_file.read_bytes(), Loader=yaml.SafeLoader)
    _refuse_twice(config_file, root, ())
    for path in ((), SECTION[:1]):
        for key, _ in _pairs(_node(root, path)):
            near = difflib.get_close_matches(key.value, [SECTION[len(path)]], cutoff=0.8) if path else []
            if key.value in _UNMISTAKABLE or (near and key.value not in SECTION):
                message = f"{key.value} stands outside {'.'.join(SECTION)}, where it has no effect"
                line = key.start_mark.line + 1
                raise _wrong(config_file, line, f"{message}; move it there")


_UNMISTAKABLE = (*PROTECTING, SECTION[-1] + "s")


def _refuse_twice(config_file: Path, root: yaml.Node | None, path: tuple[str, ...]) -> None:
    """Of a key given twice YAML keeps the last without a word."""
    seen: set[str] = set()
    for key, value in _pairs(root):
        if key.value in seen and (path == SECTION or key.value in SECTION):
            message = f"{key.value} is given twice; keep one of the two"
            raise _wrong(config_file, key.start_mark.line + 1, message)
        seen.add(key.value)
        if (*path, key.value) == SECTION[: len(path) + 1]:
            _refuse_twice(config_file, value, (*path, key.value))


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return [(key, value) for key, value in pairs if isinstance(key, yaml.ScalarNode)]


def _node(root: yaml.Node | None, path: tuple[str, ...]) -> yaml.Node | None:
    """The value under nested keys; None where there is none."""
    for name in path:
        root = next((value for key, value in _pairs(root) if key.value == name), None)
    return root


def people_page_min(settings: Settings, cables: int) -> int:
    """Cables that must name a person for a page of their own, given the size of the corpus."""
    if settings.people_page_min is not None:
        return settings.people_page_min
    return 1 if cables <= LARGE_CORPUS else 2


LARGE_CORPUS = 1_000
"""Beyond this many cables, people named once link straight to the paragraph that names them."""


def _section(config_file: Path) -> object:
    """The raw section; an absent one is empty."""
    value: object = load_yaml(config_file)
    for key in SECTION:
        value = (value or {}).get(key) if isinstance(value, dict) or value is None else None
    return {} if value is None else value


_CONSTRUCTORS_RAISE = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError)
"""What PyYAML lets through where a value is not what its tag or form says: ``!!float x``, ``2009-02-30``."""


def load_yaml(config_file: Path) -> dict[str, Any]:
    """The configuration as MkDocs itself reads it (``!ENV``, ``INHERIT``).

    Raises:
        ConfigurationError: The file is missing, no YAML or no list of options; the message is one line.
    """
    try:
        with config_file.open("rb") as stream:
            loaded: Any = yaml_load(stream)  # MkDocs promises a mapping, and gives whatever stands there
    except OSError as error:
        message = f"{config_file}: cannot be read: {error.strerror}"
        raise ConfigurationError(message) from error
    except ConfigurationError as error:
        raise ConfigurationError(in_one_line(config_file, error)) from error
    except _CONSTRUCTORS_RAISE as error:
        raise ConfigurationError(_misformed(config_file, error)) from error
    if not isinstance(loaded, dict):
        raise ConfigurationError(_no_options(config_file))
    return loaded


def _no_options(config_file: Path) -> str:
    return f"{config_file}: is no list of options; write `option: value` lines"


def _misformed(config_file: Path, error: Exception) -> str:
    """Why YAML cannot make a value of what is written, and where that stands."""
    if isinstance(error, RecursionError):
        return f"{config_file}: lists stand in lists too deep to be read, or INHERIT names the file itself"
    loader = get_yaml_loader()(config_file.read_bytes())
    root = loader.get_single_node()
    if not isinstance(root, yaml.MappingNode):
        return _no_options(config_file)
    for node in _scalars(root):
        try:
            loader.construct_object(node)
        except _CONSTRUCTORS_RAISE:
            place = f"{config_file}:{node.start_mark.line + 1}"
            return f"{place}: {node.value!r} is not what its form says; correct it, or put it in quotes"
    return f"{config_file}: {' '.join(str(error).split())}; correct the value, or put it in quotes"


def _scalars(root: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The single values in a document, in order; a list that holds itself is looked at once."""
    seen: set[int] = set()
    waiting: list[yaml.Node] = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.MappingNode):
            waiting += [part for pair in reversed(node.value) for part in reversed(pair)]
        elif isinstance(node, yaml.SequenceNode):
            waiting += reversed(node.value)


def in_one_line(config_file: Path, error: BaseException) -> str:
    """Why mkdocs.yml cannot be used; MkDocs' own message spans several lines and does not say what to do."""
    cause = error.__context__ or error
    if not isinstance(cause, yaml.MarkedYAMLError) or cause.problem_mark is None:
        return f"{config_file}: {' '.join(str(cause).split())}"
    line = cause.problem_mark.line + 1
    return f"{config_file}:{line}: is no YAML: {cause.problem}; mend the line's indentation or quotes"


def _suggest(name: str) -> str:
    known = [field.name for field in fields(Settings)]
    close = difflib.get_close_matches(name, known, n=1)
    return f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}"


def _option(config_file: Path, keys: tuple[str, ...], message: str, hint: str) -> Problem:
    path = (*SECTION, *keys)
    return Problem(
        path=config_file.name,
        line=_line(config_file, path),
        code="option-wrong",
        message=f"{'.'.join(path)} {message}",
        hint=hint,
    )


def _line(config_file: Path, path: tuple[str, ...]) -> int | None:
    """Line on which a nested key stands, from 1; None where an inherited file holds it."""
    node = yaml.compose(config_file.read_bytes(), Loader=yaml.SafeLoader)
    line = None
    for key in path:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        found = next(((k, v) for k, v in pairs if getattr(k, "value", None) == key), None)
        if found is None:
            return line
        line, node = found[0].start_mark.line + 1, found[1]
    return line
