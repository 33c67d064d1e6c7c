"""A build that takes from the store what did not change makes the site that a build from nothing makes.

The proof: any row of changes to a small project, builds between them, some of them killed, the store damaged,
the program another version; after each build the site is held against one made from nothing, byte for byte.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from mkdocs.plugins import BasePlugin

from generator.model import Problem
from generator.pipeline import Report, build_site, memory, record_release, records, remembering_files
from generator.pipeline.fingerprint import settings_of
from generator.pipeline.gatekeeper import escaped
from generator.pipeline.watch import Watch, unwatched
from generator.publish import open_project
from generator.settings import Finding, read_configuration
from generator.store import FOLDER
from support.commands import ROOT
from support.invented import invent, telegram
from support.tree import differences, files

Item = TypeVar("Item")

CONFIG = """\
site_name: Invented
theme:
  name: null
  custom_dir: overrides
  static_templates: [sitemap.xml]
markdown_extensions: [attr_list, def_list, md_in_html, toc]
plugins: []
exclude_docs: home.md
extra:
  cablepress:
"""
TEMPLATE = """\
<!doctype html>
<title>{{ page.title }}</title>
<main><article>{{ page.content }}</article></main>
"""
PEOPLE = (
    "",
    "hide:\n  - Dinara Brandt\n",
    "rename:\n  - {from: Askar Omirbek, to: Askar Omirbekov}\n",
    "same:\n  - [Ursula Quesada, Marisol Quesada]\n",
)
OPTIONS = (
    "related: 2",
    "people_page_min: 2",
    'mask: ["Konrad Aebischer"]',
    "protect: mask",
    'report_to: "mailto:a@example.org"',
)
WORDS = ("Ambassador", "budget", "Askar Omirbek", "Konrad Aebischer", "Dinara Brandt (strictly protect)")


class KilledError(Exception):
    """What a build in these tests is ended with."""


def killing(after: int) -> Watch:
    """A watch that ends the work when it has seen so many items of any stage."""
    left = iter(range(after))

    def watch(what: str, items: Iterable[Item], total: int | None = None) -> Iterator[Item]:  # noqa: ARG001
        for item in items:
            if next(left, None) is None:
                raise KilledError
            yield item

    return watch


def make_project(folder: Path, *, cables: int) -> None:
    """A project with an own, bare theme, so that a build takes a moment."""
    for name in ("docs", "overrides", "corpus"):
        (folder / name).mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG + "    related: 5\n", encoding="utf-8")
    (folder / "docs" / "home.md").write_text("# Home\n", encoding="utf-8")
    (folder / "docs" / "about.md").write_text("# About\n\nThese cables.\n", encoding="utf-8")
    for name in ("main.html", "cable.html", "index.html", "search.html", "basket.html"):
        (folder / "overrides" / name).write_text(TEMPLATE, encoding="utf-8")
    # MkDocs' own asks every page for its date, so that none could be made apart
    shutil.copyfile(ROOT / "overrides" / "sitemap.xml", folder / "overrides" / "sitemap.xml")
    for number in range(cables):
        add_cable(folder, number)


def add_cable(project: Path, number: int) -> None:
    """An invented cable under its number."""
    text = telegram(invent(number, paragraphs=3))
    (project / "corpus" / f"{number}.txt").write_text(text, encoding="utf-8")


def build(project: Path, site: Path, *, store: bool = True, watch: Watch = unwatched) -> Report:
    with open_project(project / "mkdocs.yml") as opened:
        configured = read_configuration(opened, workers=1, store=store, expose_unclear=True)
        return build_site(configured, site, watch=watch)


def from_nothing(project: Path) -> dict[str, bytes]:
    """The site as a build makes it that knows nothing of others."""
    with tempfile.TemporaryDirectory() as folder:
        build(project, Path(folder, "site"), store=False)
        return files(Path(folder, "site"))


def damage(file: Path, part: float, *, cut: bool) -> None:
    """Part of a file overwritten, or what comes behind it lost."""
    if not file.exists():
        return
    content = bytearray(file.read_bytes())
    at = int(len(content) * part)
    content[at:] = b"" if cut else bytes(300) + content[at + 300 :]
    file.write_bytes(content)


class Builds(RuleBasedStateMachine):
    """A project, changed and built."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.project, self.site = self.folder / "project", self.folder / "site"
        self.patch = pytest.MonkeyPatch()
        self.cold: dict[str, bytes] = {}
        """The site from nothing, while nothing has changed."""

    @initialize()
    def begin(self) -> None:
        make_project(self.project, cables=4)
        build(self.project, self.site)

    def cable(self, number: int) -> Path | None:
        """One of the corpus."""
        cables = sorted((self.project / "corpus").glob("*.txt"))
        return cables[number % len(cables)] if len(cables) > 1 else None

    @rule(number=st.integers(0, 30))
    def add(self, number: int) -> None:
        add_cable(self.project, number)
        self.cold = {}

    @rule(number=st.integers(0, 30), word=st.sampled_from(WORDS))
    def change(self, number: int, word: str) -> None:
        if path := self.cable(number):
            text = path.read_text("utf-8").replace(" the ", f" {word} saw the ", 1)
            path.write_text(text, encoding="utf-8")
            self.publish_all()

    @rule(number=st.integers(0, 30))
    def remove(self, number: int) -> None:
        if path := self.cable(number):
            path.unlink()
            self.publish_all()

    @rule(number=st.integers(0, 30), name=st.sampled_from(["a.txt", "b.txt", "sub/c.txt"]))
    def rename(self, number: int, name: str) -> None:
        if path := self.cable(number):
            (self.project / "corpus" / "sub").mkdir(exist_ok=True)
            path.replace(self.project / "corpus" / name)
            self.publish_all()

    def publish_all(self) -> None:
        """Nothing is withheld any more."""
        (self.project / "withhold.yml").unlink(missing_ok=True)
        self.cold = {}

    @rule(option=st.sampled_from(OPTIONS))
    def configure(self, option: str) -> None:
        (self.project / "mkdocs.yml").write_text(f"{CONFIG}    {option}\n", encoding="utf-8")
        self.cold = {}

    @rule(language=st.sampled_from(["de", "fr"]))
    def speak(self, language: str) -> None:
        spoken = CONFIG.replace("  name: null\n", f"  name: null\n  language: {language}\n")
        (self.project / "mkdocs.yml").write_text(f"{spoken}    related: 5\n", encoding="utf-8")
        self.cold = {}

    @rule(people=st.sampled_from(PEOPLE))
    def decide(self, people: str) -> None:
        (self.project / "people.yml").write_text(people, encoding="utf-8")
        self.cold = {}

    @rule(subject=st.sampled_from(["", "BUDGET", "ASKAR OMIRBEK SPEAKS"]), number=st.integers(0, 6))
    def correct(self, subject: str, number: int) -> None:
        entry = f"- cable: {invent(number).id}\n  correct: {{subject: {subject}}}\n" if subject else ""
        (self.project / "corrections.yml").write_text(entry, encoding="utf-8")
        self.cold = {}

    @rule(what=st.sampled_from(["", "paragraph: 2", "reason: By request"]), number=st.integers(0, 30))
    def withhold(self, what: str, number: int) -> None:
        """An entry on no cable would stop the build: it goes with its cable."""
        path = self.cable(number)
        if path and path.stem.isdigit():
            entry = f"- cable: {invent(int(path.stem)).id}\n  {what}\n" if what else ""
            (self.project / "withhold.yml").write_text(entry, encoding="utf-8")
            self.cold = {}

    @rule(number=st.integers(0, 6), subject=st.sampled_from(["cable: {}", "tag: PGOV", "year: 2004"]))
    def note(self, number: int, subject: str) -> None:
        key = invent(number).id
        note = f"- {subject.format(key)}\n  text: See [[{key}]].\n"
        (self.project / "notes.yml").write_text(note, encoding="utf-8")
        (self.project / "docs" / "about.md").write_text(f"# About\n\n[[{key}#2]]\n", encoding="utf-8")
        self.cold = {}

    @rule(name=st.sampled_from(["Files", "Others"]))
    def collect(self, name: str) -> None:
        entries = f"- {{folder: ., name: {name}}}\n- {{folder: sub, box: '7'}}\n"
        (self.project / "collections.yml").write_text(entries, encoding="utf-8")
        self.cold = {}

    @rule()
    def release(self) -> None:
        """What is there is recorded, on a day of its own."""
        day = date(2026, 1, 1 + len(list((self.project / "history").glob("*.jsonl"))))
        with open_project(self.project / "mkdocs.yml") as opened:
            configured = read_configuration(opened, workers=1, expose_unclear=True)
            record_release(configured, day)
        self.cold = {}

    @rule(name=st.sampled_from(["home.md", "about.md", "new.md"]), word=st.sampled_from(WORDS))
    def write(self, name: str, word: str) -> None:
        (self.project / "docs" / name).write_text(f"# Written\n\n{word}\n", encoding="utf-8")
        self.cold = {}

    @rule(name=st.sampled_from(["main.html", "cable.html"]), word=st.sampled_from(WORDS[:2]))
    def restyle(self, name: str, word: str) -> None:
        (self.project / "overrides" / name).write_text(f"{TEMPLATE}<p>{word}</p>", encoding="utf-8")
        self.cold = {}

    @rule(version=st.binary(min_size=1, max_size=1))
    def upgrade(self, version: bytes) -> None:
        self.patch.setattr(memory, "code_digest", lambda *_: version)

    @rule(part=st.floats(0, 1), cut=st.booleans(), name=st.sampled_from(["", "-wal"]))
    def damage(self, part: float, name: str, *, cut: bool) -> None:
        damage(self.project / FOLDER / f"store.sqlite{name}", part, cut=cut)

    @rule(name=st.integers(0, 1000))
    def lose(self, name: int) -> None:
        """A file of the site is deleted."""
        present = sorted(path for path in self.site.rglob("*") if path.is_file() and path.name[:1] != ".")
        gone = present[name % len(present)]
        if gone.name != "cablepress.json":
            gone.unlink()

    @rule(after=st.integers(0, 40))
    def kill(self, after: int) -> None:
        before = files(self.site)
        try:
            build(self.project, self.site, watch=killing(after))
        except KilledError:
            assert files(self.site) == before
        else:
            self.as_from_nothing()

    @rule()
    def build(self) -> None:
        build(self.project, self.site)
        self.as_from_nothing()

    def as_from_nothing(self) -> None:
        """The site that was just built is that of a build from nothing."""
        self.cold = self.cold or from_nothing(self.project)
        assert "\n".join(differences(self.cold, files(self.site))) == ""

    def teardown(self) -> None:
        self.patch.undo()
        shutil.rmtree(self.folder)


