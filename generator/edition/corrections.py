"""What a document says wrongly, corrected by the editors: ``corrections.yml``, or files in ``corrections/``.

::

    - cable: 09ASTANA308
      correct:
        date: 2009-02-21T09:29Z
        tags: [PGOV, KZ]
      was:                         # what the document says; where it says something else, it is a warning
        date: 2009-02-20T09:29Z
      reason: The transmission header gives the day after.
      editor: M. Fischer
      on: 2026-05-03

    - cable: 09ASTANA310           # published once under a number that is no more
      merged_into: 09ASTANA309

    - file: 1975/joined.txt        # read by the wrong layout, or divided wrongly
      layout: telegram
      split: [1, 48]               # lines on which its telegrams begin; [1] for one alone

The corpus stays as it is: a correction outlives any new copy of it. The page shows what the document says
beside what the editors say, and the record has both.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

import yaml

from generator.edition.fields import FIELDS, MEANT, Values, is_value, same
from generator.edition.written import (
    EntryCode,
    EntryError,
    Written,
    line_of,
    read_entries,
    refuse,
    suggestion,
    texts_of,
)
from generator.model import Cable, CableWarning, Correction, Problem

CODE: Final = EntryCode(
    code="correction-entry",
    hint="an entry has cable: NUMBER, correct: the fields, and may have was:, reason:, editor:, on:",
)
OUTDATED: Final = "correction-outdated"
IDLE: Final = "correction-idle"
_KEYS: Final = ("cable", "correct", "was", "reason", "editor", "on")
_READING_KEYS: Final = ("file", "layout", "split", "reason", "editor", "on")


@dataclass(frozen=True, slots=True, kw_only=True)
class CableCorrection:
    """One entry on one cable."""

    cable: str
    """``Cable.key`` as the document has it."""
    values: Mapping[str, Values]
    """By field, what the editors say."""
    was: Mapping[str, Values] = field(default_factory=dict)
    """By field, what they found."""
    reason: str | None = None
    editor: str | None = None
    on: date | None = None
    path: str = field(compare=False)
    line: int = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCorrection:
    """One entry on how a file is read."""

    file: str
    """Path below the corpus; of a member of an archive ``1975.zip/joined.txt``."""
    layout: str | None
    """Name of the layout that it has; None: as recognised."""
    split: tuple[int, ...] | None
    """Lines on which its telegrams begin; None: as found."""
    path: str = field(compare=False)
    line: int = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """One entry on a number that is no more."""

    cable: str
    """Key under which it was published."""
    to: str
    """Key of the cable that it is now."""
    path: str = field(compare=False)
    line: int = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """All that the editors corrected."""

    cables: Mapping[str, tuple[CableCorrection, ...]] = field(default_factory=dict)
    """By key of the cable as the document has it, in the order written."""
    files: Mapping[str, FileCorrection] = field(default_factory=dict)
    """By path below the corpus."""
    merged: Mapping[str, Merged] = field(default_factory=dict)
    """By key, cables that are no more."""

    @property
    def renumbered(self) -> dict[str, str]:
        """Former keys and present ones: merged cables, and those whose numbers are corrected."""
        return self._numbers | {key: entry.to for key, entry in self.merged.items()}

    @property
    def _numbers(self) -> dict[str, str]:
        numbers = ((key, entry.values.get("id")) for key, all_of in self.cables.items() for entry in all_of)
        return {key: values[0] for key, values in numbers if values}

    @property
    def keys(self) -> frozenset[str]:
        """Keys of all cables of which an entry speaks, as documents have them."""
        into = (entry.to for entry in self.merged.values())
        return frozenset((*self.cables, *self.merged, *into))

    def idle(self, keys: Iterable[str], files: Iterable[str]) -> Iterator[Problem]:
        """A warning for each entry on a cable or file that the corpus has not, or has where it should not.

        Args:
            keys: Those of :attr:`keys` that it has.
            files: Paths of all its files.
        """
        held, there = frozenset(keys), frozenset(files)
        for key, entries in self.cables.items():
            if key not in held:
                for entry in entries:
                    yield Problem.of(IDLE, f"no cable {key} in the corpus", path=entry.path, line=entry.line)
        for merged in self.merged.values():
            yield from _unmerged(merged, held, held | self.merged.keys() | set(self._numbers.values()))
        for name, file in self.files.items():
            if name not in there:
                close = suggestion(name, there) if there and len(there) < _SUGGESTED_MOST else ""
                message = f"no file {name} in the corpus" + (
                    f": {close}" if close.startswith("did you") else ""
                )
                yield Problem.of(IDLE, message, path=file.path, line=file.line)


def _unmerged(entry: Merged, held: frozenset[str], known: frozenset[str]) -> Iterator[Problem]:
    """A warning where a cable is still there beside that into which it was merged, or that one is not."""
    if entry.cable in held:
        message = f"{entry.cable} is still in the corpus, and has its page"
        hint = f"take its file out of the corpus, so that its address leads to {entry.to}"
        yield Problem.of(IDLE, message, path=entry.path, line=entry.line, hint=hint)
    if entry.to not in known:
        message = f"no cable {entry.to} in the corpus for {entry.cable} to lead to"
        yield Problem.of(IDLE, message, path=entry.path, line=entry.line)


_SUGGESTED_MOST: Final = 10_000
NO_CORRECTIONS: Final = Corrections()


def read_corrections(path: Path, layouts: Iterable[str]) -> tuple[Corrections, tuple[Problem, ...]]:
    """Read corrections.yml and the files of the folder beside it; what is not there corrects nothing.

    Args:
        path: The file.
        layouts: Names of all layouts.

    Returns:
        The entries that are right, and a problem for every one that is not.
    """
    known = tuple(layouts)
    entries, problems = read_entries(path, lambda written: _entry(written, known), CODE)
    cables: dict[str, tuple[CableCorrection, ...]] = {}
    files: dict[str, FileCorrection] = {}
    merged: dict[str, Merged] = {}
    twice: list[Problem] = []
    for entry in entries:
        if isinstance(entry, Merged):
            merged[entry.cable] = entry
        elif isinstance(entry, CableCorrection):
            cables[entry.cable] = (*cables.get(entry.cable, ()), entry)
        elif entry.file in files:
            message = f"{entry.file} has an entry already, which counts"
            twice.append(Problem.of(CODE.code, message, path=entry.path, line=entry.line, hint="keep one"))
        else:
            files[entry.file] = entry
    return Corrections(cables=cables, files=files, merged=merged), (*problems, *twice)


def _entry(written: Written, layouts: tuple[str, ...]) -> CableCorrection | FileCorrection | Merged:
    if "file" in written:
        return _file(written, layouts)
    if "merged_into" in written:
        return _merged(written)
    written.only(_KEYS, dict.fromkeys((*FIELDS, *MEANT), "correct"))
    key, values = written.cable(), written.within("correct")
    if key is None or values is None or not values.nodes:
        raise EntryError(written.line, "an entry lacks its cable, or what to correct")
    was = written.within("was")
    return CableCorrection(
        cable=key,
        values=_values(values),
        was=_values(was) if was else {},
        reason=written.text("reason"),
        editor=written.text("editor"),
        on=written.day("on"),
        path=written.path,
        line=written.line,
    )


def _values(written: Written) -> dict[str, Values]:
    """Values by field."""
    for name, line in written.lines.items():
        if name not in FIELDS:
            raise EntryError(line, f"unknown field {name!r}: {suggestion(name, FIELDS, MEANT)}")
    return {name: _value(name, node) for name, node in written.nodes.items()}


def _value(name: str, node: yaml.Node) -> Values:
    nothing = isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null")
    values = () if nothing else texts_of(node, name)
    if wrong := is_value(name, values):
        refuse(node, f"{name}: {wrong}")
    return values


def _file(written: Written, layouts: tuple[str, ...]) -> FileCorrection:
    written.only(_READING_KEYS)
    file, layout = written.text("file"), written.text("layout")
    if layout is not None and layout not in layouts:
        node = written.nodes["layout"]
        raise EntryError(line_of(node), f"no layout {layout!r}: {suggestion(layout, layouts)}")
    split = _lines(written)
    if not file or (layout is None and split is None):
        raise EntryError(written.line, "an entry on a file has layout:, split:, or both")
    return FileCorrection(file=file, layout=layout, split=split, path=written.path, line=written.line)


def _merged(written: Written) -> Merged:
    written.only(("cable", "merged_into", "reason", "editor", "on"))
    key, to = written.cable(), written.cable("merged_into")
    if key is None or to is None or key == to:
        raise EntryError(written.line, "an entry lacks its cable, or the other one that it is now")
    return Merged(cable=key, to=to, path=written.path, line=written.line)


def _lines(written: Written) -> tuple[int, ...] | None:
    """Lines in rising order; None where the key is missing."""
    texts = written.texts("split")
    if texts is None:
        return None
    if not all(text.isascii() and text.isdigit() and int(text) for text in texts):
        raise EntryError(line_of(written.nodes["split"]), "split: takes numbers of lines: [1, 48]")
    return tuple(sorted({1, *map(int, texts)}))


def corrected(cable: Cable, entries: Iterable[CableCorrection]) -> tuple[Cable, tuple[Problem, ...]]:
    """The cable with what the editors say; its people are found afterwards.

    Args:
        cable: As it was parsed.
        entries: On this cable.

    Returns:
        The cable, its ``corrections`` saying what the document has; and a warning for each value that is
        not put in: the document reads otherwise than the entry says it did, or as corrected already.
    """
    done: list[Correction] = []
    problems: list[Problem] = []
    said = cable
    for entry in entries:
        for name, values in entry.values.items():
            if outdated := _outdated(name, entry, said):
                problems.append(Problem.of(OUTDATED, outdated, path=entry.path, line=entry.line))
                continue
            was = FIELDS[name].shown(cable)
            cable = FIELDS[name].put(cable, values)
            done.append(
                Correction(
                    field=name,
                    was=was,
                    now=FIELDS[name].shown(cable),
                    reason=entry.reason,
                    editor=entry.editor,
                    corrected_on=entry.on,
                )
            )
    return replace(cable, corrections=tuple(done), warnings=_unsettled(cable, done)), tuple(problems)


def _outdated(name: str, entry: CableCorrection, said: Cable) -> str | None:
    """Why a value is not put in; None where it is."""
    now = " | ".join(FIELDS[name].shown(said)) or "nothing"
    if same(name, entry.values[name], said):
        return f"{entry.cable} says so itself now: {name} {now}"
    if name in entry.was and not same(name, entry.was[name], said):
        was = " | ".join(entry.was[name]) or "nothing"
        return f"{entry.cable} reads otherwise now: {name} {now}, not {was}; the correction is not made"
    return None


def _unsettled(cable: Cable, done: Iterable[Correction]) -> tuple[CableWarning, ...]:
    """Warnings that no editor has settled."""
    settled = tuple(start for correction in done for start in FIELDS[correction.field].settles)
    return tuple(warning for warning in cable.warnings if not settled or not warning.code.startswith(settled))
