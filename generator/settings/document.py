"""mkdocs.yml, read once; what is no YAML is one line that says where."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ConfigurationFile:
    """What stands in mkdocs.yml."""

    path: Path
    values: dict[str, Any] = field(repr=False)
    """As MkDocs itself reads them (``!ENV``, ``INHERIT``)."""
    root: yaml.Node | None = field(repr=False)
    """The file alone as nodes, which know their lines."""


_CONSTRUCTORS_RAISE = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError)
"""What PyYAML lets through where a value is not what its tag or form says: ``!!float x``, ``2009-02-30``."""


class _Content(io.BytesIO):
    """The bytes of a file, with the name from which MkDocs finds the one that it inherits from."""

    def __init__(self, path: Path, content: bytes) -> None:
        super().__init__(content)
        self.name = str(path)


def read_document(path: Path) -> ConfigurationFile:
    """Read mkdocs.yml.

    Raises:
        ConfigurationError: The file is missing, no YAML or no list of options; the message is one line.
    """
    try:
        content = path.read_bytes()
        loaded: Any = yaml_load(
            _Content(path, content)
        )  # MkDocs promises a mapping, and gives what stands there
    except OSError as error:
        message = f"{path}: cannot be read: {error.strerror}"
        raise ConfigurationError(message) from error
    except ConfigurationError as error:
        raise ConfigurationError(in_one_line(path, error)) from error
    except _CONSTRUCTORS_RAISE as error:
        raise ConfigurationError(_misformed(path, content, error)) from error
    if not isinstance(loaded, dict):
        raise ConfigurationError(_no_options(path))
    return ConfigurationFile(path=path, values=loaded, root=yaml.compose(content, Loader=yaml.SafeLoader))


def _no_options(config_file: Path) -> str:
    return f"{config_file}: is no list of options; write `option: value` lines"


def _misformed(config_file: Path, content: bytes, error: Exception) -> str:
    """Why YAML cannot make a value of what is written, and where that stands."""
    if isinstance(error, RecursionError):
        return f"{config_file}: lists stand in lists too deep to be read, or INHERIT names the file itself"
    loader = get_yaml_loader()(content)
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
