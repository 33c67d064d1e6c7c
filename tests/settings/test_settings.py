"""Options: what is right is taken, what is wrong is one clear line and the default counts."""

import os
import threading
from pathlib import Path

import msgspec
import pytest
from mkdocs.exceptions import ConfigurationError

from generator.settings import (
    SECTIONS,
    Project,
    Protecting,
    Running,
    Site,
    Sources,
    read_configuration,
    read_document,
    read_options,
)
from generator.settings.options import Options


def load(tmp_path: Path, text: str) -> tuple[Options, list[str]]:
    config = tmp_path / "mkdocs.yml"
    config.write_text(text, encoding="utf-8")
    options, problems = read_options(read_document(config))
    return options, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("written", "paths"),
    [("cables", ["cables"]), ("[box 7, box-8.zip]", ["box 7", "box-8.zip"]), ("[cables]", ["cables"])],
)
def test_the_corpus_is_a_path_or_a_list_of_them(tmp_path: Path, written: str, paths: list[str]) -> None:
    options, problems = load(tmp_path, f"extra:\n  cablepress:\n    corpus: {written}\n")
    assert problems == []
    assert options.section(Sources).corpus == tuple(map(Path, paths))


@pytest.mark.parametrize("written", ["[]", "[1]", "3", "{a: b}"])
def test_what_names_no_cables_is_refused_with_what_it_takes(tmp_path: Path, written: str) -> None:
    with pytest.raises(
        ConfigurationError, match=r"mkdocs.yml:3: .*or a list of them: corpus: \[box-7, box-8\]"
    ):
        load(tmp_path, f"extra:\n  cablepress:\n    corpus: {written}\n")


def test_without_a_section_the_defaults_count(tmp_path: Path) -> None:
    assert load(tmp_path, "site_name: Cables\n") == (Options(given={}), [])


def test_options_are_taken(tmp_path: Path) -> None:
    text = "extra:\n  cablepress:\n    protect: mask\n    mask: [A Name]\n    people_page_min: 3\n"
    options, problems = load(tmp_path, text)
    assert options.section(Protecting) == Protecting(protect="mask", mask=("A Name",))
    assert options.section(Site) == Site(people_page_min=3)
    assert problems == []


@pytest.mark.parametrize(
    ("option", "line"),
    [
        (
            "related: many",
            (
                "mkdocs.yml:4: option-wrong: extra.cablepress.related 'many': Expected `int`, got `str`; "
                "correct the value"
            ),
        ),
        (
            'collection: "\\ud800"',
            (
                "mkdocs.yml:4: option-wrong: extra.cablepress.collection '\\ud800': 'utf-8' codec can't "
                "encode character '\\ud800' in position 0: surrogates not allowed; correct the value"
            ),
        ),
        (
            "people_page_min: 0",
            (
                "mkdocs.yml:4: option-wrong: extra.cablepress.people_page_min 0: Expected `int` >= 1; "
                "correct the value"
            ),
        ),
    ],
)
def test_a_wrong_option_is_one_line_and_the_rest_counts(tmp_path: Path, option: str, line: str) -> None:
    options, problems = load(tmp_path, f"extra:\n  cablepress:\n    corpus: cables\n    {option}\n")
    assert problems == [line]
    assert options.section(Sources) == Sources(corpus=(Path("cables"),))
    assert all(options.section(section) == section() for section in SECTIONS if section is not Sources)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("extra:\n  cablepress: yes please\n", "mkdocs.yml:2: option-wrong: extra.cablepress is not a list"),
        ("extra:\n  cablepress:\n    protekt: mask\n", "protekt is no option; did you mean protect?"),
        (
            "extra:\n  cablepress:\n    protect: masked\n",
            "Invalid enum value 'masked'; did you mean mask? it is hide, mask or show",
        ),
        ("extra:\n  cablepress:\n    protect: Mask\n", "Invalid enum value 'Mask'"),
        ("extra:\n  cablepress:\n    protect: yes\n", "protect True"),
        ("extra:\n  cablepress:\n    mask: Erdogan\n", "it is a list of names"),
        ("extra:\n  cablepress:\n    mask:\n", "it is a list of names"),
        ("extra:\n  cablepress:\n    mask: [12]\n", "it is a list of names"),
        ("extra:\n  cablepress:\n    mask: ['']\n", "'' is no name"),
        ("extra:\n  cablepress:\n    mask: [{Ivan: Petrenko}]\n", "it is a list of names"),
        ("extra:\n  cablepress:\n    people_file: [a, b]\n", "people_file"),
        ("extra:\n  protect: mask\n", "mkdocs.yml:2: option-wrong: protect stands outside extra.cablepress"),
        ("mask: [Ivan Petrenko]\n", "mkdocs.yml:1: option-wrong: mask stands outside extra.cablepress"),
        ("extra:\n  cablepres:\n    protect: mask\n", "cablepres stands outside extra.cablepress"),
        (
            "extra:\n  cablepress:\n    protect: mask\n    protect: show\n",
            "mkdocs.yml:4: option-wrong: protect is given",
        ),
        ("extra:\n  cablepress:\n    protect: mask\n  cablepress: {}\n", "cablepress is given twice"),
    ],
)
def test_any_doubt_about_protection_stops_the_work_in_one_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as stopped:
        load(tmp_path, text)
    assert said in str(stopped.value)
    assert "\n" not in str(stopped.value)


