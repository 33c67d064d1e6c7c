"""The downloads: each read by what reads such files, held against the cables that it was made of."""

import csv
import hashlib
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.edition.beside import Essay, NotePlaced, NoteShown
from generator.edition.notes import Note
from generator.export import (
    NoteExported,
    PublishedFile,
    by_kind,
    data_pages,
    exported,
    graphs,
    notes_exported,
    parts,
    public_record,
    whole,
    whole_files,
    write_part,
)
from generator.export.columns import CABLES, DATABASE, PARAGRAPHS
from generator.export.examples import EXAMPLES
from generator.export.parts import BYTES_A_WORD, MEGABYTE
from generator.model import Addressee, Cable, CableWarning
from generator.publish.gate import Shipped
from generator.publish.gate.contents import contents
from generator.publish.gate.leak import Kind
from support.record import SITE, citing, gathered, named, paragraph, record, settled

TEI = "{http://www.tei-c.org/ns/1.0}"


def cables() -> list[Cable]:
    first = record(
        "09ASTANA90001",
        "Askar Omirbek spoke of energy & <gas>.",
        "See 08BERN90002.",
        subject='=HYPERLINK("x"), "quoted"',
        signed_by="HOAGLAND",
        info=(Addressee(route=None, name="AMEMBASSY BERN", precedence=None, number=None),),
        warnings=(CableWarning(code="header-repeated", message="once", line=3),),
    )
    first = named(first, "Askar Omirbek", "askar-omirbek", roles=("Minister",))
    first = citing(first, "08BERN90002", "08BERN90002")
    second = record(None, subject=None, date=None, post=None, country=None, classification=None, tags=())
    third = named(record("09BERN90003", "Askar Omirbek and Dinara Brandt."), "Askar Omirbek", "askar-omirbek")
    return [first, named(third, "Dinara Brandt", "dinara-brandt"), second]


def notes() -> tuple[NoteExported, ...]:
    on_cable = Note(
        subject="cable",
        about="09ASTANA90001",
        paragraph=2,
        text="=Omirbek\n*left* \udc80",
        by="M. F.",
        on=date(2026, 5, 3),
    )
    on_tag = Note(subject="tag", about="PGOV", kind="introduction", text="Of [[09ASTANA90001]].")
    shown = NoteShown(kind="note", markdown="", by=None, on=None)
    return notes_exported(
        [
            NotePlaced(note=on_cable, shown=shown, page="cables/2009/02/09ASTANA90001.md", title="Energy"),
            NotePlaced(note=on_tag, shown=shown, page="tags/PGOV.md", title="PGOV", cites=("09ASTANA90001",)),
        ],
        [
            Essay(
                title="How it went",
                path="essays/how.md",
                text="# How \udc80",
                cites=("09ASTANA90001", "09BERN90003"),
            )
        ],
    )


def written(folder: Path, made: Iterable[Cable], *, number: int = 1) -> list[PublishedFile]:
    """All files of some cables, as one part."""
    made = list(made)
    catalogue = gathered(*made)
    names = {slug: person.name for slug, person in catalogue.people.items()}
    by_key = {cable.key: settled(cable) for cable in made}
    ordered = (exported(by_key[key], names, SITE) for key in catalogue.entries)
    found = write_part(number, ordered, folder, SITE.downloads, notes=notes())
    for name, pieces in whole_files(catalogue, SITE, notes()):
        (folder / name).write_bytes(b"".join(pieces))
        found.append(name)
    files = by_kind(
        PublishedFile(
            name=name,
            bytes=(folder / name).stat().st_size,
            sha256=hashlib.sha256((folder / name).read_bytes()).hexdigest(),
        )
        for name in found
    )
    for output in data_pages(files, SITE):
        (folder / Path(output.path).name).write_bytes(output.content)
    return list(files)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("data")
    written(place, cables())
    return place


def rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text("utf-8"))))


