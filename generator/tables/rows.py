"""Reads the tables in ``data/``: tab-separated text that a person edits and reviews, a row a line."""

import csv
from collections.abc import Iterator
from importlib.resources import files

_DATA = files("generator.tables") / "data"


def rows(name: str) -> Iterator[dict[str, str]]:
    """Rows of ``data/NAME.tsv`` in order, by column name; a missing cell is "".

    Lines that begin with ``#`` are remarks; the first other line names the columns.
    """
    text = (_DATA / f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return iter(csv.DictReader(lines, delimiter="\t", restval="", quoting=csv.QUOTE_NONE))


def listed(cell: str) -> tuple[str, ...]:
    """Items of a cell separated by commas: ``"a, b"`` -> ``("a", "b")``; () for an empty cell."""
    return tuple(item.strip() for item in cell.split(",") if item.strip())
