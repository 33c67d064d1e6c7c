"""What editors wrote, brought to the pages on which it stands; citations of unknown cables are told."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.catalogue import Catalogue
from generator.edition.beside import Beside, Discussion, Essay, NotePlaced, NoteShown
from generator.edition.citing import CableCited, with_citations
from generator.edition.notes import Note
from generator.model import Problem
from generator.pages import address
from generator.pages.notes import cable_link, resolved

UNKNOWN: Final = "cable-unknown"
ABOUT_NOTHING: Final = "note-idle"
_HOME: Final = {"home.md": "index.md"}
"""Where a page is published that has another name in docs/."""
_H1: Final = re.compile(r"^# +(.+?)(?:\{:|$)", re.MULTILINE)
_TITLE: Final = re.compile(r"^title: *[\"']?(.+?)[\"']?$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Editorial:
    """Everything that editors wrote, by where it stands."""

    on_cables: Mapping[str, Beside] = field(default_factory=dict)
    """By key; of releases nothing."""
    on_pages: Mapping[str, tuple[NoteShown, ...]] = field(default_factory=dict)
    """By path of a list's page below ``docs/``."""
    notes: tuple[NotePlaced, ...] = ()
    """All that stand on a page, in the order written."""
    essays: tuple[Essay, ...] = ()
    """By path."""
    problems: tuple[Problem, ...] = ()


NOTHING_WRITTEN: Final = Editorial()


def editorial(
    notes: Sequence[Note], docs: Path, catalogue: Catalogue, *, people_page_min: int = 1, shown: str = "docs"
) -> Editorial:
    """Bring notes to their pages, and make citations in hand-written pages links.

    Args:
        notes: As they are written.
        docs: A copy of the pages that people wrote; those with citations are written anew.
        catalogue: All cables.
        people_page_min: Cables that must name a person for a page, on which a note can stand.
        shown: The folder's name for people.
    """
    problems: list[Problem] = []
    placed: list[NotePlaced] = []
    whole: dict[str, list[NoteShown]] = defaultdict(list)
    parts: dict[str, list[tuple[int, NoteShown]]] = defaultdict(list)
    pages: dict[str, list[NoteShown]] = defaultdict(list)
    for note in notes:
        page = _page(note, catalogue, people_page_min)
        if page is None:
            problems.append(_idle(note, catalogue))
            continue
        teller = _Teller(problems, note.path, note.line - 1)
        text = resolved(note, catalogue.entries, teller)
        placed.append(
            NotePlaced(
                note=note,
                shown=text,
                page=page,
                title=_about(note, catalogue),
                cites=_cited(note.text, catalogue),
            )
        )
        if note.subject != "cable":
            pages[page].append(text)
        elif note.paragraph is None:
            whole[note.about].append(text)
        else:
            parts[note.about].append((note.paragraph, text))
    essays = tuple(_essays(docs, catalogue, problems, shown))
    discussed: dict[str, list[Discussion]] = defaultdict(list)
    for essay in essays:
        for key in essay.cites:
            discussed[key].append(Discussion(title=essay.title, path=essay.path))
    return Editorial(
        on_cables={
            key: Beside(
                notes=tuple(whole[key]),
                on_paragraphs=tuple(parts[key]),
                discussed=tuple(discussed[key]),
            )
            for key in sorted({*whole, *parts, *discussed})
        },
        on_pages={page: tuple(texts) for page, texts in pages.items()},
        notes=tuple(placed),
        essays=essays,
        problems=tuple(problems),
    )


class _Teller:
    """Turns a citation that leads nowhere into a problem."""

    def __init__(self, problems: list[Problem], path: str, above: int) -> None:
        self._problems, self._path, self._above = problems, path, above

    def __call__(self, cited: CableCited) -> None:
        place = f", paragraph {cited.paragraph}," if cited.paragraph is not None else ""
        message = f"{cited.key}{place} is not published here"
        self._problems.append(Problem.of(UNKNOWN, message, path=self._path, line=self._above + cited.line))


def _page(note: Note, catalogue: Catalogue, people_page_min: int) -> str | None:
    """The page on which a note stands; None where there is none."""
    about = note.about
    if note.subject == "cable":
        entry = catalogue.entries.get(about)
        held = entry is not None and (note.paragraph is None or note.paragraph in entry.paragraphs)
        return address.cable(entry) if entry is not None and held else None
    if note.subject == "tag":
        return address.tag(about) if about in catalogue.by_tag else None
    if note.subject == "person":
        named_in = catalogue.by_person[about] if about in catalogue.people else ()
        return address.person(about) if named_in and len(named_in) >= people_page_min else None
    if note.subject == "post":
        return address.post(about) if about in catalogue.by_post else None
    if note.subject == "country":
        return address.country(about) if about in catalogue.by_country else None
    years = {str(entry.year) for entry in catalogue.entries.values()}
    return address.year(int(about)) if about in years else None


def _idle(note: Note, catalogue: Catalogue) -> Problem:
    what = f"{note.subject} {note.about}"
    if note.subject == "cable" and note.about in catalogue.entries:
        what += f", paragraph {note.paragraph},"
    return Problem.of(ABOUT_NOTHING, f"{what} has no page here", path=note.path, line=note.line)


def _about(note: Note, catalogue: Catalogue) -> str:
    """What it is on, as readers know it."""
    if note.subject == "cable":
        return catalogue.entries[note.about].title or note.about
    return catalogue.people[note.about].name if note.subject == "person" else note.about


def _cited(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Keys of the published cables that a text cites, each once."""
    keys: dict[str, None] = {}

    def cited(cable: CableCited) -> str:
        if cable.key in catalogue.entries:
            keys[cable.key] = None
        return ""

    with_citations(text, cited)
    return tuple(keys)


def _essays(docs: Path, catalogue: Catalogue, problems: list[Problem], shown: str) -> Iterator[Essay]:
    """Links for the citations in hand-written pages, and the pages that have some, by path."""
    for file in sorted(docs.rglob("*.md")):
        text = file.read_text(encoding="utf-8-sig", errors="surrogateescape")
        if "[[" not in text:
            continue
        name = file.relative_to(docs).as_posix()
        linked = _linked(text, name, catalogue, _Teller(problems, f"{shown}/{name}", 0))
        if linked != text:
            file.unlink()  # it may be a second name of the publisher's own
            file.write_text(linked, encoding="utf-8", errors="surrogateescape", newline="\n")
        if keys := _cited(text, catalogue):
            head, written = _parted(text)
            yield Essay(
                title=_title(head, written, name), path=_HOME.get(name, name), text=written, cites=keys
            )


def _linked(text: str, name: str, catalogue: Catalogue, tell: "_Teller") -> str:
    """A page with links for its citations."""
    root = "../" * name.count("/")
    return with_citations(text, lambda cited: cable_link(cited, catalogue.entries, tell, root=root))


def _parted(text: str) -> tuple[str, str]:
    """Front matter, be it empty, and what stands below it."""
    head, mark, below = text.removeprefix("---\n").partition("\n---\n")
    return (head, below.strip()) if text.startswith("---\n") and mark else ("", text.strip())


def _title(head: str, text: str, name: str) -> str:
    found = _TITLE.search(head) or _H1.search(text)
    return found[1].strip() if found else name.rpartition("/")[2].removesuffix(".md")
