"""The options in the section ``extra: cablepress:`` of mkdocs.yml, checked one by one."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import Field, dataclass, fields
from pathlib import Path
from typing import Any, Final, TypeVar, get_type_hints

import msgspec
import yaml
from mkdocs.exceptions import ConfigurationError

from generator.model import Problem
from generator.settings.document import ConfigurationFile
from generator.settings.sections import (
    OPTION,
    Finding,
    Protecting,
    Publishing,
    Running,
    Site,
    Sources,
)

SECTION = ("extra", "cablepress")
"""MkDocs warns of unknown top-level keys; ``extra`` is its place for those of others."""

SECTIONS: Final[tuple[type[Any], ...]] = (
    Sources,
    Finding,
    Protecting,
    Site,
    Running,
    Publishing,
)

PROTECTING = ("protect", "mask", "people_file", "protect_file")
"""Options that decide whose name is published."""

RETIRED = {"search_memory": "delete the line: the search takes little memory by itself"}
"""Options of former versions that are passed over, and what to do: none of them protects anybody."""

_REMEDIES = {
    "protect": "it is hide, mask or show",
    "mask": "it is a list of names: mask: [Igor Brandt, Maria Brandt]",
}

Section = TypeVar("Section")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What mkdocs.yml sets; the default of every other option counts."""

    given: Mapping[str, object]
    """By the option's name: values of the types that the sections have for them."""

    def section(self, kind: type[Section]) -> Section:
        """A section as these options have it; what comes from elsewhere has its default."""
        values = {
            option.name: self.given[name]
            for name, owner, option in _declared()
            if owner is kind and name in self.given
        }
        return kind(**values)


def defaults() -> dict[str, object]:
    """Every option by its name in mkdocs.yml, with its default as it would be written there."""
    return {name: _as_written(option.default) for name, _, option in _declared()}


def _types() -> dict[str, Any]:
    """The type of every option."""
    return {
        name: get_type_hints(owner, include_extras=True)[option.name] for name, owner, option in _declared()
    }


def _declared() -> Iterator[tuple[str, type, Field[Any]]]:
    """Every option's name, section and field."""
    for owner in SECTIONS:
        for option in fields(owner):
            name = option.metadata.get(OPTION, option.name)
            if name is not None:
                yield name, owner, option


def _as_written(value: object) -> object:
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, tuple):
        shown = [_as_written(item) for item in value]
        return shown[0] if value and isinstance(value[0], Path) else shown
    return value


_PATHS: Final[Mapping[object, Callable[[str], object]]] = {
    Path: Path,
    tuple[Path, ...]: lambda text: (Path(text),),
}
"""Types that mkdocs.yml has a text for."""


def _converted(value: object, kind: Any) -> object:  # noqa: ANN401 - a type, with what is asked of it
    r"""A value as its option has it.

    Raises:
        msgspec.ValidationError: It is of another type, or out of range.
        UnicodeEncodeError: Half a character ("\ud800") stands in it, which cannot be written to any page.
    """
    path = _PATHS.get(kind)
    plain: Any = msgspec.convert(value, str if path else kind)
    msgspec.json.encode(plain)
    return path(plain) if path else plain


def read_options(document: ConfigurationFile) -> tuple[Options, tuple[Problem, ...]]:
    """Check the options; a wrong one is a problem and its default counts.

    Not so where the protection of people could depend on it: an option that is not known, since it may be a
    misspelt one, and a wrong value of ``PROTECTING``.

    Raises:
        ConfigurationError: Protection is in doubt, in one line.
    """
    section = _section(document)
    if not isinstance(section, dict):
        raise _in_doubt(_option(document, (), "is not a list of options", "write `option: value` lines"))
    _refuse_misplaced(document)
    types = _types()
    good: dict[str, object] = {}
    problems: list[Problem] = []
    for name, value in section.items():
        if name in RETIRED:
            problems.append(_option(document, (name,), "is an option no more", RETIRED[name]))
            continue
        if name not in types:
            raise _in_doubt(_option(document, (str(name),), "is no option", _suggest(str(name), types)))
        try:
            good[name] = _converted(value, types[name])
        except (msgspec.ValidationError, UnicodeEncodeError) as error:
            problem = _option(
                document, (name,), f"{_shown(value)}: {error}", _REMEDIES.get(name, "correct the value")
            )
            if name in PROTECTING:
                raise _in_doubt(problem) from error
            problems.append(problem)
    options = Options(given=good)
    for name in options.section(Protecting).mask:
        if not any(letter.isalpha() for letter in name):
            raise _in_doubt(_option(document, ("mask",), f"{name!r} is no name", _REMEDIES["mask"]))
    return options, tuple(problems)


