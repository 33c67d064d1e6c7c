"""``cablepress check``: what each file was taken for, how many telegrams it holds, what is missing."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import click
import msgspec

from generator.cli.options import PATHS, STRICT, WORKERS, counted, verdict, watched
from generator.cli.output import emit, say
from generator.model import CODES, Cable, Problem, load_cable
from generator.pipeline import Record, records, remembering_files

ESSENTIAL = ("id", "date", "subject", "classification", "origin", "tags", "blocks")
"""Fields without which a page is poor; a cable that lacks one is listed."""


@click.command()
@PATHS
@click.option("--json", "as_json", is_flag=True, help="One JSON object per file instead, for machines.")
@STRICT
@WORKERS
def check(paths: tuple[Path, ...], *, as_json: bool, strict: bool, workers: int | None) -> int:
    """Show what each file was taken for, and what it lacks.

    A row for each file says how many telegrams it holds as well; below it stands what was repaired.

    \b
    Example:
      cablepress check corpus
      cablepress check --json corpus | jq 'select(.missing != [])'
    """
    codes: Counter[str] = Counter()
    cables = 0
    if not as_json:
        emit(_HEAD)
    with watched(beside_data=True) as watch, remembering_files(Path()) as memory:
        outcomes = watch("Reading", records(paths, workers=workers, memory=memory))
        for path, of_file in groupby(outcomes, key=_path):
            file = _file(path, of_file)
            cables += file.telegrams
            codes.update(file.findings)
            emit(msgspec.json.encode(file.shown) if as_json else "\n".join(_lines(file.shown)))
    say(f"{counted(cables, 'cable')} read; {counted(codes.total(), 'finding')}")
    for code, number in sorted(codes.items(), key=lambda item: (-item[1], item[0])):
        say(f"{number:7,}  {code}{_explained(code)}")
    return verdict(strict=strict, warnings=codes.total()) if cables else 1


def _explained(code: str) -> str:
    """What a code means and what to do about it; nothing for one that is not this version's."""
    known = CODES.get(code)
    if known is None:
        return ""
    return f": {known.meaning}; {known.remedy}" if known.remedy else f": {known.meaning}"


class _Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What one file gave."""

    path: str
    layout: str | None = None
    """What it was taken for; None: it was not read."""
    telegrams: int = 0
    id: str | None = None
    """Of the one telegram that it holds."""
    recognised: tuple[str, ...] = ()
    """Fields that any of its telegrams has."""
    missing: tuple[str, ...] = ()
    """Essential fields that any of them lacks."""
    missing_in: dict[str, int] = {}
    """How many lack each."""
    problems: tuple[Problem, ...] = ()


class _File(NamedTuple):
    """What one file gave, and what is to be counted of it."""

    shown: _Shown
    telegrams: int
    findings: Counter[str]


_HEAD = f"{'file':<44}  {'taken for':<10}  {'telegrams':>9}  number, and what is missing"


def _path(outcome: Record | Problem) -> str:
    return outcome.path


def _file(path: str, outcomes: Iterable[Record | Problem]) -> _File:
    """All outcomes of one file as one value."""
    layouts: dict[str, None] = {}
    ids: list[str | None] = []
    recognised: dict[str, None] = {}
    lacking: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    problems: list[Problem] = []
    for outcome in outcomes:
        if isinstance(outcome, Problem):
            problems.append(outcome)
            findings[outcome.code] += 1
            continue
        cable = load_cable(outcome.line)
        missing = [name for name in ESSENTIAL if not _present(cable, name)]
        layouts[cable.source.layout] = None
        ids.append(cable.id)
        recognised.update(dict.fromkeys(name for name in Cable.__dataclass_fields__ if _present(cable, name)))
        lacking.update(missing)
        problems += outcome.problems
        findings.update(_findings(outcome.problems, missing))
    shown = _Shown(
        path=path,
        layout=", ".join(layouts) or None,
        telegrams=len(ids),
        id=ids[0] if len(ids) == 1 else None,
        recognised=tuple(recognised),
        missing=tuple(name for name in ESSENTIAL if lacking[name]),
        missing_in={name: lacking[name] for name in ESSENTIAL if lacking[name]},
        problems=tuple(problems),
    )
    return _File(shown, len(ids), findings)


def _findings(problems: Iterable[Problem], missing: Iterable[str]) -> list[str]:
    """The codes of one telegram: its problems, and what is missing without a problem that says so."""
    reported = [problem.code for problem in problems]
    codes = ("body-missing" if name == "blocks" else f"{name}-missing" for name in missing)
    return [*reported, *(code for code in codes if code not in reported)]


def _present(cable: Cable, name: str) -> bool:
    """Whether a field says something; an entry that the archive keeps without text lacks none."""
    if name == "blocks" and cable.text_status:
        return True
    return bool(getattr(cable, name)) and name not in {"source", "stated", "warnings"}


def _lines(file: _Shown) -> list[str]:
    """A row of the table, and below it a line for each problem."""
    if file.telegrams > 1:
        missing = ", ".join(f"{name} in {number:,}" for name, number in file.missing_in.items())
        what = f"missing: {missing}" if missing else ""
    else:
        missing = f"; missing: {', '.join(file.missing)}" if file.missing else ""
        what = f"{file.id or 'no number'}{missing}" if file.layout else ""
    row = f"{file.path:<44}  {file.layout or 'not read':<10}  {file.telegrams:>9,}  {what}".rstrip()
    return [row, *(f"  {problem}" for problem in file.problems)]
