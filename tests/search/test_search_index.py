"""The index as files, built by the real Pagefind."""

import gzip
import json
from hashlib import sha256
from pathlib import Path

import pytest

from generator.publish.search import SearchError
from generator.publish.search.engine import run_engine
from generator.publish.search.packs import pack_of
from generator.publish.search.table import read_call
from generator.settings import SearchOptions
from support.cable_pages import SmallSite, cable_page


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """Seven cables and a list of tags."""
    small = SmallSite(tmp_path)
    for number in range(7):
        name = f"09ASTANA9{number:04}"
        date = f"2009-{number + 1:02}-20T09:29:00Z"
        tags = ("PGOV",) if number % 2 else ("PGOV", "KTIP")
        small.write(name, cable_page(cable_id=name, date=date, tags=tags))
    (tmp_path / "tags").mkdir()
    (tmp_path / "tags" / "index.html").write_text("<article data-pagefind-body>Tags</article>")
    return small


def digest(folder: Path) -> dict[str, str]:
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): sha256(each.read_bytes()).hexdigest() for each in files}


def test_cables_are_indexed_and_nothing_else(site: SmallSite) -> None:
    report = site.index()
    assert (report.pages, report.indexes) == (7, 1)
    fragments = list((site.folder / "pagefind" / "0" / "fragment").iterdir())
    urls = {json.loads(gzip.decompress(each.read_bytes())[12:])["url"] for each in fragments}
    assert urls == {f"/cables/2009/02/09ASTANA9{number:04}/" for number in range(7)}


def test_only_what_a_browser_loads_is_left(site: SmallSite) -> None:
    site.index(SearchOptions(pages=4))
    names = {
        path
        for path in digest(site.folder / "pagefind")
        if "/fragment/" not in path and "/index/" not in path
    }
    kinds = {name.replace("_", ".").split(".")[0] + Path(name).suffix for name in names}
    assert kinds == {
        "catalogue.js",
        "engine.js",
        "people.js",
        "search.js",
        "0/wasm.pagefind",
        "0/pagefind-entry.json",
        "0/pagefind.pf_meta",
        "1/pagefind-entry.json",
        "1/pagefind.pf_meta",
    }


def test_same_site_same_bytes_however_often_and_with_however_many_workers(site: SmallSite) -> None:
    site.index(SearchOptions(pages=3, workers=1))
    first = digest(site.folder)
    site.index(SearchOptions(pages=3, workers=2))
    assert digest(site.folder) == first


def test_the_table_counts_what_the_pages_say(site: SmallSite) -> None:
    site.index()
    catalogue = read_call(site.folder / "pagefind" / "catalogue.js")
    assert catalogue["periods"] == [[f"2009-{month:02}", 1] for month in range(1, 8)]
    assert catalogue["facets"]["tag"] == {"values": ["PGOV", "KTIP"], "rows": "0,1 0 0,1 0 0,1 0 0,1"}
    assert len(catalogue["results"].split(" ")) == 7
    people = read_call(site.folder / "pagefind" / "people.js")
    assert (people["values"], people["names"]) == (["dinara-omirbek"], ["Dinara Omirbek"])


def test_rows_are_the_pages_in_order_of_date(site: SmallSite) -> None:
    """The browser sorts by row, so the order of rows must be that of dates."""
    site.index(SearchOptions(pages=3))
    results = read_call(site.folder / "pagefind" / "catalogue.js")["results"].split(" ")
    urls = {
        fragment.stem: json.loads(gzip.decompress(fragment.read_bytes())[12:])["url"]
        for fragment in (site.folder / "pagefind").glob("*/fragment/*")
    }
    assert [urls[name] for name in results] == [f"/cables/2009/02/09ASTANA9{n:04}/" for n in range(7)]


