"""Who signed a post's cables, and when."""

import re
from dataclasses import replace
from datetime import UTC, datetime

from generator.model import Cable
from generator.pages.signers import signers
from support.record import gathered, named, record, site_of


def signed(number: int, year: int, signature: str | None, *people: str) -> Cable:
    made = record(f"{year % 100:02}LIMA{number}", post="Lima", date=datetime(year, 3, 1, tzinfo=UTC))
    for person in people:
        made = named(made, person, person.lower().replace(" ", "-"))
    return replace(made, signed_by=signature)


def of(*cables: Cable) -> list[tuple[str, str | None, int]]:
    whole = gathered(*cables)
    found = signers(whole, tuple(whole.entries.values()))
    return [(signer.name, signer.slug, len(signer.entries)) for signer in found]


def test_a_signature_counts_for_the_person_of_that_surname() -> None:
    found = of(
        signed(1, 2003, "ROE", "Ann Roe"),
        signed(2, 2004, "ROE"),
        signed(3, 2001, "POE", "Ann Roe"),
        signed(4, 2002, None, "Ann Roe"),
    )
    assert found == [("POE", None, 1), ("Ann Roe", "ann-roe", 2)]


def test_two_of_one_surname_are_told_apart_where_a_cable_names_one() -> None:
    found = of(signed(1, 2003, "ROE", "Ann Roe"), signed(2, 2004, "ROE", "Bob Roe"), signed(3, 2005, "ROE"))
    assert found == [("Ann Roe", "ann-roe", 1), ("Bob Roe", "bob-roe", 1), ("ROE", None, 1)]


def test_a_page_of_a_post_shows_them_in_order_with_a_bar_each() -> None:
    cables = [
        signed(1, 2001, "POE"),
        signed(2, 2003, "POE"),
        signed(3, 2003, "ROE", "Ann Roe"),
        signed(4, 2009, "ROE"),
    ]
    text = site_of(*cables)["posts/lima.md"].content.decode()
    section = text[text.index("{: #signers }") : text.index("{: #list }")]
    assert re.findall(r"^- (.*)$", section, re.MULTILINE) == [
        "<b>POE</b> 2 \u00b7 2001\u20132003",
        "[Ann Roe](../people/ann-roe.md) 2 \u00b7 2003\u20132009",
    ]
    assert re.findall(r"M(\d+) \d+h(\d+)", section) == [("0", "26"), ("24", "76")]


def test_one_signer_is_no_order_of_time() -> None:
    text = site_of(signed(1, 2001, "POE"), signed(2, 2003, "POE"))["posts/lima.md"].content.decode()
    assert "#signers" not in text
