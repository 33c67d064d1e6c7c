"""What a publisher has settled about people, read from ``people.yml``."""

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from generator.edition.written import line_of, no_yaml
from generator.model import CABLE_ID, Problem

HINT = (
    "a name is written as a cable prints it: Umarov, Umarov (10ASTANA275) or Umarov (Kazakhstan); or the"
    " address of a page: people/umarov"
)
KINDS = ("same", "different", "rename", "hide")
HIDING = "people-entry-hide"
"""The code of a problem that leaves it in doubt whom to hide; every other is ``people-entry``."""
_ADDRESS = re.compile(
    r"(?:[^\s?#]*/)?people/(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)"
    r"(?:\.md|\.html|/(?:index\.html)?)?(?:[?#]\S*)?"
)
_SCOPED = re.compile(r"(?P<name>[^()]+)\((?P<scope>[^()]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Who:
    """Which mentions an entry speaks of.

    ``Umarov``, ``Umarov (10ASTANA275)``, ``Umarov (Kazakhstan)``, or all on a page: ``people/umarov``, also
    as the link that a browser shows.
    """

    name: str
    """The name as a cable prints it; case, diacritics and particles don't matter."""
    cable: str | None = None
    """Only in this cable; None for all."""
    country: str | None = None
    """Only in cables from this country, as the site names it; None for all."""
    page: str | None = None
    """Everyone on the page of this address, ``ivan-petrenko``; None where a name says who is meant."""
    line: int = field(compare=False)
    """Line of people.yml."""

    def __str__(self) -> str:
        """As it is written in people.yml."""
        if self.page:
            return f"people/{self.page}"
        scope = self.cable or self.country
        return f"{self.name} ({scope})" if scope else self.name


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Rename:
    """A person is to be called differently; the old address goes on leading to the page."""

    who: Who
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """All that people.yml says."""

    path: str = "people.yml"
    """File it was read from, for messages."""
    same: tuple[tuple[Who, ...], ...] = ()
    """Each group is one person."""
    different: tuple[tuple[Who, ...], ...] = ()
    """Each group is as many people as it has entries."""
    rename: tuple[Rename, ...] = ()
    hide: tuple[Who, ...] = ()
    """No page, no index entry, no search facet."""


NO_DECISIONS = Decisions()


def read_decisions(path: Path) -> tuple[Decisions, tuple[Problem, ...]]:
    """Read people.yml; a file that is not there decides nothing.

    A wrong entry is one Problem with its line; all others count.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Decisions(path=path.name), ()
    except (OSError, UnicodeDecodeError) as error:
        return Decisions(path=path.name), (
            entry_problem(path.name, None, f"cannot be read: {error}", code=HIDING),
        )
    return parse_decisions(text, path=path.name)


def parse_decisions(text: str, *, path: str = "people.yml") -> tuple[Decisions, tuple[Problem, ...]]:
    """Read the text of people.yml; see :func:`read_decisions`."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        return Decisions(path=path), (entry_problem(path, *no_yaml(text, error), code=HIDING),)
    reader = _Reader(path)
    decisions = reader.read(root)
    return decisions, tuple(sorted(reader.problems, key=lambda problem: problem.line or 0))


def entry_problem(path: str, line: int | None, message: str, *, code: str = "people-entry") -> Problem:
    """What is wrong with an entry of people.yml (``line`` None: with the file), as one line for people."""
    return Problem(path=path, line=line, code=code, message=" ".join(message.split()), hint=HINT)


class _Reader:
    """Walks the YAML nodes, since they know their lines."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def read(self, root: yaml.Node | None) -> Decisions:
        entries: dict[str, list[yaml.Node]] = {kind: [] for kind in KINDS}
        for kind, node in self._sections(root):
            entries[kind] += self._items(kind, node)
        return Decisions(
            path=self.path,
            same=tuple(group for node in entries["same"] if (group := self._group("same", node))),
            different=tuple(
                group for node in entries["different"] if (group := self._group("different", node))
            ),
            rename=tuple(renaming for node in entries["rename"] for renaming in self._rename(node)),
            hide=tuple(who for node in entries["hide"] if (who := self._who(node, code=HIDING))),
        )

    def _say(self, node: yaml.Node, message: str, *, code: str = "people-entry") -> None:
        self.problems.append(entry_problem(self.path, line_of(node), message, code=code))

    def _sections(self, root: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
        if root is None:
            return
        if not isinstance(root, yaml.MappingNode):
            self._say(root, f"expected the sections {', '.join(KINDS)}", code=HIDING)
            return
        for key, value in root.value:
            if isinstance(key, yaml.ScalarNode) and key.value in KINDS:
                yield key.value, value
            else:
                written = str(getattr(key, "value", ""))
                near = difflib.get_close_matches(written, KINDS, n=1)
                known = f"did you mean {near[0]}?" if near else f"there are {', '.join(KINDS)}"
                message = f"unknown section {written!r}; {known}"
                self._say(key, message, code=HIDING)

    def _items(self, kind: str, node: yaml.Node) -> list[yaml.Node]:
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        if not (isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null")):
            self._say(node, f"{kind} takes a list", code=HIDING if kind == "hide" else "people-entry")
        return []

    def _group(self, kind: str, node: yaml.Node) -> tuple[Who, ...]:
        if not isinstance(node, yaml.SequenceNode):
            self._say(node, f"an entry of {kind} is a list of names: [Name, Other Name]")
            return ()
        group = tuple(who for entry in node.value if (who := self._who(entry)))
        if len(group) == len(node.value) and len(set(group)) < 2:  # noqa: PLR2004 - one name alone decides nothing
            self._say(node, f"an entry of {kind} needs two names that differ")
        return group if len(set(group)) > 1 else ()

    def _who(self, node: yaml.Node, *, code: str = "people-entry") -> Who | None:
        if not isinstance(node, yaml.ScalarNode) or not any(letter.isalpha() for letter in node.value):
            self._say(node, "expected a name, or a name with its cable or country in parentheses", code=code)
            return None
        text = " ".join(node.value.split())
        if any(unicodedata.category(letter) == "Cs" for letter in text):
            self._say(node, "half a character (\\ud800) stands in the name", code=code)
            return None
        address = _ADDRESS.fullmatch(text)
        if address:
            return Who(name="", page=address["slug"], line=line_of(node))
        scoped = _SCOPED.fullmatch(text)
        if not scoped:
            return Who(name=text, line=line_of(node))
        name, scope = scoped["name"].rstrip(), scoped["scope"]
        if CABLE_ID.fullmatch(scope):
            return Who(name=name, cable=scope, line=line_of(node))
        return Who(name=name, country=scope, line=line_of(node))

    def _rename(self, node: yaml.Node) -> Iterator[Rename]:
        if not isinstance(node, yaml.MappingNode) or not node.value:
            self._say(node, "an entry of rename is 'Old Name: New Name'")
            return
        for key, value in node.value:
            who = self._who(key)
            to = self._who(value)
            if who and to:
                yield Rename(who=who, to=str(to))