def test_topics_are_offered_while_typing_countries_are_not(tmp_path: Path) -> None:
    page = cable_page(cable_id="09ASTANA90001", tags=("KTIP", "KZ", "ZZZZ"))
    small = SmallSite(tmp_path)
    small.write("09ASTANA90001", page)
    small.index()
    (topic,) = read_call(tmp_path / "pagefind" / "search.js")["tags"]
    assert (topic["code"], topic["meaning"]) == ("KTIP", "Trafficking in persons")


def test_a_cable_without_text_is_found_all_the_same(tmp_path: Path) -> None:
    """Pagefind drops a page that has no text."""
    small = SmallSite(tmp_path)
    small.write("09ASTANA90001", cable_page(body=""))
    assert small.index().pages == 1
    assert len(list((tmp_path / "pagefind" / "0" / "fragment").iterdir())) == 1


def test_namesakes_stay_apart(tmp_path: Path) -> None:
    small = SmallSite(tmp_path)
    for number, slug in enumerate(("askar-brandt", "askar-brandt-2")):
        page = cable_page(cable_id=f"09ASTANA9100{number}", people=((slug, "Askar Brandt"),))
        small.write(f"09ASTANA9100{number}", page)
    small.index()
    people = read_call(tmp_path / "pagefind" / "people.js")
    assert people["values"] == ["askar-brandt", "askar-brandt-2"]
    assert people["names"] == ["Askar Brandt", "Askar Brandt"]


def test_a_site_without_cables_has_an_empty_search(tmp_path: Path) -> None:
    report = SmallSite(tmp_path).index()
    assert (report.pages, report.indexes) == (0, 0)
    assert read_call(tmp_path / "pagefind" / "search.js")["indexes"] == []


def test_where_a_host_limits_files_fragments_share_them(site: SmallSite) -> None:
    whole = site.index(SearchOptions(pages=4)).files
    fragments = {each.stem: gzip.decompress(each.read_bytes()) for each in site.folder.rglob("*.pf_fragment")}
    report = site.index(SearchOptions(pages=4, host_files=whole - 2))
    assert report.files <= whole - 2
    assert not report.problems
    assert not list(site.folder.rglob("*.pf_fragment"))
    indexes = read_call(site.folder / "pagefind" / "search.js")["indexes"]
    held: dict[str, bytes] = {}
    for index in indexes:
        folder = site.folder / "pagefind" / index["name"] / "fragment"
        for number in range(index["packs"]):
            pack = json.loads((folder / f"{number}.json").read_text(encoding="utf-8"))
            assert all(pack_of(name, index["packs"]) == number for name in pack)
            held |= {name: text.encode() for name, text in pack.items()}
    assert held == fragments


def test_where_packs_would_not_do_each_fragment_keeps_its_file(site: SmallSite) -> None:
    site.index(SearchOptions(host_files=10))
    assert len(list(site.folder.rglob("*.pf_fragment"))) == 7


def test_too_many_files_for_a_host_is_said(site: SmallSite) -> None:
    (problem,) = site.index(SearchOptions(host_files=10)).problems
    assert problem.code == "many-files"
    assert "10 at most" in problem.message
    assert not site.index().problems


def test_a_failing_engine_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match="search: Pagefind failed: ") as failed:
        run_engine([(tmp_path / "absent", tmp_path / "out")], SearchOptions())
    assert "\n" not in str(failed.value)


def test_words_that_most_cables_have_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser passes them over where it looks for cables that have most of the words."""
    monkeypatch.setattr("generator.publish.search.fragments.FREQUENT", 2)
    small = SmallSite(tmp_path)
    for number in range(4):
        rare, party = ("sturgeon", "party") if number % 2 else ("Harvest", "parties")
        body = f"<p>Harvest {party} about {rare}.</p>"
        page = cable_page(cable_id=f"09ASTANA9000{number}", body=body)
        small.write(f"09ASTANA9000{number}", page)
    small.index()
    common = read_call(tmp_path / "pagefind" / "search.js")["common"]
    assert {"harvest", "party"} <= set(common)
    assert "sturgeon" not in common
