"""Feeds: read as a feed reader does, and held against what RFC 4287 demands."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest

from generator.model import Cable
from generator.pages.feeds import FEED_FROM, NEWEST
from support.record import SITE, named, record, site_of

ATOM = "{http://www.w3.org/2005/Atom}"
START = datetime(2006, 1, 1, tzinfo=UTC)


def cables(number: int, **changes: object) -> list[Cable]:
    return [
        named(
            record(f"06ASTANA{90_000 + n}", "Askar said so.", date=START + timedelta(days=n), **changes),
            "Askar",
            "askar",
        )
        for n in range(number)
    ]


def required(feed: ET.Element) -> None:
    """What RFC 4287, sections 4.1.1 and 4.1.2, demand of a feed and its entries."""
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1, name
        moment = element.findtext(f"{ATOM}updated") or ""
        assert datetime.strptime(moment, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        assert (element.findtext(f"{ATOM}id") or "").startswith("https://cables.example.org/")
        assert len(element.findall(f"{ATOM}link[@rel='alternate']")) == 1
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    ids = [element.text for element in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))


def test_lists_of_some_size_have_a_feed_of_their_newest_cables() -> None:
    pages = site_of(*cables(FEED_FROM + NEWEST))
    feeds = [path for path in pages if path.endswith("feed.xml")]
    assert feeds == [
        "dates/feed.xml",
        "tags/KZ/feed.xml",
        "tags/PGOV/feed.xml",
        "posts/astana/feed.xml",
        "countries/kazakhstan/feed.xml",
        "classification/confidential/feed.xml",
        "people/askar/feed.xml",
    ]
    for path in feeds:
        feed = ET.fromstring(pages[path].content)
        required(feed)
        assert len(feed.findall(f"{ATOM}entry")) == NEWEST
        assert feed.findtext(f"{ATOM}updated") == feed.findtext(f"{ATOM}entry/{ATOM}updated")
    newest = ET.fromstring(pages["people/askar/feed.xml"].content).findtext(f"{ATOM}entry/{ATOM}id")
    assert newest == f"https://cables.example.org/cables/2006/02/06ASTANA{90_000 + FEED_FROM + NEWEST - 1}/"
    assert "feed: people/askar/feed.xml\n" in pages["people/askar.md"].content.decode()
    assert "](../people/askar/feed.xml)" in pages["people/askar.md"].content.decode()


def test_a_small_list_has_none_and_the_collection_has_one() -> None:
    pages = site_of(*cables(FEED_FROM - 1))
    assert [path for path in pages if path.endswith("feed.xml")] == ["dates/feed.xml"]


@pytest.mark.parametrize("address", [None, ""])
def test_a_site_without_an_address_has_no_feed(address: str | None) -> None:
    pages = site_of(*cables(FEED_FROM), site=replace(SITE, site_url=address))
    assert not [path for path in pages if path.endswith("feed.xml")]
    assert b"feed" not in pages["tags/PGOV.md"].content


def test_hostile_text_stays_text_in_a_feed() -> None:
    text = "]]>&amp;<script>alert(1)</script>\x0b\x00\ufffe {{ 7 * 7 }}"
    hostile = cables(FEED_FROM, subject=text, origin=text, tags=("PGOV", '"><x y="'))
    pages = site_of(*hostile, site=replace(SITE, name=text))
    feed = ET.fromstring(pages["tags/PGOV/feed.xml"].content)
    required(feed)
    assert {element.tag for element in feed.iter()} == {
        f"{ATOM}{name}"
        for name in (
            *("feed", "title", "id", "link", "updated", "author", "name"),
            *("entry", "published", "category", "summary"),
        )
    }
    title = feed.findtext(f"{ATOM}entry/{ATOM}title")
    assert title == "]]>&amp;<script>alert(1)</script> \ufffd\ufffd {{ 7 * 7 }}".replace("> ", ">\ufffd")


def test_a_feed_leaves_out_what_has_no_day() -> None:
    undated = [record(f"06BERN{90_000 + n}", date=None) for n in range(FEED_FROM)]
    pages = site_of(*undated)
    assert not [path for path in pages if path.endswith("feed.xml")]
