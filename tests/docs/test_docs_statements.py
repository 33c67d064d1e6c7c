"""What README, CONTRIBUTING, DESIGN and decisions say about commands, paths, packages and options is so."""

import ast
import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from generator.cli.main import COMMANDS, cablepress
from generator.model import Cable
from generator.pages import GENERATED
from generator.settings import defaults
from support.commands import ROOT
from support.repository import mentioned, tracked

DECISIONS = sorted((ROOT / "decisions").glob("[0-9]*.md"))
DOCUMENTS = (
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    ROOT / "DESIGN.md",
    ROOT / "SECURITY.md",
    ROOT / "tests" / "labelled" / "README.md",
    *DECISIONS,
)
NAMED = [document.relative_to(ROOT).as_posix() for document in DOCUMENTS]
SUPERSEDED = [decision for decision in DECISIONS if "\nSuperseded by " in decision.read_text("utf-8")]
PATHS = [document for document in DOCUMENTS if document.name != "CHANGELOG.md" and document not in SUPERSEDED]
"""Documents that speak of the present."""
MADE = {
    "site/": "what a build writes",
    "build-report.json": "what a build writes",
    ".cablepress/": "what a build writes",
    "cablepress-offline.zip": "what bundle writes",
    "people.yml": "a publisher's own file",
    "protect.yml": "what a publisher writes",
    "corrections": "what a publisher writes",
    "withhold.yml": "what a publisher writes",
    "glossary.yml": "what a publisher writes",
    "withhold": "what a publisher writes",
    "notes.yml": "what a publisher writes",
    "notes": "what a publisher writes",
    "collections.yml": "what a publisher writes",
    "history/": "what a publisher keeps",
    "history": "what a publisher keeps",
    "cables.csv": "a layout",
    "index.html": "part of a site",
    ".cablepress-files.json": "what a build writes",
    "CNAME": "a publisher's own file",
    "site/manual/": "made by make",
    ".git": "a publisher's own folder",
    ".venv/": "made by make",
    "../shared/corpus": "the measuring corpus, where there is one",
}
"""Paths that documents mention and no checkout holds."""
GENERATED_PAGES = ("docs/index.md", *(f"docs/{name}/" for name in GENERATED))
"""Likewise, after a build."""
PLACEHOLDER = re.compile(r"[A-Z]{4,}|^~|^-|[ :=*<>{}()…]|^https?:|^/")
"""Code that looks like a path and is none: what the reader replaces, a home folder, an option, a command, an
address of the site."""


def makefile() -> str:
    return (ROOT / "Makefile").read_text(encoding="utf-8")


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", makefile(), re.MULTILINE))


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=NAMED)
def test_every_make_target_that_is_mentioned_exists(document: Path) -> None:
    used = {match[1] for code in mentioned(document) if (match := re.match(r"make ([a-z-]+)", code))}
    assert used <= targets()


def test_ci_calls_targets_that_exist() -> None:
    for path in (ROOT / ".ci" / "run", *(ROOT / ".github" / "workflows").glob("*.yml")):
        text = path.read_text(encoding="utf-8")
        used = set(re.findall(r"^\s*(?:- run: |run: )?make ([a-z-]+)", text, re.MULTILINE))
        assert used <= targets(), path.name
    assert {"lint", "test"} <= set(
        re.findall(r"^make (\w+)$", (ROOT / ".ci/run").read_text("utf-8"), re.MULTILINE)
    )


def test_every_make_target_is_listed_and_phony() -> None:
    listed = set(re.findall(r"^([a-z-]+):.*## ", makefile(), re.MULTILINE))
    phony = set(re.findall(r"^\.PHONY: (.*)$", makefile(), re.MULTILINE)[0].split())
    assert listed == targets() == phony


def calls(document: Path) -> Iterator[list[str]]:
    """The words after ``cablepress`` wherever a document shows a call."""
    for code in mentioned(document):
        if match := re.match(r"(?:\.venv/bin/)?cablepress (.*)", code):
            yield shlex.split(match[1])


def options(name: str) -> set[str]:
    """Every spelling of every option of a command."""
    command = cablepress.get_command(click.Context(cablepress), name)
    assert command is not None
    return {spelling for parameter in command.params for spelling in parameter.opts} | {"--help", "-h"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=NAMED)
