"""What a publisher has settled about marks that nobody else can read, from ``protect.yml``.

A request to protect of which Cablepress cannot tell whom it means stops the build. The build prints an
entry for each, ready to be filled in::

    - cable: 09ASTANA308
      sentence: "He told us in confidence (strictly protect) that the courts are for sale."
      protect: [Ivan Petrenko]   # nobody: []

A file that cannot be understood stops the build as well: what protects people fails closed.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.edition.written import EntryCode, EntryError, Written, read_entries
from generator.model import Problem
from generator.names import fold_text

KEYS = ("cable", "sentence", "protect")
MISREAD = "protect-entry"
"""The code of what leaves it in doubt whom to protect."""
CODE = EntryCode(
    code=MISREAD,
    hint="an entry has cable: NUMBER, sentence: the text, protect: a list of names, [] for nobody",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """Whom one mark means."""

    cable: str
    """``Cable.key``."""
    sentence: str
    """The sentence around the mark as the build printed it; a part of it will do."""
    names: tuple[str, ...]
    """Who is to be protected; empty for nobody."""
    line: int
    """Line of protect.yml."""
    path: str = "protect.yml"
    """The file, where it is divided."""

    def settles(self, cable: str, sentence: str) -> bool:
        """Whether this is about the mark in that sentence of that cable."""
        return self.cable == cable and _plain(self.sentence) in _plain(sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """All that protect.yml says."""

    path: str = "protect.yml"
    entries: tuple[Ruling, ...] = ()

    def of(self, cable: str, sentence: str) -> Ruling | None:
        """The entry on one mark; None where the publisher has not settled it."""
        return next((entry for entry in self.entries if entry.settles(cable, sentence)), None)


NO_RULINGS = Rulings()


def read_rulings(path: Path) -> tuple[Rulings, tuple[Problem, ...]]:
    """Read protect.yml; a file that is not there settles nothing.

    Returns:
        The entries that are right, and a problem for every one that is not. Any problem must stop a build.
    """
    entries, problems = read_entries(path, _ruling, CODE)
    return Rulings(path=path.name, entries=entries), problems


def _ruling(written: Written) -> Ruling:
    if sorted(written.nodes) != sorted(KEYS):
        raise EntryError(written.line, f"an entry has the keys {', '.join(KEYS)}, each once")
    cable, sentence = (_text(written.nodes[key]) for key in ("cable", "sentence"))
    names = _names(written.nodes["protect"])
    if not cable or not sentence or names is None:
        raise EntryError(written.line, "an entry lacks its cable, its sentence or its list of names")
    return Ruling(cable=cable, sentence=sentence, names=names, line=written.line, path=written.path)


def _text(node: yaml.Node) -> str:
    return " ".join(node.value.split()) if isinstance(node, yaml.ScalarNode) else ""


def _names(node: yaml.Node) -> tuple[str, ...] | None:
    """The names of a list; None where it is no list of names."""
    if not isinstance(node, yaml.SequenceNode):
        return None
    names = tuple(map(_text, node.value))
    return names if all(any(letter.isalpha() for letter in name) for name in names) else None


def entries_for(marks: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Lines for protect.yml, to be filled in: an entry for each (cable key, sentence)."""
    for cable, sentence in marks:
        yield f"- cable: {cable}"
        yield f"  sentence: {json.dumps(sentence, ensure_ascii=False)}"
        yield "  protect: [...]  # names, separated by commas; [] for nobody"


def _plain(text: str) -> str:
    return " ".join(fold_text(text, tags=False).text.split())
