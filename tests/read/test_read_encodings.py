"""Any encoding in, the same text out; what was mended is said, what is no text refused."""

import pytest

from support.invented import invent, telegram
from support.reading import only_sources, read_bytes, read_source, read_text

TEXT = telegram(invent(80)).replace("Ambassador", "Ambassadör").replace('"', "”")


@pytest.mark.parametrize(
    ("encoding", "codes"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("utf-16", []),
        ("utf-16-le", []),
        ("utf-16-be", []),
        ("utf-32", []),
        ("cp1252", ["encoding-guessed"]),
    ],
)
def test_encodings(encoding: str, codes: list[str]) -> None:
    cables, problems = read_bytes(TEXT.encode(encoding))
    assert [source.text for source in only_sources(cables)] == [TEXT]
    assert [problem.code for problem in problems] == codes


def test_a_guess_names_the_first_line_that_made_it_one() -> None:
    _, problems = read_bytes(TEXT.encode("cp1252"))
    first = next(number for number, line in enumerate(TEXT.split("\n"), start=1) if not line.isascii())
    assert problems[0].line == first
    assert "cp1252" in problems[0].message


def test_cyrillic_text_is_guessed_by_its_letters() -> None:
    sentence = "Посол встретился с министром юстиции и обсудил проект закона о выборах. "  # noqa: RUF001 - Cyrillic
    text = f"UNCLAS ASTANA 090412\nTAGS: PGOV KZ\n1. (U) {sentence * 8}\n"
    cables, problems = read_bytes(text.encode("cp1251"))
    assert only_sources(cables)[0].text == text
    assert [problem.code for problem in problems] == ["encoding-guessed"]


def test_a_paste_of_windows_bytes_into_utf_8() -> None:
    data = TEXT.encode() + "Caf\u00e9".encode("cp1252")
    cables, problems = read_bytes(data)
    assert only_sources(cables)[0].text == TEXT + "Café"
    assert [problem.code for problem in problems] == ["encoding-guessed"]


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("SÃ£o Paulo", "São Paulo"),
        ("Itâ€™s", "It’s"),  # noqa: RUF001 - what mojibake looks like
        ("Â¶4. (U) Next", "¶4. (U) Next"),
    ],
)
def test_mojibake_is_mended_and_said(damaged: str, meant: str) -> None:
    cables, problems = read_text(f"UNCLAS ASTANA 090412\n\n1. (U) First\n\n{damaged}\n")
    source = only_sources(cables)[0]
    assert source.text.split("\n")[4] == meant
    assert damaged in source.original
    assert [(problem.code, problem.line) for problem in problems] == [("mojibake-repaired", 5)]


@pytest.mark.parametrize("text", ["¶1. (U) São Paulo – “yes”", "1. (U) Łódź, Plzeň", "1. (U) Ærø"])  # noqa: RUF001
def test_honest_accents_are_left_alone(text: str) -> None:
    assert read_source(f"UNCLAS ASTANA 090412\n{text}\n").text.endswith(f"{text}\n")


def test_characters_lost_earlier_are_said() -> None:
    cables, problems = read_text("UNCLAS ASTANA 090412\n1. (U) Mr. Garc\ufffda said\n")
    assert "Garc\ufffda" in only_sources(cables)[0].text
    assert [(problem.code, problem.line) for problem in problems] == [("characters-lost", 2)]


def test_only_line_feeds_end_lines() -> None:
    source = read_source("UNCLAS ASTANA 090412\r\n\r\n1. (U) A\x0bb\x0cc\x85d\u2028e\x1ff\r2. (U) g\n")
    assert source.text == "UNCLAS ASTANA 090412\n\n1. (U) A b c d e f\n2. (U) g\n"
    assert source.text.splitlines() == source.text.rstrip("\n").split("\n")
    assert "\r\n" in source.original


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"", "file-empty", "empty"),
        (b"  \n \t\n", "file-empty", "blanks"),
        (b"\xef\xbb\xbf", "file-empty", "blanks"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "file-binary", "word processor"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "file-binary", "picture"),
        (bytes(range(256)) * 16, "file-binary", "binary"),
        (b"UNCLAS ASTANA 090412\n" + b"\x01\x02\x03" * 400, "file-binary", "binary"),
        (b"milk\nbread\nbutter\n", "not-a-cable", "nothing"),
        (b"# Notes\n\nUseful hints on how to build it: 1. clone, 2. make.\n", "not-a-cable", "nothing"),
        (b"def main():\n    return 0\n", "not-a-cable", "nothing"),
        (b'{"name": "package", "version": "1.0"}\n', "not-a-cable", "nothing"),
        (b"<!DOCTYPE html><html><body><p>Hello</p></body></html>", "not-a-cable", "HTML"),
    ],
)
def test_what_is_no_cable_costs_one_line_with_a_remedy(data: bytes, code: str, says: str) -> None:
    cables, problems = read_bytes(data, "x/y.txt")
    assert cables == []
    (problem,) = problems
    assert (problem.path, problem.code) == ("x/y.txt", code)
    assert says in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "{{ config.items() }}",
        "{% include 'x' %}",
        "<!-- -->",
    ],
)
def test_markup_and_template_code_in_a_telegram_is_said(markup: str) -> None:
    text = f"UNCLAS ASTANA 090412\n\n1. (U) First\n\n2. (U) Then {markup} came\n"
    cables, problems = read_text(text)
    assert only_sources(cables)[0].text == text
    assert [(problem.code, problem.line) for problem in problems] == [("markup-in-text", 5)]
    assert len(str(problems[0]).splitlines()) == 1


@pytest.mark.parametrize(
    "text", ["prices < 5 USD and > 3", "e-mail <askar@example.org>", "he said: {laughs}", "-> see ref A"]
)
def test_signs_that_are_no_markup_are_not_said(text: str) -> None:
    assert text in read_source(f"UNCLAS ASTANA 090412\n1. (U) {text}\n").text
