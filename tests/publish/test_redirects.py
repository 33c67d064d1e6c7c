"""A former address goes on leading to the page."""

from pathlib import Path

from generator.publish.redirects import write_redirects
from generator.wording import words_in


def page(site: Path, address: str) -> Path:
    path = site / address / "index.html"
    path.parent.mkdir(parents=True)
    path.write_text("a page", encoding="utf-8")
    return path


def test_a_former_address_leads_to_the_present_one(tmp_path: Path) -> None:
    page(tmp_path, "people/yevgeniy-zhovtis")
    assert (
        write_redirects(tmp_path, {"people/yevgeny-zhovtis": "people/yevgeniy-zhovtis"}, words_in("en")) == 1
    )
    text = (tmp_path / "people/yevgeny-zhovtis/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../yevgeniy-zhovtis/"' in text
    assert 'href="../yevgeniy-zhovtis/"' in text


def test_from_disk_a_former_file_leads_to_the_present_one(tmp_path: Path) -> None:
    for name in ("cables/2009/02/09ROME1.html", "people/yevgeniy-zhovtis.html"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("a page", encoding="utf-8")
    moved = {
        "people/yevgeny-zhovtis": "people/yevgeniy-zhovtis",
        "cables/2008/12/09ROME1": "cables/2009/02/09ROME1",
        "people/old": "people/gone",
    }
    assert write_redirects(tmp_path, moved, words_in("en"), from_disk=True) == 2
    former = (tmp_path / "people/yevgeny-zhovtis.html").read_text(encoding="utf-8")
    assert 'content="0; url=yevgeniy-zhovtis.html"' in former
    month = (tmp_path / "cables/2008/12/09ROME1.html").read_text(encoding="utf-8")
    assert 'href="../../2009/02/09ROME1.html"' in month


def test_a_page_is_never_replaced_and_nothing_leads_nowhere(tmp_path: Path) -> None:
    taken = page(tmp_path, "people/timur-ali")
    page(tmp_path, "people/timur-b-ali")
    moved = {"people/timur-ali": "people/timur-b-ali", "people/old": "people/gone"}
    assert write_redirects(tmp_path, moved, words_in("en")) == 0
    assert taken.read_text(encoding="utf-8") == "a page"
    assert not (tmp_path / "people/old").exists()
