"""Index pages."""

import csv
import io
import json
import re
from datetime import UTC, datetime, timedelta

import pytest

from generator.model import Cable
from generator.pages import directory, home_page, public_record
from generator.pages.listing import LONGEST
from support.record import SITE, citing, gathered, named, record, settled, site_of

START = datetime(2006, 1, 1, tzinfo=UTC)


def many(number: int, hours: int) -> list[Cable]:
    return [
        record(f"06ASTANA{90_000 + serial}", date=START + timedelta(hours=serial * hours), tags=("PGOV",))
        for serial in range(number)
    ]


def links(text: bytes) -> list[str]:
    return re.findall(r"\]\(([^)]+)\)", text.decode())


def test_a_list_up_to_the_limit_is_one_page() -> None:
    pages = site_of(*many(LONGEST, 1))
    assert [path for path in pages if path.startswith("tags/PGOV")] == ["tags/PGOV.md"]
    assert pages["tags/PGOV.md"].content.count(b"\n- [") == LONGEST


def test_a_longer_list_is_split_by_year_and_month_and_day() -> None:
    busy = [
        record(f"06BERN{90_000 + n}", date=START + timedelta(minutes=n), tags=("PGOV",)) for n in range(600)
    ]
    pages = site_of(*many(700, 24), *busy)
    parts = sorted(path for path in pages if path.startswith("tags/PGOV/"))
    assert parts[:3] == ["tags/PGOV/2006/01/01.md", "tags/PGOV/2006/01/02.md", "tags/PGOV/2006/01/03.md"]
    assert "tags/PGOV/2006/02.md" in parts
    assert parts[-1] == "tags/PGOV/2007.md"
    shown = sum(pages[path].content.count(b"\n- [") for path in parts)
    assert shown == 1300
    overview = links(pages["tags/PGOV.md"].content)
    assert all(f"../{path}" in overview for path in parts)


def test_every_link_between_pages_leads_somewhere() -> None:
    old = named(record("08ASTANA90002", "Askar Omirbek spoke."), "Askar Omirbek", "askar-omirbek")
    new = citing(record("09ASTANA90001", "See ref A and BERN 90003."), "ref A", "08ASTANA90002")
    new = named(citing(new, "BERN 90003", "09BERN90003"), "BERN", "bern", roles=("Minister of Nothing",))
    pages = site_of(old, new, record(None, subject=None, date=None, post=None, country=None))
    written = {"index.md", "search.md", "data/cables.jsonl"}
    for path, output in pages.items():
        if not path.endswith(".md"):
            continue
        up, folder = "../" * path.count("/"), path.rpartition("/")[0]
        for target in links(output.content):
            where = target.partition("#")[0]
            if not where:
                continue
            resolved = where.removeprefix(up) if where.startswith("../") else f"{folder}/{where}"
            assert resolved in pages or resolved in written, (path, target)


def test_a_person_page_gathers_roles_sentences_and_company() -> None:
    first = record("08ASTANA90002", "Minister Askar Omirbek spoke to Dinara Brandt. She left.")
    first = named(first, "Askar Omirbek", "askar-omirbek", roles=("Minister",))
    first = named(first, "Dinara Brandt", "dinara-brandt")
    text = site_of(first)["people/askar-omirbek.md"].content.decode()
    assert "# Askar Omirbek" in text
    assert "- **Minister** [20 February 2009]" in text
    assert "<q>Minister Askar Omirbek spoke to Dinara Brandt.</q>" in text
    assert "[¶1](../cables/2009/02/08ASTANA90002.md#para-1)" in text
    assert "[Dinara Brandt](../people/dinara-brandt.md) (1)" in text


def test_tables_hold_every_cable_and_no_formula() -> None:
    pages = site_of(record("09ASTANA90001", "Text.", subject='=HYPERLINK("x"), "quoted"'))
    (row,) = csv.DictReader(io.StringIO(pages["data/cables.csv"].content.decode()))
    assert (row["id"], row["tags"]) == ("09ASTANA90001", "PGOV KZ")
    assert row["subject"] == '\'=HYPERLINK("x"), "quoted"'
    package = json.loads(pages["data/datapackage.json"].content)
    columns = [field["name"] for field in package["resources"][0]["schema"]["fields"]]
    assert columns == list(row)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "\xa0=", "\uff1d", "\uff20"])
def test_no_cell_is_a_formula_or_begins_a_row(start: str) -> None:
    text = f"{start}cmd|' /C calc'!A0\r=1+1\r\n\x0b=2\x85=3\u2028=4"
    pages = site_of(record("09ASTANA90001", "Text.", subject=text, origin=text, post="Bern"))
    printed = pages["data/cables.csv"].content.decode()
    assert len(re.split("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", printed.rstrip("\n"))) == 2
    (row,) = csv.DictReader(io.StringIO(printed))
    assert all(not re.match(r"\s*[=+\-@\uff1d\uff20]", cell) for cell in row.values())
    assert row["subject"].startswith("'")


