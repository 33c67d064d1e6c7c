"""The sitemap of a large site."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.publish import sitemap

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def written(site: Path, pages: int) -> list[str]:
    addresses = [f"https://cables.example.org/a&amp;b/{number}/" for number in range(pages)]
    lines = "".join(f"\n  <url><loc>{address}</loc></url>" for address in addresses)
    (site / "sitemap.xml").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{NAMESPACE[1:-1]}">{lines}\n</urlset>'
    )
    (site / "sitemap.xml.gz").write_bytes(b"x")
    return [address.replace("&amp;", "&") for address in addresses]


def places(file: Path) -> list[str]:
    return [element.text or "" for element in ET.parse(file).iter(f"{NAMESPACE}loc")]


def test_one_that_is_not_too_long_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST", 3)
    addresses = written(tmp_path, 3)
    sitemap.part_sitemap(tmp_path, "https://cables.example.org/")
    assert places(tmp_path / "sitemap.xml") == addresses
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sitemap.xml", "sitemap.xml.gz"]


def test_a_longer_one_becomes_an_index_of_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST", 3)
    addresses = written(tmp_path, 7)
    sitemap.part_sitemap(tmp_path, "https://cables.example.org/")
    parts = places(tmp_path / "sitemap.xml")
    assert parts == [f"https://cables.example.org/sitemap-{number}.xml" for number in (1, 2, 3)]
    found = [place for part in parts for place in places(tmp_path / part.rpartition("/")[2])]
    assert found == addresses
    assert not (tmp_path / "sitemap.xml.gz").exists()