def test_tables_hold_every_cable_and_no_formula(folder: Path) -> None:
    row = next(row for row in rows(folder / "cables.csv") if row["key"] == "09ASTANA90001")
    assert list(row) == [column.name for column in CABLES]
    assert row["subject"] == '\'=HYPERLINK("x"), "quoted"'
    assert (row["signed_by"], row["action"], row["info"]) == ("HOAGLAND", "SECSTATE WASHDC", "AMEMBASSY BERN")
    assert (row["warnings"], row["paragraphs"], row["partial"]) == ("header-repeated", "2", "false")
    assert (row["references"], row["people"], row["tags"]) == ("08BERN90002", "askar-omirbek", "PGOV KZ")
    (first, *_) = rows(folder / "paragraphs.csv")
    assert list(first) == [column.name for column in PARAGRAPHS]
    assert first["text"] == "Askar Omirbek spoke of energy & <gas>."
    assert first["page"] == "cables/2009/02/09ASTANA90001/#para-1"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "\xa0=", "\uff1d", "\uff20"])
def test_no_cell_is_a_formula_or_begins_a_row(start: str, tmp_path: Path) -> None:
    text = f"{start}cmd|' /C calc'!A0\r=1+1\r\n\x0b=2\x85=3\u2028=4"
    cable = record("09ASTANA90001", "Text.", subject=text, origin=text, post="Bern")
    written(tmp_path, [cable])
    printed = (tmp_path / "cables.csv").read_text("utf-8")
    assert len(re.split("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", printed.rstrip("\n"))) == 2
    (row,) = rows(tmp_path / "cables.csv")
    assert all(not re.match(r"\s*[=+\-@\uff1d\uff20]", cell) for cell in row.values())
    assert row["subject"].startswith("'")


def test_the_public_record_leaves_out_the_protected_and_the_original() -> None:
    cable = named(record("09ASTANA90001", "Askar."), "Askar", "askar", protected=True)
    line = json.loads(public_record(settled(cable)))
    assert line["people"] == []
    assert line["protected"] == []
    assert line["source"]["original"] == ""


def test_the_database_finds_words_in_any_form_and_leads_from_table_to_table(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "cables.db")) as base:
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        tables = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert tables >= {*DATABASE, "cables_fts"}
        found = (
            "SELECT key FROM cables_fts AS f JOIN cables ON cables.rowid = f.rowid WHERE cables_fts MATCH ?"
        )
        assert base.execute(found, ["energies"]).fetchall() == [("09ASTANA90001",)]
        texts = base.execute(
            "SELECT key, number, text FROM paragraph_texts ORDER BY key, position"
        ).fetchall()
        assert ("09ASTANA90001", 2, "See 08BERN90002.") in texts
        named = (
            "SELECT name, roles FROM cable_people JOIN people ON person = slug WHERE key = '09ASTANA90001'"
        )
        assert base.execute(named).fetchall() == [("Askar Omirbek", "Minister")]


def test_what_editors_wrote_is_data_of_its_own(folder: Path) -> None:
    lines = (folder / "notes.jsonl").read_text("utf-8").splitlines()
    first, second, essay = map(json.loads, lines)
    assert first == {
        "number": 1,
        "kind": "note",
        "subject": "cable",
        "about": "09ASTANA90001",
        "paragraph": 2,
        "title": "Energy",
        "text": "=Omirbek\n*left* ?",
        "author": "M. F.",
        "written_on": "2026-05-03",
        "page": "cables/2009/02/09ASTANA90001/#para-2",
        "cites": [],
    }
    assert (second["kind"], second["page"], second["cites"]) == (
        "introduction",
        "tags/PGOV/",
        ["09ASTANA90001"],
    )
    assert (essay["kind"], essay["subject"], essay["about"]) == ("essay", "page", "essays/how.md")
    with closing(sqlite3.connect(folder / "cables.db")) as base:
        citing = (
            "SELECT kind, about FROM notes JOIN note_citations ON note = number WHERE cited = '09ASTANA90001'"
        )
        assert base.execute(citing).fetchall() == [("introduction", "PGOV"), ("essay", "essays/how.md")]