def test_the_public_record_leaves_out_the_protected_and_the_original() -> None:
    cable = named(record("09ASTANA90001", "Askar."), "Askar", "askar", protected=True)
    line = json.loads(public_record(settled(cable)))
    assert line["people"] == []
    assert line["protected"] == []
    assert line["source"]["original"] == ""


def test_the_overview_stands_where_the_publisher_wants_it() -> None:
    whole = gathered(record(), named(record("09BERN90003", "Askar."), "Askar", "askar"))
    made = home_page(whole, SITE, "# Ours\n\n<!-- cablepress: overview -->\n\nThanks.\n").content.decode()
    assert made.index("# Ours") < made.index("2</b> <span>cables</span>") < made.index("Thanks.")
    assert "cp-figures" in home_page(whole, SITE, "# Ours\n").content.decode()


def test_an_empty_collection_has_its_pages() -> None:
    pages = site_of()
    assert {"dates/index.md", "tags/index.md", "people/index.md", "data/index.md"} <= set(pages)
    assert home_page(gathered(), SITE, "# Ours\n").content


def test_the_same_cables_give_the_same_bytes() -> None:
    cables = many(30, 900)
    assert site_of(*cables) == site_of(*reversed(cables))


def test_a_large_index_of_people_has_a_page_for_each_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "ONE_PAGE", 2)
    cable = record("09ASTANA90001", "Askar Omirbek met Dinara Brandt and 9.")
    for name, slug in (("Askar Omirbek", "askar-omirbek"), ("Dinara Brandt", "dinara-brandt"), ("9", "nine")):
        cable = named(cable, name, slug)
    pages = site_of(cable)
    letters = [path for path in pages if path.startswith("people/letters/")]
    assert letters == ["people/letters/b.md", "people/letters/o.md", "people/letters/other.md"]
    names = pages["people/names.js"].content.decode()
    assert names.startswith("cablepressNames([")
    assert json.loads(names[len("cablepressNames(") : -2]) == [
        ["Dinara Brandt", 1, "people/dinara-brandt"],
        ["Askar Omirbek", 1, "people/askar-omirbek"],
        ["9", 1, "people/nine"],
    ]


@pytest.mark.parametrize("most", [1500, 1])
def test_a_handle_or_a_word_in_capitals_alone_is_listed_apart(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(directory, "ONE_PAGE", most)
    cable = named(record("09BERN90001", "Tomas Varga met BRANDT, with Lemos."), "Tomas Varga", "tomas-varga")
    cable = named(cable, "Brandt", "brandt", mentions=("BRANDT",))
    cable = named(cable, "V. Lemos", "v-lemos", mentions=("VLEMOS",), where=("attention",))
    cable = named(cable, "Wells", "wells", mentions=("WELLS",), where=("signature",))
    pages = {path: output.content.decode() for path, output in site_of(cable).items()}
    index = pages["people/index.md"]
    if most == 1:
        assert "Brandt" not in index.partition("Named most")[2]
        index = pages["people/letters/b.md"] + pages["people/letters/l.md"]
        assert index.count("Surnames in capitals and handles") == 2
    _, _, apart = index.partition("Surnames in capitals and handles")
    assert "Brandt" in apart
    assert "V. Lemos" in apart
    assert "Varga" not in apart
    assert "Wells" not in apart


def test_an_archives_subject_headings_have_an_index_and_a_page_each() -> None:
    harbours = record("75ROME90123", concepts=("HARBORS", "DREDGING"))
    base = record("75ROME90124", concepts=("MILITARY BASES", "HARBORS"))
    pages = site_of(harbours, base, record("09ASTANA90001"))
    index = pages["concepts/index.md"].content.decode()
    assert re.findall(r"\[(.+?)\]\(\.\./(concepts/[a-z-]+\.md)\) (\d+)", index) == [
        ("DREDGING", "concepts/dredging.md", "1"),
        ("HARBORS", "concepts/harbors.md", "2"),
        ("MILITARY BASES", "concepts/military-bases.md", "1"),
    ]
    assert re.findall(r"75ROME\d+(?=\.md)", pages["concepts/harbors.md"].content.decode()) == [
        "75ROME90123",
        "75ROME90124",
    ]
    (page,) = (pages[path].content.decode() for path in pages if path.endswith("75ROME90123.md"))
    assert "[DREDGING](../../../concepts/dredging.md)" in page
    assert "(../concepts/index.md)" in pages["tags/index.md"].content.decode()


def test_a_corpus_without_subject_headings_has_no_index_of_them() -> None:
    pages = site_of(record("09ASTANA90001"))
    assert not [path for path in pages if path.startswith("concepts")]
    assert "concepts" not in pages["tags/index.md"].content.decode()


def test_a_subject_heading_that_names_somebody_hidden_stands_in_no_index() -> None:
    cable = record("75ROME90123", "Askar Omirbek spoke.", concepts=("OMIRBEK, ASKAR", "HARBORS"))
    pages = site_of(named(cable, "Askar Omirbek", "askar-omirbek", protected=True))
    listed = [path for path in pages if path.startswith("concepts/")]
    assert sorted(listed) == ["concepts/harbors.md", "concepts/index.md"]
    assert all("OMIRBEK" not in pages[path].content.decode().upper() for path in listed)