Builds.TestCase.settings = settings(
    max_examples=int(os.environ.get("CABLEPRESS_BUILDS", "2")),
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
test_any_row_of_changes_and_builds = Builds.TestCase


@pytest.fixture
def project(tmp_path: Path) -> Path:
    make_project(tmp_path / "project", cables=3)
    return tmp_path / "project"


def test_where_nothing_changed_nothing_is_done(project: Path) -> None:
    site = project / "site"
    first = build(project, site)
    before = site.stat().st_ino
    again = build(project, site)
    assert (first.unchanged, again.unchanged) == (False, True)
    assert site.stat().st_ino == before
    assert (again.counts, again.warnings) == (first.counts, first.warnings)


@pytest.mark.parametrize("name", ["index.html", "about/index.html"])
def test_a_site_that_was_changed_is_not_taken_for_what_was_built(project: Path, name: str) -> None:
    build(project, project / "site")
    (project / "site" / name).unlink()
    assert not build(project, project / "site").unchanged
    assert (project / "site" / name).is_file()


def test_one_more_cable_is_the_only_one_that_is_read(project: Path) -> None:
    build(project, project / "site")
    add_cable(project, 7)
    report = build(project, project / "site")
    assert (report.remembered["cables read"].found, report.remembered["cables read"].made) == (3, 1)


def test_without_a_store_nothing_is_left_in_the_project(project: Path) -> None:
    build(project, project / "site", store=False)
    assert not (project / FOLDER).exists()


def test_a_folder_that_has_no_project_of_its_own_gets_no_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    with open_project(None) as opened:
        configured = read_configuration(opened, corpus=(project / "corpus",), workers=1, expose_unclear=True)
        build_site(configured, tmp_path / "site")
    assert not list(tmp_path.rglob(FOLDER))


def test_only_what_was_looked_through_for_the_same_names_is_not_looked_through_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed: list[int] = []

    def noted(*args: object, **options: object) -> Iterator[Problem]:
        skipped = options["passed"]
        assert isinstance(skipped, frozenset)
        passed.append(len(skipped))
        return escaped(*args, **options)  # type: ignore[arg-type] # handed on as they come

    monkeypatch.setattr("generator.pipeline.build.escaped", noted)
    build(project, project / "site")
    add_cable(project, 7)
    build(project, project / "site")
    (project / "mkdocs.yml").write_text(f'{CONFIG}    related: 5\n    mask: ["Nobody Here"]\n', "utf-8")
    build(project, project / "site")
    add_cable(project, 8)
    build(project, project / "site")
    assert [bool(number) for number in passed] == [False, True, False, True]


def test_where_a_plugin_may_write_into_pages_none_is_taken_over(project: Path) -> None:
    with open_project(project / "mkdocs.yml") as opened:
        configured = read_configuration(opened, workers=1, expose_unclear=True)
    assert settings_of(configured, use="a site") is not None
    configured.mkdocs.config.plugins["other"] = BasePlugin()
    assert settings_of(configured, use="a site") is None


def test_check_takes_what_a_build_has_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(project, project / "site")
    monkeypatch.chdir(project)
    with remembering_files(Path(), Finding()) as memory:
        assert len(list(records([Path("corpus")], workers=1, memory=memory))) == 3
        assert memory.store.tallies["cables read"].made == 0


def test_check_elsewhere_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with remembering_files(Path(), Finding()) as memory:
        assert not memory.store.there
    assert not list(tmp_path.iterdir())
