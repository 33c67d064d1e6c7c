"""Records that the program wrote are read back as they were; forged ones are refused."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import (
    Addressee,
    Block,
    Cable,
    CableWarning,
    Citation,
    PersonFound,
    Provenance,
    Reference,
    Source,
    Span,
    Stated,
    dump_cable,
)
from generator.parse import parse
from generator.read.names import shown
from support.invented import invent, telegram
from support.layouts import as_gzip, as_zip
from support.reading import read_bytes, read_text

DIGEST = "0123456789abcdef" * 4
TEXT = st.text(max_size=20)
SPANS = st.sampled_from([Span(block=0, start=0, end=1), Span(block=0, start=2, end=5)])
"""Within the first block, which is never shorter."""
DATES = st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
CABLES = st.builds(
    Cable,
    id=st.sampled_from([None, "09ASTANA90308", "66BUENOSAIRES2481"]),
    subject=st.none() | TEXT,
    date=st.none() | DATES,
    classification=st.none() | TEXT,
    captions=st.lists(TEXT, max_size=2).map(tuple),
    action=st.lists(
        st.builds(Addressee, route=st.none() | TEXT, name=TEXT, precedence=st.none(), number=TEXT), max_size=2
    ).map(tuple),
    declassify_on=st.none() | st.dates(min_value=date(1966, 1, 1)),
    tags=st.lists(TEXT, max_size=3).map(tuple),
    references=st.lists(
        st.builds(Reference, label=st.none() | TEXT, text=TEXT, id=st.sampled_from([None, "08STATE5"])),
        max_size=2,
    ).map(tuple),
    blocks=st.lists(
        st.builds(
            Block,
            kind=st.sampled_from(["heading", "paragraph", "table"]),
            number=st.none() | st.integers(1, 999),
            text=TEXT,
        ),
        max_size=3,
    ).map(lambda blocks: (Block(kind="paragraph", text="Begins."), *blocks)),
    citations=st.lists(st.builds(Citation, span=SPANS, id=st.just("08STATE5")), max_size=2).map(tuple),
    people=st.lists(
        st.builds(
            PersonFound,
            name=TEXT.map("A {}".format),
            slug=st.sampled_from(["a", "rashid-tusupbekov"]),
            mentions=st.just(()),
            spans=st.tuples(SPANS),
        ),
        max_size=2,
    ).map(tuple),
    partial=st.booleans(),
    stated=st.builds(Stated, id=st.none() | TEXT, tags=st.lists(TEXT, max_size=2).map(tuple)),
    source=st.builds(
        Provenance,
        path=TEXT.map(shown),
        row=st.none() | st.integers(1, 10**6),
        layout=st.from_regex(r"[a-z]{1,9}(-[a-z]{1,9})?", fullmatch=True),
        sha256=st.just(DIGEST),
        original=TEXT,
    ),
    warnings=st.lists(
        st.builds(CableWarning, code=st.just("a-code"), message=TEXT, line=st.none() | st.integers(1, 9)),
        max_size=2,
    ).map(tuple),
)


def lines(*cables: Cable) -> bytes:
    """A file of these records."""
    return b"".join(dump_cable(cable) + b"\n" for cable in cables)


@given(st.lists(CABLES, min_size=1, max_size=4))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_what_is_written_is_read_back(cables: list[Cable]) -> None:
    for data in (lines(*cables), as_gzip(lines(*cables)), as_zip({"a": lines(*cables)})):
        assert read_bytes(data) == (cables, [])


SOURCE = {"path": "a", "row": None, "layout": "telegram", "sha256": DIGEST, "original": ""}
PERSON = {"name": "A B", "slug": "a-b", "mentions": []}


def record(**changes: object) -> str:
    """One line of a plain record, some keys changed."""
    cable = Cable(
        id="09ASTANA90308",
        subject=None,
        date=None,
        classification=None,
        references=(Reference(label=None, text="STATE 5", id="08STATE5"),),
        people=(PersonFound(name="A B", slug="a-b", mentions=()),),
        source=Provenance(path="a", layout="telegram", sha256=DIGEST),
    )
    return json.dumps(json.loads(dump_cable(cable)) | changes)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"id": "../../etc/passwd"}, "record-unsafe"),
        ({"id": "09astana308"}, "record-unsafe"),
        ({"references": [{"label": None, "text": "x", "id": "<script>"}]}, "record-unsafe"),
        ({"source": SOURCE | {"sha256": "../x"}}, "record-unsafe"),
        ({"people": [{"name": "A", "slug": "../a", "mentions": []}]}, "record-unsafe"),
        ({"date": "0001-01-01T00:00:00Z"}, "record-unsafe"),
        ({"date": "2009-02-20T09:29:00"}, "record-unsafe"),
        ({"date": "2009-02-20T09:29:00+05:00"}, "record-unsafe"),
        ({"id": "0٩ASTANA308"}, "record-unsafe"),
        ({"blocks": [{"kind": "list", "text": "", "number": -1}]}, "record-unsafe"),
        ({"blocks": [{"kind": "list", "text": "", "number": 10**9}]}, "record-unsafe"),
        ({"tags": ["PGOV"] * 30_000}, "record-unsafe"),
        ({"people": [PERSON | {"spans": [{"block": 7, "start": 0, "end": 1}]}]}, "record-unsafe"),
        ({"people": [PERSON | {"spans": [{"block": -1, "start": 0, "end": 1}]}]}, "record-unsafe"),
        ({"people": [PERSON | {"slug": "a" * 300}]}, "record-unsafe"),
        ({"people": [PERSON | {"name": " "}]}, "record-unsafe"),
        ({"citations": [{"span": {"block": 0, "start": 5, "end": 2}, "id": "08STATE5"}]}, "record-unsafe"),
        ({"source": SOURCE | {"path": "/etc/passwd"}}, "record-unsafe"),
        ({"source": SOURCE | {"path": "a/../../b"}}, "record-unsafe"),
        ({"source": SOURCE | {"row": 0}}, "record-unsafe"),
        ({"warnings": [{"code": "A B", "message": "", "line": None}]}, "record-unsafe"),
        ({"date": "yesterday"}, "record-unreadable"),
        ({"blocks": [{"kind": "script", "text": ""}]}, "record-unreadable"),
        ({"tags": None}, "record-unreadable"),
    ],
)
def test_a_forged_record_costs_itself_only(changes: dict[str, object], code: str) -> None:
    text = "\n".join([record(), record(**changes), record()]) + "\n"
    cables, problems = read_text(text, "a.jsonl")
    assert len(cables) == 2
    assert [(problem.path, problem.line, problem.code) for problem in problems] == [("a.jsonl", 2, code)]
    assert len(str(problems[0]).splitlines()) == 1


def test_lines_that_are_no_records_cost_a_line_each() -> None:
    text = "\n".join([record(), "", "not json", record()[:-30], record()])
    cables, problems = read_text(text)
    assert len(cables) == 2
    assert [(problem.line, problem.code) for problem in problems] == [
        (3, "record-unreadable"),
        (4, "record-unreadable"),
    ]


def test_what_the_parser_makes_of_a_cable_survives_the_round_trip() -> None:
    sources, _ = read_text(telegram(invent(7)))
    assert isinstance(sources[0], Source)
    cable = parse(sources[0])
    assert read_bytes(lines(cable)) == ([cable], [])
