"""The built site of the samples, hosted and offline: links, titles, sound HTML, nothing from another host."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from support.commands import environment
from support.sample import SampleSite

FORMS = ("hosted", "offline")
CABLES = ("06ASTANA38", "09ASTANA308", "09ASTANA436", "09ASTANA1182", "10ASTANA275")
LOADED = "script[src], img[src], iframe[src], link[href], source[src], video[src], audio[src], object[data]"
"""Elements for which a browser asks for something on its own. ``rel`` decides for a link."""
PASSIVE = {"canonical", "alternate", "next", "prev", "author", "license"}
"""Kinds of ``<link>`` that a browser does not load."""


@cache
def parsed(page: Path) -> LexborHTMLParser:
    return LexborHTMLParser(page.read_bytes())


@cache
def anchors(page: Path) -> frozenset[str]:
    """Every place on a page that a link can lead to."""
    named = parsed(page).css("[id], a[name]")
    return frozenset(node.attributes.get("id") or node.attributes.get("name") or "" for node in named)


REFRESH = "meta[http-equiv=refresh]"
"""What makes a page one that only leads on to another."""


def pages(site: Path) -> list[Path]:
    """The pages that a reader sees; 404.html stands at whatever address was asked for."""
    found = (path for path in site.rglob("*.html") if path.name != "404.html")
    return sorted(path for path in found if not parsed(path).css_matches(REFRESH))


def moved(site: Path) -> list[Path]:
    """The pages that lead on from a former address."""
    return sorted(path for path in site.rglob("*.html") if parsed(path).css_matches(REFRESH))


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest, sample_site: SampleSite) -> Path:
    folder: Path = getattr(sample_site, request.param)
    return folder


def links(page: Path, site: Path) -> Iterator[tuple[str, Path, str]]:
    """Every link to the site itself: as written, the file it names, the anchor."""
    for node in parsed(page).css("a[href]"):
        href = node.attributes["href"] or ""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            continue
        path = unquote(parts.path)
        start = site if path.startswith("/") else page.parent
        target = (start / path.lstrip("/")).resolve() if path else page
        yield href, target / "index.html" if target.is_dir() else target, unquote(parts.fragment)


def broken(page: Path, site: Path) -> Iterator[str]:
    for href, target, anchor in links(page, site):
        if not target.is_file():
            yield f"{page.relative_to(site)}: {href} leads to no file"
        elif anchor and target.suffix == ".html" and anchor not in anchors(target):
            yield f"{page.relative_to(site)}: {href} leads to no place on that page"


def test_every_link_and_anchor_leads_somewhere(form: Path) -> None:
    found = pages(form)
    assert len(found) > 50
    assert [line for page in found for line in broken(page, form)] == []


def test_every_former_address_leads_to_a_page(form: Path) -> None:
    for page in moved(form):
        (node,) = parsed(page).css(REFRESH)
        target = (node.attributes["content"] or "").partition("url=")[2]
        found = (page.parent / unquote(target)).resolve()
        assert (found / "index.html" if found.is_dir() else found) in pages(form), page.relative_to(form)
        assert {href for href, _, _ in links(page, form)} == {target}


def test_links_to_folders_end_in_a_page_when_opened_from_disk(sample_site: SampleSite) -> None:
    site = sample_site.offline
    bare = [
        f"{page.relative_to(site)}: {href}"
        for page in pages(site)
        for href, target, _ in links(page, site)
        if target.name == "index.html" and "index.html" not in href and urlsplit(href).path
    ]
    assert bare == []


def asked_for(page: Path) -> Iterator[str]:
    """Addresses that a browser loads by itself when it shows the page."""
    for node in parsed(page).css(LOADED):
        attributes = node.attributes
        if node.tag == "link" and set((attributes.get("rel") or "").split()) & PASSIVE:
            continue
        yield attributes.get("src") or attributes.get("href") or attributes.get("data") or ""


def test_no_page_loads_anything_from_another_host(form: Path) -> None:
    foreign = {
        f"{page.relative_to(form)}: {address}"
        for page in form.rglob("*.html")
        for address in asked_for(page)
        if urlsplit(address).netloc
    }
    assert foreign == set()


def test_no_stylesheet_loads_anything_from_another_host(form: Path) -> None:
    found = list(form.rglob("*.css"))
    assert found
    foreign = [
        f"{path.relative_to(form)}: {address}"
        for path in found
        for address in re.findall(
            r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^)\"'\s]+)", path.read_text("utf-8")
        )
    ]
    assert foreign == []


def test_what_a_page_loads_is_there(form: Path) -> None:
    missing = {
        f"{page.relative_to(form)}: {address}"
        for page in pages(form)
        for address in asked_for(page)
        if not urlsplit(address).netloc
        and not address.startswith("data:")
        and not (page.parent / unquote(urlsplit(address).path)).resolve().is_file()
    }
    assert missing == set()


def test_every_page_has_one_first_heading(form: Path) -> None:
    counts = {str(page.relative_to(form)): len(parsed(page).css("h1")) for page in pages(form)}
    assert {page: count for page, count in counts.items() if count != 1} == {}


def test_every_page_has_a_title_of_its_own(form: Path) -> None:
    titles = Counter(
        node.text(strip=True) for page in pages(form) for node in parsed(page).css("head > title")
    )
    assert titles.total() == len(pages(form))
    assert "" not in titles
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_is_sound_html(form: Path) -> None:
    for page in pages(form):
        where = str(page.relative_to(form))
        text = page.read_text("utf-8")
        assert text.lstrip().lower().startswith("<!doctype html>"), where
        html = parsed(page)
        for needed in ("html[lang]", "meta[charset=utf-8]", "meta[name=viewport]"):
            assert html.css_matches(needed), f"{where}: no {needed}"
        ids = Counter(node.attributes["id"] for node in html.css("[id]"))
        assert [name for name, count in ids.items() if count > 1] == [], f"{where}: an id twice"
        assert [node.html for node in html.css("img:not([alt])")] == [], f"{where}: a picture without words"
        assert [node.html for node in html.css("a a")] == [], f"{where}: a link within a link"


@pytest.mark.parametrize("flags", [(), ("--no-directory-urls",)], ids=["folders", "files"])
def test_mkdocs_itself_builds_the_pages_strictly(
    sample_site: SampleSite, tmp_path: Path, flags: tuple[str, ...]
) -> None:
    done = subprocess.run(  # noqa: S603 - MkDocs' own command with fixed arguments
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site"), *flags],
        cwd=sample_site.project,
        env=environment(NO_MKDOCS_2_WARNING="1"),
        capture_output=True,
        check=False,
        text=True,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
