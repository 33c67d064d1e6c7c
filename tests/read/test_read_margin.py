"""What a page puts around a text changes nothing of the telegram."""

import pytest

from generator.parse import parse
from support.invented import invent, telegram
from support.parsing import cable_of
from support.reading import read_source, words

TRUTH = invent(41)
TEXT = telegram(TRUTH)


@pytest.mark.parametrize("margin", [1, 5, 9, 30])
def test_a_margin_common_to_all_lines_changes_nothing(margin: int) -> None:
    text = "\n".join(f"{' ' * margin}{line}" if line else "" for line in TEXT.split("\n"))
    assert parse(read_source(text)).blocks == cable_of(TEXT).blocks


def test_a_stamp_at_the_left_edge_is_no_end_of_a_margin() -> None:
    text = "\n".join(f"{' ' * 9}{line}" if line else "" for line in TEXT.split("\n"))
    source = read_source(f"Page 1 of 2\n{text}")
    assert f"FM {TRUTH.from_line}" in source.text.split("\n")


def test_running_heads_and_page_numbers_are_no_words_of_the_telegram() -> None:
    lines = TEXT.split("\n")
    third = len(lines) // 3 + 1
    pages = [lines[start : start + third] for start in range(0, len(lines), third)]
    framed = [["Collected telegrams, volume 3", *page, f"{n}"] for n, page in enumerate(pages, 7)]
    source = read_source("\f".join("\n".join(page) + "\n" for page in framed))
    assert words(source.text) == words("Collected telegrams, volume 3 " + TEXT)
    assert "Collected telegrams, volume 3" in source.remarks
