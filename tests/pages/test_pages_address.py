"""Addresses: stable, and made of nothing that a cable could misuse."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import AbsentPlace
from generator.pages import address
from generator.settle import Entry
from support.record import entry, record

NAMES = st.one_of(
    st.text(max_size=40), st.sampled_from(["../..", "/etc", "CON", "a/b", "nul", ".", "\x00", "Ünye"])
)


def cable(cable_id: str | None, date: datetime | None) -> Entry:
    return entry(record(cable_id, date=date))


def test_addresses_are_those_of_the_design() -> None:
    sent = cable("09ASTANA90001", datetime(2009, 2, 20, tzinfo=UTC))
    assert address.page(address.cable(sent)) == "cables/2009/02/09ASTANA90001/"
    assert address.original(sent) == "cables/2009/02/09ASTANA90001.txt"
    assert address.cable(cable("09ASTANA90001", None)) == "cables/undated/09ASTANA90001.md"
    assert address.cable(cable(None, None)) == f"cables/undated/unidentified-{'ab' * 6}.md"
    assert address.tag("PGOV") == "tags/PGOV.md"
    assert address.person("rashid-tusupbekov") == "people/rashid-tusupbekov.md"
    assert address.page(address.month(2009, 2)) == "dates/2009/02/"
    assert address.page(address.year(2009)) == "dates/2009/"
    assert address.post("Buenos Aires") == "posts/buenos-aires.md"
    assert address.classification("SECRET//NOFORN") == "classification/secret-noforn.md"
    place = AbsentPlace(post="ALMATY", year=None, page=1)
    assert address.absent("06ALMATY90001", place) == "references/almaty.md#cable-06ALMATY90001"
    assert address.citations(replace(place, year=2006, page=2)) == "references/almaty/2006/page-2.md"
    assert address.page(address.HOME) == ""


def test_a_list_and_its_parts_share_a_folder() -> None:
    assert address.part("tags/PGOV.md", ()) == "tags/PGOV.md"
    assert address.part("tags/PGOV.md", (2009,)) == "tags/PGOV/2009.md"
    assert address.part("tags/PGOV.md", (2009, 2, 3)) == "tags/PGOV/2009/02/03.md"
    assert address.part("tags/PGOV.md", (2009, 0), page=3) == "tags/PGOV/2009/undated/page-3.md"
    assert address.part(address.DATES, (0,)) == address.undated() == "dates/undated.md"


@pytest.mark.parametrize("key", ["../../index", "09ASTANA0", "x", "09astana1", "09ASTANA1\n"])
def test_only_keys_become_file_names(key: str) -> None:
    with pytest.raises(ValueError, match="no key"):
        address.cable(cable(key, None))


@pytest.mark.parametrize("slug", ["../x", "A", "", "a--b", "a/b", "a\n"])
def test_only_slugs_become_file_names(slug: str) -> None:
    with pytest.raises(ValueError, match="no slug"):
        address.person(slug)


@pytest.mark.parametrize("code", ["pgov", "P GOV", "", "../X", "OVIP (CLINTON)", "A" * 30])
def test_what_is_no_code_has_no_page(code: str) -> None:
    assert address.tag(code) is None


@given(NAMES)
def test_any_name_of_a_post_stays_in_its_folder(name: str) -> None:
    folder, file = address.post(name).split("/")
    assert folder == "posts"
    assert file.isascii()
    assert file.removesuffix(".md").replace("-", "").isalnum()


@pytest.mark.parametrize("name", ["CON", "nul", "COM1", "Index"])
def test_no_file_has_a_name_that_windows_or_the_site_reserves(name: str) -> None:
    assert address.post(name).endswith("-.md")


def test_links_lead_by_way_of_the_root() -> None:
    here = "cables/2009/02/09ASTANA90001.md"
    assert address.relative(here, "tags/PGOV.md") == "../../../tags/PGOV.md"
    assert address.relative("index.md", "tags/PGOV.md") == "tags/PGOV.md"
    assert address.relative(here, f"{here}#para-2") == "#para-2"
