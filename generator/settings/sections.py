"""All that is configured, typed and resolved, in one section for each stage that works with it.

A field is an option of mkdocs.yml, of the same name, unless it is marked as coming from elsewhere. What
decides the bytes of a stage's output stands in a section without paths: equal sections, equal output.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec

from generator.settings.plugged import READERS, TAGGERS, place_of

Column = Literal[
    "number",
    "id",
    "created",
    "classification",
    "origin",
    "to",
    "subject",
    "tags",
    "references",
    "concepts",
    "header",
    "body",
    "drafter",
    "ignored",
]
"""What a column can mean; :data:`generator.read.columns.FIELDS` has the same."""

Treatment = Literal["hide", "mask", "show"]
Download = Literal["csv", "jsonl", "sqlite", "tei", "graphs"]
"""Kinds of files under ``/data/``."""

OPTION: Final = "option"
"""Key of a field's metadata: its name in mkdocs.yml where that is another; None: it is no option there."""
ELSEWHERE: Final[Mapping[str, str | None]] = {OPTION: None}

LARGE_CORPUS = 1_000
"""Beyond this many cables, people named once link straight to the paragraph that names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Where a site's configuration, theme and hand-written pages are."""

    config_file: Path
    """Absolute path of mkdocs.yml."""
    base: Path
    """Folder from which the relative paths of its options count."""
    docs_dir: str = "docs"
    """Folder of the pages that people write, from that of mkdocs.yml."""

    @property
    def root(self) -> Path:
        """Folder of mkdocs.yml."""
        return self.config_file.parent

    @property
    def docs(self) -> Path:
        """Folder of the pages that people write."""
        return self.root / self.docs_dir


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What people wrote, on disk."""

    corpus: tuple[Path, ...] = (Path("corpus"),)
    """Folders and files of the cables, one or a list; the command line may name others instead."""
    own_corpus: bool = field(default=True, metadata=ELSEWHERE)
    """Whether it is the one that mkdocs.yml names."""
    people_file: Path = Path("people.yml")
    """A publisher's decisions on people; need not exist."""
    protect_file: Path = Path("protect.yml")
    """Whom the marks mean that Cablepress cannot read; need not exist."""
    corrections_file: Path = Path("corrections.yml")
    """What the editors correct, or the folder of the same name, or both; need not exist."""
    withhold_file: Path = Path("withhold.yml")
    """What is not to be published, likewise; need not exist."""
    collections_file: Path = Path("collections.yml")
    """Where cables come from, likewise."""
    notes_file: Path = Path("notes.yml")
    """What the editors write on cables, people, tags, posts, countries and years, likewise."""
    history: Path = Path("history")
    """Folder of what was published when; need not exist."""
    glossary_file: Path = Path("glossary.yml")
    """What a publisher says of acronyms, or the folder of the same name, or both; need not exist."""
    custom_theme: Path | None = field(default=None, metadata=ELSEWHERE)
    """The publisher's changes to the theme, ``theme.custom_dir``; None where there are none."""
    theme: tuple[Path, ...] = field(default=(), metadata=ELSEWHERE)
    """All folders that the theme's files come from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the record of a cable depends on beside its file."""

    tagger: str = ""
    """A stronger tagger of names, as ``package.module:attribute`` or by the name that an installed package
    gives it; empty: the built-in one."""
    readers: tuple[str, ...] = ()
    """Readers of layouts of one's own, likewise; they are asked before the built-in ones."""
    columns: dict[str, Column] | None = None
    """What columns of tables and keys of JSON mean, by their names there; None: as usual."""

    def plugged(self) -> tuple[str, ...]:
        """Where the code of others stands that works along, each ``package.module:attribute``.

        Raises:
            ValueError: There is none of a name.
        """
        taggers = (place_of(self.tagger, TAGGERS),) if self.tagger else ()
        return (*taggers, *(place_of(name, READERS) for name in self.readers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Protecting:
    """What is done with the people whom the text, or the publisher, wants to be protected."""

    protect: Treatment = "hide"
    """Names the text marks (protect): ``hide`` gives them no page, index entry or facet; ``mask`` also
    replaces them wherever they stand; ``show`` treats them like any other."""
    mask: tuple[str, ...] = ()
    """Further names to mask everywhere, whatever ``protect`` says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Titling:
    """How titles are made of subjects."""

    headline_case: bool = True
    """Whether a subject in capitals is shown in headline case, and headings in the text too. A subject's
    marking is left out and its length bounded in any case; the page shows it as printed, too, and exports
    have nothing else."""


TITLING: Final = Titling()
"""As usual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What pages depend on beside the cables."""

    name: str = field(default="", metadata=ELSEWHERE)
    """``site_name`` of mkdocs.yml."""
    language: str = field(default="en", metadata=ELSEWHERE)
    """``theme.language`` of mkdocs.yml, a tag (BCP 47): what the interface speaks."""
    site_url: str | None = field(default=None, metadata=ELSEWHERE)
    """Where the site will be published, ending in a slash; None while that is open."""
    collection: str = ""
    """Name of the collection in citations; where the option is empty, the site's name."""
    people_page_min: Annotated[int, msgspec.Meta(ge=1)] | None = None
    """Cables that must name a person for a page of their own; None: 1 up to 1,000 cables, 2 beyond."""
    related: Annotated[int, msgspec.Meta(ge=0, le=20)] = 5
    """Related cables shown on a page."""
    downloads: tuple[Download, ...] = ("csv", "jsonl", "sqlite", "tei", "graphs")
    """Which files are offered under ``/data/``."""
    host_megabytes: Annotated[int, msgspec.Meta(ge=1)] | None = 25
    """The largest file that the host takes (Cloudflare Pages: 25 MB); downloads come in parts of that size.
    None: no limit."""
    glossary: tuple[tuple[str, str], ...] = field(default=(), metadata=ELSEWHERE)
    """What acronyms stand for, by acronym: what is shipped, and what the publisher's file says."""
    report_to: Annotated[str, msgspec.Meta(pattern=r"^$|^(mailto:|https?://)[^\s<>\"']+$")] = ""
    """Where a reader reports a problem: ``mailto:``, ``https:`` or ``http:``. ``{id}`` and ``{url}`` in it
    become the cable's number or the person's name, and the address of the page. Empty: no page offers it."""

    def page_from(self, cables: int) -> int:
        """Cables that must name a person for a page of their own, given the size of the corpus."""
        if self.people_page_min is not None:
            return self.people_page_min
        return 1 if cables <= LARGE_CORPUS else 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """How the work is done; the result is the same."""

    workers: Annotated[int, msgspec.Meta(ge=1, le=64)] | None = None
    """Processes; None: one per core."""
    executor: str = ""
    """What makes an executor (:class:`concurrent.futures.Executor`) whose workers do the work in place of
    processes of our own, as ``package.module:attribute`` or by the name of an entry point of the group
    ``cablepress.executors``; empty: none. ``workers`` says how many of them are kept busy."""
    store: bool = field(default=True, metadata=ELSEWHERE)
    """Whether what builds make is kept for the next one."""

    @property
    def processes(self) -> int:
        """How many processes to work in."""
        return processes(self.workers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing:
    """Where the site goes, what may be published and what must be kept out of it."""

    expose_unclear: bool = field(default=False, metadata=ELSEWHERE)
    """Publish although there are marks (protect) that nobody has explained: it risks a source's name."""
    host_files: Annotated[int, msgspec.Meta(ge=1)] | None = 20_000
    """Files that the host takes in one site (Cloudflare Pages: 20,000); a warning says where it is too small.
    None: no limit."""
    as_of: date | None = None
    """Day for which the site is made: what is withheld until then is published. None: today."""
    notes: Path | None = field(default=None, metadata=ELSEWHERE)
    """Where the report will be written: never into what is published. None: nowhere."""


def processes(wanted: int | None) -> int:
    """How many processes to work in: as many as wanted, else one for each core."""
    return wanted or os.cpu_count() or 1
