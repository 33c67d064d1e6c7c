"""Generated pages pressed one by one: byte for byte what ``mkdocs build`` writes."""

import os
import pickle
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.pipeline.workers import in_order
from generator.publish import open_project, render
from generator.publish.press import Press, Shell
from generator.publish.render import Rendered
from generator.settings import heard, read_configuration
from support.sample import SampleSite


@dataclass(frozen=True)
class Project:
    """A project with generated pages in its docs folder."""

    folder: Path

    @property
    def docs(self) -> Path:
        """The Markdown."""
        return self.folder / "docs"

    @property
    def config(self) -> Path:
        """Its mkdocs.yml."""
        return self.folder / "mkdocs.yml"

    def generated(self) -> list[str]:
        """Paths of what no person wrote."""
        written = {"about.md", "home.md", "how-to-read-a-cable.md", "search.md", "own.md"}
        files = (path.relative_to(self.docs).as_posix() for path in self.docs.rglob("*") if path.is_file())
        return sorted(name for name in files if name not in written and not name.startswith("."))

    def add(self, lines: str, *, instead_of: str = "") -> None:
        """Change mkdocs.yml."""
        text = self.config.read_text("utf-8")
        assert instead_of in text
        self.config.write_text(text.replace(instead_of, lines) if instead_of else f"{text}{lines}\n", "utf-8")

    def pressed(self, *, directory_urls: bool = True, workers: int = 1) -> tuple[Rendered, dict[str, bytes]]:
        """What our rendering makes of it."""
        site = self.folder / "pressed"
        site.mkdir()
        with open_project(self.config) as project:
            rendered = render(
                read_configuration(project).mkdocs,
                docs=self.docs,
                site=site,
                generated=self.generated(),
                directory_urls=directory_urls,
                in_order=partial(in_order, workers=workers),
            )
        return rendered, tree(site)

    def plain(self, *, directory_urls: bool = True) -> dict[str, bytes]:
        """What ``mkdocs build`` makes of it; what its mkdocs.yml leaves out is ours."""
        os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
        site = self.folder / "plain"
        if (self.folder / "overrides" / "cable.html").is_file():
            config = load_config(str(self.config), site_dir=str(site), use_directory_urls=directory_urls)
        else:
            with open_project(self.config) as project:
                config = read_configuration(project).mkdocs.config
            config.site_dir, config.use_directory_urls = str(site), directory_urls
        config.plugins.on_startup(command="build", dirty=False)
        with heard(self.config):
            build(config)
        return tree(site)


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def differing(ours: dict[str, bytes], theirs: dict[str, bytes]) -> list[str]:
    return sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))


