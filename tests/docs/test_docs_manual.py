"""The manual: what can be looked up is complete, every example works, no link leads nowhere."""

import re
import shlex
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

import click
import jsonschema  # type: ignore[import-untyped] # ships no types
import msgspec
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

import cablepress
from generator.cli.main import COMMANDS
from generator.cli.main import cablepress as program
from generator.edition.collections import read_collections
from generator.edition.corrections import read_corrections
from generator.edition.notes import read_notes
from generator.edition.withhold import Withholdings, read_withholdings
from generator.model import CODES, Cable, dump_cable
from generator.people import decisions, rulings
from generator.publish.headers import HEADERS
from generator.read import LAYOUTS
from generator.settings import READERS, Project, defaults, read_configuration
from manual.reference import (
    EXAMPLES,
    PEOPLE_EXAMPLES,
    field_docs,
    made_pages,
    record_schema,
    record_types,
    with_values,
)
from support.commands import ROOT, SAMPLES

MANUAL = ROOT / "manual" / "docs"
WRITTEN = sorted(MANUAL.glob("*.md"))
MADE = dict(made_pages())
STARTING = ROOT / "generator" / "starting" / "files"
BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
OTHERS = {"pip", "pipx", "uvx", "aws", "podman", "curl", "python", "cd"}
"""Programs of others that examples call."""


# ---- Complete and current --------------------------------------------------------------------------------


def headings(page: str) -> set[str]:
    return set(re.findall(r"^##+ (.*)$", MADE[page], re.MULTILINE))


def test_every_command_with_each_of_its_options_can_be_looked_up() -> None:
    assert headings("reference/commands.md") == set(COMMANDS)
    for name in COMMANDS:
        command = program.get_command(click.Context(program), name)
        assert command is not None
        section = MADE["reference/commands.md"].partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        spellings = {spelling for option in command.params for spelling in option.opts if spelling[0] == "-"}
        assert [spelling for spelling in spellings if spelling not in section] == []


def test_every_option_can_be_looked_up_with_its_default_and_meaning() -> None:
    assert headings("reference/options.md") == set(defaults())
    sections = MADE["reference/options.md"].split("\n## ")[1:]
    assert [section for section in sections if len(section.split("\n\n")) < 4] == []


def test_every_kind_of_finding_can_be_looked_up() -> None:
    assert headings("reference/findings.md") == set(CODES)


def test_every_key_of_the_files_in_which_people_decide_can_be_looked_up() -> None:
    page = MADE["reference/people-yml.md"]
    assert [key for key in decisions.KINDS if f"\n### {key}\n" not in page] == []
    for key in decisions.KINDS:
        found, problems = decisions.parse_decisions(f"{key}:\n  - {PEOPLE_EXAMPLES[key]}\n")
        assert (problems, len(getattr(found, key))) == ((), 1)
    assert [key for key in rulings.KEYS if f"`{key}`" not in page] == []


def test_every_field_of_the_record_can_be_looked_up_and_says_what_it_is() -> None:
    assert headings("reference/record.md") == {kind.__name__ for kind in record_types()}
    assert [
        name for name in Cable.__dataclass_fields__ if f"| `{name}` |" not in MADE["reference/record.md"]
    ] == []


def test_the_schema_of_the_record_holds_for_every_sample() -> None:
    validator = jsonschema.Draft202012Validator(record_schema())
    cables = list(cablepress.read(SAMPLES))
    for cable in cables:
        validator.validate(msgspec.json.decode(dump_cable(cable)))
    broken: dict[str, Any] = msgspec.json.decode(dump_cable(cables[0])) | {"tags": "PGOV"}
    assert not validator.is_valid(broken)


def test_every_promised_name_can_be_looked_up() -> None:
    assert headings("reference/python.md") == set(cablepress.__all__) - {"__version__"}


def test_the_manual_is_built_without_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Strict: a link or an anchor that leads nowhere is an error."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    config = load_config(str(ROOT / "manual" / "mkdocs.yml"), site_dir=str(tmp_path), strict=True, plugins=[])
    build(config)
    assert (tmp_path / "reference" / "record.schema.json").is_file()
    assert "{{" not in re.sub(r"<pre>.*?</pre>", "", (tmp_path / "headers" / "index.html").read_text("utf-8"))
    page = (tmp_path / "publishing" / "index.html").read_text("utf-8")
    assert re.findall(r'(?:src|href)="(https?://[^"]+\.(?:js|css|woff2?))"', page) == []


# ---- Every example works -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A block of code on a page."""

    page: str
    language: str
    title: str
    text: str


def examples(*languages: str) -> list[Example]:
    return [example for example in _examples() if example.language in languages]


def _examples() -> Iterator[Example]:
    for page in WRITTEN:
        for language, title, text in BLOCK.findall(with_values(page.read_text("utf-8"))):
            yield Example(page=page.stem, language=language, title=title, text=text)


def test_every_block_has_a_language_whose_examples_are_tried() -> None:
    tried = {"sh", "yaml", "toml", "python", "text", "csv", "apache", "nginx", "jinja", "markdown"}
    assert {example.language for example in _examples()} <= tried


def command_lines() -> list[str]:
    return [line for example in examples("sh") for line in example.text.splitlines() if line.strip()]


@pytest.mark.parametrize("line", dict.fromkeys(command_lines()))
def test_every_command_line_is_right(line: str) -> None:
    words = shlex.split(line, comments=True)
    if words[0] != "cablepress":
        assert words[0] in OTHERS
        return
    command = program.get_command(click.Context(program), words[1])
    assert command is not None
    ends = [words.index(word) for word in ("|", ">") if word in words]
    command.make_context(words[1], words[2 : min(ends, default=len(words))])