def test_every_command_and_option_that_is_mentioned_exists(document: Path) -> None:
    for name, *rest in calls(document):
        if name.startswith("-"):
            assert name in {"--help", "--version"}
            continue
        assert name in COMMANDS
        assert {word for word in rest if word.startswith("-")} <= options(name)
    alone = {code.split()[0] for code in mentioned(document) if code.startswith("--")}
    assert alone <= set().union(*map(options, COMMANDS)) | {"--version"}


def test_readme_says_what_every_command_is_for() -> None:
    said = {name for name, *_ in calls(DOCUMENTS[0])} | {"serve"}  # make serve
    assert set(COMMANDS) <= said


@pytest.mark.parametrize("document", PATHS, ids=lambda document: str(document.name))
def test_every_path_that_is_mentioned_exists(document: Path) -> None:
    paths = {
        code for code in mentioned(document) if "/" in code or re.search(r"\.(md|yml|json|csv|toml)$", code)
    }
    gone = [
        path
        for path in sorted(paths)
        if not PLACEHOLDER.search(path)
        and not path.startswith((*MADE, *GENERATED_PAGES))
        and not (ROOT / path).exists()
        and not (document.parent / path).exists()
    ]
    assert gone == []


MAPS = (ROOT / "CONTRIBUTING.md", ROOT / "DESIGN.md", ROOT / "SECURITY.md")
PLACED = re.compile(r"`(\w+)` (?:in|\()\s*`?(?P<path>(?:generator|tests|bench)/[\w/.]+\.py)`")
EXAMPLES = {"A", "Astana", "HOAGLAND", "Kazakhstan", "VZCZCXRO7817", "XXXXXXXXXXXX", "FM", "INFO", "TO"}
"""Words of telegrams that DESIGN shows."""


def names_in(source: Path) -> set[str]:
    """Whatever a module defines or calls by a name, and its short texts: options, kinds."""
    names = {source.stem, source.name, *source.parent.relative_to(ROOT).parts}
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.Attribute):
            names.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            names.add(node.value)
    return names


@cache
def known() -> frozenset[str]:
    """All names of the code, and those of files and of the scripts."""
    names = set(EXAMPLES)
    for path in tracked():
        names |= {path.name, path.stem}
        if path.suffix == ".py":
            names |= names_in(path)
        elif path.suffix == ".js":
            names |= set(re.findall(r"[A-Za-z_]\w*", path.read_text(encoding="utf-8")))
    return frozenset(names)


@pytest.mark.parametrize("document", MAPS, ids=lambda document: str(document.name))
def test_every_name_that_is_mentioned_is_one_of_the_code(document: Path) -> None:
    words = {code for code in mentioned(document) if re.fullmatch(r"[A-Za-z_][\w.]*", code)} - MADE.keys()
    gone = {
        word
        for word in words
        if word not in known() and not all(part in known() for part in word.split(".")) and word != "make"
    }
    assert gone == set()


@pytest.mark.parametrize("document", MAPS, ids=lambda document: str(document.name))
def test_a_name_stands_in_the_file_where_it_is_said_to_stand(document: Path) -> None:
    text = " ".join(document.read_text(encoding="utf-8").split())
    misplaced = [
        f"{match[1]} in {match['path']}"
        for match in PLACED.finditer(text)
        if match[1] not in names_in(ROOT / match["path"])
    ]
    assert misplaced == []


def test_the_map_leads_through_eight_stations_and_to_eleven_everyday_changes() -> None:
    text = MAPS[0].read_text(encoding="utf-8")
    way = text.partition("### The way of a cable")[2].partition("\nThree rules")[0]
    table = text.partition("Eleven everyday changes")[2].partition("\n### ")[0]
    assert len(re.findall(r"^\d\. \*\*", way, re.MULTILINE)) == 8
    assert len(re.findall(r"^\| .* \| `", table, re.MULTILINE)) == 11
    assert len(PLACED.findall(" ".join(text.split()))) > 15


def documents() -> list[Path]:
    """Every Markdown file that people wrote, except MkDocs' pages, whose links the strict build checks."""
    others = {
        ROOT / "tests" / "golden",
        ROOT / "docs",
        ROOT / "manual" / "docs",
        ROOT / "generator" / "starting" / "files",
        ROOT / "generator" / "wording" / "pages",
    }
    return [path for path in tracked() if path.suffix == ".md" and others.isdisjoint(path.parents)]


