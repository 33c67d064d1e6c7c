"""Built cable pages as the theme makes them, small, for tests of the search alone."""

from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path

from generator.model import PersonFound, load_cable
from generator.pages import CABLES_JSONL
from generator.publish.search import (
    FactsOf,
    IndexReport,
    SearchFacts,
    index_site,
    search_facts,
)
from generator.settings import SearchOptions
from support.record import record


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltPage:
    """A cable's page and what the search knows beside it."""

    html: str
    facts: SearchFacts


def cable_page(  # noqa: PLR0913 - each argument is one thing that a test varies
    *,
    cable_id: str = "09ASTANA90308",
    subject: str = "MINISTER THANKS EMBASSY",
    date: str | None = "2009-02-20T09:29:00Z",
    tags: tuple[str, ...] = ("PGOV", "KTIP"),
    people: tuple[tuple[str, str], ...] = (("dinara-omirbek", "Dinara Omirbek"),),
    body: str = '<p id="para-1" class="cp-para">The minister spoke of reform.</p>',
    post: str = "Astana",
) -> BuiltPage:
    """One page with a menu and lists that the search must leave alone."""
    cable = record(
        cable_id,
        subject=subject,
        date=datetime.fromisoformat(date) if date else None,
        classification=None,
        origin=None,
        post=post,
        country=None,
        action=(),
        tags=tags,
        people=tuple(PersonFound(name=name, slug=slug, mentions=(name,)) for slug, name in people),
    )
    html = (
        "<!doctype html><html lang=en><body><nav>Menu of everything</nav><article>"
        f'<h1>{escape(subject)}</h1><div class="cp-body" data-pagefind-body>{body}</div>'
        "<h2>Related cables</h2><ul><li>ANOTHER SUBJECT</li></ul></article></body></html>"
    )
    return BuiltPage(html=html, facts=search_facts(cable))


class SmallSite:
    """A folder of built pages, and what the search knows of their cables."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._facts: dict[str, SearchFacts] = {}

    def write(self, name: str, page: BuiltPage, *, directory_urls: bool = True) -> None:
        """Put a page where the theme puts that of a cable."""
        stem = self.folder / "cables" / "2009" / "02" / name
        file = stem / "index.html" if directory_urls else stem.with_suffix(".html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.html, encoding="utf-8")
        self._facts[name] = page.facts

    def index(self, options: SearchOptions | None = None) -> IndexReport:
        """Make its search."""
        return index_site(self.folder, self._facts.get, options=options)


def facts_of_built(site: Path) -> FactsOf:
    """The facts of a site that was built: from the records that it publishes."""
    lines = (site / CABLES_JSONL).read_bytes().splitlines()
    return {cable.key: search_facts(cable) for cable in map(load_cable, lines)}.get
