"""Rows as CSV that a spreadsheet opens and that runs nothing there."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from generator.export.columns import Column
from generator.export.values import Value
from generator.pages.escape import one_line, visible

FORMULAS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""How a formula may begin, full-width forms included (OWASP, "CSV Injection")."""

_TRUTH = ("false", "true")


def head(columns: Sequence[Column]) -> bytes:
    """The row of names."""
    return _written([column.name for column in columns])


def rows(columns: Sequence[Column], values: Iterable[Sequence[Value]]) -> Iterator[bytes]:
    """A line for each row; text of several lines stays in its cell."""
    for row in values:
        yield _written([_cell(column, value) for column, value in zip(columns, row, strict=True)])


def _written(cells: Sequence[object]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue().encode(errors="replace")


def cell(value: object) -> object:
    """Text on one line: neither a carriage return, which some readers take for the end of a row, nor a tab.

    What a spreadsheet would take for a formula gets an apostrophe, its sign for text.
    """
    return _no_formula(one_line(value)) if isinstance(value, str) else value


def _cell(column: Column, value: Value) -> object:
    if column.type == "boolean":
        return _TRUTH[bool(value)]
    if column.name == "text" and isinstance(value, str):
        return _no_formula(_lines(value))
    return cell(value)


def _no_formula(text: str) -> str:
    return f"'{text}" if text.lstrip().startswith(FORMULAS) else text


def _lines(text: str) -> str:
    """Lines of a paragraph, each as :func:`one_line`; a table keeps its columns."""
    return "\n".join(visible(line).replace("\t", " ") for line in text.splitlines())