def test_every_relative_link_leads_to_a_file() -> None:
    broken = [
        f"{document.name}: {target}"
        for document in documents()
        for target in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8"))
        if not re.match(r"https?:|mailto:|#", target)
        and not (document.parent / target.partition("#")[0]).exists()
    ]
    assert broken == []


def package_json() -> dict[str, Any]:
    """What the checks of the scripts are made with."""
    found: dict[str, Any] = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    return found


def explained() -> tuple[set[str], set[str]]:
    """The packages that CONTRIBUTING explains: those of the table, those for development."""
    section = DOCUMENTS[1].read_text("utf-8").partition("## Dependencies")[2].partition("\n## ")[0]
    table, _, development = section.partition("Extras, which few need:")
    rows = re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE)[1:]
    used = {name.strip() for row in rows for name in row.split(",")} - {"---"}
    return used, set(re.findall(r"[a-zA-Z][\w-]+", development))


def bare(requirement: str) -> str:
    """``numpy`` of ``numpy>=2.0``."""
    return re.split(r"[<>=!~ ]", requirement, maxsplit=1)[0]


def test_every_package_is_explained_and_every_explained_package_is_used() -> None:
    used, _ = explained()
    assert used == {bare(requirement) for requirement in project()["project"]["dependencies"]}


def test_every_development_package_is_explained() -> None:
    _, words = explained()
    spoken = {"pytest-timeout": "timeout", "pytest-xdist": "xdist"}
    wanted = {bare(each) for each in project()["dependency-groups"]["dev"]}
    assert {spoken.get(name, name) for name in wanted} - words == set()


def test_every_package_of_the_scripts_is_pinned_and_explained() -> None:
    section = DOCUMENTS[1].read_text("utf-8").partition("## Dependencies")[2].partition("\n## ")[0]
    packages: dict[str, str] = package_json()["devDependencies"]
    assert [name for name in packages if name not in section] == []
    assert [version for version in packages.values() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []
    assert set(package_json()) & {"dependencies", "scripts"} == set()


def test_every_option_stands_in_mkdocs_yml_with_its_default_and_a_word_on_it() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    section = re.split(r"\n {0,3}\S", text.partition("  cablepress:\n")[2], maxsplit=1)[0]
    lines = dict(re.findall(r"^    (\w+): *(.*)$", section, re.MULTILINE))
    declared = defaults()
    assert set(lines) == set(declared)
    for name, line in lines.items():
        value, _, comment = line.partition(" #")
        assert comment.strip(), f"{name}: no comment"
        assert (yaml.safe_load(value) or None) == (declared[name] or None), f"{name}: not its default"


def test_the_changelog_has_a_place_for_the_next_change() -> None:
    headings = re.findall(r"^## (.*)$", DOCUMENTS[2].read_text("utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased"


def test_git_ignores_what_a_build_leaves_in_docs() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {f"/docs/{name}/" for name in GENERATED} | {"/docs/index.md"} <= set(ignored)


def test_decisions_are_numbered_and_listed_under_their_titles() -> None:
    """A gap is a number given to a decision that is still being made."""
    titles = {path.name: path.read_text(encoding="utf-8").partition("\n")[0] for path in DECISIONS}
    numbers = [int(name[:4]) for name in titles]
    assert numbers == sorted(set(numbers))
    listed = re.findall(
        r"^(\d+)\. \[(.*)\]\((.*)\)$", (ROOT / "decisions/README.md").read_text("utf-8"), re.MULTILINE
    )
    assert [(name, f"# {number}. {title}") for number, title, name in listed] == list(titles.items())


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: str(path.name[:4]))
def test_a_decision_says_why_what_and_what_follows(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert all(part.strip() for part in re.split(r"^## .*$", text, flags=re.MULTILINE))
    assert len(text.splitlines()) < LONGEST_DECISION


LONGEST_DECISION = 60


def test_the_design_names_every_key_of_the_record_and_every_folder() -> None:
    text = (ROOT / "DESIGN.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| ([a-z_, ]+) \|", text.partition("## The record")[2].partition("\n## ")[0], re.MULTILINE
    )
    named = {key for row in rows for key in row.split(", ")} - {"key"}
    assert named == {field.name for field in fields(Cable)}
    folders = {path.relative_to(ROOT).parts[0] for path in tracked() if len(path.relative_to(ROOT).parts) > 1}
    shape = text.partition("## Shape")[2].partition("Stages")[0]
    assert {folder for folder in folders if f"{folder}/" not in shape} <= {".ci"}
