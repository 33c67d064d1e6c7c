"""What reading a corpus found: file by file, and by kind over all of them.

A finding is a :class:`~generator.model.Problem`: what a file or a cable reports itself, and what a cable
lacks without a report that says so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from generator.model import CODES, Cable, Code, Problem, load_cable
from generator.pipeline.records import Record

ESSENTIAL: Final = ("id", "date", "subject", "classification", "origin", "tags", "blocks")
"""Fields without which a page is poor; a cable that lacks one is listed."""

KEPT: Final = 200
"""Findings of a kind that are kept one by one: more than anybody goes through at a sitting."""

UNKNOWN: Final = Code(meaning="a kind of finding that this version does not know", remedy="")
"""What a record read back may bring along."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFindings:
    """What one file gave."""

    path: str
    layout: str | None
    """What it was taken for; several, with commas, where it holds several; None: it was not read."""
    telegrams: int
    id: str | None
    """Of the one telegram that it holds."""
    recognised: tuple[str, ...]
    """Fields that any of its telegrams has."""
    missing: tuple[str, ...]
    """Essential fields that any of them lacks."""
    missing_in: dict[str, int]
    """How many lack each."""
    problems: tuple[Problem, ...]
    """What it reports itself, in order."""
    absent: tuple[Problem, ...] = ()
    """What its telegrams lack without a problem that says so, one for each."""

    @property
    def findings(self) -> tuple[Problem, ...]:
        """All of them."""
        return (*self.problems, *self.absent)


def findings_by_file(outcomes: Iterable[Record | Problem]) -> Iterator[FileFindings]:
    """All outcomes of a file as one value; outcomes of one file stand together."""
    for path, of_file in groupby(outcomes, key=_path):
        yield _file(path, of_file)


def _path(outcome: Record | Problem) -> str:
    return outcome.path


def _file(path: str, outcomes: Iterable[Record | Problem]) -> FileFindings:
    layouts: dict[str, None] = {}
    ids: list[str | None] = []
    recognised: dict[str, None] = {}
    lacking: Counter[str] = Counter()
    problems: list[Problem] = []
    absent: list[Problem] = []
    for outcome in outcomes:
        if isinstance(outcome, Problem):
            problems.append(outcome)
            continue
        cable = load_cable(outcome.line)
        missing = [name for name in ESSENTIAL if not _present(cable, name)]
        layouts[cable.source.layout] = None
        ids.append(cable.id)
        recognised.update(dict.fromkeys(name for name in Cable.__dataclass_fields__ if _present(cable, name)))
        lacking.update(missing)
        problems += outcome.problems
        absent += _unreported(path, cable, outcome.problems, missing)
    return FileFindings(
        path=path,
        layout=", ".join(layouts) or None,
        telegrams=len(ids),
        id=ids[0] if len(ids) == 1 else None,
        recognised=tuple(recognised),
        missing=tuple(name for name in ESSENTIAL if lacking[name]),
        missing_in={name: lacking[name] for name in ESSENTIAL if lacking[name]},
        problems=tuple(problems),
        absent=tuple(absent),
    )


def _unreported(
    path: str, cable: Cable, problems: Iterable[Problem], missing: Iterable[str]
) -> Iterator[Problem]:
    reported = {problem.code for problem in problems}
    for name in missing:
        code = "body-missing" if name == "blocks" else f"{name}-missing"
        if code not in reported:
            yield Problem.of(code, f"{CODES[code].meaning}, in {cable.key}", path=path)


def _present(cable: Cable, name: str) -> bool:
    """Whether a field says something; an entry that the archive keeps without text lacks none."""
    if name == "blocks" and cable.text_status:
        return True
    return bool(getattr(cable, name)) and name not in {"source", "stated", "warnings"}


@dataclass(slots=True, kw_only=True)
class FindingKind:
    """All findings of one code."""

    code: str
    count: int = 0
    files: int = 0
    kept: list[Problem] = field(default_factory=list)
    """The first ones in the order of files, :data:`KEPT` at most."""

    @property
    def known(self) -> Code:
        """What the code means and how to mend it."""
        return CODES.get(self.code, UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """All files that were taken for one layout."""

    layout: str
    files: int
    telegrams: int


class FindingTally:
    """Findings of a corpus by kind, and its files by layout; what it holds does not grow with the corpus."""

    def __init__(self) -> None:
        self.files = 0
        self.cables = 0
        self._kinds: dict[str, FindingKind] = {}
        self._layouts: Counter[str] = Counter()
        self._telegrams: Counter[str] = Counter()

    def add(self, file: FileFindings) -> None:
        """Count one file."""
        layout = file.layout or "not read"
        self.files += 1
        self.cables += file.telegrams
        self._layouts[layout] += 1
        self._telegrams[layout] += file.telegrams
        for finding in file.findings:
            kind = self._kinds.setdefault(finding.code, FindingKind(code=finding.code))
            kind.count += 1
            if len(kind.kept) < KEPT:
                kind.kept.append(finding)
        for code in {finding.code for finding in file.findings}:
            self._kinds[code].files += 1

    @property
    def findings(self) -> int:
        """How many there are."""
        return sum(kind.count for kind in self._kinds.values())

    def kinds(self) -> tuple[FindingKind, ...]:
        """The most frequent first."""
        return tuple(sorted(self._kinds.values(), key=lambda kind: (-kind.count, kind.code)))

    def layouts(self) -> tuple[Taken, ...]:
        """The most frequent first."""
        return tuple(
            Taken(layout=layout, files=files, telegrams=self._telegrams[layout])
            for layout, files in sorted(self._layouts.items(), key=lambda item: (-item[1], item[0]))
        )