@pytest.fixture
def samples(sample_site: SampleSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The samples' project, to be changed; it has an address, so that the sitemap is compared too."""
    monkeypatch.setenv("SITE_URL", "https://cables.example.org/a/")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    shutil.copytree(sample_site.project / "docs", tmp_path / "docs")
    shutil.copytree(sample_site.project / "overrides", tmp_path / "overrides")
    shutil.copy(sample_site.project / "mkdocs.yml", tmp_path)
    return Project(tmp_path)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A few pages."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    (tmp_path / "docs" / "tags").mkdir(parents=True)
    (tmp_path / "overrides").mkdir()
    project = Project(tmp_path)
    project.config.write_text(
        "site_name: x\nsite_url: https://x.example/\nnav: [Own: own.md, Tags: tags/index.md]\n"
        "theme: {name: material, font: false, custom_dir: overrides}\nplugins: []\n"
        "markdown_extensions: [attr_list, def_list, md_in_html, {toc: {toc_depth: 1-2}}]\n"
        "validation: {links: {anchors: warn}}\n",
        "utf-8",
    )
    head = "---\n{template: main.html}\n---\n\n# X {: #cp-title }\n\n"
    (tmp_path / "docs" / "own.md").write_text("# Own\n\n[A](tags/A.md)\n", "utf-8")
    (tmp_path / "docs" / "tags" / "index.md").write_text(f"{head}[A](../tags/A.md)\n", "utf-8")
    (tmp_path / "docs" / "tags" / "A.md").write_text(
        f"{head}## Y {{: #y1 }}\n\nText [B](../tags/B.md)\n", "utf-8"
    )
    (tmp_path / "docs" / "tags" / "B.md").write_text(f"{head}[A](../tags/A.md#y1)\n", "utf-8")
    return project


@pytest.mark.parametrize("directory_urls", [True, False], ids=["hosted", "offline"])
def test_every_file_of_the_samples_is_as_mkdocs_writes_it(samples: Project, directory_urls: bool) -> None:  # noqa: FBT001
    rendered, pressed = samples.pressed(directory_urls=directory_urls, workers=2)
    assert rendered == Rendered(problems=(), together=None)
    assert differing(pressed, samples.plain(directory_urls=directory_urls)) == []
    assert len(pressed) > 100


OWN = """\
{% extends "base.html" %}
{% block extrahead %}{% if page %}<meta name="own" content="{{ page.title }} {{ page.meta.template }}
 {{ page.toc | length }} {{ page.canonical_url }} {{ nav.items | map(attribute="title") | join }}
 {{ page.ancestors | length }}">{% endif %}{% endblock %}
"""


def test_templates_of_the_publishers_work(small: Project) -> None:
    (small.folder / "overrides" / "main.html").write_text(OWN, "utf-8")
    rendered, pressed = small.pressed()
    assert rendered.together is None
    assert b'<meta name="own" content="X' in pressed["tags/A/index.html"]
    assert differing(pressed, small.plain()) == []


SPOKEN = '# X {: #cp-title }\n\n"Text" (c)\nmore -- and\n'


@pytest.mark.parametrize("together", [False, True], ids=["apart", "together"])
def test_extensions_of_the_publishers_change_their_own_pages_and_no_cable(
    small: Project,
    together: bool,  # noqa: FBT001 - how pages are rendered
) -> None:
    """A page of the navigation (tags/index) is rendered by MkDocs itself, the others by the press."""
    if together:
        (small.folder / "hook.py").write_text("def on_page_content(html, **_): return html\n", "utf-8")
        small.add("hooks: [hook.py]")
    for name in ("own.md", "tags/A.md", "tags/index.md"):
        (small.docs / name).write_text(SPOKEN, "utf-8")
    plainly = small.pressed()[1]
    shutil.rmtree(small.folder / "pressed")
    small.add("[attr_list, smarty, nl2br, pymdownx.smartsymbols,", instead_of="[attr_list,")
    rendered, changed = small.pressed()
    assert (rendered.together is not None) == together
    assert [name for name in differing(plainly, changed) if name.endswith(".html")] == ["own/index.html"]
    assert "\u201cText\u201d" not in changed["own/index.html"].decode()
    assert b"&ldquo;Text&rdquo;" in changed["own/index.html"]


def test_what_users_of_material_turn_on_is_on_every_page(small: Project) -> None:
    features = "features: [navigation.tabs, navigation.tabs.sticky]"
    small.add(f"custom_dir: overrides, favicon: own.png, {features}", instead_of="custom_dir: overrides")
    small.add("extra: {alternate: [{name: Italiano, link: /it/, lang: it}]}")
    (small.docs / "own.md").write_text("---\ndescription: Said in front matter\n---\n# Own\n", "utf-8")
    _, pressed = small.pressed()
    own, made = (pressed[f"{name}/index.html"].decode() for name in ("own", "tags/A"))
    assert '<meta name="description" content="Said in front matter">' in own
    assert '<link rel="icon" href="../own.png">' in own
    assert '<link rel="icon" href="../../own.png">' in made
    for page in (own, made):
        assert '<link rel="alternate" href="/it/" hreflang="it">' in page
        assert page.index("md-header--lifted") < page.index('class="md-tabs"') < page.index("</header>")
        assert page.count('class="md-tabs"') == 1


TOGETHER = {
    "hook": ("hooks: [hook.py]", "on_page_content of hook.py may touch every page"),
    "navigation": ("nav: null", "mkdocs.yml has no nav:, so that every page is in the navigation"),
    "drafts": ("draft_docs: /tags/A.md", "draft_docs: names generated pages"),
    "template": ("theme: {name: material, custom_dir: own}", "the template main.html asks for all pages"),
}


@pytest.mark.parametrize("kind", TOGETHER)
def test_what_may_touch_every_page_has_mkdocs_render_all(small: Project, kind: str) -> None:
    lines, reason = TOGETHER[kind]
    (small.folder / "hook.py").write_text(
        "def on_page_content(html, **_): return html + '<p>hooked</p>'\n", "utf-8"
    )
    (small.folder / "own").mkdir()
    (small.folder / "own" / "main.html").write_text(
        '{% extends "base.html" %}{% block extrahead %}{{ pages | length }}{% endblock %}', "utf-8"
    )
    old = small.config.read_text("utf-8")
    key = lines.partition(":")[0]
    kept = [line for line in old.splitlines() if not line.startswith(f"{key}:")]
    small.config.write_text("\n".join([*kept, lines, ""]), "utf-8")
    rendered, pressed = small.pressed()
    assert rendered.together == reason
    assert differing(pressed, small.plain()) == []


def test_a_hook_that_looks_at_the_finished_site_sees_all_of_it(small: Project) -> None:
    (small.folder / "hook.py").write_text(
        "from pathlib import Path\n"
        "def on_post_build(config):\n"
        "    site = Path(config.site_dir)\n"
        "    pages = sorted(str(file.relative_to(site)) for file in site.rglob('tags/**/*.html'))\n"
        "    (site / 'pages.txt').write_text(' '.join(pages))\n",
        "utf-8",
    )
    small.add("hooks: [hook.py]")
    rendered, pressed = small.pressed()
    assert rendered.together is None
    assert pressed["pages.txt"] == b"tags/A/index.html tags/B/index.html tags/index.html"


def test_links_that_lead_nowhere_are_said_as_mkdocs_says_them(small: Project) -> None:
    page = "# X {: #cp-title }\n\n[a](../tags/no.md) [b](../tags/A.md#no) [c](#no) [d](../own.md#no)\n"
    (small.docs / "tags" / "B.md").write_text(page, "utf-8")
    (small.docs / "own.md").write_text("# Own\n\n[A](tags/A.md#none)\n", "utf-8")
    rendered, pressed = small.pressed()
    said = sorted(problem.message for problem in rendered.problems)
    small.add("hooks: [hook.py]")
    (small.folder / "hook.py").write_text("def on_page_content(html, **_): return html\n", "utf-8")
    shutil.rmtree(small.folder / "pressed")
    together, plain = small.pressed()
    assert said == sorted(problem.message for problem in together.problems)
    assert len(said) == 5
    assert differing(pressed, plain) == []


def _shell(project: Project) -> Shell:
    """The shell of a build, and with it how it is made."""
    found: list[Shell] = []

    def kept(work: object, items: object) -> list[object]:  # noqa: ARG001 - nothing is pressed
        found.append(work.shell)  # type: ignore[attr-defined] # our own
        return []

    site = project.folder / "shelled"
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir()
    with open_project(project.config) as opened:
        render(
            read_configuration(opened).mkdocs,
            docs=project.docs,
            site=site,
            generated=project.generated(),
            directory_urls=True,
            in_order=kept,  # type: ignore[arg-type] # stands in
        )
    return found[0]


def test_a_page_depends_on_its_markdown_and_the_shell_alone(small: Project) -> None:
    shell = _shell(small)
    source = (small.docs / "tags" / "A.md").read_bytes()
    page = Press(shell).page("tags/A.md", source)
    there: Shell = pickle.loads(pickle.dumps(shell))  # noqa: S301 - as it travels to another process
    assert there.digest == shell.digest == _shell(small).digest
    assert Press(there).page("tags/A.md", source) == page
    assert page.by_grammar
    assert page.unsound is None


def _template(project: Project) -> None:
    (project.folder / "overrides" / "main.html").write_text('{% extends "base.html" %}', "utf-8")


CHANGES: dict[str, Callable[[Project], None]] = {
    "template": _template,
    "option": lambda project: project.add("copyright: x"),
    "contents": lambda project: project.add("{toc: {title: x}}", instead_of="{toc: {toc_depth: 1-2}}"),
    "section": lambda project: project.add("Own: own.md, More: own.md", instead_of="Own: own.md"),
    "title": lambda project: project.add("[own.md, More", instead_of="[Own: own.md, More"),
}


def test_the_digest_is_another_when_anything_around_a_page_is(small: Project) -> None:
    digests = {"nothing": _shell(small).digest}
    for name, change in CHANGES.items():
        change(small)
        digests[name] = _shell(small).digest
    assert len({*digests.values()}) == len(digests), digests
