"""A record changed anywhere is refused with its line, or every page of it can be made."""

import copy
import json
import re
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import catalogue, links
from generator.export import public_record
from generator.model import Cable, dump_cable
from generator.pages import cable_pages, home_page, index_pages, person_pages
from generator.parse import problems
from generator.people.protect import protect, report, shown_persons
from generator.people.resolve import context_of, resolve
from generator.pipeline.records import understand
from generator.settle import settle
from support.commands import SAMPLES
from support.invented import invent, telegram
from support.reading import read_source, read_text
from support.record import SITE

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None

RECORDS: tuple[Json, ...] = tuple(
    json.loads(dump_cable(understand(read_source(text))))
    for text in (telegram(invent(1)), (SAMPLES / "06ASTANA38.txt").read_text(encoding="utf-8"))
)
ODD: tuple[Json, ...] = (
    None, -1, 0, 1, 7, 10**9, 1.5, True, "", " ", "\n", "\x00\x1b[2J", "../../x", "/etc/passwd", "a" * 5_000,
    "\uff13", "\u017fummary", "\u0669", "\u202e", "{: onclick=x }", "<b>", "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z", "2009-02-20T09:29:00Z", "09ASTANA308", "PGOV", "con", "-", "summary", "notice",
    [], {}, ["x"] * 50,
)  # fmt: skip


def places(value: Json, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every value inside another."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield (*path, key)
        yield from places(each, (*path, key))


PLACES = tuple(tuple(places(record)) for record in RECORDS)


@st.composite
def forged(draw: st.DrawFn) -> str:
    """A real record with up to three values changed, left out, doubled or put elsewhere."""
    which = draw(st.integers(0, len(RECORDS) - 1))
    record = copy.deepcopy(RECORDS[which])
    for path in draw(st.lists(st.sampled_from(PLACES[which]), min_size=1, max_size=3)):
        change(
            record, path, draw(st.sampled_from(("set", "set", "drop", "double"))), draw(st.sampled_from(ODD))
        )
    return json.dumps(record)


def change(record: Json, path: tuple[str | int, ...], how: str, value: Json) -> None:
    """Change one value; nothing where an earlier change has taken it away."""
    *way, last = path
    try:
        for key in way:
            record = record[key]  # type: ignore[index]
        old = record[last]  # type: ignore[index]
    except (LookupError, TypeError):
        return
    if how == "drop":
        del record[last]  # type: ignore[union-attr,arg-type]
    elif how == "double" and isinstance(record, list):
        record.append(copy.deepcopy(old))
    else:
        record[last] = value  # type: ignore[index]


@given(forged())
@settings(max_examples=300, deadline=None, derandomize=True)
def test_a_forged_record_is_refused_or_published(line: str) -> None:
    cables, refused = read_text(f"{json.dumps(RECORDS[0])}\n{line}\n", "a.jsonl")
    assert len(cables) + len(refused) == 2
    assert all((problem.path, problem.line) == ("a.jsonl", 2) for problem in refused)
    for cable in cables[1:]:
        assert isinstance(cable, Cable)
        publish(cable)


def publish(cable: Cable) -> None:
    """Everything that a build makes of a corpus of one cable."""
    assert all(len(f"{problem}".splitlines()) == 1 for problem in problems(cable))
    people = resolve([context_of(cable)])
    protection = protect(people, policy="mask", mask=["Rashid Tusupbekov"])
    report(people, protection)
    published = settle(cable, people, protection).published
    found = catalogue([published.entry], shown_persons(people, protection))
    linked = links(found, cable.key, related_limit=5, people_page_min=1)
    outputs = [
        *cable_pages(published, linked, SITE),
        *person_pages(found, SITE, lambda _: published.namings, found.people),
        *index_pages(found, SITE, lambda _: published.namings),
        home_page(found, SITE, ""),
    ]
    assert public_record(published)
    assert all(re.fullmatch(r"[A-Za-z0-9./-]+", output.path) for output in outputs)
    assert all(len(part) < 256 for output in outputs for part in output.path.split("/"))
