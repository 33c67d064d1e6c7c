"""The map of posts: every post in its place and in the list, none on top of another where it is crowded."""

import gzip
import math
import re
from itertools import combinations

import pytest

from generator.model import Cable
from generator.pages.post_map import CROWDED, labels, marks
from generator.tables import Region, positions, regions
from support.record import record, site_of

EVERYWHERE = {post: 1 + (place * 37) % 900 for place, post in enumerate(sorted(positions()))}
"""Every post that stands somewhere, some with many cables."""
WORLD, *NEAR = regions()


def cables(*posts: str) -> list[Cable]:
    return [record(f"06ASTANA{number}", post=post) for number, post in enumerate(posts, start=90_000)]


def page(*posts: str) -> str:
    return site_of(*cables(*posts))["posts/map.md"].content.decode()


def drawn(text: str) -> list[str]:
    return re.findall(r"\[<title>([^:]*):", text)


def test_a_post_is_on_the_map_and_in_the_list() -> None:
    text = page("Astana", "Lima", "Lima", "Secretary's delegation")
    assert drawn(text) == ["Lima", "Astana"]
    assert "<title>Lima: 2 cables</title>" in text
    assert text.count("](../posts/lima.md)") == 2
    listed = text.split("Not on the map")
    assert "- [Astana](../posts/astana.md)" in listed[0]
    assert "- [Secretary's delegation]" in listed[1].replace("&#39;", "'")


def test_where_posts_stand_close_together_a_larger_map_follows() -> None:
    crowd = ("Brussels", "USNATO", "Paris", "Bern", "Bonn", "London")
    assert len(crowd) > CROWDED
    text = page(*crowd, "Lima")
    assert "## Europe" in text
    assert sorted(drawn(text)) == sorted([*crowd * 2, "Lima"])
    assert text.count("\n- [USNATO]") == 1
    assert "## Europe" not in page(*crowd[: CROWDED - 1])


def test_a_narrow_page_begins_where_most_cables_are() -> None:
    """Lima has the most of one post, Europe the most of half a map."""
    (begin,) = re.findall(r'class="cp-map cp-v-(\d+)"', page("Lima", "Lima", "Rome", "Warsaw", "Nairobi"))
    west, east = (WORLD.at(latitude=0, longitude=longitude)[0] for longitude in (10, 40))
    assert west < int(begin) / 100 * WORLD.width < east


def test_posts_that_stand_nowhere_make_no_map() -> None:
    pages = site_of(*cables("Secretary's delegation", "Atlantis"))
    assert "posts/map.md" not in pages
    assert b"map.md" not in pages["posts/index.md"].content


def test_a_post_by_the_name_of_map_keeps_off_its_address() -> None:
    pages = site_of(*cables("Map", "Lima"))
    assert "posts/map-.md" in pages
    assert b"Lima" in pages["posts/map.md"].content


def test_the_world_shows_every_post() -> None:
    assert {mark.post for mark in marks(WORLD, EVERYWHERE)} == set(EVERYWHERE)


@pytest.mark.parametrize("region", NEAR, ids=lambda region: region.name)
def test_no_circle_of_a_region_covers_another(region: Region) -> None:
    marked = marks(region, EVERYWHERE)
    assert len(marked) > CROWDED
    for one, other in combinations(marked, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) >= one.radius + other.radius - 0.5, (one, other)


@pytest.mark.parametrize("region", regions(), ids=lambda region: region.name)
def test_a_name_covers_neither_a_name_nor_a_circle(region: Region) -> None:
    marked = marks(region, EVERYWHERE)
    named = labels(marked, region)
    assert len(named) > 20
    for (_, one), (_, other) in combinations(named.items(), 2):
        assert apart(one.box, other.box)
    for mark in marked:
        circle = (mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius)
        assert all(apart(circle, label.box) for post, label in named.items() if post != mark.post)


def apart(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


def test_the_page_of_all_posts_is_no_heavier_than_a_list() -> None:
    text = page(*sorted(EVERYWHERE)).encode()
    assert len(text) < 150_000
    assert len(gzip.compress(text)) < 40_000
