"""What editors write: read with its lines, harmless on a page, its citations links."""

from datetime import date
from pathlib import Path

import pytest

from generator.edition.citing import CableCited, with_citations
from generator.edition.notes import Note, read_notes
from generator.model import Problem
from generator.pages.notes import notes_block, resolved, with_notes
from generator.pages.output import Output
from generator.publish.inert import foreign
from generator.wording import words_in
from support.record import gathered, record
from support.rendering import converted

ENTRIES = gathered(record("09ASTANA90001", "One.", "Two.")).entries
EN = words_in("en")


def read(folder: Path, text: str) -> tuple[tuple[Note, ...], tuple[Problem, ...]]:
    (folder / "notes.yml").write_text(text, encoding="utf-8")
    return read_notes(folder / "notes.yml")


def shown(text: str, *, here: str = "tags/PGOV.md") -> str:
    """The HTML of a note, and nothing on it that a page may not hold."""
    note = resolved(Note(subject="tag", about="PGOV", text=text, by="M. F."), ENTRIES, lambda _: None)
    html = converted(str(notes_block([note], here, EN)))
    assert list(foreign(html)) == []
    return html


def test_entries_and_pages_of_markdown_are_notes(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    text = "---\nperson: https://x.org/people/ivan-petrenko/\nkind: introduction\n---\n\nHe *was*.\n\nTwo.\n"
    (tmp_path / "notes" / "a.md").write_text(text, encoding="utf-8")
    notes, problems = read(
        tmp_path,
        "- cable: 09ASTANA90001\n  paragraph: 2\n  text: |\n    A\n    B\n  by: M. F.\n  on: 2026-05-03\n",
    )
    assert problems == ()
    assert notes == (
        Note(
            subject="cable",
            about="09ASTANA90001",
            paragraph=2,
            text="A\nB",
            by="M. F.",
            on=date(2026, 5, 3),
        ),
        Note(subject="person", about="ivan-petrenko", kind="introduction", text="He *was*.\n\nTwo."),
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- {text: A}", 1),
        ("- {cable: 09ROME1, tag: PGOV, text: A}", 1),
        ("- {cable: 9ROME1, text: A}", 1),
        ("- tag: PGOV\n  txt: A", 2),
        ("- {tag: PGOV}", 1),
        ("- {tag: PGOV, text: ''}", 1),
        ("- {tag: PGOV, paragraph: 3, text: A}", 1),
        ("- {tag: PGOV, kind: intro, text: A}", 1),
    ],
)
def test_a_wrong_entry_is_told_with_its_line_and_the_others_count(
    tmp_path: Path, text: str, line: int
) -> None:
    notes, (problem,) = read(tmp_path, f"{text}\n- {{tag: PREL, text: B}}\n")
    assert (problem.code, problem.line) == ("note-entry", line)
    assert [note.about for note in notes] == ["PREL"]


@pytest.mark.parametrize(
    "text",
    ["no keys", "---\n---\n\nA", "---\ntag: PGOV\n---\n", "---\ntag: [\n---\nA", "---\nbad: x\n---\nA"],
)
def test_a_page_that_is_no_note_is_a_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text(text, encoding="utf-8")
    notes, (problem,) = read_notes(tmp_path / "notes.yml")
    assert (notes, problem.path, problem.code) == ((), "notes/a.md", "note-entry")


def test_a_note_keeps_what_a_text_needs() -> None:
    html = shown("*One* and **two**, [web](https://example.org/a_b), `code`.\n\n- a\n- b\n\n> said")
    for part in ("<em>One</em>", "<strong>two</strong>", 'href="https://example.org/a_b"', "<li>a</li>"):
        assert part in html
    assert "<blockquote>" in html
    assert "M. F." in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://elsewhere.example/x.png)",
        "[x](javascript:alert)",
        "[x][y]\n\n[y]: javascript:alert",
        "# A heading\n\n## Another",
        "words {: #cp-title onclick=alert(1) }",
        "A\n===\n\nB\n---\n\n***",
        "</div>\n\n</article><p>out",
        "{{ config }} {% raw %}",
        "[x](../../../etc/passwd)",
        "\x01 \x02 0 \x03",
    ],
)
def test_what_is_more_than_a_text_is_shown_as_it_is_written(text: str) -> None:
    html = shown(text)
    for gone in ("<script", "<img", "<h1", "<h2", "<hr", "onclick=", "onerror=", 'javascript:alert"'):
        assert f"{gone}" not in html.replace("&lt;script", "").replace("&lt;img", "").replace(
            "onclick=alert(1)", ""
        ).replace("onerror=alert(1)", "")


def test_citations_are_links_from_wherever_the_note_stands() -> None:
    note = Note(subject="tag", about="PGOV", text="See [[09ASTANA90001#2]] and [[09ASTANA90001|that one]].")
    told: list[CableCited] = []
    done = resolved(note, ENTRIES, told.append)
    block = notes_block([done], "dates/2009/02.md", EN)
    assert "](../../cables/2009/02/09ASTANA90001.md#para-2)" in block
    assert "[that one](../../cables/2009/02/09ASTANA90001.md)" in block
    assert told == []


def test_a_citation_of_what_is_not_there_is_told_and_stays_a_number() -> None:
    told: list[CableCited] = []
    note = Note(subject="tag", about="PGOV", text="One\n[[09ROME7]] [[09ASTANA90001#9]]")
    done = resolved(note, ENTRIES, told.append)
    assert [(cited.key, cited.paragraph, cited.line) for cited in told] == [
        ("09ROME7", None, 2),
        ("09ASTANA90001", 9, 2),
    ]
    assert "09ROME7" in done.markdown
    assert "[[" not in done.markdown


def test_in_code_nothing_is_a_citation() -> None:
    text = "`[[09ROME7]]` [[09ROME8]]\n```\n[[09ROME9]]\n```\n[[09ROME10]] [[no number]]"
    assert with_citations(text, lambda cited: cited.key) == (
        "`[[09ROME7]]` 09ROME8\n```\n[[09ROME9]]\n```\n09ROME10 [[no number]]"
    )


def test_a_note_on_a_list_stands_below_its_title() -> None:
    note = resolved(
        Note(subject="tag", about="PGOV", text="A.", kind="introduction"), ENTRIES, lambda _: None
    )
    page = Output(
        path="tags/PGOV.md", content=b"---\n---\n# PGOV {: #cp-title }\n\n[Tags](x)\n{: .cp-crumbs }\n\nB"
    )
    done = with_notes(page, [note], EN).content.decode()
    assert done.index("cp-crumbs") < done.index("cp-introduction") < done.rindex("B")
