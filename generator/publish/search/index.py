"""The built site in, its search index out."""

import shutil
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from generator.model import Problem
from generator.publish.search.engine import run_engine
from generator.publish.search.facts import FactsOf
from generator.publish.search.fragments import read_fragments
from generator.publish.search.packs import pack_fragments
from generator.publish.search.page import SearchPage, read_page
from generator.publish.search.report import IndexReport
from generator.publish.search.script import engine_script
from generator.publish.search.split import at_once, split
from generator.publish.search.table import meaning, write_call, write_tables
from generator.publish.search.weights import META, RANKING
from generator.settings import SearchOptions
from generator.tables import tag

FOLDER = "pagefind"
"""Where the index stands in the site."""


def index_site(site: Path, facts_of: FactsOf, *, options: SearchOptions | None = None) -> IndexReport:
    """Index the cable pages of a built site and write ``site/pagefind/``.

    Only pages below ``cables/`` with an element marked ``data-pagefind-body`` count: navigation and lists of
    cables would find each cable again. The same site and options give the same bytes, however many
    processes wrote them; another ``memory`` may give another number of indexes.

    Args:
        site: Folder of the site, with or without directory addresses; an index in it is replaced.
        facts_of: What is known of the cable whose key a page's file or folder has as its name; pages of which
            nothing is known are not indexed.
        options: Memory, workers, language.

    Raises:
        SearchError: Pagefind is missing or failed; the message is one line for people.
    """
    options = options or SearchOptions()
    target = site / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    work = target / "work"
    work.mkdir(parents=True)
    try:
        pages = sorted(_prepare(site, work, facts_of), key=lambda page: page.order)
        indexes = _build(pages, work, target, options)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    fragments = read_fragments(indexes)
    names = fragments.names
    found = [page for page in pages if page.url in names]
    write_tables(target, found, names)
    _write_engine(indexes, target)
    packs = _packs(site, indexes, options)
    manifest = {**_manifest(found, indexes, packs, target), "common": fragments.common}
    write_call(target / "search.js", "search", manifest)
    problems = [_dropped(page) for page in pages if page.url not in names]
    return _report(site, found, indexes, options, problems)


def _prepare(site: Path, work: Path, facts_of: FactsOf) -> Iterator[SearchPage]:
    """Write each page's text to ``work``, under its own path."""
    for file in sorted((site / "cables").rglob("*.html")):
        path = file.relative_to(site).as_posix()
        facts = facts_of(file.parent.name if file.name == "index.html" else file.stem)
        read = read_page(file, path, facts) if facts else None
        if read is None:
            continue
        page, html = read
        copy = work / "all" / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(html, encoding="utf-8")
        yield page


def _build(pages: Sequence[SearchPage], work: Path, target: Path, options: SearchOptions) -> tuple[Path, ...]:
    """One index for each run of pages: ``0``, ``1`` and so on."""
    jobs: list[tuple[Path, Path]] = []
    runs = split(pages, options)
    for number, run in enumerate(runs):
        source = work / str(number)
        for page in run:
            copy = source / page.path
            copy.parent.mkdir(parents=True, exist_ok=True)
            (work / "all" / page.path).rename(copy)
        jobs.append((source, target / str(number)))
    run_engine(jobs, options, at_once=at_once(runs, options))
    return tuple(index for _, index in jobs)


def _write_engine(indexes: Sequence[Path], target: Path) -> None:
    """Pagefind's module, which came with the first index, as the script that our interface loads."""
    for index in indexes[:1]:
        module = index / "pagefind.js"
        (target / "engine.js").write_text(engine_script(module.read_text(encoding="utf-8")), encoding="utf-8")
        module.unlink()


def _packs(site: Path, indexes: Sequence[Path], options: SearchOptions) -> tuple[int, ...]:
    """For each index the number of packs of fragments; 0: a file for each fragment."""
    if options.host_files is None:
        return tuple(0 for _ in indexes)
    return pack_fragments(indexes, files=_files(site) + 1, limit=options.host_files)  # search.js is to come


def _files(folder: Path) -> int:
    return sum(1 for file in folder.rglob("*") if file.is_file())


def _manifest(
    pages: Sequence[SearchPage], indexes: Sequence[Path], packs: Sequence[int], target: Path
) -> dict[str, object]:
    """What the browser must know before its first query."""
    digest = sha256((target / "catalogue.js").read_bytes())
    for index in indexes:
        digest.update((index / "pagefind-entry.json").read_bytes())
    return {
        "build": digest.hexdigest()[:12],
        "indexes": [
            {"name": index.name, "packs": number, "start": _start_files(index)}
            for index, number in zip(indexes, packs, strict=True)
        ],
        "pages": len(pages),
        "tags": _topics(pages),
        "weights": {**RANKING, "metaWeights": META},
    }


def _start_files(index: Path) -> list[str]:
    """What the engine reads one after the other before a query; a browser that knows asks for all at once."""
    return sorted(file.name for file in index.iterdir() if file.suffix in {".pf_meta", ".pagefind"})


def _topics(pages: Sequence[SearchPage]) -> list[dict[str, str]]:
    """Tags offered while a reader types; countries are not, since every cable about one has its name."""
    codes = sorted({code for page in pages for code in dict(page.facets)["tag"]})
    known = [(code, tag(code)) for code in codes]
    return [
        {"code": code, "meaning": meaning(code)} for code, each in known if each and each.kind != "country"
    ]


def _report(
    site: Path,
    pages: Sequence[SearchPage],
    indexes: Sequence[Path],
    options: SearchOptions,
    problems: Sequence[Problem],
) -> IndexReport:
    files = _files(site)
    size = sum(file.stat().st_size for file in (site / FOLDER).rglob("*") if file.is_file())
    limit = options.host_files
    many = (_many(site, files, limit),) if limit is not None and files > limit else ()
    return IndexReport(
        pages=len(pages),
        indexes=len(indexes),
        files=files,
        size=size,
        problems=(*problems, *many),
    )


def _dropped(page: SearchPage) -> Problem:
    return Problem(
        path=page.path,
        line=None,
        code="search-missing",
        message="the search engine took the page for empty; no search finds it",
        hint="look whether the cable has any text",
    )


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
