"""What editors wrote, brought to the pages on which it stands; citations of unknown cables are told."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.catalogue import Catalogue
from generator.edition.beside import Beside, Discussion, NoteShown
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
    problems: tuple[Problem, ...] = ()


NOTHING_WRITTEN: Final = Editorial()


def editorial(notes: Sequence[Note], docs: Path, catalogue: Catalogue, *, shown: str = "docs") -> Editorial:
    """Bring notes to their pages, and make citations in hand-written pages links.

    Args:
        notes: As they are written.
        docs: A copy of the pages that people wrote; those with citations are written anew.
        catalogue: All cables.
        shown: The folder's name for people.
    """
    problems: list[Problem] = []
    whole: dict[str, list[NoteShown]] = defaultdict(list)
    parts: dict[str, list[tuple[int, NoteShown]]] = defaultdict(list)
    pages: dict[str, list[NoteShown]] = defaultdict(list)
    for note in notes:
        page = _page(note, catalogue)
        if page is None:
            problems.append(_idle(note, catalogue))
            continue
        text = resolved(note, catalogue.entries, _Teller(problems, note.path, note.line - 1))
        if note.subject != "cable":
            pages[page].append(text)
        elif note.paragraph is None:
            whole[note.about].append(text)
        else:
            parts[note.about].append((note.paragraph, text))
    discussed = _essays(docs, catalogue, problems, shown)
    return Editorial(
        on_cables={
            key: Beside(
                notes=tuple(whole[key]),
                on_paragraphs=tuple(parts[key]),
                discussed=tuple(sorted(discussed.get(key, ()), key=lambda each: each.path)),
            )
            for key in sorted({*whole, *parts, *discussed})
        },
        on_pages={page: tuple(texts) for page, texts in pages.items()},
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


def _page(note: Note, catalogue: Catalogue) -> str | None:
    """The page on which a note stands; None where there is none."""
    about = note.about
    if note.subject == "cable":
        entry = catalogue.entries.get(about)
        held = entry is not None and (note.paragraph is None or note.paragraph in entry.paragraphs)
        return address.cable(entry) if entry is not None and held else None
    if note.subject == "tag":
        return address.tag(about) if about in catalogue.by_tag else None
    if note.subject == "person":
        return address.person(about) if about in catalogue.people else None
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


def _essays(
    docs: Path, catalogue: Catalogue, problems: list[Problem], shown: str
) -> Mapping[str, list[Discussion]]:
    """Links for the citations in hand-written pages, and by key the pages that cite it."""
    discussed: dict[str, list[Discussion]] = defaultdict(list)
    for file in sorted(docs.rglob("*.md")):
        text = file.read_text(encoding="utf-8-sig", errors="surrogateescape")
        if "[[" not in text:
            continue
        name = file.relative_to(docs).as_posix()
        linked, keys = _linked(text, name, catalogue, _Teller(problems, f"{shown}/{name}", 0))
        if linked != text:
            file.unlink()  # it may be a second name of the publisher's own
            file.write_text(linked, encoding="utf-8", errors="surrogateescape", newline="\n")
        for key in keys:
            discussed[key].append(Discussion(title=_title(text, name), path=_HOME.get(name, name)))
    return discussed


def _linked(text: str, name: str, catalogue: Catalogue, tell: "_Teller") -> tuple[str, tuple[str, ...]]:
    """A page with links for its citations, and the keys that it cites, each once."""
    keys: dict[str, None] = {}
    root = "../" * name.count("/")

    def cited(cable: CableCited) -> str:
        keys[cable.key] = None
        return cable_link(cable, catalogue.entries, tell, root=root)

    return with_citations(text, cited), tuple(keys)


def _title(text: str, name: str) -> str:
    head, mark, _ = text.removeprefix("---\n").partition("\n---\n")
    stated = _TITLE.search(head) if text.startswith("---\n") and mark else None
    found = stated or _H1.search(text)
    return found[1].strip() if found else name.rpartition("/")[2].removesuffix(".md")
