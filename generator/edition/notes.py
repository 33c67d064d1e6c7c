"""What editors write on cables and on what cables are about: ``notes.yml``, or files in ``notes/``.

::

    - cable: 09ASTANA308
      paragraph: 5                  # leave it out for a note on the whole
      text: The minister was *dismissed* a week later; see [[09ASTANA320#2]].
      by: M. Fischer
      on: 2026-05-03
    - person: rashid-tusupbekov     # the address of the page; also tag:, post:, country:, year:
      kind: introduction            # stands as it is, below the title; a note is signed and set apart
      text: ...

In the folder ``notes/`` a file of Markdown is one entry, its keys as front matter and the text below them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, Literal, get_args

import yaml

from generator.edition.written import (
    EntryCode,
    EntryError,
    Written,
    composed_text,
    files_of,
    keyed,
    read_entries,
    refuse,
    suggestion,
)
from generator.model import Problem

Kind = Literal["note", "introduction"]
Subject = Literal["cable", "person", "tag", "post", "country", "year"]
SUBJECTS: Final[tuple[Subject, ...]] = get_args(Subject)

CODE: Final = EntryCode(
    code="note-entry",
    hint="an entry has cable:, person:, tag:, post:, country: or year:, then text:, perhaps by:, on:, kind:",
)
_KEYS: Final = (*SUBJECTS, "paragraph", "kind", "text", "by", "on")
_MEANT: Final = {
    "author": "by",
    "editor": "by",
    "date": "on",
    "note": "text",
    "id": "cable",
    "people": "person",
}
CABLE_LINK: Final = re.compile(
    r"\[\[(?P<key>[0-9]{2}[A-Z]{2,30}[1-9][0-9]{0,6})"
    r"(?:#(?P<paragraph>[0-9]{1,4}))?(?:\|(?P<words>[^\]\n]{1,200}))?\]\]"
)
"""``[[09ASTANA308]]``, ``[[09ASTANA308#5]]``, ``[[09ASTANA308|this telegram]]``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One entry."""

    subject: Subject
    about: str
    """Key of the cable, slug of the person, code, name, or year."""
    paragraph: int | None = None
    kind: Kind = "note"
    text: str
    """Markdown."""
    by: str | None = None
    on: date | None = None
    path: str = field(compare=False, default="")
    line: int = field(compare=False, default=1)
    """On which the text begins, as near as can be said."""


def read_notes(path: Path) -> tuple[tuple[Note, ...], tuple[Problem, ...]]:
    """Read notes.yml and the files of the folder beside it, in order; what is not there says nothing.

    Returns:
        The entries that are right, and a problem for every one that is not.
    """
    notes, problems = read_entries(path, _entry, CODE)
    pages: list[Note] = []
    wrong: list[Problem] = []
    for file, shown in files_of(path, ".md"):
        if file.suffix != ".md":
            continue
        try:
            pages.append(_page(file, shown))
        except EntryError as error:
            wrong.append(CODE.problem(shown, error))
    return (*notes, *pages), (*problems, *wrong)


def _page(file: Path, shown: str) -> Note:
    """A file of Markdown: keys between two lines of dashes, the text below."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise EntryError(None, f"cannot be read: {error}") from error
    head, mark, below = text.removeprefix("---\n").partition("\n---")
    if not text.startswith("---\n") or not mark:
        raise EntryError(1, "a note begins with its keys between two lines of dashes")
    root = composed_text(head, first_line=2)
    if root is None:
        raise EntryError(2, "the note has no keys")
    lines = head.count("\n") + 3
    return _note(keyed(shown, root, above=1), lambda _: below.partition("\n")[2].strip("\n"), lines)


def _entry(written: Written) -> Note:
    return _note(written, _text, written.lines.get("text", written.line))


def _note(written: Written, text_of: Callable[[Written], str], line: int) -> Note:
    written.only(_KEYS, _MEANT)
    subjects = [name for name in SUBJECTS if name in written]
    if len(subjects) != 1:
        raise EntryError(written.line, f"an entry is on one of {', '.join(SUBJECTS)}")
    subject, paragraph = subjects[0], written.number("paragraph")
    about = (written.cable() if subject == "cable" else written.text(subject)) or ""
    kind = written.text("kind") or "note"
    if kind not in get_args(Kind):
        refuse(written.nodes["kind"], f"kind: {suggestion(kind, get_args(Kind))}")
    if subject != "cable" and paragraph is not None:
        raise EntryError(written.lines["paragraph"], "only a cable has paragraphs")
    text = text_of(written)
    if not text.strip():
        raise EntryError(line, "the note has no text")
    return Note(
        subject=subject,
        about=_bare(about) if subject == "person" else about,
        paragraph=paragraph,
        kind="introduction" if kind == "introduction" else "note",
        text=text,
        by=written.text("by"),
        on=written.day("on"),
        path=written.path,
        line=line,
    )


def _text(written: Written) -> str:
    """The text as it is written, its lines kept."""
    node = written.nodes.get("text")
    return node.value.strip("\n") if isinstance(node, yaml.ScalarNode) else ""


def _bare(address: str) -> str:
    """The slug of a person's page, given as slug, as address or as link."""
    return address.rstrip("/").rpartition("/")[2]
