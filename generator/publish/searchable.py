"""A built site made searchable: the index of its cables, and what people wrote: pages and notes."""

from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path, PurePosixPath

from markdown import markdown  # type: ignore[import-untyped] # carries no types
from selectolax.lexbor import LexborHTMLParser

from generator.catalogue import Catalogue
from generator.edition.beside import NotePlaced
from generator.export import note_address
from generator.model import InOrder, Problem
from generator.pages import address
from generator.search import Runs, Searched, WrittenPage, write_index

OWN_PAGES = ("index.md", "home.md", "search.md", "basket.md", "404.md")
"""Pages that lead elsewhere: what they say of themselves is not looked for."""


def index_site(  # noqa: PLR0913 - what was built, of what, for which use
    site: Path,
    catalogue: Catalogue,
    published: Callable[[str], bytes],
    *,
    notes: Iterable[NotePlaced],
    docs: Path,
    generated: Container[str],
    page_from: int,
    language: str,
    host_files: int | None,
    from_disk: bool,
    in_order: InOrder,
    runs: Runs | None = None,
) -> tuple[Problem, ...]:
    """Write the search of a built site.

    Args:
        site: Folder of the site.
        catalogue: Its cables.
        published: From the key of a cable to its value, as bytes.
        notes: What editors wrote on its pages.
        docs: The Markdown that the site was built of.
        generated: Paths below ``docs`` that no person wrote.
        page_from: Cables that must name a person for a page of their own.
        language: What the interface speaks.
        host_files: Files that the host takes; None: as many as there are.
        from_disk: The site is for reading from disk.
        in_order: How work is spread.
        runs: What makes the words of some cables; None: it is done here.

    Returns:
        What publishers should know.
    """
    searched = Searched(
        catalogue=catalogue,
        published=published,
        pages=(*_written(site, docs, generated), *map(_noted, notes)),
        has_page=lambda person: len(catalogue.by_person[person.slug]) >= page_from,
        from_disk=from_disk,
        language=language,
        runs=runs,
    )
    write_index(site, searched, in_order=in_order)
    files = sum(1 for file in site.rglob("*") if file.is_file())
    return (_many(site, files, host_files),) if host_files is not None and files > host_files else ()


def _written(site: Path, docs: Path, generated: Container[str]) -> Iterator[WrittenPage]:
    """The pages that people wrote, as they were built."""
    for file in sorted(docs.rglob("*.md")):
        name = file.relative_to(docs).as_posix()
        if name in generated or name in OWN_PAGES:
            continue
        where = address.page(name)
        built = next(
            (
                path
                for path in (site / where / "index.html", site / f"{name.removesuffix('.md')}.html")
                if path.is_file()
            ),
            None,
        )
        if built is None:
            continue
        tree = LexborHTMLParser(built.read_text(encoding="utf-8"))
        article = tree.css_first("article")
        if article is None:
            continue
        for noise in article.css(".headerlink, script, style"):
            noise.decompose()
        heading = article.css_first("h1")
        title = " ".join(heading.text().split()) if heading else PurePosixPath(name).stem
        yield WrittenPage(title=title, address=where, text=" ".join(article.text(separator=" ").split()))


def _noted(placed: NotePlaced) -> WrittenPage:
    """A note, as it reads once it stands on its page."""
    tree = LexborHTMLParser(markdown(placed.shown.markdown))
    words = " ".join((tree.text() or "").split())
    return WrittenPage(kind="note", title=placed.title, address=note_address(placed), text=words)


def _many(site: Path, files: int, limit: int) -> Problem:
    return Problem(
        path=site.name,
        line=None,
        code="many-files",
        message=f"the site has {files:,} files; some hosts take {limit:,} at most",
        hint=(
            "publish on a host without that limit (host_files: null in mkdocs.yml), give fewer people a page"
            " (people_page_min) or split the corpus into several sites"
        ),
    )
