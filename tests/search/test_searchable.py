"""A built site made searchable: what people wrote, and how many files a host takes."""

from pathlib import Path

import pytest

from generator.edition.beside import NotePlaced, NoteShown
from generator.edition.notes import Note
from generator.model import Problem
from generator.publish import index_site
from generator.search import FOLDER
from support.indexed import Index, searched
from support.record import record

PAGE = (
    "<!doctype html><html lang=en><body><nav>Menu of everything</nav><article><h1>About us"
    '<a class="headerlink" href="#a">\u00b6</a></h1><p>Who collected the cables.</p><script>stray()</script>'
    "</article></body></html>"
)


NOTE = NotePlaced(
    note=Note(subject="cable", about="09ASTANA90001", paragraph=1, text="..."),
    shown=NoteShown(
        kind="note", markdown="He *was* [late](\x01cables/x.md) &lt;b> by " + "hours " * 40, by=None, on=None
    ),
    page="cables/2009/02/09ASTANA90001.md",
    title="A late minister",
)


def indexed(
    tmp_path: Path,
    *,
    directory_urls: bool = True,
    host_files: int | None = None,
    notes: tuple[NotePlaced, ...] = (),
) -> tuple[Index, tuple[Problem, ...]]:
    """A site with one cable, a page of the publisher's and two that lead elsewhere."""
    docs, site = tmp_path / "docs", tmp_path / "site"
    docs.mkdir(exist_ok=True)
    for name in ("about", "search", "index", "cables/2009/02/09ASTANA90001"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / f"{name}.md").write_text("x", encoding="utf-8")
        built = site / name / "index.html" if directory_urls else site / f"{name}.html"
        built.parent.mkdir(parents=True, exist_ok=True)
        built.write_text(PAGE, encoding="utf-8")
    (docs / "never-built.md").write_text("x", encoding="utf-8")
    of = searched(record("09ASTANA90001", "Text."))
    problems = index_site(
        site,
        of.catalogue,
        of.published,
        notes=notes,
        docs=docs,
        generated={"cables/2009/02/09ASTANA90001.md"},
        page_from=1,
        language="en",
        host_files=host_files,
        from_disk=not directory_urls,
        in_order=map,
    )
    return Index(site / FOLDER), problems


@pytest.mark.parametrize("directory_urls", [True, False])
def test_written_pages_are_offered_by_what_they_say(tmp_path: Path, *, directory_urls: bool) -> None:
    made, _ = indexed(tmp_path, directory_urls=directory_urls)
    assert made.offered("collected") == [("page", "About us", "", "about/", 0)]
    assert made.offered("menu") == made.offered("stray") == []
    assert ("texts" in made.start) is not directory_urls


def test_a_note_is_offered_by_what_it_says_where_it_stands(tmp_path: Path) -> None:
    made, _ = indexed(tmp_path, notes=(NOTE,))
    ((kind, name, shown, address, cables),) = made.offered("late", "minister")
    assert (kind, name, cables) == ("note", "A late minister", 0)
    assert shown.startswith("He was late <b> by hours hours")
    assert shown.endswith(" …")
    assert address == "cables/2009/02/09ASTANA90001/#para-1"
    assert made.offered("hours") == made.offered("late")
    assert made.offered("x") == made.offered("md") == []


def test_too_many_files_for_a_host_is_said(tmp_path: Path) -> None:
    made, problems = indexed(tmp_path, host_files=10)
    (problem,) = problems
    assert problem.code == "many-files"
    assert "10 at most" in problem.message
    count = sum(1 for path in made.folder.parent.rglob("*") if path.is_file())
    assert indexed(tmp_path, host_files=count)[1] == ()
