"""Everything for download: the indexes as tables, described by a Frictionless data package."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.model import dump_cable
from generator.pages import address
from generator.pages.escape import inline, link, one_line
from generator.pages.listing import Group, ListPage, page_head, write_page
from generator.pages.output import Output, public_url
from generator.settings import Site
from generator.settle import PublishedCable
from generator.tables import tag as look_up
from generator.wording import words_in

CABLES_JSONL = "data/cables.jsonl"
"""The whole record of each cable, a line each; written by whoever holds the records."""

Column = tuple[str, str, str]
"""Name, Frictionless type, meaning."""

CABLES: Sequence[Column] = (
    ("id", "string", "Message reference number"),
    ("date", "datetime", "Time sent, UTC"),
    ("subject", "string", "Subject line"),
    ("classification", "string", "Level and controls"),
    ("origin", "string", "Sender in plain words"),
    ("post", "string", "Place of the sender"),
    ("country", "string", "Country of the post"),
    ("tags", "string", "TAGS codes, separated by spaces"),
    ("references", "string", "Ids of the cables it cites, separated by spaces"),
    ("people", "string", "Slugs of the people it names, separated by spaces"),
    ("words", "integer", "Words of the body"),
    ("partial", "boolean", "Whether the source is an extract"),
    ("page", "string", "Address of its page below the site's own"),
)
PEOPLE: Sequence[Column] = (
    ("slug", "string", "Address of the person, people/SLUG/"),
    ("name", "string", "Name"),
    ("variants", "string", "Other forms of the name, separated by semicolons"),
    ("cables", "integer", "Cables that name the person"),
    ("first", "date", "Day of the first of them"),
    ("last", "date", "Day of the last of them"),
)
TAGS: Sequence[Column] = (
    ("code", "string", "TAGS code"),
    ("kind", "string", "subject, programme, country, organisation or person"),
    ("meaning", "string", "What the code stands for"),
    ("cables", "integer", "Cables that carry it"),
)


def public_record(published: PublishedCable) -> bytes:
    """The record of a cable for ``cables.jsonl``; the original text is left out, being a file of its own."""
    cable = published.cable
    return dump_cable(replace(cable, source=replace(cable.source, original="")))


def data_pages(catalogue: Catalogue, site: Site) -> Iterator[Output]:
    """Tables, description and the page that offers them."""
    yield _table("data/cables.csv", CABLES, _cables(catalogue))
    yield _table("data/people.csv", PEOPLE, _people(catalogue))
    yield _table("data/tags.csv", TAGS, _tags(catalogue))
    yield Output(path="data/datapackage.json", content=_package(site))
    yield _page(catalogue, site)


def _cables(catalogue: Catalogue) -> Iterator[Sequence[object]]:
    for entry in catalogue.entries.values():
        yield (
            entry.id,
            entry.date.strftime("%Y-%m-%dT%H:%M:%SZ") if entry.date else None,
            entry.subject,
            entry.classification,
            entry.origin,
            entry.post,
            entry.country,
            " ".join(entry.tags),
            " ".join(cited.id for cited in entry.cites),
            " ".join(entry.people),
            entry.words,
            "true" if entry.partial else "false",
            address.page(address.cable(entry)),
        )


def _people(catalogue: Catalogue) -> Iterator[Sequence[object]]:
    for person in catalogue.people.values():
        days = [entry.date.date().isoformat() for entry in catalogue.by_person[person.slug] if entry.date]
        yield (
            person.slug,
            person.name,
            "; ".join(person.variants),
            len(catalogue.by_person[person.slug]),
            days[0] if days else None,
            days[-1] if days else None,
        )


def _tags(catalogue: Catalogue) -> Iterator[Sequence[object]]:
    for code, entries in catalogue.by_tag.items():
        known = look_up(code)
        yield code, known.kind if known else None, known.meaning if known else None, len(entries)


def _table(path: str, columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> Output:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([name for name, _, _ in columns])
    writer.writerows([cell(value) for value in row] for row in rows)
    return Output(path=path, content=text.getvalue().encode(errors="replace"))


FORMULAS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""How a formula may begin, full-width forms included (OWASP, "CSV Injection")."""


def cell(value: object) -> object:
    """Text on one line: neither a carriage return, which some readers take for the end of a row, nor a tab.

    What a spreadsheet would take for a formula gets an apostrophe, its sign for text.
    """
    if not isinstance(value, str):
        return value
    text = one_line(value)
    return f"'{text}" if text.lstrip().startswith(FORMULAS) else text


def _package(site: Site) -> bytes:
    """``datapackage.json`` (https://specs.frictionlessdata.io/data-package/)."""
    package = {
        "name": "cables",
        "title": site.collection or site.name,
        "homepage": site.site_url,
        "resources": [
            _resource("cables", CABLES),
            _resource("people", PEOPLE),
            _resource("tags", TAGS),
            {"name": "records", "path": "cables.jsonl", "format": "jsonl", "encoding": "utf-8"},
        ],
    }
    kept = {name: value for name, value in package.items() if value is not None}
    return (json.dumps(kept, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(name: str, columns: Sequence[Column]) -> dict[str, Any]:
    fields = [{"name": column, "type": kind, "description": text} for column, kind, text in columns]
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "encoding": "utf-8",
        "schema": {"fields": fields},
    }


def _download(name: str, site: Site) -> dict[str, str]:
    """One file as schema.org describes it."""
    kind = name.rpartition(".")[2]
    return {
        "@type": "DataDownload",
        "name": name,
        "contentUrl": (public_url(site, address.DATA) or "") + name,
        "encodingFormat": {"csv": "text/csv", "json": "application/json"}.get(kind, "application/jsonl"),
    }


def _page(catalogue: Catalogue, site: Site) -> Output:
    here, words = address.DATA, words_in(site.language)
    said = words.data
    offers = (
        ("cables.csv", said.cables(len(catalogue.entries))),
        ("cables.jsonl", said.records),
        ("people.csv", said.people(len(catalogue.people))),
        ("tags.csv", said.tags(len(catalogue.by_tag))),
        ("datapackage.json", said.package),
    )
    items = tuple(Markup("- {}\n  {}").format(link(name, name), inline(text)) for name, text in offers)
    return write_page(
        here,
        ListPage(
            front_matter=page_head({"dataset": [_download(name, site) for name, _ in offers]}),
            title=said.title,
            crumbs=Markup(""),
            intro=inline(said.intro),
            chart=Markup(""),
            groups=(Group(title="", anchor="list", items=items),),
        ),
        words,
    )
