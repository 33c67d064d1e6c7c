"""The options in the section ``extra: cablepress:`` of mkdocs.yml, checked one by one."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import Field, dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Final, Literal, TypeVar, get_args, get_origin, get_type_hints

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
    Titling,
)

SECTION = ("extra", "cablepress")
"""MkDocs warns of unknown top-level keys; ``extra`` is its place for those of others."""

SECTIONS: Final[tuple[type[Any], ...]] = (
    Sources,
    Finding,
    Protecting,
    Titling,
    Site,
    Running,
    Publishing,
)

PROTECTING = ("protect", "mask", "people_file", "protect_file", "withhold_file", "as_of")
"""Options that decide whose name is published."""

DECISIVE = (*PROTECTING, "corpus", "tagger", "readers")
"""Options with a wrong value of which nothing is built: the default would publish other names or cables."""

RETIRED = {"search_memory": "delete the line: the search takes little memory by itself"}
"""Options of former versions that are passed over, and what to do: none of them protects anybody."""

_REMEDIES = {
    "protect": "it is hide, mask or show",
    "mask": "it is a list of names: mask: [Igor Brandt, Maria Brandt]",
    "corpus": "it is a folder, file, CSV or archive, or a list of them: corpus: [box-7, box-8]",
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
            for name, owner, option in declared_options()
            if owner is kind and name in self.given
        }
        return kind(**values)


def defaults() -> dict[str, object]:
    """Every option by its name in mkdocs.yml, with its default as it would be written there."""
    return {name: _as_written(option.default) for name, _, option in declared_options()}


def allowed_words(name: str) -> list[str]:
    """The words that an option allows, wherever they stand in its value; none where it allows any."""
    return _words_of(_types()[name])


def _types() -> dict[str, Any]:
    """The type of every option."""
    return {
        name: get_type_hints(owner, include_extras=True)[option.name]
        for name, owner, option in declared_options()
    }


def declared_options() -> Iterator[tuple[str, type, Field[Any]]]:
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


_Some = Annotated[list[str], msgspec.Meta(min_length=1)]
_PATHS: Final[Mapping[object, tuple[Any, Callable[[Any], object]]]] = {
    Path: (str, Path),
    tuple[Path, ...]: (
        str | _Some,
        lambda named: tuple(map(Path, [named] if isinstance(named, str) else named)),
    ),
}
"""Types that mkdocs.yml has others for: which, and what is made of it."""


def _converted(value: object, kind: Any) -> object:  # noqa: ANN401 - a type, with what is asked of it
    r"""A value as its option has it.

    Raises:
        msgspec.ValidationError: It is of another type, or out of range.
        UnicodeEncodeError: Half a character ("\ud800") stands in it, which cannot be written to any page.
    """
    written, made = _PATHS.get(kind, (kind, None))
    plain: Any = msgspec.convert(value, written)
    msgspec.json.encode(plain)
    return made(plain) if made else plain


def read_options(document: ConfigurationFile) -> tuple[Options, tuple[Problem, ...]]:
    """Check the options; a wrong one is a problem and its default counts.

    Not so where the protection of people could depend on it: an option that is not known, since it may be a
    misspelt one, and a wrong value of :data:`DECISIVE`.

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
            remedy = _REMEDIES.get(name, "correct the value")
            if meant := _meant(value, types[name]):
                remedy = f"did you mean {meant}? {remedy}"
            problem = _option(document, (name,), f"{_shown(value)}: {error}", remedy)
            if name in DECISIVE:
                raise _in_doubt(problem) from error
            problems.append(problem)
    options = Options(given=good)
    for name in options.section(Protecting).mask:
        if not any(letter.isalpha() for letter in name):
            raise _in_doubt(_option(document, ("mask",), f"{name!r} is no name", _REMEDIES["mask"]))
    return options, tuple(problems)


def _meant(value: object, kind: object) -> str | None:
    """The allowed value that a wrong one is a misspelling of; None where there is none like it."""
    allowed = _words_of(kind)
    for written in value.values() if isinstance(value, dict) else (value,):
        if isinstance(written, str) and written not in allowed:
            near = difflib.get_close_matches(written.lower(), allowed, n=1)
            if near:
                return near[0]
    return None


def _words_of(kind: object) -> list[str]:
    """The words that a type allows, wherever they stand in it; none where it allows any."""
    if get_origin(kind) is Literal:
        return [word for word in get_args(kind) if isinstance(word, str)]
    return [word for part in get_args(kind) for word in _words_of(part)]


def _shown(value: object) -> str:
    """A value as people read it, the same in every process: a set has no order of its own."""
    return f"{{{', '.join(sorted(map(repr, value)))}}}" if isinstance(value, set) else repr(value)


def _in_doubt(problem: Problem) -> ConfigurationError:
    """Why nothing is built: what protects people fails closed."""
    return ConfigurationError(f"{problem}; nothing is built while it is in doubt whom to protect")


def _wrong(document: ConfigurationFile, line: int | None, message: str) -> ConfigurationError:
    where = document.path.name if line is None else f"{document.path.name}:{line}"
    return ConfigurationError(f"{where}: option-wrong: {message}")


def _refuse_misplaced(document: ConfigurationFile) -> None:
    """Options of ours where they have no effect, and options given twice, of which one has none.

    Raises:
        ConfigurationError: There are such.
    """
    _refuse_twice(document, document.root, ())
    for path in _paths(document.values):
        *around, key = path
        near = difflib.get_close_matches(key, SECTION[-1:], cutoff=0.8) if tuple(around) in _OUTSIDE else []
        if key in PROTECTING or (near and path != SECTION):
            message = f"{key} stands outside {'.'.join(SECTION)}, where it has no effect"
            raise _wrong(document, _line(document, path), f"{message}; move it there")


_OUTSIDE: Final = ((), SECTION[:1])
"""Where the section itself is looked for under another name."""


def _paths(values: Mapping[Any, object]) -> Iterator[tuple[str, ...]]:
    """Where every option of mkdocs.yml stands, inherited ones included; not those in it."""
    waiting: list[tuple[tuple[str, ...], Mapping[Any, object]]] = [((), values)]
    seen: set[int] = set()
    for around, mapping in waiting:
        for key, value in mapping.items():
            path = (*around, str(key))
            yield path
            if isinstance(value, dict) and path != SECTION and id(value) not in seen:
                seen.add(id(value))
                waiting.append((path, value))


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
