"""``cablepress check``: what was recognised, repaired and missing, file by file."""

from collections import Counter
from pathlib import Path

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
    """Show what is recognised, repaired and missing in every file.

    \b
    Example:
      cablepress check corpus
      cablepress check --json corpus | jq 'select(.missing != [])'
    """
    codes: Counter[str] = Counter()
    cables = 0
    with watched(beside_data=True) as watch, remembering_files(Path()) as memory:
        for outcome in watch("Reading", records(paths, workers=workers, memory=memory)):
            row = _row(outcome)
            cables += isinstance(outcome, Record)
            codes.update(_findings(row))
            emit(msgspec.json.encode(row) if as_json else "\n".join(_lines(row)))
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


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    """What one file gave."""

    path: str
    row: int | None = None
    layout: str | None = None
    id: str | None = None
    recognised: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def _findings(row: _Row) -> list[str]:
    """The codes of one file: its problems, and what is missing without a problem that says so."""
    reported = [problem.code for problem in row.problems]
    missing = ("body-missing" if name == "blocks" else f"{name}-missing" for name in row.missing)
    return [*reported, *(code for code in missing if code not in reported)]


def _row(outcome: Record | Problem) -> _Row:
    if isinstance(outcome, Problem):
        return _Row(path=outcome.path, problems=(outcome,))
    cable = load_cable(outcome.line)
    return _Row(
        path=cable.source.path,
        row=cable.source.row,
        layout=cable.source.layout,
        id=cable.id,
        recognised=tuple(name for name in Cable.__dataclass_fields__ if _present(cable, name)),
        missing=tuple(name for name in ESSENTIAL if not _present(cable, name)),
        problems=outcome.problems,
    )


def _present(cable: Cable, name: str) -> bool:
    return bool(getattr(cable, name)) and name not in {"source", "stated", "warnings"}


def _lines(row: _Row) -> list[str]:
    where = row.path if row.row is None else f"{row.path}, row {row.row}"
    if row.layout is None:
        return [f"{where}: not read", *(f"  {problem}" for problem in row.problems)]
    missing = f"; missing: {', '.join(row.missing)}" if row.missing else ""
    head = f"{where}: {row.id or 'no number'} ({row.layout}), {len(row.recognised)} fields{missing}"
    return [head, *(f"  {problem}" for problem in row.problems)]
