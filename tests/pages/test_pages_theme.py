"""The theme over generated pages: what a browser gets, in the hosted and the offline form."""

import logging
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

from generator.model import Cable
from generator.pages import home_page
from support.record import SITE, citing, gathered, named, record, site_of

CONFIG = Path(__file__).parents[2] / "mkdocs.yml"
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> &lt;b&gt; {{ config }} {% raw %}"
CABLE = "cables/2009/02/09ASTANA90001"


def hostile_cables() -> tuple[Cable, ...]:
    cable = record("09ASTANA90001", f"{HOSTILE} Askar, see ref A.", subject=HOSTILE, classified_by=HOSTILE)
    cable = named(citing(cable, "ref A", "08BERN90002"), "Askar", "askar", roles=(HOSTILE,))
    cable = replace(cable, people=(replace(cable.people[0], name=HOSTILE),))
    return cable, record("09ASTANA90004", HOSTILE, origin=HOSTILE, post=HOSTILE, country=HOSTILE)


@pytest.fixture(scope="module", params=[True, False], ids=["hosted", "offline"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built strictly: MkDocs itself refuses links and anchors that lead nowhere."""
    root = tmp_path_factory.mktemp("theme")
    cables = hostile_cables()
    pages = {path: output.content for path, output in site_of(*cables).items()}
    home = home_page(gathered(*cables), SITE, "# Ours\n")
    pages |= {home.path: home.content, "data/cables.jsonl": b"{}\n"}
    written = ("search", "basket", "data/index", "about", "how-to-read-a-cable")
    pages |= {f"{name}.md": b"# Text\n" for name in written}
    for path, content in pages.items():
        file = root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    config = load_config(
        str(CONFIG),
        docs_dir=str(root / "docs"),
        site_dir=str(root / "site"),
        use_directory_urls=request.param,
        strict=True,
    )
    build(config)
    return root / "site"


def pages_of(site: Path) -> Iterator[tuple[Path, LexborHTMLParser]]:
    for file in sorted(site.rglob("*.html")):
        yield file, LexborHTMLParser(file.read_text(encoding="utf-8"))


def cable_page(site: Path) -> LexborHTMLParser:
    file = site / CABLE / "index.html"
    return LexborHTMLParser((file if file.is_file() else site / f"{CABLE}.html").read_text(encoding="utf-8"))


def test_text_of_a_cable_is_nowhere_more_than_text(site: Path) -> None:
    for file, page in pages_of(site):
        assert not page.css("img, [onerror]"), file
        for script in page.css("script"):
            kind = script.attributes.get("type")
            assert kind in ("application/json", "application/ld+json") or "alert(1)" not in script.text(), (
                file
            )


def test_titles_show_the_subject_as_it_is(site: Path) -> None:
    page = cable_page(site)
    title, heading = page.css_first("title"), page.css_first("h1")
    assert title is not None
    assert heading is not None
    assert title.text().casefold().startswith(HOSTILE.casefold())
    assert heading.text().strip().casefold() == HOSTILE.casefold()
    described = page.css_first("meta[name='DCTERMS.title']")
    assert described is not None
    assert (described.attributes["content"] or "").casefold() == HOSTILE.casefold()


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    for file, page in pages_of(site):
        loads = [node.attributes.get("src") for node in page.css("[src]")]
        loads += [node.attributes.get("href") for node in page.css("link[href]:not([rel=canonical])")]
        assert not [load for load in loads if load and (":" in load or load.startswith("//"))], file


def test_every_link_leads_to_a_file(site: Path) -> None:
    for file, page in pages_of(site):
        if file.name == "404.html":
            continue  # its links count from the root of the server
        for node in page.css("a[href], link[href], script[src]"):
            href = node.attributes.get("href") or node.attributes.get("src") or ""
            path = unquote(urldefrag(href)[0])
            if not path or ":" in path:
                continue
            target = (file.parent / path).resolve()
            assert target.is_file() or (target / "index.html").is_file(), (file, href)


def test_pages_are_lean(site: Path) -> None:
    for name in ("index.html", "tags/index.html"):
        assert (site / name).stat().st_size < 35_000


SCRIPTS = CONFIG.parent / "overrides/assets/javascripts"


def test_scripts_joined_in_one_file_are_whole_and_each_is_in_one(site: Path) -> None:
    """A sign that Jinja knows would take a piece out of a script, or a page down."""
    joined = "".join((site / "joined" / name).read_text("utf-8") for name in ("search.js", "search-page.js"))
    scripts = [SCRIPTS / "elements.js", *(SCRIPTS / "search").glob("*.js")]
    assert [path.name for path in scripts if joined.count(path.read_text("utf-8").strip()) != 1] == []


def test_every_page_loads_the_joined_scripts(site: Path) -> None:
    for file, tree in pages_of(site):
        sources = [node.attributes["src"] or "" for node in tree.css("script[src]")]
        assert sum(source.endswith("joined/search.js") for source in sources) == 1, file
