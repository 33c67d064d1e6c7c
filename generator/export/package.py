"""What describes the files: a Frictionless data package (https://specs.frictionlessdata.io/data-package/)."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator.export.columns import CABLES, PARAGRAPHS, PEOPLE, TAGS, Column
from generator.settings import Site

MEDIA: Final = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "db": "application/vnd.sqlite3",
    "zip": "application/zip",
    "graphml": "application/xml",
    "gexf": "application/xml",
    "json": "application/json",
}
"""By ending."""
_TABLES: Final = {"cables": CABLES, "paragraphs": PARAGRAPHS, "people": PEOPLE, "tags": TAGS}


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFile:
    """One file of the downloads."""

    name: str
    bytes: int
    sha256: str

    @property
    def ending(self) -> str:
        """``csv``."""
        return self.name.rpartition(".")[2]

    @property
    def family(self) -> str:
        """``cables.csv`` of ``cables-2.csv``: the name of the first part."""
        stem, _, ending = self.name.partition(".")
        first, sign, number = stem.rpartition("-")
        return f"{first}.{ending}" if sign and number.isdecimal() else self.name


_KINDS: Final = (
    "cables.csv",
    "paragraphs.csv",
    "people.csv",
    "tags.csv",
    "cables.jsonl",
    "notes.jsonl",
    "cables.db",
    "tei.zip",
    "references.graphml",
    "references.gexf",
    "people.graphml",
    "people.gexf",
)
"""In the order in which the page offers them."""


def by_kind(files: Iterable[PublishedFile]) -> tuple[PublishedFile, ...]:
    """The files of one kind together, in order of their parts."""
    return tuple(sorted(files, key=lambda file: (_KINDS.index(file.family), len(file.name), file.name)))


def data_package(files: Iterable[PublishedFile], site: Site) -> bytes:
    """``datapackage.json``: each file with size and digest, and the meaning of a table's columns."""
    package = {
        "profile": "data-package",
        "name": "cables",
        "title": site.collection or site.name,
        "homepage": site.site_url,
        "resources": [_resource(file) for file in files],
    }
    kept = {name: value for name, value in package.items() if value}
    return (json.dumps(kept, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(file: PublishedFile) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "name": file.name.lower().replace(".", "-"),
        "path": file.name,
        "profile": "data-resource",
        "format": file.ending,
        "mediatype": MEDIA[file.ending],
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
    }
    table = _TABLES.get(file.family.partition(".")[0]) if file.ending == "csv" else None
    if table is None:
        return resource
    resource["profile"] = "tabular-data-resource"
    return {**resource, "encoding": "utf-8", "schema": {"fields": _fields(table)}}


def _fields(columns: Sequence[Column]) -> list[dict[str, str]]:
    return [{"name": column.name, "type": column.type, "description": column.meaning} for column in columns]
