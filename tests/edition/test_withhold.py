"""What is withheld: read so that nothing is overlooked, and gone from every part of a record."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.edition.withhold import (
    MARK,
    Cut,
    Withholdings,
    cut,
    read_withholdings,
    telling,
)
from generator.model import Cable, Problem, dump_cable
from generator.names.passages import PassageSearch, passage_words, windows
from support.parsing import cable_of

DAY = date(2026, 5, 3)
TEXT = """\
VZCZCXRO9999
RR RUEHC
DE RUEHTA #0308/01 0510929
ZNR UUUUU ZZH
R 200929Z FEB 09
FM AMEMBASSY ASTANA
TO RUEHC/SECSTATE WASHDC 0116
UNCLAS ASTANA 000308

E.O. 12958: N/A
TAGS: PGOV, KZ
SUBJECT: KAZAKHSTAN: THE BUDGET IS LATE AGAIN

REF: 08 ASTANA 1450

1. (U) The Ministry of Finance hopes for a quiet spring.

2. (U) A deputy told us over a long lunch that the courts are for sale
and that the price list hangs in the second drawer of a clerk.

-- the first item is a divorce,
-- the second item is a house.

3. (U) See reftel. Nothing else happened.

BRANDT
"""


def read(folder: Path, text: str) -> tuple[Withholdings, tuple[Problem, ...]]:
    path = folder / "withhold.yml"
    path.write_text(text, encoding="utf-8")
    return read_withholdings(path, DAY)


def cut_by(folder: Path, text: str) -> Cut:
    withholdings, problems = read(folder, text)
    assert problems == ()
    cable = cable_of(TEXT)
    return cut(cable, withholdings.parts[cable.key])


def said(cable: Cable) -> str:
    return dump_cable(cable).decode()


def test_a_paragraph_is_gone_with_its_list_from_the_whole_record(tmp_path: Path) -> None:
    done = cut_by(tmp_path, "- {cable: 09ASTANA308, paragraph: 2, reason: A source.}")
    for words in ("price list", "divorce", "over a long lunch"):
        assert words in said(cable_of(TEXT))
        assert words not in said(done.cable)
    assert [(block.number, block.text) for block in done.cable.blocks if block.number == 2] == [(2, MARK)]
    assert "quiet spring" in done.cable.source.original, "the rest of the original stays"
    assert done.cable.citations, "citations are found again behind what is gone"
    assert [(part.paragraph, part.reason) for part in done.cable.withheld] == [(2, "A source.")]
    assert done.problems == ()


def test_a_passage_is_gone_however_its_lines_are_broken(tmp_path: Path) -> None:
    done = cut_by(tmp_path, '- cable: 09ASTANA308\n  passage: "for sale and that the price list hangs"')
    assert f"the courts are {MARK} in the second drawer" in done.cable.blocks[1].text
    assert "the price list" not in said(done.cable)
    assert done.sought == (passage_words("for sale and that the price list hangs"),)


def test_where_the_original_keeps_a_part_of_it_all_of_the_original_goes(tmp_path: Path) -> None:
    withholdings, _ = read(tmp_path, "- {cable: 09ASTANA308, paragraph: 2}")
    cable = cable_of(TEXT)
    broken = TEXT.replace("and that the price", "STAMP OF THE ARCHIVE\nand that the price")
    cable = replace(cable, source=replace(cable.source, original=broken))
    done = cut(cable, withholdings.parts["09ASTANA308"])
    assert "quiet spring" not in done.cable.source.original
    assert "drawer" not in said(done.cable)


def test_what_an_archive_says_apart_goes_where_it_is_a_part_of_it(tmp_path: Path) -> None:
    withholdings, _ = read(tmp_path, "- {cable: 09ASTANA308, paragraph: 2}")
    cable = cable_of(TEXT)
    stated = replace(cable.stated, subject="A DEPUTY TOLD US OVER A LONG LUNCH", concepts=("COURTS",))
    done = cut(replace(cable, stated=stated), withholdings.parts["09ASTANA308"])
    assert "LUNCH" not in said(done.cable)
    assert done.cable.stated.concepts == ("COURTS",)
    assert done.cable.subject == cable.subject


@pytest.mark.parametrize(
    "entry",
    [
        "paragraph: 7",
        'passage: "the courts are cheap"',
        'passage: "our"',  # within another word
    ],
)
def test_what_fits_nothing_is_a_problem(tmp_path: Path, entry: str) -> None:
    done = cut_by(tmp_path, f"- cable: 09ASTANA308\n  {entry}")
    assert [(problem.code, problem.line) for problem in done.problems] == [("withhold-idle", 1)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- cable: 9ASTANA308", 1),
        ("- {paragraph: 5}", 1),
        ("- cable: 09ASTANA308\n  paragrah: 5", 2),
        ("- cable: 09ASTANA308\n  paragraph: five", 2),
        ("- cable: 09ASTANA308\n  publish_from: soon", 2),
        ("- cable: 09ASTANA308\n  passage: '...'", 2),
        ("- name: '12'", 1),
        ("- {cable: 09ASTANA308, paragraph: 5, passage: courts}", 1),
        ("- cable: 09ASTANA308\n  only_here: maybe", 2),
        ("- 09ASTANA308", 1),
        ("09ASTANA308", 1),
        ("- [", 1),
    ],
)
def test_a_wrong_entry_is_a_problem_that_stops_a_build(tmp_path: Path, text: str, line: int) -> None:
    withholdings, problems = read(tmp_path, text)
    assert {problem.code for problem in problems} == {"withhold-entry"}
    assert problems[0].line in {line, line + 1}
    assert not withholdings


def test_from_its_day_on_it_is_withheld_no_more(tmp_path: Path) -> None:
    text = (
        "- {cable: 09ASTANA308, publish_from: 2026-05-04}\n- {cable: 09ASTANA309, publish_from: 2026-05-03}"
    )
    withholdings, problems = read(tmp_path, text)
    assert problems == ()
    assert list(withholdings.whole) == ["09ASTANA308"]


def test_a_passage_stands_where_its_words_do() -> None:
    search = PassageSearch([passage_words("The courts, he said, are for sale")])
    text = 'x the courts he\n  said "are for" SALE.'
    assert [text[start:end] for start, end in search.find(text)] == [text[2:-1]]
    assert list(search.find("the courts he said are for sales")) == []
    assert list(search.find("soothe courts he said are for sale")) == []


@pytest.mark.parametrize("count", [1, 11, 12, 13, 24, 25, 40])
def test_windows_cover_a_passage(count: int) -> None:
    words = tuple(f"w{number}" for number in range(count))
    covered = [word for window in windows(words) for word in window]
    assert set(covered) == set(words)
    assert all(len(window) == min(12, count) for window in windows(words))


def test_a_whole_cable_is_looked_for_by_its_longest_paragraph() -> None:
    assert telling(cable_of(TEXT))[0][:4] == ("a", "deputy", "told", "us")
