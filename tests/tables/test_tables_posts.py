"""From what telegrams print to the sender as the published index words it."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.tables import (
    PostInfo,
    PostKind,
    is_post,
    places,
    positions,
    post_from_line,
    post_from_mrn,
    post_from_route,
    trailing_post,
)
from generator.tables.lines import KINDS, read_line
from generator.tables.posts import post_rows
from support.golden import Case, cases


def origin(info: PostInfo | None) -> str:
    return info.origin if info else "-"


@pytest.mark.parametrize("case", cases("tables"), ids=str)
def test_from_lines(case: Case) -> None:
    origins = [origin(post_from_line(line, 2008)) for line in case.given.split("\n")]
    assert "\n".join(origins) == case.expected


@pytest.mark.parametrize(
    ("post", "year", "expected"),
    [
        ("SAOPAULO", 2008, "Consulate Sao Paulo"),
        ("SAO PAULO", 2008, "Consulate Sao Paulo"),
        ("RIO DE JAN", 2008, "Consulate Rio De Janeiro"),
        ("STATE", 2009, "Secretary of State"),
        ("USNATO", 2009, "Mission USNATO"),
        ("UNVIEVIENNA", 2009, "UNVIE"),
        ("USUN", 2009, "USUN New York"),
        ("PARTO", 2006, "US Delegation, Secretary"),
        ("EFTOLONDON", 2009, "Embassy London"),
        ("KIEV", 2005, "Embassy Kyiv"),
        ("BANDAR SER", 2008, "Embassy Bandar Seri Begawan"),
        ("VATICA", 2001, "Embassy Vatican"),
        ("ADDIS ABAB", 2009, "Embassy Addis Ababa"),
        ("TEGUCIGALAP", 2009, "Embassy Tegucigalpa"),
        ("SECTION02OF03QRIPOLI", 2009, "Embassy Tripoli"),
        ("ALMATY", 1999, "Embassy Almaty"),
        ("ALMATY", 2010, "Consulate Almaty"),
        ("RIODEJANEIRO", 1969, "Embassy Rio De Janeiro"),
        ("NOWHERE", 2008, "-"),
        ("", 2008, "-"),
    ],
)
def test_the_number_alone_tells_the_sender(post: str, year: int, expected: str) -> None:
    assert origin(post_from_mrn(post, year)) == expected


def test_a_name_near_two_posts_is_not_guessed() -> None:
    assert post_from_mrn("RANAMA") is None


@pytest.mark.parametrize(
    ("printed", "mrn"),
    [
        ("RIO DE JAN", "RIODEJANEIRO"),
        ("USUN", "USUNNEWYORK"),
        ("KIEV", "KIEV"),
        ("KYIV", "KYIV"),
        ("SECTO", "SECTO"),
        ("PEKING", "PEKING"),
    ],
)
def test_the_canonical_number_keeps_what_was_in_use(printed: str, mrn: str) -> None:
    found = post_from_mrn(printed)
    assert found is not None
    assert found.mrn == mrn


@pytest.mark.parametrize(
    ("text", "before", "mrn"),
    [
        ("PORT AU PRINCE", "", "PORTAUPRINCE"),
        ("SEE PARA 4 OF THE HAGUE", "SEE PARA 4 OF", "THEHAGUE"),
        ("AND AMEMBASSY TOKYO", "AND", "TOKYO"),
        ("MEXICO D F", "", "MEXICO"),
        ("BUENOS AIR", "", "BUENOSAIRES"),
        ("09 SAN JOSE", "09", "SANJOSE"),
        ("A.BOGOTA", "A.", "BOGOTA"),
        ("REF: ST. PETERSBURG", "REF:", "STPETERSBURG"),
        ("USEU BRUSSELS", "", "BRUSSELS"),
        ("E-MAIL; US EMBASSY BUENOS AIRES", "E-MAIL;", "BUENOSAIRES"),
    ],
)
def test_the_post_at_the_end_of_a_reference(text: str, before: str, mrn: str) -> None:
    found = trailing_post(text)
    assert found is not None
    assert (found[0], found[1].mrn) == (before, mrn)


def test_words_that_are_no_post() -> None:
    assert trailing_post("E-MAIL OF MAY") is None
    words = (
        "MAY",
        "SECRET",
        "CONFIDENTIAL",
        "UNCLAS",
        "FOREIGN",
        "SECTION",
        "GEORGE",
        "MARTIN",
        "DEPARTMENT",
    )
    assert [word for word in words if is_post(word)] == []
    assert is_post("TEL AVIV")


def test_a_routing_indicator_tells_the_sender() -> None:
    assert origin(post_from_route("RUEHTA")) == "Embassy Astana"
    assert post_from_route("RUXXXX") is None


def test_the_routing_indicator_helps_where_the_line_is_damaged() -> None:
    assert origin(post_from_line("AMEMBASSY DJYBYUTI", 2008)) == "Embassy Djybyuti"
    assert origin(post_from_line("AMEMBASSY DJYBYUTI", 2008, route="RUEHDJ")) == "Embassy Djibouti"
    assert origin(post_from_line("AMEMBASSY ROME", 2008, route="RUEHDJ")) == "Embassy Rome"


def test_every_row_of_the_table_is_sound() -> None:
    names = {place.name for place in places().values() if not place.region}
    for row in post_rows():
        assert row.kind in get_args(PostKind), row
        assert row.since <= row.until, row
        assert row.country is None or row.country in names, row
        assert all(name.isalpha() and name.isupper() for name in (*row.mrns, *row.spellings)), row


def test_every_kind_of_post_has_an_example_that_its_pattern_reads() -> None:
    assert [read_line(example)[0] for _, _, example in KINDS] == [kind for kind, _, _ in KINDS]


def test_every_id_and_every_route_lead_back_to_their_post() -> None:
    for row in post_rows():
        year = row.since or min(row.until, 2008)
        for mrn in row.mrns:
            found = post_from_mrn(mrn, year)
            assert found is not None
            assert found.mrn == mrn


@given(st.text(max_size=40))
def test_any_line_is_answered(text: str) -> None:
    for found in (post_from_line(text), post_from_mrn(text)):
        assert found is None or found.mrn.isascii()
    trailing_post(text)


def test_a_post_stands_in_one_place_of_the_earth() -> None:
    known = {row.post for row in post_rows()}
    assert set(positions()) <= known
    assert len(positions()) > len(known) - 5
    assert all(abs(latitude) <= 90 and abs(longitude) <= 180 for latitude, longitude in positions().values())
