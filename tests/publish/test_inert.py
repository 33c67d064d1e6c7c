"""What a page may hold: the second lock, held against what the first would let through were it broken."""

from pathlib import Path

import pytest

from generator.pages import escape
from generator.publish import SiteError, open_project, render
from generator.publish.inert import active, foreign
from generator.settings import read_configuration
from support.record import record, site_of
from support.rendering import CONFIG

SOUND = (
    '<h1 id="cp-title">Title</h1><p id="para-1" class="cp-para">'
    '<a class="cp-num" href="#para-1" title="Link">1.</a> Text <a href="../../tags/PGOV/">PGOV</a>.</p>'
)

FOREIGN = [
    "<script>alert(1)</script>",
    "<img src=x>",
    "<svg><a xlink:href=x></a></svg>",
    "<svg><use href=x></use></svg>",
    "<svg><animate attributeName=href></animate></svg>",
    "<svg onload=x></svg>",
    "<svg><path d='url(x)'></path></svg>",
    "<svg><foreignObject></foreignObject></svg>",
    "<svg width=9999></svg>",
    "<svg><title>x</title></svg>",
    "<title>x</title>",
    "<iframe></iframe>",
    "<form></form>",
    "<style>*{}</style>",
    "<base href=x>",
    "<meta http-equiv=refresh>",
    "<p onfocus=x autofocus>x</p>",
    "<p style=position:fixed>x</p>",
    "<p class=md-overlay>x</p>",
    "<p class='cp-para md-search'>x</p>",
    "<p id=location>x</p>",
    "<p id=OWNED>x</p>",
    "<p id=para-1>again</p>",
    "<p contenteditable>x</p>",
    "<p name=x>x</p>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href='data:text/html,x'>x</a>",
    "<a href='https://other.example/'>x</a>",
    "<a href='//other.example/'>x</a>",
    "<a href='/x'>x</a>",
    "<a href='\\\\other.example'>x</a>",
    "<a href='x' target=_blank>x</a>",
    "<p class=cp-report><a href='javascript:alert(1)'>x</a></p>",
    "<p><a href='mailto:a@other.example'>x</a></p>",
    "<input type=submit>",
    "</article>",
    "</main><h1>Another page</h1>",
    "</article></main>",
    "<div>",
    "<!--",
    "<p title='",
    "<details open>x</details>",
    "<hr>",
    "<pre><textarea>",
]
"""Each is nothing that a page made from cables may hold."""


def test_a_page_of_ours_is_sound() -> None:
    report = '<p class="cp-report"><a href="https://tracker.example.org/new?a=b%20c">Report</a></p>'
    assert list(foreign(SOUND + report)) == []


def test_a_drawing_of_ours_is_sound() -> None:
    drawing = (
        '<svg viewBox="0 0 7 7"><path d="M1 2l3-4z"></path><a href="../lima/"><title>Lima: 2</title>'
        '<circle cx="1" cy="2" r="1.5"></circle><text x="1" y="2" class="cp-end">Lima</text></a></svg>'
    )
    assert list(foreign(SOUND + drawing)) == []


@pytest.mark.parametrize("html", FOREIGN)
def test_what_no_page_of_ours_has_is_found(html: str) -> None:
    assert list(foreign(SOUND + html))
    assert list(foreign(f'<div class="cp-body">{html}</div>{SOUND}'))


def test_only_the_generated_part_of_a_page_is_held_to_the_list() -> None:
    written = '<iframe src="x"></iframe><div class="cp-overview"><p>x</p></div>'
    assert list(foreign(written, within="cp-overview")) == []
    assert list(foreign(written.replace("<p>", "<p onclick=x>"), within="cp-overview"))


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<script src=//other.example/x.js></script>",
        "<p onclick=x>x</p>",
        "<a href='java\nscript:alert(1)'>x</a>",
        "<a href=' JAVASCRIPT:alert(1)'>x</a>",
        "<img src=https://other.example/x.png>",
        "<img src='\\\\other.example/x.png'>",
        "<svg><image href=//other.example/x.png></svg>",
        "<svg onload=alert(1)>",
        "<a href=x\tONCLICK = x>x</a>",
        "<link rel=stylesheet href=//other.example/x.css>",
        "<iframe srcdoc=x></iframe>",
        "<base href=x>",
        "<meta http-equiv=refresh content=0>",
        "<object data=x></object>",
        "<button formaction=javascript:x>x</button>",
    ],
)
def test_what_acts_by_itself_is_found_anywhere_in_a_page(html: str) -> None:
    assert active(f"<!doctype html><html><head></head><body>{html}</body></html>")