def test_broken_yaml_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml:3: is no YAML"):
        load(tmp_path, "site_name: Cables\nextra: [\n")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2009-02-30", "mkdocs.yml:3: '2009-02-30' is not what its form says"),
        ("!!float x", "mkdocs.yml:3: 'x' is not what its form says"),
        ("!!timestamp x", "mkdocs.yml:3: 'x' is not what its form says"),
        ("!!bool x", "mkdocs.yml:3: 'x' is not what its form says"),
        ("&a [*a, !!int x]", "mkdocs.yml:3: 'x' is not what its form says"),
        (f"{'[' * 2000}{']' * 2000}", "mkdocs.yml: lists stand in lists too deep to be read"),
    ],
)
def test_a_value_that_is_not_what_it_looks_like_is_one_line(tmp_path: Path, value: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load(tmp_path, f"extra:\n  cablepress:\n    collection: {value}\n")
    assert said in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("text", ["just text\n", "- a list\n", "7\n"])
def test_a_file_without_options_is_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml: is no list of options"):
        load(tmp_path, text)


def test_a_wrong_option_is_found_in_whatever_encoding_yaml_has(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_bytes("extra:\n  cablepress:\n    related: many\n".encode("utf-16"))
    _, (problem,) = read_options(read_document(config))
    assert problem.line == 3


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml: cannot be read: No such file"):
        read_document(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize(("cables", "least"), [(5, 1), (1_000, 1), (1_001, 2)])
def test_people_named_once_get_a_page_only_in_a_small_corpus(cables: int, least: int) -> None:
    assert Site().page_from(cables) == least
    assert Site(people_page_min=4).page_from(cables) == 4


OPTIONS = """\
site_name: Cables
site_url: https://cables.example.org/
extra:
  cablepress:
    corpus: cables
    protect: mask
    mask: [A Name]
    people_file: ours/people.yml
    related: 3
    workers: 3
    host_files: null
"""


def project_of(folder: Path, text: str = OPTIONS) -> Project:
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return Project(config_file=folder / "mkdocs.yml", base=folder)


def test_every_section_has_what_is_configured(tmp_path: Path) -> None:
    found = read_configuration(project_of(tmp_path / "site"))
    assert found.site == Site(
        name="Cables", collection="Cables", site_url="https://cables.example.org/", related=3
    )
    assert found.protecting == Protecting(protect="mask", mask=("A Name",))
    assert found.running == Running(workers=3)
    assert found.publishing.host_files is None
    assert (found.sources.corpus, found.sources.own_corpus) == ((tmp_path / "site" / "cables",), True)
    assert found.sources.people_file == tmp_path / "site" / "ours" / "people.yml"


def test_an_option_of_former_versions_is_a_warning(tmp_path: Path) -> None:
    """A file that was right before the search took no option of its own still builds."""
    text = OPTIONS.replace("related: 3", "search_memory: 800\n    related: 3")
    found = read_configuration(project_of(tmp_path / "site", text))
    (problem,) = found.problems
    assert (problem.line, problem.code) == (
        text.splitlines().index("    search_memory: 800") + 1,
        "option-wrong",
    )
    assert "search_memory" in str(problem)
    assert "delete the line" in str(problem)
    assert found.site.related == 3


def test_the_command_line_comes_first(tmp_path: Path) -> None:
    project = project_of(tmp_path / "site")
    asked = read_configuration(project, corpus=(Path("/a"), Path("/b")), workers=2, expose_unclear=True)
    assert (asked.sources.corpus, asked.sources.own_corpus) == ((Path("/a"), Path("/b")), False)
    assert asked.running.processes == 2
    assert asked.publishing.expose_unclear
    same = read_configuration(project, corpus=(tmp_path / "site" / "x" / ".." / "cables",))
    assert same.sources.own_corpus


def test_paths_may_start_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    options = "extra:\n  cablepress:\n    corpus: ~/c\n    protect_file: ~/protect.yml\n"
    sources = read_configuration(project_of(tmp_path / "site", f"site_name: Cables\n{options}")).sources
    assert (*sources.corpus, sources.protect_file) == (tmp_path / "c", tmp_path / "protect.yml")


def test_the_file_is_read_once(tmp_path: Path) -> None:
    """From a pipe nothing can be read a second time; a wrong option is located all the same."""
    project = project_of(tmp_path / "site")
    text = OPTIONS.replace("related: 3", "related: 99")
    project.config_file.unlink()
    os.mkfifo(project.config_file)
    writer = threading.Thread(target=project.config_file.write_text, args=(text,), daemon=True)
    writer.start()
    (problem,) = read_configuration(project).problems
    writer.join()
    assert problem.line == text.splitlines().index("    related: 99") + 1


@pytest.mark.parametrize("name", ["finding", "protecting", "site", "running"])
def test_what_a_stage_depends_on_is_the_same_wherever_the_project_stands(tmp_path: Path, name: str) -> None:
    sections = [getattr(read_configuration(project_of(tmp_path / folder)), name) for folder in ("one", "two")]
    assert len({(section, msgspec.json.encode(section)) for section in sections}) == 1