def test_where_nobody_wrote_there_is_no_file_of_notes() -> None:
    assert not [name for name, _ in whole_files(gathered(), SITE) if name.startswith("notes")]


def test_each_cable_has_a_tei_document_with_its_correspondence(folder: Path) -> None:
    with zipfile.ZipFile(folder / "tei.zip") as archive:
        documents = {name: ET.fromstring(archive.read(name)) for name in archive.namelist()}
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert len(documents) == 3
    tei = documents["09ASTANA90001.xml"]
    sent, received = tei.findall(f".//{TEI}correspAction")
    assert (sent.get("type"), sent.findtext(f"{TEI}orgName")) == ("sent", "Embassy Astana")
    day = sent.find(f"{TEI}date")
    assert day is not None
    assert day.get("when") == "2009-02-20T09:29:00Z"
    assert [(name.get("role"), name.text) for name in received] == [
        ("action", "SECSTATE WASHDC"),
        ("info", "AMEMBASSY BERN"),
    ]
    (first, second) = tei.findall(f".//{TEI}body/{TEI}p")
    assert "".join(first.itertext()) == "C Askar Omirbek spoke of energy & <gas>."
    assert [(name.get("key"), name.text) for name in first.findall(f"{TEI}persName")] == [
        ("askar-omirbek", "Askar Omirbek")
    ]
    assert [reference.get("n") for reference in second.findall(f"{TEI}ref")] == ["08BERN90002"]
    for document in documents.values():
        assert [part.tag for part in document] == [f"{TEI}teiHeader", f"{TEI}text"]
        assert [part.tag.removeprefix(TEI) for part in document[0]] == ["fileDesc", "profileDesc"]


def test_networks_have_every_edge_in_both_formats(folder: Path) -> None:
    graphml = ET.parse(folder / "references.graphml")
    edges = graphml.findall(".//{http://graphml.graphdrawing.org/xmlns}edge")
    assert [(edge.get("source"), edge.get("target")) for edge in edges] == [("09ASTANA90001", "08BERN90002")]
    gexf = ET.parse(folder / "people.gexf")
    nodes = {node.get("id"): node.get("label") for node in gexf.iter("{http://gexf.net/1.3}node")}
    assert nodes == {"askar-omirbek": "Askar Omirbek", "dinara-brandt": "Dinara Brandt"}
    (edge,) = gexf.iter("{http://gexf.net/1.3}edge")
    assert (edge.get("source"), edge.get("target"), edge.get("weight")) == (
        "askar-omirbek",
        "dinara-brandt",
        "1",
    )