@pytest.mark.parametrize("example", examples("yaml"), ids=lambda example: f"{example.page}-{example.title}")
def test_every_yaml_file_is_understood(example: Example, tmp_path: Path) -> None:
    path = tmp_path / Path(example.title).name
    path.write_text(example.text, encoding="utf-8")
    if path.name == "mkdocs.yml":
        for folder in ("docs", "ours"):
            (tmp_path / folder).mkdir()
        configured = read_configuration(Project(config_file=path, base=tmp_path))
        assert [*configured.problems, *configured.mkdocs.warnings] == []
    elif path.name == "people.yml":
        found, problems = decisions.read_decisions(path)
        assert (problems, found == decisions.Decisions(path="people.yml")) == ((), False)
    elif path.name == "protect.yml":
        ruled, problems = rulings.read_rulings(path)
        assert (problems, ruled.entries == ()) == ((), False)
    elif path.name == "corrections.yml":
        corrected, problems = read_corrections(path, [layout.name for layout in LAYOUTS])
        assert (problems, bool(corrected.cables or corrected.files)) == ((), True)
    elif path.name == "notes.yml":
        notes, problems = read_notes(path)
        assert (problems, notes == ()) == ((), False)
    elif path.name == "collections.yml":
        collections, problems = read_collections(path)
        assert (problems, len(collections.entries)) == ((), example.text.count("folder:"))
    elif path.name == "withhold.yml":
        withheld, problems = read_withholdings(path, date(2026, 1, 1))
        assert (problems, withheld == Withholdings()) == ((), False)
    else:
        assert example.text in (STARTING / "for-gitlab" / "dot-gitlab-ci.yml").read_text("utf-8")


def test_every_toml_file_is_right() -> None:
    for example in examples("toml"):
        content = tomllib.loads(example.text)
        if example.title == "netlify.toml":
            assert content == tomllib.loads((STARTING / "for-netlify" / "netlify.toml").read_text("utf-8"))
        else:
            assert set(content["project"]["entry-points"]) <= {READERS}


def test_the_telegrams_that_are_shown_are_read() -> None:
    shown = {
        example.title: cablepress.parse(example.text, name=example.title)
        for example in examples("text")
        if "SUBJECT:" in example.text
    }
    assert {cable.id for cable in shown.values()} == {"09ROME308"}
    assert {cable.source.layout for cable in shown.values()} == {"telegram", "plusd"}


NO_EXAMPLE = {"docx", "odt", "rtf", "pdf", "zip", "gzip", "tar", "bzip2", "xz", "zstd", "7z", "jsonl"}
"""Layouts that are no text, and our own records."""


def test_every_layout_that_is_text_has_an_example_that_is_read_as_one() -> None:
    wanted = {layout.name for layout in LAYOUTS} - NO_EXAMPLE
    assert {file.stem for file in EXAMPLES.iterdir()} == wanted
    for file in EXAMPLES.iterdir():
        cable = cablepress.parse(file.read_text("utf-8"), name=file.name)
        read_on = "telegram" if file.stem in {"alto", "hocr"} else file.stem
        assert (cable.source.layout, cable.id and cable.id[-3:]) == (read_on, "308")


def test_what_is_recognised_stands_below_each_example() -> None:
    sections = dict(
        section.partition("\n")[::2] for section in MADE["reference/layouts.md"].split("\n## ")[1:]
    )
    assert set(sections) == {file.stem for file in EXAMPLES.iterdir()}
    telegram = sections["telegram"]
    for row in (
        "| `id` | 09ROME308 |",
        "| `origin` | Embassy Rome |",
        "| `tags` | PGOV, PREL, IT |",
        "| `paragraphs` | 1, 2 |",
    ):
        assert row in telegram
    assert "| `concepts` | WEATHER, HARBORS |" in sections["aad"]


def test_servers_are_told_the_headers_that_a_build_writes() -> None:
    told = [example.text for example in examples("apache", "text", "nginx") if "nosniff" in example.text]
    assert len(told) == 3
    assert [text for text in told if any(value not in text for value in HEADERS.values())] == []


@pytest.mark.parametrize("page", dict.fromkeys(example.page for example in examples("python")))
def test_every_program_runs(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In order, in a folder with cables; a block that needs a library is a test of its own."""
    (tmp_path / "cables").symlink_to(SAMPLES)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    for example in examples("python"):
        if example.page == page and not example.title.startswith("needs "):
            if example.title:
                monkeypatch.delitem(sys.modules, Path(example.title).stem, raising=False)
                (tmp_path / example.title).write_text(example.text, encoding="utf-8")
            else:
                exec(compile(example.text, f"{page}.md", "exec"), {})  # noqa: S102 - our own example
    assert capsys.readouterr().out


@pytest.mark.parametrize("library", ["pandas", "networkx"])
def test_the_programs_that_need_a_library_run(
    library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cables").symlink_to(SAMPLES)
    monkeypatch.chdir(tmp_path)
    known: dict[str, Any] = {}
    on_page = (example for example in examples("python") if example.page == "notebooks")
    wanted = [example for example in on_page if not example.title.endswith(".py")]
    last = next(place for place, example in enumerate(wanted) if example.title == f"needs {library}")
    for example in wanted[max(0, last - 1) : last + 1]:
        exec(compile(example.text, "notebooks.md", "exec"), known)  # noqa: S102 - our own example


def test_the_fields_of_the_record_are_documented_where_a_name_does_not_say_it() -> None:
    """At least half of them: the rest are names such as ``subject``."""
    kinds = record_types()
    documented = sum(len(field_docs(kind)) for kind in kinds)
    assert documented * 2 > sum(len(fields(kind)) for kind in kinds)
