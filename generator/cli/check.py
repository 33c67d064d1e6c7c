"""``cablepress check``: what the files of a corpus were taken for, and what there is to mend, by kind."""

import csv
import difflib
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import msgspec

from generator.cli.check_page import refuse_foreign_page, write_check_page
from generator.cli.options import (
    CONFIG,
    PATHS,
    STRICT,
    WORKERS,
    show_problems,
    to_read,
    verdict,
)
from generator.cli.output import emit, say
from generator.cli.progress import watched
from generator.edition.corrections import NO_CORRECTIONS, Corrections, read_corrections
from generator.export.tables import cell
from generator.model import CODES, Problem, counted
from generator.pipeline import (
    FileFindings,
    FindingKind,
    FindingTally,
    corrected_in_place,
    findings_by_file,
    records,
    remembering_files,
)
from generator.read import LAYOUTS, own_layouts
from generator.settings import ToRead

ROW_HEAD = ("path", "line", "kind", "finding", "mend")
"""Columns of ``--csv``."""

_FILES_HEAD = f"{'file':<44}  {'taken for':<10}  {'telegrams':>9}  number, and what is missing"


def _known_kinds(_: click.Context, __: click.Parameter, kinds: tuple[str, ...]) -> frozenset[str]:
    """The codes that were asked for."""
    for kind in kinds:
        if kind not in CODES:
            near = difflib.get_close_matches(kind, CODES, n=1)
            tail = f"did you mean {near[0]}?" if near else "the table of `cablepress check` names them"
            message = f"{kind!r} is no kind of finding; {tail}"
            raise click.BadParameter(message)
    return frozenset(kinds)


@click.command()
@PATHS
@click.option("--files", "by_file", is_flag=True, help="A row for each file, with all its findings below.")
@click.option(
    "--kind",
    "kinds",
    metavar="KIND",
    multiple=True,
    callback=_known_kinds,
    help="Only findings of this kind, all of them, a line each; may be given several times.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object per file instead, for machines.")
@click.option("--csv", "as_csv", is_flag=True, help="One CSV row per finding instead, for spreadsheets.")
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the table as a web page, too, with the files under each kind.",
)
@CONFIG
@STRICT
@WORKERS
def check(  # noqa: PLR0913 - one for each option
    paths: tuple[Path, ...],
    *,
    by_file: bool,
    kinds: frozenset[str],
    as_json: bool,
    as_csv: bool,
    page: Path | None,
    config: Path | None,
    strict: bool,
    workers: int | None,
) -> int:
    """Show what the files were taken for, and what there is to mend.

    One table counts the files by layout, one the findings by kind: how many, in how many files, what that
    means, how to mend it, and an example. The files of a kind come on demand, with --kind. Without PATHS the
    cables of the project are looked through. What its corrections.yml mends is no finding.

    \b
    Examples:
      cablepress check corpus
      cablepress check --kind date-missing corpus
      cablepress check --html check.html corpus
      cablepress check --json corpus | jq 'select(.missing != [])'
    """
    if sum((by_file, as_json, as_csv)) > 1:
        message = "--files, --json and --csv are three forms of one answer; choose one"
        raise click.UsageError(message)
    if page:
        refuse_foreign_page(page)
    reading = to_read(paths, config)
    form = _rows if as_csv else _objects if as_json else _files if by_file else _places if kinds else None
    tally = FindingTally()
    if as_csv:
        emit(_csv(ROW_HEAD))
    elif by_file:
        emit(_FILES_HEAD)
    with (
        watched(beside_data=True) as watch,
        remembering_files(Path(), reading.finding) as memory,
    ):
        corrections = _corrections(reading)
        untold: list[Problem] = []
        found = records(
            reading.corpus, reading.finding, read_as=corrections.files, workers=workers, memory=memory
        )
        outcomes = corrected_in_place(
            watch("Reading", found), corrections, tagger=reading.finding.tagger, tell=untold.append
        )
        for file in findings_by_file(outcomes):
            tally.add(file)
            for line in form(file, kinds) if form else ():
                emit(line)
    for line in () if form else _tables(tally):
        emit(line)
    if page:
        write_check_page(page, tally)
    show_problems(untold)
    say(f"{counted(tally.cables, 'cable')} read; {counted(tally.findings, 'finding')}")
    return verdict(strict=strict, warnings=tally.findings) if tally.cables else 1


def _corrections(reading: ToRead) -> Corrections:
    """What the editors corrected; what is wrong with their file is said."""
    if reading.corrections_file is None:
        return NO_CORRECTIONS
    layouts = (*own_layouts(reading.finding.readers), *LAYOUTS)
    corrections, problems = read_corrections(reading.corrections_file, [layout.name for layout in layouts])
    show_problems(problems)
    return corrections


# ---- By kind -------------------------------------------------------------------------------------------


def _tables(tally: FindingTally) -> Iterator[str]:
    """The corpus at a glance."""
    yield f"{'taken for':<12}  {'files':>7}  {'telegrams':>9}"
    for taken in tally.layouts():
        yield f"{taken.layout:<12}  {taken.files:>7,}  {taken.telegrams:>9,}"
    if not tally.findings:
        return
    yield ""
    yield f"{'findings':>8}  {'in files':>8}  kind"
    for kind in tally.kinds():
        yield from _kind(kind)
    yield ""
    yield f"All findings of a kind, with file and line: cablepress check --kind {tally.kinds()[0].code} ..."


def _kind(kind: FindingKind) -> Iterator[str]:
    yield f"{kind.count:>8,}  {kind.files:>8,}  {kind.code}: {kind.known.meaning}"
    example = kind.kept[0]
    if remedy := example.hint or kind.known.remedy:
        yield f"{'':>20}to mend it: {remedy}"
    yield f"{'':>20}for example {example.told}"


# ---- On demand -----------------------------------------------------------------------------------------


def _wanted(file: FileFindings, kinds: frozenset[str]) -> Sequence[Problem]:
    return [finding for finding in file.findings if not kinds or finding.code in kinds]


def _places(file: FileFindings, kinds: frozenset[str]) -> Iterator[str]:
    return (str(finding) for finding in _wanted(file, kinds))


def _objects(file: FileFindings, kinds: frozenset[str]) -> Iterator[bytes]:
    if not kinds or _wanted(file, kinds):
        yield msgspec.json.encode(file)


def _rows(file: FileFindings, kinds: frozenset[str]) -> Iterator[str]:
    for finding in _wanted(file, kinds):
        yield _csv((finding.path, finding.line, finding.code, finding.message, finding.hint))


def _csv(values: Sequence[object]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(map(cell, values))
    return text.getvalue()


def _files(file: FileFindings, kinds: frozenset[str]) -> Iterator[str]:
    """A row of the table, and below it a line for each problem."""
    if kinds and not _wanted(file, kinds):
        return
    if file.telegrams > 1:
        missing = ", ".join(f"{name} in {number:,}" for name, number in file.missing_in.items())
        what = f"missing: {missing}" if missing else ""
    else:
        missing = f"; missing: {', '.join(file.missing)}" if file.missing else ""
        what = f"{file.id or 'no number'}{missing}" if file.layout else ""
    yield f"{file.path:<44}  {file.layout or 'not read':<10}  {file.telegrams:>9,}  {what}".rstrip()
    reported = (problem for problem in file.problems if not kinds or problem.code in kinds)
    yield from (f"  {problem}" for problem in reported)