def test_the_package_describes_every_file_and_column(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    others = {"datapackage.json", "index.md"}
    assert {part["path"] for part in package["resources"]} == {p.name for p in folder.iterdir()} - others
    for part in package["resources"]:
        assert re.fullmatch(r"[a-z0-9._/-]+", part["name"])  # as the specification has it
        data = (folder / part["path"]).read_bytes()
        assert part["bytes"] == len(data)
        assert part["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        if part["format"] == "csv":
            names = [field["name"] for field in part["schema"]["fields"]]
            assert names == next(csv.reader(io.StringIO(data.decode())))


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_of_use_run(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    example = EXAMPLES[name]
    if example.startswith("--"):
        with closing(sqlite3.connect(name)) as base:
            assert base.execute(example).fetchall()[0][0] == "09ASTANA90001"
        return
    exec(compile(example, name, "exec"), {})  # noqa: S102 - what the page shows
    assert capsys.readouterr().out or name in ("datapackage.json", "paragraphs.csv")


def test_every_example_stands_on_the_page(folder: Path) -> None:
    page = (folder / "index.md").read_text("utf-8")
    assert page.count('<pre class="cp-format" tabindex="0">') == len(EXAMPLES)
    assert "](tei.zip)" in page


def test_the_same_cables_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    written(tmp_path, reversed(cables()))
    for file in folder.iterdir():
        assert file.read_bytes() == (tmp_path / file.name).read_bytes(), file.name


def test_the_gate_can_look_into_every_file(folder: Path) -> None:
    for file in folder.iterdir():
        found = list(contents(f"data/{file.name}", file.read_bytes(), Shipped()))
        assert not [text for text in found if text.kind is Kind.UNREADABLE], file.name
        whole_text = " ".join(text.text for text in found)
        assert (
            "Omirbek" in whole_text
            or "askar-omirbek" in whole_text
            or file.suffix in {".json", ".md"}
            or (file.name in ("tags.csv", "references.graphml", "references.gexf"))
        )


def test_what_is_hidden_is_in_no_file(tmp_path: Path) -> None:
    cable = named(record("09ASTANA90001", "A source spoke."), "Jane Roe", "jane-roe", protected=True)
    written(tmp_path, [cable])
    for file in tmp_path.iterdir():
        for text in contents(f"data/{file.name}", file.read_bytes(), Shipped()):
            assert "roe" not in text.text.lower(), file.name


def test_a_part_ends_before_a_file_gets_too_large() -> None:
    long = " ".join(["word"] * (MEGABYTE // BYTES_A_WORD // 2))
    made = [record(f"09ASTANA{90_000 + number}", long) for number in range(5)]
    found = list(parts(gathered(*made).entries, 1))
    assert [len(part.keys) for part in found] == [2, 2, 1]
    assert [part.number for part in found] == [1, 2, 3]
    assert len(list(parts(gathered(*made).entries, None))) == 1
    assert [part.keys for part in parts({}, 1)] == [()]


def test_a_further_part_has_its_number_in_its_name(tmp_path: Path) -> None:
    names = {file.name for file in written(tmp_path, cables(), number=12)}
    assert {"cables-12.csv", "cables-12.db", "tei-12.zip", "cables-12.jsonl"} <= names
    assert PublishedFile(name="cables-12.csv", bytes=0, sha256="").family == "cables.csv"


def test_large_networks_and_tables_come_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphs, "EDGES", 1)
    monkeypatch.setattr(whole, "ROWS", 1)
    first, *others = cables()
    catalogue = gathered(citing(first, "energy", "07BERN90001"), *others)
    found = {name: b"".join(pieces) for name, pieces in whole_files(catalogue, SITE)}
    assert {"references.gexf", "references-2.gexf", "people.csv", "people-2.csv"} <= found.keys()
    assert found["references-2.graphml"].count(b"<edge ") == 1
    assert found["people-2.csv"].startswith(b"slug,name,")


def test_what_the_publisher_leaves_out_is_not_made(tmp_path: Path) -> None:
    site = replace(SITE, downloads=("csv",))
    assert write_part(1, (), tmp_path, site.downloads) == ["cables.csv", "paragraphs.csv"]
    assert [name for name, _ in whole_files(gathered(), site)] == ["people.csv", "tags.csv"]


def test_hostile_text_is_text_in_every_file(tmp_path: Path) -> None:
    text = "]]>&amp;<script>\x00\x0b\ufffe\"'; DROP TABLE cables; --"
    hostile = record("09ASTANA90001", subject=text, origin=text, signed_by=text, captions=(text,))
    hostile = replace(hostile, blocks=(paragraph(text, 1, text), replace(paragraph(text), kind="list")))
    written(tmp_path, [named(hostile, text, "x", roles=(text,))])
    with zipfile.ZipFile(tmp_path / "tei.zip") as archive:
        document = ET.fromstring(archive.read("09ASTANA90001.xml"))
    assert "script" not in {element.tag.removeprefix(TEI) for element in document.iter()}
    for name in ("people.graphml", "people.gexf"):
        ET.parse(tmp_path / name)
    with closing(sqlite3.connect(tmp_path / "cables.db")) as base:
        assert base.execute("SELECT count(*) FROM cables").fetchone() == (1,)
