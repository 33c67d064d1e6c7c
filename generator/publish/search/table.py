"""The table of facets that the browser counts from: a row a cable, in order of date.

Pagefind has filters of its own. They are not used: with several indexes it merges hits by relevance alone and
so cannot sort by date, a phrase beside other words leaves its counts wrong, a facet of which two values are
chosen loses the counts of the others, and a facet of ten thousand people is counted anew at each key. A table
of small numbers answers all of it in milliseconds, and a histogram that follows the finger.

Written as a script that calls ``cablepressSearch.table``: the same file serves over http and from disk.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from string import ascii_lowercase, digits
from typing import Any, TypedDict

from generator.pages import words
from generator.publish.search.facts import FACETS
from generator.publish.search.page import SearchPage
from generator.tables import tag as known_tag

_DIGITS = digits + ascii_lowercase


def write_tables(target: Path, pages: Sequence[SearchPage], names: Mapping[str, str]) -> None:
    """``catalogue.js`` with every facet but people, ``people.js``, far larger, with people.

    Args:
        target: Folder to write to.
        pages: All pages in the order of rows.
        names: Address -> name that Pagefind gave the page.
    """
    facets = {name: _facet([dict(page.facets)[name] for page in pages]) for name in FACETS}
    people = facets.pop("person")
    known = dict(pair for page in pages for pair in page.people)
    catalogue = {
        "results": " ".join(names[page.url] for page in pages),
        "periods": [[period, len(list(run))] for period, run in groupby(page.period for page in pages)],
        "facets": facets,
        "labels": {
            "tag": [meaning(code) for code in facets["tag"]["values"]],
            "classification": [words.classification(each) for each in facets["classification"]["values"]],
        },
    }
    write_call(target / "catalogue.js", "catalogue", catalogue)
    write_call(
        target / "people.js", "people", {**people, "names": [known[slug] for slug in people["values"]]}
    )


def write_call(file: Path, name: str, value: object) -> None:
    """A script that hands a value to the search, for :func:`read_call` and the browser."""
    file.write_text(call(name, value), encoding="utf-8")


def read_call(file: Path) -> dict[str, Any]:
    """The value back."""
    text = file.read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text[text.index(",") + 1 : text.rindex(")")])
    return found


def call(name: str, value: object) -> str:
    """``cablepressSearch.table("catalogue", {...})``; keys sorted."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"cablepressSearch.table({json.dumps(name)},{text});\n"


def meaning(code: str) -> str:
    """Plain words of a tag, short; empty where its meaning is not established."""
    known = known_tag(code)
    return words.short_meaning(known.meaning) if known else ""


class Facet(TypedDict):
    """One facet as the browser reads it."""

    values: list[str]
    """By frequency, so that the common ones have short numbers."""
    rows: str
    """For each row the numbers of its values, base 36: ``0 3,1f  2``."""


def _facet(rows: Sequence[tuple[str, ...]]) -> Facet:
    counts = Counter(value for row in rows for value in row)
    values = sorted(counts, key=lambda value: (-counts[value], value))
    number = {value: _base36(index) for index, value in enumerate(values)}
    return {"values": values, "rows": " ".join(",".join(number[value] for value in row) for row in rows)}


def _base36(number: int) -> str:
    head, digit = divmod(number, len(_DIGITS))
    return (_base36(head) if head else "") + _DIGITS[digit]
