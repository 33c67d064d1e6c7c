"""Pages link both ways, and the people of the samples are brought together."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
import yaml

from support.sample import SampleSite

LINK = re.compile(r"\]\((?P<target>[^)\s#]+\.md)(?:#(?P<anchor>[^)\s]+))?\)")
"""A Markdown link to another page, as the templates write it."""
YEARS = re.compile(r"dates/\d{4}\.md")
"""Pages of years list cables that link to their months."""
INDEXES = ("tags", "people", "dates", "posts", "countries", "classification", "references")


@cache
def page(docs: Path, path: str) -> str:
    return (docs / path).read_text(encoding="utf-8")


def targets(docs: Path, path: str) -> set[str]:
    """Every page that this one links to."""
    found = (match["target"] for match in LINK.finditer(page(docs, path)))
    return {normpath(join(dirname(path), target)) for target in found}


def paths(docs: Path, folder: str) -> Iterator[str]:
    yield from sorted(path.relative_to(docs).as_posix() for path in (docs / folder).rglob("*.md"))


def named_in(docs: Path, slug: str) -> set[str]:
    """Ids of the cables that a person's page lists."""
    return {Path(path).stem for path in targets(docs, f"people/{slug}.md") if path.startswith("cables/")}


@pytest.mark.parametrize("index", INDEXES)
def test_what_lists_a_cable_is_linked_from_it(sample_site: SampleSite, index: str) -> None:
    docs = sample_site.docs
    one_way = [
        f"{path} lists {cable}, which does not link back"
        for path in paths(docs, index)
        if not path.endswith("index.md") and not YEARS.fullmatch(path)
        for cable in targets(docs, path)
        if cable.startswith("cables/") and path not in targets(docs, cable)
    ]
    assert one_way == []


@pytest.mark.parametrize("index", INDEXES)
def test_what_a_cable_links_to_lists_it(sample_site: SampleSite, index: str) -> None:
    docs = sample_site.docs
    linked = {(cable, path) for cable in paths(docs, "cables") for path in targets(docs, cable)}
    mine = {(cable, path) for cable, path in linked if path.startswith(f"{index}/")}
    assert mine, f"no cable links to {index}/"
    assert [f"{path} does not list {cable}" for cable, path in mine if cable not in targets(docs, path)] == []


@pytest.mark.parametrize("index", INDEXES)
def test_every_page_of_an_index_is_reached_from_its_start(sample_site: SampleSite, index: str) -> None:
    docs = sample_site.docs
    reached, ahead = set[str](), [f"{index}/index.md"]
    while ahead:
        path = ahead.pop()
        if path not in reached:
            reached.add(path)
            ahead.extend(target for target in targets(docs, path) if target.startswith(f"{index}/"))
    assert set(paths(docs, index)) - reached == set()


@pytest.mark.parametrize(
    ("slug", "cables"),
    [
        ("yevgeniy-zhovtis", {"10ASTANA275", "09ASTANA1182"}),
        ("zagipa-baliyeva", {"06ASTANA38", "09ASTANA308"}),
        ("richard-e-hoagland", {"09ASTANA308", "09ASTANA436", "09ASTANA1182", "10ASTANA275"}),
        ("nursultan-nazarbayev", {"06ASTANA38", "09ASTANA308", "09ASTANA1182", "10ASTANA275"}),
    ],
)
def test_a_person_has_one_page_with_all_their_cables(
    sample_site: SampleSite, slug: str, cables: set[str]
) -> None:
    docs = sample_site.docs
    assert named_in(docs, slug) == cables
    surname = slug.rpartition("-")[2]
    of_the_name = [path for path in paths(docs, "people") if surname in path.removesuffix(".md").split("-")]
    assert of_the_name == [f"people/{slug}.md"]


def test_a_second_spelling_leads_to_the_same_person(sample_site: SampleSite) -> None:
    text = page(sample_site.docs, "people/yevgeniy-zhovtis.md")
    assert "Yevgeny Zhovtis" in yaml.safe_load(text.split("---\n")[1])["person"]["variants"]


def test_a_cable_cited_but_not_held_names_who_cites_it(sample_site: SampleSite) -> None:
    docs = sample_site.docs
    cited = {"06ALMATY1450": "06ASTANA38", "06ASTANA33": "06ASTANA38", "10ASTANA272": "10ASTANA275"}
    listed = "\n".join(page(docs, path) for path in paths(docs, "references"))
    for absent, by in cited.items():
        assert absent in listed
        assert f"/{by}.md" in listed
