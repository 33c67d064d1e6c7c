"""One telegram, every layout: the same words, what is stated kept apart, nothing of the layout left."""

import pytest

from generator.model import Source, Stated
from support.invented import InventedCable, invent, telegram
from support.layouts import (
    PARTIAL,
    SINGLE,
    as_csv,
    as_extract,
    as_html,
    as_markdown,
    as_plusd,
    as_text,
)
from support.reading import message_words, only_sources, read_bytes, read_source, read_text

CABLES = [invent(seed) for seed in range(12)]


@pytest.mark.parametrize("layout", SINGLE)
@pytest.mark.parametrize("cable", CABLES, ids=lambda cable: cable.id)
def test_a_telegram_has_the_same_words_in_every_layout(layout: str, cable: InventedCable) -> None:
    text = as_plusd(cable, twice=False) if layout == "plusd" else SINGLE[layout](cable)
    source = read_source(text)
    assert source.layout == layout
    assert message_words(source.text) == message_words(telegram(cable))
    assert source.original == text or layout == "viewer"


@pytest.mark.parametrize("doubled", [False, True], ids=["backslash", "doubled"])
@pytest.mark.parametrize("headings", [False, True], ids=["bare", "headings"])
def test_a_csv_row_has_the_same_words(*, doubled: bool, headings: bool) -> None:
    text = as_csv(CABLES, doubled=doubled, headings=headings)
    sources, problems = read_bytes(text.encode(), "cables.csv")
    assert problems == []
    assert [message_words(source.text) for source in only_sources(sources)] == [
        message_words(telegram(c)) for c in CABLES
    ]
    assert [source.row for source in only_sources(sources)] == [
        n + headings for n in range(1, len(CABLES) + 1)
    ]


@pytest.mark.parametrize("layout", ["plusd", "extract", "viewer"])
@pytest.mark.parametrize("cable", CABLES[:4], ids=lambda cable: cable.id)
def test_what_the_layout_states_is_kept(layout: str, cable: InventedCable) -> None:
    stated = read_source(SINGLE[layout](cable)).stated
    assert stated.id == cable.id
    assert stated.date == cable.sent.replace(second=0, microsecond=0)
    assert stated.classification == cable.classification
    assert stated.origin == cable.origin
    assert stated.subject == cable.subject
    assert set(stated.tags) == (set() if layout == "extract" else set(cable.tags))


@pytest.mark.parametrize("layout", ["telegram", "misread", "markdown"])
def test_a_layout_without_labels_states_nothing(layout: str) -> None:
    assert read_source(SINGLE[layout](CABLES[0])).stated == Stated()


@pytest.mark.parametrize("layout", ["telegram", "misread", "markdown", "plusd"])
def test_line_numbers_are_those_of_the_file(layout: str) -> None:
    source = read_source(SINGLE[layout](CABLES[1]))
    lines = source.original.split("\n")
    for number, line in enumerate(source.text.split("\n"), start=source.first_line):
        if "SUBJECT" in line or "SUMMARY" in line:
            assert line.split()[-1] in lines[number - 1].replace("\\", "")


def test_a_csv_row_states_its_columns() -> None:
    cable = next(cable for cable in CABLES if cable.references)
    source = read_source(as_csv([cable]))
    assert source.stated == Stated(
        id=cable.id,
        date=cable.sent,
        classification=cable.classification,
        origin=cable.origin,
        references=tuple(text.replace(" ", "") for text in cable.references),
    )


def with_notice(layout: str) -> str:
    """A cable with the site's remark where that layout has it."""
    cable = CABLES[2]
    body = telegram(cable).split("\n\n", 1)[1]
    if layout == "telegram":
        return f"{PARTIAL}\n\n{body}"
    if layout == "markdown":
        return f"\n\n{PARTIAL}\n\n#### {body}"
    if layout == "extract":
        return "\n".join(as_extract(cable).split("\n")[:5]) + f"\n{PARTIAL}{body}"
    if layout == "plusd":
        return as_plusd(cable).split("VZCZC")[0] + f"{PARTIAL}\n{body}"
    page = as_html(cable)
    start = page.index("<pre>") + len("<pre>")
    return page[:start] + PARTIAL + page[page.index("</pre>") :]


@pytest.mark.parametrize("layout", ["telegram", "markdown", "extract", "plusd", "viewer"])
def test_the_remark_on_partial_extracts_becomes_a_flag(layout: str) -> None:
    source = read_source(with_notice(layout))
    assert source.layout == layout
    assert source.partial
    assert "partial extract" not in source.text
    assert message_words(telegram(CABLES[2]).split("\n\n", 1)[1])[:8] == message_words(source.text)[:8]


def test_a_whole_cable_is_not_partial() -> None:
    assert not read_source(as_text(CABLES[2])).partial


def test_redactions_stay() -> None:
    cable = next(cable for cable in CABLES if any("XXXXXXXXXXXX" in p.text for p in cable.paragraphs))
    for write in SINGLE.values():
        assert "XXXXXXXXXXXX" in read_source(write(cable)).text


def test_markdown_marks_are_undone_and_headings_stay_marked() -> None:
    cable = next(cable for cable in CABLES if any(p.heading for p in cable.paragraphs))
    source = read_source(as_markdown(cable).replace("1,350,000 USD", r"\$1,350,000"))
    assert "](#)" not in source.text
    assert "\\$" not in source.text
    assert f"\n#### {next(p.heading for p in cable.paragraphs if p.heading)}\n" in source.text


def test_navigation_and_articles_of_a_viewer_page_are_never_read() -> None:
    source = read_source(as_html(CABLES[0]))
    for foreign in ("Browse", "Currently released", "articles", "Viewing cable", "2011-01-21", "<"):
        assert foreign not in source.text
    assert source.original.startswith("<table")
    assert source.original.endswith("</pre></code>")


def test_another_page_with_a_telegram_in_pre_is_read() -> None:
    text = telegram(CABLES[0])
    page = f"<!DOCTYPE html><html><body><h1>Saved</h1><pre>{text}</pre></body></html>"
    ((source,), problems) = read_text(page)
    assert problems == []
    assert isinstance(source, Source)
    assert message_words(source.text) == message_words(text)


def test_the_layout_is_known_by_content_and_not_by_name() -> None:
    for name in ("a.csv", "b.html", "noname", "c.zip"):
        ((source,), _) = read_text(as_plusd(CABLES[0]), name)
        assert isinstance(source, Source)
        assert source.layout == "plusd"
        assert source.path == name