def _shown(value: object) -> str:
    """A value as people read it, the same in every process: a set has no order of its own."""
    return f"{{{', '.join(sorted(map(repr, value)))}}}" if isinstance(value, set) else repr(value)


def _in_doubt(problem: Problem) -> ConfigurationError:
    """Why nothing is built: what protects people fails closed."""
    return ConfigurationError(f"{problem}; nothing is built while it is in doubt whom to protect")


def _wrong(document: ConfigurationFile, line: int, message: str) -> ConfigurationError:
    return ConfigurationError(f"{document.path.name}:{line}: option-wrong: {message}")


def _refuse_misplaced(document: ConfigurationFile) -> None:
    """Options of ours where they have no effect, and options given twice, of which one has none.

    Raises:
        ConfigurationError: There are such.
    """
    root = document.root
    _refuse_twice(document, root, ())
    for path in ((), SECTION[:1]):
        for key, _ in _pairs(_node(root, path)):
            near = difflib.get_close_matches(key.value, [SECTION[len(path)]], cutoff=0.8) if path else []
            if key.value in _UNMISTAKABLE or (near and key.value not in SECTION):
                message = f"{key.value} stands outside {'.'.join(SECTION)}, where it has no effect"
                line = key.start_mark.line + 1
                raise _wrong(document, line, f"{message}; move it there")


_UNMISTAKABLE = (*PROTECTING, SECTION[-1] + "s")


def _refuse_twice(document: ConfigurationFile, root: yaml.Node | None, path: tuple[str, ...]) -> None:
    """Of a key given twice YAML keeps the last without a word."""
    seen: set[str] = set()
    for key, value in _pairs(root):
        if key.value in seen and (path == SECTION or key.value in SECTION):
            message = f"{key.value} is given twice; keep one of the two"
            raise _wrong(document, key.start_mark.line + 1, message)
        seen.add(key.value)
        if (*path, key.value) == SECTION[: len(path) + 1]:
            _refuse_twice(document, value, (*path, key.value))


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return [(key, value) for key, value in pairs if isinstance(key, yaml.ScalarNode)]


def _node(root: yaml.Node | None, path: tuple[str, ...]) -> yaml.Node | None:
    """The value under nested keys; None where there is none."""
    for name in path:
        root = next((value for key, value in _pairs(root) if key.value == name), None)
    return root


def _section(document: ConfigurationFile) -> object:
    """The raw section; an absent one is empty."""
    value: object = document.values
    for key in SECTION:
        value = (value or {}).get(key) if isinstance(value, dict) or value is None else None
    return {} if value is None else value


def _suggest(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}"


def _option(document: ConfigurationFile, keys: tuple[str, ...], message: str, hint: str) -> Problem:
    path = (*SECTION, *keys)
    return Problem(
        path=document.path.name,
        line=_line(document, path),
        code="option-wrong",
        message=f"{'.'.join(path)} {message}",
        hint=hint,
    )


def _line(document: ConfigurationFile, path: tuple[str, ...]) -> int | None:
    """Line on which a nested key stands, from 1; None where an inherited file holds it."""
    node = document.root
    line = None
    for key in path:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        pair = next(((k, v) for k, v in pairs if getattr(k, "value", None) == key), None)
        if pair is None:
            return line
        line, node = pair[0].start_mark.line + 1, pair[1]
    return line
