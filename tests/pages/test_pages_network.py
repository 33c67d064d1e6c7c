"""What is connected with what, around a cable and around a person."""

import gzip
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from selectolax.lexbor import LexborHTMLParser

from generator.model import Cable
from generator.pages.network import LOW, MOST_CITING, TALL, WIDTH
from support.record import citing, named, record, site_of
from support.rendering import converted

START = datetime(2009, 2, 1, tzinfo=UTC)
PATH = "cables/2009/02/09ASTANA90001.md"


def cable(number: int, *cites: int) -> Cable:
    made = record(
        f"09ASTANA{number}",
        "Text.",
        subject=f"SUBJECT {number}",
        date=START + timedelta(hours=number - 90_000),
    )
    for cited in cites:
        made = citing(made, f"ASTANA {cited}", f"09ASTANA{cited}")
    return made


def figure(path: str, *cables: Cable) -> LexborHTMLParser | None:
    """What a page has of it."""
    text = site_of(*cables)[path].content.decode()
    found = LexborHTMLParser(converted(text.split("---\n", 2)[2])).css_first(".cp-network")
    return None if found is None else LexborHTMLParser(found.html or "")


def rows(found: LexborHTMLParser) -> list[str]:
    return [(node.css_first("a, strong") or node).text().strip() for node in found.css("li")]


def joined(found: LexborHTMLParser, style: str, height: int) -> list[tuple[int, int]]:
    """Rows that the arcs of a style join, by number."""
    drawn = "".join(str(path.attributes["d"]) for path in found.css(f"path.cp-{style}"))
    arcs = re.findall(rf"M{WIDTH - 6} (\d+)a\d+ \d+ 0 0 0 0 (\d+)", drawn)
    assert drawn.count("M") == len(arcs)
    return sorted(
        ((int(start) - height // 2) // height, (int(start) + int(down) - height // 2) // height)
        for start, down in arcs
    )


def test_around_a_cable_stand_in_order_of_time_what_it_cites_and_what_cites_it() -> None:
    found = figure(
        PATH, cable(90_000), cable(90_001, 90_000), cable(90_003, 90_001, 90_002), cable(90_002, 90_001)
    )
    assert found is not None
    assert rows(found) == ["Subject 90000", "This cable", "Subject 90002", "Subject 90003"]
    assert joined(found, "cites", TALL) == [(0, 1), (1, 2), (1, 3), (2, 3)]
    assert len(found.css("circle")) == 4


def test_a_dotted_arc_joins_cables_that_name_the_same_people() -> None:
    around = [named(cable(number), "Askar Roe", "askar-roe") for number in (90_004, 90_005)]
    own = named(cable(90_001, 90_000), "Askar Roe", "askar-roe")
    cited = (cable(90_000), cable(90_002, 90_001))
    found = figure(PATH, *cited, own, *around, *(cable(number) for number in range(90_010, 90_040)))
    assert found is not None
    assert rows(found) == ["Subject 90000", "This cable", *(f"Subject {90_000 + at}" for at in (2, 4, 5))]
    assert joined(found, "cites", TALL) == [(0, 1), (1, 2)]
    assert joined(found, "shares", TALL) == [(1, 3), (1, 4)]
    assert figure(PATH, cable(90_000), own, *around) is None, (
        "one citation: the list of related cables says it"
    )


def test_two_connections_make_no_figure() -> None:
    assert figure(PATH, cable(90_000), cable(90_001, 90_000), cable(90_002, 90_001)) is None


def test_a_figure_is_small_whatever_cites_the_cable() -> None:
    many = [cable(90_000), cable(90_001, 90_000), *(cable(90_002 + number, 90_001) for number in range(40))]
    text = site_of(*many)[PATH].content
    start, end = text.index(b"{: #network }"), text.index(b"{: #cite }")
    assert text.count(b"<circle", start, end) == MOST_CITING + 1
    assert len(gzip.compress(text)) - len(gzip.compress(text[:start] + text[end:])) < 1000


def group(number: int, *people: str) -> Cable:
    made = cable(number)
    for person in people:
        made = named(made, person, person.lower().replace(" ", "-"))
    return made


def test_around_a_person_an_arc_joins_those_whom_several_cables_name_together() -> None:
    path = "people/ann-roe.md"
    four = ("Ann Roe", "Bob Roe", "Cid Roe", "Dan Roe")
    twice = [group(90_001, *four), group(90_002, *four), group(90_003, "Ann Roe", "Dan Roe", "Eve Roe")]
    found = figure(path, *twice)
    assert found is not None
    assert rows(found) == ["Dan Roe", "Bob Roe", "Cid Roe", "Eve Roe"]
    assert joined(found, "often", LOW) == [(0, 1), (0, 2), (1, 2)]
    assert figure(path, twice[0], twice[2]) is None
    listed = site_of(twice[0], twice[2])[path].content.decode()
    assert "Named together with\n:   [Dan Roe](../people/dan-roe.md) (2), [Bob Roe]" in listed


def test_an_undated_cable_finds_its_row() -> None:
    undated = replace(cable(90_009, 90_001), date=None, date_precision=None)
    found = figure(PATH, cable(90_000), cable(90_001, 90_000), cable(90_002, 90_001), undated)
    assert found is not None
    assert rows(found) == ["Subject 90000", "This cable", "Subject 90002", "Subject 90009"]