@pytest.mark.parametrize(
    "html",
    [
        "<script type=application/ld+json>{}</script>",
        "<script src=../assets/x.js></script>",
        "<link rel=canonical href=https://cables.example.org/>",
        "<a href=https://elsewhere.example/>x</a>",
        "<a href=mailto:x@example.org>x</a>",
    ],
)
def test_what_waits_for_the_reader_may_stand_around_the_text(html: str) -> None:
    assert active(f"<!doctype html><html><head></head><body>{html}</body></html>") == frozenset()


def _site(tmp_path: Path, **pages: str) -> Path:
    """A small project with the theme as it is; generated pages below tags/."""
    (tmp_path / "docs" / "tags").mkdir(parents=True)
    (tmp_path / "site").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: material, font: false}\nmarkdown_extensions: [attr_list, md_in_html]\n"
        "plugins: []\n",
        encoding="utf-8",
    )
    for name, text in pages.items():
        (tmp_path / "docs" / name.replace("__", "/")).with_suffix(".md").write_text(text, encoding="utf-8")
    return tmp_path


def _render(folder: Path) -> None:
    with open_project(folder / "mkdocs.yml") as project:
        generated = [path.relative_to(folder / "docs").as_posix() for path in folder.glob("docs/tags/*")]
        render(
            read_configuration(project).mkdocs,
            docs=folder / "docs",
            site=folder / "site",
            generated=["index.md", *generated],
            directory_urls=True,
        )


HEAD = "# X {: #cp-title }\n\n"


def test_a_page_made_from_cables_that_holds_a_handler_stops_the_build(tmp_path: Path) -> None:
    folder = _site(tmp_path, index="# X\n", tags__X=f"{HEAD}Text\n{{: onfocus=alert(1) }}\n")
    with pytest.raises(SiteError, match=r"^tags/X\.md: holds <p onfocus>, .*SECURITY\.md$"):
        _render(folder)


def test_pages_that_people_write_hold_what_they_like(tmp_path: Path) -> None:
    own = "# X\n\n<iframe src='https://other.example/'></iframe>\n\nText\n{: onclick=x }\n"
    _render(_site(tmp_path, index=own, about=own, tags__X=f"{HEAD}Text\n"))
    assert (tmp_path / "site" / "tags" / "X" / "index.html").is_file()


def test_a_template_that_forgets_to_escape_is_found(tmp_path: Path) -> None:
    folder = _site(tmp_path, index="# X\n", tags__X=f"---\nsubject: <script>x</script>\n---\n{HEAD}Text\n")
    (folder / "overrides").mkdir()
    (folder / "overrides" / "main.html").write_text(
        '{% extends "base.html" %}{% block extrahead %}{{ page.meta.subject if page }}{% endblock %}',
        encoding="utf-8",
    )
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("font: false", "font: false, custom_dir: overrides"))
    with pytest.raises(SiteError, match=r"^tags/X\.md: holds <script>x, "):
        _render(folder)


def test_a_hole_in_the_escaping_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The locks are two: with the first open, the second holds."""
    monkeypatch.setattr(escape, "_reference", lambda found: found.group())
    for path, output in site_of(record("09ASTANA90001", "x <img src=x onerror=alert(1)>")).items():
        file = tmp_path / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.content)
    site = tmp_path / "site"
    site.mkdir()
    docs = tmp_path / "docs"
    generated = [path.relative_to(docs).as_posix() for path in docs.rglob("*.md")]
    with open_project(CONFIG) as project, pytest.raises(SiteError, match="holds <img>"):
        render(
            read_configuration(project).mkdocs, docs=docs, site=site, generated=generated, directory_urls=True
        )
