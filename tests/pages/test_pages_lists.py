"""Index pages."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest

from generator.model import Cable
from generator.pages import directory, home_page
from generator.pages.listing import LONGEST
from support.record import SITE, citing, gathered, named, record, site_of

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
    assert [path for path in pages if path.startswith("tags/PGOV")] == ["tags/PGOV.md", "tags/PGOV/feed.xml"]
    assert pages["tags/PGOV.md"].content.count(b"\n- [") == LONGEST


def test_a_longer_list_is_split_by_year_and_month_and_day() -> None:
    busy = [
        record(f"06BERN{90_000 + n}", date=START + timedelta(minutes=n), tags=("PGOV",)) for n in range(450)
    ]
    pages = site_of(*many(500, 24), *busy)
    parts = sorted(path for path in pages if path.startswith("tags/PGOV/") and path.endswith(".md"))
    assert parts[:3] == ["tags/PGOV/2006.md", "tags/PGOV/2006/01.md", "tags/PGOV/2006/01/01.md"]
    assert "tags/PGOV/2006/01/01/page-3.md" in parts
    assert "tags/PGOV/2006/02.md" in parts
    assert parts[-1] == "tags/PGOV/2007.md"
    listed = {path: len(re.findall(rb"\n- \[[^]]*\]\([^)]*cables/", pages[path].content)) for path in parts}
    assert sum(listed.values()) == 950
    assert max(listed.values()) == LONGEST
    reached, left = {"tags/PGOV.md"}, ["tags/PGOV.md"]
    for path in left:
        here = pages[path].content
        below = {target.split("#")[0].removeprefix("../" * path.count("/")) for target in links(here)}
        left.extend(sorted((below & set(parts)) - reached))
        reached |= below
    assert reached >= set(parts)


def test_a_long_list_has_a_row_for_each_year_with_its_months() -> None:
    old = record("85ASTANA90001", date=datetime(1985, 3, 1, tzinfo=UTC), tags=("PGOV",))
    pages = site_of(old, *many(LONGEST, 24))
    text = pages["tags/PGOV.md"].content.decode()
    start = "- [1985](../tags/PGOV/1985.md) <small>1</small> "
    (row,) = (line for line in text.split("\n") if line.startswith(start))
    assert "[Mar **1**](../tags/PGOV/1985.md#m3){ .cp-m-3 .cp-h-1" in row
    assert '\n- <span class="cp-gap">1986\u20132005&#58; none</span>\n' in text
    assert text.count("1985\u2013") == 0
    assert "## March 1985 {: #m3 }" in pages["tags/PGOV/1985.md"].content.decode()


def test_every_day_with_cables_has_an_address() -> None:
    pages = site_of(*many(30, 30), record("06BERN90001", date=None))
    year, month = (pages[path].content.decode() for path in ("dates/2006.md", "dates/2006/01.md"))
    assert '[2](../dates/2006/01.md#d2){ .cp-h-5 title="2 January 2006: 1 cable" }' in year
    assert month.count("{: #d") == 25
    assert "{: #d2 }" in month
    assert "## 2006, day not known {: #m0 }" in year
    assert "cables/undated/06BERN90001.md" in year
    said = "31 cables by the day on which they were sent. Of 1 the year alone is known."
    assert said in pages["dates/index.md"].content.decode()


def test_what_a_post_is_cited_for_is_paged() -> None:
    citers = [
        citing(
            record(f"09ASTANA{91_000 + n}", f"See {8 + n % 2} X {n}."),
            f"X {n}",
            f"0{8 + n % 2}STATE{90_000 + n}",
        )
        for n in range(600)
    ]
    pages = site_of(*citers, citing(record("09ASTANA90001"), "Y", "09BERN90001"))
    parts = sorted(path for path in pages if path.startswith("references/state"))
    assert parts[:3] == ["references/state.md", "references/state/2008.md", "references/state/2008/page-2.md"]
    assert "references/bern.md" in pages
    assert max(len(pages[path].content) for path in parts) < 100_000
    for number in (0, 599):
        cable = pages[f"cables/2009/02/09ASTANA{91_000 + number}.md"].content.decode()
        place, anchor = re.search(r"\]\(\.\./\.\./\.\./(references/[^)#]+)#([^)]+)\)", cable).groups()  # type: ignore[union-attr]
        assert f"{{: #{anchor} }}" in pages[place].content.decode()


def test_every_link_between_pages_leads_somewhere() -> None:
    old = named(record("08ASTANA90002", "Askar Omirbek spoke."), "Askar Omirbek", "askar-omirbek")
    new = citing(record("09ASTANA90001", "See ref A and BERN 90003."), "ref A", "08ASTANA90002")
    new = named(citing(new, "BERN 90003", "09BERN90003"), "BERN", "bern", roles=("Minister of Nothing",))
    pages = site_of(old, new, record(None, subject=None, date=None, post=None, country=None))
    written = {"index.md", "search.md"}
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


def test_the_overview_stands_where_the_publisher_wants_it() -> None:
    whole = gathered(record(), named(record("09BERN90003", "Askar."), "Askar", "askar"))
    made = home_page(whole, SITE, "# Ours\n\n<!-- cablepress: overview -->\n\nThanks.\n").content.decode()
    assert made.index("# Ours") < made.index("2</b> <span>cables</span>") < made.index("Thanks.")
    assert "cp-figures" in home_page(whole, SITE, "# Ours\n").content.decode()


def test_an_empty_collection_has_its_pages() -> None:
    pages = site_of()
    assert {"dates/index.md", "tags/index.md", "people/index.md"} <= set(pages)
    assert home_page(gathered(), SITE, "# Ours\n").content


def test_the_same_cables_give_the_same_bytes() -> None:
    cables = many(30, 900)
    assert site_of(*cables) == site_of(*reversed(cables))


def test_a_large_index_of_people_has_a_page_for_each_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "ONE_PAGE", 2)
    cable = record("09ASTANA90001", "Askar Omirbek met Dinara Brandt and 9.")
    for name, slug in (("Askar Omirbek", "askar-omirbek"), ("Dinara Brandt", "dinara-brandt"), ("9", "nine")):
        cable = named(cable, name, slug)
    other = named(record("09ASTANA90002"), "Dinarah Branndt", "dinara-brandt")
    pages = site_of(cable, other)
    letters = [path for path in pages if path.startswith("people/letters/")]
    assert letters == ["people/letters/b.md", "people/letters/o.md", "people/letters/other.md"]
    names = pages["people/names.js"].content.decode()
    assert names.startswith("cablepressNames([")
    assert json.loads(names[len("cablepressNames(") : -2]) == [
        ["Dinara Brandt", 2, "people/dinara-brandt", "branndt dinarah"],
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


def test_the_home_page_leads_to_lists_that_no_menu_names() -> None:
    whole = gathered(record("75ROME90123", concepts=("HARBORS",)))
    made = home_page(whole, SITE, "", released=True).content.decode()
    assert "[Concepts](concepts/index.md) \u00b7 [Changes](changes/index.md)" in made
    plain = home_page(gathered(record("09ASTANA90001")), SITE, "").content.decode()
    assert "concepts/" not in plain
    assert "changes/" not in plain


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


def test_people_of_one_name_are_told_apart_where_they_are_listed() -> None:
    places = (("Ecuador", "ecuador", "Minister"), ("Peru", "peru", "Minister"), ("Peru", "peru-2", "General"))
    cables = [
        named(
            record(f"09BERN{90_000 + n}", "Luis Mendoza spoke.", country=country),
            "Luis Mendoza",
            f"luis-mendoza-{slug}",
            roles=(role,),
        )
        for n, (country, slug, role) in enumerate(places)
    ]
    other = named(record("09BERN90009", "Askar Omirbek."), "Askar Omirbek", "askar-omirbek")
    index = site_of(*cables, other)["people/index.md"].content.decode()
    shown = dict(re.findall(r"- \[([^]]+)\]\(\.\./people/([a-z0-9-]+)\.md\)", index))
    assert shown == {
        "Askar Omirbek": "askar-omirbek",
        "Luis Mendoza (Ecuador)": "luis-mendoza-ecuador",
        "Luis Mendoza (Peru, Minister, February 2009)": "luis-mendoza-peru",
        "Luis Mendoza (General)": "luis-mendoza-peru-2",
    }
