"""A publisher's YAML as entries that know their lines; what is wrong with one is told with the line.

A file holds a list of entries, each a list of keys. What grows long may be divided: beside
``corrections.yml``, or instead of it, stands a folder ``corrections/`` with any number of files, which are
read in order of name.
"""

import difflib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, NoReturn, TypeVar

import yaml

from generator.model import CABLE_ID, CablepressError, Problem

Value = TypeVar("Value")

ALMOST: Final = 0.92
"""Likeness of two names of files from which on one is taken for a slip: ``note.yml``, not ``project.yml``."""


class EntryError(CablepressError):
    """An entry cannot be understood; the message is what is wrong, without its place."""

    def __init__(self, line: int | None, message: str) -> None:
        super().__init__(" ".join(message.split()))
        self.line = line


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCode:
    """What is said of a file that cannot be understood."""

    code: str
    """Of :data:`generator.model.CODES`."""
    hint: str
    """How an entry is written."""

    def problem(self, path: str, error: EntryError) -> Problem:
        """One line for people."""
        return Problem.of(self.code, str(error), path=path, line=error.line, hint=self.hint)


def misnamed(path: Path, *, usual: str, option: str, code: str, almost: float = ALMOST) -> Iterator[Problem]:
    """A problem where the file is missing that was named, or one of almost the usual name is there.

    What would stand in it counts for nothing then, and nobody would be told.

    Args:
        path: The file, or the folder without its ending.
        usual: The name that it has where nobody gives another: it need not exist.
        option: Of mkdocs.yml, which names it.
        code: Of the problem.
        almost: Likeness from which on another name is taken for this one.
    """
    if path.exists() or path.with_suffix("").is_dir():
        return
    names = [file.name for file in path.parent.iterdir()] if path.parent.is_dir() else []
    near = difflib.get_close_matches(path.name, names, n=1, cutoff=almost)
    if near:
        message = f"there is {near[0]}, and what counts stands in {path.name}"
        yield Problem.of(code, message, path=near[0], hint=f"rename it to {path.name}")
    elif path.name != usual:
        yield Problem.of(code, "no such file", path=path.name, hint=f"correct {option}: of mkdocs.yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One entry: its keys with their values."""

    path: str
    """File, relative to the folder that holds it or its own folder: ``corrections/2026.yml``."""
    line: int
    """On which it begins."""
    nodes: Mapping[str, yaml.Node] = field(repr=False)
    """By key, in the order written."""
    lines: Mapping[str, int] = field(default_factory=dict, repr=False)
    """On which each key stands."""

    def __contains__(self, key: str) -> bool:
        """Whether it has the key."""
        return key in self.nodes

    def only(self, known: Sequence[str], meant: Mapping[str, str] | None = None) -> None:
        """Refuse keys that are not known.

        Args:
            known: Keys that an entry may have.
            meant: Words that people use for one of these.

        Raises:
            EntryError: There is another.
        """
        for key in self.nodes:
            if key not in known:
                message = f"unknown key {key!r}: {suggestion(key, known, meant)}"
                raise EntryError(self.lines[key], message)

    def text(self, key: str) -> str | None:
        """A text on one line; None where the key is missing.

        Raises:
            EntryError: It is no text, or empty.
        """
        return text_of(self.nodes[key], key) if key in self.nodes else None

    def texts(self, key: str) -> tuple[str, ...] | None:
        """A list of texts, of which one may stand alone; None where the key is missing.

        Raises:
            EntryError: It is something else.
        """
        return texts_of(self.nodes[key], key) if key in self.nodes else None

    def day(self, key: str) -> date | None:
        """A day, ``2026-05-03``; None where the key is missing.

        Raises:
            EntryError: It is something else.
        """
        text = self.text(key)
        if text is None:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            refuse(self.nodes[key], f"{key}: {text!r} is no day like 2026-05-03")

    def cable(self, key: str = "cable") -> str | None:
        """A cable's number, or the key of one without; None where the key is missing.

        Raises:
            EntryError: It has not the form of one.
        """
        text = self.text(key)
        if text is not None and not is_key(text):
            refuse(self.nodes[key], f"{key}: {text!r} is no number like 09ASTANA308")
        return text

    def number(self, key: str) -> int | None:
        """A whole number from 1 on; None where the key is missing.

        Raises:
            EntryError: It is something else.
        """
        text = self.text(key)
        if text is None:
            return None
        if not (text.isascii() and text.isdigit() and 0 < int(text) < _LARGEST):
            refuse(self.nodes[key], f"{key}: {text!r} is no number like 5")
        return int(text)

    def flag(self, key: str) -> bool:
        """``true`` or ``false``; False where the key is missing.

        Raises:
            EntryError: It is something else.
        """
        text = (self.text(key) or "false").lower()
        if text not in {"true", "false"}:
            refuse(self.nodes[key], f"{key}: {text!r} is neither true nor false")
        return text == "true"

    def within(self, key: str) -> "Written | None":
        """A list of keys under a key; None where that is missing.

        Raises:
            EntryError: It is no list of keys, or has one twice.
        """
        return keyed(self.path, self.nodes[key]) if key in self.nodes else None


_LARGEST = 10**6
_UNIDENTIFIED = "unidentified-"


def is_key(text: str) -> bool:
    """Whether a text has the form of a cable's number, or of what stands for one that has none."""
    digits = text.removeprefix(_UNIDENTIFIED)
    return bool(CABLE_ID.fullmatch(text)) or (
        digits != text and len(digits) == 12 and set(digits) <= set("0123456789abcdef")  # noqa: PLR2004 - as in Cable.key
    )


def read_entries(
    path: Path, entry: Callable[[Written], Value], code: EntryCode
) -> tuple[tuple[Value, ...], tuple[Problem, ...]]:
    """Read a publisher's file, or the folder of the same name, or both; what is not there says nothing.

    Args:
        path: ``corrections.yml``; the folder is ``corrections``.
        entry: Understands one entry; raises EntryError.
        code: What is said of what cannot be understood.

    Returns:
        What was understood, in order; a problem for everything else.
    """
    values: list[Value] = []
    problems: list[Problem] = []
    for file, shown in files_of(path):
        try:
            for node in listed(composed(file)):
                try:
                    values.append(entry(keyed(shown, node)))
                except EntryError as error:
                    problems.append(code.problem(shown, error))
        except EntryError as error:
            problems.append(code.problem(shown, error))
    return tuple(values), tuple(problems)


def files_of(path: Path, *endings: str) -> Iterator[tuple[Path, str]]:
    """The files that a publisher's file may be divided into, in order, with their names for people.

    Args:
        path: ``notes.yml``; files of the folder ``notes`` count as well.
        endings: Of the files in the folder; none: ``.yml`` and ``.yaml``.
    """
    if path.exists():
        yield path, path.name
    folder = path.with_suffix("")
    if folder.is_dir() and folder != path:
        for file in sorted(folder.rglob("*")):
            if file.suffix in (endings or (".yml", ".yaml")) and file.is_file():
                yield file, f"{folder.name}/{file.relative_to(folder).as_posix()}"


def composed(path: Path) -> yaml.Node | None:
    """A file as YAML nodes; None where it is empty.

    Raises:
        EntryError: It cannot be read, or is no YAML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise EntryError(None, f"cannot be read: {error}") from error
    return composed_text(text)


def composed_text(text: str, *, first_line: int = 1) -> yaml.Node | None:
    """YAML as nodes; None where there is none.

    Args:
        text: The YAML.
        first_line: Its first line in the file.

    Raises:
        EntryError: It is no YAML.
    """
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        line, message = no_yaml(text, error)
        raise EntryError(line and line + first_line - 1, message) from error


def no_yaml(text: str, error: yaml.YAMLError | RecursionError) -> tuple[int | None, str]:
    """Where a text ceases to be YAML, as far as that can be told, and why."""
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        return line, f"the character U+{ord(text[error.position]):04X} cannot stand in YAML"
    if isinstance(error, RecursionError):
        return None, "lists stand in lists too deep to be read"
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else None, getattr(error, "problem", None) or "no YAML"


def listed(root: yaml.Node | None) -> list[yaml.Node]:
    """The entries of a list; none where there is nothing.

    Raises:
        EntryError: It is no list.
    """
    if root is None or (isinstance(root, yaml.ScalarNode) and root.tag.endswith(":null")):
        return []
    if not isinstance(root, yaml.SequenceNode):
        refuse(root, "no list of entries")
    return list(root.value)


def keyed(path: str, node: yaml.Node, *, above: int = 0) -> Written:
    """An entry: a list of keys.

    Args:
        path: The file's name for people.
        node: What stands there.
        above: Lines of the file above the YAML.

    Raises:
        EntryError: It is none, or has a key twice.
    """
    if not isinstance(node, yaml.MappingNode):
        refuse(node, "an entry is no list of keys")
    nodes: dict[str, yaml.Node] = {}
    lines: dict[str, int] = {}
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        if name in nodes:
            refuse(key, f"{name} is given twice")
        nodes[name], lines[name] = value, line_of(key) + above
    return Written(path=path, line=line_of(node) + above, nodes=nodes, lines=lines)


def text_of(node: yaml.Node, key: str) -> str:
    """A text, its white space single.

    Raises:
        EntryError: It is none, is empty, or half a character stands in it.
    """
    text = " ".join(node.value.split()) if isinstance(node, yaml.ScalarNode) else ""
    if not text or (isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null")):
        refuse(node, f"{key}: expected a text")
    if any(unicodedata.category(letter) == "Cs" for letter in text):
        refuse(node, f"{key}: half a character (\\ud800) stands in it")
    return text


def texts_of(node: yaml.Node, key: str) -> tuple[str, ...]:
    """Texts in a list, or one alone.

    Raises:
        EntryError: It is something else.
    """
    if isinstance(node, yaml.SequenceNode):
        return tuple(text_of(item, key) for item in node.value)
    return (text_of(node, key),)


def line_of(node: yaml.Node) -> int:
    """Line of a node, from 1."""
    return int(node.start_mark.line) + 1


def refuse(node: yaml.Node, message: str, *, line: int | None = None) -> NoReturn:
    """Say what is wrong with a node.

    Raises:
        EntryError: Always.
    """
    raise EntryError(line or line_of(node), message)


def suggestion(word: str, known: Iterable[str], meant: Mapping[str, str] | None = None) -> str:
    """``did you mean date?``, or what there is.

    Args:
        word: What was written.
        known: What could have been.
        meant: Words that people use for one of these.
    """
    words = {each.lower(): each for each in known}
    close = difflib.get_close_matches(word.lower(), words, n=1)
    likely = (meant or {}).get(word.lower()) or (words[close[0]] if close else None)
    return f"did you mean {likely}?" if likely else f"known are {', '.join(words.values())}"
